"""What a person decides on a page: looked at before it is taken down, then written into the store as commands write it."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import KgError, StoreError, UsageError
from kg.graph import Names, judgement_iri
from kg.judge import find_judgement, find_operand, record, told_short
from kg.judge import undo as take_back
from kg.model import PAIRS, Judgement, Verdict
from kg.query.judged import all_judgements
from kg.serve.decisions import DECISION, REJECT, UNDO, Decision, Decisions
from kg.serve.refusals import NotFound
from kg.serve.served import Served
from kg.serve.views.things import things
from kg.settle import Changes, automatic_entities, changing
from kg.store import Store, claim_as_read, is_unsettled

log = logging.getLogger("kg.serve")

_LONGEST: Final = 1_000
"""Characters of a remark."""
_VERDICTS: Final = {each.value.lower(): each for each in PAIRS}


@dataclass(frozen=True, slots=True)
class Looked:
    """A decision that can be taken down: in words, and the moment of the newest judgement in the store."""

    words: str
    newest: str


def looked_at(served: Served, what: str, first: str, second: str) -> Looked:
    """What is decided, in words, where it makes sense in the store as it is.

    Args:
        what, first, second: as `Decision` has them.

    Raises:
        UsageError: nothing can be decided so.
        NotFound: the store has no such entity or claim, or no such judgement.
    """
    known = all_judgements(served.store)
    newest = max((each.when for each in known), default="")
    if what == REJECT:
        return Looked(told_short(_rejection(served.store, first), served.names), newest)
    if what == UNDO:
        return Looked(_undone(served.names, known, first), newest)
    if what not in _VERDICTS:
        raise UsageError(f"verdict must be one of {', '.join(sorted(_VERDICTS))}")
    if first == second:
        raise UsageError("both are the same entity")
    named = {iri: each for iri, each in things(served, (first, second)).items() if each.kind}
    if len(named) < 2:
        raise NotFound("one of the two is not in this store any more; open the page again")
    pair = Judgement("", "", _VERDICTS[what], first, second)
    names = {"first_name": named[first].name, "second_name": named[second].name}
    return Looked(told_short(_with(pair, **names), served.names), newest)


def _with(judgement: Judgement, first_name: str, second_name: str) -> Judgement:
    return Judgement(
        judgement.when, judgement.who, judgement.verdict, judgement.first, judgement.second, judgement.why,
        _line(first_name), _line(second_name), judgement.said,
    )  # fmt: skip


def _rejection(store: Store, claim: str, moment: str = "", who: str = "", why: str = "") -> Judgement:
    try:
        node = NamedNode(claim)
    except ValueError as error:
        raise NotFound("there is no such claim") from error
    said = claim_as_read(store, node)
    if said is None:
        raise NotFound("there is no such claim; its article may have been read again meanwhile")
    return Judgement(moment, who, Verdict.REJECTED, node.value, why=_line(why) or None, said=said)


def _undone(names: Names, known: list[Judgement], identifier: str) -> str:
    by_iri = {judgement_iri(each, names).value: each for each in known}
    try:
        return told_short(by_iri[find_judgement(by_iri, identifier)], names)
    except KgError as error:
        raise NotFound("this judgement is not in the store; it may have been undone meanwhile") from error


def unsettled(served: Served) -> bool:
    """Whether a change of the store was broken off, so that not all has followed from it."""
    return is_unsettled(served.store, served.names)


def write_waiting(store: Store, names: Names, path: Path) -> None:
    """Write all decisions that wait into the store, in their order, and bring up to date what follows from them, once.

    One that cannot be written says so in the file, and the others go on. Whenever this is broken off, nothing is lost: what
    was not written waits still, and of what was written the store remembers that something has to follow.

    Raises:
        KgError: the file cannot be read, or the store not written to.
    """
    kept = Decisions(path)
    if kept.waiting():
        with changing(store, names) as change:
            writer = _Writer(store, names, kept, change)
            while waiting := kept.waiting():
                for decision in waiting:
                    writer.write(decision)
    kept.followed()


@dataclass(slots=True)
class _Writer:
    """Writes decisions within one change of the store."""

    store: Store
    names: Names
    kept: Decisions
    change: Changes
    _alone: Mapping[str, str] = field(default_factory=dict)

    def write(self, decision: Decision) -> None:
        if not self.kept.begin(decision.number):
            return  # it was struck a moment ago
        done: Callable[[Decision], str] = {REJECT: self._reject, UNDO: self._undo}.get(
            decision.what, self._pair
        )
        try:
            self.kept.written(decision.number, done(decision))
        except StoreError:
            raise
        except KgError as error:
            self.kept.failed(decision.number, str(error))

    def _pair(self, decision: Decision) -> str:
        one, other = (
            find_operand(self.store, iri, self.names, self._found_alone)
            for iri in (decision.first, decision.second)
        )
        if one.iri == other.iri:
            raise UsageError(f"both are {one.name}; this was decided meanwhile")
        judged = Judgement(
            decision.moment,
            decision.who,
            _VERDICTS[decision.what],
            one.iri,
            other.iri,
            _line(decision.why) or None,
        )
        return self._recorded(_with(judged, one.name, other.name))

    def _reject(self, decision: Decision) -> str:
        self._alone = {}  # what it was told by counts no longer
        return self._recorded(
            _rejection(self.store, decision.first, decision.moment, decision.who, decision.why)
        )

    def _undo(self, decision: Decision) -> str:
        self._alone = {}
        identifier = decision.first
        if identifier.startswith(DECISION):
            former = self.kept.get(int(identifier.removeprefix(DECISION)))
            identifier = former.judgement if former is not None else ""
        try:
            take_back(self.store, identifier, self.names, self.change)
        except (UsageError, StoreError):
            raise
        except KgError:
            log.info(
                "judgement %s is gone already", identifier
            )  # before this was broken off, or by a command
        return identifier

    def _recorded(self, judgement: Judgement) -> str:
        (stored,) = record(self.store, [judgement], self.names, self.change).judgements
        return judgement_iri(stored, self.names).value

    def _found_alone(self) -> Mapping[str, str]:
        self._alone = self._alone or automatic_entities(self.store, self.names)
        return self._alone


def _line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
