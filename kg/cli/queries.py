"""`kg queries`: the stored questions, a new one, and what is wrong with one's own."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli import answers, console, options
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.library import Library, QuestionFile
    from kg.query.stored import Parameter, StoredQuery


class _ListsByDefault(TyperGroup):
    """Takes what is no command of its own for what `list` is given: `kg queries accused-of`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        known = {*self.commands, "--help", "-h"}
        return super().parse_args(ctx, args if args and args[0] in known else ["list", *args])


app = typer.Typer(
    cls=_ListsByDefault,
    help="List the stored questions, describe one, write one, and see what is wrong with one.\n\n"
    "`kg queries` and `kg queries QUESTION` need no further word; their options are those of `list`.",
    rich_markup_mode="markdown",
)


@app.command("list")
def list_queries(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[QUESTION]", help="Describe this one in full.", show_default=False),
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only those of this tag or topic.")] = None,
    sparql: Annotated[
        bool, typer.Option("--sparql", help="With a name: print its SPARQL and nothing else.")
    ] = False,
    turtle: Annotated[
        bool, typer.Option("--turtle", help="As RDF (sh:SPARQLExecutable), for other tools to list.")
    ] = False,
    json: options.JsonOption = False,
    queries: answers.QueriesOption = None,
) -> None:
    """List the stored questions, or describe one.

    The exit code is 1 if a file of yours holds no question that can be asked; the others are listed all the same.
    """
    if json and turtle:
        raise UsageError("--json and --turtle contradict each other; leave one out")
    library = answers.library(queries)
    if name is not None:
        query = library.get(name)
        if sparql:
            console.write(query.text)
        elif json:
            console.write_json(_record(query))
        elif turtle:
            console.write(_turtle([query], library))
        else:
            console.write(_description(query))
        return
    _list(list(library) if tag is None else library.tagged(tag), library, tag, json, turtle)
    for problem in library.problems:
        console.error(problem)
    if library.problems:
        raise typer.Exit(1)


def _list(found: "list[StoredQuery]", library: "Library", tag: str | None, json: bool, turtle: bool) -> None:
    if json:
        console.write_json([_record(query) for query in found])
    elif turtle:
        console.write(_turtle(found, library))
    elif not found:
        tags = sorted({word for query in library for word in (query.topic, *query.tags) if word})
        console.note(f"no question has the tag {tag!r}; tags are {', '.join(tags)}")
    else:
        console.table(("topic", "question", "answers"), [(q.topic, q.usage, q.summary) for q in found])
        console.note("kg queries QUESTION describes one; kg ask QUESTION asks it")


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Small letters, digits and hyphens.")],
    folder: Annotated[
        Path | None,
        typer.Option(
            "--dir",
            metavar="DIR",
            help="Write it there. Default: the first folder of `queries` in kg.toml, else ./questions.",
        ),
    ] = None,
    topic: Annotated[
        str, typer.Option("--topic", metavar="TOPIC", help="A folder within it, which is its topic.")
    ] = "",
    summary: Annotated[
        str, typer.Option("--summary", metavar="TEXT", help="One line that says what it answers.")
    ] = "",
) -> None:
    """Write the file of a new question, which can be asked as it stands; an existing file is never overwritten."""
    from kg.query.scaffold import checked_name, new_question

    configured = options.settings().queries
    target = folder or next(iter(configured), Path("questions"))
    known = answers.library([target] if target.is_dir() else None).names
    if checked_name(name) in known:
        raise UsageError(f"there is a question {name!r} already ({known[name]}); choose another name")
    path = new_question(target, name, topic, summary)
    console.write(str(path))
    lasting = target.resolve() in (path.resolve() for path in configured)
    where = "" if lasting else f" --queries {target}"
    console.note(
        f"ask it:    kg ask {name}{where}\nchange it: edit {path}\ncheck it:  kg queries lint {path}"
    )
    if not lasting:
        console.note(f'for good:  queries = ["{target}"] in kg.toml')


@app.command()
def lint(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE|DIR]...",
            help="Files of questions, or folders of them. Default: those of kg.toml, or else the shipped ones.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """See what is wrong with questions: headers, parameters, order, what only one engine understands, and whether they run.

    Each is tried in two engines on a small invented world. The exit code is 1 if anything is wrong.
    """
    from kg.query.lint import lint_all

    sound, problems = lint_all(_files(paths))
    for problem in problems:
        console.write(str(problem))
    wrong = len({problem.source for problem in problems})
    count = len(sound) + wrong
    told = f"{wrong} with problems" if wrong else "no problems"
    console.note(f"{count} question{'s' if count != 1 else ''}, {told}")
    if problems:
        raise typer.Exit(1)


def _files(paths: list[Path] | None) -> "list[QuestionFile]":
    from kg.query.library import QuestionFile, question_files
    from kg.resources import resource

    files: list[QuestionFile] = []
    for path in paths or options.settings().queries or (resource("queries"),):
        if path.is_dir():
            files += question_files(path)
        elif path.is_file():
            files.append(QuestionFile(path))
        else:
            raise UsageError(f"{path} is neither a file nor a folder of questions")
    return files


def _turtle(found: "list[StoredQuery]", library: "Library") -> str:
    from kg.query.catalogue import SHIPPED, catalogue

    own = f"{options.settings().base}query/"
    return catalogue((query, SHIPPED if library.is_shipped(query) else own) for query in found)


def _record(query: "StoredQuery") -> dict[str, Any]:
    return {
        "name": query.name,
        "topic": query.topic,
        "summary": query.summary,
        "description": query.description,
        "tags": list(query.tags),
        "form": str(query.form),
        "usage": query.usage,
        "params": [
            {
                "name": p.name,
                "type": p.kind,
                "list": p.many,
                "required": p.required,
                "default": list(p.defaults) if p.many else p.default,
                "enum": list(p.enum),
                "min": p.least,
                "max": p.most,
                "doc": p.doc,
            }
            for p in query.params
        ],
        "columns": dict(query.columns),
        "pagination": query.page,
        "source": str(query.source),
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
    words = [f"list of {parameter.kind}" if parameter.many else parameter.kind]
    if parameter.required:
        words.append("required")
    if parameter.defaults:
        words.append(f"default {' '.join(parameter.defaults)}")
    if parameter.enum:
        words.append(f"one of {', '.join(parameter.enum)}")
    unit = "" if parameter.type.ordered else " characters"
    if parameter.least is not None:
        words.append(f"at least {parameter.least}{unit}")
    if parameter.most is not None:
        words.append(f"at most {parameter.most}{unit}")
    return f"{', '.join(words)}" + (f": {parameter.doc}" if parameter.doc else "")
