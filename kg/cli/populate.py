"""`kg populate`: articles into a store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options, reports
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.home import Home
    from kg.populate import Report, Work


def populate(
    inputs: options.InputArguments,
    store: options.StoreOption = None,
    jobs: options.JobsOption = None,
    model: options.ModelOption = None,
    relations: options.RelationsOption = None,
    gazetteer: options.GazetteerOption = None,
    min_confidence: options.MinConfidenceOption = None,
    reader: options.ReaderOption = None,
    scheduler: options.SchedulerOption = None,
    shards: options.ShardsOption = None,
    shard_size: options.ShardSizeOption = None,
    files_only: options.FilesOnlyOption = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be read; read nothing and write nothing.")
    ] = False,
    profile: Annotated[bool, typer.Option("--profile", help="Say how many seconds each stage took.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write what was done to this file, as JSON, also where the run is stopped.",
        ),
    ] = None,
    progress: Annotated[
        bool, typer.Option("--progress", help="Say now and then how far it is, also without a terminal.")
    ] = False,
    json: options.JsonOption = False,
) -> None:
    """Read articles and keep what they say in a store.

    An article that the store holds already, with the same text and read in the same way, is left alone; one that
    changed replaces its former self. What cannot be read is said at the end, and the exit code is then 1.

    Stopped, the same command goes on where it was. The graph is the same with any number of jobs.
    """
    work = options.work(model, relations, jobs, min_confidence, gazetteer, reader)
    asked = reports.Asked(json, profile, progress, report)
    if scheduler is not None:
        from kg.cli import scale
        from kg.read import read_inputs

        plan = scale.Scale(scheduler, shards, shard_size, files_only)
        run = scale.foresee_by if dry_run else scale.populate_by
        reports.tell_skipped(run(plan, read_inputs(inputs), options.home(store), work, asked))
        return
    if shards is not None or shard_size is not None or files_only:
        raise UsageError(
            "--shards, --shard-size and --files-only go with --scheduler; add: --scheduler local"
        )
    done = _foreseen(inputs, store, work, asked) if dry_run else _done(inputs, store, work, asked)
    if json:
        console.write_json(done.as_dict(timed=profile))
    elif dry_run:
        reports.tell_foreseen(done)
    else:
        reports.tell_done(done, store)
        if profile:
            reports.tell_profile(done)
    reports.tell_skipped(done.skipped)


def _done(inputs: list[str], store: "Home | None", work: "Work", asked: reports.Asked) -> "Report":
    from kg.cli import pace
    from kg.populate import Report
    from kg.populate import populate as run
    from kg.read import expected_articles, read_inputs
    from kg.store import open_store

    report = Report()
    with (
        reports.written(asked.report, report),
        console.told_if_interrupted(lambda: _told_kept(len(report.read))),
        open_store(options.home(store), create=True) as opened,
    ):
        total = expected_articles(inputs) if asked.progress or console.is_watched() else None
        with pace.shown(pace.Pace(report, total), asked=asked.progress) as note:
            return run(read_inputs(inputs), opened, work, note, report)


def _foreseen(inputs: list[str], store: "Home | None", work: "Work", asked: reports.Asked) -> "Report":
    from kg.populate import foresee
    from kg.read import read_inputs
    from kg.store import open_store

    home = options.home(store)
    if home.folder is not None and (not home.folder.exists() or not any(home.folder.iterdir())):
        found = foresee(read_inputs(inputs), None, work)
    else:
        with open_store(home, read_only=True) as opened:
            found = foresee(read_inputs(inputs), opened, work)
    reports.write(asked.report, found.as_dict(timed=True))
    return found


def _told_kept(read: int) -> str:
    if not read:
        return "no article was read to the end; the same command begins again"
    articles = "1 article was" if read == 1 else f"{read} articles were"
    return f"{articles} read and kept; the same command goes on with the others"
