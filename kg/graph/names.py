"""Every IRI: the namespaces, and those of articles, stretches of text, entities, claims and graphs."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote_from_bytes, unquote_to_bytes

from pyoxigraph import NamedNode

from kg.errors import SkippedInput, UsageError
from kg.model import Claim, Entity, Span
from kg.settings import DEFAULT_BASE

KG: Final = "https://w3id.org/kg-populator/ontology#"
DATA: Final = DEFAULT_BASE
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
NIF: Final = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ITSRDF: Final = "http://www.w3.org/2005/11/its/rdf#"
PROV: Final = "http://www.w3.org/ns/prov#"
DCTERMS: Final = "http://purl.org/dc/terms/"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
WD: Final = "http://www.wikidata.org/entity/"

PREFIXES: Final[dict[str, str]] = {
    "dcterms": DCTERMS,
    "itsrdf": ITSRDF,
    "kg": KG,
    "nif": NIF,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "skos": SKOS,
    "wd": WD,
    "xsd": XSD,
}
"""The prefixes of the graph contract, without the data's own."""


@dataclass(frozen=True, slots=True)
class Names:
    """Mints the data's IRIs under one base.

    Attributes:
        base: an absolute IRI that ends in "/"; stretches of text are fragments, so that it can have none itself.

    Raises:
        UsageError: the base is none.
    """

    base: str = DATA

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`#]*/", self.base):
            raise UsageError(
                f'the base of the data must be an absolute IRI that ends in "/", not {self.base!r}'
            )

    @property
    def prefixes(self) -> dict[str, str]:
        """`PREFIXES` with those of the data: `article:`, `claim:`, `ent:`, `fact:`, and `data:` for all else."""
        return dict(
            sorted(
                {
                    **PREFIXES,
                    "data": self.base,
                    "article": f"{self.base}article/",
                    "fact": f"{self.base}fact/",
                    "ent": f"{self.base}entity/",
                    "claim": f"{self.base}claim/",
                }.items()
            )
        )

    @property
    def entities(self) -> NamedNode:
        """The graph of what is known of entities, from all articles together."""
        return NamedNode(f"{self.base}graph/entities")

    @property
    def facts(self) -> NamedNode:
        """The graph of facts, derived from the claims."""
        return NamedNode(f"{self.base}graph/facts")

    @property
    def copies(self) -> NamedNode:
        """The graph that says which article is a copy of which."""
        return NamedNode(f"{self.base}graph/copies")

    @property
    def judgements(self) -> NamedNode:
        """The graph of what a person decided; nothing but a person's decision writes there."""
        return NamedNode(f"{self.base}graph/judgements")

    @property
    def replayed(self) -> NamedNode:
        """The graph that leads from judgements to what they mean today, where its IRI has changed; derived."""
        return NamedNode(f"{self.base}graph/replayed")

    @property
    def links(self) -> NamedNode:
        """The graph of what entities are in registers outside; only looking there writes it."""
        return NamedNode(f"{self.base}graph/links")

    @property
    def unsettled(self) -> NamedNode:
        """The graph that is there while articles or judgements are being changed, and after that was broken off."""
        return NamedNode(f"{self.base}graph/unsettled")

    @property
    def pushed(self) -> NamedNode:
        """The graph in which a server keeps what was pushed to it; no store of ours has one."""
        return NamedNode(f"{self.base}graph/pushed")

    @property
    def ontology(self) -> NamedNode:
        """The graph of the ontology."""
        return NamedNode(f"{self.base}graph/ontology")

    def article(self, identifier: str) -> NamedNode:
        """An article, and the graph of what was read in it.

        >>> Names().article("a b/ü").value
        'https://w3id.org/kg-populator/data/article/a%20b%2F%C3%BC'
        """
        return NamedNode(f"{self.base}article/{encoded(identifier)}")

    def stretch(self, identifier: str, span: Span) -> NamedNode:
        """A stretch of an article's text, whatever is found there."""
        return NamedNode(f"{self.base}article/{encoded(identifier)}#char={span.begin},{span.end}")

    def reading(self, identifier: str, key: str) -> NamedNode:
        """What one article says of an entity."""
        return NamedNode(f"{self.base}article/{encoded(identifier)}#entity={encoded(key)}")

    def entity(self, entity: Entity, identifier: str) -> NamedNode:
        """An entity: by its key alone, or by article and key where it is local to the article."""
        return self.entity_as_read(identifier, entity.key, local=entity.local)

    def entity_as_read(self, identifier: str, key: str, *, local: bool) -> NamedNode:
        """The entity of a key, as one article alone gives it."""
        if local:
            return NamedNode(f"{self.base}entity/{encoded(identifier)}/{encoded(key)}")
        return self.entity_by_key(key)

    def entity_by_key(self, key: str) -> NamedNode:
        """An entity with a name of its own."""
        return NamedNode(f"{self.base}entity/{encoded(key)}")

    def claim(self, identifier: str, claim: Claim) -> NamedNode:
        """A claim: a hash of what it says and where."""
        said = (
            identifier,
            claim.subject,
            claim.relation,
            claim.object,
            claim.polarity.value,
            claim.modality.value,
            claim.holder or "",
            str(claim.evidence.begin),
            str(claim.evidence.end),
        )
        return NamedNode(f"{self.base}claim/{short_hash(said)}")

    def fact(self, subject: str, relation: str, object_: str) -> NamedNode:
        """A fact or a dispute: a hash of what it says, by IRIs."""
        digest = hashlib.sha256(f"{subject} {relation} {object_}".encode()).hexdigest()
        return NamedNode(f"{self.base}fact/{digest[:20]}")

    def identifier(self, iri: str) -> str | None:
        """The identifier of the article that an IRI names or lies in, or None where it is no such IRI.

        >>> names = Names()
        >>> names.identifier(names.stretch("a b", Span(1, 2)).value)
        'a b'
        """
        rest = iri.removeprefix(f"{self.base}article/")
        if rest == iri:
            return None
        return unquote_to_bytes(rest.partition("#")[0]).decode("utf-8", "surrogateescape")

    def key(self, iri: str) -> str:
        """The `Entity.key` that the IRI of an entity or a reading was minted from; the IRI itself where it is no such IRI.

        >>> names = Names()
        >>> names.key(names.entity_by_key("rosa-marin").value), names.key(names.reading("a", "rosa").value)
        ('rosa-marin', 'rosa')
        """
        if self.is_reading(iri):
            return unquote_to_bytes(iri.rpartition("#entity=")[2]).decode("utf-8")
        rest = iri.removeprefix(f"{self.base}entity/")
        return iri if rest == iri else unquote_to_bytes(rest.rpartition("/")[2]).decode("utf-8")

    def is_article(self, iri: str) -> bool:
        """Whether an IRI names an article, and so the graph of one."""
        return iri.startswith(f"{self.base}article/") and "#" not in iri.removeprefix(self.base)

    def is_reading(self, iri: str) -> bool:
        """Whether an IRI names what one article says of an entity."""
        return iri.startswith(f"{self.base}article/") and "#entity=" in iri

    def is_run(self, iri: str) -> bool:
        """Whether an IRI names a run, and so the graph that describes it."""
        return iri.startswith(f"{self.base}run/")

    def is_local(self, iri: str) -> bool:
        """Whether an IRI names an entity that has no name outside one article."""
        return "/" in iri.removeprefix(f"{self.base}entity/") and iri.startswith(f"{self.base}entity/")


def short_hash(parts: Iterable[str]) -> str:
    """80 bits of the SHA-256 of the parts, in hexadecimal; no two lists of parts share their bytes."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:20]


def short_id(iri: str) -> str:
    """The beginning of the hash that an IRI ends with, long enough to tell a million claims apart, as one types it.

    >>> short_id("https://w3id.org/kg-populator/data/claim/0123456789abcdef0123")
    '0123456789'
    """
    return iri.rpartition("/")[2][:10]


def encoded(part: str) -> str:
    """One step of an IRI's path: all but unreserved ASCII percent-encoded.

    Raises:
        SkippedInput: the name cannot be written in UTF-8.
    """
    try:
        return quote_from_bytes(part.encode("utf-8", "surrogateescape"), safe="")
    except UnicodeEncodeError as error:
        raise SkippedInput(repr(part), "this name cannot be written as UTF-8; rename it") from error
