"""What the editor of SPARQL has at hand: the prefixes, and the stored questions as a start."""

from dataclasses import dataclass

from kg.serve.served import Served


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored question as text."""

    name: str
    topic: str
    summary: str
    text: str


@dataclass(frozen=True, slots=True)
class EditorPage:
    """Where a query is written.

    Attributes:
        query: to begin with.
        prefixes: IRIs by prefix, those of the data among them.
    """

    query: str
    prefixes: dict[str, str]
    questions: tuple[Stored, ...]


def editor(served: Served, query: str = "", question: str = "") -> EditorPage:
    """The prefixes and questions, and a query to begin with.

    Args:
        question: the name of a stored one to begin with, where no query is given.
    """
    listed = tuple(Stored(each.name, each.topic, each.summary, each.text) for each in served.library)
    prefixes = served.names.prefixes
    start = query or next((each.text for each in listed if each.name == question), "") or _first(prefixes)
    return EditorPage(start, prefixes, listed)


def _first(prefixes: dict[str, str]) -> str:
    used = "\n".join(f"PREFIX {name}: <{prefixes[name]}>" for name in ("kg", "rdf", "skos"))
    return f"""{used}

SELECT ?who ?relation ?whom WHERE {{
  ?fact a kg:Fact ; rdf:subject ?one ; rdf:predicate ?relation ; rdf:object ?other .
  ?one skos:prefLabel ?who . ?other skos:prefLabel ?whom .
}}
LIMIT 20
"""
