"""Answers a query that comes from outside; runs in a process that answers."""

from typing import Final

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.prologue import with_prefixes
from kg.query.tokens import QueryForm
from kg.serve.accept import chosen
from kg.serve.refusals import NotAcceptable, NotFound, TooLarge
from kg.serve.served import Served
from kg.serve.sparql.results import GRAPHS, ROWS, Body, rows_of, triples_of, truth
from kg.serve.sparql.scrutiny import examined
from kg.store import Dataset, Solutions

_GRAPH_TYPES: Final = tuple(GRAPHS)
_ROW_TYPES: Final = tuple(ROWS)


def answer(
    served: Served,
    text: str,
    default: tuple[str, ...],
    named: tuple[str, ...],
    accept: str | None,
    longest: int,
) -> Body:
    """The answer to a query, in the format that is wanted most.

    Args:
        default, named: IRIs of the graphs that the query is to see; none: those that it names itself, else all.
        accept: value of the header.
        longest: characters that the query may have.

    Raises:
        NotAcceptable: there is no such format.
        TooLarge, Forbidden, QueryError: it is not answered.
    """
    prefixes = served.prefixes
    what = examined(text, longest, prefixes, remote=served.opening.home.folder is None)
    dataset = _dataset(default, named) or what.dataset
    media = acceptable(accept, what.form)
    if dataset is not None:
        _check_graphs(served, dataset)
    found = served.store.answer(with_prefixes(text, prefixes), dataset)
    match found:
        case bool():
            return truth(found, media)
        case Solutions():
            return rows_of(found, media, served.limits)
        case _:
            return triples_of(found, media, served.limits, prefixes)


def acceptable(accept: str | None, form: QueryForm) -> str:
    """The media type of an answer.

    Raises:
        NotAcceptable: none of those that are wanted is to be had.
    """
    offers = _GRAPH_TYPES if form.gives_graph else _ROW_TYPES
    media = chosen(accept, offers)
    if media is None:
        raise NotAcceptable(f"the answer to a {form} is to be had as {', '.join(offers)}")
    return media


def _dataset(default: tuple[str, ...], named: tuple[str, ...]) -> Dataset | None:
    try:
        chosen_ones = Dataset(tuple(map(NamedNode, default)), tuple(map(NamedNode, named)))
    except ValueError as error:
        raise QueryError(f"a graph is named by an IRI: {error}") from error
    return chosen_ones if default or named else None


def _check_graphs(served: Served, dataset: Dataset) -> None:
    for graph in {*dataset.default, *dataset.named}:
        if not served.store.ask(f"ASK {{ GRAPH {graph} {{ ?s ?p ?o }} }}"):
            raise QueryError(f"there is no graph {graph} in this store, and none is fetched from elsewhere")


def graph(served: Served, iri: str | None, accept: str | None) -> Body:
    """The triples of one graph, or of all for None.

    Raises:
        NotFound: there is no such graph.
        NotAcceptable, TooLarge, QueryError: it is not given out.
    """
    media = acceptable(accept, QueryForm.CONSTRUCT)
    dataset = _dataset((iri,), ()) if iri is not None else None
    if dataset is not None and not served.store.ask(f"ASK {{ GRAPH {dataset.default[0]} {{ ?s ?p ?o }} }}"):
        raise NotFound(f"there is no graph {dataset.default[0]} in this store")
    found = served.store.answer("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", dataset)
    assert not isinstance(found, bool | Solutions)  # it is a CONSTRUCT
    body = triples_of(found, media, served.limits, served.prefixes)
    if body.cut is not None:
        raise TooLarge(f"the graph has more than {body.cut} triples; kg export writes it whole")
    return body
