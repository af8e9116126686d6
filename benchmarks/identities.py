"""Measures of who is who inside one article, on news that others have annotated: names, their coreference, their links.

What is compared, in `news_entities_relations` (people, organizations, countries):

* **Names** are what the set annotates as `type::person`, `type::organization` and `type::gpe0` (sovereign states), and our
  mentions of kind Name with the classes Person, Organization and Country. The set is flat: of our names inside one another
  the outermost counts. A name is right where both its edges and its class are, edges without leading article, title or
  mark of quotation and without trailing possessive. Everything else that the set annotates (cities, regions, events,
  works) is no name of the three classes: one of ours there is wrong, a city that we take for its government included.
* **Adjectives and nouns of nationality** ("German", "Germans": `type::gpe0-x`) are neither names of countries nor of people.
  They are left out on both sides; the row "with adjectives" counts them as names of their country instead, as the set's
  own relation `gpe0` and our annotation guidelines do for adjectives.
* **Footers** (`type::footer`) and what the set leaves open (`type::skip`, `type::none`) are left out on both sides.
* **Coreference** is CoNLL's mean over all names of the three classes, with those that one side alone has, whatever their
  class; clusters of one name count. Pronouns and nominals are not annotated in the set.
* **Links** are the gazetteer entries that our names with the right edges stand for, where the annotated entity has a
  Wikipedia title that the gazetteer knows by name or alias; coverage of countries is over all annotated names of countries
  with a title, known to the gazetteer or not.

    python benchmarks/identities.py [--errors FILE]
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from annotated import SHARED
from coreference_scores import Score, b_cubed, ceaf_e, conll, muc

from kg.evaluate import Figures
from kg.extract.pipeline import Extractor
from kg.gazetteer import Gazetteer, GazetteerEntry, load_gazetteer
from kg.model import Article, EntityType, Extraction, MentionKind

NEWS: Final = SHARED / "dev" / "news_entities_relations.jsonl"
CLASSES: Final = {
    "type::person": EntityType.PERSON,
    "type::organization": EntityType.ORGANIZATION,
    "type::gpe0": EntityType.COUNTRY,
}
ADJECTIVES: Final = "type::gpe0-x"
OPEN: Final = frozenset({"type::footer", "type::skip", "type::none"})
QUALIFIERS: Final = {
    "country": "country",
    "magazine": "medium",
    "newspaper": "medium",
    "company": "company",
    "political party": "party",
}
"""What Wikipedia adds to a title in brackets, and the kind of entry that the name without it then means."""

_LEAD: Final = re.compile(
    r"(?:[\s\"'“”‘’(]+|(?:the|a|an|mr|mrs|ms|dr|sir|president|chancellor|minister|king|queen|pope|prince)\b\.?\s)+",
    re.IGNORECASE,
)
_TRAIL: Final = re.compile(r"(?:[\s\"“”‘,)]|(?<!s)['’]$|\s?['’]s$|(?<=s)\s?['’]$)+$")


class Edges(NamedTuple):
    """Where a name stands in the text, without what is no part of it."""

    begin: int
    end: int

    def overlaps(self, others: Iterable["Edges"]) -> bool:
        """Whether one of the others shares a character with it."""
        return any(self.begin < other.end and other.begin < self.end for other in others)


def trimmed(text: str, begin: int, end: int) -> Edges:
    """The edges of a name without leading article, title and quotation mark, and without trailing possessive."""
    if (lead := _LEAD.match(text, begin, end)) and lead.end() < end:
        begin = lead.end()
    while (trail := _TRAIL.search(text[begin:end])) and trail.start():
        end = begin + trail.start()
    return Edges(begin, end)


@dataclass
class Names:
    """The names of one side of one article: the class and the entity of each."""

    classes: dict[Edges, EntityType] = field(default_factory=dict)
    entities: dict[Edges, str] = field(default_factory=dict)

    def add(self, edges: Edges, kind: EntityType, entity: str) -> None:
        """Note a name; of two at one place the first counts."""
        self.classes.setdefault(edges, kind)
        self.entities.setdefault(edges, entity)

    def clusters(self) -> list[set[Edges]]:
        """The names by their entities."""
        found: dict[str, set[Edges]] = defaultdict(set)
        for edges, entity in self.entities.items():
            found[entity].add(edges)
        return list(found.values())


@dataclass
class Measure:
    """What is counted over all articles."""

    names: Figures = field(default_factory=Figures)
    classed: Figures = field(default_factory=Figures)
    muc: Score = field(default_factory=Score)
    b_cubed: Score = field(default_factory=Score)
    ceaf_e: Score = field(default_factory=Score)
    right_links: int = 0
    wrong_links: int = 0
    foreign_links: int = 0
    countries: int = 0
    countries_linked: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def conll(self) -> float:
        """The mean F1 of the three."""
        return conll((self.muc, self.b_cubed, self.ceaf_e))

    @property
    def link_precision(self) -> float:
        """Of the links on entities that the gazetteer knows, the share that is right."""
        return self.right_links / ((self.right_links + self.wrong_links) or 1)

    @property
    def country_coverage(self) -> float:
        """Of the names of countries, the share with the right link."""
        return self.countries_linked / (self.countries or 1)


def measure_identities(path: Path, extractor: Extractor) -> tuple[Measure, Measure]:
    """The measures over all articles of a file, and the same with adjectives of nationality as names of their country."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = [Article(identifier=row["id"], text=row["text"]) for row in rows]
    gazetteer = load_gazetteer()
    plain, with_adjectives = Measure(), Measure()
    for row, extraction in zip(rows, extractor.extract(articles), strict=True):
        _Compared(row, extraction, gazetteer, adjectives=False).count(plain)
        _Compared(row, extraction, gazetteer, adjectives=True).count(with_adjectives)
    return plain, with_adjectives


