"""Where the tokenizer parts words, beyond what that of the base pipeline does."""

import re
from typing import Any, Final

from spacy.language import Language

_AFTER_INITIALS: Final = r"(?<=[A-Z]\.)-(?=[a-z])"
"""The hyphen of "U.S.-led" and "U.N.-backed", as that of "Saudi-led" is one of its own."""


def part_initials(nlp: Language) -> None:
    """Let the tokenizer part abbreviated names from the participles that a hyphen joins to them."""
    tokenizer: Any = nlp.tokenizer
    known = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile(f"{_AFTER_INITIALS}|{known}").finditer
