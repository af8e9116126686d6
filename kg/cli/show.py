"""`kg show`: a dossier of an entity, or an article with its claims marked in the text."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kg.cli import console, options
from kg.cli.dossier import heading, line, told
from kg.cli.opening import opened

if TYPE_CHECKING:
    from rich.text import Text

    from kg.query.dossier import Dossier
    from kg.query.reading import Note, Reading

_SHOWN: Final = 8
_COLOURS: Final = {"denied": "red", "alleged": "magenta", "possible": "yellow", "": "cyan"}


def show(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|ARTICLE", help="Name of an entity, or identifier or title of an article."
        ),
    ],
    evidence: Annotated[
        bool, typer.Option("--evidence", "-e", help="Under each statement the sentences that say so.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help=f"All of a list, not only its first {_SHOWN}.")
    ] = False,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
) -> None:
    """Show what is known of somebody, or an article with the claims that it makes."""
    from kg.query.dossier import dossier
    from kg.query.names import find_entity_or_article
    from kg.query.reading import reading

    with opened(store) as source:
        match, is_article = find_entity_or_article(source, name)
        if not match.exact:
            console.note(f"{name!r} is read as {match.name}")
        found: Dossier | Reading = reading(source, match.iri) if is_article else dossier(source, match.iri)
    if json:
        from dataclasses import asdict

        console.write_json(asdict(found))
        return
    _print(_article(found) if is_article else told(found, evidence, None if full else _SHOWN))  # type: ignore[arg-type]


def _print(lines: Iterator["Text"]) -> None:
    from rich.console import Console

    color = sys.stdout.isatty()
    printer = Console(file=sys.stdout, highlight=False, no_color=not color)
    for each in lines:
        printer.print(each, soft_wrap=True)


def _article(found: "Reading") -> Iterator["Text"]:
    from rich.text import Text

    yield line(found.title or found.identifier, "bold")
    copy = f"copy of {found.copy_of}" if found.copy_of else None
    if found.copies_part_of:
        copy = f"in part a copy of {' and '.join(found.copies_part_of)}"
    about: list[Any] = [found.outlet, found.published, found.identifier, found.address, copy]
    yield line(" · ".join(part for part in about if part), "dim")
    yield line("")
    if found.text is None:
        yield line("(the store holds no text of this article)", "dim")
    else:
        text = Text()
        for piece in found.pieces():
            text.append_text(line(piece.text, _style(found, piece.claims)))
            text.append("".join(f"[{_mark(found.notes[number - 1])}]" for number in piece.notes), "yellow")
        yield text
    yield from heading("Claims", len(found.notes))
    for note in found.notes:
        item = note.claim
        copied = f"copied from {item.copy_of}" if item.copy_of and not found.copy_of else ""
        tail = "".join(f" · {part}" for part in (item.stance, item.when, copied, item.short_id) if part)
        yield line(f"{f'[{note.number}]':>5} {item.subject} {item.relation} {item.object}{tail}")


def _mark(note: "Note") -> str:
    """The number of a claim and, where something keeps it from being a fact, what."""
    return f"{note.number} {note.claim.kind}" if note.claim.kind else str(note.number)


def _style(found: "Reading", numbers: tuple[int, ...]) -> str:
    """The colour of words that carry claims: that of the claim which is furthest from a fact."""
    kinds = {word for number in numbers for word in found.notes[number - 1].claim.kind.split(", ")}
    return next((f"bold {colour}" for kind, colour in _COLOURS.items() if kind in kinds), "")
