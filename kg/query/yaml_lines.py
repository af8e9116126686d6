"""YAML of a header, with the line on which each value stands; nothing in it is more than text, lists and mappings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

_LOADER: Final[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEPTH: Final = 8
"""No header goes deeper; libyaml itself knows no bound and takes the process down."""


class HeaderError(Exception):
    """The text is not YAML, or not such as a header holds.

    Args:
        line: counted from 0.
    """

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class Node:
    """One value: text, a list, a mapping, or None where nothing is written; and its line, counted from 0."""

    line: int
    value: "str | tuple[Node, ...] | Mapping[str, Node] | None"


def parse(text: str) -> Node:
    """The value that the text holds.

    Raises:
        HeaderError: it is no YAML, goes too deep, names a key twice, or uses anchors.
    """
    try:
        events = iter(list(yaml.parse(text, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        raise HeaderError(error.problem_mark.line if error.problem_mark else 0, str(error.problem)) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise HeaderError(0, str(error).splitlines()[0]) from error
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            node = _node(next(events), events, _DEPTH)
            if any(isinstance(rest, yaml.DocumentStartEvent) for rest in events):
                raise HeaderError(node.line, "there is more than one document")
            return node
    return Node(0, None)


def _node(event: Any, events: Iterator[Any], depth: int) -> Node:
    line = event.start_mark.line
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise HeaderError(line, "anchors (&) and aliases (*) have no place here; put the value in quotes")
    if depth == 0:
        raise HeaderError(line, "it is nested too deep")
    if isinstance(event, yaml.ScalarEvent):
        # a plain "", "~" or "null" is nothing; in quotes it is text
        nothing = event.style in (None, "") and event.value in ("", "~", "null")
        return Node(line, None if nothing else event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(line, tuple(_items(events, depth)))
    return Node(line, _mapping(events, depth))


def _items(events: Iterator[Any], depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _node(event, events, depth - 1)


def _mapping(events: Iterator[Any], depth: int) -> dict[str, Node]:
    found: dict[str, Node] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, depth - 1)
        if not isinstance(key.value, str):
            raise HeaderError(key.line, "a key must be a word")
        if key.value in found:
            raise HeaderError(key.line, f"{key.value!r} stands there twice")
        found[key.value] = Node(key.line, _node(next(events), events, depth - 1).value)
    return found
