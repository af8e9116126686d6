"""Processor time of each component, for the base pipeline as it comes and as it is run, against the whole of the first."""

import argparse
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable

from rounds import sample
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.lean.components import make_lean
from kg.extract.stamp import DEFAULT_MODEL

BATCH = 16


def main() -> None:
    import spacy

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    texts = [article.text for article in sample(chosen.articles)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bare, lean = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    make_lean(lean)
    seconds: dict[tuple[str, str], float] = defaultdict(lambda: float("inf"))
    for _ in range(chosen.rounds):
        for name, nlp in (("as it comes", bare), ("as it is run", lean)):
            for part, spent in _spent(nlp, texts):
                seconds[name, part] = min(seconds[name, part], spent)
    whole = sum(spent for (name, _), spent in seconds.items() if name == "as it comes")
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words, the least of {chosen.rounds} rounds")
    print("| | part | of the whole as it comes |\n|---|---|---|")
    for (name, part), spent in seconds.items():
        print(f"| {name} | {part} | {spent / whole:.3f} |")
    for name in ("as it comes", "as it is run"):
        total = sum(spent for (one, _), spent in seconds.items() if one == name)
        print(f"| {name} | whole | {total / whole:.3f} |")


def _spent(nlp: Language, texts: Iterable[str]) -> Iterable[tuple[str, float]]:
    """The seconds of the tokenizer and of each component, one after the other over all texts."""
    docs, spent = _timed(lambda: [nlp.make_doc(text) for text in texts])
    yield "tokenizer", spent
    for name, component in nlp.pipeline:
        docs, spent = _timed(lambda run=component, given=docs: _run(run, given))
        yield name, spent


def _run(component: Callable[[Doc], Doc], docs: list[Doc]) -> list[Doc]:
    if hasattr(component, "pipe"):
        return list(component.pipe(docs, batch_size=BATCH))
    return [component(doc) for doc in docs]


def _timed(run: Callable[[], list[Doc]]) -> tuple[list[Doc], float]:
    start = time.process_time()
    docs = run()
    return docs, time.process_time() - start


if __name__ == "__main__":
    main()
