"""Judgements into a store and out of it; what follows from them is brought up to date at once."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import KgError
from kg.graph import Names, judgement_iri, judgement_quads
from kg.judge.operands import find_judgement
from kg.model import Judgement, Verdict, standing
from kg.settle import Changes, changing, mend
from kg.store import Store, stored_judgements


@dataclass(frozen=True, slots=True)
class Conflict:
    """A judgement that stood before and stands no longer.

    Attributes:
        set_aside: the oldest of the judgements that cannot all hold.
        against: the newer ones that together contradict it.
    """

    set_aside: Judgement
    against: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of judgements.

    Attributes:
        judgements: as the store has them now, in the order in which they were given.
        changed: those of them that are new, or newer than what the store had of the same decision.
        conflicts: those that could only be solved by setting a judgement aside, the newest first.
    """

    judgements: tuple[Judgement, ...]
    changed: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]


def record(
    store: Store,
    judgements: Iterable[Judgement],
    names: Names | None = None,
    within: Changes | None = None,
) -> Recorded:
    """Write judgements into the store, and bring entities and facts up to date once.

    The same decision taken again is one judgement, as it was taken last. One that contradicts others is written all the
    same: the newest stands.

    Args:
        within: a change of the store that is under way, at whose end all is brought up to date; None: it is done here.

    Raises:
        StoreError: the store cannot be used.
    """
    names = names or Names()
    if within is None:
        mend(store, names)
    known = stored_judgements(store, names)
    before = {judgement for judgement, _ in standing(known.values()).set_aside}
    nodes: dict[NamedNode, None] = {}
    written: dict[NamedNode, Judgement] = {}
    for judgement in judgements:
        node = judgement_iri(judgement, names)
        nodes[node] = None
        if node not in known or known[node].age < judgement.age:
            known[node] = written[node] = judgement
    if written:
        _write(store, names, written, written.values(), within)
    conflicts = (
        Conflict(judgement, against)
        for judgement, against in standing(known.values()).set_aside
        if judgement not in before and judgement.verdict is not Verdict.UNSURE
    )
    return Recorded(tuple(known[node] for node in nodes), tuple(written.values()), tuple(conflicts))


def undo(
    store: Store,
    identifier: str | None = None,
    names: Names | None = None,
    within: Changes | None = None,
) -> Judgement:
    """Take a judgement back, by default the last by time, and bring entities and facts up to date.

    Args:
        identifier: IRI of a judgement, its hash, or the beginning of that.
        within: as for `record`.

    Raises:
        KgError: there is none, or several begin so.
        StoreError: the store cannot be used.
    """
    names = names or Names()
    if within is None:
        mend(store, names)
    known = stored_judgements(store, names)
    if not known:
        raise KgError("there is no judgement in this store that could be undone")
    # what somebody wrote by hand may have another IRI than the one that is printed
    nodes = {judgement_iri(judgement, names).value: node for node, judgement in known.items()}
    nodes |= {node.value: node for node in known}
    chosen = list(known)[-1] if identifier is None else nodes[find_judgement(nodes, identifier)]
    _write(store, names, {chosen: None}, (known[chosen],), within)
    return known[chosen]


def _write(
    store: Store,
    names: Names,
    changes: Mapping[NamedNode, Judgement | None],
    decided: Iterable[Judgement],
    within: Changes | None,
) -> None:
    """Replace or remove judgements, and bring up to date what follows; what else stands in their graph stays."""
    graph = names.judgements
    with changing(store, names) if within is None else nullcontext(within) as affected:
        for judgement in decided:
            if judgement.said is not None:
                affected.articles.add(judgement.said.article)
            elif judgement.verdict is Verdict.REJECTED:
                affected.all = True  # written by hand: which article the claim is of is not said
        quads = [quad for quad in store.quads(graph) if quad.subject not in changes]
        for replaced in changes.values():
            if replaced is not None:
                quads.extend(judgement_quads(replaced, names))
        store.replace_graph(graph, sorted(quads, key=str))
