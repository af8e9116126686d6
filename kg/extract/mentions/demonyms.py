"""Adjectives and nouns of nationality: "Danish" names the country, "the Danes" the people."""

from collections.abc import Sequence
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.people import words as word_set
from kg.extract.words import Words
from kg.gazetteer import Gazetteer, GazetteerEntry
from kg.model import Entity, EntityType, MentionKind
from kg.model.keys import slug

MODIFIERS: Final = frozenset({"amod", "compound", "nmod", "poss", "acomp", "npadvmod"})
_FIRST_OF_TWO: Final = frozenset({"U.S.", "US"})
_COMBINING: Final = {
    "Anglo": "United Kingdom",
    "Franco": "France",
    "Greco": "Greece",
    "Hispano": "Spain",
    "Indo": "India",
    "Italo": "Italy",
    "Luso": "Portugal",
    "Russo": "Russia",
    "Sino": "China",
    "Turco": "Turkey",
}
"""What countries are called before another's adjective ("Franco-Algerian")."""
COLLECTIVE: Final = ("sh", "nch", "tch", "ese", "s")
"""How nationalities end that mean many behind "the" ("the French"), unlike "the Dane" and "the Australian"."""
LANGUAGE_WORDS: Final = word_set(
    """language languages speaker speakers speaking translation dialect initials acronym abbreviation spelling surname
    accent"""
)
"""After these a nationality is a language: "by its Spanish initials", "a Russian-language paper"."""


def people_of(entry: GazetteerEntry, entities: dict[str, Entity]) -> str:
    """The key of a country's people as a group ("Venezuelans")."""
    plural = next((word for word in entry.demonyms if word.endswith("s") and not word.endswith("ss")), None)
    name = plural or (f"{entry.demonyms[0]} people" if entry.demonyms else f"people of {entry.name}")
    key = slug(name)
    entities.setdefault(key, Entity(key, EntityType.PERSON, name))
    return key


def _is_modifier(words: Words, i: int) -> bool:
    token = words.doc[i]
    following = words.doc[i + 1] if i + 1 < len(words) else None
    if token.dep_ in MODIFIERS and token.head.i > i:
        return True
    if token.dep_ == "acomp":
        return True
    if following is not None and words.text[i + 1] in ("-", "“", "‘", '"'):
        return words.text[i + 1] != "-" or words.glued[i]
    return (
        following is not None
        and not words.text[i].endswith("s")
        and following.pos_ in ("NOUN", "PROPN", "ADJ")
    )


def _is_of_language(words: Words, i: int) -> bool:
    ahead = [word for word in words.lower[i + 1 : i + 3] if word != "-"]
    return bool(ahead) and ahead[0] in LANGUAGE_WORDS


def _is_language(words: Words, i: int) -> bool:
    token = words.doc[i]
    return (
        token.dep_ == "pobj"
        and token.head.lower_ in ("in", "into")
        and not any(c.dep_ == "det" for c in token.children)
    )


def find_demonyms(
    words: Words,
    gazetteer: Gazetteer,
    closed: frozenset[int],
    named: Sequence[TokenMention],
    entities: dict[str, Entity],
) -> list[TokenMention]:
    """Mentions by nationality outside the names already found; `entities` gains what they mean."""
    taken = {i for mention in named for i in range(mention.start, mention.end)}
    found = []
    for i, text in enumerate(words.text):
        if not text[0].isupper() or i in taken or i in closed:
            continue
        start = i
        entry = (
            gazetteer.by_demonym(text) or _second_of_two(text, gazetteer) or _combined(words, i, gazetteer)
        )
        if (
            i
            and i - 1 not in taken
            and words.text[i - 1][0].isupper()
            and (longer := gazetteer.by_demonym(words.span(i - 1, i + 1)))
        ):
            start, entry = i - 1, longer
        elif (
            i
            and words.text[i - 1] in ("South", "North", "Latin", "Central", "Equatorial")
            and i - 1 not in taken
        ):
            continue
        if entry is None or (words.pos[i] == "VERB" and i) or _is_of_language(words, i):
            continue
        if _is_modifier(words, i):
            entities.setdefault(entry.key, Entity(entry.key, entry.type, entry.name, wikidata=entry.wikidata))
            found.append(TokenMention(start, i + 1, i, MentionKind.NAME, entry.type, entry.key))
            if words.doc[i].head.i == i + 1 and _is_nation(words, start, i + 1):
                key = people_of(entry, entities)
                found.append(
                    TokenMention(start, i + 2, i + 1, MentionKind.NOMINAL, EntityType.PERSON, key, 0.9)
                )
        elif not _is_language(words, i):
            found.append(_apposed(words, start, i, named) or _people(words, start, i, entry, entities))
    return found


