"""Given names of either gender: those chosen by hand, and rarer ones that were collected."""

from functools import cache
from pathlib import Path
from typing import Final

from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.names_of_men import MEN
from kg.extract.lexicon.names_of_women import WOMEN

COLLECTED: Final = Path(__file__).parent / "given_names.txt"


def is_given(word: str) -> bool:
    """Whether a folded word is a given name, of those chosen by hand."""
    return any(word in names for names in (MEN, WOMEN, MALE_NAMES, FEMALE_NAMES))


@cache
def collected() -> dict[str, str]:
    """The gender ("f" or "m") of rarer given names, collected by training/names/collect.py."""
    return dict(line.split() for line in COLLECTED.read_text(encoding="utf-8").splitlines())
