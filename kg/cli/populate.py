"""`kg populate`: articles into a store."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from kg.cli import console, options
from kg.errors import SkippedInput, UsageError

if TYPE_CHECKING:
    from kg.home import Home
    from kg.populate import Report


def populate(
    inputs: options.InputArguments,
    store: options.StoreOption = None,
    jobs: options.JobsOption = None,
    model: options.ModelOption = None,
    relations: options.RelationsOption = None,
    gazetteer: options.GazetteerOption = None,
    min_confidence: options.MinConfidenceOption = None,
    scheduler: options.SchedulerOption = None,
    shards: options.ShardsOption = None,
    shard_size: options.ShardSizeOption = None,
    files_only: options.FilesOnlyOption = False,
    json: options.JsonOption = False,
) -> None:
    """Read articles and keep what they say in a store.

    An article that the store holds already, with the same text and read in the same way, is left alone; one that
    changed replaces its former self. What cannot be read is said at the end, and the exit code is then 1.
    """
    from kg.populate import populate as run
    from kg.read import read_inputs
    from kg.store import open_store

    work = options.work(model, relations, jobs, min_confidence, gazetteer)
    if scheduler is not None:
        from kg.cli.scale import Scale, populate_by

        scale = Scale(scheduler, shards, shard_size, files_only)
        tell_skipped(populate_by(scale, read_inputs(inputs), options.home(store), work, json))
        return
    if shards is not None or shard_size is not None or files_only:
        raise UsageError(
            "--shards, --shard-size and --files-only go with --scheduler; add: --scheduler local"
        )
    kept: list[str] = []
    with (
        console.told_if_interrupted(lambda: _told_kept(len(kept))),
        open_store(options.home(store), create=True) as opened,
        console.progress("articles read") as done,
    ):

        def note(identifier: str) -> None:
            kept.append(identifier)
            done(identifier)

        report = run(
            read_inputs(inputs),
            opened,
            work,
            note,
        )
    if json:
        console.write_json(report.as_dict())
    else:
        _print(report, store)
    tell_skipped(report.skipped)


def _told_kept(read: int) -> str:
    if not read:
        return "no article was read to the end; the same command begins again"
    articles = "1 article was" if read == 1 else f"{read} articles were"
    return f"{articles} read and kept; the same command goes on with the others"


def tell_skipped(skipped: list[SkippedInput]) -> None:
    """Say what was not read, and fail if there is something to say."""
    for each in skipped:
        console.note(f"skipped: {each}")
    if skipped:
        raise typer.Exit(1)


def _print(report: "Report", store: "Home | None") -> None:
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
            console.write(f"not written    {count} {what}")
    if report.relations:
        console.table(("relation", "claims"), report.relations.most_common())
    if report.read or report.unchanged:
        at = f" {store.options}" if store else ""
        console.note(f"Next: kg queries, to see what can be asked; kg stats{at}, for an overview.")
