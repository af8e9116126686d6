"""The errors behind the figures, one by one, with what helps to find their cause."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg.evaluate.compare import UNKNOWN, Comparison, Pair
from kg.evaluate.found import FoundClaim
from kg.evaluate.gold import GoldClaim
from kg.model import Span


class ErrorKind(StrEnum):
    """In which figure an error shows."""

    WRONG = "wrong"
    MISSED = "missed"
    POLARITY = "polarity"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    DATE = "date"
    EVIDENCE = "evidence"
    TYPE = "type"
    SPURIOUS_ENTITY = "spurious-entity"
    MISSED_ENTITY = "missed-entity"


@dataclass(frozen=True, slots=True)
class Error:
    """One error.

    Attributes:
        what: the triple, or the entity, as its article calls it.
        why: the likely class of the error.
        got, expected: the two values, where the error is one of value.
        frame: what matched, where something was extracted.
        sentence: the evidence; empty where the text is not at hand.
    """

    article: str
    kind: ErrorKind
    what: str
    why: str = ""
    got: str = ""
    expected: str = ""
    frame: str = ""
    sentence: str = ""


def list_errors(compared: Comparison, text: str = "") -> Iterator[Error]:
    """All errors of one article, by kind; within a kind in the order of the text."""
    namer = _Namer(compared)
    yield from _wrong(compared, namer, text)
    yield from _missed(compared, namer, text)
    yield from _facets(compared, namer, text)
    yield from _entities(compared, namer)


class _Namer:
    """Calls entities by what a developer recognises, and finds what stands on the other side."""

    def __init__(self, compared: Comparison) -> None:
        self._compared = compared
        self._gold_names = {entity.id: entity.name for entity in compared.gold.entities}
        wanted: dict[frozenset[str], list[GoldClaim]] = {}
        for claim in compared.gold.claims:
            for s in (claim.subject, *claim.accept_subject):
                for o in (claim.object, *claim.accept_object):
                    wanted.setdefault(frozenset((s, o)), []).append(claim)
        self._wanted = wanted
        self._reached = {target for target in compared.targets.values() if target is not None}

    def gold(self, id_: str) -> str:
        return self._gold_names.get(id_, id_)

    def found(self, entity: str) -> str:
        forms = (
            self._compared.found.surfaces.get(entity) or self._compared.found.labels.get(entity) or (entity,)
        )
        return max(forms, key=len)

    def found_triple(self, claim: FoundClaim) -> str:
        return f"{self.found(claim.subject)} | {claim.relation} | {self.found(claim.object)}"

    def gold_triple(self, claim: GoldClaim) -> str:
        return f"{self.gold(claim.subject)} | {claim.relation} | {self.gold(claim.object)}"

    def why_wrong(self, claim: FoundClaim) -> str:
        subject, object_ = (self._compared.targets.get(end) for end in (claim.subject, claim.object))
        if subject is None or object_ is None:
            return f"no such entity: {self.found(claim.subject if subject is None else claim.object)}"
        if subject == object_:
            return "both ends are one entity"
        near = self._wanted.get(frozenset((subject, object_)), [])
        if any(c.relation == claim.relation for c in near):
            return "other direction, or already answered"
        return "other relation: " + ", ".join(sorted({c.relation for c in near})) if near else "no such pair"

    def why_missed(self, claim: GoldClaim) -> str:
        lost = [self.gold(end) for end in (claim.subject, claim.object) if end not in self._reached]
        return f"entity not found: {', '.join(lost)}" if lost else "both entities found"


def _wrong(compared: Comparison, namer: _Namer, text: str) -> Iterator[Error]:
    for claims in compared.wrong:
        claim = claims[0]
        yield Error(
            compared.gold.identifier,
            ErrorKind.WRONG,
            namer.found_triple(claim),
            namer.why_wrong(claim),
            frame=claim.frame,
            sentence=_words(claim.evidence, text),
        )


def _missed(compared: Comparison, namer: _Namer, text: str) -> Iterator[Error]:
    for claims in compared.missed:
        claim = claims[0]
        yield Error(
            compared.gold.identifier,
            ErrorKind.MISSED,
            namer.gold_triple(claim),
            namer.why_missed(claim),
            sentence=_words((claim.evidence,), text),
        )


def _facets(compared: Comparison, namer: _Namer, text: str) -> Iterator[Error]:
    for pair in compared.pairs:
        for kind, got, expected in _values(compared, pair):
            if got.isdisjoint(expected):
                claim = pair.found[0]
                yield Error(
                    compared.gold.identifier,
                    kind,
                    namer.found_triple(claim),
                    got="; ".join(sorted(got)),
                    expected="; ".join(sorted(expected)),
                    frame=claim.frame,
                    sentence=_words((pair.gold[0].evidence,), text),
                )
        spans = [span for claim in pair.found for span in claim.evidence]
        if not any(span.overlaps(claim.evidence) for span in spans for claim in pair.gold):
            yield Error(
                compared.gold.identifier,
                ErrorKind.EVIDENCE,
                namer.found_triple(pair.found[0]),
                got=_words(tuple(spans), text),
                expected=_words((pair.gold[0].evidence,), text),
                frame=pair.found[0].frame,
            )


def _values(compared: Comparison, pair: Pair) -> Iterator[tuple[ErrorKind, set[str], set[str]]]:
    yield ErrorKind.POLARITY, {str(f.polarity) for f in pair.found}, {str(g.polarity) for g in pair.gold}
    yield ErrorKind.MODALITY, {str(f.modality) for f in pair.found}, {str(g.modality) for g in pair.gold}
    held = {UNKNOWN if (h := compared.holder(f)) == UNKNOWN else h or "author" for f in pair.found}
    yield ErrorKind.ATTRIBUTION, held, {g.holder or "author" for g in pair.gold}
    yield ErrorKind.DATE, {f.date or "none" for f in pair.found}, {g.date or "none" for g in pair.gold}


def _entities(compared: Comparison, namer: _Namer) -> Iterator[Error]:
    article = compared.gold.identifier
    wanted = {entity.id: entity.type for entity in compared.gold.entities}
    for id_, entity in compared.matched.items():
        got = compared.found.types.get(entity)
        if got is not wanted[id_]:
            yield Error(
                article,
                ErrorKind.TYPE,
                namer.found(entity),
                got=str(got or "none"),
                expected=str(wanted[id_]),
            )
    for entity in compared.found.surfaces:
        target = compared.targets[entity]
        if target is None:
            yield Error(article, ErrorKind.SPURIOUS_ENTITY, namer.found(entity), "nothing of that name")
        elif compared.matched[target] != entity:
            why = f"second entity for {namer.gold(target)}"
            yield Error(article, ErrorKind.SPURIOUS_ENTITY, namer.found(entity), why)
    for gold in compared.gold.entities:
        if gold.id not in compared.matched:
            yield Error(article, ErrorKind.MISSED_ENTITY, gold.name, str(gold.type))


def _words(spans: tuple[Span, ...], text: str) -> str:
    return " […] ".join(span.of(text) for span in spans) if text else ""
