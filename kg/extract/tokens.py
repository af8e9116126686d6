"""Where the tokenizer parts words, beyond what that of the base pipeline does."""

import re
from typing import Any, Final

from spacy.language import Language

_AFTER_INITIALS: Final = r"(?<=[A-Z]\.)-(?=[a-z])"
"""The hyphen of "U.S.-led" and "U.N.-backed", as that of "Saudi-led" is one of its own."""
_AFTER_CAPITALS: Final = r"(?<=[A-Z][A-Z])--$"
"""The dash that ends a dateline without a space before it ("TEL AVIV-- A court")."""
_SENTENCE_ENDS: Final = r"(?<=[a-z][A-Z])\.$"
"""The full stop behind a name that ends in a capital ("SpaceX."), which the tokenizer takes for an initial's."""


def part_initials(nlp: Language) -> None:
    """Let the tokenizer part abbreviated names from participles behind a hyphen, and datelines from their dash."""
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.infix_finditer.__self__.pattern
    ends = tokenizer.suffix_search.__self__.pattern
    tokenizer.suffix_search = re.compile(f"{ends}|{_SENTENCE_ENDS}").search
    tokenizer.infix_finditer = re.compile(f"{_AFTER_INITIALS}|{_AFTER_CAPITALS}|{known}").finditer
