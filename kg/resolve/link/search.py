"""Names to items: from the answers that are kept, else from the register, several names at a time."""

from collections.abc import Iterable, Sequence
from typing import Final

from kg.errors import StoreError
from kg.resolve.link.cache import AnswerCache
from kg.resolve.link.items import Item, items_by_name
from kg.resolve.link.register import Register, Unanswered
from kg.resolve.link.shape import QueryShape

BATCH: Final = 20
"""Names in one query."""
_TRIES: Final = 2
"""Of a query that brings no usable answer: it is the quicker way to ask for fewer names."""
_IN_A_ROW: Final = 3
"""Single names without a usable answer, after which the register is given up."""


class Search:
    """Asks a register for names, each once.

    Attributes:
        failed: the names that got no usable answer in this run, with the reason.

    Args:
        register: None to answer from the cache alone.
        fresh: ask again for what the cache holds.
    """

    def __init__(
        self,
        register: Register | None,
        shape: QueryShape,
        language: str,
        cache: AnswerCache,
        *,
        fresh: bool = False,
    ) -> None:
        self.register = register
        self.shape = shape
        self.language = language
        self.cache = cache
        self.fresh = fresh and register is not None
        self.failed: dict[str, str] = {}
        self._asked: set[str] = set()
        self._in_a_row = 0

    def find(self, names: Iterable[str]) -> dict[str, tuple[Item, ...]]:
        """The items of each name; a name that got no answer, or is not kept where nothing is asked, is missing.

        What is answered is kept before the next query is sent.

        Raises:
            StoreError: the register is of no use at the moment.
            QueryError: it does not understand the query.
            KgError: the answers cannot be kept.
        """
        wanted = list(dict.fromkeys(names))
        known = self.cache.get([name for name in wanted if not self.fresh or name in self._asked])
        missing = [name for name in wanted if name not in known and name not in self.failed]
        if self.register is not None:
            for start in range(0, len(missing), BATCH):
                known |= self._ask(self.register, missing[start : start + BATCH])
        return {name: known[name] for name in wanted if name in known}

    def _ask(self, register: Register, names: Sequence[str]) -> dict[str, tuple[Item, ...]]:
        try:
            variables, rows = register.select(self.shape.query(names, self.language), tries=_TRIES)
        except Unanswered as error:
            if len(names) > 1:
                half = len(names) // 2
                first = self._ask(register, names[:half])
                return first | self._ask(register, names[half:])
            self._fail(names[0], error)
            return {}
        found = items_by_name(variables, rows, names, self.language)
        self.cache.put(found)
        self._asked.update(names)
        self._in_a_row = 0
        return found

    def _fail(self, name: str, error: Unanswered) -> None:
        self.failed[name] = str(error)
        self._in_a_row += 1
        if self._in_a_row >= _IN_A_ROW:
            raise StoreError(
                f"no usable answer to {self._in_a_row} names in a row; the last: {error}"
            ) from error
