"""Who says so: the stretches of a document that its sources claim or deny, and the holder of what stands at a token."""

from typing import NamedTuple

from kg.extract.attribution.directives import Directives
from kg.extract.attribution.hearsay import Hearsay
from kg.extract.attribution.quotations import spoken_ranges
from kg.extract.attribution.regions import Region
from kg.extract.attribution.reporting import Reporting
from kg.extract.attribution.sources import Sources
from kg.extract.attribution.trailing import trailing
from kg.extract.attribution.transcripts import spoken_paragraphs
from kg.extract.clauses import VERBAL, governor_of, is_part_of_saying, presupposed
from kg.extract.predicates import Mentions
from kg.extract.tree import Doc, Token
from kg.model import UNNAMED, HolderStance


class Said(NamedTuple):
    """Who says what stands at a token.

    Attributes:
        holder: the innermost named holder, or `UNNAMED`; None in the author's own voice.
        reported_by: the named one outside him.
        stance: the holder's; None without one.
        negates: whether it is denied, so that what is told as being so is not, and the other way round.
        untrue: whether it is called untrue, however it is told.
    """

    holder: str | None = None
    reported_by: str | None = None
    stance: HolderStance | None = None
    negates: bool = False
    untrue: bool = False


class Attribution:
    """The regions of one document, and the holder of what stands at a token."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.sources = Sources(doc, mentions)
        reporting, hearsay = Reporting(doc, self.sources), Hearsay(doc, self.sources)
        directives = Directives(doc, reporting)
        regions: list[Region] = []
        for token in doc:
            regions += hearsay.at(token)
            if token.pos_ in VERBAL:
                regions += reporting.at(token)
                regions += directives.at(token)
                regions += trailing(token, self.sources)
        spoken = [*spoken_ranges(doc, self.sources), *spoken_paragraphs(doc, self.sources)]
        regions += [Region(start, end, holder, quoted=True) for start, end, holder in spoken]
        regions.sort(key=lambda region: (region.length, region.start))
        self._covering: dict[int, list[Region]] = {}
        for region in regions:
            for i in range(region.start, region.end):
                self._covering.setdefault(i, []).append(region)

    def of(self, token: Token) -> list[Region]:
        """The regions that speak for a token, innermost first.

        What a relative clause, a participle or an apposition tells is the author's, unless a region lies within it.
        """
        covering = self._covering.get(token.i)
        if not covering:
            return []
        outer: Token = token
        while (island := presupposed(outer)) is not None:
            left, right = island.left_edge.i, island.right_edge.i + 1
            weak = is_part_of_saying(island)
            covering = [
                r
                for r in covering
                if r.quoted
                or (left <= r.start and r.end <= right)
                or (weak and r.stance is HolderStance.ASSERTS)
            ]
            if not weak or island.head == island:
                break
            outer = governor_of(island)
        return covering

    def is_withheld(self, token: Token) -> bool:
        """Whether somebody will not say what stands at a token, so that it is left open."""
        return any(region.withheld for region in self.of(token))

    def said(self, token: Token, subject: str | None = None) -> Said:
        """Who says what stands at a token, and how he stands to it; `subject` is the entity that does it.

        An anonymous source inside a named one gives the named one; who denies that others said it denies it.
        """
        regions = [r for r in self.of(token) if not r.withheld and not (r.announced and r.holder == subject)]
        if not regions:
            return Said()
        denials = [n for n, region in enumerate(regions) if region.denies]
        untrue = any(region.untrue for region in regions)
        negates = len({regions[n].holder for n in denials if not regions[n].untrue}) % 2 == 1
        regions = regions[denials[-1] :] if denials else regions
        holders = dict.fromkeys(region.holder for region in regions if region.holder is not None)
        if not holders:
            return Said(negates=negates, untrue=untrue)
        named = [holder for holder in holders if holder != UNNAMED] or [UNNAMED]
        return Said(
            named[0],
            named[1] if len(named) > 1 else None,
            _stance(regions, negates or untrue),
            negates,
            untrue,
        )


def _stance(regions: list[Region], negates: bool) -> HolderStance:
    if negates:
        return HolderStance.DENIES
    alleged = any(region.stance is HolderStance.ALLEGES for region in regions)
    return HolderStance.ALLEGES if alleged else HolderStance.ASSERTS
