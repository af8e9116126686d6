"""Web archives."""

import gzip
import zlib
from pathlib import Path

import pytest
from corpora import ADDRESSES, DATES, TEXTS, page, response, warc

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import Limits, read_inputs


def read(path: Path, data: bytes, limits: Limits | None = None) -> tuple[list[Article], list[SkippedInput]]:
    path.write_bytes(data)
    items = list(read_inputs([str(path)], limits=limits))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, SkippedInput)],
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "crawl.warc"


def test_a_page_is_called_by_its_address_and_dated_by_itself(path: Path) -> None:
    (first, second), skipped = read(path, warc())
    assert skipped == []
    assert (first.identifier, first.source) == ("lowell-example-world-marsh-quits", ADDRESSES[0])
    assert (first.date, second.date) == DATES


def test_a_page_without_date_counts_as_published_when_it_was_captured(path: Path) -> None:
    (article,), _ = read(path, response(ADDRESSES[0], page(0, dated=False)))
    assert article.date == "2021-05-09"


def test_each_record_may_be_packed_on_its_own(path: Path) -> None:
    parts = [gzip.compress(response(ADDRESSES[i], page(i))) for i in range(2)]
    assert [article.date for article in read(path.with_suffix(".warc.gz"), b"".join(parts))[0]] == list(DATES)


def test_what_is_no_page_is_passed_over(path: Path) -> None:
    others = (
        b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 6\r\n\r\na: b\r\n\r\n\r\n",
        response("https://lowell.example/gone", page(0), status="404 Not Found"),
        response("https://lowell.example/moved", b"", status="301 Moved"),
        response("https://lowell.example/again", b"", record="revisit"),
        response("https://lowell.example/asked", b"", record="request"),
        response("https://lowell.example/photo", b"\x89PNG", kind="image/png"),
        response("https://lowell.example/robots.txt", b"User-agent: *\n", kind="text/plain"),
        response("dns:lowell.example", b"", kind="text/dns"),
    )
    (article,), skipped = read(path, warc(*others, response(ADDRESSES[1], page(1))))
    assert (article.source, skipped) == (ADDRESSES[1], [])
    _, (skipped_all,) = read(path, warc(*others))
    assert "holds no web page" in skipped_all.why


def test_what_was_done_to_an_answer_on_its_way_is_undone(path: Path) -> None:
    body = page(0)
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (body[:300], body[300:])) + b"0\r\n\r\n"
    raw = zlib.compressobj(wbits=-15)
    for headers, sent in (
        ([("Transfer-Encoding", "chunked")], chunks),
        ([("Content-Encoding", "gzip")], gzip.compress(body)),
        ([("Content-Encoding", "gzip")], body),
        ([("Content-Encoding", "deflate")], zlib.compress(body)),
        ([("Content-Encoding", "deflate")], raw.compress(body) + raw.flush()),
    ):
        (article,), _ = read(path, response(ADDRESSES[0], sent, headers=headers))
        assert TEXTS[0][-60:] in article.text
    _, (skipped, *_) = read(path, response(ADDRESSES[0], b"?", headers=[("Content-Encoding", "br")]))
    assert "Brotli" in skipped.why


def test_the_encoding_that_the_server_declares_is_used(path: Path) -> None:
    written = page(0).decode().replace('<meta charset="utf-8">', "").replace("Tom Reyes", "Toma Řezáč")
    record = response(ADDRESSES[0], written.encode("iso-8859-2"), kind="text/html; charset=ISO-8859-2")
    assert "Toma Řezáč" in read(path, record)[0][0].text


def test_an_address_with_spaces_is_put_right_without_a_word(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (article,), _ = read(path, response("https://lowell.example/marsh quits.html", page(0)))
    assert article.source == "https://lowell.example/marsh%20quits.html"
    assert caplog.records == []


def test_a_page_whose_address_is_damaged_is_read(path: Path) -> None:
    bad = "http://lowell].example/world/marsh-quits.html"
    (first, second), skipped = read(path, warc(response(bad, page(0)), response(ADDRESSES[1], page(1))))
    assert (first.identifier, second.source, skipped) == (
        "http-lowell-example-world-marsh-quits-html",
        ADDRESSES[1],
        [],
    )


def test_plain_text_is_read(path: Path) -> None:
    (article,), _ = read(path, response("https://lowell.example/a.txt", TEXTS[0].encode(), kind="text/plain"))
    assert article.text == TEXTS[0]


@pytest.mark.parametrize(
    ("bad", "number", "why"),
    [
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", 1, "no headers that can be understood"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 300_000 + b"\r\n", 1, "no headers that can be understood"),
        (response(ADDRESSES[0], b"<html><a href=x>Home</a></html>"), 1, "holds no article text"),
        (response(ADDRESSES[0], page(0) * 90), 1, "is longer than the limit of 50,000 bytes"),
    ],
)
def test_a_bad_record_is_named_with_its_number_and_the_others_are_read(
    path: Path, bad: bytes, number: int, why: str
) -> None:
    articles, skipped = read(path, warc(bad, response(ADDRESSES[1], page(1))), Limits(file_bytes=50_000))
    assert [article.source for article in articles] == [ADDRESSES[1]]
    assert skipped[0].where.startswith(f"{path}:{number}")
    assert why in skipped[0].why


def test_a_wrong_length_costs_one_record(path: Path) -> None:
    wrong = response(ADDRESSES[0], page(0)).replace(b"Content-Length: ", b"Content-Length: 1", 1)
    short = response(ADDRESSES[0], page(0)).replace(b"\r\n\r\nHTTP", b"\r\n\r\nHTTP", 1) + b"left over\r\n"
    articles, (skipped,) = read(path, warc(short, response(ADDRESSES[1], page(1))))
    assert len(articles) == 2
    assert str(skipped) == f"{path}:1: is followed by 11 bytes that belong to no record"
    articles, (skipped, *_) = read(path, wrong)
    assert articles == []
    assert "breaks off" in skipped.why


def test_an_archive_that_breaks_off_gives_what_is_before(path: Path) -> None:
    data = warc()
    (article,), (broken,) = read(path, data[:-200])
    assert article.source == ADDRESSES[0]
    assert str(broken) == f"{path}:2 ({ADDRESSES[1]}): breaks off: the archive ends before the record does"
    packed = gzip.compress(data)
    _, skipped = read(path.with_suffix(".warc.gz"), packed[:-30])
    assert "the gzip data break off" in skipped[-1].why


def test_something_else_is_no_archive(path: Path) -> None:
    _, (skipped,) = read(path, b"just a text\n" * 20)
    assert str(skipped) == f"{path}: holds no WARC record"


def test_an_address_captured_twice_is_read_once(path: Path) -> None:
    (article,), (again,) = read(path, warc(*[response(ADDRESSES[0], page(0))] * 2))
    assert article.date == DATES[0]
    assert "has the same identifier" in again.why
