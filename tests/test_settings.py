from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.settings import DEFAULT_BASE, Settings, load_settings, user_cache_folder


def load(folder: Path, environment: dict[str, str] | None = None, user: Path | None = None) -> Settings:
    return load_settings(folder, environment or {}, user or folder / "nobody")


def test_without_files_and_variables_the_defaults_hold(tmp_path):
    assert load(tmp_path) == Settings(store="kg-store", model=None, base=DEFAULT_BASE, jobs=None)


def test_the_working_folder_wins_over_the_user_and_variables_win_over_both(tmp_path):
    user = tmp_path / "user"
    user.mkdir()
    (user / "kg.toml").write_text('store = "mine"\nmodel = "en_small"\njobs = 3\n')
    (tmp_path / "kg.toml").write_text("jobs = 2\nmodel = 'en_large'\n")
    settings = load(tmp_path, {"KG_MODEL": "en_other"}, user)
    assert (settings.jobs, settings.model) == (2, "en_other")
    assert settings.store == str(user / "mine"), "a folder in a file is meant from where the file stands"


def test_a_server_is_not_taken_for_a_folder(tmp_path):
    (tmp_path / "kg.toml").write_text('store = "http://127.0.0.1:7878/query"\n')
    assert load(tmp_path).store == "http://127.0.0.1:7878/query"


def test_who_names_another_home_nearer_by_says_nothing_about_the_farther_one(tmp_path):
    user = tmp_path / "user"
    user.mkdir()
    (user / "kg.toml").write_text(
        'endpoint = "http://a.example/query"\ngraph_store = "http://a.example/store"\n'
    )
    assert load(tmp_path, user=user).graph_store == "http://a.example/store"
    (tmp_path / "kg.toml").write_text('store = "here"\n')
    settings = load(tmp_path, user=user)
    assert (settings.store, settings.endpoint, settings.graph_store) == (str(tmp_path / "here"), None, None)
    settings = load(tmp_path, {"KG_ENDPOINT": "http://b.example/query"}, user)
    assert (settings.endpoint, settings.store, settings.graph_store) == (
        "http://b.example/query",
        "kg-store",
        None,
    )


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (
            'colour = "red"',
            "there are store, endpoint, update_endpoint, graph_store, credentials, ca_file, timeout, model, base, "
            "jobs, patience, relations, queries, gazetteers, min_confidence, reader, user, register, link_language, "
            "cache, contact",
        ),
        ("jobs = 0", "must be a whole number of at least 1, not 0"),
        ("jobs = true", "must be a whole number of at least 1, not True"),
        ('base = "example.org"', "must be an absolute IRI"),
        ('base = "https://example.org/a b/"', "must be an absolute IRI"),
        ("store = 3", "must be a text, not 3"),
        ('relations = ["nowhere"]', "there is no folder"),
        ('gazetteers = ["."]', "there is no file"),
        ("min_confidence = 1.5", "must be a number from 0 to 1, not 1.5"),
        ('reader = "perhaps"', "must be on or off, not 'perhaps'"),
        ("reader = 1", "must be on or off, not 1"),
        ("user = 7", "must be a text, not 7"),
        ("min_confidence = true", "must be a number from 0 to 1, not True"),
        ("register = 5", "must be a text, not 5"),
        ('endpoint = "127.0.0.1:7878"', "is no URL of a server"),
        (
            'endpoint = "http://ana:pw@graphs.example/sparql"',
            "set KG_SERVER_USER and KG_SERVER_PASSWORD instead",
        ),
        ('credentials = "nowhere.toml"', "there is no file"),
        ("timeout = 0", "must be a whole number of at least 1"),
        ('store = "here"\nendpoint = "http://127.0.0.1:7878/query"', "set one of them"),
        ('link_language = "English, please"', "must be the code of a language (en, pt-br)"),
        ('contact = "ana\\nX-Evil: yes"', "must be one line of ASCII"),
        ("relations = 5", "must be a list of paths"),
        ("store = ", "not a settings file that can be read"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path, line, complaint):
    (tmp_path / "kg.toml").write_text(line)
    with pytest.raises(UsageError) as refused:
        load(tmp_path)
    assert str(refused.value).startswith(str(tmp_path / "kg.toml"))
    assert complaint in str(refused.value)


@pytest.mark.parametrize("value", ["none", "-1", "1.5"])
def test_a_wrong_variable_is_named(tmp_path, value):
    with pytest.raises(UsageError, match=f"KG_JOBS: must be a whole number of at least 1, not '{value}'"):
        load(tmp_path, {"KG_JOBS": value})


def test_variables_of_other_programs_and_empty_ones_are_left_alone(tmp_path):
    assert load(tmp_path, {"KG_SOMETHING": "x", "KG_DEBUG": "1", "KG_STORE": ""}) == Settings()


def test_folders_in_a_variable_are_separated_as_in_a_search_path(tmp_path):
    import os

    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    settings = load(tmp_path, {"KG_RELATIONS": os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")])})
    assert settings.relations == (tmp_path / "a", tmp_path / "b")


def test_answers_of_registers_are_kept_where_a_setting_or_the_users_caches_say(tmp_path):
    (tmp_path / "kg.toml").write_text('cache = "answers"\nlink_language = "PT-br"\n')
    settings = load(tmp_path)
    assert (settings.cache, settings.link_language) == (tmp_path / "answers", "pt-br")
    assert user_cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "kg"
    assert user_cache_folder({}) == Path.home() / ".cache" / "kg"


@pytest.mark.parametrize(
    ("told", "stands"), [('"on"', True), ("true", True), ('"off"', False), ("false", False)]
)
def test_the_reader_is_switched_on_and_off(tmp_path, told, stands):
    (tmp_path / "kg.toml").write_text(f"reader = {told}\n")
    assert load(tmp_path).reader is stands


def test_the_reader_is_off_unless_asked_for_and_a_variable_asks_for_it(tmp_path):
    assert load(tmp_path).reader is False
    assert load(tmp_path, {"KG_READER": "on"}).reader is True
