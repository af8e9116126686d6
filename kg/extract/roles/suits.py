"""Which role nouns can have which relation to what, beyond the types that the ontology declares."""

from collections.abc import Iterable, Sequence

from kg.extract.annotations import TokenMention
from kg.extract.frames import RoleFrame, Slot
from kg.extract.lexicon.people import words
from kg.extract.lexicon.places import PLACE_NOUNS
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.nouns import GENERIC_AGENTS
from kg.extract.roles.offices import (
    HEADS_OF_STATE,
    LAWMAKERS,
    STAFF,
    TROOPS,
    is_deputy,
    serves_state,
    speaks_for_state,
)
from kg.extract.roles.phrase import SENT, Anchor, How
from kg.extract.roles.reading import Reading
from kg.extract.tree import Token
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionKind

LEADS, WORKS_FOR, MEMBER_OF, PART_OF = "leads", "worksFor", "memberOf", "partOf"
LOCATED_IN, CITIZEN_OF, RELATIVE_OF = "locatedIn", "citizenOf", "relativeOf"
ALLIED_WITH, OPPOSES, SUCCEEDED = "alliedWith", "opposes", "succeeded"
FORMER = words("former ex onetime ousted deposed retired late then previous once")
_MANY = words("director commander chief boss secretary coach commissioner manager administrator editor")
_STATE_MODIFIERS = words("interim caretaker deputy vice state")
_PERSONAL = words("relativeOf alliedWith opposes representedBy succeeded founded invested")
_TIED_TO_AGENTS = words("opposes founded invested succeeded arrested")
_INMATES = words("prisoner detainee inmate convict")
"""With a name before them they are its people, as "Taliban prisoners" are; hostages are rather in its hands."""

_PEOPLES = words(
    "party opposition coalition movement alliance bloc government regime prosecutor force authority foe"
)
_COMPANIES = words("company bank firm airline carrier fund subsidiary unit arm") | {
    "shipping company",
    "trading company",
    "trading house",
}
_OWNED_BY_STATES = words(
    """company bank firm airline carrier fund holding conglomerate group utility railway trader lender investor
    monopoly broadcaster"""
) | {"shipping company", "trading company", "trading house"}
"""Companies that are parts of a country only where they are called its state's."""

_NATIONAL = words("institute chamber division team center centre section unit foundation fund")
"""Bodies that a demonym places in a country rather than makes an organ of its state."""

_OF_EMPLOYERS = frozenset((LEADS, WORKS_FOR, PART_OF))
"""Relations that "the bank's Danish chief" has to the bank; the demonym tells nationality or seat."""

_OF_STATES = words("police parish diocese barracks") | {
    "police force",
    "police department",
    "prosecutor's office",
    "city council",
    "town council",
}
"""Bodies that are parts of a country, but only stand in a place."""

_CENTRES = frozenset("centre center forum".split())
_EXILED = frozenset("exile exiled".split())
"""Before a noun, these say that the body is not in the country of its members."""

_AGENTS = words("agent operative")
"""Several of them are on the staff of a body rather than its representatives."""

_RANKS = words(
    "judge soldier guard colonel major lieutenant captain sergeant general peacekeeper negotiator mp officer troop"
)
_FORCES = words("soldier troop")
"""Several of them with a demonym act for the country ("Danish soldiers")."""
_EXPERTS = words(
    "expert specialist analyst correspondent watcher researcher scholar historian desk policy editor"
)
_GOVERNMENTS = words("administration government regime")
_UNPLACED = words("state side border department leadership service")
_PLURAL_ORGANS = words("prosecutor authority force guard media court police customs military troop") | {
    "armed force",
    "security force",
    "special force",
    "police force",
    "national police",
    "intelligence",
    "intelligence service",
}
PARTY_WORDS = words(
    """party movement alliance front coalition caucus democrats republicans liberals conservatives greens
    socialists labour bloc list league left alternative alignment vanguard frente alianza mouvement movimiento
    rassemblement liga ligue verbond opposition brigade guerrilla guerrillas union rebels partido parti
    partei covenant centre center forum congress unity accord concord militia gang cartel faction mafia junta"""
)


_RUNNING = frozenset("candidate nominee contender frontrunner hopeful challenger".split())
_CHAMBERS = frozenset(
    "senate house parliament congress assembly council legislature duma knesset bundestag".split()
)
"""What somebody runs for, rather than for whom."""


def takes(reading: Reading, frame: RoleFrame, anchor: Anchor) -> bool:
    """Whether the frame finds its other end in this place."""
    match anchor.how:
        case How.COMPLEMENT:
            named = reading.is_named_by_of and anchor.word == "of"
            inside = frame.relation == PART_OF and anchor.word in ("in", "for")
            return (
                anchor.word in frame.prepositions
                and not named
                and not inside
                and not _is_sent_to(reading, anchor)
            )
        case How.NESTED:
            return False
        case How.BASED:
            return frame.relation == LOCATED_IN
        case _:
            return True


