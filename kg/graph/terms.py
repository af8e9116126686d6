"""The terms that the graph is written with: one constant for each class and property, and literals."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph import names as ns

TYPE: Final = NamedNode(f"{ns.RDF}type")
SUBJECT: Final = NamedNode(f"{ns.RDF}subject")
PREDICATE: Final = NamedNode(f"{ns.RDF}predicate")
OBJECT: Final = NamedNode(f"{ns.RDF}object")
REIFIES: Final = NamedNode(f"{ns.RDF}reifies")

ARTICLE: Final = NamedNode(f"{ns.KG}Article")
CLAIM: Final = NamedNode(f"{ns.KG}Claim")
COLLAPSED_CLAIM: Final = NamedNode(f"{ns.KG}CollapsedClaim")
FACT: Final = NamedNode(f"{ns.KG}Fact")
DISPUTE: Final = NamedNode(f"{ns.KG}Dispute")
SUPPORTED_BY: Final = NamedNode(f"{ns.KG}supportedBy")
ALLEGED_BY: Final = NamedNode(f"{ns.KG}allegedBy")
DISPUTED_BY: Final = NamedNode(f"{ns.KG}disputedBy")
INDEPENDENT_SOURCES: Final = NamedNode(f"{ns.KG}independentSources")
MENTION: Final = NamedNode(f"{ns.KG}Mention")
READING: Final = NamedNode(f"{ns.KG}Reading")
READING_OF: Final = NamedNode(f"{ns.KG}readingOf")
READ_AS: Final = NamedNode(f"{ns.KG}readAs")
READ_IDENTITY: Final = NamedNode(f"{ns.KG}readIdentity")
READ_ROLE: Final = NamedNode(f"{ns.KG}readRole")
NAMED: Final = NamedNode(f"{ns.KG}named")
OF_READING: Final = NamedNode(f"{ns.KG}reading")
SUBJECT_READING: Final = NamedNode(f"{ns.KG}subjectReading")
OBJECT_READING: Final = NamedNode(f"{ns.KG}objectReading")
HOLDER_READING: Final = NamedNode(f"{ns.KG}holderReading")
REPORTER_READING: Final = NamedNode(f"{ns.KG}reporterReading")
MENTION_KIND: Final = NamedNode(f"{ns.KG}mentionKind")
NAME_KEY: Final = NamedNode(f"{ns.KG}nameKey")
SHA256: Final = NamedNode(f"{ns.KG}sha256")
FINGERPRINT: Final = NamedNode(f"{ns.KG}fingerprint")
SUMMARY: Final = NamedNode(f"{ns.KG}summary")
COPY_OF: Final = NamedNode(f"{ns.KG}copyOf")
DUPLICATE_OF: Final = NamedNode(f"{ns.KG}duplicateOf")
COPIED_FROM: Final = NamedNode(f"{ns.KG}copiedFrom")
COMPARISON: Final = NamedNode(f"{ns.KG}comparison")
POLARITY: Final = NamedNode(f"{ns.KG}polarity")
MODALITY: Final = NamedNode(f"{ns.KG}modality")
AFFIRMED: Final = NamedNode(f"{ns.KG}Affirmed")
ACTUAL: Final = NamedNode(f"{ns.KG}Actual")
ATTRIBUTED_TO: Final = NamedNode(f"{ns.KG}attributedTo")
REPORTED_BY: Final = NamedNode(f"{ns.KG}reportedBy")
HOLDER_STANCE: Final = NamedNode(f"{ns.KG}holderStance")
DATE: Final = NamedNode(f"{ns.KG}date")
START_DATE: Final = NamedNode(f"{ns.KG}startDate")
END_DATE: Final = NamedNode(f"{ns.KG}endDate")
DATE_ORIGIN: Final = NamedNode(f"{ns.KG}dateOrigin")
CONFIDENCE: Final = NamedNode(f"{ns.KG}confidence")
TRIGGER: Final = NamedNode(f"{ns.KG}trigger")
FRAME: Final = NamedNode(f"{ns.KG}frame")
EVIDENCE: Final = NamedNode(f"{ns.KG}evidence")
UNSETTLED: Final = NamedNode(f"{ns.KG}Unsettled")
JUDGEMENT: Final = NamedNode(f"{ns.KG}Judgement")
JUDGES: Final = NamedNode(f"{ns.KG}judges")
VERDICT: Final = NamedNode(f"{ns.KG}verdict")
COMPARED_WITH: Final = NamedNode(f"{ns.KG}comparedWith")
CORRECT_CLASS: Final = NamedNode(f"{ns.KG}correctClass")
JUDGED_NAME: Final = NamedNode(f"{ns.KG}judgedName")
COMPARED_NAME: Final = NamedNode(f"{ns.KG}comparedName")
SAID_ARTICLE: Final = NamedNode(f"{ns.KG}saidArticle")
SAID_SUBJECT: Final = NamedNode(f"{ns.KG}saidSubject")
SAID_RELATION: Final = NamedNode(f"{ns.KG}saidRelation")
SAID_OBJECT: Final = NamedNode(f"{ns.KG}saidObject")
SAID_POLARITY: Final = NamedNode(f"{ns.KG}saidPolarity")
SAID_MODALITY: Final = NamedNode(f"{ns.KG}saidModality")
SAID_SENTENCE: Final = NamedNode(f"{ns.KG}saidSentence")
LINK: Final = NamedNode(f"{ns.KG}Link")
LINKS: Final = NamedNode(f"{ns.KG}links")
LINK_RESULT: Final = NamedNode(f"{ns.KG}linkResult")
LINKED_TO: Final = NamedNode(f"{ns.KG}linkedTo")
LINK_CANDIDATE: Final = NamedNode(f"{ns.KG}linkCandidate")
LINK_REASON: Final = NamedNode(f"{ns.KG}linkReason")
SOFTWARE_VERSION: Final = NamedNode(f"{ns.KG}softwareVersion")
MODEL: Final = NamedNode(f"{ns.KG}model")
ONTOLOGY_HASH: Final = NamedNode(f"{ns.KG}ontologyHash")

CONTEXT: Final = NamedNode(f"{ns.NIF}Context")
SENTENCE: Final = NamedNode(f"{ns.NIF}Sentence")
PHRASE: Final = NamedNode(f"{ns.NIF}Phrase")
RFC5147: Final = NamedNode(f"{ns.NIF}RFC5147String")
IS_STRING: Final = NamedNode(f"{ns.NIF}isString")
ANCHOR_OF: Final = NamedNode(f"{ns.NIF}anchorOf")
BEGIN_INDEX: Final = NamedNode(f"{ns.NIF}beginIndex")
END_INDEX: Final = NamedNode(f"{ns.NIF}endIndex")
REFERENCE_CONTEXT: Final = NamedNode(f"{ns.NIF}referenceContext")
TA_IDENT_REF: Final = NamedNode(f"{ns.ITSRDF}taIdentRef")
TA_CLASS_REF: Final = NamedNode(f"{ns.ITSRDF}taClassRef")

ACTIVITY: Final = NamedNode(f"{ns.PROV}Activity")
PROV_ENTITY: Final = NamedNode(f"{ns.PROV}Entity")
WAS_DERIVED_FROM: Final = NamedNode(f"{ns.PROV}wasDerivedFrom")
GENERATED_AT: Final = NamedNode(f"{ns.PROV}generatedAtTime")
WAS_GENERATED_BY: Final = NamedNode(f"{ns.PROV}wasGeneratedBy")
IDENTIFIER: Final = NamedNode(f"{ns.DCTERMS}identifier")
TITLE: Final = NamedNode(f"{ns.DCTERMS}title")
ISSUED: Final = NamedNode(f"{ns.DCTERMS}issued")
DCTERMS_DATE: Final = NamedNode(f"{ns.DCTERMS}date")
PUBLISHER: Final = NamedNode(f"{ns.DCTERMS}publisher")
CREATOR: Final = NamedNode(f"{ns.DCTERMS}creator")
SOURCE: Final = NamedNode(f"{ns.DCTERMS}source")
COMMENT: Final = NamedNode(f"{ns.RDFS}comment")
PREF_LABEL: Final = NamedNode(f"{ns.SKOS}prefLabel")
ALT_LABEL: Final = NamedNode(f"{ns.SKOS}altLabel")
SAME_AS: Final = NamedNode(f"{ns.OWL}sameAs")

_INTEGER: Final = NamedNode(f"{ns.XSD}integer")
_BOOLEAN: Final = NamedNode(f"{ns.XSD}boolean")
_DECIMAL: Final = NamedNode(f"{ns.XSD}decimal")
_BASE64: Final = NamedNode(f"{ns.XSD}base64Binary")
_DATES: Final = (
    (re.compile(r"\d{4}"), "-01-01", NamedNode(f"{ns.XSD}gYear")),
    (re.compile(r"\d{4}-\d\d"), "-01", NamedNode(f"{ns.XSD}gYearMonth")),
    (re.compile(r"\d{4}-\d\d-\d\d"), "", NamedNode(f"{ns.XSD}date")),
)
_DATE_TIME: Final = NamedNode(f"{ns.XSD}dateTime")


def kg(name: str) -> NamedNode:
    """A class, relation or value of the ontology by its local name."""
    return NamedNode(ns.KG + name)


def integer(value: int) -> Literal:
    """A count or an offset."""
    return Literal(str(value), datatype=_INTEGER)


def boolean(value: bool) -> Literal:
    """A yes or no."""
    return Literal("true" if value else "false", datatype=_BOOLEAN)


def decimal(value: float) -> Literal:
    """A confidence, to three places, in the form in which a store gives it back ("0.91", "1").

    >>> [decimal(value).value for value in (0.9100001, 1.0, 0.0)]
    ['0.91', '1', '0']
    """
    places = f"{Decimal(str(value)):.3f}".rstrip("0").rstrip(".")
    return Literal(places, datatype=_DECIMAL)


def base64(value: str) -> Literal:
    """Bytes that are written in base64."""
    return Literal(value, datatype=_BASE64)


def moment(value: str) -> Literal | None:
    """A date with the precision that is known, or None where it is no date of the calendar.

    >>> str(moment("2020-03"))
    '"2020-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    >>> moment("2020-02-30") is None
    True
    """
    try:
        for shape, rest, datatype in _DATES:
            if shape.fullmatch(value):
                date.fromisoformat(value + rest)
                return Literal(value, datatype=datatype)
        if "T" in value:
            return Literal(datetime.fromisoformat(value).isoformat(), datatype=_DATE_TIME)
    except ValueError:
        pass
    return None


def value(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    """The characters of an IRI or literal; "" for nothing and for other terms."""
    return term.value if isinstance(term, NamedNode | Literal) else ""
