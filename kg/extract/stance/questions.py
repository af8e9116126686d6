"""What a sentence asks rather than tells."""

from spacy.tokens import Token

_OPEN_QUESTIONS = frozenset("why how when where since".split())
_TAKEN_FOR_GRANTED = frozenset(("relcl", "acl", "advcl", "appos"))


def is_asked(trigger: Token, closed: Token | None) -> bool:
    """Whether the sentence asks if it is so; why or how it came about takes it for granted.

    So does a relative clause or a clause of time, by its root `closed`.
    """
    sentence = trigger.sent
    if not sentence.text.rstrip("”’\"' \n").endswith("?"):
        return False
    if closed is not None and closed.dep_ in _TAKEN_FOR_GRANTED:
        return False
    return next((t.lower_ for t in sentence if t.is_alpha), "") not in _OPEN_QUESTIONS
