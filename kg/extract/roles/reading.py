"""Reads role nouns: what each is tied to, and whom it denotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.annotations import TokenMention
from kg.extract.clauses import opens_clause
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.predicates import Mentions, antecedent_of
from kg.extract.roles.examples import names_further_on
from kg.extract.roles.holders import Holders
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.names_beside import NamesBeside
from kg.extract.roles.nouns import RoleNoun, denoted, is_plural
from kg.extract.roles.phrase import Anchor, How, PhraseReader, inside_phrase, is_possessive_mark
from kg.extract.tree import Token
from kg.model import EntityType, MentionKind

BESIDE, IN_CLAUSE, BY_REFERENCE, BY_DEFAULT = 0.85, 0.7, 0.65, 0.5
_SERIES = 10
_HEIRS = frozenset("successor predecessor replacement".split())

NAMED_BY_OF = frozenset(
    """city town village port province region state island district municipality county hamlet township governorate
    department enclave territory settlement""".split()
)
"""Nouns whose "of" introduces their own name ("the city of Lyon")."""

_WITHIN = frozenset("suburb neighborhood neighbourhood quarter borough slum resort capital area".split())
"""Nouns whose "of" does so where the place that they are in stands before them ("the Lyon suburb of Bron")."""

_PLACES = frozenset((EntityType.PLACE, EntityType.COUNTRY))


@dataclass(frozen=True, slots=True)
class Referent:
    """A mention that a role noun denotes, and how sure that is.

    Attributes:
        stated: it is said in a clause of its own ("X is president of Y"), so that negation and attribution count.
    """

    mention: TokenMention
    confidence: float
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A role noun with its phrase.

    Attributes:
        begin, end: half-open token indices of the whole noun phrase with its complements.
        own: the mention whose head the noun is.
        holder: the name that the noun is part of.
        anchors: what it is tied to, the likeliest first.
    """

    noun: RoleNoun
    begin: int
    end: int
    own: TokenMention | None
    holder: TokenMention | None
    anchors: list[Anchor]
    plural: bool

    @property
    def is_named_by_of(self) -> bool:
        """Whether "of" introduces the name of what the noun denotes, not what it belongs to."""
        if self.noun.word in NAMED_BY_OF:
            return True
        before = [a for a in self.anchors if a.how in (How.MODIFIER, How.POSSESSIVE)]
        return self.noun.word in _WITHIN and any(a.mention.type in _PLACES for a in before)

    def words_before(self, doc: Sequence[Token]) -> list[str]:
        """The words of the phrase before the noun, lower case."""
        return [token.lower_ for token in doc[self.begin : self.noun.start]]

    def is_state_owned(self, doc: Sequence[Token]) -> bool:
        """Whether the phrase says that the state owns or runs it."""
        words = self.words_before(doc)
        return any(words[i : i + 2] == ["state", "-"] and words[i + 2 :] != [] for i in range(len(words)))

    def is_indefinite(self, doc: Sequence[Token]) -> bool:
        """Whether the phrase begins with "a"."""
        return self.begin < self.noun.start and doc[self.begin].lower_ in ("a", "an")


