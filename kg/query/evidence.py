"""What stands behind an answer: for claims and facts, the sentences that say so, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.graph import short_id
from kg.query.labels import WORDS
from kg.query.source import KG, PROLOGUE, Source, batches, value


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim, as one article makes it.

    Attributes:
        sentence: as it stands in the article; "" where the store holds no text.
        begin, end: half-open offsets of the sentence into the article's text.
        article: identifier.
        holder: who claims it, "unnamed source", or None for the article's own voice.
        copy_of: identifier of the article that the sentence is copied from, or that this one as a whole copies.
        reported_by: the outer holder, where one source quotes another.
        polarity: "affirmed" or "denied".
        modality: "actual" or "possible".
        holder_stance: "asserts", "denies" or "alleges"; None without a holder.
        date, date_origin: of what is claimed, never of the article.
        starts, ends: since when and until when it holds, where the article says that.
    """

    claim: str
    subject: str
    relation: str
    object: str
    sentence: str
    begin: int
    end: int
    article: str
    title: str | None
    outlet: str | None
    published: str | None
    copy_of: str | None
    holder: str | None
    reported_by: str | None
    polarity: str
    modality: str
    holder_stance: str | None
    date: str | None
    date_origin: str | None
    confidence: float
    starts: str | None = None
    ends: str | None = None

    @property
    def short_id(self) -> str:
        """What one types to name the claim."""
        return short_id(self.claim)

    @property
    def place(self) -> str:
        """Article and offsets, as one writes them down."""
        return f"{self.article}:{self.begin}–{self.end}"

    @property
    def kind(self) -> str:
        """What keeps it from being a fact: "denied", "possible", "alleged"; "" where nothing does."""
        alleged = ["alleged"] if self.holder_stance == "alleges" else []
        return ", ".join([*self._caveats, *alleged])

    @property
    def when(self) -> str:
        """Of what is claimed, in words: "2020-03", "since 2013", "2010–2014", "until 2015"; "" where no date is known."""
        return in_words(self.date, self.starts, self.ends)

    @property
    def stance(self) -> str:
        """The same with who says so: "denied by …", "alleged by …", "according to …"; "" where it is plainly so."""
        by_holder = _BY_HOLDER.get(self.holder_stance or "", "according to") if self.holder else None
        words = [word for word in self._caveats if (word, by_holder) != ("denied", "denied by")]
        if by_holder:
            words.append(f"{by_holder} {self.holder}")
        if self.reported_by and self.reported_by != self.holder:
            words.append(f"reported by {self.reported_by}")
        return ", ".join(words)

    @property
    def _caveats(self) -> list[str]:
        return [word for word in (self.polarity, self.modality) if word in ("denied", "possible")]


_BY_HOLDER: Final = {"denies": "denied by", "alleges": "alleged by"}
"""How a claim is said to be its holder's, where he does more than assert it."""


def in_words(date: str | None, starts: str | None, ends: str | None) -> str:
    """A date, or an interval; the interval wins.

    >>> in_words("2010", "2010", "2014"), in_words("2013", "2013", None), in_words("2020-03", None, None)
    ('2010–2014', 'since 2013', '2020-03')
    """
    if starts and ends:
        return f"{starts}–{ends}" if len(starts) == len(ends) == len("2010") else f"{starts} – {ends}"
    if starts:
        return f"since {starts}"
    return f"until {ends}" if ends else date or ""


_COLUMNS: Final = (
    "?claim ?subjectName ?relation ?objectName ?sentence ?begin ?end ?identifier ?title ?outlet ?published ?original "
    "?holder ?holderName ?holderStance ?reporterName ?polarity ?modality ?date ?origin ?starts ?ends ?confidence"
)


