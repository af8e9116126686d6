"""Proves that the words of every mention, sentence and trigger stand in the stored text where the graph says."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import Names, terms
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that is not as the graph says.

    Attributes:
        article: its identifier.
        node: the IRI of the stretch, or of the article.
        why: what the graph says, and what stands in the text.
    """

    article: str
    node: str
    why: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Of one article or, added up, of a store: what was compared, and what failed."""

    articles: int = 0
    sentences: int = 0
    mentions: int = 0
    triggers: int = 0
    failures: tuple[Failure, ...] = ()

    @property
    def stretches(self) -> int:
        """How many stretches of text were compared, those that are two things at once counted as two."""
        return self.sentences + self.mentions + self.triggers

    def __add__(self, other: "Verification") -> "Verification":
        return Verification(
            self.articles + other.articles,
            self.sentences + other.sentences,
            self.mentions + other.mentions,
            self.triggers + other.triggers,
            self.failures + other.failures,
        )


def verify(store: Store, names: Names | None = None) -> Iterator[Verification]:
    """Each article of a store, in the order of their IRIs; add them up with `sum(..., Verification())`."""
    names = names or Names()
    for graph in store.graphs():
        if names.is_article(graph.value):
            yield verify_article(graph, store.quads(graph), names)


def verify_article(graph: NamedNode, quads: Iterable[Quad], names: Names) -> Verification:
    """One article's graph against its own text."""
    identifier = names.identifier(graph.value) or graph.value
    nodes: defaultdict[str, defaultdict[NamedNode, list[str]]] = defaultdict(lambda: defaultdict(list))
    cited: dict[NamedNode, set[str]] = {terms.TRIGGER: set(), terms.EVIDENCE: set()}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            nodes[quad.subject.value][quad.predicate].append(quad.object.value)
            if quad.predicate in cited:
                cited[quad.predicate].add(quad.object.value)
    texts = nodes[graph.value][terms.IS_STRING]
    if len(texts) != 1:
        why = f"the graph holds {len(texts)} texts of this article instead of one"
        return Verification(articles=1, failures=(Failure(identifier, graph.value, why),))
    failures = list(_text_failures(identifier, graph.value, texts[0], nodes[graph.value][terms.SHA256]))
    sentences = mentions = 0
    for node in sorted({*nodes, *cited[terms.TRIGGER], *cited[terms.EVIDENCE]}):
        types = nodes[node][terms.TYPE]
        is_sentence, is_mention = terms.SENTENCE.value in types, terms.MENTION.value in types
        sentences += is_sentence
        mentions += is_mention
        is_cited = any(node in iris for iris in cited.values())
        if (is_sentence or is_mention or is_cited) and (
            why := _fault(node, graph.value, nodes[node], texts[0])
        ):
            failures.append(Failure(identifier, node, why))
    return Verification(1, sentences, mentions, len(cited[terms.TRIGGER]), tuple(failures))


def _text_failures(identifier: str, node: str, text: str, hashes: list[str]) -> Iterator[Failure]:
    found = hashlib.sha256(text.encode("utf-8")).hexdigest()
    if hashes != [found]:
        yield Failure(
            identifier, node, f"the text's hash is {found}, the graph says {', '.join(hashes) or 'none'}"
        )


def _fault(node: str, graph: str, properties: defaultdict[NamedNode, list[str]], text: str) -> str:
    """What is wrong with a stretch, or an empty string."""
    begins, ends, anchors = (
        properties[predicate] for predicate in (terms.BEGIN_INDEX, terms.END_INDEX, terms.ANCHOR_OF)
    )
    if len(begins) != 1 or len(ends) != 1 or len(anchors) != 1:
        return f"it has {len(begins)} begins, {len(ends)} ends and {len(anchors)} texts instead of one each"
    if not (begins[0].isdecimal() and ends[0].isdecimal()):
        return f"its offsets {begins[0]!r} and {ends[0]!r} are no numbers"
    begin, end = int(begins[0]), int(ends[0])
    if node != f"{graph}#char={begin},{end}":
        return f"its IRI does not say {begin},{end} of this article"
    if not 0 <= begin < end <= len(text):
        return f"{begin}-{end} lies outside the text of {len(text)} characters"
    if text[begin:end] != anchors[0]:
        return f"the graph says {anchors[0]!r}, the text has {text[begin:end]!r} at {begin}-{end}"
    return ""
