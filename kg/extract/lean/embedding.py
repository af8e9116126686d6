"""Keeps the embedding of each word form, which the model otherwise works out anew wherever the word stands.

The first layer of the model looks at a token alone: at its norm, its prefix, its suffix, its shape and its word vector.
Two tokens that agree in these have one embedding. Memory is bounded by `MOST_KEPT`.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, cast

import numpy as np
import numpy.typing as npt
from spacy.attrs import ORTH, intify_attr
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

MOST_KEPT: Final = 30_000
"""How many forms are kept: about 20 MB for each model."""

_ALONE: Final = frozenset(
    {
        "dropout",
        "extract_features",
        "hashembed",
        "ints-getitem",
        "layernorm",
        "list2ragged",
        "maxout",
        "ragged2list",
        "static_vectors",
    }
)
"""Layers that look at one token at a time, or only arrange what others give."""

_JOINING: Final = (">>", "|", "with_array")

_Rows = npt.NDArray[np.uint64]
_Vectors = npt.NDArray[np.float32]


class _Forms:
    """Stands for a `Doc` whose tokens are given by their attributes."""

    def __init__(self, vocab: Vocab, columns: Sequence[int | str], rows: _Rows) -> None:
        self.vocab = vocab
        self._columns = list(columns)
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def to_array(self, wanted: Any) -> _Rows:
        if isinstance(wanted, (list, tuple)):
            return self._rows[:, [self._columns.index(intify_attr(one)) for one in wanted]]
        return np.ascontiguousarray(self._rows[:, self._columns.index(intify_attr(wanted))])


class _Kept:
    """The embeddings met so far."""

    def __init__(self, embed: Model[Any, Any], columns: Sequence[int]) -> None:
        self._embed = embed
        self._columns: list[int | str] = list(columns)
        self._numbers: dict[bytes, int] = {}
        self._vectors: _Vectors | None = None

    def __len__(self) -> int:
        return len(self._numbers)

    def of(self, docs: Sequence[Doc]) -> list[_Vectors]:
        """The embeddings of the tokens of each `Doc`."""
        if len(self) > MOST_KEPT:
            self._numbers.clear()
            self._vectors = None
        rows = np.concatenate([doc.to_array(self._columns) for doc in docs])
        numbers = self._numbered(docs[0].vocab, rows)
        assert self._vectors is not None
        ends = np.cumsum([len(doc) for doc in docs])[:-1]
        return np.split(self._vectors[numbers], ends)

    def _numbered(self, vocab: Vocab, rows: _Rows) -> npt.NDArray[np.intp]:
        """The place of each row's embedding; those of new rows are worked out."""
        keys = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.itemsize * rows.shape[1]))).ravel()
        known = self._numbers
        fresh: dict[Any, int] = {}
        first, numbers = [], []
        for i, key in enumerate(cast(list[bytes], keys.tolist())):
            number = known.get(key)
            if number is None:
                number = fresh.get(key)
                if number is None:
                    number = fresh[key] = len(known) + len(fresh)
                    first.append(i)
            numbers.append(number)
        if fresh:
            vectors = self._embed.predict([_Forms(vocab, self._columns, rows[first])])[0]
            old = self._vectors
            self._vectors = vectors if old is None else np.concatenate([old, vectors])
            known.update(fresh)
        return np.array(numbers, dtype=np.intp)


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    embed = model.layers[0]
    if is_train or not any(len(doc) for doc in docs):
        return embed(docs, is_train)
    kept: _Kept = model.attrs["kept"]
    return kept.of(docs), lambda given: given


def remembering(embed: Model[Any, Any], vocab: Vocab) -> Model[Any, Any] | None:
    """A layer that gives what `embed` gives for each word form; None where `embed` may look at more than one token."""
    layers = list(embed.walk())
    columns = [layer.attrs["columns"] for layer in layers if layer.name == "extract_features"]
    alone = all(layer.name in _ALONE or any(sign in layer.name for sign in _JOINING) for layer in layers)
    if not alone or len(columns) != 1:
        return None
    numbers = [intify_attr(one) for one in columns[0]]
    key = getattr(vocab.vectors, "attr", ORTH)
    if key not in numbers:
        numbers.append(key)
    return Model("kept_embedding", _forward, layers=[embed], attrs={"kept": _Kept(embed, numbers)})
