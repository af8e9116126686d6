import pytest

from kg.read import expected_articles, read_inputs


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.md", "deep/c.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The ministers met in the capital and spoke about the harbour for two hours.")
    return tmp_path


def test_as_many_are_expected_as_come(folder):
    inputs = [str(folder), str(folder / "*.tx?"), str(folder / "gone.txt"), str(folder / "a.bin")]
    assert expected_articles([str(folder)]) == len(list(read_inputs([str(folder)]))) == 3
    assert expected_articles(inputs[2:]) == len(list(read_inputs(inputs[2:]))) == 2
    assert expected_articles(["https://news.example/1", *inputs[:2]]) == 5


@pytest.mark.parametrize("name", ["many.jsonl", "unknown"])
def test_where_a_file_may_hold_many_nobody_knows(folder, name):
    (folder / name).write_text("{}")
    assert expected_articles([str(folder / "a.txt"), str(folder / name)]) is None


def test_standard_input_is_not_waited_for():
    assert expected_articles(["-"]) is None
