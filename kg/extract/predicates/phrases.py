"""Noun phrases: the mentions that they stand for, and how they hang together."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.annotations import TokenMention, mentions_by_head
from kg.extract.clauses import is_infinitive
from kg.extract.predicates.lexicon import (
    CALENDAR,
    COMPOUNDING,
    JOINT,
    JUDGED,
    PREPOSITION_NOUNS,
    PREPOSITION_WORDS,
    QUANTITIES,
)
from kg.extract.tree import Doc, Token
from kg.extract.words import is_surname
from kg.model import MentionKind

RELATIVE = frozenset(("WDT", "WP", "WRB"))
REACH = 9
"""How many tokens after a group "among them" is looked for."""
GROUPS = frozenset(("pair", "duo", "trio", "quartet", "couple", "both", "all"))
"""Words without a plural that denote as many as their names are."""
_MODIFYING = frozenset("compound det amod nmod poss nummod case".split())
MAX_CLIMB = 6
"""How far up a parse is followed; deeper ones are the parser's confusion."""

DEEDS = frozenset(
    """deal move step decision plan law bill charge claim allegation accusation act attack merger takeover sale
    agreement treaty pact proposal policy war ruling verdict measure crime project vote offer idea demand""".split()
)
"""What explains a whole clause rather than the name that it follows ("sold to Nordbank, a deal that …")."""


class Mentions:
    """The mentions that a noun phrase stands for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.by_head = mentions_by_head(doc)

    def of(self, head: Token) -> list[TokenMention]:
        """The mentions of a noun phrase and of what is coordinated with it, in the order of the text."""
        found: dict[tuple[int, str], TokenMention] = {}
        for conjunct in coordinated(head):
            for mention in self.single(conjunct):
                found.setdefault((mention.head, mention.entity), mention)
        return sorted(found.values(), key=lambda m: m.head)

    def single(self, head: Token, depth: int = 0) -> list[TokenMention]:
        """The mentions of one noun phrase: its own, its apposition's, or of what a transparent noun counts."""
        if depth > MAX_CLIMB:
            return []
        mention = self.by_head.get(head.i)
        if mention and mention.members:
            return self._members(mention)
        if listed := self._listed(head, mention) or self._called(head):
            return listed
        if mention and not mention.tentative:
            return [mention]
        if is_relative(head) and (antecedent := antecedent_of(head)):
            return self.of(antecedent)
        apposed = [m for c in head.children if c.dep_ == "appos" for m in self.single(c, depth + 1)]
        named = [m for m in apposed if not m.tentative]
        if named:
            # "her husband, Ales Reut": where the types differ, the frame's own decides
            return [*named, mention] if mention and mention.type is not named[0].type else named
        if (
            head.lemma_.lower() in QUANTITIES
            and head.lower_ != "shares"
            and (counted := governed_by(head, "of"))
        ):
            return [m for noun in counted for m in self.of(noun)]
        if mention:
            return [mention]
        return apposed or self._of_predicate(head, depth) or self._in_apposition(head)

    def _in_apposition(self, noun: Token) -> list[TokenMention]:
        """Of a description that is no mention of its own, whom it describes ("Ahmed Dlimi, the man whom …")."""
        if noun.dep_ != "appos" or noun.i < noun.head.i or noun.lemma_.lower() in DEEDS:
            return []
        described = self.by_head.get(noun.head.i)
        return [described] if described and not described.tentative else []

    def _members(self, mention: TokenMention) -> list[TokenMention]:
        """One mention for each member of a set."""
        entities = self.doc._.kg_entities
        return [
            replace(mention, entity=key, type=entities[key].type, members=())
            for key in mention.members
            if key in entities
        ]

    def _listed(self, head: Token, mention: TokenMention | None) -> list[TokenMention]:
        """The names of a group that names its members ("two envoys, Ann Lee and Bo Ek")."""
        if (head.tag_ not in ("NNS", "NNPS", "CD") and head.lower_ not in GROUPS) or (
            mention and mention.kind is MentionKind.NAME
        ):
            return []
        counted = governed_by(head, "of") if head.tag_ == "CD" else []
        apposed = [m for g in (head, *counted) for c in g.children if c.dep_ == "appos" for m in self.of(c)]
        names = [m for m in apposed if m.kind is MentionKind.NAME] or self._described(head)
        return names if len(names) > 1 else []

    def _described(self, group: Token) -> list[TokenMention]:
        """The names before a group in apposition to all of them ("Ann Lee and Bo Ek, two nurses whom …")."""
        if group.dep_ != "appos":
            return []
        first = group.head
        while first.dep_ == "conj":
            first = first.head
        members = [self.by_head.get(noun.i) for noun in coordinated(first) if noun.i < group.i]
        return [m for m in members if m and m.kind is MentionKind.NAME]

    def _called(self, head: Token) -> list[TokenMention]:
        """The name in "a Dane named Bo Ek"."""
        named = (c for c in head.children if c.dep_ == "acl" and c.lower_ in ("named", "called"))
        found = [self.by_head.get(name.i) for verb in named for name in verb.children if name.dep_ == "oprd"]
        return [m for m in found if m and m.kind is MentionKind.NAME]

    def _of_predicate(self, noun: Token, depth: int) -> list[TokenMention]:
        """Of whom a noun after "be" speaks ("Kanu is the first to …")."""
        if noun.dep_ != "attr" or noun.head.lemma_ != "be":
            return []
        subjects = [c for c in noun.head.children if c.dep_ == "nsubj" and c.i < noun.i]
        return [m for subject in subjects for m in self.single(subject, depth + 1)]


