"""Answers as text: tables for people, CSV, TSV, JSON and Markdown for what comes next, Turtle for graphs."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import pyoxigraph as ox

from kg.errors import UsageError
from kg.graph import PREFIXES
from kg.query.answers import Answer, Cell
from kg.query.evidence import Evidence
from kg.query.formats import ResultFormat
from kg.query.source import Term, local_name
from kg.query.terms import XSD

_NUMBERS: Final = frozenset(XSD + name for name in ("integer", "decimal", "double", "float", "int", "long"))
_EVIDENCE_HEADINGS: Final = (
    "sentence", "article", "title", "outlet", "published", "begin", "end", "claimed by", "stance", "polarity", "modality",
)  # fmt: skip
_INTERVAL: Final = re.compile(r"(?=.*\d)([\d-]*)/([\d-]*)")
"""Of dates in ISO 8601; either end may be open."""


def render(answer: Answer, form: ResultFormat, width: int = 200, color: bool = False) -> str:
    """The answer in one of the formats; ends with a line break, or is empty.

    `json` and `jsonl` give every variable, IRIs with their labels; the other formats give the columns that the question
    shows to people, with labels in place of IRIs. A table leaves out columns that are empty or zero
    throughout.

    Raises:
        UsageError: rows cannot be written as Turtle.
    """
    match form:
        case ResultFormat.TABLE:
            return _table(answer, width, color)
        case ResultFormat.CSV:
            return _separated(answer, ",")
        case ResultFormat.TSV:
            return _separated(answer, "\t")
        case ResultFormat.JSON:
            return json.dumps(_records(answer), ensure_ascii=False, indent=2) + "\n"
        case ResultFormat.JSONL:
            return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(answer))
        case ResultFormat.MARKDOWN:
            return _markdown(answer)
        case ResultFormat.TURTLE:
            raise UsageError(
                "rows cannot be written as Turtle; choose another --format, or ask with CONSTRUCT"
            )


def render_graph(triples: Sequence[ox.Triple], prefixes: dict[str, str] | None = None) -> str:
    """Triples as Turtle."""
    written = ox.serialize(iter(triples), format=ox.RdfFormat.TURTLE, prefixes=prefixes or PREFIXES)
    lines = written.decode("utf-8").splitlines(keepends=True) if written else []
    # the serialiser writes the prefixes in no order
    declared = [line for line in lines if line.startswith("@prefix ")]
    body = "".join(lines[len(declared) :])
    used = (line for line in declared if line.split()[1] in body)
    return "".join((*sorted(used), body)) if triples else ""


def words(cell: Cell, labels: dict[str, str] | Any = None) -> str:
    """One cell as a person reads it."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        named = (_told(each) if isinstance(each, str) else words(each, labels) for each in cell)
        return ", ".join(dict.fromkeys(named))
    if isinstance(cell, ox.NamedNode):
        return (labels or {}).get(cell.value) or local_name(cell.value) or cell.value
    return cell.value if isinstance(cell, ox.Literal) else str(cell)


def _told(text: str) -> str:
    """One date, or interval of dates, as a person writes it; anything else as it is."""
    return text.replace("/", "–") if _INTERVAL.fullmatch(text) else text


def _shown(answer: Answer) -> list[tuple[int, str]]:
    """Place and heading of the columns for people."""
    return [(answer.variables.index(name), heading) for name, heading in answer.columns.items()]


def _lines(answer: Answer) -> Iterator[list[str]]:
    places = [place for place, _ in _shown(answer)]
    for row in answer.rows:
        yield [words(row[place], answer.labels) for place in places]


def _plain_table(answer: Answer, columns: Sequence[tuple[int, str]], width: int) -> str | None:
    """The table as rich would lay it out, much faster; None where it is too wide, so that cells must be folded."""
    from rich.cells import cell_len

    lines = [[heading for _, heading in columns]]
    lines += [[_printable(words(row[place], answer.labels)) for place, _ in columns] for row in answer.rows]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    whole = sum(widths) + 3 * len(widths)
    if not columns or whole - 1 > width:
        return None
    right = [_numeric(answer, place) for place, _ in columns]
    laid = [" " + "   ".join(map(_padded, line, widths, right)) for line in lines]
    rule = " " + "─" * (whole - 3)
    return "\n".join(line.rstrip() for line in ("", laid[0], rule, *laid[1:], "", ""))


def _padded(text: str, width: int, right: bool) -> str:
    from rich.cells import cell_len

    space = " " * (width - cell_len(text))
    return f"{space}{text}" if right else f"{text}{space}"


def _table(answer: Answer, width: int, color: bool) -> str:
    if not answer.rows:
        return ""
    columns = [
        (place, heading)
        for place, heading in _shown(answer)
        if any(words(row[place]) not in ("", "0") for row in answer.rows)
    ]
    numbered = bool(answer.evidence)
    if not (numbered or color) and (plain := _plain_table(answer, columns, width)) is not None:
        return plain
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    if numbered:
        grid.add_column("", justify="right", style="dim")
    for place, heading in columns:
        grid.add_column(heading, justify="right" if _numeric(answer, place) else "left", overflow="fold")
    for number, row in enumerate(answer.rows, start=1):
        cells = [Text(_printable(words(row[place], answer.labels))) for place, _ in columns]
        grid.add_row(*([Text(str(number))] if numbered else []), *cells)
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=color, no_color=not color, highlight=False)
    console.print(grid)
    if numbered:
        for number, row in enumerate(answer.rows, start=1):
            for block in _evidence_blocks(number, answer.row_evidence(row)):
                console.print(block, soft_wrap=False)
    return "\n".join(line.rstrip() for line in stream.getvalue().strip("\n").split("\n")) + "\n"


