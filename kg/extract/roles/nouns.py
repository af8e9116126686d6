"""Role nouns in a document: which frames of the ontology each noun answers to, the longest noun winning."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.extract.frames import RoleFrame
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS, TITLE_NOUNS
from kg.extract.lexicon.places import PLACE_NOUNS
from kg.extract.lexicon.words import NOT_NAMES
from kg.extract.tree import Token
from kg.model import EntityType

_PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)?\.?|-")
_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "VERB", "X"))
_ABBREVIATED = {
    "sen": "senator",
    "rep": "congressman",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "maj": "major",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "adm": "admiral",
    "amb": "ambassador",
}

_COURTESY = frozenset("mr mrs ms miss".split())
_PRESIDING = frozenset("president chairman chairwoman speaker secretary ambassador vice prime".split())
"""How somebody is spoken to after "Mr."; "Mr. Justice Holm" is a judge."""

GENERIC_NOUNS = (PERSON_NOUNS | BODY_NOUNS | PLACE_NOUNS) - NOT_NAMES
"""Nouns that no frame needs to list: a demonym on them places or naturalises whoever they denote."""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun as it stands in a text.

    Attributes:
        start, end: half-open token indices; "prime minister" and "brother-in-law" take several.
        head: the token that inflects.
        frames: what the ontology knows of it; empty for a noun that only a demonym can use.
        word: the entry that matched, lower case.
    """

    start: int
    end: int
    head: int
    frames: tuple[RoleFrame, ...]
    word: str


class _Entry(NamedTuple):
    """What a word is listed as: its parts, which of them inflects, and the frames that know it."""

    parts: tuple[str, ...]
    word: str
    head: int
    frames: tuple[RoleFrame, ...]


class NounIndex:
    """Role frames by noun."""

    def __init__(self, frames: Iterable[RoleFrame]) -> None:
        by_word: dict[str, list[RoleFrame]] = defaultdict(list)
        for frame in frames:
            for noun in frame.nouns:
                by_word[noun.lower()].append(frame)
        entries: dict[str, list[_Entry]] = defaultdict(list)
        generic = {word for word in GENERIC_NOUNS if not word.endswith(("-elect", "-designate"))}
        for word in sorted(generic | by_word.keys()):
            parts = tuple(_PART.findall(word))
            if parts:
                entries[parts[0]].append(_Entry(parts, word, _head(parts), tuple(by_word.get(word, ()))))
        self._entries = {
            first: sorted(group, key=lambda entry: (-len(entry.parts), entry.word))
            for first, group in entries.items()
        }

    def find(self, tokens: Sequence[Token]) -> Iterator[RoleNoun]:
        """The role nouns of a document in the order of the text, none inside another."""
        forms = [_forms(token.lower_, token.lemma_) for token in tokens]
        end = 0
        for i, own in enumerate(forms):
            if i < end or self._entries.keys().isdisjoint(own):
                continue
            if not _is_surname(tokens, i) and not _is_leaning(tokens, i):
                noun = self._at(tokens, forms, i)
                if noun is not None:
                    yield noun
                    end = noun.end

    def _at(self, tokens: Sequence[Token], forms: Sequence[tuple[str, ...]], i: int) -> RoleNoun | None:
        """The longest noun that begins here; of equally long ones that which frames know."""
        found: RoleNoun | None = None
        for form in forms[i]:
            for parts, word, head, frames in self._entries.get(form, ()):
                end = i + len(parts)
                if found and (end, bool(frames)) <= (found.end, bool(found.frames)):
                    continue
                if _matches(tokens, forms, i, parts) and not _is_verb(tokens, i + head):
                    found = RoleNoun(i, end, i + head, frames, word)
        return found


def _head(parts: Sequence[str]) -> int:
    """Which word of a role noun inflects."""
    if "in" in parts:
        return 0
    return parts.index("of", 1) - 1 if "of" in parts[1:] else len(parts) - 1


