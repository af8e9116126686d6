"""The stored questions as RDF: SHACL's SPARQL executables, as collections of example queries are published."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final
from urllib.parse import quote

from pyoxigraph import Literal

from kg.query.headers import header_lines
from kg.query.plain import typed_term
from kg.query.stored import Parameter, ParameterType, StoredQuery
from kg.query.terms import encoded
from kg.query.tokens import QueryForm, significant

SHIPPED: Final = "https://w3id.org/kg-populator/queries/"
"""Under which our own questions are named."""

_PARAMETERS: Final = f"{SHIPPED}parameters#"
"""Under which variables are named: SHACL reads the name of a variable off the last part of an IRI."""

_PREFIXES: Final = {
    "kg": "https://w3id.org/kg-populator/ontology#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FORMS: Final = {
    QueryForm.SELECT: ("sh:SPARQLSelectExecutable", "sh:select"),
    QueryForm.ASK: ("sh:SPARQLAskExecutable", "sh:ask"),
    QueryForm.CONSTRUCT: ("sh:SPARQLConstructExecutable", "sh:construct"),
    QueryForm.DESCRIBE: ("spex:SPARQLDescribeExecutable", "spex:describe"),
}
_EXAMPLES: Final = "https://purl.expasy.org/sparql-examples/ontology#"
"""SHACL knows no DESCRIBE; the vocabulary of the SIB's collection of examples does."""

_RANGES: Final = {
    ParameterType.ENTITY: "sh:nodeKind sh:IRI",
    ParameterType.ARTICLE: "sh:nodeKind sh:IRI ; sh:class kg:Article",
    ParameterType.RELATION: "sh:nodeKind sh:IRI ; sh:class owl:ObjectProperty",
    ParameterType.IRI: "sh:nodeKind sh:IRI",
    ParameterType.STRING: "sh:datatype xsd:string",
    ParameterType.LANG: "sh:datatype rdf:langString",
    ParameterType.INTEGER: "sh:datatype xsd:integer",
    ParameterType.DECIMAL: "sh:datatype xsd:decimal",
    ParameterType.DATE: "sh:or ([sh:datatype xsd:date] [sh:datatype xsd:gYearMonth] [sh:datatype xsd:gYear])",
    ParameterType.DATETIME: "sh:datatype xsd:dateTime",
    ParameterType.BOOLEAN: "sh:datatype xsd:boolean",
}


def catalogue(queries: Iterable[tuple[StoredQuery, str]]) -> str:
    """Turtle that describes each question, with the IRI under which it is named put before its name; sorted by name."""
    named = sorted(
        ((f"{base}{quote(query.name)}", query) for query, base in queries), key=lambda pair: pair[0]
    )
    declared = _declared(query for _, query in named)
    prefixes = dict(_PREFIXES)
    if any(query.form is QueryForm.DESCRIBE for _, query in named):
        prefixes["spex"] = _EXAMPLES
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(prefixes.items()))
    return "\n".join((head, _declarations(declared), *(_described(iri, query) for iri, query in named)))


def _described(iri: str, query: StoredQuery) -> str:
    kind, text = _FORMS[query.form]
    lines = [
        f"<{iri}> a sh:SPARQLExecutable, {kind} ;",
        f"  schema:name {_text(query.name)} ;",
        f"  rdfs:comment {_text(query.summary)}@en ;",
    ]
    if query.description:
        lines.append(f"  skos:definition {_text(query.description)}@en ;")
    if words := sorted({word for word in (query.topic, *query.tags) if word}):
        lines.append(f"  schema:keywords {', '.join(map(_text, words))} ;")
    if query.params:
        lines.append(f"  sh:parameter {', '.join(f'<{iri}#{p.name}>' for p in query.params)} ;")
    lines += [f"  sh:prefixes <{SHIPPED}> ;", f"  {text} {_long(_body(query.text))} .", ""]
    parameters = (_parameter(f"{iri}#{p.name}", n, p) for n, p in enumerate(query.params, start=1))
    return "\n".join((*lines, *parameters))


