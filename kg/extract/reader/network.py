"""A small network over named features, as training/reader has learned it: a linear part and hidden layers beside it.

What a feature adds stands in whole numbers of eight bits, so that the sums are the same in every order.
"""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from kg.errors import KgError

_WHAT_TO_DO: Final = "install the package again, or read without it: --reader off"
Parts = Mapping[str, npt.NDArray[Any]]
_BETWEEN: Final = "\0"
"""Stands between names; a feature may have a line break in it."""
SMALLEST: Final = 1e-5
"""Added to the variance of hidden values, in training as well."""


class Network:
    """Which relations are likely between the ends of pairs, by their features.

    Args:
        parts: `relations` and `features` (names, as bytes), `table` (a row a feature: what it adds to each
            relation, then to each hidden value), `scales` (of the columns), `bias`, and of each hidden layer a row of `gain`
            and `shift`; `out` leads from all hidden values to the relations.

    Attributes:
        relations: their names, in the order of the columns.
    """

    def __init__(self, parts: Parts) -> None:
        self.relations = _names(parts["relations"])
        self._places = {name: place for place, name in enumerate(_names(parts["features"]))}
        self._table, self._scales, self._bias = parts["table"], parts["scales"], parts["bias"]
        self._gain, self._shift, self._out = parts["gain"], parts["shift"], parts["out"]

    def logits(self, pairs: Sequence[Collection[str]]) -> npt.NDArray[np.float64]:
        """How likely each relation is for each pair, in log odds; a row a pair.

        A feature counts once, and nothing if it is unknown.
        """
        known = self._places.get
        sums = np.zeros((len(pairs), self._table.shape[1]))
        for row, features in enumerate(pairs):
            places = {place for name in features if (place := known(name)) is not None}
            sums[row] = self._table[np.fromiter(places, np.intp, len(places))].sum(axis=0, dtype=np.int32)
        values = sums * self._scales
        linear, hidden = np.split(values, [len(self.relations)], axis=1)
        found: npt.NDArray[np.float64] = linear + self._bias + self._active(hidden) @ self._out
        return found

    def _active(self, hidden: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """The hidden values after each layer's own normalisation and threshold."""
        layers = hidden.reshape(len(hidden), *self._gain.shape)
        centred = layers - layers.mean(axis=2, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=2, keepdims=True) + SMALLEST)
        active: npt.NDArray[np.float64] = np.maximum(centred / spread * self._gain + self._shift, 0.0)
        return active.reshape(len(hidden), self._gain.size)


def _names(part: npt.NDArray[np.uint8]) -> Sequence[str]:
    return part.tobytes().decode("utf-8").split(_BETWEEN)


def load_network(path: Path) -> Network:
    """The network that a file holds, whose hash stands in a file beside it.

    Raises:
        KgError: one of the two is not there, or they do not belong together.
    """
    try:
        content, sha256 = path.read_bytes(), _hash_of(path).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: the reader’s model cannot be read ({error}); {_WHAT_TO_DO}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise KgError(f"{path}: not the model that belongs to this version; {_WHAT_TO_DO}")
    with np.load(BytesIO(content), allow_pickle=False) as parts:
        return Network(dict(parts))


def save_network(path: Path, parts: Parts) -> None:
    """Write the parts of a network, and the hash of the file beside it; equal parts give equal files."""
    held = BytesIO()
    arrays: dict[str, Any] = dict(sorted(parts.items()))
    np.savez_compressed(held, **arrays)
    path.write_bytes(held.getvalue())
    sha256 = hashlib.sha256(held.getvalue()).hexdigest()
    _hash_of(path).write_text(f"{sha256}\n", encoding="ascii")


def _hash_of(path: Path) -> Path:
    return path.with_suffix(".sha256")


def as_bytes(names: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Names as a part of a network."""
    return np.frombuffer(_BETWEEN.join(names).encode("utf-8"), dtype=np.uint8)
