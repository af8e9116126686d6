"""Static relations: what titles, possessives, demonyms and appositions say about two mentions."""

from kg.extract.roles.matcher import StaticRelations

__all__ = ["StaticRelations"]
