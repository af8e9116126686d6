"""Finds ontology/, queries/ and seeds/ in a checkout and in an installed wheel."""

from pathlib import Path

from kg.errors import KgError

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The folder of shipped data called `name` ("ontology", "queries" or "seeds").

    Raises:
        KgError: the installation lacks the folder.
    """
    for base in (_PACKAGE / "_data", _PACKAGE.parent):
        if (folder := base / name).is_dir():
            return folder
    raise KgError(f"the folder {name}/ is missing from this installation; install kg-populator again")
