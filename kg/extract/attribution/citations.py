"""Whom a report cites or quotes: "citing the minister", "was quoted as saying"."""

from kg.extract.attribution.sources import Sources
from kg.extract.predicates import governed_by, grammatical_subjects, is_passive, subjects
from kg.extract.tree import Token
from kg.model import UNNAMED

_CITING = frozenset(("cite", "quote"))


def quoting_verb(verb: Token) -> Token | None:
    """The verb of quoting above "as saying", or None."""
    preposition = verb.head
    if verb.dep_ not in ("pcomp", "advcl") or preposition.lower_ != "as":
        return None
    return preposition.head if preposition.head.lemma_.lower() in _CITING else None


def quoted(quoting: Token) -> list[Token]:
    """Whose words a verb of quoting gives."""
    if is_passive(quoting):
        return grammatical_subjects(quoting)
    return [c for c in quoting.children if c.dep_ == "dobj"] or governed_by(quoting, "of")


def quoter(quoting: Token, sources: Sources) -> str | None:
    """Who gives them."""
    return sources.holder(subjects(quoting))


def cited(verb: Token, sources: Sources) -> str | None:
    """The named source that a report cites in passing: "reported, citing the minister, that …"."""
    near = [c for c in verb.children if c.dep_ != "ccomp"]
    near += [c for noun in grammatical_subjects(verb) for c in noun.children]
    if verb.dep_ in ("relcl", "parataxis", "advcl", "ccomp"):
        near += [c for root in verb.ancestors for c in root.children if c.i > verb.i]
    for citing in near:
        inserted = citing.i > 0 and citing.nbor(-1).text == ","
        if citing.lemma_.lower() not in _CITING or citing.tag_ != "VBG" or not inserted:
            continue
        objects = [c for c in citing.children if c.dep_ == "dobj"]
        holder = sources.holder(objects)
        if holder is not None and holder != UNNAMED:
            return holder
    return None
