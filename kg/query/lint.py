"""What is wrong with the file of a stored question, beyond what keeps it from being read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kg.errors import QueryError
from kg.query.headers import header_lines
from kg.query.library import QuestionFile
from kg.query.scopes import numbered, selects
from kg.query.stored import ALL, Parameter, StoredQuery
from kg.query.tokens import QueryForm
from kg.query.trial import trials
from kg.query.yaml_lines import parse

_LONGEST_SUMMARY: Final = 100
_PLACE: Final = re.compile(r"error at (\d+):\d+: ?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong on which line, and what to do about it."""

    source: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: {self.message}"


def lint(file: QuestionFile) -> "StoredQuery | list[Problem]":
    """The question, or what is wrong with it, in the order of its lines."""
    try:
        query = file.read()
    except QueryError as error:
        return [_of_error(file.path, error)]
    found = set(_problems(query)) or set(_tried(query))
    return [Problem(file.path, line, message) for line, message in sorted(found)] or query


def _of_error(path: Path, error: QueryError) -> Problem:
    words = str(error).removeprefix(str(path))
    place = re.match(r":(\d+): ", words)
    return Problem(
        path, int(place[1]) if place else 1, words[place.end() :] if place else words.removeprefix(": ")
    )


def _problems(query: StoredQuery) -> Iterator[tuple[int, str]]:
    syntax = list(_syntax(query.text))
    yield from syntax
    yield from _header(query)
    yield from _words(query)
    if not syntax:
        yield from _hidden(query)


def _syntax(sparql: str) -> Iterator[tuple[int, str]]:
    """What either of two engines does not understand."""
    from pyparsing import ParseBaseException
    from rdflib.plugins.sparql import prepareQuery

    try:
        Store().query(sparql, use_default_graph_as_union=True)
    except SyntaxError as error:
        place = _PLACE.search(str(error))
        yield int(place[1]) if place else 1, f"not SPARQL: {place[2] if place else error}"
        return
    except RuntimeError as error:
        yield selects(sparql).line, f"Oxigraph cannot answer it: {error}"
        return
    try:
        prepareQuery(sparql)
    except ParseBaseException as error:
        yield error.lineno, f"not SPARQL to rdflib, a second engine: {str(error).splitlines()[0]}"
    except Exception as error:  # noqa: BLE001 - it raises whatever comes up while it makes sense of what it has parsed
        yield (
            1,
            f"not SPARQL to rdflib, a second engine: {str(error).splitlines()[0] if str(error) else type(error)}",
        )


def _header(query: StoredQuery) -> Iterator[tuple[int, str]]:
    first, lines = header_lines(query.text)
    line = next((first + n for n, words in enumerate(lines) if words.startswith("summary")), first)
    if len(query.summary) > _LONGEST_SUMMARY:
        yield (
            line,
            (
                f"the summary has {len(query.summary)} characters, and a list shows {_LONGEST_SUMMARY}; "
                "say the rest in the description"
            ),
        )
    elif (at := line - first + 1) < len(lines) and re.match(r"\s+\S", lines[at]):
        yield line, "the summary goes over several lines; make it one, and say the rest in the description"
    for parameter in query.params:
        if not _typed(lines, parameter):
            yield (
                first,
                f"parameter {parameter.name} has no type; write {parameter.name}: {{type: string, ...}}",
            )


def _typed(lines: Sequence[str], parameter: Parameter) -> bool:
    """Whether the header itself gives the type, which is a string where it does not."""
    header = parse("\n".join(lines)).value
    params = header["params"].value if isinstance(header, Mapping) else None
    given = params[parameter.name].value if isinstance(params, Mapping) else None
    return isinstance(given, str) or (isinstance(given, Mapping) and "type" in given)


def _words(query: StoredQuery) -> Iterator[tuple[int, str]]:
    """Clauses that a question must have, and such as it must not."""
    outer = selects(query.text)
    if query.form is QueryForm.SELECT and "ORDER" not in outer.words:
        yield (
            outer.line,
            "the rows have no order; end the query with ORDER BY, so that pages are parts of one whole",
        )
    for inner in list(outer.all())[1:]:
        if "LIMIT" in inner.words and "ORDER" not in inner.words:
            yield (
                inner.line,
                "a SELECT inside has a LIMIT but no ORDER BY, so that chance chooses its rows; order them",
            )
    depth = 0
    for line, token in numbered(query.text):
        depth += token.is_mark("{") - token.is_mark("}")
        if depth == 0 and token.is_word("LIMIT", "OFFSET"):
            yield line, f"{token.text} stands in the query; leave it out: --limit and --offset cut pages"
        elif token.is_word("SERVICE"):
            yield line, "SERVICE asks another server; a stored question asks the store alone"
        elif depth == 0 and token.is_word("FROM"):
            yield line, "FROM chooses graphs; a stored question is put to all graphs of the store together"


def _hidden(query: StoredQuery) -> Iterator[tuple[int, str]]:
    """Variables of a SELECT inside that are not those of the same name around it, since it does not project them."""
    outer = selects(query.text)
    patterns = set().union(*(select.patterns for select in outer.all()))
    always = {p.name for p in query.params if p.required or p.defaults or p.name == ALL}
    always -= {p.name for p in query.params if p.many}
    # a parameter that no pattern binds is unbound on both sides alike where it is not given
    free = {p.name for p in query.params if p.name not in patterns}
    for around in outer.all():
        for inner in around.inside:
            beside = around.patterns.union(
                around.expressions, *(other.shown for other in around.inside if other is not inner)
            )
            for name in sorted((inner.visible - inner.shown) & beside - always - free):
                kind = "parameter" if query.parameter(name) else "variable"
                yield (
                    inner.line,
                    f"the {kind} ?{name} stands in a SELECT inside and around it, but that SELECT does not project it, "
                    f"so that they are two; add ?{name} to it, or rename one of them",
                )


def _tried(query: StoredQuery) -> Iterator[tuple[int, str]]:
    """What goes wrong when it is asked, on the invented world that ships with the questions."""
    line = selects(query.text).line
    try:
        for trial in trials(query):
            if not trial.agree:
                yield (
                    line,
                    f"with {trial.given}, Oxigraph gives {trial.oxigraph} rows on the invented world and rdflib "
                    f"{trial.rdflib}; write it so that every engine reads it alike",
                )
    except QueryError as error:
        yield line, str(error)


def lint_all(files: Iterable[QuestionFile]) -> "tuple[list[StoredQuery], list[Problem]]":
    """The questions that nothing is wrong with, and what is wrong with the others."""
    sound: list[StoredQuery] = []
    problems: list[Problem] = []
    names: dict[str, Path] = {}
    for file in files:
        if (other := names.setdefault(file.name, file.path)) != file.path:
            problems.append(
                Problem(
                    file.path,
                    1,
                    f"another question is called {file.name!r} already ({other}); rename the file",
                )
            )
        found = lint(file)
        if isinstance(found, StoredQuery):
            sound.append(found)
        else:
            problems += found
    return sound, problems
