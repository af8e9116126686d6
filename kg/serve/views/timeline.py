"""What is dated of an entity, as points on a line of time; their places are worked out here, so that a page only draws."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.query.topics import topic, topic_rank
from kg.serve.views.about import FACT, About, Said
from kg.serve.views.lines import ALL, relation_name, statement_path
from kg.serve.views.quotes import AFFIRMED
from kg.serve.views.things import Thing

WIDTH: Final = 960
LANE: Final = 26
TOP: Final = 10
_LEFT: Final = 190
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


def timeline(known: About, scope: str, named: dict[str, Thing], words: dict[str, str]) -> Timeline:
    """The dated claims of an entity; those of facts alone, or all.

    Args:
        named, words: names of entities, and of relations, by IRI.
    """
    makes_fact = {claim for claims in known.behind.values() for claim in claims}
    wanted = [
        (when, known.claims[claim], claim in makes_fact)
        for claim, when in known.dates.items()
        if claim in known.claims and _place(when) is not None and (scope == ALL or claim in makes_fact)
    ]
    points = sorted(_points(wanted, named, words), key=lambda each: (each.when, each.words, each.path))
    return _drawn(points[-MOST:], len(points)) if points else Timeline(())


def _points(
    wanted: Iterable[tuple[str, Said, bool]], named: dict[str, Thing], words: dict[str, str]
) -> set[Dated]:
    found = set()
    for when, said, fact in wanted:
        subject, object_ = named.get(said.subject), named.get(said.object)
        if subject is None or object_ is None:
            continue
        relation = relation_name(said.relation)
        found.add(
            Dated(
                when,
                f"{subject.name} {words.get(said.relation, relation)} {object_.name}",
                topic(relation),
                FACT if fact and said.standing == AFFIRMED else said.standing,
                statement_path(subject.key, relation, object_.key),
            )
        )
    return found


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
