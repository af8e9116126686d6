"""Entities without a name that are more than a word in passing: courts, speakers, counted people."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from kg.extract.annotations import TokenMention
from kg.extract.coreference.local import LocalEntities
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.words import SPEECH_VERBS
from kg.extract.mentions.name_types import lemma_of
from kg.extract.words import Words
from kg.model import EntityType, MentionKind

STANDING: Final = word_set(
    """court tribunal police prosecutors army navy military parliament ministry government opposition authorities
    cabinet senate congress commission embassy customs gendarmerie forces council service directorate judiciary"""
)
"""Bodies that every state has: spoken of without a name, they are entities all the same."""
COLLECTIVE: Final = word_set("police prosecutors authorities customs forces military")
"""Of these, the ones whose plural is one body."""
NOBODY_YET: Final = word_set("people person source one individual other")
"""Nouns that need a complement to say who is meant ("two people familiar with the plan")."""


def firm(
    words: Words, mentions: Iterable[TokenMention], local: LocalEntities, groups: AbstractSet[str]
) -> Iterator[TokenMention]:
    """The mentions, those of firm entities no longer tentative; in passing where not one says who they are."""
    known = list(mentions)
    nominals = [m for m in known if m.kind is MentionKind.NOMINAL and m.entity in local.tentative]
    found = {m.entity for m in nominals if _is_firm(words, m, groups)}
    telling = {m.entity for m in nominals if m.entity in found and _tells_who(words, m)}
    for mention in known:
        if mention.entity not in found:
            yield mention
        else:
            yield replace(mention, tentative=False, passing=mention.entity not in telling)


def _is_firm(words: Words, mention: TokenMention, groups: AbstractSet[str]) -> bool:
    token = words.doc[mention.head]
    if mention.type is EntityType.ORGANIZATION:
        return lemma_of(words, mention.head) in STANDING or words.lower[mention.head] in STANDING
    if mention.type is not EntityType.PERSON:
        return False
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in SPEECH_VERBS
    counted = mention.entity in groups and words.pos[mention.start] == "NUM"
    acted = token.dep_ in ("nsubj", "nsubjpass", "dobj")
    return (speaks and words.lower[mention.start - 1] != "the") or (counted and acted)


def _tells_who(words: Words, mention: TokenMention) -> bool:
    """Whether the phrase says more than that somebody is meant: not "one of them", "14 people", "witnesses", "courts"."""
    plural = words.doc[mention.head].tag_ == "NNS"
    lemma = lemma_of(words, mention.head)
    if mention.type is EntityType.ORGANIZATION:
        return lemma != "opposition" and (not plural or words.lower[mention.head] in COLLECTIVE)
    if words.pos[mention.head] == "NUM":
        return False
    if mention.reach > mention.end:
        return True
    return lemma not in NOBODY_YET and (not plural or mention.end - mention.start > 1)
