"""Nouns for places, words that end the names of places, and compass words."""

from typing import Final

from kg.extract.lexicon.people import words

COUNTRY_NOUNS: Final = words(
    """country nation homeland republic kingdom sultanate emirate archipelago motherland
    fatherland"""
)
"""Definite phrases with these speak of a country of the article."""

SETTLEMENTS: Final = words(
    """city town village capital hamlet municipality metropolis suburb port settlement township seaport
    neighborhood neighbourhood borough resort"""
)

PLACE_NOUNS: Final = SETTLEMENTS | words(
    """province region district county island peninsula state territory canton prefecture
    enclave exclave oblast governorate emirate continent border frontier coast valley mountain desert
    river lake delta strait gulf prison jail penitentiary barracks airport harbour harbor square palace
    courthouse stadium camp base hospital monastery mosque cathedral airfield dockyard quarry
    reservoir dam bridge checkpoint compound depot warehouse mine pit oilfield gasfield farm estate
    plantation"""
)

NAMED_PLACES: Final = words("market pass")
"""What denotes a place right behind its name alone ("the Sund pass")."""

SITES: Final = words(
    """station post terminal yard forest school college market site headquarters church temple synagogue
    farmhouse outpost refinery pipeline plant factory hospital clinic hotel mall theatre theater reactor
    barracks convoy garrison kindergarten chapel shrine village shop restaurant cafe nightclub"""
)
"""What can be stormed or shelled without a name of its own."""

ASSAULTS: Final = words(
    """storm bomb shell attack raid seize burn torch occupy ambush hit strike besiege blockade loot ransack overrun
    capture destroy target retake assault vandalize vandalise picket"""
)
"""What is done to a place by force."""

NAME_ENDS: Final = words(
    """River Lake Mountain Mountains Mount Island Islands Isles Isle Valley Bay Strait Straits Sea Ocean Gulf
    Coast Peninsula Desert Province County District Region Oblast Governorate Prefecture Canton Territory
    Territories Delta Street Avenue Road Boulevard Square Plaza Park Airport Harbor Harbour Palace Stadium
    Arena Bridge Canal Dam Prison Jail Penitentiary Barracks Camp Base Cape Cathedral Mosque Heights Hills
    Hill Highlands Plateau Forest Basin Beach Field Fields Falls Point Pass Peak Plain Plains Reef Shore
    Springs Town City Village Quarter barracks prison airport island islands river valley province region
    district peninsula port square bridge camp base dam lake county governorate oblast desert canal strait
    mosque cathedral palace stadium market pass penitentiary jail"""
)
"""The word that ends the name of a place; some stand in lower case after the name proper."""

NAME_STARTS: Final = words(
    """Mount Lake Fort Port Cape Gulf Bay Strait Isle River Camp Puerto Santa San Saint St St. Ciudad Rio
    Río El Al Ain Bab Wadi Tel Jabal Nizhny Novo Stara Banská"""
)

COMPASS: Final = words(
    """north south east west northern southern eastern western north-east north-west south-east south-west
    northeast northwest southeast southwest northeastern northwestern southeastern southwestern central
    upper lower north-eastern north-western south-eastern south-western mid inner outer sub-saharan"""
)

LOCATIVE_PREPOSITIONS: Final = words(
    """in at near to from into around outside inside toward towards across through throughout via off onto
    reach reaching"""
)

SETTINGS: Final = words("border river house home villa residence apartment congress")
"""What something happens at, rather than a body or place whose seat is told ("at his house in Lyon")."""
