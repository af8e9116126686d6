"""A large store of made-up articles, for measures of scale: the same numbers give the same store.

People, organizations and places are made up, countries are real; few of them are spoken of often and most seldom, as in the
news. Articles go into the store without a language model, and what follows from them is derived as `kg populate` does.
"""

import argparse
import json
import time
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

from kg.copies import fingerprint
from kg.gazetteer import load_gazetteer
from kg.graph import Names, Run, extraction_quads, run_quads
from kg.model import (
    UNNAMED,
    Article,
    Claim,
    Entity,
    EntityType,
    Extraction,
    HolderStance,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
)
from kg.ontology import Relation, load_ontology
from kg.settle import changing
from kg.store import LocalStore, Store, put_ontology

SEED: Final = 5
QUADS: Final = 1_000_000
CLAIMS: Final = 14
"""Sentences of an article, each with one claim."""
_QUADS_OF_ONE: Final = 850
"""Of an article with what follows from it, roughly."""
OUTLETS: Final = ("The Kelmar Courier", "Northern Wire", "Gazeta Iskra", "Harbour Post", "The Lustria Times")
FIRST_DAY: Final = date(2019, 1, 1)
DAYS: Final = 2_000
_SYLLABLES: Final = (
    "ba be bo da de do ka ke ko la le lo ma me mo na ne no ra re ro sa se so ta te to va ve vo".split()
)
_ORGANIZATIONS: Final = ("Bank", "League", "Ministry", "Front", "Institute", "Shipping", "Party", "Council")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is spoken of: each class in an order from the often to the seldom named."""

    members: dict[EntityType, Sequence[Entity]]
    weights: dict[EntityType, Sequence[float]]

    def pick(self, kinds: frozenset[EntityType], chance: Random) -> Entity:
        """One of the classes that a relation takes, the often named more often."""
        kind = chance.choice(sorted(kinds & self.members.keys()))
        total = self.weights[kind][-1]
        return self.members[kind][bisect(self.weights[kind], chance.random() * total)]


def cast(articles: int, chance: Random) -> Cast:
    """As many people as there are articles and half as many organizations; countries of the list of known names."""
    countries = sorted({e.name for e in load_gazetteer() if e.type is EntityType.COUNTRY})
    members = {
        EntityType.PERSON: _named(EntityType.PERSON, articles, chance),
        EntityType.ORGANIZATION: _named(EntityType.ORGANIZATION, articles // 2, chance),
        EntityType.COUNTRY: [Entity(_key(name), EntityType.COUNTRY, name) for name in countries],
        EntityType.PLACE: _named(EntityType.PLACE, articles // 10, chance),
    }
    weights = {
        kind: list(accumulate(1 / (rank + 3) for rank in range(len(entities))))
        for kind, entities in members.items()
    }
    return Cast(members, weights)


def _named(kind: EntityType, number: int, chance: Random) -> list[Entity]:
    found: dict[str, Entity] = {}
    while len(found) < max(number, 1):
        name = _word(chance) if kind is EntityType.PLACE else f"{_word(chance)} {_word(chance)}"
        if kind is EntityType.ORGANIZATION:
            name = f"{_word(chance)} {chance.choice(_ORGANIZATIONS)}"
        key = _key(name)
        found.setdefault(key, Entity(key, kind, name))
    return list(found.values())


def _word(chance: Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def _key(name: str) -> str:
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in name.lower()).split())


def articles(number: int, seed: int = SEED) -> Iterator[Extraction]:
    """What was read in so many made-up articles."""
    chance = Random(seed)
    who = cast(number, chance)
    relations = list(load_ontology().relations.values())
    for place in range(number):
        yield _article(place, who, relations, chance)


def _article(place: int, who: Cast, relations: Sequence[Relation], chance: Random) -> Extraction:
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    claims: list[Claim] = []
    used: dict[str, Entity] = {}
    text = ""
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    for _ in range(CLAIMS):
        relation = chance.choice(relations)
        subject, object_ = who.pick(relation.domain, chance), who.pick(relation.range, chance)
        if subject.key == object_.key:
            continue
        holder = who.pick(frozenset({EntityType.PERSON, EntityType.ORGANIZATION}), chance)
        said = chance.random() < 0.25
        start, words = len(text), [subject.name, relation.label, object_.name, "over"]
        words += [_word(chance).lower() for _ in range(6)]
        if said:
            words += ["said", holder.name]
        line = " ".join(words) + "."
        sentence = Span(start, start + len(line))
        sentences.append(Sentence(sentence, line))
        for entity in (subject, object_, holder) if said else (subject, object_):
            begin = start + line.index(entity.name)
            mentions.append(
                Mention(Span(begin, begin + len(entity.name)), entity.name, MentionKind.NAME, entity.key)
            )
            used[entity.key] = entity
        begin = start + len(subject.name) + 1
        claims.append(
            Claim(
                subject.key,
                relation.name,
                object_.key,
                sentence,
                Span(begin, begin + len(relation.label)),
                "SUBJ verb OBJ",
                polarity=Polarity.NEGATED if chance.random() < 0.06 else Polarity.AFFIRMED,
                modality=Modality.POSSIBLE if chance.random() < 0.12 else Modality.ACTUAL,
                holder=holder.key if said else UNNAMED if chance.random() < 0.05 else None,
                stance=HolderStance.ASSERTS if said else None,
                date=(day - timedelta(days=chance.randrange(60))).isoformat()
                if chance.random() < 0.3
                else None,
                confidence=round(chance.uniform(0.3, 1), 2),
            )
        )
        text += line + "\n"
    article = Article(
        f"made-up-{place:06}",
        text,
        title=sentences[0].text.rstrip("."),
        date=day.isoformat(),
        publisher=chance.choice(OUTLETS),
    )
    entities = tuple(sorted(used.values()))
    return Extraction(article, tuple(sentences), tuple(sorted(set(mentions))), entities, tuple(claims))


def fill(store: Store, quads: int, seed: int = SEED) -> int:
    """Put articles with roughly so many quads into a store, and derive what follows; gives the number of articles."""
    names, run = Names(), Run("made-up", "none", "0" * 64)
    number = 0
    with changing(store, names) as changes:
        changes.all |= put_ontology(store, names)
        store.replace_graph(run.iri(names), run_quads(run, names))
        for extraction in articles(quads // _QUADS_OF_ONE, seed):
            graph = extraction_quads(extraction, run, names, fingerprint=fingerprint)
            store.replace_graph(graph.graph, graph.quads)
            number += 1
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a new folder for the store")
    parser.add_argument("--quads", type=int, default=QUADS, help="roughly how many (default: %(default)s)")
    arguments = parser.parse_args()
    start = time.perf_counter()
    with LocalStore(arguments.folder, create=True) as store:
        number = fill(store, arguments.quads)
        total = int(next(iter(store.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")))[0].value)
    print(json.dumps({"articles": number, "quads": total, "seconds": round(time.perf_counter() - start)}))


if __name__ == "__main__":
    main()