def _evidence_blocks(number: int, items: Sequence[Evidence]) -> Iterator[Any]:
    """The sentences behind one row, the second and later lines of each set in."""
    from rich.table import Table
    from rich.text import Text

    for place, item in enumerate(items):
        block = Table.grid(padding=(0, 2))
        block.add_column(justify="right", style="bold", min_width=3)
        block.add_column(overflow="fold")
        block.add_row(str(number) if place == 0 else "", Text(_printable(_quoted(item))))
        block.add_row("", Text(_printable(source_line(item)), style="dim"))
        yield block


def _quoted(item: Evidence) -> str:
    sentence = " ".join(item.sentence.split())
    return f"“{sentence}”" if sentence else "(the store holds no text of this article)"


def source_line(item: Evidence) -> str:
    """Where a sentence stands and how it is meant: title, outlet, date, article and offsets, holder, ID of the claim.

    The date of the event, where known, is told apart from the date of publication.
    """
    parts = [item.title, item.outlet, item.published, item.place, item.stance]
    if item.copy_of:
        parts.append(f"copy of {item.copy_of}")
    if item.when:
        told = item.when if item.starts or item.ends else f"event dated {item.when}"
        parts.append(told + (" (worked out)" if item.date_origin == "resolved" else ""))
    parts.append(f"claim {item.short_id}")
    return " · ".join(part for part in parts if part)


def _printable(text: str) -> str:
    """Without the control characters that would move a terminal's cursor."""
    return "".join(c if c.isprintable() else " " for c in text)


def _numeric(answer: Answer, place: int) -> bool:
    cells = [row[place] for row in answer.rows if row[place] is not None]
    return bool(cells) and all(
        isinstance(cell, ox.Literal) and cell.datatype.value in _NUMBERS for cell in cells
    )


def _separated(answer: Answer, delimiter: str) -> str:
    """A line a row; with evidence, a line for each of its sentences."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    headings = [heading for _, heading in _shown(answer)]
    writer.writerow([*headings, *_EVIDENCE_HEADINGS] if answer.evidence else headings)
    for row, line in zip(answer.rows, _lines(answer), strict=True):
        cells = [_flat(cell, delimiter) for cell in line]
        if not answer.evidence:
            writer.writerow(cells)
            continue
        for item in answer.row_evidence(row) or (None,):
            behind = _evidence_cells(item)
            writer.writerow([*cells, *(_flat(cell, delimiter) for cell in behind)])
    return stream.getvalue()


def _evidence_cells(item: Evidence | None) -> list[str]:
    if item is None:
        return [""] * len(_EVIDENCE_HEADINGS)
    return [
        item.sentence, item.article, item.title or "", item.outlet or "", item.published or "",
        str(item.begin), str(item.end), item.holder or "", item.holder_stance or "", item.polarity, item.modality,
    ]  # fmt: skip


def _flat(cell: str, delimiter: str) -> str:
    """TSV has no quoting that all readers know, so a cell there holds no tab and no line break."""
    return " ".join(cell.split()) if delimiter == "\t" else cell


def _records(answer: Answer) -> list[dict[str, Any]]:
    records = []
    for row in answer.rows:
        record = {name: plain(cell, answer.labels) for name, cell in zip(answer.variables, row, strict=True)}
        if answer.evidence:
            record["evidence"] = [evidence_record(item) for item in answer.row_evidence(row)]
        records.append(record)
    return records


def plain(cell: Cell, labels: Any) -> Any:
    """A cell as JSON: numbers and truth values as such, an IRI with its label, a list as one, nothing as null."""
    if cell is None:
        return None
    if isinstance(cell, tuple):
        return [each if isinstance(each, str) else plain(each, labels) for each in cell]
    if isinstance(cell, ox.NamedNode):
        return {"iri": cell.value, "label": words(cell, labels)}
    if isinstance(cell, ox.Literal):
        return _number(cell)
    return str(cell)


def _number(cell: ox.Literal) -> str | int | float | bool:
    datatype = cell.datatype.value.removeprefix(XSD)
    try:
        if datatype in ("integer", "int", "long"):
            return int(cell.value)
        if datatype in ("decimal", "double", "float"):
            number = float(cell.value)
            return number if number - number == 0 else cell.value
    except ValueError:
        return cell.value
    return cell.value == "true" if datatype == "boolean" else cell.value


def evidence_record(item: Evidence) -> dict[str, Any]:
    """One piece of evidence as JSON, in the order of its fields."""
    return {name: getattr(item, name) for name in Evidence.__slots__}


def _markdown(answer: Answer) -> str:
    if not answer.rows:
        return ""
    headings = [heading for _, heading in _shown(answer)]
    lines = [_markdown_line(headings), _markdown_line(["---"] * len(headings))]
    lines += [_markdown_line(line) for line in _lines(answer)]
    if answer.evidence:
        lines.append("")
        for number, row in enumerate(answer.rows, start=1):
            for item in answer.row_evidence(row):
                lines.append(f"{number}. {_escaped(_quoted(item))} — {_escaped(source_line(item))}")
    return "\n".join(lines) + "\n"


def _markdown_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _escaped(text: str) -> str:
    flat = " ".join(text.split())
    return flat.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def triple_rows(triples: Sequence[ox.Triple]) -> tuple[tuple[Term, Term, Term], ...]:
    """Triples as rows, for the formats that have no graphs."""
    return tuple((t.subject, t.predicate, t.object) for t in triples)
