"""What a country beside a noun or name makes of whom it denotes: a citizen, a body seated there, an organ of the state."""

from collections.abc import Sequence

from kg.extract.annotations import TokenMention
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.nouns import RoleNoun
from kg.extract.roles.phrase import Anchor, How
from kg.extract.roles.suits import CITIZEN_OF, LOCATED_IN
from kg.extract.roles.supplied import COURTS
from kg.extract.tree import Token
from kg.gazetteer import Gazetteer
from kg.model import EntityType

_SEATED = frozenset("in at near on".split())
_ORGAN_KINDS = frozenset(("parliament", "agency", "ministry"))
_OFFICIALS = frozenset(
    "official officer guard lawmaker mp regulator prosecutor commander mediator people population public"
    " prisoner".split()
)

_REMOVING = frozenset(
    """withdraw pull evacuate expel deport remove recall rescue evict ban bar extradite drive oust kick airlift
    smuggle exclude abduct kidnap repatriate fly exile eject banish relocate return""".split()
)
"""What is done to people from a place; they need not be its citizens."""


def places(relation: str, anchor: Anchor) -> bool:
    """Whether a place that stands so on a noun gives the nationality or the seat."""
    if anchor.how is How.COMPLEMENT:
        return anchor.word == "from" if relation == CITIZEN_OF else anchor.word in _SEATED
    return anchor.how is not How.NESTED


def is_left(tokens: Sequence[Token], noun: RoleNoun, anchor: Anchor) -> bool:
    """Whether "from" tells what place people leave, not where they come from ("withdrew its soldiers from Chad")."""
    head = tokens[noun.head]
    moved = head.dep_ in ("dobj", "nsubjpass") and head.head.lemma_.lower() in _REMOVING
    return moved and anchor.how is How.COMPLEMENT and anchor.word == "from"


def both_halves(tokens: Sequence[Token], anchors: Sequence[Anchor]) -> list[Anchor]:
    """The nearest anchor, with the one that a hyphen joins to it ("Danish-Norwegian")."""
    nearest = anchors[0].mention
    joined = nearest.start and tokens[nearest.start - 1].text == "-"
    return [anchors[0]] + [a for a in anchors[1:2] if joined and a.mention.end == nearest.start - 1]


def only_possessed(relation: str, anchor: Anchor) -> bool:
    """Whether "Denmark's next president" tells no more than whose office it is, nobody being named."""
    return relation == CITIZEN_OF and anchor.how in (How.POSSESSIVE, How.WHOSE)


def says_more_than_office(relation: str, noun: RoleNoun) -> bool:
    """Whether a demonym on a group or an unnamed body tells more than whose official or firm it is."""
    return noun.word in COURTS if relation == LOCATED_IN else noun.word not in _OFFICIALS


def is_adjective(index: MentionIndex, gazetteer: Gazetteer, anchor: Anchor) -> bool:
    """Whether a country stands as an adjective, as some names do as well ("U.S.")."""
    text = index.doc[anchor.mention.start : anchor.mention.end].text
    return gazetteer.by_demonym(text) is not None or "." in text or text.isupper()


def is_organ(gazetteer: Gazetteer, body: TokenMention, state: TokenMention) -> bool:
    """Whether a body is known as an organ of a state ("Germany's Bundestag")."""
    entry = gazetteer.by_key(body.entity)
    return entry is not None and entry.kind in _ORGAN_KINDS and state.type is EntityType.COUNTRY
