"""Who claims what: the holder of a claim, and who reports that he does."""

from kg.extract.attribution.holders import Attribution, Said

__all__ = ["Attribution", "Said"]
