"""XML as a tree: without entities from elsewhere, without the network, and as far as it can be understood."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import SkippedInput
from kg.read.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def parsed(source: Source) -> "Element":
    """The outermost element. What is not well-formed is repaired where its sense is clear.

    Raises:
        SkippedInput: there is no XML in it.
    """
    from lxml import etree  # heavy, and needed for few formats

    data = source.data()
    if not data.strip():
        raise SkippedInput(source.where, "is empty")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SkippedInput(source.where, f"is no XML: {error}") from error
    if root is None:
        raise SkippedInput(source.where, "is no XML")
    return root


def local(element: "Element") -> str:
    """An element's name without its namespace, in lower case; "" of comments and processing instructions."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: "Element", *names: str) -> Iterator["Element"]:
    """Its children of some names, the first name's first."""
    for name in names:
        yield from (each for each in element if local(each) == name)


def text_of(element: "Element | None") -> str | None:
    """All text in an element, its white space collapsed; None where there is none."""
    if element is None:
        return None
    return " ".join("".join(str(piece) for piece in element.itertext()).split()) or None
