"""Several people or countries whom a sentence joins, so that "they" and "their" may mean them together."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.lexicon.people import words as word_set
from kg.extract.tree import Token
from kg.model import EntityType

FAMILY: Final = word_set("wife husband spouse partner girlfriend boyfriend fiancee widow")
"""Relatives with whom somebody has children and homes."""
MOST: Final = 3
"""Of how many at most the one sentence tells what "they" do in the next."""
_KINDS: Final = frozenset((EntityType.PERSON, EntityType.COUNTRY))


def joined(last: Token, at: Mapping[int, TokenMention], groups: AbstractSet[str]) -> list[TokenMention]:
    """Those whom "and" lists up to a token, or who meet whom it names; none where they are not all single and alike.

    `at` has the mentions so far by their heads, `groups` the entities that are several already.
    """
    if last.i not in at or any(c.dep_ == "conj" for c in last.children):
        return []
    chain = _met(last) if last.dep_ == "dobj" else _listed(last)
    found = [at.get(token.i) for token in chain]
    members = [m for m in found if m is not None and m.entity not in groups and not m.members]
    kinds = {m.type for m in members}
    if len(chain) < 2 or len({m.entity for m in members}) < len(chain) or len(kinds) != 1:
        return []
    return members if kinds <= _KINDS else []


def couple(possessive: Token, at: Mapping[int, TokenMention]) -> tuple[str, ...]:
    """Somebody and a relative, of "their" in "Holm's wife, Karin, and their son"; nobody for any other."""
    relative = possessive.head.head
    if possessive.lower_ != "their" or possessive.dep_ != "poss" or possessive.head.dep_ != "conj":
        return ()
    owner = next((at.get(c.i) for c in relative.children if c.dep_ == "poss"), None)
    other = at.get(relative.i)
    if owner is None or other is None or relative.lemma_.lower() not in FAMILY:
        return ()
    people = owner.type is other.type is EntityType.PERSON
    return (owner.entity, other.entity) if people and owner.entity != other.entity else ()


def _met(met: Token) -> list[Token]:
    """Who meets and who is met, of the object of that verb."""
    verb = met.head
    if verb.lemma_ != "meet":
        return []
    return [*(c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), met]


def _listed(last: Token) -> list[Token]:
    """The members of a list joined by "and", of its last one."""
    chain = [last]
    while chain[-1].dep_ == "conj" and len(chain) <= MOST:
        chain.append(chain[-1].head)
    by_and = len(chain) > 1 and any(c.lower_ == "and" for c in chain[1].children)
    return chain[::-1] if by_and and chain[-1].dep_ != "conj" else []
