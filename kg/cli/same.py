"""`kg same`, `kg different`, `kg unsure`: whether two names mean one entity."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, judging, options
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.home import Home
    from kg.model import Verdict

SeveralArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="A B...", help="Names, keys or IRIs of entities, or NAME@ARTICLE as one article reads it."
    ),
]


def same(
    entities: SeveralArgument,
    by: judging.ByOption = None,
    why: judging.WhyOption = None,
    at: judging.AtOption = None,
    store: options.StoreOption = None,
) -> None:
    """Judge that two or more entities are one: kg same "Joe Biden" Biden@article-7

    Their claims and facts become those of one entity at once, and stay so whatever is read later; kg undo takes it back.
    """
    from kg.judge import find_operand
    from kg.model import Verdict

    if len(entities) < 2:
        raise UsageError("name two entities or more: kg same A B")
    with judging.opened(store) as found:
        first, *others = [find_operand(found, text, options.names()) for text in entities]
        judging.judged(found, Verdict.SAME, [(first, other) for other in others], by, why, at)


def different(
    first: judging.EntityArgument,
    second: judging.OtherArgument,
    by: judging.ByOption = None,
    why: judging.WhyOption = None,
    at: judging.AtOption = None,
    store: options.StoreOption = None,
) -> None:
    """Judge that two entities are not one: kg different "John Lee@article-7" "John Lee@article-9" """
    from kg.model import Verdict

    _judge_pair(Verdict.DIFFERENT, first, second, by, why, at, store)


def unsure(
    first: judging.EntityArgument,
    second: judging.OtherArgument,
    by: judging.ByOption = None,
    why: judging.WhyOption = None,
    at: judging.AtOption = None,
    store: options.StoreOption = None,
) -> None:
    """Note that it cannot be told whether two entities are one: kg candidates does not offer them again."""
    from kg.model import Verdict

    _judge_pair(Verdict.UNSURE, first, second, by, why, at, store)
    console.note("kg candidates will not offer this pair again")


def _judge_pair(
    verdict: "Verdict",
    first: str,
    second: str,
    by: str | None,
    why: str | None,
    at: str | None,
    store: "Home | None",
) -> None:
    from kg.judge import find_operand

    with judging.opened(store) as found:
        pair = (find_operand(found, first, options.names()), find_operand(found, second, options.names()))
        judging.judged(found, verdict, [pair], by, why, at)
