"""What came of a run of `kg populate`, for people and as a file."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import typer

from kg.cli import console
from kg.errors import SkippedInput, what_ended

if TYPE_CHECKING:
    from kg.home import Home
    from kg.populate import Report

DROPPED: Final = {
    "sentences": "sentences whose words are not those of the text",
    "mentions": "mentions whose words are not those of the text, or that name nobody",
    "claims": "claims whose evidence, ends or holder were not written",
    "dates": "dates that no calendar has",
    "merged": "mentions or claims that say the same as another at the same place",
    "unsure": "claims that are less sure than --min-confidence",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user wants to be told, and how.

    Attributes:
        json: for another program.
        profile: how many seconds each stage took.
        progress: now and then how far it is.
        report: a file for all that was done.
    """

    json: bool = False
    profile: bool = False
    progress: bool = False
    report: Path | None = None


class RunReport(Protocol):
    """What a run did.

    Attributes:
        broken_off: what ended it before its time.
    """

    broken_off: str | None

    def as_dict(self, *, timed: bool) -> dict[str, object]:
        """All of it in plain values, as JSON has them."""
        ...


@contextmanager
def written(path: Path | None, report: RunReport) -> Iterator[None]:
    """Write a report to a file, if one is asked for, whatever ends what is done inside; it then says what has ended it.

    Raises:
        UsageError: the path is a folder; nothing has been done then.
        KgError: the file cannot be written; as far as that is seen before, nothing has been done then.
    """
    console.check_output(path)
    try:
        yield
    except BaseException as error:
        report.broken_off = report.broken_off or what_ended(error)
        raise
    finally:
        write(path, report.as_dict(timed=True))


def write(path: Path | None, told: Mapping[str, object]) -> None:
    """Write what is told to a file, if one is asked for.

    Raises:
        KgError: it cannot be written.
    """
    if path is not None:
        with console.output(path) as stream:
            text = json.dumps(told, ensure_ascii=False, indent=2)
            stream.write(f"{text}\n".encode("utf-8", "backslashreplace"))


def tell_skipped(skipped: list[SkippedInput]) -> None:
    """Say what was not read, and fail if there is something to say."""
    for each in skipped:
        console.note(f"skipped: {each}")
    if skipped:
        raise typer.Exit(1)


def tell_foreseen(report: "Report") -> None:
    """What a run would read."""
    console.write(f"would be read  {len(report.read)}")
    console.write(f"unchanged      {report.unchanged}")
    console.write(f"skipped        {len(report.skipped)}")
    for identifier in report.read:
        console.write(f"  {identifier}")


def tell_done(report: "Report", store: "Home | None") -> None:
    """What a run read and what of it was kept, and what to do next."""
    console.write(f"articles read  {len(report.read)}")
    console.write(f"unchanged      {report.unchanged}")
    console.write(f"skipped        {len(report.skipped)}")
    if report.read:
        console.write(f"claims         {report.claims}")
        console.write(f"entities       {report.entities}")
    if report.copies:
        console.write(f"copies         {report.copies}, whole or in part: their claims count once")
    for what, count in asdict(report.dropped).items():
        if count:
            console.write(f"not written    {count} {DROPPED[what]}")
    if report.relations:
        console.table(("relation", "claims"), report.relations.most_common())
    if report.read or report.unchanged:
        at = f" {store.options}" if store else ""
        console.note(f"Next: kg queries, to see what can be asked; kg stats{at}, for an overview.")


def tell_profile(report: "Report") -> None:
    """The seconds of each stage, the longest first; those that this process only waited are no work."""
    from kg.workers import LOADING, WAITING

    work = {name: seconds for name, seconds in report.stages.seconds.items() if name != WAITING}
    whole = tell_seconds("stage", work)
    loading = work.get(LOADING, 0.0)
    if (spacy := sum(seconds for name, seconds in work.items() if name.startswith("spaCy "))) > 0:
        console.write(
            f"spaCy is {spacy / (whole - loading):.0%} of the {whole - loading:.1f} seconds beside loading"
        )
    pace = f", {len(report.read) / report.elapsed:.1f} articles a second" if report.read else ""
    waited = report.stages.seconds.get(WAITING)
    waiting = f"; of them, this process waited {waited:.1f} for the others" if waited is not None else ""
    console.write(f"{report.elapsed:.1f} seconds passed{pace}{waiting}")


def tell_seconds(what: str, seconds: Mapping[str, float]) -> float:
    """A table of seconds, the longest first; gives their sum, or 1 where there are none."""
    whole = sum(seconds.values()) or 1.0
    rows = sorted(seconds.items(), key=lambda item: -item[1])
    console.table((what, "seconds", "share"), [(name, each, each / whole) for name, each in rows])
    return whole
