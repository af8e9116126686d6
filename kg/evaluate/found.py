"""What was extracted, in the shape in which it is compared: from extractions in memory, RDF files, or a store."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import UsageError
from kg.model import EntityType, Extraction, Modality, Polarity, Span

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
_TEXT_REF = "http://www.w3.org/2005/11/its/rdf#taIdentRef"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABELS = (f"{_SKOS}prefLabel", f"{_SKOS}altLabel", "http://www.w3.org/2000/01/rdf-schema#label")
_DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_OWN_PROPERTIES = ("polarity", "modality", "attributedTo", "date", "evidence", "frame", "confidence")
_PROPERTIES = frozenset(
    (
        *(f"{_RDF}{name}" for name in ("type", "subject", "predicate", "object")),
        *(f"{_NIF}{name}" for name in ("beginIndex", "endIndex", "anchorOf")),
        *_LABELS,
        _TEXT_REF,
        _DERIVED,
        _IDENTIFIER,
    )
)


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """One extracted claim; the ends and the holder are entity keys or IRIs."""

    subject: str
    relation: str
    object: str
    evidence: tuple[Span, ...]
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    holder: str | None = None
    frame: str = ""
    confidence: float = 1.0
    date: str | None = None

    @property
    def begin(self) -> int:
        """Where its first evidence begins."""
        return min((span.begin for span in self.evidence), default=0)


@dataclass(frozen=True)
class Found:
    """What was extracted from one article.

    Attributes:
        surfaces: for each entity that is mentioned, the words that mention it; both in the order of the text.
        labels: names of entities, for those that no mention names.
        types: of all entities whose type is known.
    """

    surfaces: Mapping[str, Sequence[str]] = field(default_factory=dict)
    claims: tuple[FoundClaim, ...] = ()
    labels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    types: Mapping[str, EntityType] = field(default_factory=dict)


def from_extractions(extractions: Iterable[Extraction]) -> dict[str, Found]:
    """By article identifier. Articles in which nothing was found are left out."""
    return {e.article.identifier: _of(e) for e in extractions if e.mentions or e.claims}


def _of(extraction: Extraction) -> Found:
    mentions = ((m.span.begin, m.span.end, m.entity, m.text) for m in extraction.mentions)
    claims = (
        FoundClaim(
            c.subject,
            c.relation,
            c.object,
            (c.evidence,),
            c.polarity,
            c.modality,
            c.holder,
            c.frame,
            c.confidence,
            c.date,
        )
        for c in extraction.claims
    )
    return Found(
        _in_text_order(mentions),
        tuple(claims),
        {entity.key: (entity.name,) for entity in extraction.entities},
        {entity.key: entity.type for entity in extraction.entities},
    )


def _in_text_order(mentions: Iterable[tuple[int, int, str, str]]) -> dict[str, list[str]]:
    surfaces: dict[str, list[str]] = {}
    for _, _, entity, text in sorted(mentions):
        surfaces.setdefault(entity, []).append(text)
    return surfaces


def sure(found: Mapping[str, Found], least: float) -> dict[str, Found]:
    """The same without the claims that are less sure than `least`."""
    return {
        identifier: replace(each, claims=tuple(c for c in each.claims if c.confidence >= least))
        for identifier, each in found.items()
    }


def from_graph(paths: Iterable[Path]) -> dict[str, Found]:
    """What RDF files of the graph contract say, by article identifier.

    Raises:
        UsageError: a file cannot be read, is not RDF, or its name does not tell the format.
    """
    store = ox.Store()
    for path in paths:
        try:
            store.load(path=str(path), lenient=True)
        except (OSError, SyntaxError, ValueError) as error:
            raise UsageError(
                f"{path}: cannot be read as RDF ({error}); give .ttl .trig .nt .nq .rdf .jsonld"
            ) from error
    return from_store(store)


def from_store(store: ox.Store) -> dict[str, Found]:
    """What a store of the graph contract says, by article identifier; all its graphs count as one.

    Classes and properties of ours are known by their local names, so that another namespace for them is as good.
    """
    return _Graph(store).articles()


def local_name(iri: str) -> str:
    """What stands after the last "#" or "/".

    >>> local_name("https://example.org/ontology#metWith")
    'metWith'
    """
    return re.split("[#/]", iri)[-1]


class _Graph:
    """The few statements of a store that count here, indexed for lookup."""

    def __init__(self, store: ox.Store) -> None:
        self._instances: dict[str, list[str]] = defaultdict(list)
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        for subject, predicate, value in sorted(
            {_strings(quad) for quad in store if _counts(quad.predicate.value)}
        ):
            if predicate == f"{_RDF}type":
                self._instances[local_name(value)].append(subject)
            else:
                self._values[subject, predicate].append(value)
                if (name := local_name(predicate)) in _OWN_PROPERTIES:
                    self._values[subject, name].append(value)

    def articles(self) -> dict[str, Found]:
        identifiers = {
            article: name
            for article in self._instances["Article"]
            for name in self._values[article, _IDENTIFIER]
        }
        mentions: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        for mention in self._instances["Mention"]:
            for article in self._values[mention, _DERIVED]:
                if article in identifiers:
                    mentions[identifiers[article]] += self._mention(mention)
        claims: dict[str, list[FoundClaim]] = defaultdict(list)
        for node in self._instances["Claim"]:
            for article in self._values[node, _DERIVED]:
                if article in identifiers and (claim := self._claim(node)):
                    claims[identifiers[article]].append(claim)
        types, labels = self._types(), self._labels()
        return {
            name: Found(_in_text_order(mentions[name]), tuple(claims[name]), labels, types)
            for name in sorted(mentions.keys() | claims.keys())
        }

    def _types(self) -> dict[str, EntityType]:
        # where several articles disagree, the first type of the enumeration counts
        return {entity: kind for kind in reversed(EntityType) for entity in self._instances[kind.value]}

    def _labels(self) -> dict[str, list[str]]:
        entities = [entity for kind in EntityType for entity in self._instances[kind.value]]
        return {entity: [name for p in _LABELS for name in self._values[entity, p]] for entity in entities}

    def _mention(self, node: str) -> list[tuple[int, int, str, str]]:
        span = self._span(node)
        begin, end = (span.begin, span.end) if span else (0, 0)
        return [
            (begin, end, entity, text)
            for entity in self._values[node, _TEXT_REF]
            for text in self._values[node, f"{_NIF}anchorOf"]
        ]

    def _claim(self, node: str) -> FoundClaim | None:
        subject, relation, object_ = (
            self._one(node, f"{_RDF}{end}") for end in ("subject", "predicate", "object")
        )
        if subject is None or relation is None or object_ is None:
            return None
        return FoundClaim(
            subject,
            local_name(relation),
            object_,
            tuple(span for s in self._values[node, "evidence"] if (span := self._span(s))),
            Polarity.NEGATED
            if local_name(self._one(node, "polarity") or "") == "Negated"
            else Polarity.AFFIRMED,
            Modality.POSSIBLE
            if local_name(self._one(node, "modality") or "") == "Possible"
            else Modality.ACTUAL,
            self._one(node, "attributedTo"),
            self._one(node, "frame") or "",
            float(self._one(node, "confidence") or 1),
            self._one(node, "date"),
        )

    def _span(self, node: str) -> Span | None:
        begin, end = self._one(node, f"{_NIF}beginIndex"), self._one(node, f"{_NIF}endIndex")
        if begin is None or end is None or not 0 <= int(begin) < int(end):
            return None
        return Span(int(begin), int(end))

    def _one(self, node: str, predicate: str) -> str | None:
        return next(iter(self._values[node, predicate]), None)


@cache
def _counts(predicate: str) -> bool:
    return predicate in _PROPERTIES or local_name(predicate) in _OWN_PROPERTIES


def _strings(quad: ox.Quad) -> tuple[str, str, str]:
    return _string(quad.subject), quad.predicate.value, _string(quad.object)


def _string(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)
