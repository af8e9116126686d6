"""Where quads are kept: an embedded Oxigraph on disk or in memory, or any SPARQL 1.1 server."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.home import Home, home_of
from kg.store.articles import (
    StoredArticle,
    article_text,
    copying_articles,
    remove_article,
    stored_article,
    stored_articles,
)
from kg.store.base import Dataset, Rows, Solutions, Store, Term
from kg.store.derive import is_unsettled, rebuild
from kg.store.folder import FORMAT, MARKER, mark
from kg.store.judgements import claim_as_read, claims_meant, judgements, replayed_quads, stored_judgements
from kg.store.local import LocalStore, check_unused
from kg.store.ontology import put_ontology
from kg.store.summaries import entities_by_reading, summaries

if TYPE_CHECKING:
    from kg.store.remote import RemoteStore

__all__ = [
    "FORMAT",
    "MARKER",
    "Dataset",
    "LocalStore",
    "RemoteStore",
    "Rows",
    "Solutions",
    "Store",
    "StoredArticle",
    "Term",
    "article_text",
    "check_unused",
    "claim_as_read",
    "claims_meant",
    "copying_articles",
    "entities_by_reading",
    "is_unsettled",
    "judgements",
    "mark",
    "open_store",
    "put_ontology",
    "rebuild",
    "remove_article",
    "replayed_quads",
    "stored_article",
    "stored_articles",
    "stored_judgements",
    "summaries",
]


def open_store(where: str | Path | Home, *, create: bool = False, read_only: bool = False) -> Store:
    """The store that lives somewhere, or in a folder, or at the URL of a SPARQL 1.1 server; a context manager.

    Args:
        create: make the folder where there is none; else that is an error.
        read_only: nothing will be written; several processes may then read a folder at once.

    Raises:
        UsageError: what is given names no home.
        StoreError: it cannot be used; the message says why and what to do.
    """
    home = where if isinstance(where, Home) else home_of(where)
    if home.folder is not None:
        return LocalStore(home.folder, create=create, read_only=read_only)
    from kg.store.remote import RemoteStore

    return RemoteStore(home)


def __getattr__(name: str) -> object:
    """`RemoteStore`, which is imported when it is wanted: nothing else needs what speaks to servers."""
    if name != "RemoteStore":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from kg.store import remote

    return remote.RemoteStore
