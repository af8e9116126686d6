"""Names in lines of title case, where capitals tell nothing: those of the body, then the model's entities."""

from collections.abc import Sequence
from typing import Final

from kg.extract.lexicon.words import COMMON_HEADLINE_VERBS
from kg.extract.mentions.name import Name
from kg.extract.words import Words

ENTITY_LABELS: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})
NO_NAMES: Final = frozenset({"VERB", "ADP", "AUX", "SCONJ"})


def names_known(words: Words, body: Sequence[Name], closed: frozenset[int]) -> list[Name]:
    """The names of the body and surnames that stand again in lines of title case, the longest where several fit."""
    if not words.title_case:
        return []
    forms = {tuple(words.folded[name.start : name.end]) for name in body if not name.nested}
    forms |= {
        (words.folded[name.end - 1],) for name in body if name.label == "PERSON" and name.end - name.start > 1
    }
    longest = max((len(form) for form in forms), default=0)
    found = []
    i, length = 0, len(words)
    while i < length:
        size = 0
        if words.sentence[i] in words.title_case and i not in closed and words.text[i][0].isupper():
            most = min(longest, length - i)
            sizes = (n for n in range(most, 0, -1) if tuple(words.folded[i : i + n]) in forms)
            size = next(sizes, 0)
        if size:
            found.append(Name(i, i + size, ""))
        i += size or 1
    return found


def spans_of_model(words: Words, taken: frozenset[int], closed: frozenset[int]) -> list[tuple[int, int]]:
    """The model's entities in lines of title case, cut before the first verb or preposition."""
    found = []
    for entity in words.doc.ents:
        inside = range(entity.start, entity.end)
        if entity.label_ not in ENTITY_LABELS or words.sentence[entity.start] not in words.title_case:
            continue
        if any(i in taken or i in closed for i in inside) or not words.text[entity.start][0].isupper():
            continue
        found.append((entity.start, next((i for i in inside[1:] if _breaks(words, i)), entity.end)))
    return found


def _breaks(words: Words, i: int) -> bool:
    lower = words.lower[i]
    return lower in COMMON_HEADLINE_VERBS or (words.pos[i] in NO_NAMES and lower not in ("of", "for"))
