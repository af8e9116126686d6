"""Files of every format that is read, made by hand, each of the same two articles."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final
from uuid import NAMESPACE_URL, uuid5

TEXTS: Final = (
    "The mayor of Port Lowell resigned on Tuesday after an inquiry into the new bridge. She had known of the cracks for"
    " years, the report says, and had told nobody on the council of the town. Her deputy, Tom Reyes, will take over on"
    " Monday, the council decided after a long debate in the town hall of Port Lowell.",
    "Tom Reyes promised on Friday to close the bridge to lorries until it has been repaired. The repairs will cost nine"
    " million dollars, he told reporters outside the town hall, and will take until the end of the year. The shipping"
    " company Ostrand had asked for more time, which the council refused to give in its last session.",
)
TITLES: Final = ("Marsh quits over bridge", "Reyes closes bridge to lorries")
DATES: Final = ("2021-05-04", "2021-05-07")
ADDRESSES: Final = (
    "https://lowell.example/world/marsh-quits.html",
    "https://lowell.example/world/reyes-closes.html",
)
RECORDS: Final = [
    {"id": f"r{i}", "text": text, "title": title, "date": date, "url": url, "author": "Ana Silva"}
    for i, (text, title, date, url) in enumerate(zip(TEXTS, TITLES, DATES, ADDRESSES, strict=True))
]


def page(number: int, *, dated: bool = True) -> bytes:
    """A web page."""
    date = f'<meta property="article:published_time" content="{DATES[number]}T10:00:00Z">' if dated else ""
    body = "".join(f"<p>{part}.</p>" for part in TEXTS[number].rstrip(".").split(". "))
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{TITLES[number]}</title>{date}</head><body>'
        f'<nav><a href="/">Home</a></nav><article><h1>{TITLES[number]}</h1>{body}</article></body></html>'
    ).encode()


def jsonl() -> bytes:
    return "".join(json.dumps(record) + "\n" for record in RECORDS).encode()


def table(delimiter: str = ",", records: Iterable[dict[str, str]] = RECORDS) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(RECORDS[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return stream.getvalue().encode()


def columns(records: list[dict[str, object]] | None = None, rows: int = 1000) -> bytes:
    import pyarrow
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(records or RECORDS), stream, row_group_size=rows)
    return stream.getvalue()


def response(
    address: str,
    body: bytes,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    headers: Iterable[tuple[str, str]] = (),
    record: str = "response",
    captured: str = "2021-05-09T12:00:00Z",
) -> bytes:
    """One record of a web archive, not packed."""
    answered = "".join(f"{name}: {value}\r\n" for name, value in (("Content-Type", kind), *headers))
    block = f"HTTP/1.1 {status}\r\n{answered}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {record}\r\nWARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, address)}>\r\n"
        f"WARC-Date: {captured}\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def warc(*records: bytes) -> bytes:
    return b"".join(records) or b"".join(response(ADDRESSES[i], page(i)) for i in range(2))


def rss() -> bytes:
    items = "".join(
        f"<item><title>{TITLES[i]}</title><link>{ADDRESSES[i]}</link><pubDate>Tue, 0{i + 4} May 2021 10:00:00 GMT</pubDate>"
        f"<description>A teaser.</description>"
        f"<content:encoded><![CDATA[<p>{TEXTS[i]}</p><script>no()</script>]]></content:encoded></item>"
        for i in range(2)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Lowell Post</title><link>https://lowell.example/</link>{items}</channel></rss>"
    ).encode()


def mail() -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = TITLES[0]
    message["From"] = "Ana Silva <ana@lowell.example>"
    message["Date"] = "Tue, 04 May 2021 10:00:00 +0000"
    message.set_content(TEXTS[0] + "\n")
    message.add_attachment(TEXTS[1], filename="second.txt")
    return message.as_bytes()


def pdf(pages: Iterable[Iterable[str]], info: str = "", extra: str = "") -> bytes:
    """A PDF file with lines of text in Helvetica, from the top of each page downwards."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"({_escaped(line)}) Tj 0 -14 Td" for line in lines)
        content = f"BT /F1 11 Tf 60 780 Td {shown} ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    out = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{written}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {extra}>>"
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("latin-1")


def wrapped(text: str, width: int = 80) -> list[str]:
    """Its lines, no longer than so many characters."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


FILES: Final[dict[str, tuple[Callable[[], bytes], int]]] = {
    "text": (lambda: TEXTS[0].encode(), 1),
    "markdown": (lambda: f"# {TITLES[0]}\n\n{TEXTS[0]}\n".encode(), 1),
    "html": (lambda: page(0), 1),
    "jsonl": (jsonl, 2),
    "csv": (table, 2),
    "parquet": (columns, 2),
    "warc": (warc, 2),
    "feed": (rss, 2),
    "xml": (rss, 2),
    "mail": (mail, 2),
    "pdf": (lambda: pdf([[TITLES[0], *wrapped(TEXTS[0])]]), 1),
}
"""A file for each reader that is shipped, by the name of its entry point, and how many articles it holds."""
