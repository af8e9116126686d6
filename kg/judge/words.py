"""Judgements and moments in the words of people."""

from datetime import UTC, datetime, timedelta
from typing import Final

from kg.errors import UsageError
from kg.graph import Names, judgement_iri, short_id, shortened
from kg.model import Judgement, Verdict

_CLOCKS: Final = timedelta(minutes=1)
"""How far clocks may differ before a judgement counts as older than one that was made before it."""


def moment(given: str | None = None, newest: str = "") -> str:
    """A moment as judgements have it: what was given, else now, and then later than the newest of them.

    Args:
        given: ISO 8601; without an offset it is meant in UTC.
        newest: the moment of the newest judgement; of two in one second the later must be told from the earlier.

    Raises:
        UsageError: what was given is no date.
    """
    if given is not None:
        try:
            return _written(_utc(datetime.fromisoformat(given.strip())))
        except (ValueError, OverflowError) as error:
            raise UsageError(
                f"{given!r} is no date; write it as 2026-03-31 or 2026-03-31T14:05:00Z"
            ) from error
    now = datetime.now(UTC).replace(microsecond=0)
    try:
        after = _utc(datetime.fromisoformat(newest)) + timedelta(seconds=1)
    except (ValueError, OverflowError):
        return _written(now)
    return _written(max(now, after) if after - now < _CLOCKS else now)


def _utc(when: datetime) -> datetime:
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def _written(when: datetime) -> str:
    return when.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def told_short(judgement: Judgement, names: Names) -> str:
    """What was decided, in one line."""
    first = judgement.first_name or shortened(judgement.first, names)
    second = judgement.second_name or shortened(judgement.second or "", names)
    if first == second:
        first, second = (
            f"{name} [{names.key(iri)}]"
            for name, iri in ((first, judgement.first), (second, judgement.second or ""))
        )
    match judgement.verdict:
        case Verdict.SAME:
            return f"{first} is the same as {second}"
        case Verdict.DIFFERENT:
            return f"{first} is not {second}"
        case Verdict.UNSURE:
            return f"{first} may or may not be {second}"
        case Verdict.WRONG_TYPE:
            return f"{first} is of the class {second.removeprefix('kg:')}"
        case Verdict.REJECTED:
            said = judgement.said
            if said is None:
                return f"claim {short_id(judgement.first)} was read wrongly"
            words = f"{said.subject} {shortened(said.relation, names).removeprefix('kg:')} {said.object}"
            return f"“{words}” was read wrongly in {said.article}"


def told(judgement: Judgement, names: Names) -> str:
    """The same with who decided it, when, and by which ID it is undone."""
    return f"{told_short(judgement, names)} ({signed(judgement, names)})"


def signed(judgement: Judgement, names: Names) -> str:
    """Who decided it, when, and by which ID it is undone."""
    node = short_id(judgement_iri(judgement, names).value)
    return ", ".join(part for part in (judgement.who, judgement.when, node) if part)