def _matches(
    tokens: Sequence[Token], forms: Sequence[tuple[str, ...]], i: int, parts: tuple[str, ...]
) -> bool:
    end = i + len(parts)
    if end > len(tokens) or (tokens[end - 1].pos_ not in _NOMINAL and tokens[i].pos_ not in _NOMINAL):
        return False
    return len(parts) == 1 or all(part in own for part, own in zip(parts, forms[i:end], strict=True))


GENERIC_AGENTS = frozenset(
    """ally partner associate backer proxy affiliate rival opponent enemy foe adversary critic member owner
    co-owner founder shareholder investor successor creditor buyer supporter guarantor neighbour neighbor
    satellite contender challenger competitor nominee sponsor donor patron heir descendant winner loser
    suspect friend benefactor nemesis archrival arch-rival archenemy arch-enemy arch-foe""".split()
)
"""Nouns that denote people and bodies alike."""


_TRADES = frozenset("miner trader haulier hauler publisher grower shipowner broker".split())
"""Nouns for people of a trade and for companies in it."""


@lru_cache(maxsize=4096)
def denoted(word: str) -> frozenset[EntityType]:
    """The types of what a role noun can denote."""
    last = word.split(" of ")[0].split()[-1]
    if last in _TRADES:
        return frozenset((EntityType.PERSON, EntityType.ORGANIZATION))
    if last in ("prosecutor", "authority", "force"):
        return frozenset((EntityType.PERSON, EntityType.ORGANIZATION))
    if last in GENERIC_AGENTS or word in GENERIC_AGENTS:
        return frozenset((EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY))
    types: set[EntityType] = set()
    if last in PERSON_NOUNS or word in PERSON_NOUNS or last in TITLE_NOUNS:
        types.add(EntityType.PERSON)
    if last in BODY_NOUNS or word in BODY_NOUNS:
        types.add(EntityType.ORGANIZATION)
    if last in PLACE_NOUNS:
        types |= {EntityType.PLACE, EntityType.ORGANIZATION}
    return frozenset(types or EntityType)


@lru_cache(maxsize=8192)
def _forms(lower: str, lemma: str) -> tuple[str, ...]:
    """The forms under which a word may be listed."""
    bare = lower.removesuffix(".")
    forms = [lower, lemma.lower()]
    if lower.endswith("men"):
        forms.append(lower[:-3] + "man")
    if lower.endswith("women"):
        forms.append(lower[:-5] + "woman")
    if lower.endswith("ies"):
        forms.append(lower[:-3] + "y")
    if lower.endswith("s"):
        forms.append(lower[:-1])
    if lower != bare:
        forms.append(_ABBREVIATED.get(bare, bare))
    return tuple(dict.fromkeys(forms))


def _is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that may be a noun is clearly a verb here ("he leads", "to head the party")."""
    if tokens[i].pos_ not in ("VERB", "AUX"):
        return False
    if tokens[i].lower_ == "heads" and i + 1 < len(tokens) and tokens[i + 1].ent_type_ == "PERSON":
        return False  # nobody heads a person
    return i == 0 or tokens[i - 1].pos_ not in ("DET", "ADJ", "PART", "NUM")


def is_plural(token: Token) -> bool:
    """Whether a noun denotes several."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_.endswith(("men", "people"))


def _is_leaning(tokens: Sequence[Token], i: int) -> bool:
    """Whether a wing only tells how a body leans ("the left-wing Front")."""
    return i > 1 and tokens[i].lower_ == "wing" and tokens[i - 1].text == "-" and tokens[i].head.i > i


def _is_surname(tokens: Sequence[Token], i: int) -> bool:
    """Whether what may be a title is somebody's name ("Mr. King")."""
    if i == 0 or tokens[i - 1].lower_.rstrip(".") not in _COURTESY:
        return False
    named = i + 1 < len(tokens) and tokens[i + 1].pos_ == "PROPN"
    return tokens[i].lower_ not in _PRESIDING and not (named and tokens[i].lower_ == "justice")
