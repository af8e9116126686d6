import os
import time

import pytest
from meeting_corpus import meeting_corpus
from meeting_recipe import MeetingRecipe

from kg.model import Article, Span, Zone, ZoneKind
from kg.shards import Plan, process_shard, split
from kg.shards.outputs import Outputs, made, read_lines, read_part, told_by, write_lines, write_parts
from kg.shards.split import read_shard


def write(folder, of, lines, fail=False):
    def make(outputs: Outputs):
        with outputs.file(folder / "out.jsonl.gz") as stream:
            write_lines(stream, lines)
            if fail:
                raise ValueError("broken off")
        return {"many": len(lines)}

    return made(folder / "done.json", of, make)


def test_what_is_made_from_the_same_is_left_alone_and_of_another_made_anew(tmp_path):
    assert write(tmp_path, {"version": 1}, ["a"]) is True
    assert write(tmp_path, {"version": 1}, ["b"]) is False
    assert list(read_lines(tmp_path / "out.jsonl.gz")) == ["a"]
    assert write(tmp_path, {"version": 2}, ["b", "c"]) is True
    assert list(read_lines(tmp_path / "out.jsonl.gz")) == ["b", "c"]
    assert told_by(tmp_path / "done.json") == {"many": 2}


@pytest.mark.parametrize("damage", ["gone", "cut", "mark cut"])
def test_what_is_not_there_whole_is_made_again(tmp_path, damage):
    write(tmp_path, {}, ["a"])
    path = tmp_path / ("done.json" if damage == "mark cut" else "out.jsonl.gz")
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-3])
    assert write(tmp_path, {}, ["a"]) is True
    assert list(read_lines(tmp_path / "out.jsonl.gz")) == ["a"]


def test_what_is_broken_off_leaves_nothing_and_no_mark(tmp_path):
    with pytest.raises(ValueError, match="broken off"):
        write(tmp_path, {}, ["a"], fail=True)
    assert list(tmp_path.iterdir()) == []
    write(tmp_path, {}, ["a"])
    with pytest.raises(ValueError, match="broken off"):
        write(tmp_path, {"version": 2}, ["b"], fail=True)
    assert list(read_lines(tmp_path / "out.jsonl.gz")) == ["a"], "the file is as it was"
    assert not (tmp_path / "done.json").exists(), "nobody takes it for that of another version"


def test_the_same_lines_are_the_same_bytes_whenever_they_are_written(tmp_path):
    (tmp_path / "other").mkdir()
    write(tmp_path, {}, ["a", {"b": "ü"}])
    time.sleep(1.1)  # the clock of a gzip file counts seconds
    write(tmp_path / "other", {}, ["a", {"b": "ü"}])
    for name in ("out.jsonl.gz", "done.json"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "other" / name).read_bytes()


def test_a_part_has_its_own_records_sorted(tmp_path):
    outputs = Outputs(tmp_path / "done.json", {})
    records = [(2, ["z"]), (0, ["b"]), (2, ["a"]), (0, ["a"])]
    starts = write_parts(outputs, tmp_path / "parts", 4, records)
    found = [list(read_part(tmp_path / "parts", starts, part)) for part in range(4)]
    assert found == [[["a"], ["b"]], [], [["a"], ["z"]], []]


def test_articles_come_out_of_a_shard_as_they_went_in(tmp_path):
    zones = (Zone(Span(0, 3), ZoneKind.HEADLINE), Zone(Span(5, 9), ZoneKind.BODY))
    articles = [
        Article("a/b ü", "Ana\n\nBen.", "T", "2024-05", "P", "C", "https://example.org/1", zones),
        Article("c", "half a pair \ud800"),
    ]
    split(articles, tmp_path, 1)
    shards = sorted((tmp_path / "shards").glob("*.jsonl.gz"))
    assert [article for shard in shards for article in read_shard(shard)] == articles


def test_a_shard_that_is_read_twice_at_once_is_read_to_the_same_bytes(tmp_path):
    split(meeting_corpus(10), tmp_path, 100)
    shard = tmp_path / "shards" / "000000.jsonl.gz"
    outs = [tmp_path / name / "000000.nq.gz" for name in ("one", "other")]
    for out in outs:
        assert process_shard(shard, out, Plan(tmp_path, MeetingRecipe())) is True
        assert process_shard(shard, out, Plan(tmp_path, MeetingRecipe())) is False
    files = [{path.name: path.read_bytes() for path in out.parent.iterdir()} for out in outs]
    assert files[0] == files[1]
    assert set(files[0]) == {
        "000000.nq.gz",
        "000000.readings.jsonl.gz",
        "000000.keys.jsonl.gz",
        "000000.prints.nq.gz",
        "000000.done.json",
    }


def test_files_of_a_killed_process_do_no_harm(tmp_path):
    split(meeting_corpus(10), tmp_path, 100)
    out = tmp_path / "read" / "000000.nq.gz"
    out.parent.mkdir()
    (out.parent / f".{out.name}.{os.getpid()}.part").write_bytes(b"half")
    process_shard(tmp_path / "shards" / "000000.jsonl.gz", out, Plan(tmp_path, MeetingRecipe()))
    assert out.exists()
