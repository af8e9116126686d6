"""For properties of the kind "it works, or it says what is wrong"."""

from collections.abc import Callable
from typing import Any

from kg.errors import QueryError


def outcome(function: Callable[..., Any], *arguments: object) -> tuple[Any, str | None]:
    """What the function gives, or the message of its refusal; any other error is raised."""
    try:
        return function(*arguments), None
    except QueryError as error:
        return None, str(error)
