"""Words that are names, or parts of them, only by what stands beside them: "his son Hunter", "the Socialists"."""

from typing import Final

from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.people import HONORIFICS, PERSON_NOUNS, RELATIVES, TITLE_NOUNS, TITLE_PARTS
from kg.extract.lexicon.places import COMPASS
from kg.extract.lexicon.words import ADJECTIVES, EVENT_HEADS
from kg.extract.mentions.people_behind import STATE_BODIES
from kg.extract.words import Words
from kg.gazetteer import Gazetteer

PARTISANS: Final = frozenset(
    """Socialists Conservatives Liberals Communists Centrists Agrarians Labourites Moderates Greens Democrats
    Republicans""".split()
)
_FROM_PLACES: Final = frozenset("Republican Democrat Republicans Democrats Tory".split())
"""Followers of a party who are told apart by where they were elected ("a Kansas Republican")."""
_PARTISANS: Final = frozenset("Republican Democrat Tory".split())
OF_CREEDS: Final = frozenset(
    "Liberal Social Christian Free Sweden National Centre Center Young Independent".split()
)
"""What tells other parties' Democrats and Republicans from those of that name."""
_CHAMBERS: Final = frozenset("Senate House Assembly".split())
_OF_CHAMBERS: Final = frozenset("Republican Democratic".split())
CREED_ENDINGS: Final = ("ian", "ist", "ite", "ic")
NOT_ALONE: Final = COMPASS | TITLE_NOUNS | TITLE_PARTS | BODY_NOUNS | HONORIFICS
OF_PARTIES: Final = frozenset(
    "the opposition ruling governing centre-left centre-right far-left far-right".split()
)
"""What stands before the followers of a party where the party is meant."""


def may_stand_alone(words: Words, i: int, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word that stands alone can be a name: no adjective, title, event, model or common noun."""
    text, lower = words.text[i], words.lower[i]
    if text in STATE_BODIES or is_of_kin(words, i) or is_party_called(words, i):
        return True
    if text in ADJECTIVES | EVENT_HEADS or lower in NOT_ALONE:
        return False
    if gazetteer.by_demonym(text) or is_creed(words, i) or _is_model(words, i):
        return False
    if words.doc[i].lemma_.lower() in PERSON_NOUNS or lower in PERSON_NOUNS or is_plural_person(lower):
        return False
    return words.pos[i] == "PROPN" or words.entity[i] >= 0


def _is_model(words: Words, i: int) -> bool:
    """Whether a word is the end of what a product is called ("the 737 MAX")."""
    return i > 0 and words.pos[i - 1] == "NUM" and words.label(i) == "PRODUCT"


def is_of_kin(words: Words, i: int) -> bool:
    """Whether it is the name of somebody's relative, whatever noun it looks like ("his son Hunter")."""
    return (
        i > 1 and words.lower[i - 1] in RELATIVES and words.label(i) == "PERSON" and words.text[i].istitle()
    )


def is_middle_name(words: Words, i: int, start: int) -> bool:
    """Whether what else is a title stands behind a given name ("Hassan Sheikh Mohamud", "Martin King Lee")."""
    given = i > start and (words.folded[i - 1] in MALE_NAMES or words.folded[i - 1] in FEMALE_NAMES)
    return given and words.lower[i] in ("sheikh", "king", "prince", "judge", "bishop", "marshal", "dean")


def beside_partisans(words: Words, start: int, end: int) -> tuple[int, int]:
    """What of a run is left without what followers of a party are called, and without whose post it tells.

    "A Kansas Republican" leaves Kansas, "Democrat Ann Lee Holm" the person, "Senate Republican leader Ann Lee" nothing.
    """
    if end - start == 1:
        return start, end
    if words.text[end - 1] in _FROM_PLACES and words.label(start) in ("GPE", "LOC"):
        return start, end - 1
    if words.text[start] in _PARTISANS and words.label(end - 1) == "PERSON":
        return start + 1, end
    if end - start > 3 and words.text[start] in OF_CREEDS and words.text[start + 1] == "Democrat":
        return start + 2, end
    first, second = words.text[start], words.text[start + 1]
    grouped = (first in _CHAMBERS and second in _OF_CHAMBERS) or (
        first in _OF_CHAMBERS and second in _CHAMBERS
    )
    if end - start == 2 and grouped and end < len(words) and words.lower[end] in PERSON_NOUNS:
        return end, end
    return start, end


def is_party_called(words: Words, i: int) -> bool:
    """Whether "the Socialists" and the like stand for their party."""
    before = words.lower[i - 1] if i else ""
    return words.text[i] in PARTISANS and (before in OF_PARTIES or before in ("'s", "’s"))


def is_plural_person(word: str) -> bool:
    """Whether a word in lower case is the plural of a noun for people ("gunmen", "farmers")."""
    return (word.endswith("s") and word[:-1] in PERSON_NOUNS) or (
        word.endswith("men") and word[:-3] + "man" in PERSON_NOUNS
    )


def is_creed(words: Words, i: int) -> bool:
    """Whether a lone capitalised adjective of faith, creed or people qualifies a noun ("Bolivarian socialism")."""
    if words.label(i) not in ("NORP", "") or not words.lower[i].endswith(CREED_ENDINGS):
        return False
    ahead = words.doc[i + 1] if i + 1 < len(words) else None
    return ahead is not None and ahead.pos_ in ("NOUN", "PROPN") and words.doc[i].dep_ in ("amod", "compound")
