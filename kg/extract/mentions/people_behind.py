"""Where somebody's name or office begins within a run of capitalised words, behind a body or what a post is for."""

from typing import Final

from kg.extract.lexicon.bodies import NAME_HEADS
from kg.extract.lexicon.given import is_given
from kg.extract.lexicon.people import HONORIFICS, TITLE_NOUNS, words
from kg.extract.lexicon.words import ARTICLES
from kg.extract.words import HYPHENS, Words

STATE_BODIES: Final = words(
    "Congress Parliament Senate Treasury Knesset Duma Politburo Commons Lords Cabinet"
)
_FIELDS: Final = words(
    """affairs trade defence defense finance security migration justice health energy education climate environment
    agriculture development operations enlargement competition economy interior relations rights cooperation transport
    culture labour labor policy action management research intelligence industry commerce tourism water mines
    communications information infrastructure planning children prosecutions"""
)
"""What posts are for, which nobody takes for a body ("Minister for Foreign Affairs Ann Lee")."""

_OF_GENERALS: Final = words("secretary attorney director governor inspector surgeon solicitor")
_LONGEST: Final = 4


def before_person(w: Words, start: int, end: int) -> tuple[int, int] | None:
    """Where the name of a body or place before somebody's ends, and where somebody's begins; mere fields are no names."""
    if (person := _person_behind_body(w, start, end)) is not None:
        return person, person
    if (person := _person_behind_post(w, start, end)) is not None:
        return (start if w.lower[person - 1] in _FIELDS else person), person
    return None


def office_behind(w: Words, start: int, end: int) -> int:
    """Where an office such as "Secretary General" begins behind a body's name; the end where none does."""
    k = end - 2
    if w.text[end - 1] != "General" or k <= start:
        return end
    k -= w.text[k] in HYPHENS
    return k if k > start and w.lower[k] in _OF_GENERALS else end


def _person_behind_body(w: Words, start: int, end: int) -> int | None:
    """Where somebody's name begins right behind a body's ("of the Opposition Karin Holm"); the model tells."""
    for k in range(start + 1, end - 1):
        whole = w.label(k) == "PERSON" and w.same_entity(k, end - 1) and not w.same_entity(k - 1, k)
        if whole and w.text[k] not in NAME_HEADS and w.text[end - 1] not in NAME_HEADS:
            behind_title = w.lower[k - 1] in TITLE_NOUNS
            return k if w.text[k - 1] in NAME_HEADS | STATE_BODIES and not behind_title else None
    return None


def _person_behind_post(w: Words, start: int, end: int) -> int | None:
    """Where somebody's name begins behind what the post is for ("Ambassador to the United Nations Ann Lee").

    A given name tells, or a field that no name begins with.
    """
    if not _is_of_post(w, start) or _opens_name(w, start) or w.text[end - 1] in NAME_HEADS:
        return None
    for k in range(start + 1, end - 1):
        if end - k > _LONGEST + w.text[k:end].count("-"):
            continue
        if w.lower[k - 1] in _FIELDS or (is_given(w.folded[k]) and w.lower[k - 1] not in ("of", "the")):
            return k
    return None


def _is_of_post(w: Words, start: int) -> bool:
    of = start - 2 if start and w.lower[start - 1] in ARTICLES else start - 1
    if of < 1 or w.lower[of] not in ("of", "for", "to") or w.sentence[of - 1] != w.sentence[start]:
        return False
    return w.lower[of - 1] in TITLE_NOUNS or w.lower[of - 2 : of] == ["of", "state"]


def _opens_name(w: Words, start: int) -> bool:
    """Whether a run begins with a person's name or form of address ("spokesman for John Paul Ek")."""
    word = w.folded[start]
    return (
        is_given(word) or w.lower[start].rstrip(".") in HONORIFICS | TITLE_NOUNS or len(word.rstrip(".")) < 2
    )
