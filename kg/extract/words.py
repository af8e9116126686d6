"""A document's tokens as plain lists, so that the entity layer asks spaCy for each attribute once."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.words import (
    CALENDAR,
    CONNECTORS,
    MONTH_SURNAMES,
    NOT_NAMES,
    PLATFORMS,
    SMALL_WORDS,
)
from kg.extract.sentences import dateline_end, ends_with_platform
from kg.extract.tree import Doc, Token
from kg.model.keys import fold

NAME_LABELS: Final = frozenset(
    {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
)
QUOTES: Final = frozenset("“”\"‘'«»„")
HYPHENS: Final = frozenset({"-", "–"})
PREFIXES: Final = (
    "al-",
    "el-",
    "ul-",
    "as-",
    "an-",
    "ad-",
    "ar-",
    "ash-",
    "at-",
    "d'",
    "d’",
    "l'",
    "l’",
    "o'",
    "o’",
    "t'",
)
NEVER_OPENING: Final = frozenset(
    {"DET", "PRON", "ADP", "ADV", "CCONJ", "SCONJ", "AUX", "VERB", "INTJ", "NUM", "PART"}
)
QUANTIFIERS: Final = frozenset(
    {
        "many",
        "most",
        "several",
        "some",
        "few",
        "other",
        "all",
        "both",
        "more",
        "such",
        "numerous",
        "various",
        "another",
    }
)
TICKER: Final = re.compile(r"[A-Z0-9]{1,6}\.[A-Z]{1,3}")
"""What an exchange calls a share, as agencies write it behind a firm ("Visa (V.N)")."""
CAUSE_LINKS: Final = frozenset({"Toward", "Towards", "Against"})
"""Behind these a belief is part of a name ("Movement Toward Socialism")."""
HEADLINE_SHARE: Final = 0.75
"""Share of capitalised words from which a line counts as set in title case."""


class Words:
    """The tokens of a document, with what the entity layer looks at.

    Attributes:
        text, lower, folded: the words as they stand, in lower case, and without accents and full stops.
        glued: whether no white space follows.
        sentence: the number of the sentence.
        entity: the index of the named entity that the model saw there, or -1.
        headline: whether the first sentence is a headline, where articles are left out.
        title_case: numbers of the sentences that are set in title case.
        capital: whether the token can be part of a name.
        tokens: of the document.
    """

    __slots__ = (
        "_labels",
        "_spans",
        "capital",
        "datelines",
        "doc",
        "entity",
        "folded",
        "glued",
        "headline",
        "lower",
        "pos",
        "sentence",
        "text",
        "title_case",
        "tokens",
    )

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._spans: dict[tuple[int, int], str] = {}
        self.tokens = doc.tokens
        self.text = [token.text for token in doc.tokens]
        self.lower = [token.lower_ for token in doc.tokens]
        self.folded = list(map(_folded, self.text))
        self.glued = [not token.whitespace_ for token in doc.tokens]
        self.pos = [token.pos_ for token in doc.tokens]
        self.sentence = [0] * len(doc)
        self.title_case: set[int] = set()
        starts: set[int] = set()
        for number, sentence in enumerate(doc.sents):
            self.sentence[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
            starts.add(sentence.start)
            if is_title_case(self.text[sentence.start : sentence.end]):
                self.title_case.add(number)
        self.datelines = [(s, end) for s in sorted(starts) if (end := dateline_end(doc, s)) is not None]
        first = next(iter(doc.sents), doc[:0])
        self.headline = len(starts) > 1 and not any(token.text in ".?!" for token in first[-3:])
        self.entity = [-1] * len(doc)
        entities = doc.ents
        self._labels = [entity.label_ for entity in entities]
        for number, entity in enumerate(entities):
            if self._labels[number] in NAME_LABELS:
                self.entity[entity.start : entity.end] = [number] * (entity.end - entity.start)
        self.capital = [
            not text.islower() and self._is_capital(i, starts) for i, text in enumerate(self.text)
        ]

    def __len__(self) -> int:
        return len(self.text)

    def in_dateline(self, i: int) -> bool:
        """Whether the token stands in the place, date and agency that open a report."""
        return any(start <= i < end for start, end in self.datelines)

    def label(self, i: int) -> str:
        """The model's entity label of a token, or the empty string."""
        return self._labels[self.entity[i]] if self.entity[i] >= 0 else ""

    def span(self, start: int, end: int) -> str:
        """The text of a stretch of tokens, its white space made plain."""
        found = self._spans.get((start, end))
        if found is None:
            found = self._spans[start, end] = " ".join(self.doc[start:end].text.split())
        return found

    def same_entity(self, i: int, j: int) -> bool:
        """Whether the model saw both tokens in one entity."""
        return self.entity[i] >= 0 and self.entity[i] == self.entity[j]

    def _is_capital(self, i: int, starts: set[int]) -> bool:
        text = self.text[i]
        if not text[0].isupper():
            return text.startswith(PREFIXES) and _capital_after_prefix(text)
        if text in NOT_NAMES and not self._is_surname_too(i):
            return i > 1 and self.text[i - 1] in CAUSE_LINKS
        if "/" in text or "@" in text or (TICKER.fullmatch(text) and self.text[i - 1 : i] in (["("], [","])):
            return False
        if text == "WHO" and self.pos[i] == "PRON":
            return i + 1 < len(self.text) and not self.text[i + 1].isupper()
        if text == "X." and ends_with_platform(self.text, i + 1):
            return False
        if text in PLATFORMS and i and self.text[i - 1].lower() in ("on", "via", "through", "over"):
            return False
        if is_surname(self.tokens[i]):
            return True
        if text in CALENDAR or (text.isupper() and text.title() in CALENDAR):
            if i + 1 < len(self.text) and self.same_entity(i, i + 1) and self.label(i) == "PERSON":
                return len(text) == 3 and self.text[i + 1].istitle()  # "Jan Sadek"
            return (
                i > 0
                and self.same_entity(i - 1, i)
                and self.label(i) in ("PERSON", "ORG")
                and self.pos[i - 1] == "PROPN"
            )
        if len(text) == 1 and not (i + 1 < len(self.text) and self.text[i + 1][0].isupper()):
            return False
        following = self.text[i + 1] if i + 1 < len(self.text) else ""
        if following == ":" and text.isupper() and i in starts:
            return False
        opening = i in starts or (
            i > 0 and (self.text[i - 1] in QUOTES or self.text[i - 1] in (":", "—", "–"))
        )
        if (
            opening
            and len(text) > 5
            and text.endswith(("ing", "ed"))
            and not (following[:1].isupper() and self.label(i) in ("ORG", "GPE"))
            and not (self.pos[i] == "PROPN" and self.entity[i] >= 0)
        ):
            return False
        if opening and text.lower() in QUANTIFIERS:
            return False
        if opening and self.pos[i] in NEVER_OPENING:
            return self.entity[i] >= 0 and self.pos[i] not in ("DET", "PRON", "CCONJ", "ADP", "SCONJ")
        return self.pos[i] not in ("DET", "PRON", "CCONJ") or self.entity[i] >= 0

    def _is_surname_too(self, i: int) -> bool:
        """Whether a word that else is no name stands behind a given name ("Nahid Islam")."""
        named = i > 0 and self.text[i] == "Islam" and self.label(i) == "PERSON"
        return named and self.same_entity(i - 1, i) and self.pos[i - 1] == "PROPN"

    def joins(self, i: int) -> bool:
        """Whether the token is a lower-case link inside names ("de", "of", "bin")."""
        return self.text[i] in CONNECTORS


