"""The values that pass between the stages: frozen dataclasses on the standard library alone."""

from kg.model.article import Article, Sentence, Span, Zone, ZoneKind
from kg.model.candidate import Candidate
from kg.model.claim import UNNAMED, Claim, DateOrigin, HolderStance, Modality, Polarity
from kg.model.entity import Entity, EntityType, Mention, MentionKind
from kg.model.extraction import Extraction
from kg.model.judgement import PAIRS, ClaimAsRead, Judgement, Verdict
from kg.model.link import Link, LinkResult
from kg.model.standing import Standing, contradicted, standing

__all__ = [
    "PAIRS",
    "UNNAMED",
    "Article",
    "Candidate",
    "Claim",
    "ClaimAsRead",
    "DateOrigin",
    "Entity",
    "EntityType",
    "Extraction",
    "HolderStance",
    "Judgement",
    "Link",
    "LinkResult",
    "Mention",
    "MentionKind",
    "Modality",
    "Polarity",
    "Sentence",
    "Span",
    "Standing",
    "Verdict",
    "Zone",
    "ZoneKind",
    "contradicted",
    "standing",
]
