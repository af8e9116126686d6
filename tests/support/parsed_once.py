"""rdflib takes long to parse a query, and is asked to do so again for every node that pySHACL puts a constraint to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from rdflib.plugins.sparql import processor


@contextmanager
def parsed_once() -> Iterator[None]:
    """While it lasts, rdflib parses each text once: a prepared query can be put to any graph with any bindings."""
    parse, translate = processor.parseQuery, processor.translateQuery
    prepared: dict[object, object] = {}

    def translated(text: str, base: str | None = None, prefixes: Mapping[str, Any] | None = None) -> object:
        key = (text, base, tuple(sorted((prefixes or {}).items())))
        if key not in prepared:
            prepared[key] = translate(parse(text), base, prefixes)
        return prepared[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processor, "parseQuery", lambda text: text)
        patch.setattr(processor, "translateQuery", translated)
        yield
