"""What a server remembers of earlier pushes: a line for each graph, in a graph of its own beside the data.

It stands on the server, so that it is wiped, restored and copied together with what it speaks of. Each line is one
literal of one subject: a description of an article does not show it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.graph import Names
from kg.graph.names import RDF
from kg.push.graphs import Content

VALUE: Final = f"{RDF}value"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was put into a graph.

    Attributes:
        count: of triples.
    """

    digest: str
    count: int
    graph: str

    def __str__(self) -> str:
        return f"{self.digest} {self.count} {self.graph}"


Memory = dict[str, list[Remembered]]
"""By graph; more than one where a push was broken off between two requests, so that nothing is known for certain."""


def remembered(content: Content) -> Remembered:
    """What there is to remember of a graph that was put."""
    return Remembered(content.digest, content.count, content.graph.value)


def parsed(literals: Iterable[str]) -> Memory:
    """What the literals say, without those that say nothing."""
    memory: defaultdict[str, list[Remembered]] = defaultdict(list)
    for literal in literals:
        digest, _, rest = literal.partition(" ")
        count, _, graph = rest.partition(" ")
        if count.isascii() and count.isdigit() and graph:
            memory[graph].append(Remembered(digest, int(count), graph))
    return dict(memory)


def memory_lines(entries: Iterable[Remembered], names: Names) -> bytes:
    """The N-Triples of the graph of memory."""
    return "".join(f"{names.pushed} {NamedNode(VALUE)} {Literal(str(each))} .\n" for each in entries).encode()


def is_unchanged(content: Content, memory: Memory, there: int) -> bool:
    """Whether a server has this very content, as far as its memory and its count of triples tell."""
    known = memory.get(content.graph.value, [])
    return len(known) == 1 and known[0].digest == content.digest and there == content.count