def _second_of_two(text: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """The country that a double nationality in one word ends with: "U.S.-Iranian"."""
    first, _, second = text.rpartition("-")
    double = second[:1].isupper() and (first in _FIRST_OF_TWO or gazetteer.by_demonym(first))
    return gazetteer.by_demonym(second) if double else None


def is_double(words: Words, start: int, end: int, gazetteer: Gazetteer) -> bool:
    """Whether a run is a double nationality that a short form opens ("Franco-Algerian")."""
    second = end - start == 3 and gazetteer.by_demonym(words.text[end - 1]) is not None
    return second and _combined(words, start, gazetteer) is not None


def _combined(words: Words, i: int, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """The country that a short form before another's adjective means ("Franco-Algerian")."""
    name = _COMBINING.get(words.text[i])
    if name is None or i + 2 >= len(words) or words.text[i + 1] != "-" or not words.glued[i]:
        return None
    return gazetteer.by_name(name) if gazetteer.by_demonym(words.text[i + 2]) is not None else None


def _is_nation(words: Words, start: int, noun: int) -> bool:
    """Whether a demonym and its noun mean all the people: "the Danish people", "By then, Danish citizens"."""
    if words.lower[noun] == "people":
        return _whole(words, start)
    return (
        words.lower[noun] == "citizens"
        and start > 0
        and words.text[start - 1] == ","
        and not any(c.i > noun and c.dep_ in ("relcl", "acl", "prep") for c in words.doc[noun].children)
    )


def _whole(words: Words, start: int) -> bool:
    """Whether a demonym before "people" means all of them: after "the", or after nothing that counts or chooses."""
    before = words.lower[start - 1] if start and words.sentence[start - 1] == words.sentence[start] else ""
    return before in ("the", "", ",") or words.pos[start - 1] in ("ADP", "VERB")


def _is_told(words: Words, i: int) -> bool:
    """Whether a phrase goes on to say which people of a nation are meant ("the Danes who signed")."""
    return any(c.i > i and c.dep_ in ("relcl", "acl", "prep", "appos") for c in words.doc[i].children)


def _is_one(words: Words, i: int) -> bool:
    """Whether "the" and a demonym mean one person ("The Australian was freed"), of those that are no plural as well."""
    token = words.doc[i]
    return (
        token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
        and not words.text[i].endswith(COLLECTIVE)
        and token.tag_ != "NNPS"
    )


def _apposed(words: Words, start: int, i: int, named: Sequence[TokenMention]) -> TokenMention | None:
    """Whom a demonym explains: "Ann Lee, a Dane who …", "Ann Lee, 47, a Dane"."""
    if start < 3 or words.lower[start - 1] not in ("a", "an") or words.text[start - 2] != ",":
        return None
    end = start - 2
    if words.text[end - 1].isdigit() and words.text[end - 2] == ",":
        end -= 2
    name = next((m for m in named if m.end == end and m.type is EntityType.PERSON), None)
    if name is None or words.doc[i].dep_ == "conj":
        return None
    return TokenMention(start, i + 1, i, MentionKind.NOMINAL, EntityType.PERSON, name.entity, 0.9)


def _people(
    words: Words, start: int, i: int, entry: GazetteerEntry, entities: dict[str, Entity]
) -> TokenMention:
    lower = words.lower[start - 1] if start else ""
    plural = words.text[i].endswith("s") or words.doc[i].tag_ in ("NNS", "NNPS") or lower == "the"
    if plural and start and words.pos[start - 1] == "NUM" and words.doc[start - 1].dep_ == "nummod":
        counted = words.span(start - 1, i + 1)
        key = slug(counted)
        entities.setdefault(key, Entity(key, EntityType.PERSON, counted, local=True))
        return TokenMention(
            start - 1, i + 1, i, MentionKind.NOMINAL, EntityType.PERSON, key, 0.9, tentative=True
        )
    if lower == "the" and _is_one(words, i):
        plural = False
    if lower == "the" and plural and not _is_told(words, i):
        entities.setdefault(entry.key, Entity(entry.key, entry.type, entry.name, wikidata=entry.wikidata))
        return TokenMention(start, i + 1, i, MentionKind.NAME, entry.type, entry.key)
    if plural:
        key = people_of(entry, entities)
        return TokenMention(start, i + 1, i, MentionKind.NAME, EntityType.PERSON, key, tentative=True)
    key = f"{slug(words.span(start, i + 1))}-{i}"
    entities[key] = Entity(key, EntityType.PERSON, words.span(start, i + 1), local=True)
    return TokenMention(start, i + 1, i, MentionKind.NOMINAL, EntityType.PERSON, key, 0.9, tentative=True)
