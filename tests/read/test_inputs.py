"""What the user may name, and what is said of what cannot be read."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.errors import KgError, SkippedInput
from kg.model import Article
from kg.read import Limits, Reader, read_inputs, reads
from kg.read import source as source_module

TEXT = "The mayor of Port Lowell resigned on Tuesday after an inquiry into the bridge of the town.\n"
FOREIGN = {
    "fr": "Le président a rencontré mardi à Paris les ministres de plusieurs pays afin de parler de la paix. "
    * 3,
    "es": "El presidente del país se reunió el martes con los ministros de varios países para hablar de la paz. "
    * 3,
    "ru": "Президент страны встретился во вторник с министрами нескольких стран, чтобы поговорить о мире. "
    * 3,
    "zh": "总统星期二在首都会见了几个国家的部长，讨论该地区的和平问题。" * 8,
}


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")


def read(*inputs: str | Path, limits: Limits | None = None) -> tuple[list[str], list[SkippedInput]]:
    items = list(read_inputs([str(given) for given in inputs], limits=limits))
    return (
        [item.identifier for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, SkippedInput)],
    )


def test_a_folder_is_read_in_order_with_the_folders_in_it(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "sub/d.txt", "sub/c.txt", ".hidden.txt", ".git/e.txt")
    assert read(tmp_path) == (["a", "b", "c", "d"], [])


def test_what_no_reader_knows_in_a_folder_is_said_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.json", "b.odt", "c.odt.gz", "LICENSE")
    identifiers, (skipped,) = read(tmp_path)
    assert identifiers == ["a"]
    assert (
        skipped.why == "3 of its files were left out, because no reader knows their kind (.odt, no extension)"
    )


def test_a_folder_without_articles_is_said(tmp_path: Path) -> None:
    _, (skipped,) = read(tmp_path)
    assert "holds no file that a reader knows (.atom, .csv, .eml, .htm, .html, .jsonl" in skipped.why


def test_a_pattern_gives_its_files_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt", "x/c.txt", "d.md")
    assert read(tmp_path / "*.txt")[0] == ["a", "b"]
    assert read(tmp_path / "**" / "*.txt")[0] == ["a", "b", "c"]
    _, (skipped,) = read(tmp_path / "*.html")
    assert "matches no file" in skipped.why


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    write(tmp_path, "a[1].txt", "a1.txt")
    assert read(tmp_path / "a[1].txt")[0] == ["a[1]"]


def test_the_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert read(tmp_path / "a.txt", tmp_path, tmp_path / "." / "*.txt") == (["a"], [])


def test_a_second_article_of_the_same_identifier_is_skipped_with_both_named(tmp_path: Path) -> None:
    write(tmp_path, "one/a.txt", "two/a.md")
    identifiers, (skipped,) = read(tmp_path)
    assert identifiers == ["a"]
    assert skipped.where == str(tmp_path / "two" / "a.md")
    assert f"same identifier (a) as {tmp_path / 'one' / 'a.txt'}" in skipped.why


def test_one_bad_input_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "z.txt")
    (tmp_path / "empty.txt").write_bytes(b"\n")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2" * 50)
    (tmp_path / "latin.txt").write_bytes(b"caf\xc3\xa9 na\xc3\xafve \xff")
    (tmp_path / "big.txt").write_text(TEXT * 30, encoding="utf-8")
    (tmp_path / "odd.docx").write_bytes(b"PK")
    names = ("a.txt", "empty.txt", "binary.txt", "latin.txt", "big.txt", "odd.docx", "gone.txt", "z.txt")
    identifiers, skipped = read(*(tmp_path / name for name in names), limits=Limits(file_bytes=1000))
    assert identifiers == ["a", "z"]
    assert [Path(item.where).name for item in skipped] == list(names[1:-1])
    reasons = (
        "is empty",
        "is binary",
        "damaged UTF-8",
        "more than the limit of 1,000 bytes",
        "extension .docx",
        "no such file",
    )
    for item, reason in zip(skipped, reasons, strict=True):
        assert reason in item.why
        assert str(item) == f"{item.where}: {item.why}"


def test_an_article_longer_than_an_article_may_be_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    _, (skipped,) = read(tmp_path / "a.txt", limits=Limits(characters=50))
    assert "at most 50" in skipped.why


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_what_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "sub/b.txt")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "sub").chmod(0)
    try:
        _, skipped = read(tmp_path)
    finally:
        (tmp_path / "sub").chmod(0o700)
    assert len(skipped) >= 2
    assert all("Permission denied" in item.why for item in skipped[:2])


def test_a_folder_that_may_not_be_listed_is_one_skip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    _, skipped = read(tmp_path)
    assert [str(item) for item in skipped] == [f"{tmp_path}: cannot be read: Permission denied"]


def test_a_failing_disk_is_a_skip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.txt", "b.jsonl")

    really_open = Path.open

    def fail(self: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        if self.parent == tmp_path:
            raise PermissionError(13, "Permission denied")
        return really_open(self, mode, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", fail)
    _, skipped = read(tmp_path)
    assert [item.why for item in skipped] == ["cannot be read: Permission denied"] * 2


def test_a_device_or_a_name_that_cannot_be_is_skipped(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    _, skipped = read(pipe, "bad\0name")
    assert "neither a file nor a folder" in skipped[0].why
    assert len(skipped) == 2


@pytest.mark.parametrize(
    ("given", "identifiers"),
    [
        (TEXT, ["stdin"]),
        ('{"id": "x", "text": "A."}\n{"id": "y", "text": "B."}\n', ["x", "y"]),
        ("{Braces} are where this text begins.", ["stdin"]),
    ],
)
def test_standard_input_is_text_or_records(
    monkeypatch: pytest.MonkeyPatch, given: str, identifiers: Sequence[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert read("-") == (list(identifiers), [])


def test_empty_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    _, (skipped,) = read("-")
    assert str(skipped) == "standard input: is empty"


@pytest.mark.parametrize("content", [f"<html><body><article><p>{TEXT * 4}</p></article></body></html>", TEXT])
def test_a_file_without_extension_is_read_by_what_it_holds(tmp_path: Path, content: str) -> None:
    path = tmp_path / "article"
    path.write_text(content, encoding="utf-8")
    (item,) = read_inputs([str(path)])
    assert isinstance(item, Article)
    assert "<" not in item.text


@pytest.mark.parametrize("language", sorted(FOREIGN))
def test_a_text_in_another_language_is_skipped(tmp_path: Path, language: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FOREIGN[language], encoding="utf-8")
    _, (skipped,) = read(path)
    assert f"is not in English (it looks like '{language}')" in skipped.why


@pytest.mark.parametrize(
    "text", ["Juan Guerrero visitó Málaga.", "Marsh met Řezáč.", TEXT + "« Je ne sais rien », dit-elle."]
)
def test_a_short_or_mostly_english_text_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert read(path)[0] == ["a"]


class _Point:
    """An entry point as `importlib.metadata` gives it."""

    def __init__(self, name: str, loaded: object) -> None:
        self.name = name
        self.value = f"plugin:{name}"
        self.loaded = loaded

    def load(self) -> object:
        if isinstance(self.loaded, Exception):
            raise self.loaded
        return self.loaded


def _install(monkeypatch: pytest.MonkeyPatch, *points: _Point) -> None:
    shipped = list(source_module.entry_points(group=source_module.GROUP))
    monkeypatch.setattr(source_module, "entry_points", lambda group: [*shipped, *points])
    source_module.readers.cache_clear()


@pytest.fixture(autouse=True)
def _forget_readers() -> object:
    yield
    source_module.readers.cache_clear()


def test_another_package_may_bring_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @reads(".SHOUT")
    def shout(source: source_module.Source):  # type: ignore[no-untyped-def]
        yield Article(source.identifier, source.data().decode().capitalize())

    assert isinstance(shout, Reader)
    _install(monkeypatch, _Point("shout", shout))
    (tmp_path / "a.shout").write_text("MARSH QUITS.")
    (item,) = read_inputs([str(tmp_path)])
    assert isinstance(item, Article)
    assert item.text == "Marsh quits."
    assert item.zones


@pytest.mark.parametrize(
    ("loaded", "message"),
    [
        (ImportError("no module"), "cannot be loaded: no module"),
        (len, "is no Reader"),
        (Reader(lambda source: iter(()), (".txt",)), "both claim .txt"),
    ],
)
def test_a_broken_reader_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loaded: object, message: str
) -> None:
    _install(monkeypatch, _Point("zz-broken", loaded))
    write(tmp_path, "a.txt")
    with pytest.raises(KgError, match="zz-broken") as caught:
        read(tmp_path)
    assert message in str(caught.value)
