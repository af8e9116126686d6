"""A text cut at all that is marked in it, so that stretches which overlap each other can be written as HTML."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from kg.serve.views.article import Mention, Note
from kg.serve.views.quotes import AFFIRMED, ALLEGED, DENIED, POSSIBLE

_WEIGHT = (DENIED, POSSIBLE, ALLEGED, AFFIRMED)
"""Where claims share words, those words look like the one that is furthest from a fact."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is marked in one way throughout.

    Attributes:
        claims: numbers of the claims whose words these are.
        standing: of the claim that is furthest from a fact; "" where it carries none.
        begins: IDs of the claims whose words begin here.
    """

    text: str
    claims: tuple[int, ...] = ()
    standing: str = ""
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that name one entity, or none; it ends where a claim's words end, and the claim's number stands behind it."""

    mention: Mention | None
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence on which claims rest, or what stands between such sentences."""

    sentence: bool
    runs: tuple[Run, ...]


@dataclass(slots=True)
class _Cut:
    begin: int
    end: int
    sentence: tuple[int, int] | None
    mention: Mention | None
    notes: list[Note] = field(default_factory=list)


def marked(text: str, mentions: Sequence[Mention], notes: Sequence[Note]) -> tuple[Block, ...]:
    """The text as blocks; their pieces joined are the text. Of mentions within each other the shortest is linked."""
    inside = [each for each in mentions if 0 <= each.begin < each.end <= len(text)]
    claims = [each for each in notes if 0 <= each.begin < each.end <= len(text)]
    sentences = _apart({(each.quote.begin, each.quote.end) for each in claims}, len(text))
    edges = {0, len(text)}
    for begin, end in [*((m.begin, m.end) for m in inside), *((n.begin, n.end) for n in claims), *sentences]:
        edges |= {begin, end}
    cuts = _cuts(sorted(edges), sentences, inside, claims)
    return tuple(
        Block(place is not None, tuple(_runs(text, list(same))))
        for place, same in groupby(cuts, key=lambda cut: cut.sentence)
    )


def _apart(sentences: set[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Those that lie in the text and do not overlap one before them."""
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(sentences):
        if 0 <= begin < end <= length and (not kept or kept[-1][1] <= begin):
            kept.append((begin, end))
    return kept


def _cuts(
    edges: list[int], sentences: list[tuple[int, int]], mentions: list[Mention], notes: list[Note]
) -> list[_Cut]:
    """One for each stretch between two edges; each list is walked through once, with what is open at a place."""
    found = []
    names = deque(sorted(mentions, key=lambda m: m.begin))
    claims = deque(sorted(notes, key=lambda n: n.begin))
    open_names: list[Mention] = []
    open_claims: list[Note] = []
    place = 0
    for begin, end in pairwise(edges):
        while names and names[0].begin <= begin:
            open_names.append(names.popleft())
        while claims and claims[0].begin <= begin:
            open_claims.append(claims.popleft())
        open_names = [each for each in open_names if each.end > begin]
        open_claims = [each for each in open_claims if each.end > begin]
        while place < len(sentences) and sentences[place][1] <= begin:
            place += 1
        here = sentences[place] if place < len(sentences) and sentences[place][0] <= begin else None
        shortest = min(open_names, key=lambda m: (m.end - m.begin, m.begin, m.entity.iri), default=None)
        found.append(_Cut(begin, end, here, shortest, list(open_claims)))
    return found


def _runs(text: str, cuts: list[_Cut]) -> list[Run]:
    runs: list[Run] = []
    for mention, same in groupby(_broken(cuts), key=lambda pair: (pair[0], pair[1].mention)):
        here = [cut for _, cut in same]
        ended = sorted(
            (note for cut in here for note in cut.notes if note.end == cut.end), key=lambda note: note.number
        )
        runs.append(Run(mention[1], tuple(_piece(text, cut) for cut in here), tuple(ended)))
    return runs


def _broken(cuts: list[_Cut]) -> list[tuple[int, _Cut]]:
    """Each with the number of its run: a run ends where a claim's words end."""
    number, numbered = 0, []
    for cut in cuts:
        numbered.append((number, cut))
        number += any(note.end == cut.end for note in cut.notes)
    return numbered


def _piece(text: str, cut: _Cut) -> Piece:
    standings = {note.quote.standing for note in cut.notes}
    return Piece(
        text[cut.begin : cut.end],
        tuple(note.number for note in cut.notes),
        next((each for each in _WEIGHT if each in standings), ""),
        tuple(note.quote.id for note in cut.notes if note.begin == cut.begin),
    )
