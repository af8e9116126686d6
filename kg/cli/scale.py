"""`kg populate --scheduler`: the same graph as `kg populate` gives, worked out on several machines."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli import console
from kg.cli.reports import DROPPED

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    scale: Scale, inputs: "Iterable[Article | SkippedInput]", home: "Home", work: "Work", json: bool
) -> "list[SkippedInput]":
    """Read articles by the workers of a scheduler, fill a new store with what they say, and tell; gives what was skipped."""
    from kg.shards import ARTICLES, Cluster, Plan, check_new, populate_shards

    beside = home.folder or Path("kg-store")
    folder = (scale.folder or beside.with_name(f"{beside.name}-shards")).resolve()
    plan = Plan(folder, work.recipe, work.relations, work.names)
    if home.folder is not None and not scale.files_only:
        check_new(home.folder)
    with (
        console.told_if_interrupted(
            lambda: "what was finished is kept; the same command goes on with the rest"
        ),
        Cluster(scale.scheduler, work.jobs, console.note) as cluster,
        console.progress("pieces of work done") as done,
    ):
        report = populate_shards(
            inputs,
            plan,
            cluster,
            scale.size or ARTICLES,
            lambda step, count, of: done(f"{step} {count}/{of}"),
        )
    if not scale.files_only:
        _load(report, home, plan)
    if json:
        console.write_json(_record(report))
    else:
        _show(report, plan, home, scale)
    return report.skipped


def _show(report: "Report", plan: "Plan", home: "Home", scale: Scale) -> None:
    console.write(f"articles read  {report.articles}")
    console.write(f"shards         {report.shards}, of which {report.unchanged} were there")
    console.write(f"skipped        {len(report.skipped)}")
    console.write(f"claims         {report.relations.total()}")
    console.write(f"entities       {report.entities}")
    for what, count in asdict(report.dropped).items():
        if count:
            console.write(f"not written    {count} {DROPPED[what]}")
    console.note(f"The graph as N-Quads: {plan.folder / 'graph'}")
    if not scale.files_only:
        console.note(
            f"Next: kg stats {home.options}, for an overview. The folder {plan.folder} is not needed any more; "
            "while it is there, a next run into another store reads only what has changed."
        )


def _load(report: "Report", home: "Home", plan: "Plan") -> None:
    from kg.shards import load_folder, load_server
    from kg.store import open_store

    if home.folder is not None:
        load_folder(report.files, home.folder)
        return
    with open_store(home) as store, console.progress("graphs sent") as done:
        load_server(report.files, store, plan.names, done)


def _record(report: "Report") -> dict[str, object]:
    return {
        "articles": report.articles,
        "shards": report.shards,
        "unchanged": report.unchanged,
        "skipped": [{"where": skipped.where, "why": skipped.why} for skipped in report.skipped],
        "claims": report.relations.total(),
        "entities": report.entities,
        "dropped": asdict(report.dropped),
        "relations": dict(sorted(report.relations.items())),
        "files": [str(path) for path in report.files],
    }
