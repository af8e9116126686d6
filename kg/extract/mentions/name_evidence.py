"""What speaks for a name to be a person's, a body's or a place's: its words, its short forms, and what stands around it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from kg.extract.lexicon.given import collected, is_given
from kg.extract.lexicon.people import PERSON_NOUNS, RELATIVES
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions.name import Name
from kg.extract.mentions.name_types import NEUTRAL, OF_LEADERS, Votes, lemma_of, noun_kind, shape_votes
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType

BEFORE: Final = word_set(
    """in near at from of by with to for on against the a an and after under between over named called into outside around
    through mr ms mrs , ( “ " —"""
)
"""Words before a name that count by themselves; others count by their part of speech."""
AFTER: Final = word_set(
    """who which where whose is was has had said says will would and in on at of party group company 's ’s , . ( ) ; : ’ ”"""
)
"""The same behind a name."""
OBJECTS: Final = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
POSSESSIVE: Final = frozenset({"'s", "’s"})
PERSONAL: Final = word_set("he she his her him himself herself")
NEUTER: Final = word_set("it its itself")
HEADS: Final = word_set(
    "head chief director chairman chairwoman ceo president leader boss secretary-general chair executive"
)
"""Who heads a body rather than a place or a person."""
LEADERS_RULE: Final = "before a leader's rule"
"""What is said of a leader's name alone: "the Holm administration"."""
OWNER: Final = "before what is his"
"""As in "Holm and his party"."""
EMPLOYER: Final = "where somebody works"
"""As in "a lawyer at Holm Lee"."""
PARENT: Final = "behind 'parent'"
"""As in "its parent Alphabet"."""
FULL: Final = (2, 3)
"""How many words somebody's full name mostly has."""
RARER: Final = 0.4
"""What a rarer given name weighs beside one that was chosen by hand: many are words of other languages too."""
LONGEST: Final = 4
"""Longer names count as this long."""
STRONGEST: Final = 8.0
"""More votes than this for one kind say no more."""
WEAKEST: Final = -3.0

Tokens = tuple[str, ...]


