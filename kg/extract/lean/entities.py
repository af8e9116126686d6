"""Named entities by the pipeline's own model, its choices worked out for all tokens of a batch at once.

The model goes from token to token. Outside of an entity its scores depend on the token alone, and inside on the token
and on where the entity began. So the first are known for all tokens without going through them, and the second for
all entities at a time. The arithmetic is the model's, in its order.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

_Floats = npt.NDArray[np.float32]
_Ints = npt.NDArray[np.intp]
_Flags = npt.NDArray[np.bool_]

_FEATURES: Final = 3
"""What a state is described by: the token, the first of its entity, and the one before it in the entity."""


class Entities:
    """Sets the named entities.

    Args:
        recognizer: the component that it stands for; see `entities_of`.
    """

    def __init__(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        self._vectors, self._lower, self._upper = recognizer.model.layers
        names = [recognizer.moves.get_class_name(i) for i in range(recognizer.moves.n_moves)]
        self._actions = _Actions(names)
        self._labels = [recognizer.vocab.strings[name[2:]] if name[2:] else 0 for name in names]

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one `Doc`."""
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """The same, `batch_size` at a time."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            self._annotate(batch)
            yield from batch

    def _annotate(self, docs: Sequence[Doc]) -> None:
        filled = [doc for doc in docs if len(doc)]
        if any(doc.has_annotation("ENT_IOB") for doc in filled):
            self._recognizer.set_annotations(docs, self._recognizer.predict(docs))
        elif filled:
            found = self._found(filled)
            start = 0
            for doc in filled:
                doc.set_ents([Span(doc, *entity) for entity in _within(found, start, start + len(doc))])
                start += len(doc)

    def _found(self, docs: Sequence[Doc]) -> list[tuple[int, int, int]]:
        """The first token, the token after the last and the label of each entity, tokens counted through all docs."""
        states = _States(self._vectors.predict(docs), self._lower, self._upper)
        space, ends = _borders(docs)
        opening = self._actions.opening(states.outside(), space, ends)
        begun = np.flatnonzero(self._actions.begins[opening])
        closed = self._actions.closed(states, begun, opening[begun], ends)
        stops = dict(zip(begun.tolist(), closed.tolist(), strict=True))
        found = []
        free = 0
        for i in np.flatnonzero(self._actions.enters[opening]).tolist():
            if i >= free:
                free = stops.get(i, i) + 1
                found.append((i, free, self._labels[opening[i]]))
        return found


class _Actions:
    """The model's classes: to begin an entity of a label, to go on in it, to close it, to take one token, or none."""

    def __init__(self, names: Sequence[str]) -> None:
        kinds = np.array([name[:1] for name in names])
        self.begins: _Flags = kinds == "B"
        units = np.array([name[:1] == "U" and len(name) > 2 for name in names])
        self.enters: _Flags = self.begins | units
        self._plain = np.flatnonzero(self.enters | (kinds == "O"))
        self._short = np.flatnonzero(units | (kinds == "O"))
        self._out = names.index("O")
        numbers = {name: n for n, name in enumerate(names)}
        inside = [numbers.get(f"I-{name[2:]}", -1) if name[:1] == "B" else -1 for name in names]
        closing = [numbers.get(f"L-{name[2:]}", -1) if name[:1] == "B" else -1 for name in names]
        self.inside, self.closing = np.array(inside), np.array(closing)

    def opening(self, scores: _Floats, space: _Flags, ends: _Flags) -> _Ints:
        """The best class of each token if no entity is open there."""
        best: _Ints = self._plain[scores[:, self._plain].argmax(axis=1)]
        short = np.flatnonzero(ends)
        best[short] = self._short[scores[np.ix_(short, self._short)].argmax(axis=1)]
        best[space] = self._out
        return best

    def closed(self, states: "_States", begun: _Ints, classes: _Ints, ends: _Flags) -> _Ints:
        """The last token of each entity that begins at `begun`, by the class that began it."""
        closed = begun.copy()
        at, inside, closing = begun, self.inside[classes], self.closing[classes]
        entities = np.arange(len(begun))
        while len(entities):
            at = at + 1
            scores = states.within(at, begun[entities])
            rows = np.arange(len(at))
            on, off = scores[rows, inside[entities]], scores[rows, closing[entities]]
            goes_on = (on > off) | ((on == off) & (inside[entities] < closing[entities]))
            goes_on &= ~ends[at]
            closed[entities[~goes_on]] = at[~goes_on]
            at, entities = at[goes_on], entities[goes_on]
        return closed


class _States:
    """The scores of the classes, by token."""

    def __init__(self, vectors: _Floats, lower: Any, upper: Any) -> None:
        parts = lower.predict(vectors)
        self._parts = parts.reshape(len(parts), _FEATURES, -1)
        self._pieces: int = lower.get_dim("nP")
        self._bias = lower.get_param("b").reshape(-1)
        self._upper = upper

    def outside(self) -> _Floats:
        """Of all tokens, where no entity is open."""
        padding = self._parts[0]
        return self._scores(self._parts[1:, 0] + padding[1] + padding[2])

    def within(self, at: _Ints, begun: _Ints) -> _Floats:
        """Of tokens inside of entities that began at others."""
        return self._scores(self._parts[at + 1, 0] + self._parts[begun + 1, 1] + self._parts[at, 2])

    def _scores(self, summed: _Floats) -> _Floats:
        summed += self._bias
        hidden = summed.reshape(len(summed), -1, self._pieces).max(axis=2)
        scores: _Floats = self._upper.predict(hidden)
        return scores


def _borders(docs: Sequence[Doc]) -> tuple[_Flags, _Flags]:
    """Which tokens are white space, and which end a sentence or a document, so that no entity goes on after them."""
    space, ends = [], []
    for doc in docs:
        rows = doc.to_array([IS_SPACE, SENT_START])
        space.append(rows[:, 0] == 1)
        ends.append(np.append(rows[1:, 1] == 1, True))
    return np.concatenate(space), np.concatenate(ends)


def _within(found: Iterable[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int, int]]:
    return [(a - start, b - start, label) for a, b, label in found if start <= a < end]


def entities_of(recognizer: Any) -> Entities | None:
    """What stands for a component that finds named entities; None where it is of another kind."""
    if type(recognizer) is not EntityRecognizer or recognizer.cfg["beam_width"] != 1:
        return None
    model: Any = recognizer.model
    usual = (
        bool(recognizer.labels)
        and model.attrs["has_upper"]
        and not model.attrs["unseen_classes"]
        and model.layers[1].get_dim("nF") == _FEATURES
        and model.layers[1].get_dim("nP") > 1
    )
    return Entities(recognizer) if usual else None
