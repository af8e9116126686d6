"""Judgements into a store and out of it."""

import io
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import KgError, UsageError
from kg.export import Format, write_store
from kg.graph import KG, Names, judgement_iri
from kg.judge import record, undo
from kg.model import Judgement, Verdict
from kg.store import LocalStore, Store, judgements

from .conftest import ARTICLES, fill, write

NAMES = Names()
ADA, MOSS, BO, ACME = (NAMES.entity_by_key(key).value for key in ("ada-lund", "ida-moss", "bo-reyes", "acme"))


def judged(verdict: Verdict, first: str, second: str | None, day: int = 1, who: str = "Mo") -> Judgement:
    return Judgement(f"2030-01-{day:02}T00:00:00Z", who, verdict, first, second)


SAME = judged(Verdict.SAME, ADA, MOSS)


def exported(store: Store) -> bytes:
    stream = io.BytesIO()
    write_store(store, stream, Format.TRIG)
    return stream.getvalue()


def test_undoing_the_last_judgement_gives_the_graph_back_byte_for_byte(store: Store) -> None:
    record(store, [judged(Verdict.UNSURE, ADA, BO, 1)])
    before = exported(store)
    for judgement in (
        judged(Verdict.SAME, ADA, MOSS, 2),
        judged(Verdict.DIFFERENT, ADA, MOSS, 2),
        judged(Verdict.WRONG_TYPE, ACME, f"{KG}Place", 2),
        judged(Verdict.REJECTED, NAMES.claim("one", ARTICLES[0].claims[0]).value, None, 2),
    ):
        done = record(store, [judgement])
        assert (done.changed, done.conflicts) == ((judgement,), ())
        assert exported(store) != before
        write(store, ARTICLES[::-1])
        assert undo(store) == judgement
        assert exported(store) == before


def test_the_same_decision_again_is_one_judgement_as_it_was_taken_last(store: Store) -> None:
    record(store, [SAME])
    again = judged(Verdict.SAME, MOSS, ADA, 3, "Lu")
    assert record(store, [again]).changed == (again,)
    assert judgements(store) == [again]
    assert record(store, [SAME, again]).changed == ()
    assert record(store, [SAME]).judgements == (again,)
    assert judgements(store) == [again]


def test_a_chain_that_is_broken_is_named_whole(store: Store) -> None:
    record(store, [SAME, judged(Verdict.SAME, MOSS, BO, 2)])
    parting = judged(Verdict.DIFFERENT, ADA, BO, 3)
    (conflict,) = record(store, [parting]).conflicts
    assert conflict.set_aside == SAME
    assert set(conflict.against) == {parting, judged(Verdict.SAME, MOSS, BO, 2)}
    assert len(judgements(store)) == 3
    later = judged(Verdict.SAME, ADA, ACME, 4)
    assert record(store, [later]).conflicts == ()


def test_an_older_judgement_that_comes_late_is_set_aside_itself(store: Store) -> None:
    record(store, [judged(Verdict.DIFFERENT, ADA, MOSS, 5)])
    (conflict,) = record(store, [SAME]).conflicts
    assert conflict.set_aside == SAME


def test_a_doubt_is_settled_without_a_warning_and_a_new_doubt_warns(store: Store) -> None:
    record(store, [judged(Verdict.UNSURE, ADA, MOSS, 1)])
    assert record(store, [judged(Verdict.SAME, ADA, MOSS, 2)]).conflicts == ()
    (conflict,) = record(store, [judged(Verdict.UNSURE, ADA, MOSS, 3)]).conflicts
    assert conflict.set_aside.verdict is Verdict.SAME


def test_one_of_many_is_undone_by_the_beginning_of_its_id(store: Store) -> None:
    other = judged(Verdict.DIFFERENT, ADA, BO, 2)
    record(store, [SAME, other])
    node = judgement_iri(SAME, NAMES).value
    assert undo(store, node.rpartition("/")[2][:6]) == SAME
    assert judgements(store) == [other]
    assert undo(store, judgement_iri(other, NAMES).value) == other
    with pytest.raises(KgError, match="no judgement in this store"):
        undo(store)


def test_an_unknown_and_an_unclear_id_are_refused(store: Store) -> None:
    many = [replace(SAME, first=f"{NAMES.base}entity/x{number}") for number in range(17)]
    record(store, many)
    with pytest.raises(KgError, match="no judgement 'zzz'"):
        undo(store, "zzz")
    ids = [judgement_iri(each, NAMES).value.rpartition("/")[2] for each in many]
    first = next(letter for letter in "0123456789abcdef" if sum(each.startswith(letter) for each in ids) > 1)
    with pytest.raises(UsageError, match=r"may be \d+ judgements"):
        undo(store, first)
    assert len(judgements(store)) == 17


def test_what_else_stands_in_the_graph_of_judgements_stays(store: Store) -> None:
    node = NamedNode(f"{NAMES.base}judgement/mine")
    note = Quad(node, NamedNode("https://schema.org/text"), Literal("by hand"), NAMES.judgements)
    store.replace_graph(NAMES.judgements, [note])
    record(store, [SAME])
    undo(store)
    assert list(store.quads(NAMES.judgements)) == [note]


def test_every_kind_of_store_records_replays_and_undoes(any_store: Store) -> None:
    memory = fill(LocalStore())
    claim = NAMES.claim("one", ARTICLES[0].claims[0]).value
    decided = [
        SAME,
        judged(Verdict.REJECTED, claim, None, 2),
        judged(Verdict.WRONG_TYPE, MOSS, f"{KG}Place", 3),
    ]
    for store in (memory, any_store):
        assert record(store, decided).changed == tuple(decided)
        assert judgements(store) == decided
    assert exported(any_store) == exported(memory)
    for store in (memory, any_store):
        assert undo(store) == decided[2]
    assert exported(any_store) == exported(memory)
