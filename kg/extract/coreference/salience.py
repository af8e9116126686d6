"""What a document has spoken of so far: who was mentioned when, as what, and of which gender and number."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.roles import RolesSeen
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions.nominals import Nominal
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType, MentionKind

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
BEFALLING: Final = word_set(
    """trial arrest death killing murder appointment election resignation dismissal conviction detention case
    assassination sentence indictment nomination ouster removal release disappearance victory defeat return comeback
    arrival departure absence rise fall downfall retirement illness"""
)
"""What happens to somebody, of whom a sentence with it as its subject is."""
LEAD: Final = 4
"""Number of the last sentence that may repeat what the headline announced."""
WINDOW: Final = 3
"""How many sentences back a pronoun looks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention in the course of the text."""

    mention: TokenMention
    sentence: int
    subject: bool
    plural: bool


class History:
    """The mentions so far, the latest last.

    Args:
        words: the tokens.
        roles: what the text calls its entities.

    Attributes:
        sets: the members of each set spoken of, under the key that its mentions have here.
    """

    def __init__(self, words: Words, roles: RolesSeen) -> None:
        self.w = words
        self.roles = roles
        self.seen: list[Seen] = []
        self.count: Counter[str] = Counter()
        self.gender: dict[str, str] = {}
        self.groups: set[str] = set()
        self.sets: dict[str, tuple[str, ...]] = {}

    def add_set(self, mention: TokenMention) -> None:
        """Note a mention of several at once: only a plural pronoun, or another such set, can mean them again."""
        key = " ".join(mention.members)
        self.sets[key] = mention.members
        self.add(replace(mention, entity=key), plural=True)

    def add(self, mention: TokenMention, plural: bool = False) -> None:
        """Note a mention; mentions come in the order of their heads."""
        if self.w.in_dateline(mention.head):
            return
        self.count[mention.entity] += 1
        token = self.w.tokens[mention.head]
        subject = token.dep_ in SUBJECTS
        if token.dep_ == "appos":
            subject = token.head.dep_ in SUBJECTS
        subject = subject or _goes_on_with_who(token) or _undergoes_subject(token)
        if plural and mention.type is not EntityType.COUNTRY:
            self.groups.add(mention.entity)
        self.seen.append(
            Seen(mention, self.w.sentence[mention.head], subject, plural or mention.entity in self.groups)
        )

    def called(self, entity: str) -> frozenset[str]:
        """The nouns that the text uses for an entity, and the words of its key."""
        return frozenset(entity.split("-")) | self.roles.nouns.get(entity, set())

    def backwards(self, kind: EntityType) -> Iterator[str]:
        """The entities of a kind, the last mentioned first, each once."""
        met: set[str] = set()
        for item in reversed(self.seen):
            entity = item.mention.entity
            if item.mention.type is kind and entity not in met and entity not in self.sets:
                met.add(entity)
                yield entity

    def foremost(self, entities: Iterator[str], sentence: int) -> str | None:
        """Of entities given last mentioned first the first; of those of one earlier sentence rather a subject of it."""
        first = next(entities, None)
        if first is None:
            return None
        last = max(s.sentence for s in self.seen if s.mention.entity == first)
        if last == sentence:
            return first
        subjects = {s.mention.entity for s in self.seen if s.sentence == last and s.subject}
        return next((e for e in (first, *entities) if e in subjects), first)

    def recent(self, sentence: int) -> Iterator[Seen]:
        """The latest mention of each entity within reach of a pronoun in `sentence`, the last first."""
        met: set[str] = set()
        for item in reversed(self.seen):
            if item.sentence < sentence - WINDOW:
                return
            if item.mention.entity not in met:
                met.add(item.mention.entity)
                yield item

    def announced(self, nominal: Nominal, local: AbstractSet[str]) -> str | None:
        """What the headline brought without a name ("Court jails"), where the text repeats it at once ("A court")."""
        if not self.w.headline or not 0 < self.w.sentence[nominal.head] <= LEAD:
            return None
        for item in self.seen:
            if item.sentence > 0:
                return None
            mention = item.mention
            if (
                mention.entity in local
                and mention.kind is MentionKind.NOMINAL
                and mention.type is nominal.type
                and item.plural == nominal.plural
                and nominal.lemma in self.roles.nouns.get(mention.entity, set())
            ):
                return mention.entity
        return None

    def counts(self, kind: EntityType) -> Counter[str]:
        """How often each entity of a kind was named."""
        return Counter(
            s.mention.entity
            for s in self.seen
            if s.mention.type is kind and s.mention.kind is MentionKind.NAME
        )


def _goes_on_with_who(token: Token) -> bool:
    """Whether a clause tells what somebody does: "the party of Ann Lee, who was convicted"."""
    return any(
        c.dep_ == "relcl" and any(w.lower_ == "who" and w.dep_ in SUBJECTS for w in c.children)
        for c in token.children
    )


def _undergoes_subject(token: Token) -> bool:
    """Whether what befell somebody is the subject: "The trial of Ole Holm ended", "Holm's arrest"."""
    event = token.head if token.dep_ == "poss" else token.head.head if token.dep_ == "pobj" else token
    introduced = token.dep_ == "poss" or token.head.lower_ == "of"
    return introduced and event.dep_ in SUBJECTS and event.lemma_.lower() in BEFALLING
