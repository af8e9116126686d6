"""Judgements as a file that people share and review: CSV in UTF-8, a line a judgement, sorted."""

import csv
import io
from collections.abc import Iterable
from typing import Final, TypeVar

from pyoxigraph import NamedNode

from kg.errors import KgError, SkippedInput, UsageError
from kg.graph import KG, Names, lengthened, shortened
from kg.judge.words import moment
from kg.model import PAIRS, ClaimAsRead, EntityType, Judgement, Modality, Polarity, Verdict

COLUMNS: Final = (
    "when", "who", "verdict", "first", "first_name", "second", "second_name", "why",
    "article", "subject", "relation", "object", "polarity", "modality", "sentence",
)  # fmt: skip
_NEEDED: Final = COLUMNS[:4]
_SAID: Final = COLUMNS[8:]

_WORDS: Final = {
    Verdict.SAME: "same",
    Verdict.DIFFERENT: "different",
    Verdict.UNSURE: "unsure",
    Verdict.WRONG_TYPE: "retype",
    Verdict.REJECTED: "reject",
}
"""The words of the commands."""
_VERDICTS: Final = {word: verdict for verdict, word in _WORDS.items()}
_T = TypeVar("_T", Polarity, Modality)
_CLASSES: Final = {KG + kind.value for kind in EntityType}


def write_sheet(judgements: Iterable[Judgement], names: Names) -> str:
    """The file: the oldest judgement first; IRIs without the base of the data, so that another store can read it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(_row(judgement, names) for judgement in judgements))
    return stream.getvalue()


def _row(judgement: Judgement, names: Names) -> list[str]:
    said = judgement.said
    cells = (
        judgement.when,
        judgement.who,
        _WORDS[judgement.verdict],
        shortened(judgement.first, names),
        judgement.first_name or "",
        shortened(judgement.second or "", names),
        judgement.second_name or "",
        judgement.why or "",
        shortened(names.article(said.article).value, names) if said else "",
        said.subject if said else "",
        shortened(said.relation, names) if said else "",
        said.object if said else "",
        said.polarity.value if said else "",
        said.modality.value if said else "",
        said.sentence if said else "",
    )
    return [" ".join(cell.split()) for cell in cells]


def read_sheet(text: str, where: str, names: Names) -> tuple[list[Judgement], list[SkippedInput]]:
    """The judgements of such a file, and the lines that are none, each with its number.

    Args:
        where: the name of the file, for messages.

    Raises:
        KgError: the header is not that of such a file.
    """
    header, *lines = text.removeprefix("\ufeff").split("\n")
    columns = _columns(header, where)
    found: list[Judgement] = []
    bad: list[SkippedInput] = []
    for number, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        try:
            found.append(_judgement(_cells(line, columns), names))
        except (ValueError, UsageError) as error:
            bad.append(SkippedInput(f"{where}:{number}", str(error)))
    return found, bad


def _columns(header: str, where: str) -> list[str]:
    try:
        columns = [" ".join(cell.split()) for cell in _split(header)]
    except ValueError:
        columns = []
    missing = [column for column in _NEEDED if column not in columns]
    unknown = sorted(set(columns) - set(COLUMNS))
    if missing or unknown or len(set(columns)) < len(columns):
        what = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(unknown) or 'a column twice'}"
        raise KgError(f"{where}:1: the header {what}; the columns are {','.join(COLUMNS)}")
    return columns


def _split(line: str) -> list[str]:
    """The cells of one line; a cell never runs on to the next line, so that one torn line spoils no other."""
    try:
        return next(csv.reader([line.removesuffix("\r")], strict=True), [])
    except csv.Error as error:
        raise ValueError(f"is no line of CSV: {error}") from error


def _cells(line: str, columns: list[str]) -> dict[str, str]:
    cells = [" ".join(cell.split()) for cell in _split(line)]
    if len(cells) != len(columns):
        raise ValueError(
            f"has {len(cells)} cells where the header has {len(columns)}; quote cells that contain commas"
        )
    return dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=True))


def _judgement(cells: dict[str, str], names: Names) -> Judgement:
    verdict = _VERDICTS.get(cells["verdict"])
    if verdict is None:
        raise ValueError(f"{cells['verdict']!r} is no verdict; there are {', '.join(_VERDICTS)}")
    if not cells["who"]:
        raise ValueError("does not say who judged")
    judgement = Judgement(
        when=moment(cells["when"]),
        who=cells["who"],
        verdict=verdict,
        first=_iri(cells["first"], names),
        second=_iri(cells["second"], names) if cells["second"] else None,
        why=cells["why"] or None,
        first_name=cells["first_name"] or None,
        second_name=cells["second_name"] or None,
        said=_said(cells, names),
    )
    _check(judgement)
    return judgement


def _check(judgement: Judgement) -> None:
    if judgement.verdict in PAIRS and judgement.second in (None, judgement.first):
        raise ValueError(f"{_WORDS[judgement.verdict]!r} is said of two entities; name both")
    if judgement.verdict is Verdict.WRONG_TYPE and judgement.second not in _CLASSES:
        classes = ", ".join(f"kg:{kind.value}" for kind in EntityType)
        raise ValueError(f"'retype' needs the right class as second; there are {classes}")
    if judgement.verdict is Verdict.REJECTED and judgement.second is not None:
        raise ValueError("'reject' is said of one claim; leave second empty")
    if judgement.said is not None and judgement.verdict is not Verdict.REJECTED:
        raise ValueError(f"only 'reject' has {', '.join(_SAID)}; leave them empty")


def _iri(text: str, names: Names) -> str:
    try:
        return NamedNode(lengthened(text, names)).value
    except ValueError as error:
        raise ValueError(f"{text!r} is no IRI ({error})") from error


def _said(cells: dict[str, str], names: Names) -> ClaimAsRead | None:
    given = [cells[column] for column in _SAID]
    if not any(given):
        return None
    if not all(given):
        missing = [column for column in _SAID if not cells[column]]
        raise ValueError(f"lacks {', '.join(missing)}; give all that the claim said, or nothing of it")
    return ClaimAsRead(
        article=_identifier(cells["article"], names),
        subject=cells["subject"],
        relation=_iri(cells["relation"], names),
        object=cells["object"],
        polarity=_one_of(Polarity, cells["polarity"]),
        modality=_one_of(Modality, cells["modality"]),
        sentence=cells["sentence"],
    )


def _identifier(text: str, names: Names) -> str:
    identifier = names.identifier(_iri(text, names))
    if not identifier:
        raise ValueError(f"{text!r} is no article; it looks like article/IDENTIFIER")
    return identifier


def _one_of(kind: type[_T], word: str) -> _T:
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"{word!r} is none of {', '.join(kind)}") from None
