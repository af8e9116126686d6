"""What each input format gives."""

import json
from pathlib import Path

import pytest

from kg.errors import SkippedInput
from kg.model import Article, ZoneKind
from kg.read import Limits, read_inputs

SENTENCES = (
    "The mayor of Port Lowell resigned on Tuesday after an inquiry into the new bridge.",
    "She had known of the cracks for years, the report says, and had told nobody on the council of the town.",
)


def one(path: Path, limits: Limits | None = None) -> Article:
    (item,) = read_inputs([str(path)], limits=limits)
    assert isinstance(item, Article), item
    return item


def test_plain_text_stays_letter_by_letter(tmp_path: Path) -> None:
    text = "Marsh quits\r\n\r\n" + SENTENCES[0] + "\r" + SENTENCES[1] + "\u00a0\n\n"
    path = tmp_path / "vote.final.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    article = one(path)
    assert (article.text, article.identifier, article.title) == (text, "vote.final", "Marsh quits")
    assert article.source is None


def test_title_and_date_come_from_the_text_where_nothing_else_gives_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Marsh quits\n\nPERTH, May 4, 2021 (Wire) — {SENTENCES[0]}\n", encoding="utf-8")
    article = one(path)
    assert (article.title, article.date) == ("Marsh quits", "2021-05-04")


def test_markdown_loses_its_markup_and_keeps_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: The bridge\ndate: 2021-05-04\nauthor: Ana Silva\nurl: https://lowell.example/1\n---\n\n"
        "# Marsh *quits*\n\nThe **mayor** of [Port Lowell](https://x.example) resigned\nafter `an` inquiry.\n\n"
        "> “I knew,” she said.\n\n* One & two\n* three\n\n```\ncode\n```\n<div>raw</div>\n\n![a photo](p.png)\n",
        encoding="utf-8",
    )
    article = one(path)
    assert article.text == (
        "Marsh quits\n\nThe mayor of Port Lowell resigned\nafter an inquiry.\n\n“I knew,” she said.\n\n"
        "One & two\n\nthree"
    )
    assert (article.title, article.date, article.creator) == ("The bridge", "2021-05-04", "Ana Silva")
    assert article.source == "https://lowell.example/1"
    assert article.zones[0].kind is ZoneKind.HEADLINE


def test_markdown_without_front_matter_is_titled_by_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"Marsh quits\n===========\n\n{SENTENCES[0]}\n\n---\n\n{SENTENCES[1]}\n", encoding="utf-8"
    )
    article = one(path)
    assert article.title == "Marsh quits"
    assert article.text == "\n\n".join(("Marsh quits", *SENTENCES))


PAGE = """<!doctype html><html><head><title>Marsh quits | The Lowell Post</title>
<meta property="og:title" content="Marsh quits over bridge"><meta name="author" content="Ana Silva">
<meta property="og:site_name" content="The Lowell Post">
<meta property="article:published_time" content="2021-05-04T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Marsh quits over bridge</h1><p>{}</p><p>{}</p>
<p>Her deputy, Tom Reyes, will take over on Monday, the council of Port Lowell decided.</p></article>
<footer>© 2021 The Lowell Post. All rights reserved.</footer></body></html>""".format(*SENTENCES)


def test_a_web_page_gives_body_title_date_author_and_outlet(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    article = one(path)
    assert article.title == "Marsh quits over bridge"
    assert (article.date, article.creator, article.publisher) == (
        "2021-05-04",
        "Ana Silva",
        "The Lowell Post",
    )
    assert article.text.startswith("Marsh quits over bridge\n")
    assert article.text.count("Marsh quits") == 1
    assert SENTENCES[1] in article.text
    assert "Sport" not in article.text
    assert "rights reserved" not in article.text
    assert article.zones[0].kind is ZoneKind.HEADLINE


def test_a_web_page_in_another_encoding_is_read_as_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Tom Reyes", "Toma Řezáč")
    path = tmp_path / "page.htm"
    path.write_bytes(page.replace("©", "").encode("iso-8859-2"))
    assert "Toma Řezáč" in one(path).text


def test_a_web_page_without_article_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>", encoding="utf-8")
    (item,) = read_inputs([str(path)])
    assert isinstance(item, SkippedInput)
    assert "no article text" in item.why


def test_records_give_an_article_each_with_their_metadata(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    full = {
        "id": "r1",
        "text": SENTENCES[0],
        "title": "Marsh quits",
        "date": "2021-05-04T08:00:00+02:00",
        "url": "https://lowell.example/1",
        "publisher": "The Lowell Post",
        "author": "Ana Silva",
        "section": "ignored",
    }
    path.write_text(
        json.dumps(full) + "\n\n" + json.dumps({"id": 7, "text": SENTENCES[1], "title": None}),
        encoding="utf-8",
    )
    first, second = read_inputs([str(path)])
    assert isinstance(first, Article)
    assert (first.identifier, first.title, first.date) == ("r1", "Marsh quits", "2021-05-04")
    assert (first.source, first.publisher, first.creator) == (
        "https://lowell.example/1",
        "The Lowell Post",
        "Ana Silva",
    )
    assert isinstance(second, Article)
    assert (second.identifier, second.text) == ("7", SENTENCES[1])


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"{broken", "is no JSON"),
        (b"[1, 2]", "is no JSON object"),
        (b'{"text": "A."}', "has no `id`"),
        (b'{"id": true, "text": "A."}', "has no `id`"),
        (b'{"id": "b"}', "has no `text`"),
        (b'{"id": "b", "text": "  "}', "has no `text`"),
        (b'{"id": "b", "text": 5}', "`text` is no string"),
        (b'{"id": "b", "text": "A.", "date": "4 May"}', "no ISO 8601 date"),
        (b'{"id": "b", "text": "A \\ud800"}', "surrogate"),
        (b'{"id": "b", "text": "\xff"}', "is not UTF-8"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"id": "a", "text": "Again."}', "has the same identifier (a) as"),
    ],
)
def test_a_bad_record_is_reported_with_its_line_and_the_others_are_read(
    tmp_path: Path, line: bytes, why: str
) -> None:
    path = tmp_path / "all.jsonl"
    path.write_bytes(b'{"id": "a", "text": "A."}\n' + line + b'\n{"id": "c", "text": "C."}\n')
    first, bad, last = read_inputs([str(path)])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, SkippedInput)
    assert why in bad.why
    assert str(path) in bad.where
    assert ":2" in bad.where or "same identifier" in bad.why


def test_a_file_of_records_may_be_larger_than_an_article_may(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(
        "\n".join(json.dumps({"id": i, "text": SENTENCES[0]}) for i in range(40)), encoding="utf-8"
    )
    items = list(read_inputs([str(path)], limits=Limits(file_bytes=200)))
    assert len(items) == 40
    assert all(isinstance(item, Article) for item in items)


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "A."}) + "\n" + "x" * 500, encoding="utf-8")
    _, bad = read_inputs([str(path)], limits=Limits(file_bytes=200))
    assert isinstance(bad, SkippedInput)
    assert "longer than the limit of 200 bytes" in bad.why
