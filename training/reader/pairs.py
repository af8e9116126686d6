"""Pairs of mentions of a sentence as a learner sees them: what stands in, between and beside them, what is told of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from sys import intern

from spacy import tokens

from kg.evaluate.compare import compare
from kg.evaluate.found import Found
from kg.evaluate.gold import GoldArticle
from kg.extract.tree import Doc, Token, read
from kg.model import Claim, EntityType, MentionKind
from kg.ontology import Relation

MOST_MENTIONS = 24
"""Of a longer list in one sentence the first ones are paired."""
_FAR = 25
"""Between mentions further apart the words are not looked at."""
_BESIDE = 4
_TELLING = frozenset("dobj prt prep attr acomp xcomp pobj nsubj nsubjpass agent oprd compound amod".split())
"""How words hang on the path between two mentions that say what it is about."""


@dataclass(frozen=True, slots=True)
class End:
    """One mention of a pair: tokens from `start` to before `end`, governed by `head`."""

    head: int
    start: int
    end: int
    kind: MentionKind
    type: EntityType
    entity: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions in the order subject, object.

    Attributes:
        fitting: the relations that may hold between ends of their types.
        told: those that the annotation gives them with this sentence as evidence.
        elsewhere: those that it gives them with other evidence alone.
        found: those that the grammar finds here.
    """

    features: frozenset[str]
    fitting: frozenset[str]
    told: frozenset[str]
    elsewhere: frozenset[str]
    found: frozenset[str]


def pairs_of(source: tokens.Doc, gold: GoldArticle, relations: Mapping[str, Relation]) -> Iterator[Pair]:
    """All pairs of mentions of different entities in one sentence that some relation may join."""
    doc = read(source)
    ends = _ends(doc)
    annotated = _Annotated(doc, gold, relations)
    words = _words(doc)
    claims: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in source._.kg_claims:
        span = doc.char_span(claim.trigger.begin, claim.trigger.end)
        if span is not None:
            claims[span.sent.start].append(claim)
    for start, mentioned in sorted(ends.items()):
        for subject, object_ in permutations(mentioned[:MOST_MENTIONS], 2):
            if subject.entity == object_.entity or subject.head == object_.head:
                continue
            fitting = frozenset(name for name, each in relations.items() if _fits(each, subject, object_))
            if fitting:
                told, anywhere = annotated.relations(subject, object_, start)
                found = frozenset(c.relation for c in claims[start] if _joins(c, subject, object_, relations))
                features = frozenset(
                    intern(feature)
                    for feature in (
                        *_types(subject, object_),
                        *_path(doc, subject, object_),
                        *_between(words, subject, object_, mentioned),
                        *_beside(doc, words, subject, object_),
                        *_claimed(claims[start], subject, object_),
                    )
                )
                yield Pair(features, fitting, told & fitting, (anywhere - told) & fitting, found)


def _ends(doc: Doc) -> dict[int, list[End]]:
    """The mentions of each sentence, by where it starts; one for each member of a set."""
    found: defaultdict[int, list[End]] = defaultdict(list)
    entities = doc._.kg_entities
    for mention in doc._.kg_mentions:
        for key in mention.members or (mention.entity,):
            kind = entities[key].type if key in entities else mention.type
            end = End(mention.head, mention.start, mention.end, mention.kind, kind, key)
            found[doc[mention.head].sent.start].append(end)
    return found


class _Annotated:
    """What the annotation of an article says of entities as they were extracted."""

    def __init__(self, doc: Doc, gold: GoldArticle, relations: Mapping[str, Relation]) -> None:
        surfaces: defaultdict[str, list[str]] = defaultdict(list)
        for mention in doc._.kg_mentions:
            for key in mention.members or (mention.entity,):
                surfaces[key].append(doc[mention.start : mention.end].text)
        labels = {key: (entity.name,) for key, entity in doc._.kg_entities.items()}
        self._targets = compare(gold, Found(surfaces, (), labels)).targets
        self._told: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._here: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
        for claim in gold.claims:
            span = doc.char_span(claim.evidence.begin, claim.evidence.end)
            starts = set() if span is None else {token.sent.start for token in span}
            for subject in {claim.subject, *claim.accept_subject}:
                for other in {claim.object, *claim.accept_object}:
                    ways = [(subject, other)]
                    if relations[claim.relation].symmetric:
                        ways.append((other, subject))
                    for way in ways:
                        self._told[way].add(claim.relation)
                        for start in starts:
                            self._here[start, *way].add(claim.relation)

    def relations(self, subject: End, other: End, start: int) -> tuple[frozenset[str], frozenset[str]]:
        """The relations between the two that a sentence is evidence of, and those that any is."""
        first, second = self._targets.get(subject.entity), self._targets.get(other.entity)
        if first is None or second is None:
            return frozenset(), frozenset()
        return frozenset(self._here[start, first, second]), frozenset(self._told[first, second])


def _fits(relation: Relation, subject: End, other: End) -> bool:
    straight = subject.type in relation.domain and other.type in relation.range
    return straight or (
        relation.symmetric and other.type in relation.domain and subject.type in relation.range
    )


def _joins(claim: Claim, subject: End, other: End, relations: Mapping[str, Relation]) -> bool:
    ends, wanted = (claim.subject, claim.object), (subject.entity, other.entity)
    return ends == wanted or (relations[claim.relation].symmetric and ends == wanted[::-1])


