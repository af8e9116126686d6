"""`kg relations`: what can be read between two entities, and whether each relation's own examples hold."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.model import EntityType
    from kg.ontology import Relation

_AGENTS = frozenset({"Person", "Organization", "Country"})

app = typer.Typer(
    help="List and show relations, and run their examples.",
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


@app.command("test")
def run_examples(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Only these relations; default: all.")
    ] = None,
    relations: options.RelationsOption = None,
    model: options.ModelOption = None,
    json: options.JsonOption = False,
) -> None:
    """Read the examples and counter-examples of each relation, and see whether they give what they should.

    The exit code is 1 if one of them does not.
    """
    from dataclasses import replace

    from kg.examples import check_examples
    from kg.ontology import load_ontology

    ontology = load_ontology(options.relation_folders(relations))
    if unknown := [name for name in names or () if name not in ontology.relations]:
        raise UsageError(
            f"there is no relation {unknown[0]!r}{_suggestion(unknown[0], list(ontology.relations))}"
        )
    chosen = {name: relation for name, relation in ontology.relations.items() if not names or name in names}
    extractor = options.work(model, relations, 1, reader=options.Switch.OFF).recipe.make()
    results = []
    with console.progress("sentences read") as done:
        for result in check_examples(
            replace(ontology, relations=chosen), lambda a: next(extractor.extract([a]))
        ):
            results.append(result)
            done(result.relation)
    failed = [result for result in results if not result.passed]
    if json:
        console.write_json([asdict(result) for result in results])
    else:
        for result in failed:
            verdict = "gives no claim" if result.kind == "example" else "gives the claim, and must not"
            console.write(f"{result.relation}: {result.kind} {verdict}: {result.sentence}")
        console.write(f"{len(results) - len(failed)} of {len(results)} sentences give what they should")
    if failed:
        raise typer.Exit(1)


def _ends(types: "frozenset[EntityType]") -> str:
    return ", ".join(sorted(types - _AGENTS | {"Agent"} if types >= _AGENTS else types))


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
