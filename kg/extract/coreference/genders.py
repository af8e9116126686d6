"""The gender of the people a document names, by titles, roles, given names and the endings of surnames."""

from collections.abc import Sequence
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.roles import RolesSeen
from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.given import collected
from kg.extract.lexicon.names_of_men import MEN
from kg.extract.lexicon.names_of_women import WOMEN
from kg.extract.lexicon.people import FEMALE_NOUNS, MALE_NOUNS
from kg.extract.words import Words
from kg.model import EntityType

INSIDE: Final = {
    "bint": "f",
    "binti": "f",
    "kaur": "f",
    "begum": "f",
    "bibi": "f",
    "devi": "f",
    "bin": "m",
    "singh": "m",
}
"""Words inside a name that only one gender's names have."""
WOMENS_ENDINGS: Final = (
    "ovna", "evna", "skaya", "ckaya", "ova", "eva", "ska", "cka", "dottir", "qyzy", "kyzy", "iene", "aite", "opoulou", "idou"
)  # fmt: skip
MENS_ENDINGS: Final = ("ovich", "evich", "skiy", "ov", "ev", "uly", "uulu", "opoulos", "idis", "akis")
UNISEX_ENDINGS: Final = ("ueva", "nova", "dova")
"""Of Romance surnames ("Villanueva", "Casanova"), which end like Slavic ones."""
SHORTEST: Final = 3
"""Letters that stand before an ending at least."""


def genders(words: Words, mentions: Sequence[TokenMention], roles: RolesSeen) -> dict[str, str]:
    """The gender of people ("f" or "m"); those of whom nothing is known are absent."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.type is not EntityType.PERSON:
            continue
        before = words.lower[mention.start - 1].rstrip(".") if mention.start else ""
        nouns = {before} | roles.nouns.get(mention.entity, set())
        female, male = len(nouns & FEMALE_NOUNS), len(nouns & MALE_NOUNS)
        if female != male:
            found[mention.entity] = "f" if female > male else "m"
        elif mention.entity not in found and mention.end - mention.start > 1:
            told = of_name(words.folded[mention.start : mention.end])
            found |= {mention.entity: told} if told is not None else {}
    return found


def of_name(name: Sequence[str]) -> str | None:
    """Whether a full name, word by word without accents and in lower case, is a man's or a woman's; None where unknown.

    >>> of_name(["karin", "dahl"]), of_name(["aigul", "omuralieva"]), of_name(["xyz", "holm"])
    ('f', 'f', None)
    """
    return (
        of_given_name(name[0])
        or next((INSIDE[word] for word in name if word in INSIDE), None)
        or collected().get(name[0])
        or _by_surname(name[-1])
    )


def of_given_name(name: str) -> str | None:
    """What the lists made by hand tell of a given name."""
    if name in FEMALE_NAMES or name in WOMEN:
        return "f"
    return "m" if name in MALE_NAMES or name in MEN else None


def _by_surname(surname: str) -> str | None:
    for endings, gender in ((WOMENS_ENDINGS, "f"), (MENS_ENDINGS, "m")):
        if any(surname.endswith(e) and len(surname) >= len(e) + SHORTEST for e in endings):
            return None if surname.endswith(UNISEX_ENDINGS) else gender
    return None
