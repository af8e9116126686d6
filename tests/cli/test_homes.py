"""Every command is told in the same words where the graph lives."""

from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli.main import app
from kg.home import Home, home_of
from kg.settings import DEFAULT_BASE

NAMES = ("--store", "--endpoint", "--update-endpoint", "--graph-store")
HOMELESS = {"demo", "extract", "push", "queries", "relations"}
"""Commands that need no graph, make their own, or name another server as well."""


def _options(command):
    return {option for parameter in command.params for option in parameter.opts}


@pytest.mark.parametrize(("name", "command"), sorted(get_command(app).commands.items()))
def test_every_command_that_needs_a_graph_takes_all_four_options(name, command):
    if name not in HOMELESS:
        assert _options(command) >= set(NAMES), name


def test_a_server_can_be_named_by_option_setting_variable_or_short(
    kg, oxigraph_server, articles, monkeypatch
):
    assert kg("populate", articles, "--endpoint", oxigraph_server).code == 0
    counts = kg("stats", "--endpoint", oxigraph_server).out
    assert kg("stats", "--store", oxigraph_server).out == counts
    Path("kg.toml").write_text(f'endpoint = "{oxigraph_server}"\n')
    assert kg("stats").out == counts
    Path("kg.toml").unlink()
    monkeypatch.setenv("KG_ENDPOINT", oxigraph_server)
    assert kg("stats").out == counts
    assert kg("stats", "--store", "elsewhere").code == 3, "an option goes before the settings"


def test_the_next_step_is_told_with_the_home_that_was_named(kg, oxigraph_server, articles):
    update = oxigraph_server.replace("/query", "/update")
    done = kg("populate", articles, "--endpoint", oxigraph_server, "--update-endpoint", update)
    assert f"kg stats --endpoint {oxigraph_server} --update-endpoint {update}" in done.err


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--store", "here", "--endpoint", "http://127.0.0.1:9/query"], "give one of them"),
        (["--update-endpoint", "http://127.0.0.1:9/update"], "add --endpoint URL"),
        (["--store", "here", "--graph-store", "http://127.0.0.1:9/store"], "add --endpoint URL"),
        (["--endpoint", "here"], "is no URL of a server"),
        (["--endpoint", "ftp://127.0.0.1/query"], "is no URL of a server"),
        (["--endpoint", "http://127.0.0.1:9/q", "--update-endpoint", "x"], "is no URL of a server"),
        (
            ["--endpoint", "http://ana:pw@127.0.0.1:9/query"],
            "set KG_SERVER_USER and KG_SERVER_PASSWORD instead",
        ),
    ],
)
def test_homes_that_make_no_sense_are_wrong_usage(kg, options, complaint):
    done = kg("stats", *options)
    assert done.code == 2
    assert complaint in done.err
    assert "ana:pw" not in done.err


def test_a_setting_for_the_same_server_completes_an_option_and_one_for_another_does_not(kg, monkeypatch):
    from kg.cli import homes, options

    here, there = "http://a.example/query", "http://b.example/query"
    monkeypatch.setenv("KG_ENDPOINT", here)
    monkeypatch.setenv("KG_GRAPH_STORE", "http://a.example/store")
    monkeypatch.setenv("KG_TIMEOUT", "7")
    options.forget_settings()
    try:
        assert options.home(None) == Home(
            endpoint=here, graph_store="http://a.example/store", timeout=7, base=DEFAULT_BASE
        )
        assert homes.named(None, here, None, None) == options.home(None)
        assert homes.named(None, there, None, None) == Home(endpoint=there, timeout=7, base=DEFAULT_BASE)
        assert homes.named("folder", None, None, None) == Home(
            folder=Path("folder"), timeout=7, base=DEFAULT_BASE
        )
        assert homes.named(None, None, None, "http://a.example/other").graph_store == "http://a.example/other"
    finally:
        options.forget_settings()


def test_one_word_names_a_folder_or_a_server():
    assert home_of("graph") == Home(folder=Path("graph"))
    assert home_of("https://a.example/sparql") == Home(endpoint="https://a.example/sparql")
