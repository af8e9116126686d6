"""`kg relations`: what can be read between two entities, and whether each relation's own examples hold."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.ontology import Relation

app = typer.Typer(
    help="List the relations, show one, or run the examples that each brings along.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
)


@app.command("list")
def list_relations(relations: options.RelationsOption = None, json: options.JsonOption = False) -> None:
    """List all relations with their ends and definitions."""
    from kg.ontology import load_ontology

    found = load_ontology(options.relation_folders(relations)).relations.values()
    if json:
        console.write_json([_record(relation) for relation in found])
        return
    rows = [(r.name, _ends(r.domain), _ends(r.range), r.definition) for r in found]
    console.table(("relation", "from", "to", "meaning"), rows)


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The relation's name, such as indicted.")],
    relations: options.RelationsOption = None,
    json: options.JsonOption = False,
) -> None:
    """Show one relation: definition, ends, frames, examples."""
    from kg.ontology import load_ontology

    known = load_ontology(options.relation_folders(relations)).relations
    relation = known.get(name) or next((r for r in known.values() if r.name.lower() == name.lower()), None)
    if relation is None:
        raise UsageError(f"there is no relation {name!r}{_suggestion(name, list(known))}")
    if json:
        console.write_json(_record(relation))
        return
    lines = [f"{relation.name}: {relation.definition}", "", f"from      {_ends(relation.domain)}"]
    lines.append(f"to        {_ends(relation.range)}")
    if relation.symmetric:
        lines.append("symmetric: it holds in both directions")
    if relation.inverse:
        lines.append(f"inverse   {relation.inverse}")
    for title, sentences in (
        ("frames", relation.frames),
        ("says so", relation.examples),
        ("does not say so", relation.counter_examples),
    ):
        lines += ["", f"{title}:", *(f"  {sentence}" for sentence in sentences)]
    console.write("\n".join(lines))


def _ends(types: object) -> str:
    return ", ".join(sorted(str(kind) for kind in types)) if isinstance(types, frozenset) else ""


def _record(relation: "Relation") -> dict[str, object]:
    return {
        "name": relation.name,
        "iri": relation.iri,
        "label": relation.label,
        "definition": relation.definition,
        "domain": sorted(relation.domain),
        "range": sorted(relation.range),
        "symmetric": relation.symmetric,
        "inverse": relation.inverse,
        "frames": relation.frames,
        "examples": relation.examples,
        "counter_examples": relation.counter_examples,
    }


def _suggestion(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, known, 3, 0.5)
    return f"; did you mean {' or '.join(close)}?" if close else "; kg relations list shows them all"
