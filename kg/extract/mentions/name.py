"""A stretch of tokens that is a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """Half-open token indices; `label` is what the model called most of it, or the empty string.

    `nested` marks a country or body inside a longer name ("Ghana" in "Bank of Ghana").
    """

    start: int
    end: int
    label: str
    nested: bool = False
