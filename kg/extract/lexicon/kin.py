"""What relatives are to each other."""

from typing import Final

from kg.extract.lexicon.people import words

_CHILDREN: Final = words("son daughter child")
_PARENTS: Final = words("father mother parent")
_SIBLINGS: Final = words("brother sister sibling")
KIN: Final = {
    "father": ("m", _CHILDREN),
    "mother": ("f", _CHILDREN),
    "son": ("m", _PARENTS),
    "daughter": ("f", _PARENTS),
    "husband": ("m", words("wife")),
    "wife": ("f", words("husband")),
    "brother": ("m", _SIBLINGS),
    "sister": ("f", _SIBLINGS),
}
"""Relatives by their gender, and what somebody is to them."""
