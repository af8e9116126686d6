"""The fingerprint of an article: of each sentence where it stands, how long it is, and MinHash values of its words.

Two sentences that share most of their word triples share a value with high probability; so copies are found without
their texts. A fingerprint depends on the text alone.
"""

import hashlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from kg.copies.sentences import is_whole, sentences
from kg.copies.words import quotations, without_dateline, words
from kg.model import Span

BANDS: Final = 10
ROWS: Final = 3
"""Values that must agree in a band."""

SHINGLE: Final = 3
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
    spans = sentences(text)
    records = np.zeros(len(spans), _RECORD)
    plain = _without_quotations(text)
    shingles: list[list[str]] = []
    counted: list[int] = []
    for number, span in enumerate(spans):
        records[number]["begin"], records[number]["end"] = span.begin, span.end
        as_written, unquoted = span.of(text), span.of(plain)
        sentence = without_dateline(as_written)
        if not is_whole(sentence):
            continue
        tokens = words(sentence)
        if len(tokens) >= SHORTEST:
            told = len(tokens) if unquoted == as_written else len(words(unquoted))
            records[number]["words"] = min(len(tokens), _MOST)
            records[number]["told"] = min(told, len(tokens), _MOST)
            shingles.append([" ".join(tokens[at : at + SHINGLE]) for at in range(len(tokens) - SHINGLE + 1)])
            counted.append(number)
    if counted:
        records["bands"][counted] = _bands(shingles)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_DIGEST]
    return b64encode(_VERSION + digest + records.tobytes()).decode("ascii")


def read_fingerprint(kept: str) -> Fingerprint | None:
    """The fingerprint as values, or None where another version has made it."""
    data = b64decode(kept)
    if not data.startswith(_VERSION) or (len(data) - len(_VERSION) - _DIGEST) % _RECORD.itemsize:
        return None
    start = len(_VERSION) + _DIGEST
    records: NDArray[Any] = np.frombuffer(data, _RECORD, offset=start)
    return Fingerprint(
        data[len(_VERSION) : start].hex(),
        np.stack((records["begin"], records["end"]), axis=1),
        records["words"].astype(np.int64),
        records["told"].astype(np.int64),
        records["bands"],
    )


def _bands(shingles: list[list[str]]) -> NDArray[np.uint32]:
    """One number a band, of the band and its values."""
    digests = np.array(RMinHash.digests_from_token_sets(shingles, BANDS * ROWS, _SEED), np.uint64)
    mixed = np.tile(np.arange(1, BANDS + 1, dtype=np.uint64), (len(shingles), 1))
    for row in range(ROWS):
        mixed = (mixed ^ digests[:, row::ROWS]) * _MIX
        mixed ^= mixed >> np.uint64(32)
    found: NDArray[np.uint32] = np.maximum(mixed >> np.uint64(32), np.uint64(1)).astype(np.uint32)
    return found


def _without_quotations(text: str) -> str:
    """The text with blanks for what is quoted, of the same length."""
    parts, at = [], 0
    for begin, end in quotations(text):
        parts += [text[at:begin], " " * (end - begin)]
        at = end
    return "".join((*parts, text[at:]))
