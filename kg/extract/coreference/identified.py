"""By what name a text identifies somebody whom it has only described: "a man identified as Ole Holm"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.tree import Token
from kg.extract.words import QUOTES, Words
from kg.model import MentionKind

IDENTIFYING: Final = frozenset({"identified", "named", "known"})
_SINGULAR: Final = frozenset({"NN", "NNP"})
_AGENT_REACH: Final = 6
"""How many tokens those who identify somebody may take ("identified by the local police as")."""
_ADVERBS: Final = frozenset(
    "later only also better publicly previously widely locally subsequently since".split()
)


def identified_at(words: Words, i: int) -> int:
    """Where the name begins that a participle at `i` or after its adverb gives; 0 where none does.

    "identified as NAME", "later identified by police as NAME", "known as the NAME".
    """
    end = words.tokens[i].sent.end
    i += words.lower[i] in _ADVERBS
    if i + 2 >= end or words.lower[i] not in IDENTIFYING:
        return 0
    i += 1
    if words.lower[i] in ("by", "only", "locally", "in"):
        i = next((k for k in range(i + 1, min(i + _AGENT_REACH, end)) if words.lower[k] == "as"), i)
    if words.lower[i] != "as":
        return 0
    i += 1
    while i < end and (words.lower[i] == "the" or words.text[i] in QUOTES):
        i += 1
    return i


def is_identified(words: Words, end: int) -> bool:
    """Whether a description that ends there goes on with the name by which somebody is identified."""
    behind = end + (end < len(words) and words.text[end] == ",")
    return behind < len(words) and identified_at(words, behind) > 0


def under_later_name(mention: TokenMention, names: Mapping[str, str]) -> TokenMention:
    """The mention, as one of whoever is meant where the text names him only later."""
    entity = names.get(mention.entity)
    return mention if entity is None else replace(mention, entity=entity, tentative=False)


def identified_by_verb(token: Token, by_head: Mapping[int, TokenMention]) -> TokenMention | None:
    """As whom a verb identifies one: "Police identified the gunman as NAME", "the gunman was named as NAME"."""
    verb = token.head
    if (
        token.dep_ not in ("dobj", "nsubjpass")
        or verb.lemma_ not in ("identify", "name")
        or token.tag_ not in _SINGULAR
        or any(c.dep_ == "neg" for c in verb.children)
    ):
        return None
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i]
    names = [by_head.get(c.i) for link in links for c in link.children if c.dep_ == "pobj"]
    return next((m for m in names if m is not None and m.kind is MentionKind.NAME), None)
