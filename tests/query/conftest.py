"""The invented world, to ask questions of."""

import pytest
from world import fill

from kg.store import LocalStore


@pytest.fixture(scope="session")
def world():
    return fill(LocalStore())
