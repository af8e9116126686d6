"""Whom a clause says to hold a role: "Y is, serves as, was elected or was dismissed as chair of Z"."""

from collections.abc import Iterator

from kg.extract.annotations import TokenMention
from kg.extract.predicates import Mentions, grammatical_subjects, is_passive
from kg.extract.predicates.subjects import agents
from kg.extract.roles.index import MentionIndex
from kg.extract.tree import Token
from kg.model import EntityType, MentionKind

_COPULAS = frozenset("be become remain".split())
_OF_SUBJECT = frozenset(
    """serve act work rule govern reign double retire resign quit continue return emerge step stand take
    start begin end stay""".split()
)
"""Verbs whose subject is said to be what follows "as"."""

_OF_OBJECT = frozenset(
    """appoint name elect re-elect reelect choose pick select install nominate designate reappoint confirm hire
    swear inaugurate reinstate recall remove dismiss fire sack oust suspend depose impeach drop promote propose
    crown tap retain keep make call vote re""".split()
)
"""Verbs whose object, or passive subject, is said to be this; "re" is what spaCy makes of "re-elected"."""

_ENDING = frozenset(
    "remove dismiss fire sack oust suspend depose impeach drop recall resign quit retire step replace succeed".split()
)
"""Verbs that take for granted that the role was held, whether they are denied, planned or asked for."""

_OF_BOTH = frozenset("replace succeed follow".split())
"""Verbs whose subject and object have held the same post."""

_TENURES = frozenset(
    """resignation departure dismissal removal ouster tenure stint term role position job post career time years
    appointment election reelection re-election nomination confirmation return work retirement suspension
    inauguration promotion""".split()
)
"""Nouns whose owner is said to hold, get or lose what follows "as" ("her tenure as chair")."""

_TO_COME = frozenset("appointment election nomination confirmation promotion return".split())
"""Those that may still be planned or fail."""

_COUNTED = frozenset("one two three four several some many".split())
_AMONG = frozenset(("among", "amongst"))
_NAMED = frozenset(("dobj", "oprd", "dative"))


class Holders:
    """Finds them in one document."""

    def __init__(self, index: MentionIndex, arguments: Mentions) -> None:
        self.index = index
        self.arguments = arguments

    def of(self, noun: Token) -> list[TokenMention]:
        """Who holds the role of a noun, by the clause in which it stands."""
        if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
            named = [self.index.by_head.get(c.i) for c in noun.head.children if c.dep_ == "attr"]
            return [m for m in named if m and m.kind is MentionKind.NAME]
        if noun.dep_ == "nsubj" and noun.head.lemma_ == "include":
            listed = [m for c in noun.head.children if c.dep_ == "dobj" for m in self.arguments.of(c)]
            return [m for m in listed if m.kind is MentionKind.NAME]
        heads = dict.fromkeys(head.i for head in self._heads(noun))
        found = [m for i in heads for m in self._denoted(noun.doc[i])]
        return [m for m in found if m.head != noun.i]

    def _denoted(self, head: Token) -> list[TokenMention]:
        """Whom a noun phrase denotes; without those coordinated who get a post of their own ("… and Bo Ek as envoy")."""
        apart = head.dep_ == "conj" or any(c.dep_ == "conj" and _has_as(c) for c in head.children)
        return self.arguments.single(head) if apart and not _shares_as(head) else self.arguments.of(head)

    def appointers(self, noun: Token) -> list[TokenMention]:
        """Who gives or takes the role of a noun, by the clause in which it stands."""
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
        if verb.lemma_ not in _OF_OBJECT or noun.dep_ not in ("pobj", "oprd"):
            return []
        heads = agents(verb) if is_passive(verb) else grammatical_subjects(verb)
        return [m for head in heads for m in self.arguments.of(head)]

    @staticmethod
    def is_presupposed(noun: Token) -> bool:
        """Whether the clause takes the role for granted ("refused to resign as chair")."""
        held = _ENDING | _TENURES - _TO_COME
        return noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.lemma_ in held

    def _heads(self, noun: Token) -> Iterator[Token]:
        """The noun phrases that a clause equates with a noun."""
        noun = _counted_from(noun)
        if noun.dep_ == "attr" and noun.head.lemma_ in _COPULAS:
            yield from grammatical_subjects(noun.head)
        elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
            governor = noun.head.head
            if governor.lemma_ in _TENURES:
                yield from _owners(governor)
            elif governor.pos_ == "PROPN" and (governor.dep_ == "conj" or noun.head.nbor(-1).text == ","):
                yield governor  # "Ann Lee, as chair of the panel, …"
            elif _is_fronted(noun.head):
                yield from grammatical_subjects(governor)
            else:
                yield from self._as(governor)
        elif noun.dep_ == "pobj" and noun.head.lower_ in _AMONG and noun.head.head.lemma_ in _COPULAS:
            yield from grammatical_subjects(noun.head.head)
        elif noun.dep_ in ("oprd", "dobj") and noun.head.lemma_ in _OF_OBJECT:
            yield from self._called(noun)

    @staticmethod
    def _as(verb: Token) -> Iterator[Token]:
        """Reads "serves as", "was dismissed as", "dismissed her as", "replaced him as"."""
        if verb.lemma_ in _OF_SUBJECT or verb.lemma_ in _OF_BOTH or is_passive(verb):
            yield from grammatical_subjects(verb)
        if verb.lemma_ in _OF_OBJECT | _OF_BOTH and not is_passive(verb):
            yield from (child for child in verb.children if child.dep_ in _NAMED)

    def _called(self, noun: Token) -> Iterator[Token]:
        """Reads "named her president", "was elected president"."""
        verb = noun.head
        if is_passive(verb):
            yield from grammatical_subjects(verb)
        elif noun.dep_ == "oprd":
            yield from (c for c in verb.children if c.dep_ in _NAMED and c.i < noun.i)
            yield from (c for c in noun.children if c.dep_ in ("nmod", "compound") and self._is_person(c))

    def _is_person(self, token: Token) -> bool:
        mention = self.index.by_head.get(token.i)
        return mention is not None and mention.type is EntityType.PERSON


def _is_fronted(preposition: Token) -> bool:
    """Whether "as" tells in what post somebody does what follows: "As chair, she met", "who as chair met"."""
    verb = preposition.head
    return (
        verb.pos_ == "VERB"
        and preposition.i < verb.i
        and (
            preposition.i == preposition.sent.start
            or preposition.nbor(-1).lower_ in ("who", "and", "but", ",")
        )
        and not any(c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i for c in verb.children)
    )


def _has_as(name: Token) -> bool:
    return any(c.lower_ == "as" and c.dep_ == "prep" for c in name.children)


def _shares_as(name: Token) -> bool:
    return name.dep_ == "conj" and not _has_as(name)


def _owners(noun: Token) -> Iterator[Token]:
    """Whose a noun is: "her tenure", "the resignation of Ann Lee"."""
    yield from (c for c in noun.children if c.dep_ == "poss")
    of = (c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of")
    yield from (c for preposition in of for c in preposition.children if c.dep_ == "pobj")


def _counted_from(noun: Token) -> Token:
    """The word that tells how many of a noun are meant ("one of her allies"), or the noun itself."""
    counting = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return counting if counting.lower_ in _COUNTED else noun
