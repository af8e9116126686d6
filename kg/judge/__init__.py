"""What a person decides about entities and claims: found by name, recorded, undone, and carried from store to store."""

from kg.judge.effects import Entity, entities_of, fact_stands, readings_of
from kg.judge.operands import Operand, find_claim, find_class, find_judgement, find_operand
from kg.judge.record import Conflict, Recorded, record, undo
from kg.judge.sheet import read_sheet, write_sheet
from kg.judge.words import moment, signed, told, told_short

__all__ = [
    "Conflict",
    "Entity",
    "Operand",
    "Recorded",
    "entities_of",
    "fact_stands",
    "find_claim",
    "find_class",
    "find_judgement",
    "find_operand",
    "moment",
    "read_sheet",
    "readings_of",
    "record",
    "signed",
    "told",
    "told_short",
    "undo",
    "write_sheet",
]