class RoleReader:
    """Reads the role nouns of one document."""

    def __init__(self, index: MentionIndex) -> None:
        self.index = index
        self.tokens = index.tokens
        self.phrases = PhraseReader(index)
        self.names = NamesBeside(index)
        self.arguments = Mentions(index.doc)
        self.holders = Holders(index, self.arguments)

    def read(self, noun: RoleNoun) -> Reading | None:
        """A role noun with what it is tied to; None where it is only part of a name or of another title."""
        own = self.index.counted(noun.head) or self.index.by_head.get(noun.head)
        holder = next((m for m in self.index.covering(noun.head) if m.kind is MentionKind.NAME), None)
        if holder and holder.head != noun.head:
            titled = holder.type is EntityType.PERSON and holder.head >= noun.end
            if not titled:
                return None
        if self._modifies_next(noun) or self._is_idiom(noun) or self._is_surname(noun, holder):
            return None
        before, begin = self.phrases.before(noun.start, noun.head)
        if any(frame.relation == "leads" for frame in noun.frames):
            before = self._inside(noun) + before
        plural = is_plural(self.tokens[noun.head])
        after, end = self.phrases.after(self._past_elect(noun.end), plural=plural or self._is_of_both(noun))
        end = self._past_as(noun, end)
        if EntityType.ORGANIZATION in denoted(noun.word):
            after = after + self._countries_of_leaders(after)
        anchors = [a for a in after if a.how is How.COMPLEMENT] + before
        anchors += [a for a in after if a.how is How.NESTED]
        anchors += list(self._relative(noun, begin))
        return Reading(noun, begin, end, own, holder, anchors, plural)

    def _past_as(self, noun: RoleNoun, i: int) -> int:
        """Past "as chancellor" behind somebody's successor, where the name may follow."""
        _, right = self.index.bounds(noun.head)
        if noun.word not in _HEIRS or i >= right or self.tokens[i].lower_ != "as":
            return i
        _, end = self.phrases.noun_phrase(i + 1, right, coordinated=False)
        return end

    def _is_of_both(self, noun: RoleNoun) -> bool:
        """Whether one person holds the post in two bodies ("chief executive of Nordbank and Helvaara")."""
        of = next((c for c in self.tokens[noun.head].children if c.i == noun.end and c.lower_ == "of"), None)
        bodies = [c for c in of.children if c.dep_ == "pobj"] if of is not None else []
        bodies += [c for body in bodies for c in body.children if c.dep_ == "conj"]
        named = [self.index.by_head.get(body.i) for body in bodies]
        return len(named) == 2 and all(
            m is not None and m.kind is MentionKind.NAME and m.type is EntityType.ORGANIZATION for m in named
        )

    def _countries_of_leaders(self, anchors: list[Anchor]) -> list[Anchor]:
        """The country in the title of the leader whose body it is ("the government of Danish President …")."""
        found = []
        for anchor in anchors:
            if anchor.how is How.COMPLEMENT and anchor.mention.type is EntityType.PERSON:
                start = anchor.mention.start
                while start and inside_phrase(self.tokens[start - 1]):
                    start -= 1
                found += [
                    Anchor(m, How.COMPLEMENT, anchor.word, anchor.distance)
                    for m in self.index.mentions
                    if start <= m.start and m.end <= anchor.mention.end and m.type is EntityType.COUNTRY
                ]
        return found

    def _modifies_next(self, noun: RoleNoun) -> bool:
        """Whether a person noun is only part of a longer title or compound ("deputy minister", "member states")."""
        if noun.end >= len(self.tokens) or EntityType.ORGANIZATION in denoted(noun.word):
            return False
        following = self.tokens[noun.end]
        if following.pos_ != "NOUN" or following.tag_ == "CD":
            return False
        return not self.index.starting(noun.end) or noun.word in ("deputy", "assistant", "vice")

    @staticmethod
    def _is_surname(noun: RoleNoun, holder: TokenMention | None) -> bool:
        """Whether it ends somebody's name ("Stephen King")."""
        named = holder is not None and holder.type is EntityType.PERSON and holder.kind is MentionKind.NAME
        return named and holder is not None and holder.start < noun.start and noun.end == holder.end

    def _is_idiom(self, noun: RoleNoun) -> bool:
        """Whether it is the place of a leader rather than a leader ("came to power at the head of the party")."""
        return noun.word == "head" and [
            t.lower_ for t in self.tokens[max(noun.start - 2, 0) : noun.start]
        ] == [
            "at",
            "the",
        ]

    def _inside(self, noun: RoleNoun) -> list[Anchor]:
        """The body that the noun itself begins with ("army chief", "Danish army chief")."""
        bodies = [m for m in self.index.covering(noun.start) if m.end <= noun.head]
        return [Anchor(m, How.MODIFIER) for m in bodies if m.type is EntityType.ORGANIZATION][:1]

    def _past_elect(self, i: int) -> int:
        if (
            i + 1 < len(self.tokens)
            and self.tokens[i].text == "-"
            and self.tokens[i + 1].lower_ in ("elect", "designate")
        ):
            return i + 2
        return i

    def _relative(self, noun: RoleNoun, begin: int) -> Iterator[Anchor]:
        """What "whose" before the phrase, or "of which" beside the noun, stands for."""
        token = self.tokens[begin] if begin < len(self.tokens) else None
        if token is not None and token.lower_ == "whose":
            for mention in dict.fromkeys(self._antecedents(token)):
                yield Anchor(mention, How.WHOSE)
            return
        head = self.tokens[noun.head]
        for preposition in (
            c for governor in (head, head.head) for c in governor.children if c.pos_ == "ADP"
        ):
            for pronoun in preposition.children:
                if pronoun.tag_ in ("WDT", "WP") and preposition.i < noun.start:
                    antecedent = antecedent_of(pronoun)
                    for mention in self.arguments.single(antecedent) if antecedent is not None else ():
                        yield Anchor(mention, How.COMPLEMENT, preposition.lower_)

    def _antecedents(self, pronoun: Token) -> list[TokenMention]:
        found = []
        antecedent = antecedent_of(pronoun)
        if antecedent is not None and antecedent.i < pronoun.i:
            found += self.arguments.single(antecedent)
        left, _ = self.index.bounds(pronoun.i)
        end = pronoun.i - 1 if pronoun.i > left and self.tokens[pronoun.i - 1].text == "," else pronoun.i
        near = [m for m in (*found, *self.index.ending(end)) if m.type is not EntityType.PLACE]
        if near:
            return near
        return [m for m in reversed(self.index.mentions) if left <= m.start and m.end <= pronoun.i]

    def referents(self, reading: Reading, types: frozenset[EntityType]) -> list[Referent]:
        """Whom the noun denotes: a name beside it, the subject of its clause, or what it refers back to."""
        noun = reading.noun
        if noun.word:
            types = types & denoted(noun.word)
        if reading.holder and reading.holder.type in types:
            return [Referent(reading.holder, BESIDE)]
        if noun.end < len(self.tokens) and is_possessive_mark(self.tokens[noun.end]):
            return self._by_reference(reading, types)
        beside = self._beside(reading, types)
        if beside:
            return [Referent(mention, BESIDE) for mention in beside]
        held = [m for m in self.holders.of(self.tokens[noun.head]) if m.type in types]
        if held:
            stated = not self.holders.is_presupposed(self.tokens[noun.head])
            return [Referent(mention, IN_CLAUSE, stated) for mention in held]
        apposed = [m for m in self._apposed(self.tokens[noun.head]) if m.type in types]
        if apposed:
            return [Referent(mention, IN_CLAUSE) for mention in apposed]
        return self._by_reference(reading, types)

    def _beside(self, reading: Reading, types: frozenset[EntityType]) -> list[TokenMention]:
        noun = reading.noun
        start = self._series_start(reading.begin)
        before = self.names.before(start, types)
        if reading.plural and start != reading.begin:
            before = None
        relative = any(anchor.how is How.WHOSE for anchor in reading.anchors)
        if before and (relative or before.start <= noun.head < before.end):
            before = None
        if before and opens_clause(self.tokens[noun.head], self.tokens[before.head]):
            before = None
        if before and reading.is_indefinite(self.tokens):
            return [before]
        if self._completes_role(reading.begin) and self._has_comma(noun.end):
            return [before] if before else []
        names = self.names.after(noun.end, types, several=reading.plural)
        told = before is not None or self.tokens[noun.head].dep_ == "attr"
        if told and not names and self._leads_to_unnamed(reading):
            return [before] if before else []
        if not names and reading.end != noun.end:
            names = self.names.after(reading.end, types, several=reading.plural)
        if not names and reading.plural:
            names = names_further_on(self.names, noun.end, types)
        if not names and not before and self._opens_with_body(reading):
            names = self.names.after_second_role(noun.end, types)
        if before and not names and reading.plural and not self._is_of_several(reading):
            return self.names.listed_before(before)
        if names or before:
            return names or [before] if before else names
        if reading.is_named_by_of:
            explained = [a.mention for a in reading.anchors if a.how is How.COMPLEMENT and a.word == "of"]
            return [m for m in explained if m.type in types]
        return []

    @staticmethod
    def _leads_to_unnamed(reading: Reading) -> bool:
        """Whether a name behind the phrase is rather that of whom it ends in ("widow of the mayor, Ole Holm")."""
        return any(
            a.mention.kind is MentionKind.NOMINAL and a.mention.type is EntityType.PERSON
            for a in reading.anchors
            if a.how is How.COMPLEMENT and a.mention.end == reading.end
        )

    @staticmethod
    def _is_of_several(reading: Reading) -> bool:
        """Whether each of those named may be tied to another ("leaders of Chad and Niger")."""
        return sum(anchor.how is How.COMPLEMENT for anchor in reading.anchors) > 1

    def _has_comma(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].text == ","

    @staticmethod
    def _opens_with_body(reading: Reading) -> bool:
        """Whether a body or a country stands on a noun for one person without an article before it."""
        owners = [a for a in reading.anchors if a.how in (How.MODIFIER, How.POSSESSIVE)]
        return not reading.plural and any(a.mention.start == reading.begin for a in owners)

    def _completes_role(self, begin: int) -> bool:
        """Whether a phrase only says whose somebody is ("a driver of the minister, Ole Holm,")."""
        left, _ = self.index.bounds(begin)
        if begin - 2 < left or self.tokens[begin - 1].lower_ not in ("of", "to", "for"):
            return False
        return self.tokens[begin - 2].lemma_.lower() in PERSON_NOUNS

    @staticmethod
    def _by_reference(reading: Reading, types: frozenset[EntityType]) -> list[Referent]:
        if reading.own is None or reading.own.type not in types:
            return []
        return [Referent(reading.own, BESIDE if reading.own.kind is MentionKind.NAME else BY_REFERENCE)]

    def _series_start(self, begin: int) -> int:
        """Where a series of roles begins of which this is a later one ("a surgeon and member of …")."""
        left, _ = self.index.bounds(begin)
        if begin - 1 <= left or self.tokens[begin - 1].lower_ not in ("and", "&"):
            return begin
        i = begin - 1
        while i > left and self._goes_on(self.tokens[i - 1]) and begin - i < _SERIES:
            named = next(iter(self.index.ending(i)), None)
            if named and self.tokens[i - 1].pos_ == "PROPN":
                start = self._before_complement(named.start, left)
                if start == named.start and not is_possessive_mark(self.tokens[i]):
                    return begin
                i = start
            else:
                i -= 1
        return i if any(token.is_alpha for token in self.tokens[i : begin - 1]) else begin

    @staticmethod
    def _goes_on(token: Token) -> bool:
        word = token.lower_
        return inside_phrase(token) or token.pos_ == "DET" or is_possessive_mark(token) or word == "by"

    def _before_complement(self, start: int, left: int) -> int:
        """Where the "of" stands that leads to a name which begins here; the same index where none does."""
        i = start
        while i > left and (inside_phrase(self.tokens[i - 1]) or self.tokens[i - 1].pos_ == "DET"):
            i -= 1
        return i - 1 if i > left and self.tokens[i - 1].lower_ in ("of", "at", "for") else start

    def _apposed(self, token: Token) -> list[TokenMention]:
        """What the parser takes for the noun's apposition, either way round."""
        found = []
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
        if token.dep_ == "appos" and token.head.i in self.index.by_head:
            found.append(self.index.by_head[token.head.i])
        for child in token.children:
            mention = self.index.by_head.get(child.i)
            if child.dep_ == "appos" and mention and mention.kind is MentionKind.NAME and child.i > token.i:
                between = {t.lower_ for t in self.tokens[token.i + 1 : mention.start]}
                if not between & {"and", "or", "while", "but"}:
                    found.append(mention)
        return found
