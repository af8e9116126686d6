"""`kg retype`: the right class of an entity."""

from typing import Annotated

import typer

from kg.cli import judging, options


def retype(
    entity: judging.EntityArgument,
    kind: Annotated[str, typer.Argument(metavar="CLASS", help="Person, Organization, Country or Place.")],
    by: judging.ByOption = None,
    why: judging.WhyOption = None,
    at: judging.AtOption = None,
    store: options.StoreOption = None,
) -> None:
    """Judge that an entity belongs to another class: kg retype "Washington Post" Organization"""
    from kg.judge import find_class, find_operand
    from kg.model import Verdict

    right = find_class(kind)
    with judging.opened(store) as found:
        operand = find_operand(found, entity, options.names())
        judging.judged(found, Verdict.WRONG_TYPE, [(operand, right)], by, why, at)
