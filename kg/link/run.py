"""One run of linking: what is finished stays, whatever ends it, and the next run goes on from there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self

from kg.gazetteer import Gazetteer
from kg.graph import Names, link_quads
from kg.link.context import asked_of
from kg.link.selection import Known, Wanted, known_entities, select, stored_links
from kg.model import EntityType, Link
from kg.resolve.link import Asked, Item, Search, decide
from kg.settle import changing, mend
from kg.store import Store

_TOGETHER: Final = 20
"""Entities that are searched and decided at a time."""
_SHARE: Final = 0.1
"""How much must be new before all is written again: with fixed steps the time would grow with the square."""


@dataclass(frozen=True, slots=True)
class Linked:
    """One decision, for people.

    Attributes:
        name: of the entity.
        label: of the item in the register, or its IRI.
    """

    name: str
    type: EntityType
    link: Link
    label: str | None


@dataclass(slots=True)
class LinkReport:
    """What a run did.

    Attributes:
        decided: in the order of the decisions, the most mentioned first.
        failed: names of entities whose search got no usable answer, with the reason.
        unasked: names of entities about which nothing is kept, in a run that asks nobody.
        left: how many entities the run did not come to.
    """

    decided: list[Linked] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    unasked: list[str] = field(default_factory=list)
    left: int = 0


def link(
    store: Store,
    search: Search,
    register: str,
    wanted: Wanted,
    *,
    names: Names | None = None,
    gazetteer: Gazetteer | None = None,
    report: LinkReport | None = None,
    progress: Callable[[str], None] | None = None,
    dry_run: bool = False,
) -> LinkReport:
    """Look for entities in a register, and write what was decided.

    Args:
        register: its URL, under which the decisions are written.
        gazetteer: gives countries their demonyms.
        report: filled as the run goes, so that it can be read whatever ends the run.
        progress: called with the name of each entity that is done.
        dry_run: leave the store as it is.

    Raises:
        StoreError: the store cannot be used, or the register is of no use at the moment.
        QueryError: the register does not understand the query.
        KgError: the answers cannot be kept.
    """
    names, report = names or Names(), report if report is not None else LinkReport()
    if not dry_run:
        mend(store, names)
    links = stored_links(store, names)
    known = known_entities(store, names, gazetteer or Gazetteer(()), links.values())
    decided = [entity for entity, where in links if where == register]
    chosen = select(known.values(), wanted, decided)
    report.left = len(chosen)
    with _Written(store, names, links, dry_run) as written:
        for entity, asked, answers in _answered(store, names, chosen, known, search):
            report.left -= 1
            missing = [name for name in asked.lookups if name not in answers]
            if failed := [search.failed[name] for name in missing if name in search.failed]:
                report.failed[entity.names[0]] = failed[0]
            elif missing:
                report.unasked.append(entity.names[0])
            else:
                decision = decide(asked, answers, register)
                report.decided.append(
                    Linked(entity.names[0], entity.type, decision, _label(decision, answers))
                )
                written.add(decision)
            if progress is not None:
                progress(entity.names[0])
    return report


def _answered(
    store: Store, names: Names, chosen: Sequence[Known], known: Mapping[str, Known], search: Search
) -> Iterator[tuple[Known, Asked, dict[str, tuple[Item, ...]]]]:
    """Each entity with what is asked of it and what the register answers."""
    everything = asked_of(store, names, chosen, known)
    for start in range(0, len(chosen), _TOGETHER):
        part = everything[start : start + _TOGETHER]
        answers = search.find(name for asked in part for name in asked.lookups)
        for entity, asked in zip(chosen[start : start + _TOGETHER], part, strict=True):
            yield entity, asked, answers


def _label(link: Link, answers: Mapping[str, Sequence[Item]]) -> str | None:
    found = (candidate for each in answers.values() for candidate in each if candidate.item == link.item)
    return next((candidate.label for candidate in found), link.item)


class _Written:
    """The graph of links, written whole whenever enough is new; what follows from it is brought up to date at the end."""

    def __init__(self, store: Store, names: Names, links: dict[tuple[str, str], Link], dry_run: bool) -> None:
        self.store = store
        self.names = names
        self.links = links
        self.dry_run = dry_run
        self.new = 0
        self.changed = False
        self.begun = False
        self.change = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # also after an interruption: what was decided stands, and answers agree with it
        with self.change:
            self.write()

    def add(self, link: Link) -> None:
        key = (link.entity, link.register)
        self.changed = self.changed or self.links.get(key) != link
        self.links[key] = link
        self.new += 1
        if self.new >= max(_TOGETHER, _SHARE * len(self.links)):
            self.write()

    def write(self) -> None:
        self.new = 0
        if not self.changed or self.dry_run:
            return
        self.changed = False
        if not self.begun:
            self.begun = True
            self.change.enter_context(changing(self.store, self.names))
        quads = [quad for link in self.links.values() for quad in link_quads(link, self.names)]
        self.store.replace_graph(self.names.links, sorted(quads, key=str))
