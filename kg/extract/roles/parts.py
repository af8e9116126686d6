"""Bodies whose name says what they are part of ("UN General Assembly"), or that are known parts of one named beside them."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.suits import PART_OF
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionKind
from kg.ontology import Relation

IN_NAME, KNOWN = "part named after the whole", "known part"
_SURE = {IN_NAME: 0.8, KNOWN: 0.6}


def known_parts(
    index: MentionIndex, gazetteer: Gazetteer, relations: Mapping[str, Relation]
) -> Iterator[Candidate]:
    """At most one for each body that the gazetteer knows and that stands in a whole which the article names as well."""
    if PART_OF not in relations:
        return
    named: dict[str, list[TokenMention]] = {}
    for mention in index.mentions:
        if mention.kind is MentionKind.NAME and mention.type is EntityType.ORGANIZATION:
            named.setdefault(mention.entity, []).append(mention)
    for key, parts in named.items():
        entry = gazetteer.by_key(key)
        if entry is None:
            continue
        for part in parts:
            found = _in_name(index, gazetteer, part, named)
            construction = IN_NAME
            if found is None and entry.part_of in named:
                found = _beside(index, part, named[entry.part_of])
                construction = KNOWN
            if found is not None:
                yield _candidate(part, found, construction)
                break


def _in_name(
    index: MentionIndex, gazetteer: Gazetteer, part: TokenMention, named: Mapping[str, list[TokenMention]]
) -> TokenMention | None:
    """The body with whose name this one begins, where it stands nearest."""
    words = [token.text for token in index.tokens[part.start : part.end]]
    for length in range(len(words) - 1, 0, -1):
        whole = gazetteer.by_name(" ".join(words[:length]))
        if whole is not None and whole.key != part.entity and whole.key in named:
            return min(named[whole.key], key=lambda m: abs(m.head - part.head))
    return None


def _beside(index: MentionIndex, part: TokenMention, wholes: list[TokenMention]) -> TokenMention | None:
    """The whole where one sentence names both."""
    sentence = index.bounds(part.head)
    return next((whole for whole in wholes if index.bounds(whole.head) == sentence), None)


def _candidate(part: TokenMention, whole: TokenMention, construction: str) -> Candidate:
    return Candidate(
        part.head,
        whole.head,
        part.entity,
        whole.entity,
        PART_OF,
        part.head,
        construction,
        _SURE[construction] * min(part.confidence, whole.confidence),
        static=True,
    )