def entry_of_title(title: str, gazetteer: Gazetteer) -> GazetteerEntry | None:
    """The entry that a Wikipedia title names; the brackets behind a name must fit the entry's kind.

    >>> entry_of_title("Georgia_(country)", load_gazetteer()).key
    'georgia'
    """
    plain = title.replace("_", " ").replace("%27", "'")
    if (entry := gazetteer.by_name(plain)) is not None:
        return entry
    qualified = re.fullmatch(r"(.+) \((.+)\)", plain)
    if qualified is None:
        return None
    entry = gazetteer.by_name(qualified[1])
    return entry if entry is not None and entry.kind == QUALIFIERS.get(qualified[2]) else None


class _Compared:
    """One annotated article beside what was extracted from it."""

    def __init__(
        self, row: Mapping[str, Any], extraction: Extraction, gazetteer: Gazetteer, *, adjectives: bool
    ) -> None:
        self.row = row
        self.text: str = row["text"]
        self.gazetteer = gazetteer
        self.left_out: list[Edges] = []
        self.titles: dict[str, str] = {}
        self.gold = self._annotated(adjectives=adjectives)
        self.found = self._extracted(extraction)

    def _annotated(self, *, adjectives: bool) -> Names:
        country_of = {r["s"]: r["o"] for r in self.row["relations"] if r["p"] == "gpe0"}
        names = Names()
        for entity in self.row["entities"]:
            tags = set(entity["tags"])
            places = [trimmed(self.text, begin, end) for begin, end, _ in entity["mentions"]]
            kind = next((kind for tag, kind in CLASSES.items() if tag in tags), None)
            key = entity["id"]
            if tags & OPEN or (ADJECTIVES in tags and not adjectives):
                self.left_out += places
                continue
            if ADJECTIVES in tags:
                kind, key = EntityType.COUNTRY, country_of.get(key, key)
            if kind is None:
                continue
            if entity["wikipedia"]:
                self.titles[str(key)] = entity["wikipedia"]
            for edges in places:
                names.add(edges, kind, str(key))
        return names

    def _extracted(self, extraction: Extraction) -> Names:
        names = Names()
        named = sorted(
            (m for m in extraction.mentions if m.kind is MentionKind.NAME),
            key=lambda m: (m.span.begin, -m.span.end),
        )
        types = {entity.key: entity.type for entity in extraction.entities}
        reached = 0
        for mention in named:
            if mention.span.end <= reached:
                continue  # inside another name
            reached = mention.span.end
            edges = trimmed(self.text, mention.span.begin, mention.span.end)
            if types[mention.entity] is not EntityType.PLACE and not edges.overlaps(self.left_out):
                names.add(edges, types[mention.entity], mention.entity)
        return names

    def count(self, measure: Measure) -> None:
        """Add this article."""
        gold, found = self.gold, self.found
        both = gold.classes.keys() & found.classes.keys()
        right = sum(gold.classes[edges] is found.classes[edges] for edges in both)
        sizes = len(found.classes), len(gold.classes)
        measure.names += Figures(len(both), *sizes)
        measure.classed += Figures(right, *sizes)
        clusters = gold.clusters(), found.clusters()
        measure.muc = measure.muc.plus(muc(*clusters))
        measure.b_cubed = measure.b_cubed.plus(b_cubed(*clusters))
        measure.ceaf_e = measure.ceaf_e.plus(ceaf_e(*clusters))
        self._count_links(measure)
        measure.errors += self._errors()

    def _count_links(self, measure: Measure) -> None:
        for edges, id_ in self.gold.entities.items():
            if (title := self.titles.get(id_)) is None:
                continue
            wanted = entry_of_title(title, self.gazetteer)
            got = self.gazetteer.by_key(self.found.entities.get(edges, ""))
            right = wanted is not None and got is wanted
            if self.gold.classes[edges] is EntityType.COUNTRY:
                measure.countries += 1
                measure.countries_linked += right
            if got is None:
                continue
            measure.right_links += right
            measure.wrong_links += wanted is not None and not right
            measure.foreign_links += wanted is None
            if not right:
                kind = "link" if wanted is not None else "link of an unknown title"
                measure.errors.append(f"{kind}\t{self._words(edges)}\t{title}\t{got.name}\t{self.row['id']}")

    def _errors(self) -> Iterator[str]:
        gold, found, id_ = self.gold, self.found, self.row["id"]
        for edges, kind in gold.classes.items():
            if edges not in found.classes:
                over = [self._words(other) for other in found.classes if edges.overlaps([other])]
                yield f"missed {kind}\t{self._words(edges)}\t{'; '.join(over)}\t{self._around(edges)}\t{id_}"
            elif found.classes[edges] is not kind:
                yield f"class {kind}\t{self._words(edges)}\t{found.classes[edges]}\t{self._around(edges)}\t{id_}"
        for edges, kind in found.classes.items():
            if edges not in gold.classes and not edges.overlaps(gold.classes):
                yield f"wrong {kind}\t{self._words(edges)}\t\t{self._around(edges)}\t{id_}"
        yield from self._split_and_merged()

    def _split_and_merged(self) -> Iterator[str]:
        pairs = [
            (self.gold.entities[edges], self.found.entities[edges], self._words(edges))
            for edges in sorted(self.gold.entities.keys() & self.found.entities.keys())
        ]
        for what, one, other in (("split", 0, 1), ("merged", 1, 0)):
            groups: dict[str, dict[str, str]] = defaultdict(dict)
            for pair in pairs:
                groups[pair[one]].setdefault(pair[other], pair[2])
            for group in groups.values():
                if len(group) > 1:
                    yield f"{what}\t{' | '.join(group.values())}\t{', '.join(group)}\t\t{self.row['id']}"

    def _words(self, edges: Edges) -> str:
        return " ".join(self.text[edges.begin : edges.end].split())

    def _around(self, edges: Edges) -> str:
        return " ".join(self.text[max(0, edges.begin - 50) : edges.end + 40].split())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="who is who inside an article")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="list the errors there")
    options = parser.parse_args()
    measure, with_adjectives = measure_identities(NEWS, Extractor())
    for name in ("names", "classed"):
        figures = getattr(measure, name)
        print(f"{name:9} P {figures.precision:.3f} R {figures.recall:.3f} F1 {figures.f1:.3f}")
    for name in ("muc", "b_cubed", "ceaf_e"):
        score = getattr(measure, name)
        print(f"{name:9} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}")
    print(f"CoNLL F1 {measure.conll:.3f}")
    print(
        f"links: precision {measure.link_precision:.3f} of {measure.right_links + measure.wrong_links}"
        f", with a title that is not in the gazetteer {measure.foreign_links}"
        f", countries {measure.country_coverage:.3f} of {measure.countries}"
    )
    print(f"with adjectives: F1 {with_adjectives.classed.f1:.3f} CoNLL {with_adjectives.conll:.3f}")
    print(Counter(error.partition("\t")[0] for error in measure.errors))
    if options.errors:
        options.errors.write_text("\n".join(sorted(measure.errors)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
