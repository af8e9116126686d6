"""Whom descriptions and pronouns stand for, read from the beginning of a text to its end."""

from kg.extract.coreference.reading import Coreference

__all__ = ["Coreference"]
