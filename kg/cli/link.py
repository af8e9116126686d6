"""`kg link`: the entities of a store, found in a register outside."""

import os
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import console, options
from kg.cli.opening import mended
from kg.errors import UsageError
from kg.model import EntityType, LinkResult
from kg.settings import LANGUAGE, user_cache_folder

if TYPE_CHECKING:
    from kg.link import LinkReport
    from kg.resolve.link import Access
    from kg.store import Store

_SAID: Final = {LinkResult.LINKED: "linked", LinkResult.NIL: "not there", LinkResult.AMBIGUOUS: "ambiguous"}
_WIKIDATA: Final = "https://query.wikidata.org/sparql"


def link(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Entities to look for; without any, all that have no identity yet."
        ),
    ] = None,
    register: Annotated[
        str | None,
        typer.Option(metavar="URL", help=f"The register: a SPARQL service. Wikidata's is {_WIKIDATA}"),
    ] = None,
    types: Annotated[
        list[EntityType] | None,
        typer.Option("--type", help="Only entities of this class; may be repeated."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most so many, the most mentioned first.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Decide anew what was decided before.")] = False,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask nobody: use the answers of earlier runs.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask again for names whose answers are kept from earlier runs.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Decide, and leave the store as it is.")] = False,
    query: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", exists=True, dir_okay=False, help="A query for a register not shaped as Wikidata."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="Language of the names in the register. Default: en.")
    ] = None,
    rate: Annotated[
        float, typer.Option(metavar="NUMBER", min=0.01, max=1000.0, help="Queries a second, at most.")
    ] = 1.0,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=1.0, help="For one query.")] = 60.0,
    cache: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            file_okay=False,
            help="Where answers are kept. Default: in the user's cache folder.",
        ),
    ] = None,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
) -> None:
    """Find out who and what the entities of a store are in Wikidata, or in another register.

    Sends their names to the register, some at a time, and decides by class, name and what the articles say of
    each. What is doubtful is not linked. Answers are kept, so that no name is asked for twice and a run that was
    stopped goes on. What no list of names knows gets its identity (owl:sameAs) from here.

    The exit code is 1 if some names got no usable answer, and 3 if the register cannot be reached.
    """
    from kg.gazetteer import load_gazetteer
    from kg.link import LinkReport, Wanted
    from kg.link import link as run
    from kg.resolve.link import AnswerCache, Pace, Register, Search, load_shape, wikidata_shape
    from kg.store import open_store

    if offline and fresh:
        raise UsageError("--offline asks nobody and --fresh asks for everything; give one of them")
    chosen = options.settings()
    address = _address(register or chosen.register)
    shape = load_shape(query) if query is not None else wikidata_shape()
    spoken = _language(language) or chosen.link_language
    service = (
        None
        if offline
        else Register(address, pace=Pace(rate), timeout=timeout, access=_access(chosen.contact))
    )
    report = LinkReport()
    with ExitStack() as stack:
        opened = stack.enter_context(open_store(options.home(store), read_only=dry_run))
        answers = stack.enter_context(
            AnswerCache(cache or chosen.cache or user_cache_folder(os.environ), address, shape.digest, spoken)
        )
        search = Search(service, shape, spoken, answers, fresh=fresh)
        if not dry_run:
            mended(opened)
        wanted = Wanted(_entities(opened, names or []), tuple(types or ()), again, limit)
        try:
            with console.progress("entities looked for") as done:
                run(
                    opened, search, address, wanted, names=options.names(), report=report, progress=done,
                    gazetteer=load_gazetteer(chosen.gazetteers), dry_run=dry_run,
                )  # fmt: skip
        finally:
            _tell(report, json=json, dry_run=dry_run)
    if report.failed or report.unasked:
        raise typer.Exit(1)


def _address(given: str | None) -> str:
    """The URL of the register.

    Raises:
        UsageError: none is given, or it is no web address, or it holds a password.
    """
    from urllib.parse import urlsplit

    from pyoxigraph import NamedNode

    if given is None:
        raise UsageError(
            f"no register is named; give one with --register {_WIKIDATA}, or set it in kg.toml (register = …); "
            "the names of your entities are sent there"
        )
    try:
        parts = urlsplit(given)
        NamedNode(given)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid:
        raise UsageError(f"{given!r} is no address of a SPARQL service; it looks like {_WIKIDATA}")
    if parts.username or parts.password:
        raise UsageError(
            "the address of the register is written into the graph and must hold no password; "
            "set KG_LINK_USER and KG_LINK_PASSWORD instead"
        )
    return given


def _language(given: str | None) -> str | None:
    if given is not None and not LANGUAGE.fullmatch(given.lower()):
        raise UsageError(f"--language {given!r} is no code of a language; it looks like en or pt-br")
    return None if given is None else given.lower()


def _access(contact: str | None) -> "Access":
    from kg.resolve.link import Access

    environment = os.environ
    return Access(
        environment.get("KG_LINK_USER"),
        environment.get("KG_LINK_PASSWORD"),
        environment.get("KG_LINK_TOKEN"),
        contact,
    )


def _entities(store: "Store", names: list[str]) -> tuple[str, ...]:
    from kg.query.names import find_entity

    return tuple(find_entity(store, name).iri.value for name in names)


def _tell(report: "LinkReport", *, json: bool, dry_run: bool) -> None:
    if json:
        console.write_json(
            {
                "decided": [
                    {"name": each.name, "type": each.type.value, "label": each.label, **asdict(each.link)}
                    for each in report.decided
                ],
                "failed": report.failed,
                "unasked": report.unasked,
                "left": report.left,
            }
        )
    else:
        _print(report)
    for name, why in report.failed.items():
        console.note(f"no answer: {name}: {why}")
    if not (report.decided or report.failed or report.unasked or report.left):
        console.note(
            "there is nobody to look for: all have an identity or were decided on; --again decides anew"
        )
    if report.unasked:
        console.note(f"{len(report.unasked)} names were never asked for; run it without --offline to ask")
    if report.left:
        console.note(f"{report.left} entities are left; the same command goes on with them")
    elif report.failed:
        console.note("the same command asks again for what got no answer")
    if dry_run and report.decided:
        console.note("nothing was written; without --dry-run it would be")


def _print(report: "LinkReport") -> None:
    if report.decided:
        rows = [
            (
                each.name,
                each.type.value.lower(),
                _SAID[each.link.result],
                ""
                if each.link.item is None
                else f"{each.label} ({each.link.item.rstrip('/').rpartition('/')[2]})",
                "" if each.link.confidence is None else f"{each.link.confidence:.2f}",
                each.link.reason,
            )
            for each in report.decided
        ]
        console.table(("Entity", "Class", "Result", "There", "Confidence", "Why"), rows)
    counts = {result: sum(each.link.result is result for each in report.decided) for result in LinkResult}
    console.write(
        "  ".join(f"{_SAID[result]} {count}" for result, count in counts.items())
        + f"  failed {len(report.failed)}"
    )
