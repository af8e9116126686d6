"""Finds noun phrases that denote people, bodies, countries and places without naming them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.bodies import BODY_NOUNS, GIANTS, PLURAL_BODY_NOUNS, WEAK_BODY_NOUNS
from kg.extract.lexicon.people import COUNT_NOUNS, PERSON_NOUNS, TITLE_NOUNS
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.places import NAME_ENDS
from kg.extract.lexicon.words import DEFINITE
from kg.extract.mentions.denotation import Denotation
from kg.extract.mentions.name_types import lemma_of
from kg.extract.mentions.noun_phrases import REACH, determiner, left_edge, reach
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType, MentionKind

BARE_BODIES: Final = word_set(
    "police parliament opposition prosecutors authorities congress customs gendarmerie guerrillas"
)
"""Bodies that stand without a determiner."""
WEAK_PERSONS: Final = word_set(
    """head figure source subject character guest member partner side star model guide lead support major
    minor majority minority author party expert general private principal patient individual native crown
    count page chair professional couple youth poor rich elite circle folk generation user winner loser
    speaker champion driver defender striker director heir monitor observer guard porter cook judge"""
)
"""People only where a determiner, a number or the plural shows it."""
LED: Final = word_set(
    "regime government administration leadership presidency cabinet party dictatorship coalition"
)
"""Bodies that a person's name after "of" tells."""
RULE: Final = word_set("leadership presidency")
"""Of a person these are what somebody does rather than a body."""
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
"""What heads a nominal, if it is not the plain noun of an unnamed place."""
SEEKING: Final = word_set(
    "elect reelect run stand campaign seek win assume vie compete contend rise ascend lose contest bid race candidate"
)
"""What people do about an office, and nouns for it."""
ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos"})
BEFORE_PEOPLE: Final = word_set(
    """junta army police government opposition party union council parliament court navy military ministry embassy
    company bank cartel gang militia regime coalition alliance guard intelligence senate congress
    commission club newspaper administration rebel customs coastguard"""
)
"""Bodies that stand before a noun for their people."""
AFTER_BODIES: Final = PERSON_NOUNS | word_set(
    "delegation spokesman forces troops source position barracks gunner base"
)
BANDS: Final = word_set("group movement militia rebels militants gang faction")
"""What has a military chief or spokesman though it is no state."""
PARTNERS: Final = word_set(
    "ally rival neighbour neighbor partner foe enemy adversary backer opponent archrival arch-rival"
)
HOUSED: Final = word_set("children women men girls boys veterans mothers workers")
HOUSING: Final = word_set(
    "hospital prison school home shelter ward clinic jail college centre center club team football rights union"
)
"""What is for those who stand before it, rather than theirs."""
FIELDS: Final = word_set(
    "foreign interior defence defense finance justice health oil energy trade education labour labor"
)
"""What a ministry is for."""
PREDICATES: Final = frozenset({"attr", "oprd"})
COPULAS: Final = word_set(
    "be become remain call consider name elect appoint declare proclaim deem brand label dub"
)
NOT_AS: Final = word_set("such well same much far soon long many")
"""Before "as", words after which no predicate follows ("such as", "as well as")."""
QUANTITIES: Final = word_set("several some many few more most dozens")
ARMED: Final = word_set(
    "security rebel government armed special loyalist separatist insurgent pro-government allied regular ground"
)
"""What makes "forces" a body though nothing else does."""
LOYAL: Final = (["loyal"], ["allied"], ["aligned"])
"""What does so after it."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase without its article.

    Attributes:
        start, end, head: token indices; the phrase goes no further right than its head, except over "of NAME".
        lemma: the singular of its noun.
        type: what the noun denotes.
        determiner: "the", "a", a possessive ("his", "'s") or the empty string.
        plural: it denotes several.
        numbered: it has a number or a quantity ("two", "some").
        describes: modifying nouns and adjectives, in lower case.
        inside: entities named inside, left of the head or after "of".
        predicate: it is said of a subject ("is a writer").
        reach: where its complements end ("of the opposition", "familiar with the plan"), or 0.
    """

    start: int
    end: int
    head: int
    lemma: str
    type: EntityType
    determiner: str
    plural: bool = False
    numbered: bool = False
    describes: frozenset[str] = frozenset()
    inside: tuple[str, ...] = ()
    predicate: bool = False
    reach: int = 0

    @property
    def definite(self) -> bool:
        """Whether it speaks of something known."""
        return self.determiner in DEFINITE