def words_of(doc: Doc) -> Words:
    """The words of a document, which the components that run one after another share."""
    return _words(doc, doc.state)


def forget() -> None:
    """Let go of the words that were last asked for, and of their document."""
    _words.cache_clear()


@lru_cache(maxsize=1)
def _words(doc: Doc, state: bytes) -> Words:  # noqa: ARG001 - other arcs, other words
    return Words(doc)


@lru_cache(maxsize=1 << 16)
def _folded(text: str) -> str:
    return fold(text).replace(".", "")


def is_surname(token: Token) -> bool:
    """Whether what looks like a month is somebody's surname: "Theresa May", which the model takes for a date."""
    if token.text not in MONTH_SURNAMES or token.i == 0:
        return False
    given, following = token.nbor(-1), token.doc[token.i + 1 : token.i + 2].text
    is_given = fold(given.text) in FEMALE_NAMES or fold(given.text) in MALE_NAMES
    return is_given and given.dep_ == "compound" and given.head == token and not following.isdigit()


SHORTEST_STOPPED: Final = 6
"""How many words a headline with a full stop has at least; shorter lines of capitals are names and credits."""


def is_title_case(line: Sequence[str]) -> bool:
    """Whether a line is set in title case: most of its longer words are capitalised, and no full stop ends it.

    Of a question, or of a headline that a full stop ends, all of them are.
    """
    letters = [word for word in line if word[0].isalpha()]
    if len(letters) < 4 or any(word in ".?" for word in line[-2:]):
        asked = next((word for word in reversed(line) if word.strip()), "") == "?"
        stopped = len(letters) >= SHORTEST_STOPPED and not asked
        return (stopped or (len(letters) >= 4 and asked)) and _all_capital(letters)
    content = [word for word in letters if len(word) > 3]
    capitals = sum(word[0].isupper() for word in content)
    return len(content) >= 3 and capitals >= HEADLINE_SHARE * len(content)


def _all_capital(letters: Sequence[str]) -> bool:
    """Whether only small words lack a capital: a question in a headline, rather than one about people with long names."""
    return all(word[0].isupper() or word in SMALL_WORDS for word in letters)


def _capital_after_prefix(text: str) -> bool:
    """Whether what follows "al-", "d’" or the like begins with a capital."""
    return any(text.startswith(p) and text[len(p) :][:1].isupper() for p in PREFIXES)