def _is_sent_to(reading: Reading, anchor: Anchor) -> bool:
    """Whether "for" leads to the country that somebody else's envoy deals with ("the bank's envoy for Chad")."""
    sent = anchor.word in ("for", "to") and reading.noun.word.rpartition(" ")[2] in SENT
    owned = any(a.how in (How.POSSESSIVE, How.MODIFIER) for a in reading.anchors)
    return sent and owned and anchor.mention.type is EntityType.COUNTRY


def suits(doc: Sequence[Token], reading: Reading, frame: RoleFrame, anchor: Anchor) -> bool:
    """Whether the noun can have this relation to an entity of this type."""
    word, country = reading.noun.word, anchor.mention.type is EntityType.COUNTRY
    if reading.holder and reading.holder.type is EntityType.ORGANIZATION and frame.relation in _PERSONAL:
        return False
    body = anchor.mention.type is EntityType.ORGANIZATION
    match frame.relation:
        case "leads":
            if anchor.how is How.COMPLEMENT and anchor.word == "at" and word.endswith("leader"):
                return False  # "met leaders at his office"
            return not country or (frame.referent is Slot.SUBJ and word in HEADS_OF_STATE)
        case "worksFor":
            if country:
                private = word.endswith("colleague") and reading.plural
                public = serves_state(reading.noun) and not private
                return public and anchor.word != "from" and not _is_only_of(reading, anchor)
            return word not in LAWMAKERS
        case "representedBy":
            if word in _AGENTS and (body or country) and (reading.plural or anchor.how is How.MODIFIER):
                return False
            return not country or speaks_for_state(reading.noun)
        case "alliedWith":
            if word == "operative" and body:
                return False
            if word in TROOPS:
                return (
                    anchor.mention.type is EntityType.PERSON
                    and anchor.mention.kind is not MentionKind.NOMINAL
                )
            if word in STAFF:
                return not body and not country
            return not country or anchor.how is not How.MODIFIER or _names_country(doc, anchor)
        case "memberOf":
            if word == "figure" and anchor.word not in ("", "of", "in"):
                return False
            if word in _RUNNING and doc[anchor.mention.head].lower_ in _CHAMBERS:
                return False
            if frame.referent is Slot.SUBJ:
                return word != "figure" or anchor.how is not How.POSSESSIVE or anchor.distance > 0
            return anchor.mention.type is EntityType.PERSON
        case "locatedIn":
            if _is_in_name(reading, anchor) or word in _GOVERNMENTS or (country and word in _OF_STATES):
                return False
            part_of_name = anchor.how is How.MODIFIER and anchor.mention.type is EntityType.PLACE
            own_name = part_of_name and anchor.distance == 0 and word in PLACE_NOUNS
            return (reading.is_named_by_of or not own_name) and word not in _UNPLACED
        case "partOf":
            if word == "authority" and not reading.plural and anchor.word == "of":
                return False
            if anchor.how is How.MODIFIER and (
                (country and word in _NATIONAL)
                or (body and (word in _GOVERNMENTS or _is_own_name(reading, anchor)))
            ):
                return False
            return not reading.plural or word in _PLURAL_ORGANS
        case "relativeOf" if word == "family":
            return anchor.how is not How.MODIFIER
        case "attacked":
            return not body or anchor.how is not How.MODIFIER
        case "arrested" if word in _INMATES and anchor.how is How.MODIFIER:
            return False
        case relation if relation in _TIED_TO_AGENTS:
            named = frame.relation == OPPOSES and _names_country(doc, anchor)
            return not country or anchor.how is not How.MODIFIER or named
    return True


def _names_country(doc: Sequence[Token], anchor: Anchor) -> bool:
    """Whether a country before a noun stands there by its name rather than as an adjective ("a U.S. ally")."""
    return doc[anchor.mention.head].pos_ == "PROPN"


def _is_only_of(reading: Reading, anchor: Anchor) -> bool:
    """Whether a demonym on nobody in particular tells no more than nationality ("a Danish colonel")."""
    unnamed = reading.own is not None and reading.own.kind is MentionKind.NOMINAL
    if reading.plural and reading.noun.word in _FORCES:
        return False
    return unnamed and anchor.how is How.MODIFIER and reading.noun.word in _RANKS


def _is_own_name(reading: Reading, anchor: Anchor) -> bool:
    """Whether the name before the noun is that of the thing itself ("the Tasnim news agency")."""
    return reading.noun.word == "agency" and anchor.distance == 1


def _is_in_name(reading: Reading, anchor: Anchor) -> bool:
    """Whether a demonym is only the first word of a place's own name ("British Virgin Islands")."""
    name = reading.holder
    return name is not None and name.type is EntityType.PLACE and anchor.mention.start == name.start


