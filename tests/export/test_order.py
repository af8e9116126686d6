"""Sorting by way of files gives what sorting in memory gives."""

import errno
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.export import order
from kg.export.order import in_order

WORDS = st.text(max_size=4)
RECORDS = st.lists(
    st.tuples(
        st.lists(WORDS, min_size=1, max_size=2).map(tuple), st.lists(WORDS, min_size=1, max_size=3).map(tuple)
    ),
    max_size=40,
)


@given(RECORDS, st.integers(1, 50))
def test_whatever_fits_into_memory_the_records_come_out_sorted(records, held):
    assert list(in_order(iter(records), held)) == sorted(records)


def test_more_portions_than_files_may_be_open_are_merged_on_the_way(monkeypatch):
    monkeypatch.setattr(order, "_FILES", 3)
    records = [((f"{number * 7919 % 1000:04}",), ("x",)) for number in range(1000)]
    assert list(in_order(records, held=10)) == sorted(records)


def test_nothing_is_left_in_the_temporary_folder_even_where_nobody_reads_to_the_end(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    reading = in_order([((str(number),), ("x",)) for number in range(100)], held=10)
    next(reading)
    assert list(tmp_path.iterdir())
    reading.close()
    assert not list(tmp_path.iterdir())


def test_a_full_temporary_folder_is_named_with_the_way_out(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pickle.dump", full)
    with pytest.raises(KgError, match=f"{tmp_path}: No space left on device; .*TMPDIR"):
        list(in_order([((str(number),), ("x",)) for number in range(100)], held=10))


def test_a_folder_that_is_not_there_is_an_error_for_people(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(KgError, match="no room to sort in the temporary folder"):
        list(in_order([((str(number),), ("x",)) for number in range(100)], held=10))
    assert Path(tmp_path).exists()
