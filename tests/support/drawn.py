"""Neighbourhoods as the server gives them, and a page that draws one."""

import json
import random
import shutil
from pathlib import Path

BASE = "https://w3id.org/kg-populator/data/entity/"
KINDS = ("person", "organization", "country")
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><title>{key}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<script src="/static/built/kg.js"></script>
<script src="/static/built/graph.js" defer></script>
</head>
<body>
<header>
<form role="search" action="/search"><input type="search" name="q" aria-label="Search" data-suggest="/suggest.json"></form>
</header>
<main><h1>{key}</h1><section data-graph="/neighbours/{key}.json{query}"></section></main>
</body>
</html>
"""


def node(key: str, kind: str = "person") -> dict[str, object]:
    """An entity."""
    return {
        "key": key,
        "iri": BASE + key,
        "label": key.replace("_", " "),
        "kind": kind,
        "href": f"/entity/{key}",
        "facts": 1,
    }


def edge(source: str, relation: str, target: str, **told: object) -> dict[str, object]:
    """A fact."""
    said = {
        "iri": f"{BASE}fact/{source}-{relation}-{target}", "source": source, "target": target, "relation": relation,
        "label": relation, "symmetric": False, "standing": "fact", "claims": 1, "sources": ["Continental Wire"],
        "first": "2024-01-02", "last": "2024-01-02", "href": f"/statement/{source}/{relation}/{target}",
    }  # fmt: skip
    return {**said, **told}


def around(centre: str, nodes: list[dict[str, object]], edges: list[dict[str, object]]) -> dict[str, object]:
    """A neighbourhood."""
    return {"centre": centre, "nodes": nodes, "edges": edges, "more": 0}


def crowd(size: int) -> dict[str, object]:
    """A neighbourhood of so many entities with twice as many relations, some entities with many of them."""
    chance = random.Random(size)
    nodes = [node(f"e{number}", KINDS[number % 3]) for number in range(size)]
    ends = [(chance.randrange(int(chance.random() ** 2 * size) + 1), number) for number in range(1, size)]
    ends += [(chance.randrange(size), chance.randrange(size)) for _ in range(size)]
    return around("e0", nodes, [edge(f"e{one}", "met", f"e{other}") for one, other in ends if one != other])


def lay_out(folder: Path, built: Path, key: str, neighbourhoods: dict[str, object], **files: object) -> None:
    """Writes two pages that draw the first neighbourhood, all claims or facts alone, with what they load."""
    shutil.copytree(built, folder / "static" / "built")
    (folder / "neighbours").mkdir()
    for page, query in (("index", "?scope=all"), ("facts", "")):
        (folder / f"{page}.html").write_text(PAGE.format(key=key, query=query), encoding="utf-8")
    for name, said in neighbourhoods.items():
        (folder / "neighbours" / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
    for name, said in files.items():
        (folder / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
