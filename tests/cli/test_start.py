"""What holds before any command has run."""

import subprocess
import sys
import time

HEAVY = ("spacy", "rdflib", "pyoxigraph", "numpy", "pyshacl", "trafilatura", "SPARQLWrapper")


def kg_help(*command: str) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys\n"
        "from kg.cli.main import main\n"
        f"code = main({[*command, '--help']!r})\n"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def test_help_imports_nothing_heavy():
    assert kg_help().stderr.strip() == "0 []"


def test_help_of_every_command_imports_nothing_heavy():
    from typer.main import get_command

    from kg.cli.main import app

    for name in get_command(app).commands:
        assert kg_help(name).stderr.strip() == "0 []", name


def seconds(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], capture_output=True, check=True)
    return time.perf_counter() - start


def test_help_takes_less_than_four_tenths_of_the_time_of_importing_spacy():
    pairs = [(seconds("-m", "kg.cli", "--help"), seconds("-c", "import spacy")) for _ in range(5)]
    best_help, best_spacy = (min(times) for times in zip(*pairs, strict=True))
    assert best_help < 0.4 * best_spacy


def test_the_version_is_printed(kg):
    import kg as package

    assert kg("--version").out == f"kg-populator {package.__version__}\n"
