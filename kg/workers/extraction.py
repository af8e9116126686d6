"""The choice between this process alone and several."""

from collections.abc import Generator, Iterable, Iterator

from kg.model import Article
from kg.stages import Stages
from kg.workers.batches import Result, batches_of, read
from kg.workers.crew import PATIENCE, Crew
from kg.workers.recipes import Extracts, Recipe
from kg.workers.supply import Supply


def extract_all(
    articles: Iterable[Article],
    recipe: Recipe,
    jobs: int = 1,
    *,
    extractor: Extracts | Supply | None = None,
    patience: float = PATIENCE,
    stages: Stages | None = None,
) -> Generator[Result, None, None]:
    """What each article says, in the order given; an article that cannot be extracted is skipped.

    Articles are drawn as they are needed: for each process some batches at most, before the first of them is given.
    Nothing is loaded before there is an article.

    Args:
        recipe: makes the extractor in each process.
        jobs: how many extract side by side; with one, this process does it itself, and nobody watches over it.
        extractor: does the work where there is one process; by default, one is made, and another after many articles.
        patience: seconds after which a process that reads an article is replaced, and as much again for each 10,000
            characters.
        stages: counts the seconds that all processes took.

    Raises:
        KgError: no process can be started, or the extractor cannot be loaded.
    """
    stages = stages or Stages()
    batches = batches_of(articles)
    if jobs == 1:
        supply = extractor if isinstance(extractor, Supply) else Supply(recipe, stages, extractor)
        return _alone(batches, supply, stages)
    return Crew(recipe, jobs, patience, stages).read(batches)


def _alone(batches: Iterator[list[Article]], supply: Supply, stages: Stages) -> Generator[Result, None, None]:
    for batch in batches:
        yield from read(supply.take(len(batch)), batch, stages)
