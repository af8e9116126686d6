"""Headlines in title case are parsed with the capitals of a sentence; the words of the body tell which are names.

"Lee Pressures Rebels Into Talks" is one long name to the tagger. Offsets and words stay those of the stored text.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from kg.extract.arrays import values_of
from kg.extract.frames.compiler import PREPOSITIONS
from kg.extract.lexicon.people import words
from kg.extract.lexicon.words import CALENDAR, COMMON_HEADLINE_VERBS, HEADLINE_INFINITIVES
from kg.extract.sentences import dateline_end
from kg.extract.words import is_title_case

_AUXILIARIES: Final = words(
    "will would could can may might should must did does do has have had is are was were"
)
_ENDINGS: Final = ("ies", "ied", "ing", "es", "ed", "s", "d", "e", "y")
_SHORTEST_STEM: Final = 4
_FUNCTION_WORDS: Final = PREPOSITIONS | words("amid while as its his her their and or but than if until")


def lowered(doc: Doc) -> dict[int, str]:
    """What to read for the words of lines in title case that are no names, by their tokens, before the parse."""
    texts = [token.text for token in doc]
    lines = list(_lines(doc, texts))
    titles = [line for line in lines if line and _is_title(doc, texts, line)]
    if not titles:
        return {}
    inside = {i for line in titles for i in line}
    body = [t for t in doc if t.i not in inside and t.is_alpha]
    common = {t.text for t in body if t.text.islower()}
    stems = {_stem(word) for word in common}
    opening = {line.start for line in lines}
    names = {t.text for t in body if t.is_title and t.i not in opening and not _ends_sentence(doc, t.i)}
    pairs = {(a.text, b.text) for a, b in pairwise(body) if a.i + 1 == b.i and a.is_title and b.is_title}
    found = {}
    for line in titles:
        for i in line:
            word = doc[i].text
            if not doc[i].is_title or not doc[i].is_alpha or word in CALENDAR or _in_pair(doc, i, pairs):
                continue
            lower = word.lower()
            if (
                lower in common
                or lower in _FUNCTION_WORDS
                or (_is_verb(lower) and (_follows_to(doc, i) or _is_asked(doc, line, i)))
                or (word not in names and (_stem(lower) in stems or lower in COMMON_HEADLINE_VERBS))
            ):
                found[i] = lower
    return found


def _is_title(doc: Doc, texts: Sequence[str], line: range) -> bool:
    return is_title_case(texts[line.start : line.stop]) and dateline_end(doc, line.start) is None


def _lines(doc: Doc, texts: Sequence[str]) -> Iterator[range]:
    """The stretches between the sentence starts that the layout gives."""
    start = 0
    for i in np.flatnonzero(values_of(doc, [SENT_START])[:, 0] == 1).tolist():
        if i > start:
            yield _without_space(texts, start, i)
            start = i
    yield _without_space(texts, start, len(texts))


def _without_space(texts: Sequence[str], start: int, end: int) -> range:
    while end > start and texts[end - 1].isspace():
        end -= 1
    return range(start, end)


def _is_verb(lower: str) -> bool:
    """Whether it is a common verb of headlines, plain or in the past."""
    stems = (lower, lower.removesuffix("d"), lower.removesuffix("ed"))
    return any(stem in HEADLINE_INFINITIVES for stem in stems)


def _is_asked(doc: Doc, line: range, i: int) -> bool:
    """Whether an auxiliary opens the line, so that a verb follows its subject ("Did Mali Sue Togo?")."""
    return i > line.start + 1 and doc[line.start].lower_ in _AUXILIARIES


def _follows_to(doc: Doc, i: int) -> bool:
    return i > 0 and doc[i - 1].lower_ == "to"


def _ends_sentence(doc: Doc, i: int) -> bool:
    """Whether the word before is the end of a sentence, so that a capital tells nothing."""
    return i > 0 and doc[i - 1].text in (".", "?", "!", ":", "“", '"', "”")


def _in_pair(doc: Doc, i: int, pairs: set[tuple[str, str]]) -> bool:
    before = doc[i - 1].text if i else ""
    after = doc[i + 1].text if i + 1 < len(doc) else ""
    return (before, doc[i].text) in pairs or (doc[i].text, after) in pairs


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST_STEM), "")
    return word.removesuffix(ending)
