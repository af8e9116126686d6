"""Sentences with the claim that a careful reader takes from them, and whether the extractor takes it so."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from kg.extract.pipeline import Extractor
from kg.model import UNNAMED, Article, Claim, Extraction
from kg.ontology import load_ontology

SYMMETRIC = {relation.name for relation in load_ontology().relations.values() if relation.symmetric}
PLAIN = {"polarity": "affirmed", "modality": "actual", "holder": "author"}
"""What holds of a claim whose entry does not say otherwise."""

ATTRIBUTES = {"date": "date", "origin": "date_origin", "from": "starts", "until": "ends", "stance": "stance"}
"""What is looked at only where the entry speaks of it, and the attribute of the claim; "none" says that it has none."""

Presented = Mapping[str, set[str]]
"""What an extracted claim has in each facet: one word, or the names of an entity."""


class Trap(NamedTuple):
    """One sentence (or several), what it claims, and why it fails where it is known to."""

    name: str
    sentence: str
    claim: tuple[str, str, str]
    facets: Mapping[str, str]
    none: bool = False
    beside: bool = False
    fails: str = ""
    published: str | None = None

    @property
    def article(self) -> tuple[str, str | None]:
        """The text and its date: traps that share both are read once."""
        return self.sentence, self.published


def load(paths: Iterable[Path]) -> Iterator[Trap]:
    """The entries of YAML files, in their order."""
    for path in paths:
        for group, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            for number, entry in enumerate(entries, start=1):
                yield _trap(f"{path.stem}-{group}-{number}", entry)


def _trap(name: str, entry: Mapping[str, Any]) -> Trap:
    facets = PLAIN | {f: str(entry[f]) for f in (*PLAIN, *ATTRIBUTES, "reported_by") if f in entry}
    unknown = set(entry) - set(facets) - {"sentence", "claim", "none", "beside", "fails", "published"}
    assert not unknown, f"{name}: {unknown}"
    subject, relation, object_ = entry["claim"]
    return Trap(
        name,
        entry["sentence"],
        (subject, relation, object_),
        facets,
        entry.get("none", False),
        entry.get("beside", False),
        entry.get("fails", ""),
        str(entry["published"]) if "published" in entry else None,
    )


def read(traps: Iterable[Trap], extractor: Extractor) -> dict[tuple[str, str | None], Extraction]:
    """What the extractor makes of the articles of the traps."""
    wanted = list(dict.fromkeys(trap.article for trap in traps))
    articles = [Article(str(i), text, date=date) for i, (text, date) in enumerate(wanted)]
    return dict(zip(wanted, extractor.extract(articles), strict=True))


def presented(trap: Trap, extraction: Extraction) -> list[Presented]:
    """How the extracted claims of the trap's triple are presented; a symmetric relation holds either way."""
    subject, relation, object_ = trap.claim
    found = []
    for claim in extraction.claims:
        ends = _names(extraction, claim.subject), _names(extraction, claim.object)
        straight = subject in ends[0] and object_ in ends[1]
        turned = relation in SYMMETRIC and subject in ends[1] and object_ in ends[0]
        if claim.relation == relation and (straight or turned):
            found.append({facet: _values(facet, claim, extraction) for facet in trap.facets})
    return found


def _values(facet: str, claim: Claim, extraction: Extraction) -> set[str]:
    match facet:
        case "holder":
            return _names(extraction, claim.holder, absent="author")
        case "reported_by":
            return _names(extraction, claim.reported_by)
    value = getattr(claim, ATTRIBUTES.get(facet, facet), None)
    return {"none" if value is None else str(value).lower()}


def _names(extraction: Extraction, key: str | None, absent: str = "none") -> set[str]:
    if key is None:
        return {absent}
    if key == UNNAMED:
        return {"unnamed"}
    names = {entity.name for entity in extraction.entities if entity.key == key}
    return names | {m.text for m in extraction.mentions if m.entity == key}


def passes(trap: Trap, extraction: Extraction) -> bool:
    """Whether the claim comes out as it is meant, and in no other way unless others may stand beside it.

    For none: that it does not come out so.
    """
    found = presented(trap, extraction)
    right = [all(value in claim[facet] for facet, value in trap.facets.items()) for claim in found]
    if trap.none:
        return not found or (trap.facets["polarity"] == "negated" and not any(right))
    return any(right) if trap.beside else bool(right) and all(right)


def assert_as_known(trap: Trap, extraction: Extraction) -> None:
    """That a trap passes, or that it fails where it is known to."""
    passed = passes(trap, extraction)
    if trap.fails:
        assert not passed, f"comes out right now; take its reason out: {trap.sentence}"
    else:
        assert passed, f"{trap.sentence}\n{trap.claim}: {presented(trap, extraction)}"


def share_right(traps: Iterable[Trap]) -> float:
    """How many of the traps are not known to fail, 0 to 1."""
    known = [not trap.fails for trap in traps]
    return sum(known) / len(known)
