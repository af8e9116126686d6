"""What was read as plain JSON records, one a line: for those who want neither RDF nor a store."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any, BinaryIO

from kg.model import Extraction, Span


def extraction_records(extraction: Extraction, *, without_text: bool = False) -> Iterator[dict[str, Any]]:
    """The article, its entities, mentions and claims, each a record with its `kind`; offsets as `begin` and `end`.

    Claims carry the words of their evidence sentence, and entities are named by their keys.
    """
    article = extraction.article
    identifier = article.identifier
    about = {
        "title": article.title,
        "date": article.date,
        "publisher": article.publisher,
        "creator": article.creator,
        "source": article.source,
        "sha256": article.sha256,
    }
    if not without_text:
        about["text"] = article.text
    yield {"kind": "article", "article": identifier, **about}
    for entity in extraction.entities:
        yield {"kind": "entity", "article": identifier, **asdict(entity)}
    for mention in extraction.mentions:
        yield {
            "kind": "mention",
            "article": identifier,
            **_offsets(mention.span),
            "text": mention.text,
            "entity": mention.entity,
            "mention_kind": mention.kind,
            "confidence": mention.confidence,
        }
    for claim in extraction.claims:
        values = asdict(claim) | {"evidence": _offsets(claim.evidence), "trigger": _offsets(claim.trigger)}
        for name in ("evidence", "trigger"):
            if not (without_text and name == "evidence"):
                values[name]["text"] = getattr(claim, name).of(article.text)
        yield {"kind": "claim", "article": identifier, **values}


def write_records(extractions: Iterable[Extraction], out: BinaryIO, *, without_text: bool = False) -> None:
    """Write the records of each extraction as JSON Lines in UTF-8."""
    for extraction in extractions:
        for record in extraction_records(extraction, without_text=without_text):
            line = json.dumps(record, ensure_ascii=False, sort_keys=False)
            out.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _offsets(span: Span) -> dict[str, Any]:
    return {"begin": span.begin, "end": span.end}
