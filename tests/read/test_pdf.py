"""PDF files and the pages in them."""

from io import BytesIO
from pathlib import Path

import pytest
from corpora import TEXTS, TITLES, pdf, wrapped
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import Limits, read_inputs
from kg.read.pages import text_of_pages


def read(folder: Path, data: bytes, limits: Limits | None = None) -> Article | SkippedInput:
    path = folder / "a.pdf"
    path.write_bytes(data)
    (item,) = read_inputs([str(path)], limits=limits)
    return item


def one(folder: Path, data: bytes) -> Article:
    item = read(folder, data)
    assert isinstance(item, Article), item
    return item


def test_lines_are_paragraphs_again(tmp_path: Path) -> None:
    article = one(tmp_path, pdf([[TITLES[0], *wrapped(TEXTS[0], 70), *wrapped(TEXTS[1], 70)]]))
    paragraphs = [" ".join(part.split()) for part in article.text.split("\n\n")]
    assert paragraphs == [TITLES[0], *TEXTS]


def test_title_and_day_of_the_file_are_believed_where_the_text_agrees(tmp_path: Path) -> None:
    lines = [[TITLES[0], *wrapped(TEXTS[0])]]
    made = "/CreationDate (D:20210504100000Z)"
    assert one(tmp_path, pdf(lines, f"/Title ({TITLES[0]}) {made}")).title == TITLES[0]
    assert (
        one(tmp_path, pdf(lines, f"/Title (Microsoft Word - a.doc) {made}")).title == TITLES[0]
    )  # the headline
    assert one(tmp_path, pdf(lines, made)).date == "2021-05-04"
    assert one(tmp_path, pdf(lines, f"{made} /ModDate (D:20210504120000Z)")).date == "2021-05-04"
    assert one(tmp_path, pdf(lines, f"{made} /ModDate (D:20230101100000Z)")).date is None
    assert one(tmp_path, pdf(lines, "/CreationDate (D:19700101000000Z)")).date is None
    assert one(tmp_path, pdf(lines, "/CreationDate (yesterday)")).date is None
    dated = [["Published: May 3, 2021", *wrapped(TEXTS[0])]]
    assert one(tmp_path, pdf(dated, made)).date == "2021-05-03"
    other = [[*wrapped(f"{TEXTS[0]} That was on 18 August 2018, says a report of May 4, 2020.")]]
    assert one(tmp_path, pdf(other, made)).date is None
    same = [[*wrapped(f"{TEXTS[0]} That was on 18 August 2018, says a report of May 4, 2021.")]]
    assert one(tmp_path, pdf(same, made)).date == "2021-05-04"


def test_a_locked_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([wrapped(TEXTS[0])]))))
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    item = read(tmp_path, stream.getvalue())
    assert isinstance(item, SkippedInput)
    assert item.why == "is locked with a password; save it without one"


def test_a_file_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([wrapped(TEXTS[0])]))))
    writer.encrypt("", "owner", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    assert TEXTS[0][-40:] in " ".join(one(tmp_path, stream.getvalue()).text.split())


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (pdf([[]]), "holds no text, as scanned pages do"),
        (b"%PDF-1.7\n" + b"x" * 500, "is a PDF file that cannot be read"),
        (pdf([["A."]] * 501), "has 501 pages, more than the limit of 500"),
    ],
)
def test_what_gives_no_text_is_named_with_what_to_do(tmp_path: Path, data: bytes, why: str) -> None:
    item = read(tmp_path, data)
    assert isinstance(item, SkippedInput)
    assert why in item.why


def test_a_long_file_is_left_when_it_has_too_many_characters(tmp_path: Path) -> None:
    item = read(tmp_path, pdf([wrapped(TEXTS[0])] * 40), Limits(characters=2000))
    assert isinstance(item, SkippedInput)
    assert "more than 2,000 characters" in item.why


def test_running_heads_and_page_numbers_are_left_out() -> None:
    bodies = [f"{name} met the council of Port Lowell on Tuesday.\n{name} went on." for name in "ABCD"]
    pages = [f"The Lowell Post, page {n}\n\n{body}\n- {n} -\n" for n, body in enumerate(bodies, start=11)]
    assert text_of_pages(pages).split("\n\n") == [body.strip() for body in bodies]


def test_a_head_that_some_pages_have_with_their_numbers_is_left_out() -> None:
    heads = [
        "1",
        "2",
        *(f"Chapter 2: The bridge {n}" for n in (3, 4, 5)),
        *(f"{n} The Lowell Post" for n in (6, 7, 8)),
    ]
    pages = [
        f"{head}\n{name} met the council of Port Lowell on Tuesday."
        for head, name in zip(heads, "ABCDEFGH", strict=True)
    ]
    text = text_of_pages(pages)
    assert text.count("met the council") == 8
    assert "Chapter" not in text
    assert "Post" not in text


def test_what_stands_on_few_pages_is_no_running_head() -> None:
    pages = ["The same line.\nOne.", "The same line.\nTwo."]
    assert text_of_pages(pages).count("The same line.") == 2
    assert "1" not in text_of_pages(["One.\n1", "Two.\n2"])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("The govern-\nment fell.", "The government fell."),
        ("The state-\nowned bank", "The state-owned bank"),
        ("An Anglo-\nAmerican firm", "An Anglo-American firm"),
        ("A tax-\nfree zone, as tax-free as any", "A tax-free zone, as tax-free as any"),
        ("A re-\nform, for reform is due", "A reform, for reform is due"),
        ("The govern\u00ad\nMent", "The governMent"),
        ("In 2019-\n2021 it", "In 2019-\n2021 it"),
        ("It was - \nso she said", "It was -\nso she said"),
    ],
)
def test_words_divided_at_line_ends_are_joined(lines: str, text: str) -> None:
    assert text_of_pages([lines]) == text


@given(st.lists(st.text(max_size=200), max_size=6))
def test_pages_lose_no_words_but_running_heads(pages: list[str]) -> None:
    text = text_of_pages(pages)
    assert not any("\ud800" <= c <= "\udfff" for c in text)
    if len(pages) < 3:
        letters = [c for page in pages for c in page if c.isalpha()]
        assert [c for c in text if c.isalpha()] == letters