def coordinated(head: Token) -> Iterator[Token]:
    """The head and what is joined to it by "and" or "or", from left to right."""
    yield head
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
            yield from coordinated(child)
        elif child.dep_ == "prep" and (child.lower_ in ("including", "like") or _adds(child)):
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                yield from coordinated(noun)
    if (member := _among_them(head)) is not None:
        yield from coordinated(member)


def _among_them(group: Token) -> Token | None:
    """The noun after "the captives, among them", whatever the parser made of it."""
    if group.tag_ not in ("NNS", "NNPS", "NN", "CD"):
        return None
    for token in group.doc[group.i + 1 : min(group.i + REACH, group.sent.end - 2)]:
        if token.lower_ == "among" and token.nbor(1).lower_ == "them":
            noun = token.nbor(2)
            while noun.dep_ in _MODIFYING and noun.head.i > noun.i:
                noun = noun.head
            return noun if noun.pos_ in ("NOUN", "PROPN") else None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and token.dep_ != "pobj":
            return None
    return None


def _adds(preposition: Token) -> bool:
    """Whether what follows belongs to the group ("such as", "along with")."""
    if preposition.lower_ == "as":
        return any(c.lower_ == "such" for c in preposition.children)
    noun = preposition.head
    visited = noun.dep_ in ("dobj", "pobj") and noun.pos_ == "PROPN" and noun.ent_type_ not in ("PERSON", "")
    joint = noun.dep_ == "dobj" and noun.head.lemma_ in JOINT
    return preposition.lower_ == "with" and _is_together(preposition) and not visited and not joint


