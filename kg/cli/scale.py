"""`kg populate --scheduler`: the same graph as `kg populate` gives, worked out on several machines."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import console, reports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.cli.reports import Asked
    from kg.errors import SkippedInput
    from kg.home import Home
    from kg.model import Article
    from kg.populate import Work
    from kg.shards import Plan, Report


@dataclass(frozen=True, slots=True)
class Scale:
    """How several machines are to work.

    Attributes:
        scheduler: its address, or "local".
        folder: that all workers reach; None: beside the store.
        size: articles in a shard; None for the default.
        files_only: leave the graph as N-Quads files.
    """

    scheduler: str
    folder: Path | None = None
    size: int | None = None
    files_only: bool = False


def populate_by(
    scale: Scale, inputs: "Iterable[Article | SkippedInput]", home: "Home", work: "Work", asked: "Asked"
) -> "list[SkippedInput]":
    """Read articles by the workers of a scheduler, fill a new store with what they say, and tell; gives what was skipped."""
    from kg.cli import pace
    from kg.shards import ARTICLES, Cluster, Report, check_new, populate_shards

    plan, report = _plan(scale, home, work), Report()
    if home.folder is not None and not scale.files_only:
        check_new(home.folder)
    with (
        reports.written(asked.report, report),
        console.told_if_interrupted(
            lambda: "what was finished is kept; the same command goes on with the rest"
        ),
    ):
        with (
            Cluster(scale.scheduler, work.jobs, console.note) as cluster,
            pace.shown(pace.StepPace(), asked=asked.progress) as note,
        ):
            populate_shards(inputs, plan, cluster, scale.size or ARTICLES, note, report)
        if not scale.files_only:
            _load(report, home, plan)
    if asked.json:
        console.write_json(report.as_dict(timed=asked.profile))
    else:
        _show(report, plan, home, scale)
        if asked.profile:
            _show_seconds(report)
    return report.skipped


def foresee_by(
    scale: Scale, inputs: "Iterable[Article | SkippedInput]", home: "Home", work: "Work", asked: "Asked"
) -> "list[SkippedInput]":
    """Tell which shards there would be, without a scheduler; gives what would be skipped."""
    from kg.shards import ARTICLES, foresee_shards

    plan = _plan(scale, home, work)
    found = foresee_shards(inputs, plan, scale.size or ARTICLES)
    reports.write(asked.report, found.as_dict())
    if asked.json:
        console.write_json(found.as_dict())
    else:
        console.write(f"articles       {found.articles}")
        console.write(f"shards         {found.shards}, of which {found.unchanged} have been read")
        console.write(f"skipped        {len(found.skipped)}")
        console.note(f"They would be in {plan.folder}")
    return found.skipped


def _plan(scale: Scale, home: "Home", work: "Work") -> "Plan":
    from kg.shards import Plan

    beside = home.folder or Path("kg-store")
    folder = (scale.folder or beside.with_name(f"{beside.name}-shards")).resolve()
    return Plan(folder, work.recipe, work.relations, work.names)


def _show(report: "Report", plan: "Plan", home: "Home", scale: Scale) -> None:
    console.write(f"articles read  {report.articles}")
    console.write(f"shards         {report.shards}, of which {report.unchanged} were there")
    console.write(f"skipped        {len(report.skipped)}")
    console.write(f"claims         {report.relations.total()}")
    console.write(f"entities       {report.entities}")
    if report.copies:
        console.write(f"copies         {report.copies}, whole or in part: their claims count once")
    for what, count in asdict(report.dropped).items():
        if count:
            console.write(f"not written    {count} {reports.DROPPED[what]}")
    console.note(f"The graph as N-Quads: {plan.folder / 'graph'}")
    if not scale.files_only:
        console.note(
            f"Next: kg stats {home.options}, for an overview. The folder {plan.folder} is not needed any more; "
            "while it is there, a next run into another store reads only what has changed."
        )


def _show_seconds(report: "Report") -> None:
    whole = reports.tell_seconds("step", report.stages.seconds)
    console.write(f"{report.elapsed:.1f} seconds passed, in which {whole:.1f} were worked by all together")


def _load(report: "Report", home: "Home", plan: "Plan") -> None:
    from kg.shards import load_folder, load_server
    from kg.store import open_store

    if home.folder is not None:
        load_folder(report.files, home.folder)
        return
    with open_store(home) as store, console.progress("graphs sent") as done:
        load_server(report.files, store, plan.names, done)
