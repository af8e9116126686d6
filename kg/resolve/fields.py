"""What somebody does for a living: the field of a role noun, and which fields rarely meet in one person."""

from typing import Final

_NOUNS: Final = {
    "politics": """president minister prime-minister premier chancellor senator lawmaker legislator governor mayor politician
        deputy candidate congressman congresswoman representative secretary councilor councillor parliamentarian
        vice-president dictator monarch king queen prince emir speaker commissioner chief-of-staff ambassador diplomat envoy
        consul negotiator activist dissident""",
    "security": """general colonel commander soldier admiral major lieutenant sergeant brigadier guerrilla rebel militant
        warlord policeman policewoman constable inspector detective spy insurgent fighter gunman""",
    "law": "judge prosecutor lawyer attorney magistrate justice advocate barrister solicitor notary jurist",
    "business": """executive chairman chairwoman banker businessman businesswoman investor owner entrepreneur trader magnate
        billionaire tycoon oligarch industrialist shareholder broker manager financier developer""",
    "science": """scientist professor economist researcher physician doctor biologist physicist chemist historian analyst
        epidemiologist engineer academic scholar lecturer mathematician astronomer surgeon sociologist""",
    "media": "journalist reporter editor columnist broadcaster correspondent presenter blogger anchor photographer",
    "sport": """footballer striker goalkeeper coach player midfielder defender athlete swimmer boxer cyclist sprinter
        golfer wrestler referee skier jockey winger forward batsman bowler quarterback pitcher gymnast runner driver""",
    "arts": """actor actress singer painter novelist musician composer poet author writer filmmaker sculptor dancer rapper
        comedian pianist violinist guitarist conductor playwright screenwriter designer model architect artist""",
    "religion": "bishop archbishop priest imam cardinal rabbi pastor pope monk nun cleric ayatollah mufti reverend vicar",
    "crime": "drug-lord kingpin trafficker smuggler gangster hitman thief robber murderer fraudster",
}
_FIELD: Final = {noun: field for field, nouns in _NOUNS.items() for noun in nouns.split()}
_CLOSED: Final = frozenset({"sport", "arts", "religion"})
"""Fields that people of the others are rarely found in."""


def field_of(role: str) -> str | None:
    """The field of a role noun, with or without words before it ("foreign minister"); None where it tells nothing."""
    return _FIELD.get(role) or _FIELD.get(role.rpartition(" ")[2])


def far_apart(some: frozenset[str] | set[str], others: frozenset[str] | set[str]) -> bool:
    """Whether two sets of fields are hardly those of one person."""
    return bool(some and others) and some.isdisjoint(others) and bool((some | others) & _CLOSED)
