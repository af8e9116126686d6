"""What carries out pieces of work, wherever: here one after the other, or by others side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: a function of a module and its arguments, which pickle. It may be done twice.

    Attributes:
        name: says to people what it is about.
    """

    name: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]

    def __call__(self) -> Any:
        """Do it."""
        return self.function(*self.arguments)


class Engine(Protocol):
    """Does tasks that do not depend on each other."""

    def results(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Any]]:
        """Each task with its result, as they are done.

        Raises:
            KgError: a task cannot be done.
        """
        ...


class Here:
    """Does one task after the other, in this process."""

    def results(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Any]]:
        """Each task with its result, in their order."""
        for task in tasks:
            yield task, task()
