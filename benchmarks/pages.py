"""Processor time of pages: 500 of them, drawn from a store, each made as a process of `kg serve` makes it.

python benchmarks/pages.py STORE [--requests 500] [--seed 1]
"""

import argparse
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.graph import KG
from kg.graph.terms import value
from kg.home import Home
from kg.serve.pages.shown import prepared
from kg.serve.served import Opening, Served, indexed, opened
from kg.serve.views import article, disputes, entity, neighbours, paths, questions, search, spans, start

Ask = tuple[str, Callable[[], object]]


class Address:
    """What templates ask for the address of a page."""

    def __call__(self, **changes: object) -> str:
        """Some address."""
        return f"/?{sorted(changes)}"

    def json(self) -> str:
        """Some address."""
        return "/index.json"


def page(template: str, found: object, **more: Any) -> str:
    """A view as a page."""
    return prepared().get_template(template).render(view=found, here=Address(), editing=False, **more)


class Mixture:
    """Pages as people might ask for them: mostly of entities and articles, of the best known more often than of others."""

    def __init__(self, served: Served, seed: int) -> None:
        self.served = served
        self.random = random.Random(seed)
        rows = served.store.select(f"SELECT DISTINCT ?e {{ ?e <{KG}nameKey> ?key }}")
        base = f"{served.names.base}entity/"
        self.entities = sorted(value(row[0]).removeprefix(base) for row in rows)
        rows = served.store.select(f"SELECT ?a {{ ?a a <{KG}Article> }}")
        self.articles = sorted(value(row[0]).removeprefix(f"{served.names.base}article/") for row in rows)
        self.hubs = start.start(served).connected

    def article(self) -> str:
        """The page of an article."""
        found = article.article(self.served, self.random.choice(self.articles))
        return page("article.html", found, blocks=spans.marked(found.text or "", found.mentions, found.notes))

    def next(self) -> Ask:
        """One page: its kind, and what makes it."""
        draw, served = self.random, self.served
        somebody, other = draw.choice(self.entities), draw.choice(self.entities)
        hub = draw.choice(self.hubs).thing
        kinds: list[tuple[float, str, Callable[[], object]]] = [
            (10, "start", lambda: page("start.html", start.start(served))),
            (25, "entity", lambda: page("entity.html", entity.entity(served, somebody))),
            (7, "entity, best known", lambda: page("entity.html", entity.entity(served, hub.key))),
            (3, "entity, all claims", lambda: page("entity.html", entity.entity(served, hub.key, "all"))),
            (5, "neighbours", lambda: neighbours.neighbours(served, draw.choice((somebody, hub.key)))),
            (25, "article", self.article),
            (8, "search", lambda: page("search.html", search.search(served, hub.name))),
            (4, "path", lambda: page("path.html", paths.path(served, somebody, other))),
            (4, "disputes", lambda: page("disputes.html", disputes.disputes(served))),
            (4, "question", lambda: questions.question(served, "accused-of", {"whom": [somebody]})),
            (5, "articles", lambda: page("articles.html", start.articles(served, draw.randrange(500)))),
        ]
        _, kind, make = draw.choices(kinds, [weight for weight, _, _ in kinds])[0]
        return kind, make


def main() -> None:
    """Print median, 95 % and longest, of all and of each kind, in milliseconds of processor time."""
    parser = argparse.ArgumentParser()
    parser.add_argument("store", type=Path)
    parser.add_argument("--requests", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    opening = Opening(Home(folder=given.store))
    indexed(opening)
    mixture = Mixture(opened(opening), given.seed)
    taken: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(given.requests):
        kind, make = mixture.next()
        begun = time.process_time()
        make()
        taken[kind].append(1000 * (time.process_time() - begun))
    taken["all"] = [each for several in list(taken.values()) for each in several]
    for kind, times in sorted(taken.items()):
        late = sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]
        print(
            f"{kind:20} {len(times):4}  median {statistics.median(times):4.0f}  95 % {late:4.0f}  max {max(times):4.0f}"
        )


if __name__ == "__main__":
    main()
