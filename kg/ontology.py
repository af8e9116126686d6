"""The ontology as Python: relations with their ends, frames and examples."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation, as its block of Turtle declares it.

    Attributes:
        name: the local name ("indicted").
        domain, range: the types that may stand at each end.
        frames: as written, sorted; `kg.extract.frames` compiles them.
        examples, counter_examples: sentences with the two ends in brackets, sorted.
    """

    name: str
    iri: str
    label: str
    definition: str
    domain: frozenset[EntityType]
    range: frozenset[EntityType]
    symmetric: bool
    inverse: str | None
    frames: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """All relations by name, and the hash of what was loaded."""

    relations: dict[str, Relation]
    sha256: str


def load_ontology(extra: Iterable[Path] = ()) -> Ontology:
    """The shipped ontology and the relation files in the folders `extra`.

    Raises:
        OntologyError: a file is not Turtle, or a relation lacks what it needs.
    """
    raise NotImplementedError
