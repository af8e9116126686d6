"""Sets that are joined two at a time."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", bound=Hashable)


class DisjointSets(Generic[Member]):
    """A partition of members; each set is named by the member that it was first joined into.

    >>> sets = DisjointSets("abc")
    >>> sets.join("a", "c")
    >>> sets.root("c"), [sorted(members) for members in sets.sets()]
    ('a', [['a', 'c'], ['b']])
    """

    def __init__(self, members: Iterable[Member] = ()) -> None:
        self._parents: dict[Member, Member] = {member: member for member in members}

    def root(self, member: Member) -> Member:
        """The name of the set of a member; a new member is a set of its own."""
        parents = self._parents
        parents.setdefault(member, member)
        while parents[member] != member:
            parents[member] = parents[parents[member]]
            member = parents[member]
        return member

    def join(self, first: Member, second: Member) -> None:
        """Join the second's set into the first's."""
        kept, joined = self.root(first), self.root(second)
        self._parents[joined] = kept

    def sets(self) -> list[list[Member]]:
        """All sets, in the order in which their members came."""
        groups: defaultdict[Member, list[Member]] = defaultdict(list)
        for member in list(self._parents):
            groups[self.root(member)].append(member)
        return list(groups.values())
