"""Who says so, measured on news in which others have marked every attribution: source, cue and content.

    python benchmarks/attributions.py [--errors FILE]

A claim is placed by its trigger. Among nested contents the source of any counts. States (offices, membership, places,
kinship, alliances) are counted apart: our guidelines give what an attributed sentence presupposes to the author, the
marks do not, and a plain claim of a state does not tell whether it was presupposed. Cues of feeling, planning and doing
("wants", "agreed", "unleashed") are counted apart as well: what stands under them is nobody's claim by our guidelines.
"""

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from annotated import SHARED

from kg.extract.pipeline import Extractor
from kg.model import UNNAMED, Article, Claim, Extraction, MentionKind, Modality, Polarity, Span
from kg.read import find_zones

ATTRIBUTIONS: Final = SHARED / "dev" / "attributions.jsonl"

STATES: Final = frozenset(
    "leads memberOf worksFor representedBy relativeOf alliedWith opposes partOf locatedIn citizenOf".split()
)
"""Relations that hold for a time; the others tell events."""

_DENIAL: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w*|disput\w*)\b", re.IGNORECASE
)
_SAYING: Final = re.compile(
    r"""\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|w(?:rite|rites|rote|ritten|riting)|according|per
    |th(?:ink|inks|ought|inking)|believ\w*|report\w*|claim\w*|stat(?:e|es|ed|ing|ements?)|announc\w*|add(?:s|ed|ing)?|argu\w*
    |not(?:e|es|ed|ing)|suggest\w*|warn\w*|insist\w*|acknowledg\w*|admi(?:t|ts|tted|tting)|confirm\w*|accus\w*|alleg\w*
    |charg\w*|blam\w*|testif\w*|predict\w*|estimat\w*|explain\w*|describ\w*|call\w*|mention\w*|cit(?:e|es|ed|ing)|quot\w*
    |tweet\w*|ask\w*|urg\w*|demand\w*|propos\w*|declar\w*|remark\w*|repl(?:y|ies|ied|ying)|respon(?:d|ds|ded|ding)
    |answer\w*|recall\w*|assert\w*|maintain\w*|contend\w*|conclud\w*|f(?:ind|inds|ound)|show\w*|indicat\w*|emphasi\w*
    |stress\w*|vow\w*|pledg\w*|promis\w*|threat\w*|continu\w*|assum\w*|suspect\w*|fear\w*|learn(?:ed|s)?|remind\w*
    |reveal\w*|disclos\w*|rul(?:e|es|ed|ing)|joke\w*|comment\w*)\b|[:―]|--""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words by which somebody says, writes, holds, demands or promises something; the rest are feelings, plans and deeds."""
_PRONOUNS: Final = frozenset("he she they it i we you who his her their its that which".split())
_NO_CONTENT: Final = frozenset(
    "a an and as at by for from her his in its of on s that the their this those to with who he she they it".split()
)


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of the annotated set."""

    contents: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: str

    @property
    def says(self) -> bool:
        """Whether the cue is a word of saying, denying or demanding, which our guidelines take for an attribution."""
        return bool(_SAYING.search(self.cue)) or self.denies

    @property
    def denies(self) -> bool:
        """Whether the cue is a word of denial or rejection."""
        return bool(_DENIAL.search(self.cue))


@dataclass
class Share:
    """How many of the claims that count are as the marks have them."""

    right: int = 0
    total: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Right among all."""
        return self.right / (self.total or 1)

    def count(self, right: bool, error: str) -> None:
        """Take one more claim into account; `error` describes it where it is wrong."""
        self.total += 1
        self.right += right
        if not right:
            self.errors.append(error)


@dataclass
class Measured:
    """The measures; `inside` and `outside` by what they count: events, or all claims."""

    said: Share = field(default_factory=Share)
    """Events inside what somebody says; as `inside`, without what somebody feels, plans or does."""
    inside: dict[str, Share] = field(default_factory=lambda: {"events": Share(), "all": Share()})
    outside: dict[str, Share] = field(default_factory=lambda: {"events": Share(), "all": Share()})
    denied: Share = field(default_factory=Share)
    """Events under a cue of denial; right are those that are not affirmed and actual in the author's voice."""
    affirmed: Share = field(default_factory=Share)
    """The same, under any holder."""


def measure_attributions(path: Path, extractor: Extractor) -> Measured:
    """The measures on the articles of a file."""
    with path.open(encoding="utf-8") as lines:
        rows = list(map(json.loads, lines))
    articles = [Article(row["id"], row["text"], zones=find_zones(row["text"])) for row in rows]
    measured = Measured()
    for row, extraction in zip(rows, extractor.extract(articles), strict=True):
        marked = Marked(list(_attributions(row)), extraction)
        for claim in extraction.claims:
            marked.count(claim, measured)
    return measured


def _attributions(row: Mapping[str, Any]) -> Iterator[Attributed]:
    for given in row["attributions"]:
        source, cue = given.get("source", []), given.get("cue", [])
        if any(_SAYING.fullmatch(mark["text"]) for mark in source):  # some marks are the wrong way round
            source, cue = cue, source
        contents = _spans(given.get("content", []))
        yield Attributed(contents, _spans(source), " ".join(mark["text"] for mark in cue))


def _spans(marks: Iterable[Mapping[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(begin, end) for mark in marks for begin, end in mark["spans"])


class Marked:
    """One article's attributions beside what was extracted from it."""

    def __init__(self, attributions: list[Attributed], extraction: Extraction) -> None:
        self.attributions = attributions
        self.extraction = extraction
        self.text = extraction.article.text
        self.names = {entity.key: entity.name for entity in extraction.entities}

    def count(self, claim: Claim, measured: Measured) -> None:
        """Count one claim for each measure that it bears on."""
        around = [a for a in self.attributions if any(span.covers(claim.trigger) for span in a.contents)]
        event = claim.relation not in STATES
        error = self._described(claim, around)
        right = any(self.agrees(claim, a) for a in around) if around else claim.holder is None
        shares = measured.inside if around else measured.outside
        shares["all"].count(right, error)
        if not event:
            return
        shares["events"].count(right, error)
        if any(a.says for a in around):
            measured.said.count(right, error)
        if any(a.denies for a in around):
            affirmed = (claim.polarity, claim.modality) == (Polarity.AFFIRMED, Modality.ACTUAL)
            measured.affirmed.count(not affirmed, error)
            measured.denied.count(not (affirmed and claim.holder is None), error)

    def agrees(self, claim: Claim, attributed: Attributed) -> bool:
        """Whether the claim's holder, or who reports that he says so, is the marked source."""
        if claim.holder == UNNAMED and self._is_anonymous(attributed):
            return True
        keys = {claim.holder, claim.reported_by} - {None, UNNAMED}
        source = {word for span in attributed.source for word in _content(span.of(self.text))}
        for mention in self.extraction.mentions:
            if mention.entity in keys:
                if any(mention.span.overlaps(span) for span in attributed.source):
                    return True
                if source & _content(mention.text):
                    return True
        return False

    def _is_anonymous(self, attributed: Attributed) -> bool:
        """Whether nothing is marked as source, or no name stands in it and it is no pronoun."""
        words = {word for span in attributed.source for word in span.of(self.text).lower().split()}
        if len(words) == 1 and words & _PRONOUNS:
            return False
        return not any(
            mention.kind is MentionKind.NAME and mention.span.overlaps(span)
            for mention in self.extraction.mentions
            for span in attributed.source
        )

    def _described(self, claim: Claim, around: list[Attributed]) -> str:
        holder, reporter = (
            self.names.get(key or "", key) or "author" for key in (claim.holder, claim.reported_by)
        )
        marks = "; ".join(
            f"{' '.join(span.of(self.text) for span in a.source) or 'nobody'} | {a.cue}" for a in around
        )
        presented = f"{claim.polarity.value} {claim.modality.value} by {holder} ({reporter})"
        triple = f"{self.names[claim.subject]} {claim.relation} {self.names[claim.object]}"
        sentence = " ".join(claim.evidence.of(self.text).split())
        before = " ".join(self.text[max(0, claim.evidence.begin - 160) : claim.evidence.begin].split())
        after = " ".join(self.text[claim.evidence.end : claim.evidence.end + 80].split())
        return (
            f"{self.extraction.article.identifier}:{claim.trigger.begin} {triple} <{claim.trigger.of(self.text)}>\n"
            f"    got {presented}; marked {marks or 'author'}\n    … {before} [[ {sentence} ]] {after} …"
        )


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _NO_CONTENT


def main() -> None:
    """Measure and print; list the errors where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=Path, metavar="FILE", help="list the errors there")
    options = parser.parse_args()
    measured = measure_attributions(ATTRIBUTIONS, Extractor())
    shares = {
        "said, events, with the source": measured.said,
        "inside contents, events, with the source": measured.inside["events"],
        "inside contents, all, with the source": measured.inside["all"],
        "outside contents, events, in the author's voice": measured.outside["events"],
        "outside contents, all, in the author's voice": measured.outside["all"],
        "denied, not affirmed and actual in the author's voice": measured.denied,
        "denied, not affirmed and actual at all": measured.affirmed,
    }
    for name, share in shares.items():
        print(f"{name:55} {share.share:.3f} ({share.right} of {share.total})")
    if options.errors:
        lines = [f"\n=== {name}\n" + "\n".join(share.errors) for name, share in shares.items()]
        options.errors.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
