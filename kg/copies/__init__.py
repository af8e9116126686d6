"""Which articles are copies, whole or in part, and which sentences they copy. Texts in, decisions out: no store."""

from kg.copies.candidates import Candidates, candidates
from kg.copies.comparison import Comparison, compare
from kg.copies.decision import Compared, Copy, Known, decide
from kg.copies.fingerprint import Fingerprint, fingerprint, read_fingerprint
from kg.copies.order import Written, precedence
from kg.copies.text import Text

__all__ = [
    "Candidates",
    "Compared",
    "Comparison",
    "Copy",
    "Fingerprint",
    "Known",
    "Text",
    "Written",
    "candidates",
    "compare",
    "decide",
    "fingerprint",
    "precedence",
    "read_fingerprint",
]
