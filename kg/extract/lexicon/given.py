"""Given names of either gender."""

from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.names_of_men import MEN
from kg.extract.lexicon.names_of_women import WOMEN


def is_given(word: str) -> bool:
    """Whether a folded word is a given name."""
    return any(word in names for names in (MEN, WOMEN, MALE_NAMES, FEMALE_NAMES))
