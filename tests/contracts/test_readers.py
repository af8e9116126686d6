"""What every reader must do, whatever the format."""

import gzip
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import zstandard
from corpora import FILES, TEXTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import Limits, Reader, read_inputs
from kg.read.source import readers


@pytest.fixture(params=sorted(readers()))
def name(request: pytest.FixtureRequest) -> str:
    """The name of each reader that is installed."""
    return request.param


@pytest.fixture
def reader(name: str) -> Reader:
    return readers()[name]


@pytest.fixture
def data(name: str) -> bytes:
    """A file of its format, with the first article, and the second where it holds several."""
    assert name in FILES, f"tests/support/corpora.py has no file for the reader {name}"
    return FILES[name][0]()


def read(path: Path, limits: Limits | None = None) -> list[Article | SkippedInput]:
    return list(read_inputs([str(path)], limits=limits))


def written(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_gives_its_articles_in_order(name: str, reader: Reader, data: bytes, tmp_path: Path) -> None:
    for extension in reader.extensions:
        items = read(written(tmp_path, f"a{extension}", data))
        assert len(items) == FILES[name][1]
        for item, text in zip(items, TEXTS, strict=False):
            assert isinstance(item, Article), item
            assert text[-60:] in " ".join(item.text.split())
            assert item.zones


def test_the_same_file_gives_the_same_articles(reader: Reader, data: bytes, tmp_path: Path) -> None:
    first, second = (
        read(written(tmp_path / folder, f"a{reader.extensions[0]}", data)) for folder in ("one", "two")
    )
    assert first == second


def test_a_folder_finds_its_files(reader: Reader, data: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, f"a{reader.extensions[-1].upper()}", data)
    assert read(tmp_path) == read(path)


@pytest.mark.parametrize(
    ("ending", "pack"), [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor().compress)]
)
def test_a_packed_file_gives_the_same(
    name: str, reader: Reader, data: bytes, tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]
) -> None:
    extension = reader.extensions[0]
    plain = read(written(tmp_path, f"a{extension}", data))
    packed = read(written(tmp_path, f"a{extension}{ending}", pack(data)))
    if name == "parquet":
        assert [item.why for item in packed if isinstance(item, SkippedInput)] == [
            "is packed Parquet, which cannot be read as it comes; unpack it"
        ]
    else:
        assert packed == plain


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_an_empty_file_is_named(reader: Reader, tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, f"a{reader.extensions[0]}", content)
    (skipped,) = read(path)
    assert isinstance(skipped, SkippedInput)
    assert skipped.where == str(path)


def test_what_is_too_large_is_named_and_not_held(reader: Reader, data: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, f"a{reader.extensions[0]}", data)
    items = read(path, Limits(file_bytes=150, characters=200))
    assert items
    for item in items:
        assert isinstance(item, SkippedInput)
        assert item.where.startswith(str(path))


def test_a_file_that_cannot_be_opened_is_named(
    reader: Reader, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, f"a{reader.extensions[0]}", data)

    def refuse(self: Path, mode: str = "r") -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert [str(item) for item in read(path)] == [f"{path}: cannot be read: Permission denied"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_a_damaged_file_is_read_in_part_or_named(
    reader: Reader, data: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str], drawn: st.DataObject
) -> None:
    size = len(data)
    cut = drawn.draw(st.integers(1, size), label="cut at")
    damaged = bytearray(data[:cut])
    for place in drawn.draw(st.lists(st.integers(0, cut - 1), max_size=4), label="damaged at"):
        damaged[place] = drawn.draw(st.integers(0, 255), label="to")
    path = written(tmp_path, f"a{reader.extensions[0]}", bytes(damaged))
    for item in read(path):
        assert isinstance(item, Article | SkippedInput)
        if isinstance(item, SkippedInput):
            assert str(path) in item.where
            assert item.why
            assert "\n" not in item.why
    assert capfd.readouterr() == ("", "")


def test_a_truncated_packed_file_is_named_with_its_break(
    name: str, reader: Reader, data: bytes, tmp_path: Path
) -> None:
    packed = gzip.compress(data + os.urandom(2000).hex().encode() if name == "text" else data)
    path = written(tmp_path, f"a{reader.extensions[0]}.gz", packed[:-12])
    items = read(path)
    last = items[-1]
    assert isinstance(last, SkippedInput)
    assert last.where.startswith(str(path))
    if name != "parquet":
        assert "the gzip data break off" in last.why


def test_nothing_is_read_before_somebody_asks(reader: Reader, data: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, f"a{reader.extensions[0]}", data)
    items = read_inputs([str(path)])
    path.write_bytes(b"")
    (skipped,) = items
    assert isinstance(skipped, SkippedInput)


def test_the_readers_that_are_shipped_claim_no_extension_twice() -> None:
    claimed = [extension for reader in readers().values() for extension in reader.extensions]
    assert len(claimed) == len(set(claimed))
    assert all(extension == extension.lower() and extension.startswith(".") for extension in claimed)
    assert all(replace(reader, extensions=()) for reader in readers().values())
