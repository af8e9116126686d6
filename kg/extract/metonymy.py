"""Whether a capital's name stands for the government that sits there."""

from typing import Final

from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS, words
from kg.extract.names import Name
from kg.extract.words import Words

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "agent"})
STILL: Final = words("be lie sit stand host see wake sleep become remain house grow have lose")
"""Verbs of which a city itself is the subject."""
PARTNER_PREPOSITIONS: Final = words("by with between against on")
PLACE_VERBS: Final = words(
    "leave reach visit enter hit shell bomb bombard flee tour cross besiege capture seize storm take near paralyse paralyze"
)
GOVERNED: Final = words(
    """ambassador envoy approval consent request demand offer response ally allies policy position stance side behalf
    refusal decision proposal claim accusation allegation support ties relations sanctions invasion government"""
)


def stands_for_government(words: Words, name: Name) -> bool:
    """Whether the place acts or is acted upon as only a state can be."""
    doc = words.doc
    head = doc[name.start : name.end].root
    for _ in range(4):  # "Moscow and Beijing"
        if head.dep_ != "conj":
            break
        head = head.head
    verb = head.head
    if head.dep_ in SUBJECTS:
        return verb.pos_ == "VERB" and verb.lemma_ not in STILL
    if head.dep_ in ("dobj", "dative"):
        return (
            verb.pos_ == "VERB"
            and verb.lemma_ not in PLACE_VERBS
            and any(c.dep_ in SUBJECTS for c in verb.children)
        )
    if head.dep_ == "poss":
        return (
            verb.lemma_.lower() in GOVERNED
            or verb.lemma_.lower() in BODY_NOUNS
            or verb.lemma_.lower() in PERSON_NOUNS
            and verb.lemma_ != "resident"
        )
    if head.dep_ == "pobj":
        if verb.lower_ == "on":
            return verb.head.lemma_ in (
                "sanction",
                "sanctions",
                "pressure",
                "embargo",
                "press",
                "impose",
                "call",
            )
        return verb.lower_ in PARTNER_PREPOSITIONS and not (verb.lower_ == "by" and verb.dep_ != "agent")
    return False
