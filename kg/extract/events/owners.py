"""Whose a deed or an instrument is, for its owner acts by it: "Syrian shelling killed", "condemned O's raid"."""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.predicates import (
    INSTRUMENTS,
    Mentions,
    NounArguments,
    coordinated,
    governed_by,
    is_passive,
    possessors_inside,
    unique,
)
from kg.extract.predicates.lexicon import JUDGED
from kg.extract.predicates.subjects import agents
from kg.extract.tree import Token
from kg.model import EntityType

UNDERGONE: Final = frozenset(
    """killing murder assassination arrest detention imprisonment jailing kidnapping abduction execution poisoning
    torture persecution treatment release death shooting beating rape bombing shelling trial conviction
    expulsion deportation sacking dismissal removal ouster bullying harassment abuse lynching beheading
    destruction shutdown closure invasion occupation annexation takeover oppression exploitation suppression
    disappearance stabbing lockup prosecution sentencing extradition massacre slaughter slaying""".split()
)
"""Deeds whose "of" introduces to whom they are done, not who does them."""

ABROAD: Final = frozenset(
    """action intervention operation war campaign offensive strike airstrike attack raid presence involvement
    assault deployment mission surge bombardment incursion drill exercise ceasefire truce peacekeeping""".split()
)
"""Deeds that others do in a place as well: "in" does not tell whose they are."""

COMMITTING: Final = frozenset(
    "make commit carry perpetrate launch conduct wage stage take issue mount utter level order unleash".split()
)
"""What is said of deeds and words whose agent follows."""


class Owners:
    """Finds the mentions that own the nouns of one document."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._found: dict[int, list[TokenMention]] = {}

    def all(self, heads: Iterable[Token]) -> list[TokenMention]:
        """The mentions of several noun phrases, each once, in the order of the text."""
        several = unique(heads)
        if len(several) <= 1:
            return [m for head in several for m in self._of(head)]
        found = {(m.head, m.entity): m for head in several for m in self._of(head)}
        return sorted(found.values(), key=lambda m: m.head)

    def _of(self, head: Token) -> list[TokenMention]:
        """The mentions of a noun phrase, looked for once: many frames ask for the same."""
        known = self._found.get(head.i)
        if known is None:
            known = self._found[head.i] = self.mentions.of(head)
        return known

    def of(self, nouns: Iterable[Token]) -> list[TokenMention]:
        """The mentions whose the nouns and what is joined to them are ("O's rule", "O rule", "rule of O")."""
        return [m for noun in _joined(nouns) for m in self._first(possessors_inside(noun))]

    def doing(self, nouns: Iterable[Token]) -> list[TokenMention]:
        """Who did or said what the nouns denote; those who are the end themselves have no owner ("blamed the army").

        "The murder of O" is not O's deed.
        """
        parts = [noun for noun in _joined(nouns) if not self._is_agent(noun)]
        return [m for noun in parts for m in self._first(_doers(noun)) or self._first(_committed(noun))]

    def before(self, nouns: Iterable[Token]) -> list[TokenMention]:
        """Whose the nouns are by a possessive, a by-phrase or a modifier; what follows may be a place or a victim."""
        return [m for noun in _joined(nouns) for m in self._first(possessors_inside(noun)[:-1])]

    def reached(self, nouns: Iterable[Token]) -> list[TokenMention]:
        """Who has the things that something is done to, also those of which they are ("imports of Danish beef")."""
        parts = list(_joined(nouns))
        return self.of(parts) or self.of(inner for part in parts for inner in governed_by(part, "of", "from"))

    def acting_by(self, nouns: Iterable[Token]) -> list[TokenMention]:
        """Who acts by the instruments among the nouns: who fires or launches them, or their owner."""
        return [m for noun in nouns if noun.lemma_.lower() in INSTRUMENTS for m in self._by_instrument(noun)]

    def _by_instrument(self, noun: Token) -> list[TokenMention]:
        launched = [
            agent
            for c in noun.children
            if c.dep_ in ("acl", "relcl") and is_passive(c) and c.lemma_ not in JUDGED
            for agent in agents(c)
        ]
        return (
            self.all(launched)
            or self._first(possessors_inside(noun))
            or self.all(NounArguments(noun).supporters())
        )

    def _first(self, groups: Iterable[list[Token]]) -> list[TokenMention]:
        return next(filter(None, map(self.all, groups)), [])

    def _is_agent(self, noun: Token) -> bool:
        mention = self.mentions.by_head.get(noun.i)
        return mention is not None and mention.type is not EntityType.PLACE


def _joined(nouns: Iterable[Token]) -> Iterator[Token]:
    return (part for noun in nouns for part in coordinated(noun))


def _doers(noun: Token) -> list[list[Token]]:
    groups = possessors_inside(noun)
    lemma = noun.lemma_.lower()
    if lemma in ABROAD:
        return [*groups[:-1], governed_by(noun, "of")]
    return groups[:-1] if lemma in UNDERGONE else groups


def _committed(noun: Token) -> list[list[Token]]:
    """Who commits what the noun is made up of ("acts of terror by O", "a wave of attacks launched by O")."""
    parts = list(_joined(governed_by(noun, "of")))
    launched = [
        c for part in parts for c in part.children if c.dep_ == "acl" and c.lemma_.lower() in COMMITTING
    ]
    return [[agent for verb in (*parts, *launched) for agent in governed_by(verb, "by")]]
