"""Which frames ever find something: claims, articles, and how many are right where annotations tell.

python benchmarks/frames.py [FILE]     writes the inventory as Markdown, to docs/frames.md or FILE
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from annotated import SHARED, annotated_sets
from calibration import Ends, ends_of, verdicts

from kg.evaluate import evaluate, from_extractions
from kg.extract.pipeline import Extractor, extraction_of
from kg.model import Article, Extraction
from kg.ontology import Relation

TARGET: Final = Path(__file__).resolve().parent.parent / "docs" / "frames.md"
OTHER: Final = ("event_pairs.jsonl", "news_entities_relations.jsonl")
WIDTH: Final = 110
HEAD: Final = """# Frames that find something

Written by `python benchmarks/frames.py`, over {articles} articles and single sentences of news: the sample articles, the
reference articles and the marked sentences that docs/quality.md speaks of. Of {frames} frames, {fired} found at least
one claim ({share:.0%}). A frame with alternatives counts once; the last column is the share of right claims where
annotations tell, and how many they tell of.

A frame that never fired is not wrong: English says most things rarely. Each is held by knowledge of the language, and the
examples of its relation test it.
"""


@dataclass
class Firings:
    """What one frame found."""

    claims: int = 0
    articles: set[str] = field(default_factory=set)
    right: int = 0
    wrong: int = 0

    @property
    def cells(self) -> str:
        """Claims, articles and the share of right ones, as cells of a table."""
        judged = self.right + self.wrong
        share = f"{self.right / judged:.2f} of {judged}" if judged else ""
        return f"{self.claims} | {len(self.articles)} | {share}"


Inventory = dict[tuple[str, str], Firings]


def main() -> None:
    """Count and write."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    extractor = Extractor()
    inventory: Inventory = defaultdict(Firings)
    articles = 0
    for chosen in annotated_sets():
        extractions, claims = read(extractor, chosen.articles)
        report = evaluate(chosen.gold, from_extractions(extractions))
        count(claims, inventory, {c.gold.identifier: verdicts(c) for c in report.comparisons})
        articles += len(chosen.articles)
    for name in OTHER:
        if (path := SHARED / "dev" / name).is_file():
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            found = read(extractor, (Article(identifier=row["id"], text=row["text"]) for row in rows))
            count(found[1], inventory, {})
            articles += len(rows)
    target.write_text(render(extractor.ontology.relations.values(), inventory, articles), encoding="utf-8")
    print(f"written to {target}")


class Fired(NamedTuple):
    """A claim that a frame found."""

    article: str
    ends: Ends
    frame: str


def read(extractor: Extractor, articles: Iterable[Article]) -> tuple[list[Extraction], list[Fired]]:
    """What the articles say, and by which frames, as the ontology writes them."""
    finder = extractor.nlp.get_pipe("kg_claims")
    extractions: list[Extraction] = []
    fired: list[Fired] = []
    for doc in extractor.documents(articles):
        extractions.append(extraction_of(doc))
        identifier = extractions[-1].article.identifier
        fired += [
            Fired(identifier, ends_of(claim), candidate.frame) for candidate, claim in finder.presented(doc)
        ]
    return extractions, fired


def count(claims: Iterable[Fired], inventory: Inventory, judged: dict[str, dict[Ends, bool]]) -> None:
    """Add what the frames found."""
    for claim in claims:
        firings = inventory[claim.ends[1], claim.frame]
        firings.claims += 1
        firings.articles.add(claim.article)
        verdict = judged.get(claim.article, {}).get(claim.ends)
        firings.right += verdict is True
        firings.wrong += verdict is False


def render(relations: Iterable[Relation], inventory: Inventory, articles: int) -> str:
    """The inventory as Markdown, by relation; what fires most comes first."""
    relations = list(relations)
    frames = Counter(relation.name for relation in relations for _ in relation.frames)
    fired = Counter(r.name for r in relations for frame in r.frames if (r.name, frame) in inventory)
    total = frames.total()
    lines = [HEAD.format(articles=articles, frames=total, fired=fired.total(), share=fired.total() / total)]
    for relation in relations:
        name = relation.name
        lines += [f"## {name}\n", f"{fired[name]} of {frames[name]} frames fired.\n"]
        lines += ["| frame | claims | articles | right |", "|---|---|---|---|"]
        found = [(frame, firings) for (of, frame), firings in inventory.items() if of == name]
        lines += [
            f"| {_cell(frame)} | {firings.cells} |"
            for frame, firings in sorted(found, key=lambda item: (-item[1].claims, item[0]))
        ]
        if silent := [frame for frame in relation.frames if (name, frame) not in inventory]:
            lines.append("\nNever fired: " + "; ".join(map(_code, silent)) + ".")
        lines.append("")
    return "\n".join(lines)


def _cell(frame: str) -> str:
    return _code(frame).replace("|", r"\|")


def _code(frame: str) -> str:
    return f"`{frame if len(frame) <= WIDTH else frame[: WIDTH - 2] + ' …'}`"


if __name__ == "__main__":
    main()