def evidence(source: Source, nodes: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
    """For each IRI that is a claim or a fact: its claims, those against it last, by date and place of the article."""
    found: dict[str, list[tuple[bool, Evidence]]] = {}
    wanted = sorted(set(nodes))
    claims: dict[str, list[tuple[str, bool]]] = {}
    for block in batches(wanted):
        query = f"""{PROLOGUE}SELECT DISTINCT ?node ?claim ?side WHERE {{
          VALUES ?node {{ {block} }}
          {{ ?node a kg:Claim BIND(?node AS ?claim) BIND("for" AS ?side) }}
          UNION {{ ?node kg:supportedBy ?claim BIND("for" AS ?side) }}
          UNION {{ ?node kg:disputedBy ?claim BIND("against" AS ?side) }}
        }}"""
        for node, claim, side in source.select(query):
            claims.setdefault(value(claim), []).append((value(node), value(side) == "against"))
    read = _claims(source, sorted(claims))
    for claim_iri, uses in claims.items():
        for node_iri, opposed in uses:
            if claim_iri in read:
                found.setdefault(node_iri, []).append((opposed, read[claim_iri]))
    return {
        node: tuple(item for _, item in sorted(items, key=lambda pair: (pair[0], _order(pair[1]))))
        for node, items in sorted(found.items())
    }


def _claims(source: Source, claims: list[str]) -> dict[str, Evidence]:
    read: dict[str, Evidence] = {}
    for block in batches(claims):
        query = f"""{PROLOGUE}SELECT {_COLUMNS} WHERE {{
          VALUES ?claim {{ {block} }}
          ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
            kg:polarity ?polarity ; kg:modality ?modality ; kg:evidence ?place ; prov:wasDerivedFrom ?article .
          ?place nif:beginIndex ?begin ; nif:endIndex ?end .
          ?article dcterms:identifier ?identifier .
          OPTIONAL {{ ?place nif:anchorOf ?sentence }}
          OPTIONAL {{ ?subject skos:prefLabel ?subjectLabel }}
          OPTIONAL {{ ?object skos:prefLabel ?objectLabel }}
          OPTIONAL {{ ?predicate rdfs:label ?relationLabel }}
          OPTIONAL {{ ?article dcterms:title ?title }}
          OPTIONAL {{ ?article dcterms:publisher ?outlet }}
          OPTIONAL {{ ?article dcterms:issued ?published }}
          OPTIONAL {{ ?place kg:copiedFrom/nif:referenceContext/dcterms:identifier ?copied }}
          OPTIONAL {{ ?article kg:duplicateOf/dcterms:identifier ?whole }}
          BIND(COALESCE(?copied, ?whole) AS ?original)
          OPTIONAL {{ ?claim kg:attributedTo ?holder OPTIONAL {{ ?holder skos:prefLabel ?holderName }} }}
          OPTIONAL {{ ?claim kg:holderStance ?holderStance }}
          OPTIONAL {{ ?claim kg:reportedBy ?reporter . ?reporter skos:prefLabel ?reporterName }}
          OPTIONAL {{ ?claim kg:date ?date }}
          OPTIONAL {{ ?claim kg:dateOrigin ?origin }}
          OPTIONAL {{ ?claim kg:startDate ?starts }}
          OPTIONAL {{ ?claim kg:endDate ?ends }}
          OPTIONAL {{ ?claim kg:confidence ?confidence }}
          BIND(COALESCE(?subjectLabel, STR(?subject)) AS ?subjectName)
          BIND(COALESCE(?objectLabel, STR(?object)) AS ?objectName)
          BIND(COALESCE(?relationLabel, STRAFTER(STR(?predicate), "#")) AS ?relation)
        }} ORDER BY ?claim"""
        answer = source.select(query)
        for row in answer:
            given = {name: value(term) for name, term in zip(answer.variables, row, strict=True)}
            read.setdefault(given["claim"], _evidence(given))
    return read


def _evidence(given: dict[str, str]) -> Evidence:
    return Evidence(
        claim=given["claim"],
        subject=given["subjectName"],
        relation=given["relation"],
        object=given["objectName"],
        sentence=given["sentence"],
        begin=int(given["begin"]),
        end=int(given["end"]),
        article=given["identifier"],
        title=given["title"] or None,
        outlet=given["outlet"] or None,
        published=given["published"] or None,
        copy_of=given["original"] or None,
        holder=given["holderName"] or _word(given["holder"]) or None,
        reported_by=given["reporterName"] or None,
        polarity=_word(given["polarity"]),
        modality=_word(given["modality"]),
        holder_stance=_word(given["holderStance"]) or None,
        date=given["date"] or None,
        date_origin=_word(given["origin"]) or None,
        confidence=float(given["confidence"] or 1),
        starts=given["starts"] or None,
        ends=given["ends"] or None,
    )


def _word(iri: str) -> str:
    return WORDS.get(iri, iri.removeprefix(KG))


def _order(item: Evidence) -> tuple[object, ...]:
    return (item.published or "9999", item.article, item.begin, item.end, item.claim)
