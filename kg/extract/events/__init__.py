"""Events and attitudes: what verbs, nouns and adjectives tell, matched by frames on the predicate–argument layer."""

from kg.extract.events.frames import EventFrames
from kg.extract.events.matcher import EventMatcher

__all__ = ["EventFrames", "EventMatcher"]
