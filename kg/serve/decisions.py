"""What people decided on pages, kept in a file until it stands in the store and all has followed.

The store is written to by one process at a time, and what follows from a decision takes from seconds to minutes. So a
decision is safe once it stands here; it is written into the store with all that wait, in their order.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import KgError

FILE: Final = "kg-decisions.sqlite3"
UNDO: Final = "undo"
REJECT: Final = "reject"
DECISION: Final = "decision:"
"""Begins what names a decision by its number, where else stands the ID of a judgement."""

WAITING: Final = "waiting"
BEGUN: Final = "begun"
"""It is being written into the store, or was when that was broken off."""
WRITTEN: Final = "written"
"""It stands in the store, and what follows from it does not."""
FAILED: Final = "failed"
DONE: Final = "done"

_REMEMBERED: Final = 500
"""Decisions that are kept when all has followed, so that pages made before can still name them."""
_PATIENCE: Final = 10.0
_TABLE: Final = """CREATE TABLE IF NOT EXISTS decisions (number INTEGER PRIMARY KEY AUTOINCREMENT, moment TEXT NOT NULL,
    who TEXT NOT NULL, what TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, why TEXT NOT NULL, words TEXT NOT NULL,
    state TEXT NOT NULL, judgement TEXT NOT NULL, problem TEXT NOT NULL)"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        number: the later the higher; 0: it is not kept yet.
        moment: when it was taken, as judgements have it.
        what: "same", "different", "unsure", "reject" or "undo".
        first: IRI of an entity or of a claim; for "undo", ID of a judgement, or `DECISION` and a number.
        second: IRI of the other entity; "" where there is none.
        words: what was decided, for people.
        judgement: IRI of what it has become in the store; "" until then.
        problem: why it could not be written; "" where it could.
    """

    moment: str
    who: str
    what: str
    first: str
    second: str = ""
    why: str = ""
    words: str = ""
    number: int = 0
    state: str = WAITING
    judgement: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """How far the store has followed what people decided.

    Attributes:
        working: something has still to follow; until then all answers are of the state before.
        decisions: that are taken down and have not all followed.
        trouble: why it does not go on; it is tried again.
    """

    working: bool
    decisions: int
    trouble: str


_COLUMNS: Final = "moment, who, what, first, second, why, words, number, state, judgement, problem"


def decisions_path(folder: Path | None, address: str, states: Path) -> Path:
    """Where the decisions on a store are kept: in its folder, or for one on a server, in a folder of the user.

    Args:
        folder: of an embedded store.
        address: what tells one store from another.
    """
    if folder is not None:
        return folder / FILE
    return states / f"decisions-{hashlib.sha256(address.encode()).hexdigest()[:20]}.sqlite3"


class Decisions:
    """The file of a store's decisions; several processes may have it at once.

    Args:
        path: of the file, which need not be there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, decision: Decision) -> Decision:
        """The same with its number, once it is safe.

        Raises:
            KgError: it cannot be kept.
        """
        with self._changing() as db:
            given = decision.moment, decision.who, decision.what, decision.first, decision.second
            row = db.execute(
                "INSERT INTO decisions (moment, who, what, first, second, why, words, state, judgement, problem) "
                f"VALUES (?, ?, ?, ?, ?, ?, ?, '{WAITING}', '', '') RETURNING {_COLUMNS}",
                (*given, decision.why, decision.words),
            ).fetchone()
        return Decision(*row)

    def strike(self, number: int) -> Decision | None:
        """Take back a decision of which nothing has been written, and give it; None where it is too late for that."""
        with self._changing() as db:
            row = db.execute(
                f"DELETE FROM decisions WHERE number = ? AND state IN ('{WAITING}', '{FAILED}') RETURNING {_COLUMNS}",
                (number,),
            ).fetchone()
        return Decision(*row) if row else None

    def get(self, number: int) -> Decision | None:
        """The decision of this number; None where none is remembered."""
        found = self._read("WHERE number = ?", number)
        return found[0] if found else None

    def open(self) -> list[Decision]:
        """Those from which not all has followed, and those that could not be written; the oldest first."""
        return self._read(f"WHERE state != '{DONE}'")

    def waiting(self) -> list[Decision]:
        """Those that are still to be written into the store, the oldest first."""
        return self._read(f"WHERE state IN ('{WAITING}', '{BEGUN}')")

    def begin(self, number: int) -> bool:
        """Whether it still waits; from now on it cannot be struck."""
        with self._changing() as db:
            found = db.execute(
                f"UPDATE decisions SET state = '{BEGUN}' WHERE number = ? AND state IN ('{WAITING}', '{BEGUN}')",
                (number,),
            )
            return found.rowcount == 1

    def written(self, number: int, judgement: str) -> None:
        """Say what it has become in the store."""
        with self._changing() as db:
            db.execute(
                f"UPDATE decisions SET state = '{WRITTEN}', judgement = ? WHERE number = ?",
                (judgement, number),
            )

    def failed(self, number: int, problem: str) -> None:
        """Say why it cannot be written."""
        with self._changing() as db:
            db.execute(
                f"UPDATE decisions SET state = '{FAILED}', problem = ? WHERE number = ?", (problem, number)
            )

    def followed(self) -> None:
        """Say that all has followed from what is written."""
        if not self.path.exists():
            return
        with self._changing() as db:
            db.execute(f"UPDATE decisions SET state = '{DONE}' WHERE state = '{WRITTEN}'")
            db.execute(
                f"DELETE FROM decisions WHERE state = '{DONE}' AND number <= (SELECT MAX(number) FROM decisions) - ?",
                (_REMEMBERED,),
            )

    def _read(self, where: str, *values: object) -> list[Decision]:
        if not self.path.exists():
            return []
        with self._changing() as db:
            rows = db.execute(f"SELECT {_COLUMNS} FROM decisions {where} ORDER BY number", values).fetchall()
        return [Decision(*row) for row in rows]

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """The file, in one transaction that is on the disk at the end."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as db, db:
                db.execute(_TABLE)
                db.execute("BEGIN IMMEDIATE")
                yield db
        except (sqlite3.Error, OSError) as error:
            raise KgError(f"decisions cannot be kept in {self.path}: {error}") from error
