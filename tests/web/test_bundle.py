"""The scripts as they are bundled: what they hold, what they weigh, and that their types are right."""

import gzip
import json
import re
import subprocess

import pytest

FIRST_LOAD = ("kg.js", "graph.js", "layout.js", "scripts.css")
"""What a browser loads for the heaviest page outside of the editor's."""


def test_the_lock_file_names_no_host(web):
    lock = (web / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock
    assert '"resolved"' not in lock


def test_every_package_of_the_lock_file_is_pinned_by_its_content(web):
    packages = json.loads((web / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name for name, package in packages.items() if name and "integrity" not in package} == set()


def test_the_first_load_is_small(root, built):
    files = [built / name for name in FIRST_LOAD] + [*(root / "kg" / "serve" / "static").glob("*.css")]
    weight = sum(len(gzip.compress(path.read_bytes())) for path in files)
    assert weight <= 350 * 1024


def test_the_bundle_is_of_the_sources_as_they_are(builder):
    assert builder.is_current(), "run: python kg/serve/web/build.py, or: pip install -e ."


def test_the_licence_of_each_bundled_package_lies_beside_it(built):
    text = (built / "LICENCES.txt").read_text(encoding="utf-8")
    said = dict(re.findall(r"^={78}\n(\S+) [\d.]+ \((\S+)\)\n\n.+", text, re.MULTILINE))
    assert {
        "@codemirror/view": "MIT",
        "graphology": "MIT",
        "graphology-layout-forceatlas2": "MIT",
    }.items() <= said.items()
    assert text.count("Permission is hereby granted") == len(said)


def test_no_script_needs_what_the_security_policy_forbids(built):
    for script in built.glob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert "eval(" not in text, script.name
        assert "new Function(" not in text, script.name


def test_the_types_of_the_sources_are_right(web):
    compilers = sorted((web / "node_modules" / "@typescript").glob("*/lib/tsc"))
    if not compilers:
        pytest.skip("the packages for development are not here: pip install -e . installs them")
    done = subprocess.run([compilers[0], "-p", web], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == ""
    assert done.returncode == 0


def test_where_npm_cannot_be_reached_the_message_says_how_to_go_on(builder, monkeypatch):
    def refused(**_: object) -> None:
        raise builder.BundleError(
            "npm cannot install the packages of package-lock.json:\n  getaddrinfo ENOTFOUND"
        )

    said = []

    class Told:
        def abort(self, message: str) -> None:
            said.append(message)

    monkeypatch.setattr(builder, "is_current", lambda: False)
    monkeypatch.setattr(builder, "bundle", refused)
    hook = builder.WebBuild("", {}, None, None, "", "wheel", Told())
    hook.initialize("standard", {})
    assert "ENOTFOUND" in said[0]
    assert "KG_BUILD_WITHOUT_WEB=1" in said[0]


def test_a_node_is_wanted_only_where_there_is_something_to_bundle(builder, monkeypatch):
    hook = builder.WebBuild("", {}, None, None, "", "wheel", None)
    monkeypatch.setattr(builder, "is_current", lambda: True)
    assert hook.dependencies() == []
    monkeypatch.setattr(builder, "is_current", lambda: False)
    assert hook.dependencies() == [builder.NODE]
    monkeypatch.setenv(builder.SWITCH, "1")
    assert hook.dependencies() == []
