"""Whom "both sides", "the two presidents" and "the pair" stand for, where just before so many of the kind are named."""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.epithets import LEADING
from kg.extract.coreference.people import same_roles
from kg.extract.coreference.roles import RolesSeen
from kg.extract.coreference.salience import History, Seen
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import LEADERS, PERSON_NOUNS, RELATIVES
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.words import SPEECH_VERBS
from kg.extract.mentions.name_types import lemma_of
from kg.extract.predicates.subjects import grammatical_subjects
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType, MentionKind

SIZES: Final = {"both": 2, "two": 2, "neither": 2, "either": 2, "three": 3}
PAIRS: Final = {"pair": 2, "couple": 2, "duo": 2, "trio": 3}
PARTIES: Final = word_set(
    """side party camp rival adversary foe enemy opponent partner ally neighbour neighbor signatory claimant suitor
    contender competitor"""
)
"""Anybody may be these to each other."""
SIDES: Final = word_set("side party camp signatory")
"""Of these, bodies are members rather than people."""
STATES: Final = word_set("country nation state government capital power republic")
ANYBODY: Final = word_set(
    "man woman leader candidate rival finalist claimant contender figure politician person people"
)
"""What people are called of whom the text need not have said it."""
OPPOSED: Final = word_set("warring rival opposing feuding negotiating quarrelling")
"""Before "sides", as good as a number."""
ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
OFFICIALS: Final = word_set("leader president minister premier general envoy diplomat lawmaker")
"""Two of whom a sentence joins are they in the next without a number."""
ANY_OFFICIAL: Final = frozenset({"counterpart"})
CONTENDERS: Final = word_set("candidate rival finalist claimant contender")
RANKS: Final = word_set("general colonel officer commander judge lawmaker senator minister")
"""What others in a text are called as well."""
SPOUSES: Final = word_set("wife husband spouse widow widower partner fiancé fiancée girlfriend boyfriend")
PEOPLE: Final = frozenset({EntityType.PERSON})
STATE_ONLY: Final = frozenset({EntityType.COUNTRY})
BODIES: Final = STATE_ONLY | {EntityType.ORGANIZATION}
TOGETHER: Final = frozenset({"with", "against"})
MEETING: Final = word_set("meet receive host telephone phone greet marry welcome fight face")
FEWEST: Final = 3
STANDS_OUT: Final = 0.67
"""Of the mentions of the last protagonist, the largest share that somebody who is none may have."""
RECENT: Final = 15
"""How many mentions back the subject of the set's own sentence may stand."""
WINDOW: Final = 2
"""How many sentences back the members may be named."""
JOINED_WINDOW: Final = 8
"""The same where they are named in one breath."""
ROLES_WINDOW: Final = 12
"""The same where the text calls them by the very noun."""


ANY_PEOPLE: Final = word_set("man woman person")


