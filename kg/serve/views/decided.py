"""What people decided: judgements of the store, and decisions from which not all has followed."""

from dataclasses import dataclass
from itertools import islice
from typing import Final

from kg.graph import judgement_iri, short_id
from kg.judge import told
from kg.model import Judgement, Verdict
from kg.query.judged import all_judgements
from kg.serve.decisions import DECISION, FAILED, UNDO, Decision
from kg.serve.served import Served

_RECENT: Final = 5


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided last.

    Attributes:
        id: by which it is undone: of a judgement, or of a decision from which not all has followed.
        state: "" where it stands in the store and all has followed; "waiting", "undone" (it is about to be) or "failed".
        problem: why it failed.
    """

    words: str
    id: str
    state: str = ""
    problem: str = ""


def recent(served: Served, decisions: tuple[Decision, ...] = ()) -> tuple[Decided, ...]:
    """What was decided last, the newest first.

    Args:
        decisions: those from which not all has followed, the newest first.
    """
    undone = undone_by(decisions)
    taken = {short_id(each.judgement) for each in decisions if each.judgement} | undone
    stored = (_decided(served, each) for each in reversed(all_judgements(served.store)))
    waiting = (
        Decided(each.words, f"{DECISION}{each.number}", "undone" if each.what == UNDO else "waiting")
        for each in decisions
        if each.state != FAILED and f"{DECISION}{each.number}" not in undone
    )
    return (*waiting, *islice((each for each in stored if each.id not in taken), _RECENT))


def undone_by(decisions: tuple[Decision, ...]) -> frozenset[str]:
    """The IDs of what is about to be undone, as `Decided` has them."""
    return frozenset(
        each.first if each.first.startswith(DECISION) else short_id(each.first)
        for each in decisions
        if each.what == UNDO and each.state != FAILED
    )


def failed(decisions: tuple[Decision, ...]) -> tuple[Decided, ...]:
    """The decisions that could not be written, the newest first."""
    return tuple(
        Decided(each.words, f"{DECISION}{each.number}", FAILED, each.problem)
        for each in decisions
        if each.state == FAILED
    )


def rejected_in(served: Served, identifier: str) -> tuple[Decided, ...]:
    """The claims of an article that somebody judged to be read wrongly, the newest first."""
    return tuple(
        _decided(served, each)
        for each in reversed(all_judgements(served.store))
        if each.verdict is Verdict.REJECTED and each.said is not None and each.said.article == identifier
    )


def _decided(served: Served, judgement: Judgement) -> Decided:
    return Decided(told(judgement, served.names), short_id(judgement_iri(judgement, served.names).value))
