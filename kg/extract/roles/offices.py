"""What offices are by themselves: those of a state, deputies, offices to come, ministers with their ministries."""

from collections.abc import Iterator, Sequence

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.people import words
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.nouns import RoleNoun
from kg.extract.tree import Token
from kg.model import EntityType

STATE_OFFICES = words(
    "president minister premier chancellor lawmaker king queen emir sultan monarch dictator strongman"
) | {
    "president-elect",
    "supreme leader",
    "taoiseach",
    "head of state",
    "head of government",
    "interim president",
    "acting president",
    "prime minister-designate",
    "prime minister",
    "deputy prime minister",
    "vice president",
    "secretary of state",
    "attorney general",
    "foreign minister",
    "finance minister",
    "defense minister",
    "defence minister",
    "interior minister",
    "justice minister",
    "health minister",
    "education minister",
    "energy minister",
    "trade minister",
    "environment minister",
    "agriculture minister",
    "transport minister",
    "labour minister",
    "labor minister",
    "information minister",
    "deputy minister",
    "foreign secretary",
    "home secretary",
    "defense secretary",
    "treasury secretary",
    "police minister",
    "labor secretary",
    "health secretary",
    "commerce secretary",
    "energy secretary",
    "education secretary",
    "homeland security secretary",
    "transportation secretary",
    "war secretary",
    "business secretary",
    "digital affairs minister",
}
"""Offices that are a country's where nothing else is said."""

LAWMAKERS = words("lawmaker senator congressman congresswoman mp legislator parliamentarian deputy")
"""Those who serve a country but are members, not employees, of a body."""

STAFF = (
    words(
        """aide adviser advisor deputy secretary assistant bodyguard lieutenant strategist pollster speechwriter
    fixer friend mentor follower henchman sidekick disciple acolyte underling"""
    )
    | {"chief of staff", "top aide", "close aide", "senior aide", "right-hand man", "running mate"}
    | {
        "top diplomat",
        "national security adviser",
        "national security advisor",
        "foreign policy adviser",
        "economic adviser",
        "senior adviser",
        "special adviser",
        "chief adviser",
        "top brass",
        "inner circle",
        "entourage",
        "campaign coordinator",
        "campaign team",
        "election agent",
    }
)
"""Nouns that tie a person to a person; of a body they are employees."""

TROOPS = words("general soldier officer commander troop fighter gunman men")
"""Nouns that tie people to the person who commands them."""

HEADS_OF_STATE = words(
    """president premier chancellor dictator king queen emir sultan monarch emperor ruler strongman autocrat
    despot tyrant leader regent shah taoiseach caliph overlord pope head"""
) | {
    "prime minister",
    "first minister",
    "supreme leader",
    "paramount leader",
    "interim president",
    "acting president",
    "interim leader",
    "head of state",
    "head of government",
    "junta chief",
    "crown prince",
    "governor general",
    "prime minister-designate",
    "president-elect",
    "co-president",
}
"""Offices at the head of a country; any other noun with a demonym says no more than nationality."""

HEADS_OF_GOVERNMENT = words("premier chancellor taoiseach") | {
    "prime minister",
    "first minister",
    "head of government",
}
"""Those of them who head the government; the others head the state, or both."""

PUBLIC_OFFICES = {"immigration chief", "customs chief", "trade chief", "foreign policy chief"} | words(
    """ambassador envoy diplomat official general judge prosecutor soldier officer secretary undersecretary
    senator lawmaker legislator congressman congresswoman mp governor commissioner spokesman spokeswoman
    spokesperson colonel major brigadier admiral lieutenant captain sergeant consul attaché attache
    negotiator representative emissary delegate magistrate justice ombudsman policeman policewoman spy agent
    deputy minister parliamentarian counterpart colleague bureaucrat investigator spymaster constable
    inspector detective peacekeeper mayor speaker guard troop serviceman gendarme"""
)
"""Nouns that with a country's name or demonym say that someone serves that country."""

ENVOYS = words(
    """ambassador envoy negotiator representative delegate delegation emissary consul mediator spokesman
    spokeswoman spokesperson interlocutor proxy"""
) | {"high commissioner", "negotiating team", "charge d'affaires", "chargé d'affaires", "solicitor general"}
"""Nouns that with a country's name or demonym say that someone speaks for that country."""

