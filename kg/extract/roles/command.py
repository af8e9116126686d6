"""Bodies under somebody's command: "under the leadership of Ole Holm, the council …", "men under Holm's command"."""

from collections.abc import Iterator, Mapping

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.predicates import grammatical_subjects
from kg.extract.roles.reading import IN_CLAUSE, RoleReader
from kg.extract.roles.suits import LEADS
from kg.extract.tree import Token
from kg.model import EntityType
from kg.ontology import Relation

UNDER = "under the leadership of NAME"
_COMMANDS = frozenset(
    "leadership command rule presidency chairmanship direction stewardship premiership chancellorship".split()
)
_LED = frozenset((EntityType.ORGANIZATION, EntityType.COUNTRY))


def commanded(reader: RoleReader, relations: Mapping[str, Relation]) -> Iterator[Candidate]:
    """Who leads what stands, or acts, under somebody's leadership."""
    if LEADS not in relations:
        return
    for token in reader.tokens:
        if token.lower_ not in _COMMANDS or token.dep_ != "pobj" or token.head.lower_ != "under":
            continue
        for leader in _leaders(reader, token):
            for body in _after(reader, token.head, leader) or _bodies(reader, token.head):
                yield Candidate(
                    leader.head,
                    body.head,
                    leader.entity,
                    body.entity,
                    LEADS,
                    token.i,
                    UNDER,
                    IN_CLAUSE * min(leader.confidence, body.confidence),
                    static=True,
                )


def _leaders(reader: RoleReader, noun: Token) -> list[TokenMention]:
    """Whose leadership it is."""
    heads = [c for c in noun.children if c.dep_ == "poss"]
    heads += [c for of in noun.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
    found = [m for head in heads for m in reader.arguments.of(head)]
    return [m for m in found if m.type is EntityType.PERSON]


def _after(reader: RoleReader, under: Token, leader: TokenMention) -> list[TokenMention]:
    """The body after the comma, where the phrase opens its sentence."""
    left, right = reader.index.bounds(under.i)
    comma = next(
        (i for i in range(leader.end, min(leader.end + 3, right)) if reader.tokens[i].text == ","), None
    )
    if under.i != left or comma is None:
        return []
    found = [m for i in range(comma + 1, min(comma + 3, right)) for m in reader.index.starting(i)]
    return [m for m in found if m.type in _LED][:1]


def _bodies(reader: RoleReader, under: Token) -> list[TokenMention]:
    """What stands under it: the noun before, or the subject of the clause."""
    head = under.head
    heads = grammatical_subjects(head) if head.pos_ in ("VERB", "AUX") else [head]
    return [m for h in heads for m in reader.arguments.of(h) if m.type in _LED]
