"""Measures on annotated news that others have made: pairs of actors with what one does to the other, and static relations.

The sets do not ship. Each measure says beside its figure what it leaves out.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from kg.extract.pipeline import Extractor
from kg.model import Article, Claim, Extraction, Modality, Polarity

ROOTS = {
    "CONSULT": ("metWith", "negotiatedWith", "visited"),
    "SUPPORT": ("recognized", "supported"),
    "AGREE": ("agreedWith",),
    "ACCUSE": ("accused", "condemned", "indicted", "convicted", "sued", "investigated"),
    "REQUEST": ("urged",),
    "SANCTION": ("sanctioned",),
    "COERCE": ("arrested", "extradited", "dismissed"),
    "ASSAULT": ("attacked",),
    "YIELD": ("released", "easedSanctionsOn", "pardoned"),
    "AID": ("aided",),
    "THREATEN": ("threatened",),
    "PROTEST": ("protestedAgainst",),
}
"""PLOVER root classes, and the relations of ours that are one. REJECT, COOPERATE and MOBILIZE have none."""

_ROOT_OF = {relation: root for root, relations in ROOTS.items() for relation in relations}
_EITHER_WAY = frozenset({"metWith", "negotiatedWith", "agreedWith"})
_COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "AGREE", "AID", "YIELD"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "PROTEST"})
_NO_CONTENT = frozenset(
    "a an and as at by for from her his in its of on s that the their this those to with".split()
)


def root_of(claim: Claim) -> str | None:
    """The root class that the relation of a claim stands for."""
    return _ROOT_OF.get(claim.relation)


def presented_root_of(claim: Claim) -> str | None:
    """The same where presentation counts: PLOVER has classes of their own for what is refused, promised or threatened.

    To refuse or deny co-operation is REJECT, to promise or intend it AGREE, to intend hostility THREATEN.
    """
    root = _ROOT_OF.get(claim.relation)
    if root in _COOPERATIVE and claim.polarity is Polarity.NEGATED:
        return "REJECT"
    if root in _COOPERATIVE and claim.modality is Modality.POSSIBLE:
        return "AGREE"
    if root in _HOSTILE and claim.modality is Modality.POSSIBLE:
        return "THREATEN"
    return root


@dataclass
class Pairs:
    """How many marked pairs carry a claim of the right root class, of a wrong one, or none."""

    gold: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Right pairs among all."""
        return self.right.total() / self.gold.total()

    @property
    def covered_recall(self) -> float:
        """Right pairs among those whose root class has a relation of ours."""
        return self.right.total() / sum(self.gold[root] for root in ROOTS)

    @property
    def wrong_share(self) -> float:
        """Pairs with claims of wrong roots alone, among the pairs with a claim."""
        return self.wrong.total() / ((self.right + self.wrong).total() or 1)


def measure_pairs(path: Path, extractor: Extractor) -> tuple[Pairs, Pairs]:
    """The pairs of a file, by the claim's relation alone, and with its presentation."""
    rows = list(_rows(path))
    articles = [Article(identifier=row["id"], text=row["text"]) for row in rows]
    plain, presented = Pairs(), Pairs()
    for row, extraction in zip(rows, extractor.extract(articles, batch_size=64), strict=True):
        claims = list(_between(extraction, row["source"], row["target"]))
        _count(plain, row, extraction, {root for c in claims if (root := root_of(c))})
        _count(presented, row, extraction, {root for c in claims if (root := presented_root_of(c))})
    return plain, presented


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _count(pairs: Pairs, row: Mapping[str, str], extraction: Extraction, roots: set[str]) -> None:
    gold = row["root"]
    pairs.gold[gold] += 1
    if gold in roots:
        pairs.right[gold] += 1
        return
    pairs.wrong[gold] += bool(roots)
    names = {entity.key: entity.name for entity in extraction.entities}
    claims = "; ".join(f"{names[c.subject]} {c.relation} {names[c.object]}" for c in extraction.claims)
    got = f"got {', '.join(sorted(roots))}" if roots else "none"
    entities = ", ".join(sorted(names.values()))
    pairs.misses.append(
        f"{row['id']} {gold} {got}: {row['marked']}\n    entities: {entities}\n    claims: {claims}"
    )


