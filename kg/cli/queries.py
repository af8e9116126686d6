"""`kg queries`: the stored questions."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import answers, console, options

if TYPE_CHECKING:
    from kg.query.stored import Parameter, StoredQuery


def queries(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="Describe this one in full.", show_default=False),
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only those of this tag or topic.")] = None,
    sparql: Annotated[
        bool, typer.Option("--sparql", help="With a name: print its SPARQL and nothing else.")
    ] = False,
    json: options.JsonOption = False,
    queries_: answers.QueriesOption = None,
) -> None:
    """List the stored questions, or describe one."""
    library = answers.library(queries_)
    if name is not None:
        query = library.get(name)
        if sparql:
            console.write(query.text)
        elif json:
            console.write_json(_record(query))
        else:
            console.write(_description(query))
        return
    found = list(library) if tag is None else library.tagged(tag)
    if json:
        console.write_json([_record(query) for query in found])
        return
    if not found:
        tags = sorted({word for query in library for word in (query.topic, *query.tags) if word})
        console.note(f"no question has the tag {tag!r}; tags are {', '.join(tags)}")
        return
    console.table(("topic", "question", "answers"), [(q.topic, q.usage, q.summary) for q in found])
    console.note("kg queries QUESTION describes one; kg ask QUESTION asks it")


def _record(query: "StoredQuery") -> dict[str, Any]:
    return {
        "name": query.name,
        "topic": query.topic,
        "summary": query.summary,
        "description": query.description,
        "tags": list(query.tags),
        "form": str(query.form),
        "params": [
            {
                "name": p.name,
                "type": str(p.type),
                "required": p.required,
                "default": p.default,
                "enum": list(p.enum),
                "doc": p.doc,
            }
            for p in query.params
        ],
        "columns": dict(query.columns),
        "sparql": query.text,
    }


def _description(query: "StoredQuery") -> str:
    lines = [f"{query.name} — {query.summary}"]
    if query.description:
        lines += ["", query.description]
    lines += ["", f"usage: kg ask {query.usage}"]
    if query.params:
        width = max(len(parameter.name) for parameter in query.params)
        lines += [
            "",
            *(f"  {parameter.name:<{width}}  {_explained(parameter)}" for parameter in query.params),
        ]
    if query.columns:
        lines += ["", f"columns: {', '.join(query.columns.values())}"]
    if query.tags:
        lines.append(f"tags: {', '.join(query.tags)}")
    return "\n".join(lines)


def _explained(parameter: "Parameter") -> str:
    words = [str(parameter.type)]
    if parameter.required:
        words.append("required")
    if parameter.default is not None:
        words.append(f"default {parameter.default}")
    if parameter.enum:
        words.append(f"one of {', '.join(parameter.enum)}")
    return f"{', '.join(words)}" + (f": {parameter.doc}" if parameter.doc else "")
