"""Static relations: what titles, possessives, demonyms and appositions say about two mentions."""

from kg.extract.roles.matcher import RoleFrames, role_candidates

__all__ = ["RoleFrames", "role_candidates"]
