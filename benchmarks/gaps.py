"""Which words the trained reader keeps taking for a relation where no frame of the grammar has them.

Reached by `python benchmarks/quality.py --gaps [FILE ...]`. Without files it reads the articles and passages whose errors
may be read: those it has learned from, so that it lists what their annotations have taught it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotated import BUILDING, PASSAGES, TRAINING, annotated_set
from spacy.tokens import Doc

from kg.extract.annotations import Candidate
from kg.extract.claims import ClaimFinder
from kg.extract.pipeline import Extractor
from kg.extract.reader import Reader, shipped_network
from kg.extract.reader.paths import word_of
from kg.extract.reader.roles import Roles
from kg.extract.tree import read
from kg.model import Article
from kg.read import read_inputs

LEAST_LIKELY = 0.5
LEAST_OFTEN = 2


class Gap(NamedTuple):
    """A word that carries a relation, and the roles that its ends have there ("-" for none)."""

    relation: str
    word: str
    subject: str
    object: str


def readable() -> list[Article]:
    """The articles and passages whose errors may be read."""
    return [article for name in (BUILDING, TRAINING, PASSAGES) for article in annotated_set(name).articles]


def gaps(articles: Iterable[Article]) -> Iterator[str]:
    """The lines of a table of Markdown, the most frequent first."""
    extractor = Extractor()
    finder = extractor.nlp.get_pipe("kg_claims")
    reader = Reader(shipped_network(), finder.frames, finder.relations)
    counts, examples = Counter[Gap](), defaultdict[Gap, list[str]](list)
    for doc in extractor.documents(articles):
        for gap, sentence in _in(doc, finder, reader):
            counts[gap] += 1
            examples[gap].append(sentence)
    yield "| relation | word | subject | object | found | for example |"
    yield "|---|---|---|---|---|---|"
    for gap, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        if count >= LEAST_OFTEN:
            yield f"| {' | '.join(gap)} | {count} | {min(examples[gap], key=len)} |"


def _in(source: Doc, finder: ClaimFinder, reader: Reader) -> Iterator[tuple[Gap, str]]:
    doc = read(source)
    roles = Roles(doc, reader.pairs.cues)
    told = [candidate for candidate, _ in finder.presented(source)]
    for candidate in reader.read(doc, told, lambda _: True).candidates:
        if candidate.confidence >= LEAST_LIKELY:
            trigger = doc[candidate.trigger]
            held = roles.of(trigger.sent).get(trigger.i, {})
            subject, other = (_roles(held.get(end, ())) for end in _ends(candidate))
            yield (
                Gap(candidate.relation, word_of(trigger), subject, other),
                " ".join(trigger.sent.text.split()),
            )


def _ends(candidate: Candidate) -> tuple[int, int]:
    return candidate.subject, candidate.object


def _roles(names: Iterable[str]) -> str:
    return "+".join(names) or "-"


def of_files(names: Iterable[str]) -> Iterator[Article]:
    """The articles of some files.

    Raises:
        SkippedInput: one cannot be read.
    """
    for item in read_inputs(list(names)):
        if not isinstance(item, Article):
            raise item
        yield item
