"""The options that several commands share, and the settings that stand behind them."""

from dataclasses import replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.home import Home, home_of
from kg.settings import Settings, load_settings

if TYPE_CHECKING:
    from kg.graph import Names
    from kg.populate import Work

HOME: Final = "where the graph lives"
"""Marks a parameter that four options stand for; see `kg.cli.homes`."""
StoreOption = Annotated[Home | None, HOME]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The spaCy pipeline to build on, by name or folder."),
]
JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="How many processes extract side by side. Default: one a core, if the memory allows.",
    ),
]
MinConfidenceOption = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        metavar="SHARE",
        min=0.0,
        max=1.0,
        help="Keep only claims that are at least so sure, 0 to 1. Default: 0.",
    ),
]


class Switch(StrEnum):
    """Whether something is used."""

    ON = "on"
    OFF = "off"


ReaderOption = Annotated[
    Switch | None,
    typer.Option("--reader", help="Whether the trained reader stands beside the grammar. Default: off."),
]
RelationsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--relations",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="A folder with more relations; may be repeated.",
    ),
]
GazetteerOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="A file with more names known beforehand, like seeds/gazetteer/*.csv; may be repeated.",
    ),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Read on the workers of this Dask scheduler (tcp://HOST:8786), or of one on this machine (local). "
        "See docs/scale.md.",
    ),
]
ShardsOption = Annotated[
    Path | None,
    typer.Option(
        "--shards",
        metavar="DIR",
        file_okay=False,
        help="With --scheduler: a folder that all workers reach under this name. Default: beside the store.",
    ),
]
ShardSizeOption = Annotated[
    int | None,
    typer.Option(
        "--shard-size", metavar="N", min=1, help="With --scheduler: articles in a shard. Default: 500."
    ),
]
FilesOnlyOption = Annotated[
    bool,
    typer.Option(
        "--files-only", help="With --scheduler: leave the graph as N-Quads files, and fill no store."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for another program.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to standard output."),
]
InputArguments = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help='Files, folders, globs, http(s) addresses, or "-" for standard input: .txt, .md, .html, .jsonl, .csv,'
        " .parquet, .warc, .rss, .xml, .eml, .pdf, each also as .gz or .zst.",
    ),
]


@cache
def settings() -> Settings:
    """The settings in force, read once a run."""
    return load_settings()


def forget_settings() -> None:
    """Read them anew at the next call; for the start of a run."""
    settings.cache_clear()


def home(store: Home | None) -> Home:
    """Where the graph lives: what the options or, without one, the settings name."""
    if store is not None:
        return store
    chosen = settings()
    return replace(
        home_of(chosen.endpoint or chosen.store),
        update_endpoint=chosen.update_endpoint,
        graph_store=chosen.graph_store,
        credentials=chosen.credentials,
        ca_file=chosen.ca_file,
        timeout=chosen.timeout,
        base=chosen.base,
    )


def relation_folders(extra: list[Path] | None) -> tuple[Path, ...]:
    """The folders of relations beside the shipped ones."""
    return (*settings().relations, *(extra or ()))


def gazetteer_files(extra: list[Path] | None) -> tuple[Path, ...]:
    """The files of known names beside the shipped ones."""
    return (*settings().gazetteers, *(extra or ()))


def names() -> "Names":
    """What mints the IRIs, under the base of the settings."""
    from kg.graph import Names

    return Names(settings().base)


def min_confidence(option: float | None) -> float:
    """What an option or, without one, the settings ask of a claim."""
    return settings().min_confidence if option is None else option


def work(
    model: str | None,
    relations: list[Path] | None,
    jobs: int | None,
    least: float | None = None,
    gazetteers: list[Path] | None = None,
    reader: Switch | None = None,
) -> "Work":
    """How articles are read: the options, and behind them the settings."""
    from kg.populate import Work
    from kg.workers import SpacyRecipe, default_jobs

    chosen = settings()
    folders = relation_folders(relations)
    files = gazetteer_files(gazetteers)
    with_reader = chosen.reader if reader is None else reader is Switch.ON
    recipe = SpacyRecipe(model or chosen.model, folders, files, min_confidence(least), with_reader)
    return Work(recipe, folders, names(), jobs or chosen.jobs or default_jobs(), chosen.patience)
