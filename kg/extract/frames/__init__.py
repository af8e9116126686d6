"""Frames: small sentences of the ontology, compiled to what the matchers look for.

A frame holds the slots SUBJ and OBJ (`OBJ:Place+Country` takes no other types), lower-case lemmas, alternatives
`{a|b}`, optional words `[c]`, X for any other noun phrase and VP for a verb phrase. Its shape tells its kind; passives,
relative clauses, control and coordination are never written.
"""

from kg.extract.frames.compiler import compile_frame
from kg.extract.frames.shapes import (
    AdjectiveFrame,
    CompoundFrame,
    DemonymFrame,
    Frame,
    NounFrame,
    PrepositionFrame,
    Presenting,
    RoleFrame,
    Slot,
    SlotTypes,
    VerbFrame,
)

__all__ = [
    "AdjectiveFrame",
    "CompoundFrame",
    "DemonymFrame",
    "Frame",
    "NounFrame",
    "PrepositionFrame",
    "Presenting",
    "RoleFrame",
    "Slot",
    "SlotTypes",
    "VerbFrame",
    "compile_frame",
]
