"""`kg show`: a dossier of an entity, or an article with its claims marked in the text."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kg.cli import console, options

if TYPE_CHECKING:
    from rich.text import Text

    from kg.query.dossier import Dossier, Statement
    from kg.query.evidence import Evidence
    from kg.query.reading import Reading

_SHOWN: Final = 8


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
    from kg.store import open_store

    with open_store(options.store_address(store), read_only=True) as source:
        match, is_article = find_entity_or_article(source, name)
        if not match.exact:
            console.note(f"{name!r} is read as {match.name}")
        found: Dossier | Reading = reading(source, match.iri) if is_article else dossier(source, match.iri)
    if json:
        from dataclasses import asdict

        console.write_json(asdict(found))
        return
    _print(_article(found) if is_article else _entity(found, evidence, None if full else _SHOWN))  # type: ignore[arg-type]


def _print(lines: Iterator["Text"]) -> None:
    from rich.console import Console

    color = sys.stdout.isatty()
    printer = Console(file=sys.stdout, highlight=False, no_color=not color)
    for line in lines:
        printer.print(line, soft_wrap=True)


def _line(words: str, style: str = "") -> "Text":
    from rich.text import Text

    clean = "".join(c if c.isprintable() or c == "\n" else " " for c in words)
    return Text(clean, style=style)


def _entity(found: "Dossier", evidence: bool, most: int | None) -> Iterator["Text"]:
    yield _line(found.name, "bold")
    yield _line(", ".join(found.classes).lower() or "no class")
    for heading, values in (("also", found.other_names), ("same as", found.same_as), ("iri", (found.iri,))):
        if values:
            yield _line(f"{heading + ':':<9}{', '.join(values)}", "dim")
    originals = sum(each.copy_of is None for each in found.appearances)
    yield _line(
        f"{'read in:':<9}{_counted(originals, 'article')}, {_counted(found.mentions, 'mention')}", "dim"
    )
    facts = [statement for statement in found.statements if statement.fact]
    others = [statement for statement in found.statements if not statement.fact]
    yield from _statements("Roles and ties", [s for s in facts if s.is_role], evidence, most)
    yield from _statements("What happened", [s for s in facts if not s.is_role], evidence, most)
    yield from _statements("Denied, planned or possible", others, evidence, most)
    yield from _claims(f"What {found.name} says", found.said, most)
    attributed = [e for s in found.statements for e in s.evidence if e.holder and e.holder != found.name]
    yield from _holders(attributed, most)
    yield from _appearances(found, most)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"


def _heading(words: str, count: int) -> Iterator["Text"]:
    yield _line("")
    yield _line(f"{words} ({count})", "bold")


def _rest(count: int, most: int | None) -> Iterator["Text"]:
    if most is not None and count > most:
        yield _line(f"  … {count - most} more with --full", "dim")


def _statements(
    heading: str, statements: Sequence["Statement"], evidence: bool, most: int | None
) -> Iterator["Text"]:
    if not statements:
        return
    yield from _heading(heading, len(statements))
    for label, same in groupby(statements, key=lambda s: s.label):
        group = list(same)
        yield _line(f"  {label} ({len(group)})", "cyan")
        for statement in group[:most]:
            yield _line(f"    {_told(statement)}")
            if evidence:
                for item in (*statement.evidence, *statement.disputed):
                    yield from _sentence(item, "      ")
        yield from _rest(len(group), most)


def _told(statement: "Statement") -> str:
    """The statement with what a reader must know before believing it."""
    dates = sorted({item.date for item in statement.evidence if item.date})
    notes = [_counted(statement.sources, "source"), *dates]
    if not statement.fact:
        notes.append(statement.evidence[0].stance)
    if statement.disputed:
        deniers = sorted({item.holder or "an article" for item in statement.disputed})
        notes.append(f"denied by {', '.join(deniers)}")
    return f"{statement.words}  ({', '.join(note for note in notes if note)})"


def _sentence(item: "Evidence", indent: str) -> Iterator["Text"]:
    from kg.query.results import source_line

    yield _line(f"{indent}“{' '.join(item.sentence.split())}”")
    yield _line(f"{indent}{source_line(item)}", "dim")


def _claims(heading: str, items: Sequence["Evidence"], most: int | None) -> Iterator["Text"]:
    if not items:
        return
    yield from _heading(heading, len(items))
    for item in items[:most]:
        yield _line(f"  {_claim(item)}  [{item.place}]")
    yield from _rest(len(items), most)


def _claim(item: "Evidence") -> str:
    caveats = [word for word in (item.polarity, item.modality) if word in ("denied", "possible")]
    words = f"{item.subject} {item.relation} {item.object}"
    return f"{words} ({', '.join(caveats)})" if caveats else words


def _holders(items: Sequence["Evidence"], most: int | None) -> Iterator["Text"]:
    """Who says what about the entity: the holders with most claims first."""
    by_holder: dict[str, dict[str, None]] = {}
    for item in items:
        by_holder.setdefault(item.holder or "", {})[_claim(item)] = None
    if not by_holder:
        return
    yield from _heading("Who says what about it", len(by_holder))
    ordered = sorted(by_holder.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    for holder, said in ordered[:most]:
        yield _line(f"  {holder}: {'; '.join(list(said)[:most])}")
    yield from _rest(len(ordered), most)


def _appearances(found: "Dossier", most: int | None) -> Iterator["Text"]:
    if not found.appearances:
        return
    yield from _heading("Articles", len(found.appearances))
    for each in found.appearances[:most]:
        parts = [each.title, each.outlet, each.published, _counted(each.mentions, "mention")]
        if each.copy_of:
            parts.append(f"copy of {each.copy_of}")
        yield _line(f"  {each.article}  {' · '.join(part for part in parts if part)}")
    yield from _rest(len(found.appearances), most)


def _article(found: "Reading") -> Iterator["Text"]:
    from rich.text import Text

    yield _line(found.title or found.identifier, "bold")
    copy = f"copy of {found.copy_of}" if found.copy_of else None
    about: list[Any] = [found.outlet, found.published, found.identifier, found.address, copy]
    yield _line(" · ".join(part for part in about if part), "dim")
    yield _line("")
    if found.text is None:
        yield _line("(the store holds no text of this article)", "dim")
    else:
        text = Text()
        for piece in found.pieces():
            text.append_text(_line(piece.text, "bold cyan" if piece.marked else ""))
            text.append("".join(f"[{number}]" for number in piece.notes), "yellow")
        yield text
    yield from _heading("Claims", len(found.notes))
    for note in found.notes:
        item = note.claim
        tail = "".join(f" · {part}" for part in (item.stance, item.date) if part)
        yield _line(f"{f'[{note.number}]':>5} {item.subject} {item.relation} {item.object}{tail}")
