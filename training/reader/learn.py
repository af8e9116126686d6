"""Learns the reader anew, and fits the confidence of claims to what it sees.

    pip install -e ".[train]"
    PYTHONPATH=benchmarks python training/reader/learn.py

It learns from all that is annotated and whose errors may be read: articles 1 to 4 of each beat, training/building and
training/passages. Confidence is fitted to the claims of articles, whose annotation is whole, as networks judge them that
have not learned from them, one for each of a few parts. It writes model.npz, model.sha256 and confidence.json in
kg/extract/reader.
"""

import os
import random
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

from annotated import BUILDING, TRAINING, AnnotatedSet, annotated_set, passages
from calibration import Example, examples, fit, write_weights
from labels import Labelled, Labeller, lenient, with_forms
from network import learn_parts
from passages import Passage
from spacy.tokens import Doc

from kg.evaluate.gold import GoldArticle
from kg.extract.claims import ClaimFinder
from kg.extract.confidence import WEIGHTS_WITH_READER
from kg.extract.pipeline import Extractor
from kg.extract.reader import Network
from kg.extract.reader.network import Parts, save_network
from kg.extract.reader.reader import MODEL
from kg.ontology import load_ontology

PARTS = 3
READ = (BUILDING, TRAINING)


class Learned(NamedTuple):
    """An annotated document, and its labelled pairs."""

    doc: Doc
    gold: GoldArticle
    pairs: list[Labelled]


def main() -> None:
    """Learn, fit and write."""
    extractor = Extractor()
    relations = sorted(load_ontology().relations)
    articles = in_chance_order(labelled(extractor, map(annotated_set, READ)))
    short = list(labelled_passages(extractor, passages()))
    print(
        f"{len(articles)} articles, {len(short)} passages, {len(pairs_of([*articles, *short]))} pairs",
        flush=True,
    )
    *others, whole = networks(articles, short, relations)
    save_network(MODEL, whole)
    print(f"{MODEL.name}: {MODEL.stat().st_size / 1e6:.1f} MB", flush=True)
    write_weights(fit(list(unseen_examples(articles, others))), WEIGHTS_WITH_READER)


def labelled(extractor: Extractor, sets: Iterable[AnnotatedSet]) -> Iterator[Learned]:
    """The documents of some sets with their labelled pairs, in the order given."""
    labeller = Labeller(extractor.nlp.get_pipe("kg_claims"))
    for chosen in sets:
        for doc, gold in zip(extractor.documents(chosen.articles), chosen.gold, strict=True):
            yield Learned(doc, gold, list(labeller.of(doc, gold)))


def labelled_passages(extractor: Extractor, read: list[Passage]) -> Iterator[Learned]:
    """The same of passages; what is extracted stands for the entity in whose mark it stands, however it is cut out."""
    labeller = Labeller(extractor.nlp.get_pipe("kg_claims"))
    for doc, passage in zip(extractor.documents([each.article for each in read]), read, strict=True):
        gold = with_forms(passage, doc)
        yield Learned(doc, gold, [lenient(pair) for pair in labeller.of(doc, gold)])


def in_chance_order(learned: Iterable[Learned]) -> list[Learned]:
    """The same in an order that is always the same."""
    found = list(learned)
    random.Random(5).shuffle(found)
    return found


def pairs_of(learned: Iterable[Learned]) -> list[Labelled]:
    """All their pairs."""
    return [pair for each in learned for pair in each.pairs]


def networks(articles: list[Learned], short: list[Learned], relations: list[str]) -> list[Parts]:
    """For each part of the articles a network that has learned from all else, and at the end one that has from all."""
    chosen = [
        pairs_of(in_chance_order([*(a for place, a in enumerate(articles) if place % PARTS != part), *short]))
        for part in range(PARTS + 1)
    ]
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as processes:
        return list(processes.map(partial(learn_parts, relations=relations), chosen))


def unseen_examples(articles: list[Learned], others: list[Parts]) -> Iterator[Example]:
    """The claims of all articles as a reader weighs them that has not learned from theirs."""
    for part, parts in enumerate(others):
        own = articles[part::PARTS]
        finder = weighing(Network(parts))
        yield from examples(finder, (each.doc for each in own), [each.gold for each in own])
        print(f"part {part + 1} of {PARTS} judged", flush=True)


def weighing(network: Network) -> ClaimFinder:
    """A finder that keeps all that a reader finds, however unsure."""
    finder = ClaimFinder(load_ontology(), network=network, weights={})
    finder.least_sure = 0.0
    return finder


if __name__ == "__main__":
    main()
