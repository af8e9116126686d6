"""What is packed."""

import gzip
import io
import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import Limits, read_inputs
from kg.read.unpack import Broken, Name, name_of, unpacked

TEXT = "The mayor of Port Lowell resigned on Tuesday after an inquiry into the new bridge of the town."
PACKERS = {"gz": gzip.compress, "zst": zstandard.ZstdCompressor().compress}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("a.txt", Name("a", ".txt")),
        ("a.b.JSONL.GZ", Name("a.b", ".jsonl")),
        ("a.warc.zst", Name("a", ".warc")),
        ("a.gz", Name("a", "")),
        ("a", Name("a", "")),
        ("a.tar.gz", Name("a", ".tar")),
    ],
)
def test_a_name_tells_what_is_packed(name: str, parts: Name) -> None:
    assert name_of(f"folder.gz/{name}") == parts


@given(
    st.lists(st.binary(max_size=3000), min_size=1, max_size=4),
    st.sampled_from(sorted(PACKERS)),
    st.booleans(),
)
def test_packed_pieces_one_after_the_other_give_their_content(
    pieces: list[bytes], kind: str, padded: bool
) -> None:
    packed = b"".join(PACKERS[kind](piece) for piece in pieces) + b"\0" * 2000 * padded
    assert unpacked(io.BytesIO(packed)).read() == b"".join(pieces)


def test_a_frame_that_holds_nothing_is_passed_over() -> None:
    frame = b"\x5a\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"abcd"
    assert unpacked(io.BytesIO(frame + PACKERS["zst"](b"a") + frame + PACKERS["zst"](b"b"))).read() == b"ab"


@given(st.data(), st.sampled_from(sorted(PACKERS)))
def test_all_that_stands_before_a_break_is_given(drawn: st.DataObject, kind: str) -> None:
    first = b"".join(f"{n} {n * n}\n".encode() for n in range(400))
    whole = PACKERS[kind](first)
    second = PACKERS[kind](b"second")
    cut = drawn.draw(st.integers(1, len(second) - 1))
    lines = unpacked(io.BytesIO(whole + second[:cut]))
    assert b"".join(lines.readline() for _ in range(400)) == first
    with pytest.raises(Broken, match=r"break off|something else"):
        lines.read()


@pytest.mark.parametrize("kind", sorted(PACKERS))
def test_what_follows_the_packed_data_is_said(kind: str) -> None:
    stream = unpacked(io.BytesIO(PACKERS[kind](b"abc") + b"and a note"))
    with pytest.raises(Broken, match=r"something else than .* follows after 3"):
        stream.read()


def test_damage_is_said_with_its_place() -> None:
    packed = bytearray(gzip.compress(TEXT.encode()))
    packed[-6] ^= 1
    with pytest.raises(Broken, match="gzip data are damaged after"):
        unpacked(io.BytesIO(bytes(packed))).read()


def test_a_zstd_file_that_asks_for_much_memory_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters.from_level(3, window_log=28)
    packer = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    packed = packer.compress(TEXT.encode()) + packer.flush()
    with pytest.raises(Broken, match="too much memory"):
        unpacked(io.BytesIO(packed)).read()


