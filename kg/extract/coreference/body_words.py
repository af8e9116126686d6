"""What texts call bodies without their names, and what the words of a name tell of its kind."""

from collections.abc import Iterable
from typing import Final

from kg.extract.lexicon.bodies import REGIME_NOUNS
from kg.extract.lexicon.people import words as word_set

ONE_PER_STATE: Final = REGIME_NOUNS | word_set("administration opposition military army parliament")
"""Bodies of which adjectives make no second one ("the rogue socialist regime")."""
OF_OTHER_TIMES: Final = word_set(
    "last previous former ousted toppled deposed overthrown fallen next future elected"
)
"""Adjectives of a government or parliament that is not the present one."""
COLOURLESS: Final = word_set(
    """new old former current own big large small leading main local powerful embattled ruling socialist
    communist leftist rightist conservative liberal rogue authoritarian military-backed rival first second
    top major whole entire same present"""
)
ANONYMOUS: Final = word_set(
    """company firm group party organization organisation bank agency movement newspaper paper corporation"""
)
TRADES: Final = word_set(
    """automaker carmaker lender retailer insurer airline drugmaker chipmaker brewer miner broadcaster publisher
    startup conglomerate steelmaker planemaker"""
)
"""What a text calls the firm that it is about."""
SYNONYMS: Final = {"automaker": "carmaker"}
"""Nouns by which news varies others."""
PLAIN_FIRMS: Final = word_set("company firm group corporation business giant maker")
TOPICAL: Final = (
    PLAIN_FIRMS
    | TRADES
    | word_set("bank movement party club charity watchdog network newspaper paper militia maker")
)
"""What a text calls the body that it goes on about under a description of its own."""
SUPERLATIVES: Final = word_set(
    "biggest largest top leading oldest main dominant second-largest second-biggest"
)
STATE_BANKS: Final = word_set("central reserve european international world federal")
"""In the name of a bank, that it is no country's biggest."""
ITSELF: Final = word_set(
    """party group company firm newspaper gang cartel clan militia movement alliance coalition club chain
    network bank brigade conglomerate syndicate front union sect cult"""
)
PUBLIC: Final = ONE_PER_STATE | word_set(
    """authorities police court tribunal judiciary prosecutors forces navy ministry department agency senate
    congress assembly legislature cabinet embassy intelligence services party coalition commission council
    customs gendarmerie coastguard coast-guard delegation leadership treasury prosecution guard junta
    presidency office directorate bureau"""
)
"""Bodies that stand on the name of their country or leader; others of somebody ("its board") stay local."""
KNOWN_AS: Final = {
    "european-union": word_set("bloc"),
    "nato": word_set("alliance bloc"),
    "african-union": word_set("bloc union"),
    "economic-community-of-west-african-states": word_set("bloc"),
    "ecowas": word_set("bloc"),
    "asean": word_set("bloc"),
    "mercosur": word_set("bloc"),
    "united-nations": word_set("organization organisation"),
}
"""What world bodies are called by everybody, by their keys in the gazetteer."""
ALLIED: Final = word_set("coalition alliance bloc camp")
STATES_OWN: Final = word_set("army military police")
REBELLIOUS: Final = word_set("liberation resistance salvation independence arakan rebel")
"""In the name of an army, that it is none of a state."""
IRREGULAR: Final = word_set(
    "militia faction group movement gang guerrilla guerrillas cartel insurgency paramilitaries"
)
"""What is called so is not "the army", whatever its name."""
OFFICIAL: Final = word_set(
    "court tribunal police army navy parliament senate ministry congress assembly party university government embassy"
)
BANDS: Final = word_set("group organization organisation movement militia network faction outfit insurgency")
MILITANT: Final = word_set(
    """militant terrorist terror rebel jihadist extremist insurgent islamist armed separatist guerrilla fundamentalist
    radical hardline militia paramilitary outlawed banned"""
)
"""What an armed group is called."""
ARMED_NAMES: Final = word_set(
    """taliban hamas hezbollah hizbullah hizbollah islamic qaeda qaida haram shabab shabaab jihad jaish lashkar
    houthi houthis farc eln pkk pyd ypg ltte tigers sayyaf moro fatah mujahideen mujahedeen nusra tahrir ira eta
    liberation resistance brigade brigades front militia rebels naxalites maoists m23 lra adf ansar khorasan
    revolutionary haqqani jemaah janjaweed tareek tehreek"""
)
"""Words of the names of armed groups."""
GENERAL: Final = word_set("organization organisation agency movement party")
"""What official bodies may be called as well."""
_CENTRAL: Final = word_set("central reserve of national norges state")
"""In the name of a bank, that it may be a state's."""
NO_BUSINESS: Final = word_set(
    """commission council committee union nations fund authority prosecution agency department bureau office
    ministry administration"""
)
"""In a name, that it is no firm, bank or paper, whatever else it may be."""
BUSINESS: Final = word_set("company firm corporation bank newspaper paper") | TRADES
NOT_CALLED: Final = {"european-union": word_set("union")}
"""What a body is not called in lower case, though its name holds the word."""
ABROAD: Final = {
    "banco": "bank", "banque": "bank", "banca": "bank", "partido": "party", "parti": "party", "partito": "party",
    "partei": "party", "grupo": "group", "groupe": "group", "gruppo": "group", "frente": "front",
    "movimiento": "movement", "movimento": "movement", "mouvement": "movement", "universidad": "university",
    "universidade": "university", "universita": "university", "universite": "university", "universitat": "university",
}  # fmt: skip
"""Words of names in other languages, by what is said for them in English."""
FIELDS: Final = word_set(
    "exchange bank company firm industry court army newspaper university school hospital prison railway airline"
)
"""Nouns for bodies that stand in the names of others,"""
RANKED: Final = word_set(
    "commission council committee authority union federation association ministry agency board"
)
"""which these nouns end."""
NEAR: Final = 2
"""How many sentences back "the company" may mean a body of which nothing else is said."""


def is_outranked(noun: str, name: list[str], before: str = "") -> bool:
    """Whether a noun only tells the field of a body that is called something else ("the Securities Exchange Commission").

    So it is of "the central bank" beside a bank whose name tells of none.

    >>> is_outranked("bank", ["world", "bank"], "central"), is_outranked("bank", ["norges", "bank"])
    (True, False)
    """
    if noun == "bank" and before == "central" and "bank" in name and _CENTRAL.isdisjoint(name):
        return True
    if noun in STATES_OWN and not REBELLIOUS.isdisjoint(name):
        return True
    return noun in FIELDS and noun in name[:-1] and name[-1] in RANKED and "of" not in name


def is_the_only_one(lemma: str, before: Iterable[str]) -> bool:
    """Whether a state has one such body at a time, and the words before the noun tell of no other time."""
    return lemma in ONE_PER_STATE and OF_OTHER_TIMES.isdisjoint(before)