def antecedent_of(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for, also in "it was she who …"."""
    token = pronoun
    for _ in range(MAX_CLIMB):
        if token.dep_ == "relcl":
            return token.head
        if token.dep_ == "ccomp" and token.head.lemma_ == "be":
            return next((c for c in token.head.children if c.dep_ == "attr" and c.i < pronoun.i), None)
        if token.head == token:
            return None
        token = token.head
    return None


def governed_by(token: Token, *prepositions: str) -> list[Token]:
    """The nouns after these prepositions directly under a token, also where the preposition is said again."""
    return [
        noun
        for child in token.children
        for preposition in _repeated(child)
        if preposition.lower_ in prepositions and not completes_preposition(preposition)
        for noun in _introduced(preposition)
    ]


def _introduced(preposition: Token) -> Iterator[Token]:
    """The nouns after a preposition; of "pleaded with Chad to pay" the parser may make one clause, which Chad begins."""
    for noun in preposition.children:
        if noun.dep_ == "pobj":
            yield noun
        elif noun.dep_ == "pcomp":
            first = [c for c in noun.children if c.dep_ == "nsubj"] if is_infinitive(noun) else []
            yield from first or [noun]


def is_time(noun: Token) -> bool:
    """Whether a noun after a preposition says when ("on Friday", "in 2019")."""
    return (noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in CALENDAR) and not is_surname(noun)


def ordering(token: Token) -> list[Token]:
    """On whose word it is done: "by order of the court", "on the orders of a judge", "on her orders"."""
    return [
        antecedent_or_self(noun)
        for order in governed_by(token, "by", "on", "under", "upon")
        if order.lemma_.lower() in ("order", "instruction", "decree", "ruling")
        for noun in [c for c in order.children if c.dep_ == "poss"] or governed_by(order, "of", "from")
    ]


def completes_preposition(token: Token) -> bool:
    """Whether a preposition is the end of a longer one: "according to", "in response to", "in exchange for"."""
    before = token.head
    if token.lower_ not in COMPOUNDING:
        return False
    if before.lower_ in PREPOSITION_WORDS:
        return before.pos_ != "NOUN"
    return (
        before.lower_ in PREPOSITION_NOUNS and before.dep_ == "pobj" and before.head.lower_ in ("in", "with")
    )


def _repeated(preposition: Token) -> Iterator[Token]:
    """A preposition and those coordinated with it ("on the firm and on its owner")."""
    if preposition.dep_ in ("prep", "agent", "dative") or (
        preposition.dep_ == "conj" and preposition.pos_ == "ADP"
    ):
        yield preposition
        for child in preposition.children:
            if child.dep_ == "conj" and child.pos_ == "ADP":
                yield from _repeated(child)


def is_reciprocal(token: Token) -> bool:
    """Whether a noun phrase is "each other" or "one another"."""
    pair = {token.lower_, *(c.lower_ for c in token.children if abs(c.i - token.i) == 1)}
    return pair >= {"each", "other"} or pair >= {"one", "another"}


def antecedent_or_self(token: Token) -> Token:
    return (antecedent_of(token) or token) if is_relative(token) else token


def is_relative(token: Token) -> bool:
    """Whether it is a relative pronoun; the tagger takes the "that" of "a firm that Lee founded" for a conjunction."""
    if token.tag_ in RELATIVE:
        return True
    return (
        token.lower_ == "that" and token.dep_ == "dobj" and token.tag_ == "IN" and token.head.dep_ == "relcl"
    )


def possessors_inside(noun: Token) -> list[list[Token]]:
    """Whose it is, of an argument: possessive, by-phrase, modifier, its modifier, or of-phrase, the likeliest first."""
    modifiers = modifiers_of(noun)
    return [
        [antecedent_or_self(c) for c in noun.children if c.dep_ == "poss"],
        governed_by(noun, "by"),
        modifiers,
        [inner for modifier in modifiers for inner in modifiers_of(modifier)],
        [
            agent
            for c in noun.children
            if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ not in JUDGED
            for agent in governed_by(c, "by")
        ],
        governed_by(noun, "of", "in"),
    ]


def modifiers_of(noun: Token) -> list[Token]:
    """Adjectives and nouns before a noun ("Syrian government" in "Syrian government shelling")."""
    return [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]


def companions(verb: Token) -> list[Token]:
    """Who else stands in a role of the verb, by "together with" or "along with"."""
    prepositions = [c for child in verb.children for c in (child, *child.children)]
    return [
        noun
        for preposition in prepositions
        if preposition.dep_ == "prep" and preposition.lower_ == "with" and _is_together(preposition)
        for noun in preposition.children
        if noun.dep_ == "pobj"
    ]


def _is_together(preposition: Token) -> bool:
    words = {c.lower_ for c in preposition.children if c.i < preposition.i}
    if preposition.i:
        words.add(preposition.nbor(-1).lower_)
    return bool(words & {"together", "along"})


def unique(tokens: Iterable[Token]) -> list[Token]:
    """The tokens once each, in the order given."""
    return list({token.i: token for token in tokens}.values())
