"""Predicate–argument structure: who stands in which role of a verb, noun or adjective, whatever the construction.

Voice, relative clauses, participles, control, raising, coordination and support verbs are resolved here, so that a
frame need not speak of them. An argument is the head token of a noun phrase; `Mentions` turns it into mentions.
"""

from kg.extract.predicates.lexicon import (
    AGREEMENTS,
    ASKING,
    INSTRUMENTS,
    LIFTED,
    LIFTING,
    OTHER_SENSES,
    QUANTITIES,
    SEVERING,
    STATE_VERBS,
    SUMS,
    SUPPORT_PREPOSITIONS,
    SUPPORT_VERBS,
)
from kg.extract.predicates.nouns import NounArguments, adjective_subjects
from kg.extract.predicates.phrases import (
    Mentions,
    antecedent_of,
    coordinated,
    governed_by,
    is_reciprocal,
    possessors_inside,
    unique,
)
from kg.extract.predicates.subjects import charged, grammatical_subjects, is_passive, senders, subjects
from kg.extract.predicates.verbs import VerbArguments, is_sum

__all__ = [
    "AGREEMENTS",
    "ASKING",
    "INSTRUMENTS",
    "LIFTED",
    "LIFTING",
    "OTHER_SENSES",
    "QUANTITIES",
    "SEVERING",
    "STATE_VERBS",
    "SUMS",
    "SUPPORT_PREPOSITIONS",
    "SUPPORT_VERBS",
    "Mentions",
    "NounArguments",
    "VerbArguments",
    "adjective_subjects",
    "antecedent_of",
    "charged",
    "coordinated",
    "governed_by",
    "grammatical_subjects",
    "is_passive",
    "is_reciprocal",
    "is_sum",
    "possessors_inside",
    "senders",
    "subjects",
    "unique",
]
