"""No cyclic garbage is looked for where none is made."""

import gc
import subprocess
import sys

import pytest

from kg.collector import uncollected


def test_the_collector_is_off_inside_and_as_it_was_outside() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_is_on_again_after_an_error() -> None:
    with pytest.raises(KeyError, match="lost"), uncollected():
        raise KeyError("lost")
    assert gc.isenabled()


RESOLVED_TWICE = """
import gc
from kg.gazetteer import load_gazetteer
from kg.model import EntityType
from kg.resolve import Reading, resolve

readings = [
    Reading(f"r{place}-{name}", name, f"a{place}", name, EntityType.PERSON, name.replace("-", " ").title())
    for place in range(50)
    for name in ("mira-tolun", "tolun", f"ivo-hald{place % 3}")
]
resolve(readings, (), load_gazetteer(), str)  # what is kept from the first time on
gc.collect()
resolve(readings, (), load_gazetteer(), str)
print(gc.collect())
"""


def test_what_resolution_makes_goes_without_the_collector() -> None:
    # In a process of its own: what other tests have left behind, on threads of theirs too, would be counted as well.
    counted = subprocess.run(
        [sys.executable, "-c", RESOLVED_TWICE], capture_output=True, text=True, check=True
    )
    assert counted.stdout == "0\n"
