"""Names of some of a group that stand after what tells more of it: "writers who live abroad, among them Ole Holm"."""

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.roles.names_beside import NamesBeside
from kg.extract.tree import Token
from kg.model import EntityType

_RELATIVES = frozenset(("who", "whose"))
_FARTHEST = 14


def names_further_on(names: NamesBeside, i: int, types: frozenset[EntityType]) -> list[TokenMention]:
    """The names of some of those whom the plural noun before `i` denotes; none past other people or a main verb."""
    tokens = names.tokens
    _, right = names.index.bounds(max(i - 1, 0))
    if i >= right:
        return []
    relative = tokens[i].lower_ in _RELATIVES
    if not relative and tokens[i].pos_ != "ADP":
        return []
    for j in range(i + 1, min(i + _FARTHEST, right)):
        if found := names.listed(j, right, types):
            return found
        if _may_be_people(names, tokens[j]) or (not relative and tokens[j].pos_ in ("VERB", "AUX")):
            return []
    return []


def _may_be_people(names: NamesBeside, token: Token) -> bool:
    if token.tag_ not in ("NNS", "NNPS"):
        return False
    mention = names.index.by_head.get(token.i)
    known = {token.lemma_.lower(), token.lower_.removesuffix("s")} & PERSON_NOUNS
    return bool(known) or (mention is not None and mention.type is EntityType.PERSON)
