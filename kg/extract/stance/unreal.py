"""What a sentence tells as not having happened: "would have freed them, had …"."""

from spacy.tokens import Token

from kg.extract.clauses import VERBAL, past_conditions


def is_unreal(token: Token) -> bool:
    """ "Would have freed them, had …" and its condition: it did not happen."""
    if token.pos_ not in VERBAL:
        return False
    conditions = list(past_conditions(token.sent)) if _has_perfect(token) else []
    if token in conditions:
        return True
    words = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    return bool(conditions) and "have" in words and bool(words & {"would", "could", "might", "'d", "’d"})


def _has_perfect(token: Token) -> bool:
    return any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "have", "'d", "’d") for c in token.children
    ) or (token.head.lower_ == "had" and token.dep_ == "ccomp")
