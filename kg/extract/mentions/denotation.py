"""What a noun denotes where it stands: people, a body, a country, a place, or none of these."""

from collections.abc import Mapping
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.bodies import BODY_NOUNS, GIANTS, INDUSTRIES, OF_STATES, PLURAL_BODY_NOUNS
from kg.extract.lexicon.people import COUNT_NOUNS, PERSON_NOUNS, words
from kg.extract.lexicon.places import ASSAULTS, COUNTRY_NOUNS, NAMED_PLACES, PLACE_NOUNS, SITES
from kg.extract.mentions.name_types import lemma_of
from kg.extract.tree import Token
from kg.extract.words import HYPHENS, Words
from kg.model import EntityType

CONDITIONS: Final = frozenset(
    """siege emergency war alert calamity exception disaster affairs mind shock disrepair crisis uncertainty
    decay readiness health confusion chaos panic tension mourning preparedness flux""".split()
)
"""Of what a state is no place."""

MONEY: Final = frozenset(
    "cash aid fees fines bribes profits losses damages debt taxes revenue funding sales loans".split()
)
"""Of what there are millions."""

AGED: Final = frozenset(("old", "olds"))
"""After years these are people: "the 32-year-old"."""
STATELY: Final = frozenset(
    """gulf baltic balkan arab caribbean ex-soviet post-soviet island desert reclusive communist nuclear-armed
    oil-rich gas-rich landlocked breakaway tiny impoverished secretive himalayan andean jewish""".split()
)
"""With these a state is a country."""
_ADJECTIVES_TOO: Final = BODY_NOUNS | PERSON_NOUNS
_HEADS: Final = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos", "attr"))
_SUMS: Final = frozenset("$ £ € million billion legal civil negotiated out-of-court divorce".split())
_SETTLING: Final = frozenset(
    "reach agree negotiate accept pay approve propose seek sign offer announce finalise finalize".split()
)
_FOR_FORCES: Final = (["chief"], ["spokesman"], ["spokeswoman"], ["spokesperson"])
_GUARDED: Final = frozenset("coast national presidential republican revolutionary municipal".split())
"""With these "guard" in the singular is a force."""

_TRADED: Final = words(
    "stock commodity security crypto cryptocurrency currency bitcoin metal future share energy grain"
)
"""What exchanges trade in that are bodies."""
_SWAPPED: Final = words(
    "prisoner hostage captive detainee spy fire gunfire artillery heated angry cultural word letter student their"
)
"""What tells that an exchange is none."""


