"""Writes into the README what it prints and measures: python docs/make_readme.py; a test sees that both hold."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kg.query.answers import answer as put
from kg.query.formats import ResultFormat
from kg.query.library import load_library
from kg.query.results import render
from kg.query.values import resolve
from kg.store import open_store

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
HELD_OUT = ("--only", "*-5", "--only", "*-6")
WIDTH = 120


def section(name: str) -> re.Pattern[str]:
    """What stands between the two marks of that name."""
    return re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)


def kg(*arguments: str) -> str:
    command = [sys.executable, "-m", "kg.cli", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def answer() -> str:
    """A question to the articles of the demo, and what is printed."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store")
        kg("demo", "--store", store)
        with open_store(store, read_only=True) as opened:
            query = load_library().get("disputed")
            found = put(query, resolve(query, {}, opened).terms, opened, with_evidence=True)
    printed = render(found, ResultFormat.TABLE, width=WIDTH).strip("\n")
    return f"```text\n$ kg ask disputed --evidence\n\n{printed}\n```\n"


def measure() -> dict[str, Any]:
    """The figures of the articles that nobody has looked at."""
    figures: dict[str, Any] = json.loads(kg("evaluate", str(ROOT / "seeds" / "gold"), *HELD_OUT, "--json"))
    return figures


def table(figures: dict[str, Any]) -> str:
    lines = ["| | precision | recall | F1 | annotated |", "|---|---|---|---|---|"]
    for name, meaning in (
        ("entities", "entities: people, organizations, countries, places"),
        ("triples", "triples: who, relation, whom"),
        ("claims", "claims: triples with polarity, modality and holder"),
    ):
        row = figures[name]
        lines.append(f"| {meaning} | {row['p']:.2f} | {row['r']:.2f} | {row['f1']:.2f} | {row['gold']} |")
    shares = [f"{name} {figures[name]:.2f}" for name in ("polarity", "modality", "attribution", "evidence")]
    return (
        "\n".join(lines)
        + f"\n\nOf the triples that are right, these are right as well: {', '.join(shares)}.\n"
    )


if __name__ == "__main__":
    readme = section("answer").sub(lambda _: answer(), README.read_text(encoding="utf-8"))
    README.write_text(section("figures").sub(lambda _: table(measure()), readme), encoding="utf-8")
