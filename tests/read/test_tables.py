"""CSV and Parquet."""

import builtins
import datetime
from pathlib import Path

import pytest
from corpora import DATES, RECORDS, TEXTS, TITLES, columns, table
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import Limits, read_inputs


def read(path: Path, limits: Limits | None = None) -> tuple[list[Article], list[SkippedInput]]:
    items = list(read_inputs([str(path)], limits=limits))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, SkippedInput)],
    )


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_what_parts_the_columns_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "all.csv"
    path.write_bytes(table(delimiter))
    (first, second), _ = read(path)
    assert (first.identifier, first.text, first.title, first.date) == ("r0", TEXTS[0], TITLES[0], DATES[0])
    assert (second.source, second.creator) == (RECORDS[1]["url"], "Ana Silva")


def test_names_of_columns_may_be_in_capitals_and_others_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text(f'\ufeffSection, Text ,ID\nnews,"{TEXTS[0]}",7\n\n,,\n', encoding="utf-8")
    (article,), skipped = read(path)
    assert (article.identifier, article.text, skipped) == ("7", TEXTS[0], [])


def test_a_field_may_have_lines_and_quotation_marks(tmp_path: Path) -> None:
    text = f'{TEXTS[0]}\n\n"It is over," she said.\r\n{TEXTS[1]}'
    path = tmp_path / "all.csv"
    path.write_bytes(table(records=[{**RECORDS[0], "text": text}, RECORDS[1]]))
    articles, _ = read(path)
    assert [article.text for article in articles] == [text, TEXTS[1]]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(st.lists(st.text(st.sampled_from('a ,;"\n\r\té'), max_size=20), min_size=1, max_size=5))
def test_what_was_written_as_a_table_is_read_as_it_was(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "all.csv"
    written = [f"A{text}" for text in texts]
    path.write_bytes(table(records=[{"id": f"i{n}", "text": text} for n, text in enumerate(written)]))
    articles, _ = read(path)
    assert [article.text for article in articles] == written


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (f',"{TEXTS[0]}"', "has no `id`"),
        ("b,", "has no `text`"),
        ("b,one,two,three", "has 4 fields, but there are 3 columns"),
        ('b,"A.",4 May', "no ISO 8601 date"),
        ('b,"A"x', "is no row of a table"),
        ('b,"never closed', "is no row of a table"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_the_others_are_read(tmp_path: Path, row: str, why: str) -> None:
    path = tmp_path / "all.csv"
    path.write_text(f'id,text,date\na,"A.\nB.",\n{row}\nc,C.,2021-05-04\n', encoding="utf-8")
    articles, (bad,) = read(path)
    assert [article.identifier for article in articles] == ["a", "c"]
    assert bad.where == f"{path}:4"
    assert why in bad.why


def test_a_row_that_is_too_large_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    large = "\n".join([TEXTS[0]] * 10)
    path.write_bytes(
        table(records=[RECORDS[0], {"id": "large", "text": f'{large} "so" {large}'}, RECORDS[1]])
    )
    articles, (bad,) = read(path, Limits(file_bytes=1500))
    assert [article.identifier for article in articles] == ["r0", "r1"]
    assert str(bad) == f"{path}:3: is longer than the limit of 1,500 bytes"


def test_a_table_in_windows_1252_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    text = TEXTS[0].replace("report", "café’s “report”")
    path.write_bytes(table(records=[{"id": "a", "text": text}]).decode().encode("cp1252"))
    assert read(path)[0][0].text == text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"id,body\n1,A.\n", "has no column `text`; its columns are id, body"),
        ("id,text\n1,A.\n".encode("utf-16"), "is in UTF-16"),
        (b"x" * 200_000, "too long to be the names of columns"),
    ],
)
def test_what_is_no_table_of_articles_is_named(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "all.csv"
    path.write_bytes(content)
    _, (skipped,) = read(path)
    assert why in skipped.why


def test_a_record_without_id_is_called_by_its_address(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    path.write_text(
        f'url,text\nhttps://www.lowell.example/world/vote.html?p=2,"{TEXTS[0]}"\n', encoding="utf-8"
    )
    (article,), _ = read(path)
    assert article.identifier == "lowell-example-world-vote-p-2"


def test_parquet_has_typed_columns(tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    rows = [
        {"id": 7, "Text": TEXTS[0], "date": datetime.datetime(2021, 5, 4, 23, 30), "tags": ["a"]},
        {"id": 8, "Text": None, "date": None, "tags": []},
        {"id": 9, "Text": TEXTS[1], "date": datetime.datetime(2021, 5, 7), "tags": None},
    ]
    path.write_bytes(columns(rows, rows=2))
    (first, last), (bad,) = read(path)
    assert (first.identifier, first.text, first.date) == ("7", TEXTS[0], "2021-05-04")
    assert (last.identifier, last.date) == ("9", "2021-05-07")
    assert str(bad) == f"{path}:2: has no `text`, or an empty one"


def test_parquet_without_texts_is_named(tmp_path: Path) -> None:
    path = tmp_path / "all.parquet"
    path.write_bytes(columns([{"id": 7, "body": "A."}]))
    _, (skipped,) = read(path)
    assert skipped.why == "has no column `text`; its columns are id, body"


def test_parquet_without_its_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.parquet"
    path.write_bytes(columns())
    really_import = builtins.__import__

    def without_pyarrow(name: str, *arguments: object, **named: object) -> object:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return really_import(name, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_pyarrow)
    _, (skipped,) = read(path)
    assert "pip install 'kg-populator[parquet]'" in skipped.why