class Denotation:
    """Tells what the nouns of one document denote.

    Args:
        words: the tokens.
        by_head: what is named, by its head.
    """

    def __init__(self, words: Words, by_head: Mapping[int, TokenMention]) -> None:
        self.w = words
        self.by_head = by_head

    def of(self, i: int) -> EntityType | None:
        """What the noun at token `i` denotes."""
        w = self.w
        if w.lower[i] in AGED:
            return EntityType.PERSON if self._is_age(i) else None
        if w.pos[i] not in ("NOUN", "PROPN") and not (
            w.pos[i] == "ADJ"
            and ((w.lower[i] in _ADJECTIVES_TOO and self._heads(i)) or self._speaks_of_forces(i))
        ):
            return None
        lemma = lemma_of(w, i)
        token = w.tokens[i]
        if lemma == "state" and self._is_condition(token):
            return None
        if lemma in COUNTRY_NOUNS or (lemma == "state" and self._is_sovereign(token)):
            return EntityType.COUNTRY
        if token.dep_ == "det":
            return None
        if self._is_giant(i):
            return EntityType.ORGANIZATION
        if w.lower[i] in PLURAL_BODY_NOUNS or (lemma == "prosecutor" and w.lower[i] == "prosecutors"):
            return EntityType.ORGANIZATION
        if w.lower[i] in COUNT_NOUNS and self._counts_things(token):
            return None
        if w.lower[i] == "guard" and i and w.lower[i - 1] in _GUARDED:
            return EntityType.ORGANIZATION
        if lemma == "staff" and i and w.lower[i - 1] == "general":
            return EntityType.ORGANIZATION
        if lemma in PERSON_NOUNS or w.lower[i] in COUNT_NOUNS:
            return EntityType.PERSON
        if lemma == "exchange" and self._is_swap(token):
            return None
        if lemma in BODY_NOUNS or (lemma == "tank" and i and w.lower[i - 1] in ("think", "-")):
            return EntityType.ORGANIZATION
        if lemma in NAMED_PLACES and i and w.capital[i - 1] and token.tag_ == "NN":
            return EntityType.PLACE
        if lemma == "settlement" and self._is_agreed(token):
            return None
        if lemma in PLACE_NOUNS and token.tag_ in ("NN", "NNP"):
            return EntityType.PLACE
        return None

    def _is_age(self, i: int) -> bool:
        """Whether an age in years stands for whoever is that old, rather than before a noun."""
        w = self.w
        years = i > 3 and w.text[i - 1] in HYPHENS and w.text[i - 3] in HYPHENS and w.lower[i - 2] == "year"
        return years and w.tokens[i].dep_ in _HEADS

    def is_site(self, i: int) -> bool:
        """Whether something is done to an unnamed place or building ("stormed a polling station")."""
        token = self.w.tokens[i]
        struck = token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_ in ASSAULTS
        return struck and token.tag_ == "NN" and lemma_of(self.w, i) in SITES

    def is_people(self, token: Token) -> bool:
        """Whether a token stands for people: a pronoun, a noun for them, a name."""
        if token.lower_ in ("them", "us", "those"):
            return True
        mention = self.by_head.get(token.i)
        return lemma_of(self.w, token.i) in PERSON_NOUNS or (
            mention is not None and mention.type is EntityType.PERSON
        )

    def _is_sovereign(self, token: Token) -> bool:
        """Whether "the state" owns, sues or is sued, as countries do rather than places."""
        before = [c.lower_ for c in token.lefts]
        if self.w.lower[token.i] == "state" and before[:1] == ["the"] and not STATELY.isdisjoint(before):
            return True
        plain = self.w.lower[token.i] == "state" and before == ["the"]
        if not plain or any(c.dep_ in ("prep", "appos") for c in token.rights):
            return False
        verb = token.head
        if token.dep_ == "pobj":
            if verb.lower_ == "against":
                return True
            verb = verb.head if verb.dep_ == "agent" else verb
        return verb.lemma_ in OF_STATES and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")

    @staticmethod
    def _is_agreed(token: Token) -> bool:
        """Whether a settlement is reached or paid rather than lived in."""
        paid = any(c.lower_ in _SUMS or c.ent_type_ == "MONEY" for c in token.subtree if c.i < token.i)
        return paid or (token.dep_ == "dobj" and token.head.lemma_ in _SETTLING)

    @staticmethod
    def _is_swap(token: Token) -> bool:
        """Whether an exchange is one of prisoners, fire or words rather than one for stocks."""
        told = [c.lemma_.lower() for c in token.children if c.dep_ in ("compound", "amod", "nmod", "poss")]
        return not _TRADED.intersection(told) and (
            not _SWAPPED.isdisjoint(told) or any(c.lower_ == "of" for c in token.children)
        )

    @staticmethod
    def _is_condition(token: Token) -> bool:
        """Whether a state is one that somebody or something is in ("a state of emergency")."""
        of = (c for c in token.children if c.lower_ == "of")
        return any(
            o.dep_ == "pobj" and o.pos_ == "NOUN" and o.lower_ in CONDITIONS for p in of for o in p.children
        )

    def _is_giant(self, i: int) -> bool:
        """Whether the noun is that of "the oil major", whatever else it may mean."""
        return i > 0 and lemma_of(self.w, i) in GIANTS and self.w.lower[i - 1] in INDUSTRIES

    def _heads(self, i: int) -> bool:
        token = self.w.tokens[i]
        return token.dep_ in _HEADS and any(c.dep_ == "det" for c in token.children)

    def _speaks_of_forces(self, i: int) -> bool:
        """Whether "military" stands before a noun for who heads the armed forces or speaks for them."""
        return self.w.lower[i] == "military" and self.w.lower[i + 1 : i + 2] in _FOR_FORCES

    def _counts_things(self, token: Token) -> bool:
        """Whether "dozens" or the like goes on with what are no people ("of rockets", "in cash")."""
        if any(o.lower_ in MONEY for c in token.children if c.lower_ == "in" for o in c.children):
            return True
        counted = (o for c in token.children if c.lower_ == "of" for o in c.children if c.i == token.i + 1)
        return any(o.dep_ == "pobj" and not self.is_people(o) for o in counted)
