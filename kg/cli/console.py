"""How commands speak: results on standard output, all else on standard error, progress only where somebody watches."""

import json
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final

from kg.errors import KgError, UsageError
from kg.files import written_whole

PIPE_WIDTH: Final = 160


def write(text: str) -> None:
    """A result, as one or more whole lines."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")


def write_json(value: Any) -> None:
    """A result for another program."""
    write(json.dumps(value, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """A remark for the person at the terminal."""
    sys.stderr.write(f"{text}\n")


def error(text: str) -> None:
    """What went wrong, for the person at the terminal."""
    note(f"error: {text}")


def width() -> int:
    """How wide a line on standard output may be; where that is no terminal, wide enough not to break most cells."""
    return shutil.get_terminal_size((PIPE_WIDTH, 0)).columns if sys.stdout.isatty() else PIPE_WIDTH


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, title: str | None = None) -> None:
    """A table on standard output; columns whose cells are all numbers stand at the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lines = [list(row) for row in rows]
    grid = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold")
    for place, column in enumerate(columns):
        numeric = bool(lines) and all(isinstance(line[place], int | float) for line in lines)
        grid.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for line in lines:
        grid.add_row(*(Text(_cell(value)) for value in line))
    Console(file=sys.stdout, width=width(), highlight=False).print(grid)


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def is_watched() -> bool:
    """Whether somebody sees on a terminal how far a command is."""
    return sys.stderr.isatty()


@contextmanager
def progress(description: str) -> Iterator[Callable[[str], None]]:
    """Something to call with each thing that is done; it shows on standard error, if that is a terminal."""
    if not sys.stderr.isatty():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}: {task.completed}  {task.fields[last]}"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(description, total=None, last="")
        yield lambda name: bar.update(task, advance=1, last=name)


def _ignore(name: str) -> None:
    """Nobody watches."""
    del name


@contextmanager
def told_if_interrupted(what: Callable[[], str]) -> Iterator[None]:
    """Say what is kept and how to go on, where somebody stops what is done inside."""
    try:
        yield
    except KeyboardInterrupt:
        note(what())
        raise


@contextmanager
def stopped_as_interrupted() -> Iterator[None]:
    """Take the signals by which the system or another program stops this one for an interruption at the keyboard."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in numbers}
    try:
        for number, handler in before.items():
            if handler is signal.SIG_DFL:
                signal.signal(number, signal.default_int_handler)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def check_output(path: Path | None) -> None:
    """Refuse where `output` could not write, before the work is done that gives what to write.

    Raises:
        UsageError: the path is a folder.
        KgError: nothing can be written there.
    """
    if path is None or str(path) == "-":
        return
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file to write to")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KgError(f"{path} cannot be written: {error.strerror or error}") from error
    place = path if path.exists() and not path.is_file() else path.resolve().parent
    if not os.access(place, os.W_OK):
        raise KgError(f"{path} cannot be written: {place} may not be written to")


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """Where a command's bytes go: the file, written whole or not at all, or standard output for None and "-".

    Raises:
        UsageError: the path is a folder.
        KgError: the file cannot be written.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    check_output(path)
    begun = False
    try:
        with written_whole(path) as stream:
            begun = True
            yield stream
    except OSError as error:
        how = " to the end, and is as it was" if begun else ""
        raise KgError(f"{path} cannot be written{how}: {error.strerror or error}") from error
