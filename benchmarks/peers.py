"""What a user would take instead on the same parsed texts: subject-verb-object triples of textacy, or a pattern of spaCy's
DependencyMatcher for each verb. Neither knows entities, relations, denials or who says so: all that can be compared is which
of two names a careful reader connects they connect at all.

textacy does not come with the package: pip install textacy.
"""

import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from annotated import AnnotatedSet
from spacy.language import Language
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc, Token

from kg.evaluate.gold import GoldArticle
from kg.extract.frames import VerbFrame, compile_frame
from kg.model import Extraction
from kg.ontology import load_ontology

VERBS: Final = 200
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_OBJECTS: Final = ("dobj", "dative", "pobj")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NO_CONTENT: Final = frozenset(
    "a an and as at by for from her his in its of on or s that the their this to with".split()
)


class Link(NamedTuple):
    """The words of two things that a text connects."""

    subject: str
    object: str


class Peer(NamedTuple):
    """One way to find them.

    Attributes:
        links: those of a parsed text.
    """

    name: str
    links: Callable[[Doc], Iterable[Link]]


class Compared(NamedTuple):
    """What one of the ways found.

    Attributes:
        connected: of the pairs that the annotation has.
        pairs: that the annotation has.
        right: of its links, how many connect such a pair.
        links: that it gave, each once an article.
    """

    connected: int
    pairs: int
    right: int
    links: int


def peers(nlp: Language, docs: Iterable[Doc]) -> list[Peer]:
    """All that are at hand; patterns for the verbs of these texts."""
    found = [Peer(f"{VERBS} DependencyMatcher patterns", _Patterns(nlp, frame_verbs(docs)[:VERBS]))]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            from textacy.extract.triples import subject_verb_object_triples
        except ImportError:
            return found

    def triples(doc: Doc) -> Iterator[Link]:
        for triple in subject_verb_object_triples(doc):
            yield Link(_words(triple.subject), _words(triple.object))

    return [Peer("textacy's subject-verb-object triples", triples), *found]


class _Patterns:
    """A pattern for each verb: the verb, its subject, and an object of it or of its prepositions."""

    def __init__(self, nlp: Language, verbs: Iterable[str]) -> None:
        self._matcher = DependencyMatcher(nlp.vocab)
        for verb in verbs:
            self._matcher.add(verb, [_pattern(verb)])

    def __call__(self, doc: Doc) -> Iterator[Link]:
        for _, (_, subject, object_) in self._matcher(doc):
            yield Link(_words(_phrase(doc[subject])), _words(_phrase(doc[object_])))


def _pattern(verb: str) -> list[dict[str, Any]]:
    return [
        {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": verb, "POS": "VERB"}},
        {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "subject", "RIGHT_ATTRS": {"DEP": {"IN": _SUBJECTS}}},
        {"LEFT_ID": "verb", "REL_OP": ">>", "RIGHT_ID": "object", "RIGHT_ATTRS": {"DEP": {"IN": _OBJECTS}}},
    ]


def frame_verbs(docs: Iterable[Doc]) -> list[str]:
    """The verbs of the shipped relations, those first that these texts have most often: what an expert would choose."""
    said = Counter(token.lemma_ for doc in docs for token in doc if token.pos_ == "VERB")
    verbs = {
        frame.verb
        for relation in load_ontology().relations.values()
        for text in relation.frames
        for frame in compile_frame(relation.name, text)
        if isinstance(frame, VerbFrame)
    }
    return sorted(verbs, key=lambda verb: (-said[verb], verb))


def _phrase(head: Token) -> list[Token]:
    beside = [child for child in head.children if child.dep_ in ("compound", "amod", "nmod", "poss")]
    return sorted([head, *beside], key=lambda token: token.i)


def _words(tokens: Iterable[Token]) -> str:
    return " ".join(token.text for token in tokens)


def links_of(extraction: Extraction) -> Iterator[Link]:
    """What our claims connect, by the names of the entities."""
    names = {entity.key: entity.name for entity in extraction.entities}
    for claim in extraction.claims:
        yield Link(names[claim.subject], names[claim.object])


def compare(annotated: AnnotatedSet, links: Sequence[Iterable[Link]]) -> Compared:
    """How many pairs of the annotation are connected by these links, a group an article.

    A link connects two annotated entities where each of its ends shares a content word with a name of one; its direction
    and its verb do not count, nor does what a pronoun stands for, unless the words say it.
    """
    connected = pairs = right = given = 0
    for gold, found in zip(annotated.gold, links, strict=True):
        wanted = _pairs(gold)
        hit: set[frozenset[str]] = set()
        for link in set(found):
            ends = [_content(link.subject), _content(link.object)]
            answered = {
                pair
                for pair, (first, second) in wanted.items()
                if (ends[0] & first and ends[1] & second) or (ends[0] & second and ends[1] & first)
            }
            given += 1
            right += bool(answered)
            hit |= answered
        connected += len(hit)
        pairs += len(wanted)
    return Compared(connected, pairs, right, given)


def _pairs(gold: GoldArticle) -> dict[frozenset[str], tuple[set[str], set[str]]]:
    """The pairs of entities that some claim connects, each with the words of both."""
    words = {
        entity.id: set().union(*(_content(name) for name in (entity.name, *entity.mentions)))
        for entity in gold.entities
    }
    return {
        frozenset((claim.subject, claim.object)): (words[claim.subject], words[claim.object])
        for claim in gold.claims
    }


def _content(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)} - _NO_CONTENT
