"""Finds noun phrases that denote people, bodies, countries and places without naming them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.bodies import BODY_NOUNS, PLURAL_BODY_NOUNS, WEAK_BODY_NOUNS
from kg.extract.lexicon.people import COUNT_NOUNS, PERSON_NOUNS, TITLE_NOUNS
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.places import COUNTRY_NOUNS, PLACE_NOUNS
from kg.extract.lexicon.words import CALENDAR, DEFINITE, POSSESSIVES
from kg.extract.name_types import lemma_of
from kg.extract.words import QUOTES, Words
from kg.model import EntityType, MentionKind

BARE_BODIES: Final = word_set(
    "police parliament opposition prosecutors authorities congress customs gendarmerie guerrillas"
)
"""Bodies that stand without a determiner."""
WEAK_PERSONS: Final = word_set(
    """head figure source subject character guest member partner side star model guide lead support major minor majority
    minority author party expert general private principal patient individual native crown count page chair professional
    couple youth poor rich elite circle folk generation user winner loser speaker champion driver defender striker
    director heir monitor observer guard porter cook judge"""
)
"""People only where a determiner, a number or the plural shows it."""
LED: Final = word_set(
    "regime government administration leadership presidency cabinet party dictatorship coalition"
)
"""Bodies that a person's name after "of" tells."""
ARGUMENTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos"})
BEFORE_PEOPLE: Final = word_set(
    """army police government opposition party union council parliament court navy military ministry embassy company bank
    cartel gang militia regime coalition alliance guard intelligence senate congress commission club newspaper
    administration rebel customs coastguard"""
)
"""Bodies that stand before a noun for their people."""
AFTER_BODIES: Final = PERSON_NOUNS | word_set(
    "delegation spokesman forces troops source position barracks gunner base"
)
COMPLEMENTS: Final = {
    EntityType.PERSON: word_set("of in to for with on close familiar loyal"),
    EntityType.ORGANIZATION: word_set("of in for to"),
    EntityType.PLACE: word_set("of in on"),
    EntityType.COUNTRY: word_set("of"),
}
"""What the complement of a noun may begin with."""
REACH: Final = 9
"""Longest complement, in tokens."""
MODIFIERS: Final = frozenset(
    {
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "advmod",
        "predet",
        "quantmod",
        "npadvmod",
        "punct",
        "case",
        "neg",
    }
)
PREDICATES: Final = frozenset({"attr", "oprd"})


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
    plural: bool
    numbered: bool
    describes: frozenset[str]
    inside: tuple[str, ...]
    predicate: bool
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
        self.named: dict[int, TokenMention] = {}
        for mention in mentions:
            if mention.kind is MentionKind.NAME:
                for i in range(mention.start, mention.end):
                    self.named.setdefault(i, mention)

    def find(self) -> Iterator[Nominal]:
        """The nominals in the order of their heads."""
        for i in range(len(self.w)):
            if i in self.named or i in self.by_head or i in self.closed:
                continue
            if (counted := self._counted(i)) is not None:
                yield counted
            elif (kind := self._kind(i)) is not None and (nominal := self._nominal(i, kind)) is not None:
                yield nominal

    def _kind(self, i: int) -> EntityType | None:
        w = self.w
        if w.pos[i] not in ("NOUN", "PROPN") and not (
            w.lower[i] in BODY_NOUNS | PERSON_NOUNS and w.pos[i] == "ADJ" and self._heads(i)
        ):
            return None
        lemma = lemma_of(w, i)
        token = w.doc[i]
        if lemma in COUNTRY_NOUNS:
            return EntityType.COUNTRY
        if token.dep_ == "det":
            return None
        if w.lower[i] in PLURAL_BODY_NOUNS or lemma == "prosecutor" and w.lower[i] == "prosecutors":
            return EntityType.ORGANIZATION
        if lemma in PERSON_NOUNS or w.lower[i] in COUNT_NOUNS:
            return EntityType.PERSON
        if lemma in BODY_NOUNS or (lemma == "tank" and i and w.lower[i - 1] in ("think", "-")):
            return EntityType.ORGANIZATION
        if lemma in PLACE_NOUNS and token.tag_ in ("NN", "NNP"):
            return EntityType.PLACE
        return None

    def _heads(self, i: int) -> bool:
        return self.w.doc[i].dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr") and any(
            c.dep_ == "det" for c in self.w.doc[i].children
        )

    def _nominal(self, i: int, kind: EntityType) -> Nominal | None:
        w, doc = self.w, self.w.doc
        token = doc[i]
        if self._modifies_noun(token):
            return self._modifying_body(token) if kind is EntityType.ORGANIZATION else None
        start = self._left(token)
        determiner, start = self._determiner(start, i)
        left = [c for c in token.children if start <= c.i < i]
        describes = frozenset(w.lower[c.i] for c in left if c.dep_ in ("amod", "compound", "nmod"))
        numbered = any(
            c.dep_ in ("nummod", "quantmod")
            or w.lower[c.i] in ("several", "some", "many", "few", "more", "most", "dozens")
            for c in token.children
            if c.i < i
        )
        inside = self._inside(start, i)
        lemma = lemma_of(w, i)
        if lemma == "prosecutor" and kind is EntityType.ORGANIZATION:
            lemma = "prosecutors"
        plural = (
            token.tag_ in ("NNS", "NNPS") or w.lower[i] in ("people", "police") or w.lower[i] in COUNT_NOUNS
        )
        if plural and w.lower[i] in PLURAL_BODY_NOUNS:
            lemma, plural = w.lower[i], False
        if not self._substantial(i, kind, lemma, determiner, plural, numbered, describes, inside):
            return None
        end = i + 1
        reach = self._reach(token, kind)
        if kind is EntityType.PLACE and (of := self._of_name(token, EntityType.PLACE)) is not None:
            reach, inside = of.end, (of.entity,)
        elif kind is not EntityType.PERSON and not inside and (of := self._of_name(token)) is not None:
            end, inside = of.end, (of.entity,)
        return Nominal(
            start,
            end,
            i,
            lemma,
            kind,
            determiner,
            plural,
            numbered,
            describes,
            inside,
            self._predicate(token),
            reach,
        )

    def _counted(self, i: int) -> Nominal | None:
        """People that only a number tells: "nine of them", "the four"."""
        w, token = self.w, self.w.doc[i]
        if w.pos[i] != "NUM" or token.dep_ not in ARGUMENTS or (w.text[i].isdigit() and len(w.text[i]) >= 4):
            return None
        of = next((c for c in token.children if c.i == i + 1 and c.lower_ == "of"), None)
        before = w.lower[i - 1] if i else ""
        if of is not None:
            told = [o for o in of.children if o.dep_ == "pobj" and self._is_people(o)]
            if not told:
                return None
            return Nominal(
                i,
                i + 1,
                i,
                "people",
                EntityType.PERSON,
                "a",
                True,
                True,
                frozenset(),
                (),
                False,
                min(told[0].i + 1, i + REACH),
            )
        if before in ("the", "all") and not any(c.dep_ in ("nummod", "quantmod") for c in token.children):
            return Nominal(
                i, i + 1, i, "people", EntityType.PERSON, "the", True, True, frozenset(), (), False
            )
        return None

    def _is_people(self, token: Token) -> bool:
        if token.lower_ in ("them", "us", "those"):
            return True
        mention = self.by_head.get(token.i)
        return lemma_of(self.w, token.i) in PERSON_NOUNS or (
            mention is not None and mention.type is EntityType.PERSON
        )

    def _modifying_body(self, token: Token) -> Nominal | None:
        """The body before a noun for people ("the army chief", "Danish police officers")."""
        i, lemma = token.i, lemma_of(self.w, token.i)
        if lemma not in BEFORE_PEOPLE or i + 1 >= len(self.w) or lemma_of(self.w, i + 1) not in AFTER_BODIES:
            return None
        owner = self.by_head.get(i - 1) if i else None
        inside = (owner.entity,) if owner is not None and owner.type is EntityType.COUNTRY else ()
        start = owner.start if owner is not None and inside else i
        return Nominal(
            start, i + 1, i, lemma, EntityType.ORGANIZATION, "the", False, False, frozenset(), inside, False
        )

    def _modifies_noun(self, token: Token) -> bool:
        """Whether the noun only qualifies another noun or stands as a title before a name."""
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
        return bool(
            follows
            and follows.start == i + 1
            and follows.type is EntityType.ORGANIZATION
            and token.tag_ != "NNS"
        )

    def _left(self, token: Token) -> int:
        """The first token of the phrase, no further left than the last comma or clause border."""
        w = self.w
        start = token.i
        while start > 0:
            before = w.doc[start - 1]
            if w.sentence[start - 1] != w.sentence[token.i] or before.is_space:
                break
            if before.is_punct and before.text not in ("-", "–", ".") and before.text not in QUOTES:
                break
            if not self._belongs(before, token) or before.tag_ in ("VB", "VBZ", "VBP", "MD"):
                break
            if before.text in CALENDAR or (before.text.isdigit() and len(before.text) == 4):
                break
            start -= 1
            if before.dep_ == "det" and before.head == token:
                break
        while start < token.i and (w.text[start] in QUOTES or w.text[start] in ("-", "–")):
            start += 1
        return start

    @staticmethod
    def _belongs(token: Token, head: Token) -> bool:
        """Whether the token lies in a left modifier of `head`."""
        for _ in range(6):
            if token.head == head:
                return token.dep_ in MODIFIERS and token.dep_ != "npadvmod"
            if token.head == token or token.dep_ in ("relcl", "acl", "prep", "conj") and token.i > head.i:
                return False
            token = token.head
        return False

    def _determiner(self, start: int, head: int) -> tuple[str, int]:
        """What determines the phrase, and its first token without a leading article."""
        w = self.w
        first = w.lower[start]
        if (
            first in ("all", "both", "half")
            and start + 1 < head
            and w.lower[start + 1] in ("the", "these", "those")
        ):
            start, first = start + 1, "the"
        if first in ("the", "a", "an"):
            return ("the" if first == "the" else "a"), min(start + 1, head)
        if first in ("this", "that", "these", "those"):
            return "that", min(start + 1, head)
        if first == "whose":
            return "'s", min(start + 1, head)
        if first in POSSESSIVES:
            return first, start
        if first in ("another", "one", "no", "every", "each", "any"):
            return ("no" if first in ("no", "any", "every", "each") else "a"), start
        if any(w.text[k] in ("'s", "’s", "’", "'") for k in range(start, head)):
            return "'s", start
        return "", start

    def _inside(self, start: int, head: int) -> tuple[str, ...]:
        seen: list[str] = []
        for k in range(start, head):
            mention = self.named.get(k) or self.by_head.get(k)
            if mention is not None and mention.entity not in seen:
                seen.append(mention.entity)
        return tuple(seen)

    def _of_name(self, token: Token, wanted: EntityType | None = None) -> TokenMention | None:
        """The country or leader that a phrase names after "of" ("the government of President Holm"), or what is wanted."""
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

    def _reach(self, token: Token, kind: EntityType) -> int:
        """The end of the complements right of a noun, where they are short and plain; 0 where there are none."""
        w = self.w
        i = token.i + 1
        if i >= len(w) or w.sentence[i] != w.sentence[token.i]:
            return 0
        child = next((c for c in token.children if c.i == i), None)
        if child is None or w.lower[i] not in COMPLEMENTS[kind]:
            return 0
        end = i + 1
        limit = min(child.right_edge.i + 1, i + REACH)
        while end < limit and not self._breaks_off(end):
            end += 1
        while end > i + 1 and (w.pos[end - 1] in ("ADP", "DET", "CCONJ", "PUNCT", "PART")):
            end -= 1
        return end if end > i + 1 else 0

    def _breaks_off(self, i: int) -> bool:
        """Whether a complement ends before a token: at a comma, a finite verb, a relative pronoun."""
        token = self.w.doc[i]
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "TO") or token.text in (
            ",",
            ";",
            "—",
            "–",
            ":",
            "(",
        ):
            return True
        return token.tag_ in ("VBG", "VBN") and token.dep_ in ("acl", "advcl")

    def _substantial(
        self,
        i: int,
        kind: EntityType,
        lemma: str,
        determiner: str,
        plural: bool,
        numbered: bool,
        describes: frozenset[str],
        inside: tuple[str, ...],
    ) -> bool:
        """Whether the phrase denotes somebody or something, rather than an idiom or nobody."""
        if determiner == "no":
            return False
        shown = bool(determiner) or numbered or bool(inside)
        if kind is EntityType.PERSON:
            if lemma in COUNT_NOUNS and not plural:
                return False
            return shown or plural or (bool(describes) and lemma not in WEAK_PERSONS) or self._headline(i)
        if kind is EntityType.ORGANIZATION:
            if lemma in WEAK_BODY_NOUNS:
                return determiner not in ("", "a") or bool(describes & BODY_NOUNS) or bool(inside)
            return shown or plural or lemma in BARE_BODIES or bool(describes) or self._headline(i)
        return shown and not plural

    def _headline(self, i: int) -> bool:
        """Whether the phrase stands in the first line, where articles are left out."""
        return self.w.sentence[i] == 0 and not any(t.text in ".?!" for t in list(self.w.doc.sents)[0][-3:])

    def _predicate(self, token: Token) -> bool:
        return token.dep_ in PREDICATES and token.head.lemma_ in (
            "be",
            "become",
            "remain",
            "call",
            "consider",
        )
