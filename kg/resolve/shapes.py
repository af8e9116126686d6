"""What kind of name a name is: how far it alone says who is meant."""

from enum import StrEnum
from typing import Final

from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.resolve.names import tokens


class Shape(StrEnum):
    """What a name alone tells."""

    KNOWN = "known"
    """A gazetteer says whom it means."""
    PEOPLE = "people"
    """It is that of a people ("Venezuelans")."""
    FULL = "full"
    """Given and family name, or the whole name of a body: namesakes are rare."""
    COMMON = "common"
    """A full name of words that many bear ("Maria Garcia")."""
    SURNAME = "surname"
    """A person's name of one word."""
    GENERIC = "generic"
    """A body that every state has one of ("Supreme Court", "Interior Ministry")."""


PRIOR: Final = {Shape.FULL: 2.0, Shape.COMMON: 1.0, Shape.SURNAME: 0.5, Shape.GENERIC: -0.25}
"""What the same name alone weighs for one entity, in the unit of `evidence`."""

_GENERIC_WORDS: Final = frozenset(
    """a academy affairs agency agriculture air and appeal appeals armed army assembly assize assizes attorney
    audit authorities authority bank bar board border bureau cabinet central chamber chambers chief city civil
    coast commerce commission commissioner committee common commons communist congress conservative
    constitutional corrections council county court courts criminal customs defence defense democratic democrats
    department deputies development directorate district economic economy education election elections electoral
    emergency employment energy environment exchange executive federal federation finance fire first fisheries
    food for force forces foreign forest forum front general government green greens guard health high highway
    home house housing human immigration in industry information inspectorate institute intelligence interior
    internal investment joint judicial judiciary justice labor labour law lawmakers legislative legislature
    liberal local lords lower main marine metropolitan migration military mines mining minister ministry
    municipal municipality national navy new of office ombudsman opposition parliament party pension people
    peoples planning police port power presidency president presidential prime prison privy progressive
    prosecution prosecutor prosecutors public radio railway railways regional registry representatives republic
    republican republicans research reserve resources revenue rights royal ruling safety science sea secret
    secretariat security senate service services social socialist society special staff state statistics stock
    superior supreme tax the tourism trade transport treasury tribunal union unions university upper water
    welfare women workers works youth""".split()
)
"""Words of which names of bodies are made that every state has."""
_COMMON_WORDS: Final = frozenset(
    """ahmed ali alvarez anderson brown chen cohen cooper davis diaz evans fernandez flores garcia gomez gonzalez green hall
    harris hassan hernandez hussein ibrahim ivanov jackson johnson jones khan kim kumar lee lewis li lin liu lopez martin
    martinez miller mohamed mohammed moore morales moreno muhammad muller murphy nguyen park patel perez ramirez ramos reyes
    rivera roberts robinson rodriguez rojas ruiz sanchez santos sharma silva singh smith suarez taylor thomas thompson torres
    tran vargas vazquez walker wang white williams wilson wong wright yang young zhang""".split()
)
"""Family names that a great many people bear."""


def shape_of(name: str, kind: EntityType, gazetteer: Gazetteer) -> Shape:
    """The shape of a name that no gazetteer gives."""
    if gazetteer.by_demonym(name) is not None:
        return Shape.PEOPLE
    words = tokens(name)
    if kind is EntityType.PERSON:
        if len(words) < 2:
            return Shape.SURNAME
        return Shape.COMMON if words[-1] in _COMMON_WORDS else Shape.FULL
    return Shape.GENERIC if all(word in _GENERIC_WORDS for word in words) else Shape.FULL
