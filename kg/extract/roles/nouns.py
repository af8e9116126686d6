"""Role nouns in a document: which frames of the ontology each noun answers to, the longest noun winning."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.extract.frames import RoleFrame
from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS, TITLE_NOUNS
from kg.extract.lexicon.places import PLACE_NOUNS
from kg.extract.lexicon.words import NOT_NAMES
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


class NounIndex:
    """Role frames by noun."""

    def __init__(self, frames: Iterable[RoleFrame]) -> None:
        by_word: dict[str, list[RoleFrame]] = defaultdict(list)
        for frame in frames:
            for noun in frame.nouns:
                by_word[noun.lower()].append(frame)
        entries: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        generic = {word for word in GENERIC_NOUNS if not word.endswith(("-elect", "-designate"))}
        for word in sorted(generic | by_word.keys()):
            parts = tuple(_PART.findall(word))
            if parts:
                entries[parts[0]].append((parts, word))
        self._frames: Mapping[str, Sequence[RoleFrame]] = dict(by_word)
        self._entries = {
            first: sorted(group, key=lambda entry: (-len(entry[0]), entry[1]))
            for first, group in entries.items()
        }

    def find(self, doc: Doc) -> Iterator[RoleNoun]:
        """The role nouns of a document in the order of the text, none inside another."""
        i = 0
        while i < len(doc):
            noun = self._at(doc, i)
            if noun is None:
                i += 1
            else:
                yield noun
                i = noun.end

    def _at(self, doc: Doc, i: int) -> RoleNoun | None:
        """The longest noun that begins here; of equally long ones that which frames know."""
        found: RoleNoun | None = None
        for form in _forms(doc[i]):
            for parts, word in self._entries.get(form, ()):
                end = i + len(parts)
                head = i + next((k - 1 for k in range(1, len(parts)) if parts[k] == "of"), len(parts) - 1)
                head = i if "in" in parts else head
                frames = tuple(self._frames.get(word, ()))
                if found and (end - i, bool(frames)) <= (found.end - i, bool(found.frames)):
                    continue
                if _matches(doc, i, parts) and not _is_verb(doc[head]):
                    found = RoleNoun(i, end, head, frames, word)
        return found


def _matches(doc: Doc, i: int, parts: tuple[str, ...]) -> bool:
    end = i + len(parts)
    if end > len(doc) or (doc[end - 1].pos_ not in _NOMINAL and doc[i].pos_ not in _NOMINAL):
        return False
    return all(part in _forms(token) for part, token in zip(parts, doc[i:end], strict=True))


GENERIC_AGENTS = frozenset(
    """ally partner associate backer proxy affiliate rival opponent enemy foe adversary critic member owner
    co-owner founder shareholder investor successor creditor buyer supporter guarantor neighbour neighbor
    satellite contender challenger competitor nominee sponsor donor patron heir descendant winner loser
    suspect""".split()
)
"""Nouns that denote people and bodies alike."""


def denoted(word: str) -> frozenset[EntityType]:
    """The types of what a role noun can denote."""
    last = word.split(" of ")[0].split()[-1]
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


def _forms(token: Token) -> tuple[str, ...]:
    lower = token.lower_
    bare = lower.removesuffix(".")
    forms = [lower, token.lemma_.lower()]
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


def _is_verb(token: Token) -> bool:
    """Whether a word that may be a noun is clearly a verb here ("he leads", "to head the party")."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.i == 0 or token.nbor(-1).pos_ not in ("DET", "ADJ", "PART", "NUM")


def is_plural(token: Token) -> bool:
    """Whether a noun denotes several."""
    return token.tag_ in ("NNS", "NNPS") or token.lower_.endswith(("men", "people"))
