"""What a sentence asks rather than tells."""

from spacy.tokens import Token

_OPEN_QUESTIONS = frozenset("why how when where since".split())


def is_asked(trigger: Token) -> bool:
    """Whether the sentence asks if it is so; why or how it came about takes it for granted."""
    sentence = trigger.sent
    if not sentence.text.rstrip("”’\"' \n").endswith("?"):
        return False
    return next((t.lower_ for t in sentence if t.is_alpha), "") not in _OPEN_QUESTIONS