class SetResolver:
    """Finds the members of the sets that a document speaks of by their number.

    Args:
        words: the tokens.
        history: the mentions so far; grows while the text is read.
        roles: what the text calls its entities.
    """

    def __init__(self, words: Words, history: History, roles: RolesSeen) -> None:
        self.w = words
        self.history = history
        self.roles = roles

    def members(self, i: int) -> tuple[str, ...]:
        """The keys of those whom the phrase with its head at token `i` counts; none where that is not plain."""
        token = self.w.tokens[i]
        if token.dep_ not in ARGUMENTS:
            return ()
        if found := self._just_joined(token):
            return found
        size = self._size(token)
        if not size or self._is_told(token):
            return ()
        noun = lemma_of(self.w, i) if token.pos_ in ("NOUN", "PROPN") else ""
        others = self._others(token)
        if noun == "couple" and (couple := self._couple()):
            return couple
        if not noun or noun in PAIRS:
            return self._near(i, size, others, 0) or self._group(i, size) or self._near(i, size, others, 1)
        if noun in CONTENDERS and (found := self._protagonists(size, PEOPLE, others)):
            return found
        if noun == "party" and any("party" in nouns for nouns in self.roles.nouns.values()):
            return self._called(noun, size, i)
        if noun in PARTIES | STATES:
            bodies = STATE_ONLY if noun in STATES else BODIES
            return (
                self._just(i, size, bodies, others, 0)
                or self._joined_before(i, size, bodies, others)
                or self._protagonists(size, bodies, others)
                or (self._just(i, size, PEOPLE, others, 1) if noun in PARTIES - SIDES else ())
            )
        if noun in ANYBODY:
            return self._just(i, size, PEOPLE, others, WINDOW)
        known = self._called(noun, size, i)
        if known and noun in RANKS and (just := self._of_that_rank(noun, size, i, others)):
            return just
        if known or noun in RELATIVES:
            return known
        if noun in LEADERS | ANY_PEOPLE:
            return self._just(i, size, PEOPLE, others, WINDOW)
        return self._just(i, size, BODIES - STATE_ONLY, others, WINDOW) if noun in BODY_NOUNS else ()

    def _just_joined(self, token: Token) -> tuple[str, ...]:
        """The two whom the sentence before joins, for "The ministers" or "The leaders" that opens the next."""
        plain = [c.lower_ for c in token.children if c.i < token.i] == ["the"]
        opens = token.i - token.sent.start == 1 and token.dep_ in ("nsubj", "nsubjpass")
        if not plain or not opens or token.tag_ not in ("NNS", "NNPS") or self._is_told(token):
            return ()
        noun, sentence = lemma_of(self.w, token.i), self.w.sentence[token.i] - 1
        if noun not in OFFICIALS:
            return ()
        items = [s for s in self.history.seen if s.sentence == sentence]
        found = self._joined(list(self._fitting(items, PEOPLE)), 2)
        wanted = LEADING | ANY_OFFICIAL if noun == "leader" else same_roles(noun) | ANY_OFFICIAL
        named = [self.roles.nouns.get(entity, set()) for entity in found]
        return found if all(nouns & wanted for nouns in named) else ()

    def _near(self, i: int, size: int, others: frozenset[str], window: int) -> tuple[str, ...]:
        """So many people, or else so many bodies."""
        return self._just(i, size, PEOPLE, others, window) or self._just(i, size, BODIES, others, window)

    def _couple(self) -> tuple[str, ...]:
        """Husband and wife, where the text knows of one couple."""
        known = {frozenset((a, b)): (a, b) for (a, role), b in self.roles.roles.items() if role in SPOUSES}
        return next(iter(known.values())) if len(known) == 1 else ()

    def _others(self, token: Token) -> frozenset[str]:
        """Who cannot be a member: the subject of the verb that the set is under, and whoever says the sentence."""
        found: set[int] = set()
        is_object = token.dep_ not in ("nsubj", "nsubjpass")
        for above in token.ancestors:
            if above.pos_ in ("VERB", "AUX"):
                if is_object or above.lemma_ in SPEECH_VERBS:
                    found |= {t.i for t in grammatical_subjects(above) if t.i != token.i}
                is_object = False
        found |= {c.i for i in found for c in self.w.doc[i].subtree if c.dep_ in ("appos", "poss")}
        return frozenset(s.mention.entity for s in self.history.seen[-RECENT:] if s.mention.head in found)

    def _group(self, i: int, size: int) -> tuple[str, ...]:
        """The group of so many that was spoken of last ("two officers" … "the pair")."""
        here = self.w.sentence[i]
        for item in reversed(self.history.seen):
            if here - item.sentence > WINDOW:
                return ()
            mention = item.mention
            first = self.w.lower[mention.start]
            group = mention.kind is MentionKind.NOMINAL and item.plural and not mention.members
            told = mention.end - mention.start > 1 or mention.reach
            if group and told and SIZES.get(first) == size:
                return (mention.entity,)
        return ()

    def _size(self, token: Token) -> int:
        """How many the phrase counts of what is known; 0 where it does not."""
        lower = token.lower_
        left = [c for c in token.children if c.i < token.i]
        words = {c.lower_ for c in left}
        if lower in ("both", "neither") and token.pos_ in ("PRON", "DET", "CCONJ", "ADV"):
            return 2 if not left and token.dep_ != "pobj" else 0
        if lower in ("two", "three") and words in ({"the"}, {"these"}, {"those"}, {"all"}):
            return SIZES[lower]
        if lower in PAIRS:
            return PAIRS[lower] if words == {"the"} else 0
        if token.pos_ not in ("NOUN", "PROPN"):
            return 0
        return self._counted(token, left, words)

    def _counted(self, token: Token, left: list[Token], words: set[str]) -> int:
        if token.tag_ in ("NN", "NNP"):
            return 2 if words & {"neither", "either"} and len(left) == 1 else 0
        number = next((SIZES[w] for w in ("both", "two", "three") if w in words), 0)
        known = words & {"the", "these", "those", "both", "all"}
        others = words - known - SIZES.keys() - OPPOSED
        if number:
            return number if known and not others else 0
        return 2 if lemma_of(self.w, token.i) == "side" and "the" in words and not others else 0

    def _is_told(self, token: Token) -> bool:
        """Whether the phrase itself goes on to say whom it means, or which of many."""
        return any(
            c.i > token.i
            and (
                c.dep_ in ("appos", "relcl", "acl", "conj")
                or (c.dep_ == "prep" and c.lower_ in ("of", "from"))
            )
            and not (c.lower_ == "of" and [o.lower_ for o in c.children] == ["them"])
            for c in token.children
        )

    def _of_that_rank(self, noun: str, size: int, i: int, others: frozenset[str]) -> tuple[str, ...]:
        """Those named just before, where the text has called one of them so."""
        just = self._just(i, size, PEOPLE, others, 1)
        return just if any(noun in self.roles.nouns.get(entity, ()) for entity in just) else ()

    def _called(self, noun: str, size: int, i: int) -> tuple[str, ...]:
        """Those whom the text has called so, where they are just so many."""
        wanted = same_roles(noun) if noun in PERSON_NOUNS else frozenset({noun})
        found: dict[str, None] = {}
        here = self.w.sentence[i]
        for item in reversed(self.history.seen):
            if here - item.sentence > ROLES_WINDOW:
                break
            entity = item.mention.entity
            if not item.plural and not item.mention.members and wanted & self.roles.nouns.get(entity, set()):
                found[entity] = None
        return tuple(reversed(found)) if len(found) == size else ()

    def _just(
        self, i: int, size: int, kinds: frozenset[EntityType], others: frozenset[str], window: int
    ) -> tuple[str, ...]:
        """The members named in this sentence or one before: those in one breath, else all if they are so many."""
        here = self.w.sentence[i]
        found: dict[str, None] = {}
        for sentence in range(here, max(here - window, 0) - 1, -1):
            items = [s for s in self.history.seen if s.sentence == sentence and s.mention.head < i]
            if repeated := self._repeated(items, i, size, kinds):
                return repeated
            fitting = [s for s in self._fitting(items, kinds) if s.mention.entity not in others]
            if joined := self._joined(fitting, size):
                return joined
            found |= dict.fromkeys(s.mention.entity for s in fitting)
            if len(found) >= size:
                return tuple(found) if len(found) == size else ()
        return ()

    def _joined_before(
        self, i: int, size: int, kinds: frozenset[EntityType], others: frozenset[str]
    ) -> tuple[str, ...]:
        """The members last named in one breath, or as such a set."""
        here = self.w.sentence[i]
        for sentence in range(here, max(here - JOINED_WINDOW, 0) - 1, -1):
            items = [s for s in self.history.seen if s.sentence == sentence and s.mention.head < i]
            fitting = [s for s in self._fitting(items, kinds) if s.mention.entity not in others]
            if found := self._repeated(items, i, size, kinds) or self._joined(fitting, size):
                return found
        return ()

    def _protagonists(
        self, size: int, kinds: frozenset[EntityType], others: frozenset[str]
    ) -> tuple[str, ...]:
        """Those whom the text has spoken of most, where they stand out."""
        fitting = {
            s.mention.entity
            for s in self.history.seen
            if s.mention.type in kinds and not s.plural and not s.mention.tentative and not s.mention.members
        }
        ranked = sorted(fitting - others, key=lambda e: (-self.history.count[e], e))
        counts = [self.history.count[e] for e in ranked] + [0] * (size + 1)
        if counts[size - 1] < FEWEST or counts[size] > STANDS_OUT * counts[size - 1]:
            return ()
        return tuple(ranked[:size])

    def _repeated(
        self, items: Iterable[Seen], i: int, size: int, kinds: frozenset[EntityType]
    ) -> tuple[str, ...]:
        """The members of a set of the same size just spoken of, where the two nouns go together."""
        sets = [
            s.mention.members
            for s in items
            if len(s.mention.members) == size
            and s.mention.type in kinds
            and self._go_together(i, s.mention.head)
        ]
        return sets[-1] if sets else ()

    def _go_together(self, i: int, j: int) -> bool:
        """Whether the phrases at two tokens may mean one set: one has no noun, or the nouns say no more than that."""
        nouns = {lemma_of(self.w, k) for k in (i, j) if self.w.pos[k] == "NOUN"} - PAIRS.keys()
        return len(nouns) < 2 or nouns <= PARTIES | STATES

    def _fitting(self, items: Iterable[Seen], kinds: frozenset[EntityType]) -> Iterator[Seen]:
        """The mentions that may be of a member: of the right kind, no part of another, no bystander."""
        items = list(items)
        for item in items:
            mention = item.mention
            inner = any(
                other.mention is not mention
                and not other.mention.members
                and other.mention.start <= mention.start
                and mention.end <= max(other.mention.end, other.mention.reach)
                for other in items
            )
            if mention.type in kinds and not inner and not mention.tentative and not mention.members:
                if item.plural and kinds == PEOPLE:
                    continue
                yield item

    def _joined(self, items: list[Seen], size: int) -> tuple[str, ...]:
        """The last mentions that "and" or "with" joins, where they are just so many."""
        groups: dict[int, dict[str, None]] = {}
        for item in items:
            token = self.w.doc[item.mention.head]
            while token.head.i < token.i and (
                token.dep_ == "conj" or (token.dep_ == "appos" and token.head.dep_ == "conj")
            ):
                token = token.head
            if (verb := _joining(token)) is not None:
                token = next((c for c in verb.children if c.dep_ == "nsubj"), token)
            groups.setdefault(token.i, {})[item.mention.entity] = None
        fitting = [group for group in groups.values() if len(group) == size]
        return tuple(fitting[-1]) if fitting else ()


def _joining(token: Token) -> Token | None:
    """The verb whose subject a noun phrase is joined with: "Holm met Dahl", "fought against Dahl"; not with several."""
    if any(c.dep_ == "conj" for c in token.children):
        return None
    if token.dep_ == "pobj" and token.head.lower_ in TOGETHER and token.head.head.pos_ == "VERB":
        return token.head.head
    return token.head if token.dep_ == "dobj" and token.head.lemma_ in MEETING else None


def set_mention(words: Words, i: int, members: tuple[str, ...], kind: EntityType) -> TokenMention:
    """The mention of a set, under the name of its first member."""
    start = min([i, *(c.i for c in words.doc[i].children if c.i < i)])
    if words.lower[start] == "the":
        start += 1
    return TokenMention(start, i + 1, i, MentionKind.NOMINAL, kind, members[0], 0.7, members=members)
