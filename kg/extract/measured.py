"""Measures how long each component of a pipeline takes."""

from collections.abc import Callable, Collection
from typing import Any

from spacy.language import Language

from kg.stages import Stages


class Measured:
    """A component as it was, but for the clock that runs while it works."""

    def __init__(self, name: str, component: Callable[..., Any], stages: Stages) -> None:
        self._name = name
        self._component = component
        self._stages = stages

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        with self._stages.stage(self._name):
            return self._component(*arguments, **named)

    def __getattr__(self, name: str) -> Any:
        attribute = getattr(self._component, name)
        if name != "pipe":
            return attribute
        return lambda docs, **named: self._stages.each(self._name, attribute(docs, **named))


def measure(nlp: Language, stages: Stages, ours: Collection[str]) -> None:
    """Count the seconds of each component of a pipeline, and of its tokenizer; calling it again changes the clock.

    The stages are called as the components are; all but ours, so also stand-ins of spaCy's, begin with "spaCy".
    """
    nlp.tokenizer = Measured("spaCy tokenizer", _bare(nlp.tokenizer), stages)
    nlp._components = [
        (name, Measured(_stage(name, ours), _bare(each), stages)) for name, each in nlp._components
    ]


def _stage(component: str, ours: Collection[str]) -> str:
    return component if component in ours else f"spaCy {component.removeprefix('kg_')}"


def _bare(component: Any) -> Any:
    return component._component if isinstance(component, Measured) else component
