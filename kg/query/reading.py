"""One article as it was read: its text with the words that carry each claim marked, and the claims as notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode

from kg.query.evidence import Evidence, evidence
from kg.query.source import PROLOGUE, Source, value


@dataclass(frozen=True, slots=True)
class Note:
    """One claim with its number, and where the words that carry it stand."""

    number: int
    begin: int
    end: int
    claim: Evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text.

    Attributes:
        claims: numbers of the claims that it carries, wholly or in part.
        notes: numbers of the claims whose words end here.
    """

    text: str
    claims: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One article.

    Attributes:
        copy_of: identifier of the article beside which it adds nothing of its own.
        copies_part_of: identifiers of the articles that a part of it is copied from, where it adds something.
        text: as stored; None where the store holds none.
        notes: in the order of the text.
    """

    identifier: str
    title: str | None
    outlet: str | None
    published: str | None
    address: str | None
    copy_of: str | None
    copies_part_of: tuple[str, ...]
    text: str | None
    notes: tuple[Note, ...]

    def pieces(self) -> Iterator[Piece]:
        """The text cut at the words that carry claims; joined, the pieces are the text.

        >>> note = Note(1, 5, 8, None)
        >>> [p.text for p in Reading("a", None, None, None, None, None, (), "They met him.", (note,)).pieces()]
        ['They ', 'met', ' him.']
        """
        text = self.text or ""
        edges = sorted({0, len(text), *(place for note in self.notes for place in (note.begin, note.end))})
        for begin, end in pairwise(edges):
            here = [note for note in self.notes if note.begin <= begin and end <= note.end]
            ends = tuple(note.number for note in here if note.end == end)
            yield Piece(text[begin:end], tuple(note.number for note in here), ends)


def reading(source: Source, article: NamedNode) -> Reading:
    """The article as it was read."""
    query = f"""{PROLOGUE}SELECT ?identifier ?title ?outlet ?published ?address ?original ?text WHERE {{
      {article} dcterms:identifier ?identifier .
      OPTIONAL {{ {article} dcterms:title ?title }} OPTIONAL {{ {article} dcterms:publisher ?outlet }}
      OPTIONAL {{ {article} dcterms:issued ?published }} OPTIONAL {{ {article} dcterms:source ?address }}
      OPTIONAL {{ {article} kg:duplicateOf ?first . ?first dcterms:identifier ?original }}
      OPTIONAL {{ {article} nif:isString ?text }}
    }}"""
    row = min([value(term) for term in row] for row in source.select(query))
    parts = source.select(
        f"{PROLOGUE}SELECT DISTINCT ?copied {{ {article} kg:copyOf/dcterms:identifier ?copied }}"
    )
    identifier, title, outlet, published, address, original = (words or None for words in row[:6])
    return Reading(
        identifier=identifier or "",
        title=title,
        outlet=outlet,
        published=published,
        address=address,
        copy_of=original,
        copies_part_of=() if original else tuple(sorted(value(copied) for (copied,) in parts)),
        text=row[6] or None,
        notes=_notes(source, article, len(row[6])),
    )


def _notes(source: Source, article: NamedNode, length: int) -> tuple[Note, ...]:
    query = f"""{PROLOGUE}SELECT DISTINCT ?claim ?begin ?end WHERE {{
      ?claim a kg:Claim ; prov:wasDerivedFrom {article} ; kg:evidence ?sentence .
      OPTIONAL {{ ?claim kg:trigger ?trigger }}
      FILTER NOT EXISTS {{ ?judgement kg:judges ?claim ; kg:verdict kg:Rejected }}
      BIND(COALESCE(?trigger, ?sentence) AS ?words)
      ?words nif:beginIndex ?begin ; nif:endIndex ?end .
    }}"""
    places = {
        value(claim): (int(value(begin)), int(value(end))) for claim, begin, end in source.select(query)
    }
    read = {claim: items[0] for claim, items in evidence(source, places).items()}
    ordered = sorted((places[claim], claim) for claim in read if not length or places[claim][1] <= length)
    return tuple(
        Note(number, begin, end, read[claim]) for number, ((begin, end), claim) in enumerate(ordered, start=1)
    )
