"""Static relations: what titles, possessives, demonyms and appositions say about two mentions."""

from kg.extract.roles.grammar import StaticRelations

__all__ = ["StaticRelations"]
