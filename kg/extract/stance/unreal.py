"""What a sentence tells as not having happened: "would have freed them, had …"."""

from kg.extract.clauses import VERBAL, past_conditions
from kg.extract.lexicon.stance import NEARLY
from kg.extract.tree import Token

_HYPOTHETICAL = frozenset(("would", "could", "might", "'d", "’d"))


def is_unreal(token: Token) -> bool:
    """ "Would have freed them, had …" and its condition: it did not happen."""
    if token.pos_ not in VERBAL:
        return False
    if _is_forgone(token) or _came_near(token):
        return True
    conditions = list(past_conditions(token.sent)) if _has_perfect(token) else []
    if token in conditions:
        return True
    words = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    return bool(conditions) and "have" in words and bool(words & _HYPOTHETICAL)


def _has_perfect(token: Token) -> bool:
    return any(
        c.dep_ in ("aux", "auxpass") and c.lower_ in ("had", "have", "'d", "’d") for c in token.children
    ) or (token.head.lower_ == "had" and token.dep_ == "ccomp")


def _is_forgone(token: Token) -> bool:
    """ "Should have freed them", "could have freed them but …", "without her it would have …", "was going to … but …"."""
    words = {c.lower_ for c in token.children if c.dep_ in ("aux", "auxpass")}
    if "have" in words and not any(c.dep_ == "mark" for c in token.children):
        if words & {"should", "ought"} or ("could" in words and _is_contrasted(token)):
            return True
        return bool(words & _HYPOTHETICAL) and any(_is_lacking(c) for c in token.children)
    going = token.head
    if token.dep_ != "xcomp" or going.lower_ != "going" or not _is_contrasted(going):
        return False
    return any(c.lower_ in ("was", "were") for c in going.children)


def _is_contrasted(verb: Token) -> bool:
    """Whether "but" and another verb follow."""
    but = next((c for c in verb.children if c.dep_ == "cc" and c.lower_ == "but" and c.i > verb.i), None)
    return but is not None and any(c.dep_ == "conj" and c.i > but.i for c in verb.children)


def _is_lacking(preposition: Token) -> bool:
    """ "Without the vote", "but for the rain"."""
    if preposition.dep_ != "prep":
        return False
    return preposition.lower_ == "without" or (
        preposition.lower_ == "for" and preposition.i > 0 and preposition.nbor(-1).lower_ == "but"
    )


def _came_near(token: Token) -> bool:
    """ "Almost freed them"."""
    return token.tag_ in ("VBD", "VBN") and any(
        c.dep_ == "advmod" and c.lower_ in NEARLY and c.i == token.i - 1 for c in token.children
    )
