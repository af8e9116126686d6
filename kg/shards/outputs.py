"""Files that a step makes: whole or not at all, the same bytes whoever makes them, and a mark that says what from."""

import gzip
import hashlib
import json
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Final, cast

from kg.files import sync_folder

_LEVEL: Final = 6
"""Of compression: more takes far longer and saves little."""
_PART: Final = ".part"


class Outputs:
    """The files of one step over one piece of work; the mark, written last, says that all are there.

    Two processes may make the same files at once: each writes under names of its own, and the last to finish wins.

    Args:
        mark: the side file.
        of: what decides the bytes: digests of the inputs, versions, options.
    """

    def __init__(self, mark: Path, of: Mapping[str, object]) -> None:
        self._mark = mark
        self._of = digest_of(of)
        self._files: dict[str, dict[str, object]] = {}

    def is_done(self) -> bool:
        """Whether the files are there, made from the same and of the size that they had then."""
        told = read_mark(self._mark)
        return told.get("of") == self._of and all(
            _size(self._mark.parent / name) == each["bytes"] for name, each in told["files"].items()
        )

    @contextmanager
    def file(self, path: Path) -> Iterator[IO[bytes]]:
        """A stream whose bytes become a file once it is left without an error; compressed where it ends in .gz."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.{uuid.uuid4().hex}{_PART}")
        try:
            with unfinished.open("wb") as raw:
                counted = _Counted(raw)
                if path.suffix == ".gz":
                    # neither a name nor a time in it, so that the same text is the same bytes
                    with gzip.GzipFile("", "wb", _LEVEL, counted, mtime=0) as packed:
                        yield cast(IO[bytes], packed)
                else:
                    yield cast(IO[bytes], counted)
                raw.flush()
                os.fsync(raw.fileno())
            unfinished.replace(path)
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        name = os.path.relpath(path, self._mark.parent)
        self._files[name] = {"bytes": counted.size, "sha256": counted.digest.hexdigest()}

    def finish(self, told: Mapping[str, object] | None = None) -> None:
        """Say that all files are there.

        Args:
            told: what else the mark is to say, for those who go on from here.
        """
        self._mark.parent.mkdir(parents=True, exist_ok=True)
        sync_folder(self._mark.parent)
        files = dict(sorted(self._files.items()))
        said = {"of": self._of, "files": files, "told": dict(told or {})}
        with Outputs(self._mark, {}).file(self._mark) as stream:
            stream.write(json.dumps(said, sort_keys=True, indent=1).encode() + b"\n")


class _Counted:
    """A stream that counts and hashes what goes through it."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self.size = 0
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        view = memoryview(data)
        self.size += view.nbytes
        self.digest.update(view)
        return self._raw.write(view)

    def flush(self) -> None:
        self._raw.flush()

    def tell(self) -> int:
        return self.size


def read_mark(mark: Path) -> dict[str, Any]:
    """What a mark says; nothing of use where there is none, or a damaged one."""
    try:
        told = json.loads(mark.read_bytes())
        if isinstance(told["of"], str) and isinstance(told["files"], dict):
            return cast(dict[str, Any], told)
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return {"of": None, "files": {}, "told": {}}


def told_by(mark: Path) -> dict[str, Any]:
    """What a step has said beside its files."""
    return cast(dict[str, Any], read_mark(mark)["told"])


def content_of(mark: Path) -> str:
    """The digest of all that a step has made: what depends on it is made anew where this changes."""
    told = read_mark(mark)
    return digest_of({"files": told["files"], "told": told["told"]})


def file_digest(mark: Path, path: Path) -> str:
    """The digest of one file of a step."""
    return str(read_mark(mark)["files"][os.path.relpath(path, mark.parent)]["sha256"])


def digest_of(values: Mapping[str, object]) -> str:
    """One digest of several values."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def write_lines(stream: IO[bytes], records: Iterable[object]) -> None:
    """Records as JSON, one a line."""
    for record in records:
        stream.write(json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")


def read_lines(path: Path) -> Iterator[Any]:
    """The records of a file, in their order."""
    with opened(path) as stream:
        yield from map(json.loads, stream)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A file for reading, unpacked where it ends in .gz."""
    with path.open("rb") as raw:
        if path.suffix == ".gz":
            with gzip.GzipFile(fileobj=raw) as packed:
                yield cast(IO[bytes], packed)
        else:
            yield raw


def write_parts(outputs: Outputs, path: Path, parts: int, records: Iterable[tuple[int, object]]) -> list[int]:
    """Records in one file, those of a part together and compressed alone, so that a reader of one part reads no other.

    Args:
        records: each with the number of its part, in any order; they come out sorted.

    Returns:
        Where each part begins, and where the last ends.
    """
    listed: list[list[bytes]] = [[] for _ in range(parts)]
    for part, record in records:
        listed[part].append(json.dumps(record, separators=(",", ":")).encode() + b"\n")
    starts = [0]
    with outputs.file(path) as stream:
        for lines in listed:
            packed = gzip.compress(b"".join(sorted(lines)), _LEVEL, mtime=0) if lines else b""
            stream.write(packed)
            starts.append(starts[-1] + len(packed))
    return starts


def read_part(path: Path, starts: list[int], part: int) -> Iterator[Any]:
    """The records of one part."""
    begin, end = starts[part : part + 2]
    if begin == end:
        return
    with path.open("rb") as stream:
        stream.seek(begin)
        data = stream.read(end - begin)
    yield from map(json.loads, gzip.decompress(data).splitlines())


def made(
    mark: Path, of: Mapping[str, object], make: Callable[[Outputs], Mapping[str, object] | None]
) -> bool:
    """Make the files of a step unless they are there already; whether anything had to be made.

    Args:
        make: writes them, and gives what the mark is to say beside.
    """
    outputs = Outputs(mark, of)
    if outputs.is_done():
        return False
    mark.unlink(missing_ok=True)
    outputs.finish(make(outputs))
    return True


def remove_unfinished(folder: Path) -> None:
    """Remove what killed processes have left; call it when nobody works there."""
    for path in folder.rglob(f".*{_PART}"):
        with suppress(OSError):
            path.unlink()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
