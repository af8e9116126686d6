"""What a sentence asks rather than tells."""

from kg.extract.tree import Span, Token

_OPEN_QUESTIONS = frozenset("why how when where since".split())
_SUPPOSING = frozenset("think guess imagine believe expect".split())
_TAKEN_FOR_GRANTED = frozenset(("relcl", "acl", "advcl", "appos"))


def is_asked(trigger: Token, closed: Token | None) -> bool:
    """Whether the sentence asks if it is so; why or how it came about takes it for granted.

    So does a relative clause or a clause of time, by its root `closed`.
    """
    sentence = trigger.sent
    if not sentence.text.rstrip("”’\"' \n").endswith("?"):
        return False
    if _is_exclamation(sentence):
        return False
    if closed is not None and closed.dep_ in _TAKEN_FOR_GRANTED:
        return False
    return next((t.lower_ for t in sentence if t.is_alpha), "") not in _OPEN_QUESTIONS


def _is_exclamation(sentence: Span) -> bool:
    """ "Who would have thought that …?", "who knew that …?": it takes its clause for granted."""
    verb = sentence.root
    if not any(c.dep_ == "nsubj" and c.lower_ == "who" for c in verb.children):
        return False
    hypothetical = {c.lower_ for c in verb.children if c.dep_ == "aux"} >= {"would", "have"}
    return verb.lower_ == "knew" or (hypothetical and verb.lemma_ in _SUPPOSING)
