"""Finds the files that a user names: paths, folders, patterns and standard input, in a fixed order."""

import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kg.errors import SkippedInput
from kg.read import sitemaps
from kg.read.limits import Limits, megabytes
from kg.read.replay import replayed
from kg.read.source import Source, by_extension, known_extensions
from kg.read.unpack import name_of, unpacked

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
        shown = sorted((name for name in files if not name.startswith(".")), key=_sitemaps_first)
        known = {name_of(name).stem for name in shown if by_extension(name_of(name).extension)}
        for name in shown:
            path = Path(parent, name)
            if by_extension(name_of(name).extension):
                read += 1
                yield from _of_file(path, limits)
            elif name_of(name).stem not in known:
                unknown.append(path)
    for error in errors:
        yield SkippedInput(str(error.filename), f"cannot be read: {error.strerror}")
    if not read and not errors:
        yield SkippedInput(
            str(folder), f"the folder holds no file that a reader knows ({known_extensions()})"
        )
    elif unknown:
        kinds = ", ".join(sorted({name_of(path).extension or "no extension" for path in unknown}))
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
    name = name_of(path)
    reader = by_extension(name.extension)
    if name.extension and reader is None:
        yield SkippedInput(
            where, f"no reader knows the extension {name.extension}; the known ones are {known_extensions()}"
        )
        return
    size = path.stat().st_size
    if size > limits.file_bytes and not (reader and reader.streams):
        limit = megabytes(limits.file_bytes)
        yield SkippedInput(where, f"has {megabytes(size)}, more than the limit of {limit}; split it")
        return
    source = Source(where, name.stem, lambda: _opened(path), limits=limits)
    if name.extension == ".xml" and sitemaps.is_sitemap(source):
        yield from sitemaps.saved_pages(path, source)
    else:
        yield source


def _opened(path: Path) -> BinaryIO:
    return unpacked(path.open("rb"))


def _sitemaps_first(name: str) -> tuple[bool, str]:
    """A sitemap knows the addresses of the pages beside it, which they themselves may not."""
    return not name.lower().startswith("sitemap"), name


def _standard_input(limits: Limits) -> Source | SkippedInput:
    try:
        stream = replayed(sys.stdin.buffer)
    except OSError as error:
        return SkippedInput("standard input", f"cannot be read: {error.strerror or error}")
    return Source("standard input", "stdin", lambda: unpacked(stream()), limits=limits)
