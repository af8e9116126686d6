"""The mentions of a document by the tokens that they begin, end and stand on."""

from collections import defaultdict

from kg.extract.annotations import TokenMention
from kg.extract.tree import Doc
from kg.model import Entity, MentionKind

_AMOUNTS = frozenset("dozen dozens hundreds thousands scores several some many most".split())


class MentionIndex:
    """The mentions of a document by where they begin, end and what they cover."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens = list(doc)
        self._bounds: list[tuple[int, int]] = []
        for sentence in doc.sents:
            self._bounds += [(sentence.start, sentence.end)] * (sentence.end - sentence.start)
        self.mentions: list[TokenMention] = [m for m in doc._.kg_mentions if not m.members]
        self.by_head = {mention.head: mention for mention in self.mentions}
        self.named = {m.entity for m in self.mentions if m.kind is MentionKind.NAME}
        self._reaching = [m for m in self.mentions if m.reach > m.end]
        self._starting: dict[int, list[TokenMention]] = defaultdict(list)
        self._ending: dict[int, list[TokenMention]] = defaultdict(list)
        for mention in sorted(self.mentions, key=lambda m: (m.start - m.end, m.start)):
            self._starting[mention.start].append(mention)
            self._ending[mention.end].append(mention)
        self._covering: dict[int, list[TokenMention]] = defaultdict(list)
        for mention in sorted(self.mentions, key=lambda m: m.end - m.start):
            for i in range(mention.start, mention.end):
                self._covering[i].append(mention)

    def add(self, entity: Entity, mention: TokenMention) -> TokenMention:
        """Bring in an entity by a word that stood for somebody else; for other readers of that word nothing changes."""
        self.doc._.kg_entities.setdefault(entity.key, entity)
        self.doc._.kg_mentions.insert(0, mention)
        self.mentions.append(mention)
        return mention

    def counted(self, i: int) -> TokenMention | None:
        """The number that says how many of those whom this noun denotes are meant ("five of its fighters")."""
        return next((m for m in self._reaching if m.end <= i < m.reach and self._counts(m)), None)

    def _counts(self, mention: TokenMention) -> bool:
        after = mention.head + 1
        number = self.tokens[mention.head]
        of = after < len(self.tokens) and self.tokens[after].lower_ == "of"
        return of and (number.like_num or number.lower_ in _AMOUNTS)

    def bounds(self, i: int) -> tuple[int, int]:
        """The half-open token indices of the sentence of a token."""
        return self._bounds[i]

    def starting(self, i: int) -> list[TokenMention]:
        """Mentions that begin at a token, the longest first."""
        return self._starting.get(i, [])

    def ending(self, i: int) -> list[TokenMention]:
        """Mentions whose end is this index, the longest first."""
        return self._ending.get(i, [])

    def ending_before(self, i: int, noun: int) -> TokenMention | None:
        """The longest mention that ends at `i` and does not hold the noun."""
        return next((m for m in self.ending(i) if not m.start <= noun < m.end), None)

    def covering(self, i: int) -> list[TokenMention]:
        """Mentions that hold a token, the shortest first."""
        return self._covering.get(i, [])
