"""Polarity and modality: whether a claim is affirmed or denied, actual or only possible."""

from kg.extract.stance.reading import Stance, stance_of

__all__ = ["Stance", "stance_of"]