DEPUTIES = words("deputy vice assistant associate under")
COMING = words("next future incoming prospective designated aspiring would-be presumptive")
ELECTED = words("elect designate")
MINISTRIES = words("ministry department treasury exchequer office")
_FIELDED = words("director commissioner manager chief editor officer coordinator head")
_CHARGED = words("director commissioner manager officer coordinator head")
"""What follows "for" is their field ("director for Africa", "commissioner for trade")."""
_FIELDS = words(
    """legal sports sporting technical marketing finance financial creative artistic research communications
    communication campaign policy climate program programme operations operating commercial medical
    scientific development news opinion regional country development data technology information
    security safety human-resources personnel press media public-affairs transport energy health trade
    agriculture environment competition enlargement budget photo managing-editor culture features migration
    fisheries justice industry digital rights aid refugee nuclear antitrust
    peacekeeping counterterrorism neighbourhood agricultural market economy affairs humanitarian equality"""
)
_MAX_FIELD = 5
_FIELD_STOP = words(
    "of the and for former acting new outgoing deputy interim his her its their then ex prime"
)


def is_coming(doc: Sequence[Token], noun: RoleNoun, begin: int) -> bool:
    """Whether the office has not been taken up ("president-elect", "the next chancellor")."""
    if noun.word.endswith(("-elect", "-designate")):
        return True
    after = doc[noun.end : noun.end + 2]
    if len(after) == 2 and after[0].text == "-" and after[1].lower_ in ELECTED:
        return True
    before = doc[max(0, noun.start - 3) : noun.start]
    would_be = [token.lower_ for token in before] == ["would", "-", "be"]
    return would_be or any(token.lower_ in COMING for token in doc[begin : noun.start])


def is_deputy(doc: Sequence[Token], noun: RoleNoun, begin: int) -> bool:
    """Whether the noun is only half of the office ("deputy chairman")."""
    return any(token.lower_ in DEPUTIES for token in doc[max(begin, noun.start - 3) : noun.start])


def is_of_a_field(doc: Sequence[Token], noun: RoleNoun) -> bool:
    """Whether the post is of one field within a body ("legal director", "climate commissioner")."""
    if noun.word not in _FIELDED or noun.start == 0:
        return False
    after = doc[noun.end : noun.end + 2]
    charged = len(after) == 2 and after[0].lower_ == "for" and noun.word in _CHARGED
    return doc[noun.start - 1].lower_ in _FIELDS or charged


def ministries_of(index: MentionIndex, noun: RoleNoun, begin: int) -> Iterator[TokenMention]:
    """The ministry that a minister heads, where the article names it: one whose name shares the field of the title."""
    field = _field(index.tokens, noun, begin)
    if not field:
        return
    seen: set[str] = set()
    for mention in index.mentions:
        if mention.type is not EntityType.ORGANIZATION or mention.entity in seen:
            continue
        name = [token.lower_ for token in index.tokens[mention.start : mention.end]]
        if index.tokens[mention.head].lower_ in MINISTRIES and field <= set(name):
            seen.add(mention.entity)
            yield mention


def _field(doc: Sequence[Token], noun: RoleNoun, begin: int) -> set[str]:
    """What a minister is responsible for: "foreign", "health"."""
    if noun.word == "secretary of state":
        return {"state"}
    own = [token.lower_ for token in doc[noun.start : noun.end]]
    if own[-1] not in ("minister", "secretary") or own[0] in ("prime", "deputy"):
        return set()
    before = list(doc[max(begin, noun.start - _MAX_FIELD) : noun.start])
    field: list[str] = own[:-1]
    for token in reversed(before):
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "CCONJ") or token.lower_ in _FIELD_STOP - {"and"}:
            break
        if token.ent_type_ in ("GPE", "NORP"):
            break
        field.append(token.lower_)
    after = doc[noun.end : noun.end + _MAX_FIELD]
    if not field and len(after) > 1 and after[0].lower_ in ("of", "for"):
        for token in after[1:]:
            if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
                break
            field.append(token.lower_)
    return set(field) - {"and"}


def serves_state(noun: RoleNoun) -> bool:
    """Whether the noun is a public office, to judge by any of its words ("attorney general")."""
    return noun.word in STATE_OFFICES | PUBLIC_OFFICES or bool(PUBLIC_OFFICES & set(noun.word.split()))


def speaks_for_state(noun: RoleNoun) -> bool:
    """Whether the noun denotes a country's envoy rather than somebody's lawyer or agent."""
    return noun.word in ENVOYS or any(word in ENVOYS for word in noun.word.split()[-1:])


def is_of_state(noun: RoleNoun) -> bool:
    """Whether somebody's country can be meant by the possessor of the noun, to judge by its words."""
    return noun.word in HEADS_OF_STATE or serves_state(noun) or not noun.frames
