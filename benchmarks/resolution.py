"""How the cost of resolution grows: made-up readings of 1,000, 10,000 and 100,000 entities, without any text.

    python benchmarks/resolution.py [ENTITIES …]

Names are drawn so that many share a family name and some a whole name; every entity is read in three articles, under its
full name, with a middle initial, or by the family name alone. Printed is the processor time for each entity, as a ratio to
that of the first size: a step that compares all with all would grow tenfold from line to line.
"""

import sys
from collections.abc import Iterator
from random import Random
from time import process_time
from typing import Final

from kg.gazetteer import load_gazetteer
from kg.graph import Names
from kg.model import EntityType
from kg.model.keys import slug
from kg.resolve import Reading, Tie, resolve

SIZES: Final = (1_000, 10_000, 100_000)
READ: Final = 3
BESIDE: Final = 4
"""How many entities one article speaks of."""
SYLLABLES: Final = (
    "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()
)


def made_up(entities: int, seed: int = 1) -> Iterator[Reading]:
    """Readings of so many people, three each."""
    chance = Random(seed)
    families = [
        "".join(chance.choice(SYLLABLES) for _ in range(3)).title() for _ in range(max(50, entities // 10))
    ]
    given = ["".join(chance.choice(SYLLABLES) for _ in range(2)).title() for _ in range(200)]
    countries = [entry.key for entry in load_gazetteer() if entry.type is EntityType.COUNTRY]
    people = [
        (chance.choice(given), chance.choice(families), chance.choice(countries)) for _ in range(entities)
    ]
    names = Names()
    for round_ in range(READ):
        for place, (first, last, country) in enumerate(people):
            article = f"{round_}-{place // BESIDE}"
            name = (f"{first} {last}", f"{first} {chr(65 + place % 26)}. {last}", last)[
                0 if round_ < 2 else place % 3
            ]
            yield Reading(
                iri=names.reading(article, slug(name)).value,
                entity=names.entity_by_key(slug(name)).value,
                article=article,
                key=slug(name),
                type=EntityType.PERSON,
                name=name,
                ties=frozenset({Tie("citizenOf", country)}),
            )
            if place % BESIDE == 0:
                yield Reading(
                    iri=names.reading(article, country).value,
                    entity=names.entity_by_key(country).value,
                    article=article,
                    key=country,
                    type=EntityType.COUNTRY,
                    name=country.title(),
                )


def main(sizes: list[int]) -> None:
    """Measure each size."""
    gazetteer, names = load_gazetteer(), Names()
    first = None
    for size in sizes:
        readings = list(made_up(size))
        start = process_time()
        found = resolve(readings, (), gazetteer, lambda key: names.entity_by_key(key).value)
        each = (process_time() - start) / size
        first = first or each
        print(
            f"{size:>7} entities, {len(readings):>7} readings, {len(set(found.entities.values())):>7} found:",
            end=" ",
        )
        print(f"{each * size:7.1f} s, {each / first:5.2f} times the first size an entity")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or list(SIZES))
