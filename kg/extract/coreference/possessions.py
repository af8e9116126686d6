"""What can belong to whom: "its members" are those of a party rather than of a court, "its border" is a country's."""

from collections.abc import Set as AbstractSet
from typing import Final

from kg.extract.lexicon.people import words
from kg.extract.mentions.name_types import lemma_of
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType

JOINED: Final = words(
    """party union federation confederation league association movement front alliance bloc coalition gang clan cartel
    militia brigade faction guild society club church sect cult network group council congress committee tribe caucus
    partei partido parti rally guerrilla insurgency cooperative syndicate lobby"""
)
"""Bodies that people join."""
STATES_OWN: Final = words(
    """court tribunal ministry embassy consulate police prosecutors government junta regime cabinet presidency treasury
    judiciary customs administration department directorate authorities gendarmerie coastguard"""
)
"""Bodies that nobody joins, and of which nobody is the leader or the chairman."""
TRADING: Final = words(
    """company firm bank corporation conglomerate business insurer lender airline carrier retailer maker manufacturer
    newspaper paper daily magazine broadcaster supplier operator fund subsidiary"""
)
MEMBERS: Final = words(
    """member activist supporter follower fighter militant gunman adherent sympathiser sympathizer candidate leader
    militiaman faithful believer lawmaker mp"""
)
"""Who belongs to a body that people join."""
FOREMEN: Final = words(
    """chairman chairwoman chairperson chair vice-chair co-chair founder co-founder treasurer shareholder owner investor
    customer employee subscriber reader manager executive subsidiary headquarters trustee bishop pastor editor coach"""
)
"""Who and what belongs to a body rather than to a state."""
STATELY: Final = words(
    """army navy border territory airspace parliament ambassador embassy consulate citizen national coast capital
    minister sovereignty constitution population currency economy troop soil independence premier coastguard coast-guard"""
)
"""What belongs to a state."""
HELD: Final = 1.0
"""Weight for an owner who typically has such a thing."""
ODD: Final = 1.6
"""Weight against one who has none."""


def fit(words_: Words, possessive: Token, kind: EntityType, called: AbstractSet[str]) -> float:
    """How well what a possessive determines belongs to an entity of a kind that the text and its name call so.

    Above zero where such an owner typically has it, below where it has none.
    """
    if possessive.dep_ != "poss":
        return 0.0
    owned = lemma_of(words_, possessive.head.i)
    if owned == "guard" and words_.lower[possessive.head.i - 1] in ("coast", "border", "presidential"):
        owned = "coastguard"
    state = kind in (EntityType.COUNTRY, EntityType.PLACE)
    if owned in STATELY:
        return HELD if kind is EntityType.COUNTRY else 0.0
    if owned in MEMBERS:
        if called & JOINED:
            return HELD
        odd = called & STATES_OWN or (called & TRADING and owned != "leader")
        return -ODD if odd or (state and owned != "leader") else 0.0
    if owned in FOREMEN:
        return -ODD if state or called & STATES_OWN else 0.0
    return 0.0
