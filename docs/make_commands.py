"""Writes docs/commands.md, the command reference, from the help of the commands: python docs/make_commands.py."""

import json
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
HELP = """
import json
from contextlib import redirect_stdout
from io import StringIO
from typer.main import get_command
from kg.cli.main import app, main
names = [[]]
for name, command in get_command(app).commands.items():
    names += [[name], *([name, inner] for inner in getattr(command, "commands", {}))]
told = []
for name in names:
    with redirect_stdout(StringIO()) as out:
        assert main([*name, "--help"]) == 0, name
    told.append((name, out.getvalue()))
print(json.dumps(told))
"""


def helps() -> list[tuple[list[str], str]]:
    """The words of each command and what its help prints, those of a group behind the group."""
    # without rich the help has no frames, whose shape depends on a version and a terminal
    environment = {
        **os.environ,
        "TYPER_USE_RICH": "0",
        "COLUMNS": "100",
        "TERMINAL_WIDTH": "100",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", HELP],
        capture_output=True,
        text=True,
        env=environment,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def reference() -> str:
    """The whole file."""
    parts = [HEAD]
    for name, told in helps():
        text = "\n".join(line.rstrip() for line in told.splitlines()).strip()
        parts.append(f"## `{' '.join(['kg', *name])}`\n```\n{text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
