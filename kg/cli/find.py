"""`kg find`: words in names, titles and sentences."""

import os
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli import console, options
from kg.cli.dossier import line
from kg.cli.opening import opened
from kg.settings import user_cache_folder

if TYPE_CHECKING:
    from rich.text import Text

    from kg.find import Found

_LIMIT: Final = 10
_AROUND: Final = 110
"""Characters that are shown of a long sentence before and after the words."""


class FindPlace(StrEnum):
    """Where words are looked for."""

    NAMES = "names"
    TITLES = "titles"
    SENTENCES = "sentences"


def find(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...",
            help='All of these; "in quotation marks" one after the other; begin* for more.',
        ),
    ],
    within: Annotated[
        list[FindPlace] | None, typer.Option("--in", help="Only there; may be repeated.")
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=0, help="How many of each at most; 0 for all.")
    ] = _LIMIT,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
) -> None:
    """Find words in the names of entities, in titles, and in sentences.

    Case and accents do not count: lodz finds Łódź. The index for it lies in the store's folder and follows the store by
    itself; that of a server, or of a folder that cannot be written to, lies in the user's cache folder.
    """
    from kg.find import Place, index_path, search, stamp_of, wanted

    wants = wanted(" ".join(words))
    home = options.home(store)
    stamp = stamp_of(home.folder) if home.folder is not None else None
    places = [Place(each.value) for each in within] if within else list(Place)
    with opened(store) as source:
        address = str(home.folder.resolve()) if home.folder is not None else str(home.endpoint)
        cache = options.settings().cache or user_cache_folder(os.environ)
        path = index_path(home.folder, address, cache)
        with console.progress("articles indexed") as done:
            found = search(
                path, source, options.names(), wants, places, limit or None, stamp=stamp, done=done
            )
    if json:
        from dataclasses import asdict

        console.write_json(asdict(found))
        return
    _print(found)


def _print(found: "Found") -> None:
    from rich.console import Console

    printer = Console(file=sys.stdout, highlight=False, no_color=not sys.stdout.isatty())
    for each in _lines(found):
        printer.print(each, soft_wrap=True)


def _lines(found: "Found") -> Iterator["Text"]:
    if not any(found.totals.values()):
        yield line("nothing found; try fewer words, or a beginning: begin*", "dim")
    if found.names:
        yield from _head("Names", len(found.names), found.totals["names"])
    for name in found.names:
        text = _marked(name.called, name.marks)
        if name.called != name.name:
            text.append_text(line(f" ({name.name})"))
        yield line("  ").append_text(text).append_text(line(f" · {name.kind} · {name.key}", "dim"))
    if found.titles:
        yield from _head("Titles", len(found.titles), found.totals["titles"])
    for title in found.titles:
        about = _about(title.outlet, title.published, title.article)
        yield (
            line("  ")
            .append_text(_marked(title.title or title.article, title.marks))
            .append_text(line(f" · {about}", "dim"))
        )
    if found.sentences:
        yield from _head("Sentences", len(found.sentences), found.totals["sentences"])
    for said in found.sentences:
        claims = f"{said.claims} claim{'' if said.claims == 1 else 's'}"
        where = f"{said.article}:{said.begin}–{said.end}"
        yield line("  ").append_text(_snippet(said.text, said.marks))
        yield line(f"    {_about(said.title, said.outlet, said.published, where, claims)}", "dim")


def _head(title: str, shown: int, total: int) -> Iterator["Text"]:
    yield line("")
    yield line(f"{title} ({shown} of {total})" if shown < total else f"{title} ({total})", "bold")


def _about(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _snippet(text: str, marks: tuple[tuple[int, int], ...]) -> "Text":
    """The text, or of a long one what is around the words."""
    first, last = (marks[0][0], marks[-1][1]) if marks else (0, 0)
    begin = 0 if first <= _AROUND else text.rfind(" ", 0, first - _AROUND + 1) + 1
    end = text.find(" ", last + _AROUND)
    end = len(text) if end == -1 else end
    within = tuple((a - begin, b - begin) for a, b in marks)
    snippet = _marked(" ".join(text[begin:end].split("\n")), within)
    return line("… " if begin else "").append_text(snippet).append(" …" if end < len(text) else "")


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> "Text":
    """The text with its words marked: in bold, and where nobody sees that, between stars."""
    star = "" if sys.stdout.isatty() else "*"
    text = line(text).plain
    marked, at = line(""), 0
    for begin, end in marks:
        marked.append(text[at:begin]).append(f"{star}{text[begin:end]}{star}", "bold cyan")
        at = end
    return marked.append(text[at:])
