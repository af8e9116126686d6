"""Memory and time of an export of a large store, each format in a process of its own.

The memory is the greatest resident size of the whole process: interpreter, engine, and what the engine holds of its files.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from kg.cli.export import ExportFormat

CLAIMS: Final = ("graphml", "csv")
"""Networks that are measured with claims as well; the others differ in their writers alone."""


def exported(store: Path, options: list[str], folder: Path) -> dict[str, float]:
    """Seconds, mebibytes of memory and mebibytes of output of one export."""
    target = folder / "export"
    command = [sys.executable, "-m", "kg.cli", "export", "--store", str(store), *options, "-o", str(target)]
    begun = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"kg export {' '.join(options)} failed")
    files = list(target.iterdir()) if target.is_dir() else [target]
    size = sum(file.stat().st_size for file in files)
    for file in files:
        file.unlink()
    if target.is_dir():
        target.rmdir()
    return {
        "seconds": round(seconds, 1),
        "memory": round(usage.ru_maxrss / 1024),
        "written": round(size / 2**20),
    }


def main() -> None:
    """Print one JSON object a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path, help="a store as benchmarks/big_world.py makes it")
    parser.add_argument(
        "--format", action="append", choices=list(ExportFormat), help="only this one; may be repeated"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for form in chosen.format or list(ExportFormat):
            for claims in (False, True) if form in CLAIMS else (False,):
                options = ["--format", form, *(["--claims"] if claims else [])]
                print(
                    json.dumps(
                        {"options": " ".join(options), **exported(chosen.store, options, Path(folder))}
                    ),
                    flush=True,
                )


if __name__ == "__main__":
    main()
