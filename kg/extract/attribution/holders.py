"""Who says so: the stretches of a document that its sources claim or deny, and the holder of what stands at a token."""

from spacy.tokens import Doc, Token

from kg.extract.attribution.hearsay import Hearsay
from kg.extract.attribution.quotations import spoken_ranges
from kg.extract.attribution.regions import Region
from kg.extract.attribution.reporting import Reporting
from kg.extract.attribution.sources import Sources
from kg.extract.attribution.transcripts import spoken_paragraphs
from kg.extract.clauses import VERBAL, presupposed
from kg.extract.predicates import Mentions
from kg.model import UNNAMED


class Attribution:
    """The regions of one document, and the holder of what stands at a token."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.sources = Sources(doc, mentions)
        reporting, hearsay = Reporting(doc, self.sources), Hearsay(doc, self.sources)
        regions: list[Region] = []
        for token in doc:
            regions += hearsay.at(token)
            if token.pos_ in VERBAL:
                regions += reporting.at(token)
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
        island = presupposed(token)
        if island is None:
            return covering
        left, right = island.left_edge.i, island.right_edge.i + 1
        return [r for r in covering if r.quoted or (left <= r.start and r.end <= right)]

    def holders(self, token: Token) -> tuple[str | None, str | None, bool]:
        """The innermost named holder of what stands at a token, the one outside it, and whether it is denied.

        An anonymous source inside a named one gives the named one.
        """
        regions = self.of(token)
        if not regions:
            return None, None, False
        named = list(dict.fromkeys(region.holder for region in regions if region.holder != UNNAMED))
        if not named:
            return UNNAMED, None, regions[0].denies
        return named[0], (named[1] if len(named) > 1 else None), regions[0].denies