def _between(extraction: Extraction, source: str, target: str) -> Iterator[Claim]:
    """The claims whose ends share a content word with `source` and with `target`."""
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in extraction.mentions:
        forms[mention.entity] |= _content(mention.text)
    for entity in extraction.entities:
        forms[entity.key] |= _content(entity.name)
    sources, targets = _content(source), _content(target)
    for claim in extraction.claims:
        subject, object_ = forms[claim.subject], forms[claim.object]
        straight = subject & sources and object_ & targets
        turned = claim.relation in _EITHER_WAY and subject & targets and object_ & sources
        if straight or turned:
            yield claim


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _NO_CONTENT


class Static(NamedTuple):
    """Relations of the annotated set that count as one of ours."""

    name: str
    theirs: frozenset[str]
    ours: frozenset[str]
    goal: float


STATIC = (
    Static("leads", frozenset({"head_of_state", "head_of_gov", "head_of"}), frozenset({"leads"}), 0.75),
    Static("memberOf", frozenset({"member_of"}), frozenset({"memberOf"}), 0.55),
    Static(
        "memberOf, leads or worksFor",
        frozenset({"member_of"}),
        frozenset({"memberOf", "leads", "worksFor"}),
        0.55,
    ),
    Static("citizenOf", frozenset({"citizen_of"}), frozenset({"citizenOf"}), 0.70),
    Static("partOf", frozenset({"agency_of", "ministry_of"}), frozenset({"partOf"}), 0.60),
)


@dataclass
class Recall:
    """Annotated static relations whose ends have a mention in one sentence, and how many of them are claimed."""

    gold: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Found among all."""
        return self.found / (self.gold or 1)


def measure_static(path: Path, extractor: Extractor) -> dict[str, Recall]:
    """Recall of static relations by the names of `STATIC`; an adjective of a country ("Haitian") mentions it."""
    rows = list(_rows(path))
    articles = [Article(identifier=row["id"], text=row["text"]) for row in rows]
    recalls = {static.name: Recall() for static in STATIC}
    for row, extraction in zip(rows, extractor.extract(articles), strict=True):
        document = _Annotated(row, extraction)
        for static in STATIC:
            document.count(static, recalls[static.name])
    return recalls


class _Annotated:
    """One annotated article beside what was extracted from it."""

    def __init__(self, row: Mapping[str, Any], extraction: Extraction) -> None:
        self.row = row
        self.extraction = extraction
        self.mentions = {e["id"]: [(begin, end) for begin, end, _ in e["mentions"]] for e in row["entities"]}
        self.names = {e["id"]: e["name"] for e in row["entities"]}
        for relation in row["relations"]:
            if relation["p"] == "gpe0":
                self.mentions[relation["o"]] = self.mentions[relation["o"]] + self.mentions[relation["s"]]
        self.claimed = {(c.subject, c.relation, c.object) for c in extraction.claims}

    def count(self, static: Static, recall: Recall) -> None:
        pairs = {(r["s"], r["o"]) for r in self.row["relations"] if r["p"] in static.theirs}
        for subject, object_ in sorted(pairs):
            shared = next(self._shared(subject, object_), None)
            if shared is None:
                continue
            recall.gold += 1
            ends = self._ours(subject), self._ours(object_)
            if any(
                (s, relation, o) in self.claimed for s in ends[0] for o in ends[1] for relation in static.ours
            ):
                recall.found += 1
            else:
                names = f"{self.names[subject]} – {self.names[object_]}"
                recall.misses.append(f"{self.row['id']} {static.name}: {names}\n    {shared}")

    def _shared(self, subject: int, object_: int) -> Iterator[str]:
        for begin, end in _sentences(self.row["text"]):
            if all(
                any(begin <= at < end for at, _ in self.mentions[entity]) for entity in (subject, object_)
            ):
                yield " ".join(self.row["text"][begin:end].split())

    def _ours(self, entity: int) -> set[str]:
        return {
            mention.entity
            for mention in self.extraction.mentions
            for begin, end in self.mentions[entity]
            if mention.span.begin < end and begin < mention.span.end
        }


def _sentences(text: str) -> Iterable[tuple[int, int]]:
    """Stretches up to a full stop before a capital, or a line break: a plain division, the same for every extractor."""
    begin = 0
    for match in re.finditer(r"(?<=[a-z0-9)”\"'][.?!])[”\"']?\s+(?=[“\"'A-Z])|\n+", text):
        yield begin, match.start()
        begin = match.end()
    yield begin, len(text)
