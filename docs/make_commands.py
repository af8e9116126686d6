"""Writes docs/commands.md, the command reference, from the help of the commands: python docs/make_commands.py."""

import os
import subprocess
import sys
from pathlib import Path

TARGET = Path(__file__).with_name("commands.md")
HEAD = """# Commands

What `kg COMMAND --help` prints. This file is written by `python docs/make_commands.py`; a test sees that it is current.
Every command keeps to the same rules: results on standard output, all else on standard error; `-` is standard input or
output; exit code 0 done, 1 failed, a check found something or an input was skipped, 2 wrong usage, 3 store or server
unreachable, 130 interrupted.
"""
LIST = """
from typer.main import get_command
from kg.cli.main import app
for name, command in get_command(app).commands.items():
    print(name, *(f"{name}/{inner}" for inner in getattr(command, "commands", {})), sep="\\n")
"""


def _run(*arguments: str) -> str:
    # without rich the help has no frames, whose shape depends on a version and a terminal
    environment = {
        **os.environ,
        "TYPER_USE_RICH": "0",
        "COLUMNS": "100",
        "TERMINAL_WIDTH": "100",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stderr}")
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def reference() -> str:
    """The whole file."""
    parts = [HEAD]
    for name in [[], *(line.split("/") for line in _run("-c", LIST).splitlines())]:
        help_text = _run("-m", "kg.cli", *name, "--help")
        parts.append(f"## `{' '.join(['kg', *name])}`\n```\n{help_text.strip()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
