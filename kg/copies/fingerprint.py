"""The fingerprint of an article: of each sentence where it stands, how long it is, and MinHash values of its words.

Two sentences that share most of their word triples share a value with high probability; so copies are found without
their texts. A fingerprint depends on the text alone.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from kg.copies.sentences import bounds, is_whole
from kg.copies.words import quotations, without_dateline, word_triples, words_of_each
from kg.model import Span

BANDS: Final = 10
ROWS: Final = 3
"""Values that must agree in a band."""

SHORTEST: Final = 8
"""Words of the shortest sentence that counts; shorter ones are stock: "He declined to comment." """

_SEED: Final = 2
_VERSION: Final = bytes((1, RMinHash.ALGORITHM_VERSION))
_DIGEST: Final = 8
_MOST: Final = 65535
_RECORD: Final = np.dtype(
    [("begin", "<u4"), ("end", "<u4"), ("words", "<u2"), ("told", "<u2"), ("bands", "<u4", (BANDS,))]
)
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_HALF: Final = np.uint64(32)
_LEAST: Final = np.uint64(1)
_BAND: Final = np.arange(1, BANDS + 1, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of an article's sentences without its text.

    Attributes:
        digest: of the text, in hexadecimal.
        spans: begin and end of each sentence, in the order of the text.
        words: of each sentence how many words it has; 0 for headlines, bylines and very short sentences.
        told: the same without what is quoted.
        bands: of each sentence the values that copies share, all 0 where it has no words.
    """

    digest: str
    spans: NDArray[np.uint32]
    words: NDArray[np.int64]
    told: NDArray[np.int64]
    bands: NDArray[np.uint32]

    def span(self, sentence: int) -> Span:
        """Where a sentence stands."""
        begin, end = self.spans[sentence]
        return Span(int(begin), int(end))

    def overlapping(self, span: Span) -> range:
        """The numbers of the sentences that have a character of a stretch."""
        first = int(np.searchsorted(self.spans[:, 1], span.begin, "right"))
        return range(first, int(np.searchsorted(self.spans[:, 0], span.end, "left")))

    @property
    def length(self) -> int:
        """How many words the article has in sentences that count."""
        return int(self.words.sum())


def fingerprint(text: str) -> str:
    """The fingerprint of a text, as it is kept: base64."""
    spans = bounds(text)
    records = np.zeros(len(spans), _RECORD)
    if spans:
        records["begin"], records["end"] = zip(*spans, strict=True)
    if counted := _counted(text, spans):
        numbers = [number for number, _, _ in counted]
        records["words"][numbers] = [min(len(tokens), _MOST) for _, _, tokens in counted]
        records["told"][numbers] = [told for _, told, _ in counted]
        records["bands"][numbers] = _bands([tokens for _, _, tokens in counted])
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_DIGEST]
    return b64encode(_VERSION + digest + records.tobytes()).decode("ascii")


def _counted(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int, list[str]]]:
    """Of each sentence that counts its number, how many of its words are told, and the words."""
    plain = _without_quotations(text)
    numbers, sentences, partly_quoted = [], [], {}
    for number, (begin, end) in enumerate(spans):
        as_written = text[begin:end]
        sentence = without_dateline(as_written)
        if is_whole(sentence):
            numbers.append(number)
            sentences.append(sentence)
            if (unquoted := plain[begin:end]) != as_written:
                partly_quoted[number] = unquoted
    tokens = words_of_each([*sentences, *partly_quoted.values()])
    told = {number: len(found) for number, found in zip(partly_quoted, tokens[len(numbers) :], strict=True)}
    return [
        (number, min(told.get(number, _MOST), len(found), _MOST), found)
        for number, found in zip(numbers, tokens, strict=False)
        if len(found) >= SHORTEST
    ]


def read_fingerprint(kept: str) -> Fingerprint | None:
    """The fingerprint as values, or None where another version has made it."""
    data = b64decode(kept)
    if not data.startswith(_VERSION) or (len(data) - len(_VERSION) - _DIGEST) % _RECORD.itemsize:
        return None
    start = len(_VERSION) + _DIGEST
    records: NDArray[Any] = np.frombuffer(data, _RECORD, offset=start)
    spans = np.empty((len(records), 2), np.uint32)
    spans[:, 0], spans[:, 1] = records["begin"], records["end"]
    return Fingerprint(
        data[len(_VERSION) : start].hex(),
        spans,
        records["words"].astype(np.int64),
        records["told"].astype(np.int64),
        records["bands"],
    )


def _bands(tokens: Sequence[Sequence[str]]) -> NDArray[np.uint32]:
    """One number a band, of the band and its values, for the words of each sentence."""
    values = chain.from_iterable(map(_values, tokens))
    digests = np.fromiter(values, np.uint64, len(tokens) * BANDS * ROWS).reshape(-1, BANDS, ROWS)
    mixed = _BAND
    for row in range(ROWS):
        mixed = (mixed ^ digests[:, :, row]) * _MIX
        mixed ^= mixed >> _HALF
    found: NDArray[np.uint32] = np.maximum(mixed >> _HALF, _LEAST).astype(np.uint32)
    return found


def _values(tokens: Sequence[str]) -> list[int]:
    """The MinHash values of a sentence; one sketch each, since those of many sentences at once are spread over threads."""
    sketch = RMinHash(BANDS * ROWS, _SEED)
    sketch.update(word_triples(tokens))
    values: list[int] = sketch.digest()
    return values


def _without_quotations(text: str) -> str:
    """The text with blanks for what is quoted, of the same length."""
    parts, at = [], 0
    for begin, end in quotations(text):
        parts += [text[at:begin], " " * (end - begin)]
        at = end
    return "".join((*parts, text[at:])) if parts else text