def _parameter(iri: str, place: int, parameter: Parameter) -> str:
    lines = [
        f"<{iri}> a sh:Parameter ;",
        f"  sh:path <{_PARAMETERS}{parameter.name}> ; sh:name {_text(parameter.name)} ; sh:order {place} ;",
        f"  sh:optional {'false' if parameter.required else 'true'} ;",
        f"  {_RANGES[parameter.type]} ;",
    ]
    if not parameter.many:
        lines.append("  sh:maxCount 1 ;")
    if parameter.language:
        lines.append(f"  sh:languageIn ({_text(parameter.language)}) ;")
    if parameter.enum:
        lines.append(f"  sh:in ({' '.join(_value(parameter, text) for text in parameter.enum)}) ;")
    for bound, ordered, length in (
        (parameter.least, "sh:minInclusive", "sh:minLength"),
        (parameter.most, "sh:maxInclusive", "sh:maxLength"),
    ):
        if bound is not None:
            lines.append(
                f"  {ordered} {_value(parameter, bound)} ;"
                if parameter.type.ordered
                else f"  {length} {int(bound)} ;"
            )
    lines += [f"  sh:defaultValue {_value(parameter, text)} ;" for text in parameter.defaults]
    if parameter.doc:
        lines.append(f"  sh:description {_text(parameter.doc)}@en ;")
    lines[-1] = f"{lines[-1].removesuffix(' ;')} ."
    return "\n".join((*lines, ""))


def _value(parameter: Parameter, text: str) -> str:
    if parameter.type is ParameterType.RELATION and re.fullmatch("[A-Za-z][A-Za-z0-9]*", text):
        return f"kg:{text}"
    # the name of an entity or article is looked up in a store, which a catalogue knows nothing of
    return _text(text) if parameter.type.by_name else encoded(typed_term(parameter, text))


def _declared(queries: Iterable[StoredQuery]) -> list[tuple[str, str]]:
    """The prefixes that the questions declare, each once; one that two of them use for different IRIs is left to them."""
    found: dict[str, set[str]] = {}
    for query in queries:
        tokens = significant(query.text)
        for (word, name), iri in zip(pairwise(tokens), tokens[2:], strict=False):
            if word.is_word("PREFIX") and name.text.endswith(":"):
                found.setdefault(name.text.removesuffix(":"), set()).add(iri.text[1:-1])
    return [(prefix, min(iris)) for prefix, iris in sorted(found.items()) if prefix and len(iris) == 1]


def _declarations(declared: list[tuple[str, str]]) -> str:
    nodes = ", ".join(f"<{SHIPPED}prefixes#{prefix}>" for prefix, _ in declared)
    lines = [
        f"<{SHIPPED}> a owl:Ontology ;",
        *([f"  sh:declare {nodes} ;"] if nodes else []),
        f"  rdfs:label {_text('Stored questions')}@en .",
        "",
    ]
    lines += [
        f"<{SHIPPED}prefixes#{prefix}> a sh:PrefixDeclaration ; sh:prefix {_text(prefix)} ; "
        f"sh:namespace {_text(iri)}^^xsd:anyURI ."
        for prefix, iri in declared
    ]
    return "\n".join((*lines, ""))


def _body(text: str) -> str:
    """The query without its header, which the catalogue itself says."""
    first, header = header_lines(text)
    return "".join(text.removeprefix("\ufeff").splitlines(keepends=True)[first - 1 + len(header) :]).strip()


def _text(words: str) -> str:
    return encoded(Literal(words))


def _long(words: str) -> str:
    """Text of several lines, as Turtle writes it."""
    escaped = words.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'"""{escaped}\n"""' if _plain(words) else encoded(Literal(words))


def _plain(words: str) -> bool:
    return not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", words)
