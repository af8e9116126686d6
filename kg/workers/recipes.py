"""What reads articles, and how each process makes its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from kg.model import Article, Extraction
from kg.stages import Stages

if TYPE_CHECKING:
    from kg.extract.stamp import Stamp


LOADING: Final = "loading"
"""The stage in which an extractor is made."""


class Extracts(Protocol):
    """What reads articles.

    Attributes:
        version: changes with everything that changes what is read in a text.
        model_name: of the language model that it builds on.
    """

    @property
    def version(self) -> str: ...

    @property
    def model_name(self) -> str: ...

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        """What each article says, in the order given."""
        ...


@runtime_checkable
class Measurable(Protocol):
    """What can tell how long its parts take."""

    def measure(self, stages: Stages) -> None:
        """Count there the seconds that each part takes from now on."""
        ...


class Recipe(Protocol):
    """How a process makes its own extractor; it travels to other processes, so it must pickle."""

    def make(self) -> Extracts: ...

    def stamp(self) -> "Stamp":
        """The version and the model of what it makes, without making it."""
        ...


@dataclass(frozen=True, slots=True)
class SpacyRecipe:
    """The extractor of `kg.extract`, loaded only where it is made.

    Attributes:
        model: the base pipeline, None for the default.
        min_confidence: of the claims that are kept.
        reader: whether the trained reader stands beside the grammar.
    """

    model: str | None = None
    relations: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()
    min_confidence: float = 0.0
    reader: bool = False

    def make(self) -> Extracts:
        from kg.extract.pipeline import Extractor
        from kg.extract.stamp import DEFAULT_MODEL

        return Extractor(
            self.model or DEFAULT_MODEL,
            self.relations,
            self.gazetteers,
            min_confidence=self.min_confidence,
            reader=self.reader,
        )

    def stamp(self) -> "Stamp":
        """The version and the model of what it makes, without loading either.

        Raises:
            UsageError: no such pipeline is installed.
        """
        from kg.extract.stamp import DEFAULT_MODEL, stamp

        return stamp(
            self.model or DEFAULT_MODEL,
            self.relations,
            self.gazetteers,
            self.min_confidence,
            reader=self.reader,
        )


def made(recipe: Recipe, stages: Stages) -> Extracts:
    """The extractor of a recipe; its loading and, where it can tell, its parts count for stages."""
    with stages.stage(LOADING):
        extractor = recipe.make()
    if isinstance(extractor, Measurable):
        extractor.measure(stages)
    return extractor