def test_records_before_a_break_are_read_and_the_break_is_named(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl.gz"
    records = "".join(json.dumps({"id": n, "text": f"{n}. {TEXT}"}) + "\n" for n in range(2000))
    packed = gzip.compress(records.encode())
    path.write_bytes(packed[: len(packed) * 3 // 4])
    *articles, broken = read_inputs([str(path)])
    assert len(articles) > 1000
    assert all(isinstance(article, Article) for article in articles)
    assert isinstance(broken, SkippedInput)
    assert broken.where == f"{path}:{len(articles)}"
    assert "what follows cannot be read: the gzip data break off after" in broken.why


@pytest.mark.parametrize("ending", ["txt", "html", "jsonl", "csv"])
@pytest.mark.parametrize("kind", sorted(PACKERS))
def test_a_small_file_that_holds_much_takes_little_memory(tmp_path: Path, kind: str, ending: str) -> None:
    path = tmp_path / f"bomb.{ending}.{kind}"
    packer = zstandard.ZstdCompressor().compressobj() if kind == "zst" else gzip.compress
    if kind == "zst":
        path.write_bytes(b"".join(packer.compress(b"x" * 1_000_000) for _ in range(200)) + packer.flush())
    else:
        path.write_bytes(b"".join(gzip.compress(b"x" * 1_000_000) for _ in range(200)))
    skipped, peak = _read_with_peak(path, Limits(file_bytes=1_000_000, passed_bytes=100_000_000))
    assert isinstance(skipped, SkippedInput)
    assert "than" in skipped.why
    assert peak < 100_000_000  # two pieces of zstd, where the content is 200 MB


def test_memory_that_a_file_takes_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "large.txt.gz"
    path.write_bytes(b"".join(gzip.compress(b"x" * 1_000_000) for _ in range(50)))
    _, peak = _read_with_peak(path, Limits(file_bytes=60_000_000))
    assert peak > 50_000_000


def _read_with_peak(path: Path, limits: Limits) -> tuple[Article | SkippedInput, int]:
    """What a file gives, and the most bytes that Python's objects took meanwhile: those of a process never become less."""
    tracemalloc.start()
    try:
        (found,) = read_inputs([str(path)], limits=limits)
        return found, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_record_that_is_too_large_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    lines = ({"id": "a", "text": TEXT}, {"id": "b", "text": TEXT * 9}, {"id": "c", "text": TEXT})
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    first, large, last = read_inputs([str(path)], limits=Limits(file_bytes=500))
    assert isinstance(large, SkippedInput)
    assert str(large) == f"{path}:2: is longer than the limit of 500 bytes"
    assert [item.identifier for item in (first, last) if isinstance(item, Article)] == ["a", "c"]


def test_standard_input_is_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0
    rest = b""

    class Pipe(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:
            nonlocal taken, rest
            if not rest:
                rest = json.dumps({"id": taken, "text": TEXT}).encode() + b"\n"
                taken += 1
            piece, rest = rest[: len(buffer)], rest[len(buffer) :]
            buffer[: len(piece)] = piece
            return len(piece)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Pipe(), 1000)))
    items = read_inputs(["-"], limits=Limits(file_bytes=10_000))
    read = [item for item, _ in zip(items, range(3000), strict=False) if isinstance(item, Article)]
    assert len(read) == 3000
    assert taken < 3000 + 1500


@pytest.mark.parametrize("kind", sorted(PACKERS))
def test_packed_standard_input_is_unpacked(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    packed = PACKERS[kind](json.dumps({"id": "x", "text": TEXT}).encode())
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(packed)))
    (item,) = read_inputs(["-"])
    assert isinstance(item, Article)
    assert item.identifier == "x"


_MEASURE = """
import resource, sys
from kg.read import Limits, read_inputs
next(read_inputs([sys.argv[1]]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _ in read_inputs([sys.argv[1]], limits=Limits(characters=1000)))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform == "darwin", reason="memory is counted in bytes there")
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "csv.zst"])
def test_a_large_file_of_records_does_not_grow_the_process(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"all.{ending}"
    text = TEXT * 100
    if ending.startswith("csv"):
        lines = ["id,text\n", *(f'{n},"{text}"\n' for n in range(6000))]
    else:
        lines = [json.dumps({"id": n, "text": text}) + "\n" for n in range(6000)]
    content = "".join(lines).encode()
    path.write_bytes(PACKERS[ending[-3:].strip(".")](content) if "." in ending else content)
    ran = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    count, grown = map(int, ran.stdout.split())
    assert len(content) > 50_000_000
    assert count == 6000
    assert grown * 1024 < 20_000_000
