"""What is dated of an entity, as points on a line of time; their places are worked out here, so that a page only draws."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.query.labels import labels
from kg.query.topics import topic, topic_rank
from kg.serve.served import Served
from kg.serve.views.about import FACT, About, Said
from kg.serve.views.lines import ALL, relation_name, statement_path
from kg.serve.views.quotes import AFFIRMED
from kg.serve.views.things import Thing, things

WIDTH: Final = 960
LANE: Final = 26
TOP: Final = 10
_LEFT: Final = 212
_RIGHT: Final = 20
MOST: Final = 200
"""Points of a drawing, the latest."""
_TICKS: Final = 8


@dataclass(frozen=True, slots=True)
class Dated:
    """One point: a claim that says when.

    Attributes:
        x, y: where it is drawn.
        standing: "fact" where it makes one.
        path: of the page with all that is said of it.
    """

    when: str
    words: str
    topic: str
    standing: str
    path: str
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a place: a year below, or the name of a lane at the left."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing; without points there is nothing to draw.

    Attributes:
        points: by date.
        total: of the points; `points` may be the last of them.
    """

    points: tuple[Dated, ...]
    years: tuple[Mark, ...] = ()
    lanes: tuple[Mark, ...] = ()
    width: int = WIDTH
    height: int = 0
    left: int = _LEFT
    total: int = 0


@dataclass(frozen=True, slots=True)
class _Claim:
    when: str
    said: Said
    fact: bool


def timeline(served: Served, known: About, scope: str) -> Timeline:
    """The dated claims of an entity, the latest; those of facts alone, or all."""
    makes_fact = {claim for claims in known.behind.values() for claim in claims}
    wanted = [
        _Claim(when, known.claims[claim], claim in makes_fact)
        for claim, when in known.dates.items()
        if claim in known.claims and _place(when) is not None and (scope == ALL or claim in makes_fact)
    ]
    alike = {(each.when, *each.said.what, each.fact): each for each in wanted}
    ordered = sorted(alike.items(), key=lambda pair: pair[0])
    latest = [each for _, each in ordered][-MOST:]
    named = things(served, {iri for each in latest for iri in (each.said.subject, each.said.object)})
    words = labels(served.store, {each.said.relation for each in latest})
    points = [_point(each, named, words) for each in latest]
    return _drawn(points, len(alike)) if points else Timeline(())


def _point(claim: _Claim, named: dict[str, Thing], words: dict[str, str]) -> Dated:
    said = claim.said
    subject, object_, relation = named[said.subject], named[said.object], relation_name(said.relation)
    return Dated(
        claim.when,
        f"{subject.name} {words[said.relation]} {object_.name}",
        topic(relation),
        FACT if claim.fact and said.standing == AFFIRMED else said.standing,
        statement_path(subject.key, relation, object_.key),
    )


def _drawn(points: list[Dated], total: int) -> Timeline:
    topics = sorted({each.topic for each in points}, key=lambda name: (topic_rank(name), name))
    lanes = {name: TOP + LANE * (place + 0.5) for place, name in enumerate(topics)}
    places = [_place(each.when) or 0.0 for each in points]
    first, last = int(min(places)), int(max(places)) + 1
    scale = (WIDTH - _LEFT - _RIGHT) / (last - first)
    placed = tuple(
        Dated(
            each.when, each.words, each.topic, each.standing, each.path,
            round(_LEFT + (at - first) * scale, 1), lanes[each.topic],
        )
        for each, at in zip(points, places, strict=True)
    )  # fmt: skip
    step = -(-(last - first) // _TICKS)
    years = tuple(
        Mark(round(_LEFT + (year - first) * scale, 1), str(year)) for year in range(first, last + 1, step)
    )
    return Timeline(
        placed, years, tuple(Mark(at, name) for name, at in lanes.items()), WIDTH, TOP + LANE * len(lanes) + 24,
        _LEFT, total,
    )  # fmt: skip


def _place(when: str) -> float | None:
    """A date as a number of years; None for what is no date. A year alone stands at its middle, a month at its.

    >>> _place("2020"), _place("2020-01-01"), _place("soon")
    (2020.5, 2020.0, None)
    """
    try:
        match when.split("T")[0].split("-"):
            case [year]:
                return int(year) + 0.5
            case [year, month]:
                return int(year) + (int(month) - 0.5) / 12
            case _:
                day = date.fromisoformat(when[:10])
                return day.year + (day.timetuple().tm_yday - 1) / 366
    except ValueError:
        return None
