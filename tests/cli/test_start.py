"""What holds before any command has run."""

import os
import subprocess
import sys
from collections.abc import Sequence

from typer.main import get_command

from kg.cli.main import app
from kg.store import LocalStore

HEAVY = ("spacy", "rdflib", "pyoxigraph", "numpy", "pyshacl", "trafilatura", "SPARQLWrapper")
NOT_TO_ANSWER = (
    "spacy",
    "rdflib",
    "numpy",
    "pyshacl",
    "trafilatura",
    "SPARQLWrapper",
    "httpx",
    "rapidfuzz",
    "tomllib",
)
COMMANDS = get_command(app).commands


def loaded_by_each(*commands: Sequence[str]) -> list[set[str]]:
    """The modules that are loaded after each of the commands, which follow one another and do what they are to do."""
    code = (
        "import sys\n"
        "from kg.cli.main import main\n"
        f"for command in {list(map(list, commands))!r}:\n"
        "    assert main(command) == 0, command\n"
        "    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [set(line.split()) for line in done.stderr.splitlines()[-len(commands) :]]


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a command loads."""
    return loaded_by_each(arguments)[0]


def test_help_imports_nothing_heavy_and_no_command():
    loaded = loaded_by("--help")
    assert not loaded & {*HEAVY, "pydantic", "kg.model", "kg.query", "kg.store", "tomllib"}
    assert not loaded & {f"kg.cli.{name}" for name in COMMANDS}


def test_help_of_every_command_imports_nothing_heavy():
    loaded = loaded_by_each(*((name, "--help") for name in COMMANDS))
    for name, modules in zip(COMMANDS, loaded, strict=True):
        assert not modules & set(HEAVY), name


def test_asking_imports_what_answers_alone(tmp_path):
    with LocalStore(tmp_path / "store", create=True):
        pass
    loaded = loaded_by("ask", "indicted", "--store", str(tmp_path / "store"))
    assert "kg.cli.ask" in loaded
    assert not loaded & {*NOT_TO_ANSWER, "kg.extract", "kg.populate", "kg.read", "kg.store.remote"}
    assert not loaded & {f"kg.cli.{name}" for name in set(COMMANDS) - {"ask"}}


def test_the_list_of_commands_says_of_each_what_its_own_help_begins_with():
    listed = get_command(app)
    for name, command in COMMANDS.items():
        summary = listed.get_command(None, name).help
        assert summary == " ".join(command.help.split("\n\n")[0].split()), name
        assert listed.get_command(None, name).rich_help_panel == command.rich_help_panel


def test_a_command_that_is_not_known_is_told_with_the_nearest(kg):
    told = kg("populat")
    assert told.code == 2
    assert "populate" in told.err


def seconds(*arguments: str) -> float:
    """The time of the processor that a process takes."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_help_takes_less_than_four_tenths_of_the_time_of_importing_spacy():
    pairs = [(seconds("-m", "kg.cli", "--help"), seconds("-c", "import spacy")) for _ in range(2)]
    best_help, best_spacy = (min(times) for times in zip(*pairs, strict=True))
    assert best_help < 0.4 * best_spacy


def test_the_version_is_printed(kg):
    import kg as package

    assert kg("--version").out == f"kg-populator {package.__version__}\n"
