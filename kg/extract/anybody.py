"""Tells ends of claims that are nobody in particular: "never recognise a president", "an island"."""

from collections import Counter

from kg.extract.annotations import Candidate, TokenMention, mentions_by_head
from kg.extract.lexicon.people import words
from kg.extract.tree import Doc
from kg.model import EntityType, MentionKind

_OFFICERS = words("judge magistrate prosecutor policeman soldier officer gunman court jury")
"""Those who act for their state or band, whoever they are."""
_ANY = words("new next future interim acting transitional permanent temporary single suitable")
"""What may stand before a role without telling whose it is."""
_ANYWHERE = words("international foreign various other numerous")
"""What may stand before bodies without telling which they are ("international organizations")."""
_TELLING = frozenset({"prep", "relcl", "acl", "appos"})


class Anybody:
    """Finds the descriptions in one document that pick nobody out."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.by_head = mentions_by_head(doc)
        self.spoken = Counter(mention.entity for mention in self.by_head.values())

    def is_end_of(self, candidate: Candidate) -> bool:
        """Whether one of the two ends is such a description."""
        ends = ((candidate.subject, candidate.subject_entity), (candidate.object, candidate.object_entity))
        return any(self._is_nobody(head, entity) for head, entity in ends)

    def _is_nobody(self, head: int, entity: str) -> bool:
        mention = self.by_head.get(head)
        if mention is None or not mention.tentative or mention.kind is not MentionKind.NOMINAL:
            return False
        if mention.entity != entity:
            return False
        token = self.doc[head]
        if (
            token.tag_ == "NNS"
            and mention.type is EntityType.ORGANIZATION
            and self.spoken[mention.entity] == 1
        ):
            left = {t.lower_ for t in self.doc[mention.start : mention.head]}
            return bool(left) and left <= _ANYWHERE and not self._is_told(mention)
        indefinite = any(c.lower_ in ("a", "an") for c in token.children if c.i < head)
        if not indefinite or self.spoken[mention.entity] > 1 or token.tag_ not in ("NN", "NNP"):
            return False
        if mention.type is EntityType.PLACE:
            return not self._is_told(mention)
        before = {t.lower_ for t in self.doc[mention.start : mention.head]}
        bare = mention.type is EntityType.PERSON and mention.end == head + 1 and before <= _ANY
        return bare and token.lemma_.lower() not in _OFFICERS and not self._is_told(mention)

    def _is_told(self, mention: TokenMention) -> bool:
        """Whether the phrase goes on to say which one."""
        return any(c.i > mention.head and c.dep_ in _TELLING for c in self.doc[mention.head].children)
