"""Attributes of all tokens of a document at once, as arrays of numbers of the vocabulary."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

Rows = npt.NDArray[np.int64]
"""A row for each token and a column for each attribute; numbers beyond 63 bits are negative."""


def values_of(doc: Doc, attributes: Sequence[int]) -> Rows:
    """The values of some attributes of a `Doc`."""
    rows: Any = doc.to_array(list(attributes))
    return np.asarray(rows, dtype=np.uint64).view(np.int64).reshape(len(doc), len(attributes))


def with_values(doc: Doc, attributes: Sequence[int], rows: npt.NDArray[Any]) -> Doc:
    """The `Doc` itself with the values set, which are of 64 bits."""
    values: Any = np.ascontiguousarray(rows).view(np.uint64)
    return doc.from_array(list(attributes), values) if len(doc) else doc
