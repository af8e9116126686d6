"""What a person decides on a page, written into the store as the commands write it."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import UsageError
from kg.graph import Names, judgement_iri, short_id
from kg.judge import Operand, find_operand, moment, record, told
from kg.judge import undo as take_back
from kg.model import PAIRS, Judgement, Verdict
from kg.serve.refusals import NotFound
from kg.store import Store, claim_as_read, judgements

_LONGEST: int = 1_000
"""Characters of a remark."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided, or undone: in words, and by which ID it can be undone.

    Attributes:
        warnings: older judgements that are set aside, because they say otherwise.
    """

    words: str
    id: str
    warnings: tuple[str, ...] = ()


def judge_pair(
    store: Store, names: Names, who: str, verdict: str, first: str, second: str, why: str
) -> Judged:
    """Decide whether two entities are one.

    Args:
        verdict: "same", "different" or "unsure".
        first, second: IRIs.

    Raises:
        UsageError: the verdict is none of these, or both are the same entity.
        QueryError: the store does not know one of them.
    """
    known = {each.value.lower(): each for each in PAIRS}
    if verdict not in known:
        raise UsageError(f"verdict must be one of {', '.join(sorted(known))}")
    one, other = (find_operand(store, iri, names) for iri in (first, second))
    if one.iri == other.iri:
        raise UsageError(f"both are {one.name}; this was decided meanwhile")
    return _recorded(store, names, _of_pair(store, names, who, known[verdict], one, other, why))


def _of_pair(
    store: Store, names: Names, who: str, verdict: Verdict, one: Operand, other: Operand, why: str
) -> Judgement:
    return Judgement(
        when=_now(store, names),
        who=who,
        verdict=verdict,
        first=one.iri,
        second=other.iri,
        why=_line(why) or None,
        first_name=_line(one.name),
        second_name=_line(other.name),
    )


def reject(store: Store, names: Names, who: str, claim: str, why: str) -> Judged:
    """Decide that a claim was read wrongly.

    Raises:
        NotFound: there is no such claim.
    """
    try:
        node = NamedNode(claim)
    except ValueError as error:
        raise NotFound("there is no such claim") from error
    said = claim_as_read(store, node)
    if said is None:
        raise NotFound("there is no such claim; its article may have been read again meanwhile")
    rejected = Judgement(
        _now(store, names), who, Verdict.REJECTED, node.value, why=_line(why) or None, said=said
    )
    return _recorded(store, names, rejected)


def undo(store: Store, names: Names, _who: str, identifier: str) -> Judged:
    """Take a judgement back, the last where no ID is given.

    Raises:
        KgError: there is none.
    """
    gone = take_back(store, identifier or None, names)
    return Judged(told(gone, names), short_id(judgement_iri(gone, names).value))


def _recorded(store: Store, names: Names, judgement: Judgement) -> Judged:
    done = record(store, [judgement], names)
    (as_stored,) = done.judgements
    return Judged(
        told(as_stored, names),
        short_id(judgement_iri(as_stored, names).value),
        tuple(told(each.set_aside, names) for each in done.conflicts),
    )


def _now(store: Store, names: Names) -> str:
    return moment(None, max((each.when for each in judgements(store, names)), default=""))


def _line(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
