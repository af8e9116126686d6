"""Who arrests, tries and frees where the sentence leaves it out: the authority or the country that it speaks of.

"He was arrested in Portugal" says as much as "Portugal arrested him". Only for relations that states and their
authorities bring about, and only from the same sentence or the one before it.
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import TokenMention
from kg.extract.predicates import Mentions, governed_by
from kg.model import EntityType, MentionKind

CUSTODY = frozenset("arrested convicted indicted released extradited".split())
"""Relations whose agent may be left out."""

_AUTHORITIES = {
    "arrested": "police officer agent guard force army military authority troop soldier directorate gendarmerie",
    "convicted": "court tribunal judge jury bench",
    "indicted": "prosecutor prosecution attorney office authority ministry department jury",
    "released": "court judge police authority government prosecutor magistrate directorate",
    "extradited": "court authority government ministry",
}
AUTHORITIES = {relation: frozenset(words.split()) for relation, words in _AUTHORITIES.items()}


class ImplicitAgents:
    """Finds the agent of a passive or a noun that names none."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self.doc = doc
        self.mentions = mentions

    def of(self, trigger: Token, relation: str) -> list[TokenMention]:
        """The authority of this or the last sentence, else the country where it happened; at most one."""
        sentence = trigger.sent
        authority = self._authority(sentence, trigger, relation)
        if authority is None and sentence.start > 0:
            authority = self._authority(self.doc[sentence.start - 1].sent, trigger, relation)
        if authority is not None:
            return [authority]
        return self._country(trigger)

    def _authority(self, sentence: Span, trigger: Token, relation: str) -> TokenMention | None:
        words = AUTHORITIES[relation]
        found = [
            mention
            for mention in self._within(sentence)
            if (mention.type is EntityType.ORGANIZATION or self._is_group(mention))
            and mention.kind is not MentionKind.PRONOUN
            and self.doc[mention.head].lemma_.lower() in words
        ]
        return min(found, key=lambda m: abs(m.head - trigger.i), default=None)

    def _is_group(self, mention: TokenMention) -> bool:
        return mention.type is EntityType.PERSON and self.doc[mention.head].tag_ in ("NNS", "NNPS")

    def _country(self, trigger: Token) -> list[TokenMention]:
        places = governed_by(trigger, "in", "at")
        found = [m for head in places for m in self.mentions.of(head) if m.type is EntityType.COUNTRY]
        return found[:1]

    def _within(self, sentence: Span) -> Iterable[TokenMention]:
        return [m for m in self.doc._.kg_mentions if sentence.start <= m.head < sentence.end]
