"""The path through the parse from one mention to another, and what hangs on it."""

from collections.abc import Iterator
from typing import Final

from kg.extract.reader.ends import End
from kg.extract.tree import Doc, Token

_TELLING: Final = frozenset(
    "dobj prt prep attr acomp xcomp pobj nsubj nsubjpass agent oprd compound amod".split()
)
"""How words hang on a path that say what it is about."""
_MOST_ARCS: Final = 9


class Path:
    """The arcs between the heads of two mentions.

    Attributes:
        up, down: the tokens from the subject's and the object's head up to, and without, what governs both.
        top: what governs both; None where no token does.
    """

    def __init__(self, doc: Doc, subject: End, other: End) -> None:
        self.doc = doc
        self.subject, self.object = subject, other
        first, second = doc[subject.head], doc[other.head]
        above_first, above_second = [first, *first.ancestors], [second, *second.ancestors]
        self.up: list[Token] = []
        self.down: list[Token] = []
        self.top = next((token for token in above_first if token in above_second), None)
        if self.top is not None:
            self.up = above_first[: above_first.index(self.top)]
            self.down = above_second[: above_second.index(self.top)]
        self._on = {token.i for token in (*self.up, *self.down)}
        governing = [*self.up, *self.down] if self.top is None else [*self.up, self.top, *self.down]
        self._under = {child.i for token in governing for child in token.children}

    def place(self, i: int) -> str:
        """Where a token stands to the path."""
        if i == self.subject.head:
            return "subject"
        if i == self.object.head:
            return "object"
        if self.top is not None and i == self.top.i:
            return "top"
        if i in self._on:
            return "path"
        if i in self._under:
            return "under"
        first, last = sorted((self.subject.head, self.object.head))
        return "between" if first < i < last else "outside"

    def features(self, types: str, order: str) -> Iterator[str]:
        """Shape and words of the path; `types` are those of the ends, `order` which of them stands first."""
        if self.top is None:
            yield "no path"
            return
        up, down = self.up, self.down
        shape = ".".join(t.dep_ for t in up) + "|" + ".".join(t.dep_ for t in down)
        word = "subject" if not up else "object" if not down else word_of(self.top)
        above, below = [word_of(t) for t in up[1:]], [word_of(t) for t in down[1:]]
        yield f"path {shape}"
        yield f"path {shape} {word}"
        yield f"path {shape} {above} {word} {below}"
        yield f"path {above} {word} {below}"
        yield f"arcs {min(len(up) + len(down), _MOST_ARCS)}"
        yield f"top {word}"
        yield f"top {word} {order}"
        yield f"top {word} {types}"
        for each in {*above, word, *below}:
            yield f"on the path {each}"
        yield from (f"above the subject {each}" for each in above)
        yield from (f"above the object {each}" for each in below)
        for name, arcs in (("subject", up), ("object", down)):
            if arcs:
                yield f"{name} {arcs[0].dep_} of {word_of(arcs[0].head)}"
        yield f"ends {up[0].dep_ if up else ''} {down[0].dep_ if down else ''}"
        yield from self._hanging(self.top)

    def _hanging(self, top: Token) -> Iterator[str]:
        on = {*self._on, top.i}
        for i in on - {self.subject.head, self.object.head}:
            for child in self.doc[i].children:
                if child.i not in on and child.dep_ in _TELLING:
                    yield f"under the path {child.dep_} {word_of(child)}"


def word_of(token: Token) -> str:
    """The lemma of a token, and for a name only that it is one."""
    return "a name" if token.pos_ == "PROPN" else token.lemma_.lower()