def blocked(doc: Sequence[Token], reading: Reading, frame: RoleFrame, anchor: Anchor) -> bool:
    """Whether a nearer noun or name takes the anchor for itself ("Peruvian gang leader")."""
    beside = [a for a in reading.anchors if a.how in (How.MODIFIER, How.POSSESSIVE)]
    nearer = [a for a in beside if a.distance < anchor.distance]
    country = anchor.mention.type is EntityType.COUNTRY
    owners = [a for a in beside if a.how is How.POSSESSIVE and a.mention.type is EntityType.ORGANIZATION]
    if country and anchor.how is How.MODIFIER and owners and frame.relation in _OF_EMPLOYERS:
        return True
    if anchor in owners and frame.relation in _OF_EMPLOYERS:
        nearer = [a for a in nearer if a.mention.type is not EntityType.COUNTRY]
    if anchor.how is How.POSSESSIVE and anchor.mention.type is EntityType.PERSON:
        nearer = [a for a in nearer if a.mention.type is not EntityType.COUNTRY]  # "his U.S. lawyer"
    if any(a.mention.type in (EntityType.ORGANIZATION, EntityType.COUNTRY) for a in nearer):
        return True
    if frame.relation == LOCATED_IN and country and _EXILED & set(reading.words_before(doc)):
        return True
    if frame.relation == LOCATED_IN and country and any(f.relation == PART_OF for f in reading.noun.frames):
        return not _is_company(reading)
    if frame.relation == PART_OF and reading.noun.word in _OWNED_BY_STATES:
        return not country or not {"state", "national"} & set(reading.words_before(doc))
    if frame.relation == PART_OF and country and _is_company(reading):
        return "state" not in reading.words_before(doc)
    if frame.relation != LEADS or not country or anchor.distance == 0 or anchor.how is How.WHOSE:
        return False
    previous = doc[reading.noun.start - 1]
    return previous.pos_ == "NOUN" and previous.lower_ not in _STATE_MODIFIERS


def _is_company(reading: Reading) -> bool:
    return reading.noun.word in _COMPANIES | _OWNED_BY_STATES


def anchors_of(
    doc: Sequence[Token], reading: Reading, frame: RoleFrame, types: frozenset[EntityType]
) -> list[Anchor]:
    """The anchors of the nearest kind that the frame takes."""
    chosen: list[Anchor] = []
    for anchor in reading.anchors:
        if anchor.mention.type not in types or not takes(reading, frame, anchor):
            continue
        if not suits(doc, reading, frame, anchor):
            continue
        if anchor.how in (How.MODIFIER, How.POSSESSIVE, How.WHOSE) and blocked(doc, reading, frame, anchor):
            continue
        if chosen and (anchor.how is not chosen[0].how or anchor.how is not How.COMPLEMENT):
            break
        chosen.append(anchor)
    return chosen


def is_one_of_several(doc: Sequence[Token], reading: Reading) -> bool:
    """Whether the office is not at the top ("deputy chairman", "a director of the bank")."""
    if is_deputy(doc, reading.noun, reading.begin):
        return True
    former = FORMER & set(reading.words_before(doc))
    return reading.is_indefinite(doc) and not former and reading.noun.word in _MANY


def open_to_demonym(reading: Reading, relation: str, anchor: Anchor, *, demonym: bool) -> bool:
    """Whether a demonym on the noun gives nationality or seat, no frame of the noun saying better."""
    known = {frame.relation for frame in reading.noun.frames}
    if relation == CITIZEN_OF:
        if reading.noun.word in _EXPERTS and anchor.how is How.MODIFIER and not demonym:
            return False
        possessed = anchor.how in (How.POSSESSIVE, How.WHOSE)
        if anchor.mention.kind is MentionKind.PRONOUN and speaks_for_state(reading.noun):
            return False
        return not (possessed and known & _PERSONAL and not known & {LEADS, WORKS_FOR})
    if relation == LOCATED_IN and anchor.how is not How.BASED:
        if reading.noun.word in GENERIC_AGENTS | _PEOPLES | _UNPLACED:
            return False
        organ = PART_OF in known and anchor.mention.type is EntityType.COUNTRY and not _is_company(reading)
        return not organ and LOCATED_IN not in known and not known & _PERSONAL
    return True


class Parties:
    """Which bodies have members rather than employees."""

    def __init__(self, index: MentionIndex, gazetteer: Gazetteer | None = None) -> None:
        self._found: set[str] = set()
        self._alliances: set[str] = set()
        for mention in index.mentions:
            if mention.type is not EntityType.ORGANIZATION:
                continue
            entry = gazetteer.by_key(mention.entity) if gazetteer else None
            named = _names_party(t.lower_ for t in index.tokens[mention.start : mention.end])
            if entry.kind == "party" if entry is not None else named:
                self._found.add(mention.entity)
            elif entry is not None and entry.kind == "body":
                self._alliances.add(mention.entity)

    def __contains__(self, mention: TokenMention) -> bool:
        return mention.entity in self._found

    def is_alliance(self, mention: TokenMention) -> bool:
        """Whether a body is known and no party: its leaders and ministers are mostly those of its members."""
        return mention.entity in self._alliances


def _names_party(tokens: Iterable[str]) -> bool:
    """Whether a name is that of a party; a centre is one only where its name begins so ("Centre Party")."""
    words = list(tokens)
    institute = words[1:2] == ["for"] or not _CENTRES & set(words[:1])
    return any(word in PARTY_WORDS and not (word in _CENTRES and institute) for word in words)
