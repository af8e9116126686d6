"""Claims as pages show them: the sentence, where it stands, who says so, and what keeps it from being a fact."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.query.evidence import Evidence, evidence
from kg.query.source import PROLOGUE, batches, value
from kg.serve.served import Served
from kg.serve.views.things import Thing, article_path, things

AFFIRMED: Final = "affirmed"
DENIED: Final = "denied"
POSSIBLE: Final = "possible"
ALLEGED: Final = "alleged"
STANDINGS: Final = (AFFIRMED, ALLEGED, POSSIBLE, DENIED)


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim, as one article makes it.

    Attributes:
        id: what one types to name it.
        standing: one of `STANDINGS`.
        sentence: "" where the store holds no text.
        begin, end: offsets of the sentence into the article's text.
        path: address of the sentence on the page of its article.
        holder: who claims it; None for the article's own voice.
        stance: how it is meant and who says so, in words; "" where it is plainly so.
        when: the date of what is claimed, in words.
        copy_of: the article that the sentence is copied from.
    """

    claim: str
    id: str
    subject: Thing
    relation: str
    object: Thing
    standing: str
    sentence: str
    begin: int
    end: int
    article: Thing
    outlet: str
    published: str
    path: str
    holder: Thing | None
    reported_by: Thing | None
    stance: str
    when: str
    confidence: float
    copy_of: Thing | None


def standing_of(polarity: str, modality: str, stance: str | None) -> str:
    """What a claim says of what it claims, in one word; that it is denied weighs most.

    >>> standing_of("denied", "possible", None), standing_of("affirmed", "actual", "alleges")
    ('denied', 'alleged')
    """
    if polarity == "denied":
        return DENIED
    if modality == "possible":
        return POSSIBLE
    return ALLEGED if stance == "alleges" else AFFIRMED


def quotes(served: Served, claims: Iterable[str]) -> dict[str, Quote]:
    """The claims with these IRIs, without those that the store does not have whole."""
    return quoted(served, {claim: items[0] for claim, items in evidence(served.store, claims).items()})


def quoted(served: Served, read: dict[str, Evidence]) -> dict[str, Quote]:
    """The same of claims that are read already, by IRI."""
    ends = _ends(served, list(read))
    known = things(served, {iri for row in ends.values() for iri in row})
    return {
        claim: _quote(served, item, *(known.get(iri) for iri in ends[claim])) for claim, item in read.items()
    }


def _ends(served: Served, claims: list[str]) -> dict[str, tuple[str, ...]]:
    """Subject, object, holder and outer holder of each claim."""
    found: dict[str, tuple[str, ...]] = {}
    for block in batches(sorted(claims)):
        query = f"""{PROLOGUE}SELECT ?claim ?subject ?object ?holder ?reporter WHERE {{
          VALUES ?claim {{ {block} }} ?claim rdf:subject ?subject ; rdf:object ?object .
          OPTIONAL {{ ?claim kg:attributedTo ?holder }} OPTIONAL {{ ?claim kg:reportedBy ?reporter }}
        }} ORDER BY ?claim ?holder ?reporter"""
        for claim, *ends in served.store.select(query):
            found.setdefault(value(claim), tuple(map(value, ends)))
    return found


def _quote(
    served: Served, item: Evidence, subject: Thing | None, object_: Thing | None, holder: Thing | None,
    reporter: Thing | None,
) -> Quote:  # fmt: skip
    path = article_path(served.names, item.article)
    return Quote(
        claim=item.claim,
        id=item.short_id,
        subject=subject or Thing("", item.subject),
        relation=item.relation,
        object=object_ or Thing("", item.object),
        standing=standing_of(item.polarity, item.modality, item.holder_stance),
        sentence=item.sentence,
        begin=item.begin,
        end=item.end,
        article=Thing(served.names.article(item.article).value, item.title or item.article, "article", path),
        outlet=item.outlet or "",
        published=item.published or "",
        path=f"{path}#claim-{item.short_id}",
        holder=holder or (Thing("", item.holder) if item.holder else None),
        reported_by=reporter,
        stance=item.stance,
        when=item.when,
        confidence=item.confidence,
        copy_of=_original(served, item.copy_of),
    )


def _original(served: Served, identifier: str | None) -> Thing | None:
    if identifier is None:
        return None
    return Thing(
        served.names.article(identifier).value, identifier, "article", article_path(served.names, identifier)
    )
