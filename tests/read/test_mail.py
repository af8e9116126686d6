"""Mails saved as files."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from corpora import TEXTS, TITLES, jsonl, mail, page, pdf, wrapped

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import read_inputs


def message(text: str | None = TEXTS[0], subject: str = TITLES[0]) -> EmailMessage:
    built = EmailMessage(policy=SMTP)
    built["Subject"] = subject
    built["From"] = "José Ñuñez <jose@lowell.example>"
    built["Date"] = "Tue, 04 May 2021 23:30:00 -0500"
    if text is not None:
        built.set_content(text)
    return built


def read(folder: Path, data: EmailMessage | bytes) -> list[Article | SkippedInput]:
    path = folder / "m.eml"
    path.write_bytes(data if isinstance(data, bytes) else data.as_bytes())
    return list(read_inputs([str(path)]))


def one(folder: Path, data: EmailMessage | bytes) -> Article:
    (item,) = read(folder, data)
    assert isinstance(item, Article), item
    return item


@pytest.mark.parametrize("subject", [TITLES[0], f"Re: FW: {TITLES[0]}", f"Fwd: {TITLES[0]}"])
def test_subject_sender_and_day_are_taken_over(tmp_path: Path, subject: str) -> None:
    article = one(tmp_path, message(subject=subject))
    assert (article.identifier, article.title, article.creator, article.date) == (
        "m",
        TITLES[0],
        "José Ñuñez",
        "2021-05-04",
    )


def test_plain_text_is_preferred_to_html(tmp_path: Path) -> None:
    both = message()
    both.add_alternative(page(1).decode(), subtype="html")
    assert one(tmp_path, both).text.strip() == TEXTS[0]


def test_a_mail_of_html_alone_gives_its_main_part(tmp_path: Path) -> None:
    long = message(None)
    long.set_content(page(0).decode(), subtype="html")
    text = one(tmp_path, long).text
    assert TEXTS[0][-60:] in text
    assert "Home" not in text
    short = message(None)
    short.set_content("<table><tr><td>Dear all,<br>Marsh quits</td></tr></table>", subtype="html")
    assert one(tmp_path, short).text == "Dear all,\nMarsh quits"


def test_signatures_and_what_is_quoted_of_others_are_left_out(tmp_path: Path) -> None:
    quoted = f"On Mon, 3 May 2021 at 10:00, Tom Reyes <t@lowell.example>\nwrote:\n> {TEXTS[1]}\n>\n> Tom\n"
    text = f"{TEXTS[0]}\n\n{quoted}\n-- \nAna\n"
    assert one(tmp_path, message(text)).text.strip() == TEXTS[0]


def test_text_in_another_encoding_is_read(tmp_path: Path) -> None:
    built = message(None)
    built.set_content(TEXTS[0] + " Řezáč said so.", charset="iso-8859-2")
    assert "Řezáč" in one(tmp_path, built).text


def test_attachments_of_known_kinds_are_articles_of_their_own(tmp_path: Path) -> None:
    built = message()
    built.add_attachment(
        pdf([wrapped(TEXTS[1])]), maintype="application", subtype="pdf", filename="The report.pdf"
    )
    built.add_attachment(jsonl(), maintype="application", subtype="octet-stream", filename="all.jsonl")
    built.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    built.add_attachment(b"", maintype="application", subtype="pdf", filename="empty.pdf")
    items = read(tmp_path, built)
    assert [item.identifier for item in items if isinstance(item, Article)] == [
        "m",
        "m-the-report",
        "r0",
        "r1",
    ]
    (skipped,) = (item for item in items if isinstance(item, SkippedInput))
    assert str(skipped) == f"{tmp_path / 'm.eml'} (empty.pdf): is empty"


def test_a_mail_in_a_mail_is_read_and_not_without_end(tmp_path: Path) -> None:
    built = message()
    for depth in range(8):
        outer = message(f"{depth}. {TEXTS[0]}", subject=f"Level {depth}")
        outer.add_attachment(built)
        built = outer
    items = read(tmp_path, built)
    assert len(items) == 6
    assert items[1].identifier == "m-level-6"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"just a text without any header\n", "is no mail"),
        (b"Subject: A\n\n", "holds no text of its own"),
        (b"Subject: A\nContent-Type: image/png\n\nxyz", "holds no text of its own"),
        (b'Content-Type: multipart/encrypted; boundary="b"\n\n--b\n\nA.\n--b--\n', "is encrypted"),
    ],
)
def test_what_gives_no_text_is_named(tmp_path: Path, data: bytes, why: str) -> None:
    (item,) = read(tmp_path, data)
    assert isinstance(item, SkippedInput)
    assert why in item.why


def test_malformed_headers_do_not_keep_a_mail_from_being_read(tmp_path: Path) -> None:
    data = (
        mail()
        .replace(b"Ana Silva <ana@lowell.example>", b"<@@>, \xff <a@[>")
        .replace(b"Tue, 04 May", b"Tue, 44 Foo")
    )
    article = read(tmp_path, data)[0]
    assert isinstance(article, Article)
    assert article.date is None