class NominalFinder:
    """Finds the nominals of a document around its named mentions.

    Args:
        words: the tokens.
        mentions: what is named.
        closed: tokens where no mentions are wanted.
    """

    def __init__(self, words: Words, mentions: Sequence[TokenMention], closed: frozenset[int]) -> None:
        self.w = words
        self.closed = closed
        self.by_head = {m.head: m for m in mentions}
        self.denotation = Denotation(words, self.by_head)
        self.named: dict[int, TokenMention] = {}
        for mention in mentions:
            if mention.kind is MentionKind.NAME:
                for i in range(mention.start, mention.end):
                    self.named.setdefault(i, mention)

    def find(self) -> Iterator[Nominal]:
        """The nominals in the order of their heads."""
        for i, (token, pos) in enumerate(zip(self.w.tokens, self.w.pos, strict=True)):
            if pos not in _NOMINAL and token.tag_ != "NN":
                continue
            if i in self.named or i in self.by_head or i in self.closed:
                continue
            if (nominal := self._counted(i) or self._at(i)) is not None:
                yield nominal

    def _at(self, i: int) -> Nominal | None:
        """The nominal that a noun heads; a building that is attacked is one even where its noun alone would not tell."""
        kind = self.denotation.of(i)
        found = self._nominal(i, kind) if kind is not None else None
        return self._nominal(i, EntityType.PLACE) if found is None and self.denotation.is_site(i) else found

    def _nominal(self, i: int, kind: EntityType) -> Nominal | None:
        w, token = self.w, self.w.tokens[i]
        if self._modifies_noun(token):
            return self._modifying_body(token) if kind is EntityType.ORGANIZATION else None
        determined, start = determiner(w, left_edge(w, token), i)
        left = [c for c in token.children if start <= c.i < i]
        describes = frozenset(
            w.lower[c.i]
            for c in left
            if c.dep_ in ("amod", "compound", "nmod")
            and ("-" in w.text[c.i][1:] or not w.text[c.i][0].isupper())
        )
        numbered = any(
            c.dep_ in ("nummod", "quantmod") or w.lower[c.i] in QUANTITIES for c in token.children if c.i < i
        )
        inside = self._inside(start, i)
        lemma = lemma_of(w, i)
        if lemma == "prosecutor" and kind is EntityType.ORGANIZATION:
            lemma = "prosecutors"
        plural = (
            token.tag_ in ("NNS", "NNPS") or w.lower[i] in ("people", "police") or w.lower[i] in COUNT_NOUNS
        )
        if kind is EntityType.ORGANIZATION and lemma in GIANTS:
            lemma, describes = "company", frozenset()
        if plural and w.lower[i] in PLURAL_BODY_NOUNS:
            lemma, plural = w.lower[i], False
        end = i + 1
        furthest = reach(w, token, kind) or self._in_place(i)
        if kind is EntityType.PLACE and (of := self._of_name(token, EntityType.PLACE)) is not None:
            furthest, inside = of.end, (of.entity,)
        elif kind is EntityType.PLACE and lemma in NAME_ENDS and inside and w.text[i - 1][0].isupper():
            furthest = 0  # "Sund prison in Holm": the name goes no further
        elif kind is not EntityType.PERSON and not inside and (of := self._of_name(token)) is not None:
            end, inside = of.end, (of.entity,)
        said = self._predicate(token)
        found = Nominal(
            start, end, i, lemma, kind, determined, plural, numbered, describes, inside, said, furthest
        )  # fmt: skip
        return found if self._substantial(found) else None

    def _in_place(self, i: int) -> int:
        """The end of "in PLACE" right after a noun, whatever the parse hangs it on; 0 where there is none."""
        if i + 2 >= len(self.w) or self.w.lower[i + 1] != "in":
            return 0
        place = self.named.get(i + 2)
        return (
            place.end if place is not None and place.start == i + 2 and place.type is EntityType.PLACE else 0
        )

    def _counted(self, i: int) -> Nominal | None:
        """People that only a number tells: "nine of them", "the four"."""
        w, token = self.w, self.w.tokens[i]
        if w.pos[i] != "NUM" or token.dep_ not in ARGUMENTS or (w.text[i].isdigit() and len(w.text[i]) >= 4):
            return None
        of = next((c for c in token.children if c.i == i + 1 and c.lower_ == "of"), None)
        before = w.lower[i - 1] if i else ""
        if of is not None:
            told = [o for o in of.children if o.dep_ == "pobj" and self.denotation.is_people(o)]
            if not told:
                return None
            end = min(told[0].i + 1, i + REACH)
            start = min([i, *(c.i for c in token.children if c.i < i and c.dep_ in ("compound", "amod"))])
            return Nominal(
                start,
                i + 1,
                i,
                "people",
                EntityType.PERSON,
                "a",
                w.lower[i] != "one",
                numbered=True,
                reach=end,
            )
        if before in ("the", "all") and not any(c.dep_ in ("nummod", "quantmod") for c in token.children):
            return Nominal(i, i + 1, i, "people", EntityType.PERSON, "the", plural=True, numbered=True)
        return None

    def _modifying_body(self, token: Token) -> Nominal | None:
        """The body before a noun for people ("the army chief", "Danish police officers")."""
        i, lemma = token.i, lemma_of(self.w, token.i)
        if lemma not in BEFORE_PEOPLE or i + 1 >= len(self.w) or lemma_of(self.w, i + 1) not in AFTER_BODIES:
            return None
        first = i
        while (
            first
            and self.w.lower[first - 1] in FIELDS
            and self.w.tokens[first - 1].head.i in (i, token.head.i)
        ):
            first -= 1
        if lemma == "military" and self._is_wing(first, i):
            return None
        marked = self.w.text[first - 1] in ("'s", "’s") if first else False
        owner = self.by_head.get(first - 2 if marked else first - 1) if first > marked else None
        owned = owner is not None and (
            owner.type is EntityType.COUNTRY or (marked and owner.type is EntityType.ORGANIZATION)
        )
        inside = (owner.entity,) if owner is not None and owned else ()
        start = owner.start if owner is not None and inside else i
        describes = frozenset(self.w.lower[first:i]) if inside else frozenset()
        return Nominal(
            start, i + 1, i, lemma, EntityType.ORGANIZATION, "the", describes=describes, inside=inside
        )

    def _is_wing(self, first: int, i: int) -> bool:
        """Whether "military" tells the field of somebody who serves a body that is no state ("the Hamas military chief")."""
        before = first - 1 if first and self.w.text[first - 1] in ("'s", "’s", "'", "’") else first
        owner = self.by_head.get(before - 1)
        if owner is not None and owner.type is EntityType.ORGANIZATION:
            return True
        if first and self.w.lower[before - 1] in BANDS:
            return True
        of = next((c for c in self.w.tokens[i].head.children if c.lower_ == "of" and c.i > i), None)
        led = [m for o in (of.children if of is not None else ()) if (m := self.by_head.get(o.i)) is not None]
        return any(m.type is EntityType.ORGANIZATION for m in led)

    def _modifies_noun(self, token: Token) -> bool:
        """Whether the noun only qualifies another noun or stands as a title before a name."""
        if token.dep_ == "poss" and token.lower_ in HOUSED and token.head.lemma_ in HOUSING:
            return True  # "a children's hospital"
        if token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i:
            between = range(token.i + 1, token.head.i + 1)
            if token.head.i in self.named and token.head.pos_ == "PROPN":
                return True
            return all(
                self.w.pos[k] in ("NOUN", "PROPN", "ADJ", "PART") or self.w.text[k] in ("-", "–")
                for k in between
            )
        i = token.i
        if i + 1 < len(self.w) and self.w.text[i + 1] in ("-", "–") and self.w.glued[i]:
            return True
        follows = self.named.get(i + 1)
        if follows and follows.start == i + 1 and follows.type is EntityType.PERSON:
            return self.w.lower[i] in TITLE_NOUNS or self.w.lower[i] in PERSON_NOUNS
        titled = follows and follows.start == i + 1 and token.tag_ != "NNS"
        if titled and follows and follows.type is EntityType.COUNTRY:
            return self.w.lower[i] in PARTNERS  # "Chad's ally Togo"
        return bool(titled and follows and follows.type is EntityType.ORGANIZATION)

    def _inside(self, start: int, head: int) -> tuple[str, ...]:
        seen: list[str] = []
        for k in range(start, head):
            mention = self.named.get(k) or self.by_head.get(k)
            if mention is not None and mention.entity not in seen:
                seen.append(mention.entity)
        return tuple(seen)

    def _of_name(self, token: Token, wanted: EntityType | None = None) -> TokenMention | None:
        """What a phrase names after "of": a country or a leader ("the government of President Holm"), or `wanted`."""
        for child in token.children:
            if child.lower_ == "of" and child.i == token.i + 1:
                for obj in child.children:
                    mention = self.by_head.get(obj.i)
                    if obj.dep_ != "pobj" or mention is None:
                        continue
                    if wanted is not None:
                        return mention if mention.type is wanted else None
                    if mention.type is EntityType.COUNTRY:
                        return mention
                    led = mention.type is EntityType.PERSON and lemma_of(self.w, token.i) in LED
                    return mention if led else None
        return None

    def _substantial(self, nominal: Nominal) -> bool:
        """Whether the phrase denotes somebody or something, rather than an idiom or nobody."""
        if nominal.determiner == "no":
            return False
        shown = bool(nominal.determiner or nominal.inside) or nominal.numbered
        bare = nominal.plural or (self.w.headline and not self.w.sentence[nominal.head])
        if nominal.type is EntityType.PERSON:
            if nominal.lemma in COUNT_NOUNS and not nominal.plural:
                return False
            if nominal.lemma == "figure" and not nominal.describes:
                return False
            if nominal.lemma == "head" and nominal.determiner in ("his", "her", "my") and not nominal.reach:
                return False  # "a price on his head"
            if nominal.lemma == "fighter" and "jet" in nominal.describes:
                return False
            return shown or bare or (bool(nominal.describes) and nominal.lemma not in WEAK_PERSONS)
        if nominal.type is EntityType.ORGANIZATION:
            if nominal.lemma in RULE and (self._of_person(nominal) or self._is_sought(nominal)):
                return False
            if self._is_deed(nominal):
                return False
            if nominal.lemma in WEAK_BODY_NOUNS:
                if nominal.plural and not nominal.inside:
                    return False
                told = nominal.determiner not in ("", "a") or bool(nominal.inside)
                loyal = self.w.lower[nominal.head + 1 : nominal.head + 2] in LOYAL
                armed = nominal.lemma == "forces" and (loyal or bool(nominal.describes & ARMED))
                return told or armed or bool(nominal.describes & BODY_NOUNS)
            return shown or bare or bool(nominal.describes) or nominal.lemma in BARE_BODIES
        return shown and not nominal.plural

    def _is_deed(self, nominal: Nominal) -> bool:
        """Whether it is what somebody does rather than a body ("its opposition to the deal", "thanked for his service")."""
        owned = nominal.determiner in ("his", "her", "its", "their", "my", "our", "'s")
        if nominal.lemma == "opposition":
            return any(
                c.lower_ in ("to", "from") and c.dep_ == "prep" for c in self.w.tokens[nominal.head].children
            )
        return nominal.lemma == "service" and (
            "military" in nominal.describes
            or (owned and not nominal.describes and self._word_before(nominal) == "for")
        )

    def _word_before(self, nominal: Nominal) -> str:
        """The word before the phrase."""
        return self.w.lower[nominal.start - 1] if nominal.start else ""

    def _is_sought(self, nominal: Nominal) -> bool:
        """Whether it is an office that people run for rather than a body ("elected to the presidency")."""
        token = self.w.tokens[nominal.head]
        verb = token.head.head if token.dep_ == "pobj" else token.head
        return token.dep_ in ("pobj", "dobj") and verb.lemma_ in SEEKING

    def _of_person(self, nominal: Nominal) -> bool:
        """Whether a possessive names a person as the owner: "his leadership", "Holm's presidency"."""
        if nominal.determiner in ("his", "her", "my"):
            return True
        owner = self.named.get(nominal.start)
        return nominal.determiner == "'s" and owner is not None and owner.type is EntityType.PERSON

    def _predicate(self, token: Token) -> bool:
        """Whether a noun says what somebody is: "is a writer", "chose Holm as leader"; not "there were writers"."""
        if token.dep_ in PREDICATES and token.head.lemma_ in COPULAS:
            return not any(c.dep_ == "expl" for c in token.head.children)
        as_ = token.head
        return (
            token.dep_ == "pobj"
            and as_.lower_ == "as"
            and as_.dep_ == "prep"
            and as_.head.pos_ in ("VERB", "NOUN", "PROPN")
            and (as_.i == 0 or as_.nbor(-1).lower_ not in NOT_AS)
        )
