"""The invented world in two engines, and the stored questions."""

import pytest
from world import RdflibWorld, fill

from kg.query.library import load_library
from kg.store import LocalStore


@pytest.fixture(scope="session")
def world():
    return fill(LocalStore())


@pytest.fixture(scope="session")
def rdflib_world():
    return RdflibWorld()


@pytest.fixture(scope="session")
def library():
    return load_library()
