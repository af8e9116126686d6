"""What is kept of a register's answers."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.resolve.link import AnswerCache, Item, Value
from kg.resolve.link.cache import FILE_NAME

ANA = Item(
    "https://r.example/1", ("Ana",), ("https://r.example/C",), "poet", 3.0, (Value("office", "", "mayor"),)
)
BARE = Item("https://r.example/2", types=None)
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


def cache(folder: Path, register: str = "r", shape: str = "s", language: str = "en") -> AnswerCache:
    return AnswerCache(folder, register, shape, language)


def test_answers_come_back_also_the_empty_ones_and_what_was_not_asked_is_missing(tmp_path: Path) -> None:
    answers = {"Ana": (ANA, BARE), "Nobody": ()}
    with cache(tmp_path / "new" / "folder") as first:
        first.put(answers)
    with cache(tmp_path / "new" / "folder") as second:
        assert second.get(["Nobody", "Bea", "Ana"]) == answers


@pytest.mark.parametrize("key", [("other", "s", "en"), ("r", "other", "en"), ("r", "s", "de")])
def test_register_query_and_language_have_answers_of_their_own(
    tmp_path: Path, key: tuple[str, str, str]
) -> None:
    with cache(tmp_path) as first, cache(tmp_path, *key) as other:
        first.put({"Ana": (ANA,)})
        assert other.get(["Ana"]) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(TEXT, TEXT)
def test_any_name_is_kept(tmp_path: Path, name: str, description: str) -> None:
    kept = {name: (Item("https://r.example/3", (description,), (), description),)}
    with cache(tmp_path) as opened:
        opened.put(kept)
        assert opened.get([name]) == kept


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with cache(tmp_path) as opened:
        with pytest.raises(KgError):
            opened.put({"Ana": (ANA,), "\ud800": ()})
        assert opened.get(["Ana"]) == {}


def test_a_file_that_is_no_cache_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("something else that is long enough to be no database" * 30)
    with pytest.raises(KgError, match=r"registers\.sqlite cannot be used .*--cache, or remove the file"):
        cache(tmp_path)


def test_a_damaged_answer_is_told(tmp_path: Path) -> None:
    with cache(tmp_path) as opened:
        opened.put({"Ana": (ANA,)})
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE answers SET items = '[{}]'")
    connection.close()
    with cache(tmp_path) as opened, pytest.raises(KgError, match="are damaged"):
        opened.get(["Ana"])


def test_a_cache_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(KgError, match="newer kg-populator"):
        cache(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError, match="cannot be used"):
        cache(tmp_path / "file")
