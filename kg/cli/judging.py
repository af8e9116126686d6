"""What the commands that judge share: who judges and when, and what is told afterwards."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.cli.opening import mended
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.graph import Names
    from kg.home import Home
    from kg.judge import Conflict, Entity, Operand
    from kg.model import Judgement, Verdict
    from kg.store import Store

ByOption = Annotated[
    str | None,
    typer.Option("--by", metavar="WHO", help="Who judges: a name or an address. Default: the login name."),
]
WhyOption = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="A remark for other people.")]
AtOption = Annotated[
    str | None,
    typer.Option("--at", metavar="WHEN", help="When it was judged, for scripts. Default: now."),
]
EntityArgument = Annotated[
    str,
    typer.Argument(
        metavar="A", help="Name, key or IRI of an entity, or NAME@ARTICLE as one article reads it."
    ),
]
OtherArgument = Annotated[str, typer.Argument(metavar="B", help="The other one.")]


def judge(by: str | None) -> str:
    """Who judges: the option, else the setting, else the login name.

    Raises:
        UsageError: nobody can be told.
    """
    import getpass

    given = by if by is not None else options.settings().user
    if given is None:
        try:
            given = getpass.getuser()
        except (OSError, KeyError, ImportError):
            given = ""
    if name := one_line(given):
        return name
    raise UsageError("nobody can tell who judges; say so with --by WHO, or with the setting user")


def one_line(text: str | None) -> str:
    """The words of a text as one line that UTF-8 can hold."""
    return " ".join((text or "").encode("utf-8", "replace").decode("utf-8").split())


@contextmanager
def opened(store: "Home | None") -> Iterator["Store"]:
    """The store to judge in."""
    from kg.store import open_store

    with (
        console.told_if_interrupted(
            lambda: "kg judgements tells what is recorded; to judge the same again does no harm"
        ),
        open_store(options.home(store)) as found,
    ):
        mended(found)
        yield found


def judged(
    found: "Store", verdict: "Verdict", pairs: Iterable[tuple["Operand", "Operand | str"]], by: str | None,
    why: str | None, at: str | None,
) -> None:  # fmt: skip
    """Record what is decided of entities, and say what follows.

    Args:
        pairs: an entity, and another or the IRI of a class.

    Raises:
        UsageError: an entity is judged with itself.
    """
    from kg.judge import Operand, entities_of, moment, readings_of
    from kg.model import Judgement
    from kg.store import judgements

    names = options.names()
    listed = list(pairs)
    for first, second in listed:
        if isinstance(second, Operand) and first.iri == second.iri:
            raise UsageError(f"both are {first.name} ({first.iri}); name two different entities")
    who, remark = judge(by), one_line(why) or None
    newest = max((each.when for each in judgements(found, names)), default="")
    when = moment(at, newest)
    decided = [
        Judgement(
            when=when,
            who=who,
            verdict=verdict,
            first=first.iri,
            second=second.iri if isinstance(second, Operand) else second,
            why=remark,
            first_name=one_line(first.name),
            second_name=one_line(second.name) if isinstance(second, Operand) else None,
        )
        for first, second in listed
    ]
    concerned = {iri for each in decided for iri in (each.first, each.second) if iri}
    readings = readings_of(found, concerned, names)
    record_and_warn(found, decided, names)
    tell_entities(entities_of(found, readings))


def record_and_warn(found: "Store", decided: list["Judgement"], names: "Names") -> None:
    """Record judgements, print each, and warn of those that cannot all hold."""
    from kg.judge import record, told

    done = record(found, decided, names)
    for each in done.judgements:
        console.write(told(each, names))
    if not done.changed:
        console.note("this was decided before, and nothing has changed")
    warn(done.conflicts, names)


def warn(conflicts: Iterable["Conflict"], names: "Names") -> None:
    """Name each judgement that is set aside, and the newer ones that it contradicts."""
    from kg.judge import told

    for each in conflicts:
        against = "; ".join(told(other, names) for other in each.against)
        console.note(f"warning: {told(each.set_aside, names)} is set aside: it contradicts {against}")


def tell_entities(entities: Iterable["Entity"]) -> None:
    """Which entities there are now, of those that were judged."""
    told = [
        f"{each.name} [{each.iri.partition('/entity/')[2]}] "
        f"({each.kind or 'no class'}, {each.articles} article{'' if each.articles == 1 else 's'})"
        for each in entities
    ]
    if len(told) == 1:
        console.write(f"now one entity: {told[0]}")
    elif told:
        console.write(f"now {len(told)} entities: {', '.join(told)}")
    else:
        console.note("the store holds nothing of them now; the judgement waits until it does")
