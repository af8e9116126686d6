"""Which country stands out: of which the article speaks most, where it was written, what its sentence is about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from kg.extract.annotations import TokenMention
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.phrase import is_possessive_mark
from kg.extract.sentences import dateline_end
from kg.gazetteer import Gazetteer
from kg.model import EntityType, MentionKind, ZoneKind

_DATELINE, _HEADLINE, _TOPIC, _NEAR = 0.15, 0.15, 0.2, 0.1
_SECTION = 0.6
_LONGEST_HEADING = 4
_OPENING = 0.7
_HELD = 0.3
_NAMED, _NAMED_SO = 0.3, 0.7
"""What it counts that somebody has a name, less what the name is unlike those of a country."""
_NOBODYS: Mapping[str, float] = {}
_ENOUGH, _AHEAD = 0.38, 0.05
_OF_STATE = 2
"""A country that is named with an organ of its state counts as often."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_ORGANS = frozenset(
    """government president presidential prime minister ministry parliament parliamentary congress senate army
    military police court supreme constitutional opposition election elections authorities lawmakers cabinet
    leader chancellor foreign interior state national ruling electoral constitution""".split()
)


class Prominence:
    """The countries of one article by how much it is about them.

    Attributes:
        shares: of the mentions of all countries and of their known cities.
    """

    def __init__(self, index: MentionIndex, gazetteer: Gazetteer) -> None:
        self._index = index
        self._gazetteer = gazetteer
        self._places = [(m, key) for m in index.mentions if (key := self._country(m)) is not None]
        counts: Counter[str] = Counter()
        for mention, key in self._places:
            counts[key] += _OF_STATE if self._has_organ(mention) else 1
        self.shares: Mapping[str, float] = {key: n / counts.total() for key, n in counts.items()}
        datelines = list(self._datelines())
        self._written_in = datelines[0][1] if datelines else None
        self._sections = sorted([*datelines, *self._headings()], key=itemgetter(0))
        self._is_roundup = len({key for _, key in self._sections if key}) > 1
        self._headline = self._first_in_headline()

    def _country(self, mention: TokenMention) -> str | None:
        """The country that a mention is of, or whose city or region it names."""
        if mention.type is EntityType.COUNTRY:
            return mention.entity if mention.kind is not MentionKind.PRONOUN else None
        if mention.type is not EntityType.PLACE or mention.kind is not MentionKind.NAME:
            return None
        entry = self._gazetteer.by_key(mention.entity)
        return entry.part_of if entry is not None else None

    def _has_organ(self, mention: TokenMention) -> bool:
        """Whether an organ of the state or an office follows ("the Danish government", "Denmark's prime minister")."""
        i = mention.end
        if i + 1 < len(self._index.tokens) and is_possessive_mark(self._index.tokens[i]):
            i += 1
        inside = any(t.lower_ in _ORGANS for t in self._index.tokens[mention.head : mention.end])
        return inside or (i < len(self._index.tokens) and self._index.tokens[i].lower_ in _ORGANS)

    def _first_in_headline(self) -> str | None:
        """The country that the headline names first."""
        article = self._index.doc._.kg_article
        zones = article.zones if article is not None else ()
        headline = next((zone.span for zone in zones if zone.kind is ZoneKind.HEADLINE), None)
        if headline is None:
            return None
        tokens = self._index.tokens
        return next(
            (k for m, k in self._places if headline.begin <= tokens[m.start].idx < headline.end), None
        )

    def _datelines(self) -> Iterator[tuple[int, str | None]]:
        """Where each dateline begins, and its country."""
        for sentence in self._index.doc.sents:
            end = dateline_end(self._index.doc, sentence.start)
            if end is not None:
                yield (
                    sentence.start,
                    next((key for m, key in self._places if sentence.start <= m.start < end), None),
                )

    def _headings(self) -> Iterator[tuple[int, str | None]]:
        """Where a sentence names nothing but places ("PERU.", "Tuesday. Riga."), and their country if it is one."""
        for sentence in self._index.doc.sents:
            words = [token for token in sentence if token.is_alpha and token.lower_ not in ("and", "the")]
            if not words or len(words) > _LONGEST_HEADING:
                continue
            named = [(m, key) for m, key in self._places if sentence.start <= m.start < sentence.end]
            if all(any(m.start <= token.i < m.end for m, _ in named) for token in words):
                countries = {key for _, key in named}
                yield sentence.start, countries.pop() if len(countries) == 1 else None

    def _section(self, at: int) -> str | None:
        """The country of the section, in an article whose sections are each headed by a place of its own."""
        if not self._is_roundup:
            return None
        return next((key for start, key in reversed(self._sections) if start <= at), None)

    def _topic(self, at: int) -> tuple[str, float] | None:
        """The country of the subject, or of the opening phrase, of the sentence of a token, and what it weighs."""
        left, _ = self._index.bounds(at)
        for mention, key in self._places:
            if left <= mention.start < at and (weight := self._weight(mention, left)):
                return key, weight
        return None

    def _weight(self, mention: TokenMention, left: int) -> float:
        token = self._index.tokens[mention.head]
        while token.dep_ not in _SUBJECTS and token.head.i != token.i and token.i >= left:
            if token.dep_ == "prep" and token.i > left and self._index.tokens[token.i - 1].text == ",":
                return 0.0
            if token.dep_ == "prep" and token.head.pos_ in ("VERB", "AUX"):
                return _OPENING if token.i == left and token.lower_ == "in" else 0.0
            if token.pos_ in ("VERB", "AUX"):
                return 0.0
            token = token.head
        return _TOPIC if token.dep_ in _SUBJECTS else 0.0

    def _nearest(self, at: int) -> str | None:
        """The country named last before a token in its sentence."""
        left, _ = self._index.bounds(at)
        return next((key for m, key in reversed(self._places) if left <= m.start < at), None)

    def likeliest(
        self,
        at: int,
        possible: Iterable[str],
        held: Iterable[str] = (),
        origins: Mapping[str, float] = _NOBODYS,
    ) -> str | None:
        """The country that stands out at a token; None where none does.

        Args:
            possible: the countries that it may be.
            held: countries that are less likely, as somebody else holds the office there.
            origins: how far the name of who is meant is from the names of each; empty where there is no name.
        """
        wanted = frozenset(possible)
        topic, weight = self._topic(at) or ("", 0.0)
        nearest, others = self._nearest(at), frozenset(held)
        section = self._section(at)
        scores = {
            key: share
            + _DATELINE * (key == self._written_in and not self._is_roundup)
            + _SECTION * (key == section)
            + _HEADLINE * (key == self._headline)
            + _NEAR * (key == nearest)
            + weight * (key == topic)
            - _HELD * (key in others)
            + (_NAMED_SO * origins[key] + _NAMED if origins else 0.0)
            for key, share in self.shares.items()
            if key in wanted
        }
        ranked = sorted(scores, key=lambda key: (-scores[key], key))
        if not ranked or scores[ranked[0]] < _ENOUGH:
            return None
        if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _AHEAD:
            return None
        return None if self._is_only_ahead(ranked[0], at) else ranked[0]

    def _is_only_ahead(self, key: str, at: int) -> bool:
        """Whether a country is named only further on in the sentence of a token, and with no organ of its state.

        Whose office it is would stand beside it; what follows is mostly another country ("… said peace in Chad").
        """
        _, right = self._index.bounds(at)
        return all(at < m.start < right and not self._has_organ(m) for m, k in self._places if k == key)
