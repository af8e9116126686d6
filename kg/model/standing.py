"""Which of many judgements stand, and which are set aside because newer ones say otherwise."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kg.model.judgement import Judgement, Verdict


@dataclass(slots=True)
class Standing:
    """Judgements that fit together.

    Attributes:
        accepted: newest first.
        set_aside: newest first, each with the newer judgements that it contradicts.
    """

    accepted: list[Judgement] = field(default_factory=list)
    set_aside: list[tuple[Judgement, tuple[Judgement, ...]]] = field(default_factory=list)

    def group(self, iri: str) -> frozenset[str]:
        """All that was judged to be the same as this, itself among it."""
        return frozenset(_reached(_edges(self.accepted), iri))

    def groups(self) -> list[tuple[str, ...]]:
        """Each set of two or more IRIs judged the same, sorted."""
        edges = _edges(self.accepted)
        return sorted({tuple(sorted(_reached(edges, iri))) for iri in edges})

    def apart(self) -> list[tuple[str, str]]:
        """The pairs judged different, sorted."""
        return sorted(_pair(each) for each in self.accepted if each.verdict is Verdict.DIFFERENT)

    def classes(self) -> dict[str, str]:
        """The right class of each IRI whose type was judged wrong, the newest judgement first."""
        return {
            each.first: each.second
            for each in self.accepted
            if each.verdict is Verdict.WRONG_TYPE and each.second is not None
        }


def standing(judgements: Iterable[Judgement]) -> Standing:
    """The judgements that stand: newest first, each that contradicts none of those before it.

    A contradiction is: the same pair decided otherwise, two classes for one entity, or entities that others join
    and this parts, or the other way round.
    """
    found = Standing()
    settled = _Settled()
    for judgement in sorted(judgements, key=lambda each: each.age, reverse=True):
        if settled.may_contradict(judgement) and (against := contradicted(judgement, found.accepted)):
            found.set_aside.append((judgement, against))
        else:
            found.accepted.append(judgement)
            settled.add(judgement)
    return found


class _Settled:
    """What was decided so far, in a form that answers at once, so that thousands of judgements take no minutes."""

    def __init__(self) -> None:
        self.subjects: set[tuple[str, ...]] = set()
        self.groups: dict[str, set[str]] = {}
        self.parted: dict[str, set[str]] = {}

    def may_contradict(self, judgement: Judgement) -> bool:
        if judgement.subject in self.subjects:
            return True
        first, second = (self.groups.get(iri, {iri}) for iri in _pair(judgement))
        if judgement.verdict is Verdict.DIFFERENT:
            return first is second
        smaller, larger = sorted((first, second), key=len)
        return judgement.verdict is Verdict.SAME and any(
            not larger.isdisjoint(self.parted.get(iri, ())) for iri in smaller
        )

    def add(self, judgement: Judgement) -> None:
        self.subjects.add(judgement.subject)
        first, second = _pair(judgement)
        if judgement.verdict is Verdict.DIFFERENT:
            self.parted.setdefault(first, set()).add(second)
            self.parted.setdefault(second, set()).add(first)
        elif judgement.verdict is Verdict.SAME:
            merged = self.groups.get(first, {first}) | self.groups.get(second, {second})
            self.groups |= dict.fromkeys(merged, merged)


def contradicted(judgement: Judgement, others: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The fewest of the others that together contradict a judgement, or nothing.

    Args:
        others: judgements that do not contradict each other.
    """
    listed = list(others)
    for other in listed:
        if other.subject == judgement.subject and _is_other_answer(judgement, other):
            return (other,)
    edges = _edges(listed)
    if judgement.verdict is Verdict.DIFFERENT:
        return _path(edges, *_pair(judgement)) or ()
    if judgement.verdict is Verdict.SAME:
        return min(_partings(judgement, listed, edges), key=len, default=())
    return ()


def _partings(
    judgement: Judgement, others: list[Judgement], edges: dict[str, list[Judgement]]
) -> Iterator[tuple[Judgement, ...]]:
    """The chains that lead from one of the two to the other by way of a pair that is judged different."""
    first, second = _pair(judgement)
    here, there = _reached(edges, first), _reached(edges, second)
    for other in others:
        if other.verdict is not Verdict.DIFFERENT:
            continue
        one, two = _pair(other)
        if one in there and two in here:
            one, two = two, one
        if one in here and two in there:
            yield (*(_path(edges, first, one) or ()), other, *(_path(edges, two, second) or ()))


def _is_other_answer(judgement: Judgement, other: Judgement) -> bool:
    if len(judgement.subject) != len(other.subject):
        return False
    if judgement.verdict is not other.verdict:
        return len(judgement.subject) == 2  # the same pair, decided otherwise
    return judgement.verdict is Verdict.WRONG_TYPE and judgement.second != other.second


def _pair(judgement: Judgement) -> tuple[str, str]:
    return judgement.first, judgement.second or judgement.first


def _edges(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    """The judgements that say "same", by either end."""
    edges: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.SAME:
            for iri in judgement.subject:
                edges.setdefault(iri, []).append(judgement)
    return edges


def _reached(edges: dict[str, list[Judgement]], start: str) -> set[str]:
    found = {start}
    waiting = [start]
    while waiting:
        for judgement in edges.get(waiting.pop(), ()):
            for iri in judgement.subject:
                if iri not in found:
                    found.add(iri)
                    waiting.append(iri)
    return found


def _path(edges: dict[str, list[Judgement]], start: str, end: str) -> tuple[Judgement, ...] | None:
    """A shortest chain of judgements that make the two the same; None where there is none."""
    if start == end:
        return ()
    before: dict[str, tuple[str, Judgement]] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for judgement in edges.get(here, ()):
            for iri in judgement.subject:
                if iri != start and iri not in before:
                    before[iri] = (here, judgement)
                    waiting.append(iri)
        if end in before:
            break
    if end not in before:
        return None
    chain = []
    while end != start:
        end, judgement = before[end]
        chain.append(judgement)
    return tuple(reversed(chain))