class NameEvidence:
    """Names and values of what speaks for the kinds of the names of one document.

    Args:
        words: the tokens.
        forms: the written forms of all names, folded, each with the votes for its kinds.
    """

    def __init__(self, words: Words, forms: Mapping[Tokens, Votes]) -> None:
        self.w = words
        self.forms = forms
        self.first: dict[str, list[Tokens]] = defaultdict(list)
        self.last: dict[str, list[Tokens]] = defaultdict(list)
        for form in forms:
            if len(form) > 1:
                self.first[form[0]].append(form)
                self.last[form[-1]].append(form)

    def of(self, tokens: Tokens, names: Sequence[Name]) -> dict[str, float]:
        """What speaks for the kind of one form."""
        found: defaultdict[str, float] = defaultdict(float)
        found.update({f"votes {kind}": _within(n) for kind, n in self.forms[tokens].items()})
        shape = shape_votes(self.w, names[0])
        found.update({f"shape {kind}": _within(n) for kind, n in shape.items()})
        like_body = shape[EntityType.ORGANIZATION] > shape[EntityType.PERSON]
        found.update(dict.fromkeys(self._words(tokens, ends_like_body=like_body), 1.0))
        if len(tokens) > 1 and tokens[0] in collected() and not like_body:
            found.setdefault("given name first", RARER)
        share = 1 / len(names)
        if any("-" in self.w.text[name.start : name.end] for name in names):
            found["hyphen"] = 1.0
        for name in names:
            for fact in self._around(name):
                found[fact] += share
        return dict(found)

    def _words(self, tokens: Tokens, *, ends_like_body: bool) -> Iterable[str]:
        size = min(len(tokens), LONGEST)
        yield f"words {size}"
        if size > 1:
            if is_given(tokens[0]) and not ends_like_body:
                yield "given name first"
                yield f"given name first of {size}"
            if is_given(tokens[-1]):
                yield "given name last"
            if tokens[-1:] in self.forms:
                yield "last word alone"
            if tokens[:1] in self.forms:
                yield "first word alone"
            return
        word = tokens[0]
        if is_given(word):
            yield "given name alone"
        if self.first[word]:
            yield "first word of another"
        if self.last[word]:
            yield "last word of another"
            if any(is_given(form[0]) for form in self.last[word]):
                yield "surname behind a given name"

    def _around(self, name: Name) -> Iterable[str]:
        """What stands around one occurrence."""
        yield f"label {name.label or 'none'}"
        if name.label == "PERSON" and name.end - name.start in FULL:
            yield "label of a full name"
        if (
            len(self.w.text[name.start]) > 1
            and self.w.text[name.start].isupper()
            and name.end - name.start == 1
        ):
            yield "capitals"
        yield from self._before(name)
        yield from self._after(name)
        yield from self._grammar(self.w.doc[name.start : name.end].root)

    def _beside(self, i: int, name: Name) -> bool:
        return 0 <= i < len(self.w) and self.w.sentence[i] == self.w.sentence[name.start]

    def _before(self, name: Name) -> Iterable[str]:
        i = name.start - 1
        if not self._beside(i, name):
            yield "opens"
            return
        lower = self.w.lower[i].rstrip(".")
        yield f"before {lower if lower in BEFORE else self.w.pos[i]}"
        works = lower == "at" and name.end - name.start > 1 and self._beside(i - 1, name)
        if works and noun_kind(lemma_of(self.w, i - 1)) is EntityType.PERSON:
            yield EMPLOYER
        if self.w.pos[i] in ("NOUN", "PROPN") or lower in PERSON_NOUNS:
            yield f"behind {_kind(lemma_of(self.w, i))}"
            if lower == "parent":
                yield PARENT
        of = i - 1 if lower == "the" else i
        if self._beside(of - 1, name) and self.w.lower[of] == "of":
            lemma = lemma_of(self.w, of - 1)
            if of == i:
                yield "of a relative" if lemma in RELATIVES else f"of {_kind(lemma)}"
            if lemma in HEADS:
                yield "of who heads it"

    def _after(self, name: Name) -> Iterable[str]:
        i = name.end
        if not self._beside(i, name):
            return
        lower = self.w.lower[i]
        yield f"after {lower if lower in AFTER else self.w.pos[i]}"
        if lower == "and" and self._beside(i + 1, name) and self.w.lower[i + 1] in ("his", "her"):
            yield OWNER
        if lower in OF_LEADERS and name.end - name.start == 1:
            yield LEADERS_RULE
        if lower in HEADS and self._beside(i + 1, name) and self.w.text[i + 1].istitle():
            yield "before who heads it"
        owned = self.w.tokens[i - 1].head
        if lower in POSSESSIVE and owned.pos_ == "NOUN":
            yield f"owns {_kind(owned.lemma_.lower())}"
            yield f"owns {owned.lemma_.lower()}"

    def _grammar(self, head: Token) -> Iterable[str]:
        yield f"is {head.dep_}"
        governor = head.head
        if head.dep_ in OBJECTS:
            yield f"{head.dep_} {governor.lemma_.lower()}"
        elif head.dep_ == "pobj":
            yield f"pobj {governor.lower_}"
            yield f"pobj {governor.lower_} {governor.head.lemma_.lower()}"
        elif head.dep_ == "appos":
            yield f"explains {_kind(governor.lemma_.lower()) if governor.pos_ == 'NOUN' else governor.pos_}"
        for child in head.children:
            if child.dep_ == "appos" and child.i > head.i:
                yield f"explained {_kind(child.lemma_.lower()) if child.pos_ == 'NOUN' else child.pos_}"
            elif child.dep_ == "relcl":
                yield f"relative {child.left_edge.lower_}"
        rest = [token.lower_ for token in islice(head.doc.tokens, head.i + 1, head.sent.end)]
        if not PERSONAL.isdisjoint(rest):
            yield "he or she later"
        if not NEUTER.isdisjoint(rest):
            yield "it later"


def _kind(lemma: str) -> str:
    if lemma in NEUTRAL:
        return "either"
    kind = noun_kind(lemma)
    return kind.value if kind is not None else "other noun"


def _within(votes: float) -> float:
    return max(WEAKEST, min(STRONGEST, votes))
