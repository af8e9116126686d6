"""How much faster two processes are than one, loading included."""

from rounds import arguments, ratio, sample

from kg.populate import Work, populate
from kg.store import LocalStore
from kg.workers import SpacyRecipe


def main() -> None:
    chosen = arguments(__doc__ or "")
    articles = sample(chosen.articles)

    def run(jobs: int) -> None:
        with LocalStore() as store:
            populate(articles, store, Work(SpacyRecipe(), jobs=jobs))

    print(f"{len(articles)} articles, {chosen.rounds} rounds")
    print(f"one process / two: {ratio(lambda: run(1), lambda: run(2), chosen.rounds)}")


if __name__ == "__main__":
    main()
