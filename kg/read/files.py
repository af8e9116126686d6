"""Finds the files that a user names: paths, folders, patterns and standard input, in a fixed order."""

import glob
import io
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

from kg.errors import SkippedInput
from kg.read.limits import Limits, megabytes
from kg.read.source import Source, by_extension, known_extensions

STANDARD_INPUT = "-"


def sources(given: str, limits: Limits) -> Iterator[Source | SkippedInput]:
    """The files that one input names; what cannot be read comes as `SkippedInput`.

    A folder gives its files and those of its folders, by name, as far as a reader knows their kind. Hidden files are
    left out, and so is what stands beside an article under its name (`vote.json` beside `vote.txt`).
    """
    if given == STANDARD_INPUT:
        yield _standard_input(limits)
        return
    path = Path(given)
    try:
        if path.is_dir():
            yield from _of_folder(path, limits)
        elif path.exists():
            yield from _of_file(path, limits)
        elif any(c in given for c in "*?["):
            yield from _of_pattern(given, limits)
        else:
            yield SkippedInput(given, "there is no such file or folder")
    except (OSError, ValueError) as error:
        yield SkippedInput(given, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _of_folder(folder: Path, limits: Limits) -> Iterator[Source | SkippedInput]:
    errors: list[OSError] = []
    unknown: list[Path] = []
    read = 0
    for parent, names, files in os.walk(folder, onerror=errors.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        shown = sorted(name for name in files if not name.startswith("."))
        known = {Path(name).stem for name in shown if by_extension(Path(name).suffix)}
        for name in shown:
            path = Path(parent, name)
            if by_extension(path.suffix):
                read += 1
                yield from _of_file(path, limits)
            elif path.stem not in known:
                unknown.append(path)
    for error in errors:
        yield SkippedInput(str(error.filename), f"cannot be read: {error.strerror}")
    if not read and not errors:
        yield SkippedInput(
            str(folder), f"the folder holds no file that a reader knows ({known_extensions()})"
        )
    elif unknown:
        kinds = ", ".join(sorted({path.suffix or "no extension" for path in unknown}))
        yield SkippedInput(
            str(folder),
            f"{len(unknown)} of its files were left out, because no reader knows their kind ({kinds})",
        )


def _of_pattern(pattern: str, limits: Limits) -> Iterator[Source | SkippedInput]:
    found = [Path(path) for path in sorted(glob.glob(pattern, recursive=True))]
    files = [path for path in found if path.is_file()]
    if not files:
        yield SkippedInput(pattern, "the pattern matches no file")
    for path in files:
        yield from _of_file(path, limits)


def _of_file(path: Path, limits: Limits) -> Iterator[Source | SkippedInput]:
    where = str(path)
    if not path.is_file():
        yield SkippedInput(where, "is neither a file nor a folder")
        return
    reader = by_extension(path.suffix)
    if path.suffix and reader is None:
        yield SkippedInput(
            where, f"no reader knows the extension {path.suffix}; the known ones are {known_extensions()}"
        )
        return
    size = path.stat().st_size
    if size > limits.file_bytes and not _holds_records(path):
        limit = megabytes(limits.file_bytes)
        yield SkippedInput(where, f"has {megabytes(size)}, more than the limit of {limit}; split it")
        return

    def open_() -> AbstractContextManager[BinaryIO]:
        return path.open("rb")

    yield Source(where, path.stem, open_, limits=limits)


def _holds_records(path: Path) -> bool:
    """Whether the file is read line by line, so that its whole size does not matter."""
    return path.suffix.lower() in (".jsonl", ".ndjson")


def _standard_input(limits: Limits) -> Source | SkippedInput:
    try:
        data = sys.stdin.buffer.read(limits.file_bytes + 1)
    except OSError as error:
        return SkippedInput("standard input", f"cannot be read: {error.strerror or error}")
    return Source("standard input", "stdin", lambda: nullcontext(io.BytesIO(data)), limits=limits)
