"""Drops candidates that other candidates of the same article speak against."""

from collections.abc import Iterable, Sequence

from kg.extract.annotations import Candidate

_BELONGING = frozenset(("leads", "memberOf"))


def without_contradictions(candidates: Sequence[Candidate]) -> list[Candidate]:
    """All but those by which a body is only taken to oppose its own leader or member, as "the opposition" may be."""
    own = _bodies_with_people(candidates)
    return [
        c
        for c in candidates
        if not (c.static and c.relation == "opposes" and (c.subject_entity, c.object_entity) in own)
    ]


def _bodies_with_people(candidates: Iterable[Candidate]) -> set[tuple[str, str]]:
    """Who is said in so many words to lead or belong to which body."""
    return {
        (c.object_entity, c.subject_entity) for c in candidates if c.relation in _BELONGING and not c.static
    }
