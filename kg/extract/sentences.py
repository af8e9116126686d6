"""Where sentences begin: at the borders of zones and at line breaks, never inside an abbreviation."""

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.extract import tree
from kg.extract.lexicon.people import HONORIFICS
from kg.model import Article

TERMINAL: Final = frozenset(".!?:;…\"”’'»)")
DASHES: Final = frozenset({"—", "–", "--", "-"})
DATELINE_LIMIT: Final = 16
"""Longest dateline, in tokens."""

WRAP_LIMIT: Final = 100
"""Longest line, in characters, that a hard-wrapped paragraph is expected to have."""


def _zone_starts(article: Article | None) -> frozenset[int]:
    return frozenset(zone.span.begin for zone in article.zones) if article else frozenset()


def breaks_line(text: str, at: int, word: str) -> bool:
    """Whether the single line break before the word at `at` ends a sentence, rather than wrapping a paragraph."""
    line_end = text.rfind("\n", 0, at)
    line_start = text.rfind("\n", 0, line_end) + 1
    line = text[line_start:line_end].rstrip()
    if not line or line[-1] in TERMINAL:
        return True
    if not (word[:1].isupper() or word[:1] in '“"‘—–-'):
        return False
    if len(line) > WRAP_LIMIT:
        return True
    block_end = text.find("\n\n", at)
    block = text[text.rfind("\n\n", 0, line_start) + 1 : block_end if block_end >= 0 else len(text)]
    width = max(len(other) for other in block.split("\n"))
    return len(line) + 1 + len(word) <= min(width, WRAP_LIMIT)


def _after_abbreviation(doc: Doc, i: int) -> bool:
    """Whether the token at `i` follows a title or an initial that only looks like the end of a sentence."""
    before = doc[i - 1]
    word = before.text
    if word == "." and i >= 2 and not doc[i - 2].whitespace_:
        word = doc[i - 2].text + "."
    if not word.endswith(".") or not doc[i].text[:1].isupper():
        return False
    stem = word[:-1].casefold()
    return (
        stem in HONORIFICS
        or stem in {"st", "mt", "ft", "messrs"}
        or (len(stem) == 1 and stem.isalpha() and stem != "i")
    )


def _after_word(doc: Doc, i: int) -> bool:
    """Whether a word or a comma stands right before the token at `i`, so that no sentence begins there."""
    return doc[i - 1].is_alpha or doc[i - 1].text == ","


def dateline_end(doc: Doc | tree.Doc, start: int) -> int | None:
    """The token after the dash of a dateline ("LIMA, Peru, May 3 (Wire) —") that begins at `start`, or None."""
    first = doc[start].text
    if len(first) < 3 or not first.isupper() or not first.isalpha():
        return None
    for i in range(start + 1, min(start + DATELINE_LIMIT, len(doc) - 1)):
        token = doc[i]
        if token.is_space:
            return None
        if token.text in DASHES and (token.text != "-" or doc[i - 1].whitespace_):
            return i + 1
        if token.text == ":":
            return i + 1
    return None


@Language.factory("kg_sentences", assigns=["token.is_sent_start"])
class SentenceStarts:
    """Sets sentence starts before the parser, which decides the rest.

    Args:
        nlp, name: as spaCy gives them.
    """

    def __init__(self, nlp: Language, name: str) -> None:  # noqa: ARG002 - spaCy passes both
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Mark the starts that the layout of the text gives, and forbid those after abbreviations."""
        starts = _zone_starts(doc._.kg_article)
        text = doc.text
        pending = True
        dateline = 0
        for token in doc:
            if token.idx in starts and token.i:
                pending = True
            if token.is_space:
                pending = pending or self._ends_line(text, token, doc)
                if token.i:
                    token.is_sent_start = False
                continue
            if pending:
                token.is_sent_start = True
                dateline = dateline_end(doc, token.i) or dateline
            elif token.i <= dateline:
                token.is_sent_start = token.i == dateline
            elif token.i and (_after_abbreviation(doc, token.i) or _after_word(doc, token.i)):
                token.is_sent_start = False
            pending = False
        return doc

    @staticmethod
    def _ends_line(text: str, token: Token, doc: Doc) -> bool:
        breaks = token.text.count("\n")
        if not breaks or token.i + 1 >= len(doc):
            return False
        return breaks > 1 or breaks_line(text, token.idx + len(token.text), doc[token.i + 1].text)