def _words(doc: Doc) -> list[str]:
    """The words of a document; names and other mentions by their type alone."""
    found = ["a name" if token.pos_ == "PROPN" else token.lemma_.lower() for token in doc]
    for mention in reversed(doc._.kg_mentions):
        found[mention.start : mention.end] = [f"[{mention.type}]"] * (mention.end - mention.start)
    return found


def _types(subject: End, other: End) -> Iterator[str]:
    yield f"types {subject.type} {other.type}"
    yield f"kinds {subject.kind} {other.kind}"
    yield f"types {subject.type} {other.type} {_order(subject, other)}"


def _order(subject: End, other: End) -> str:
    return "forth" if subject.head < other.head else "back"


def _lemma(token: Token) -> str:
    return "a name" if token.pos_ == "PROPN" else token.lemma_.lower()


def _path(doc: Doc, subject: End, other: End) -> Iterator[str]:
    """What the arcs from one end to the other go through, and what hangs on them."""
    up, top, down = _arcs(doc[subject.head], doc[other.head])
    types, order = f"{subject.type} {other.type}", _order(subject, other)
    if top is None:
        yield "no path"
        return
    shape = ".".join(t.dep_ for t in up) + "|" + ".".join(t.dep_ for t in down)
    lemma = "subject" if not up else "object" if not down else _lemma(top)
    above, below = [_lemma(t) for t in up[1:]], [_lemma(t) for t in down[1:]]
    yield f"path {shape}"
    yield f"path {shape} {lemma}"
    yield f"path {shape} {above} {lemma} {below}"
    yield f"path {above} {lemma} {below}"
    yield f"arcs {min(len(up) + len(down), 9)}"
    yield f"top {lemma}"
    yield f"top {lemma} {order}"
    yield f"top {lemma} {types}"
    for word in {*above, lemma, *below}:
        yield f"on the path {word}"
        yield f"on the path {word} {types} {order}"
    yield from (f"above the subject {word}" for word in above)
    yield from (f"above the object {word}" for word in below)
    for name, arcs in (("subject", up), ("object", down)):
        if arcs:
            yield f"{name} {arcs[0].dep_} of {_lemma(arcs[0].head)}"
    yield f"ends {up[0].dep_ if up else ''} {down[0].dep_ if down else ''}"
    on = {t.i for t in (*up, top, *down)}
    for i in sorted(on - {subject.head, other.head}):
        for child in doc[i].children:
            if child.i not in on and child.dep_ in _TELLING:
                yield f"under the path {child.dep_} {_lemma(child)}"
                yield f"under the path {child.dep_} {_lemma(child)} of {_lemma(doc[i])}"


def _arcs(first: Token, second: Token) -> tuple[list[Token], Token | None, list[Token]]:
    """The tokens from each of two up to, and without, what governs both, and that."""
    above_first, above_second = [first, *first.ancestors], [second, *second.ancestors]
    top = next((token for token in above_first if token in above_second), None)
    if top is None:
        return [], None, []
    return above_first[: above_first.index(top)], top, above_second[: above_second.index(top)]


def _between(words: Sequence[str], subject: End, other: End, mentioned: Sequence[End]) -> Iterator[str]:
    order, types = _order(subject, other), f"{subject.type} {other.type}"
    left, right = sorted((subject, other), key=lambda end: end.head)
    gap = right.start - left.end
    yield f"gap {next((most for most in (-1, 0, 1, 3, 7, 14) if gap <= most), 'more')}"
    yield f"mentions between {min(5, len({m.head for m in mentioned if left.head < m.head < right.head}))}"
    if left.start <= right.head < left.end or right.start <= left.head < right.end:
        yield f"one in the other {order}"
    if gap > _FAR:
        return
    stretch = words[left.end : right.start]
    for word in set(stretch):
        yield f"between {order} {word}"
        yield f"between {order} {word} {types}"
    yield from (f"between {order} {first} {second}" for first, second in pairwise(stretch))
    if len(stretch) <= _BESIDE + 1:
        yield f"all between {order} {stretch}"


def _beside(doc: Doc, words: Sequence[str], subject: End, other: End) -> Iterator[str]:
    """The words around the two, next to each, and in them."""
    order = _order(subject, other)
    left, right = sorted((subject, other), key=lambda end: end.head)
    start, end = doc[left.head].sent.start, doc[left.head].sent.end
    yield from (f"before {order} {word}" for word in words[max(start, left.start - _BESIDE) : left.start])
    yield from (f"after {order} {word}" for word in words[right.end : min(end, right.end + _BESIDE + 1)])
    for name, each in (("subject", subject), ("object", other)):
        yield f"before the {name} {words[each.start - 1] if each.start > start else ''}"
        yield f"after the {name} {words[each.end] if each.end < end else ''}"
        yield from (f"in the {name} {_lemma(token)}" for token in doc[each.start : each.end])


def _claimed(claims: Sequence[Claim], subject: End, other: End) -> Iterator[str]:
    """What the grammar finds in the sentence, and whether it is about the same ends."""
    for claim in claims:
        same = f"{_which(claim.subject, subject, other)} {_which(claim.object, subject, other)}"
        yield f"grammar {same} {claim.relation}"


def _which(entity: str, subject: End, other: End) -> str:
    return "subject" if entity == subject.entity else "object" if entity == other.entity else "another"
