"""The file in which decisions wait, and how they come from it into the store."""

import shutil
from pathlib import Path

import pytest
from desk import fill_desk

from kg.errors import KgError
from kg.graph import Names
from kg.judge import record
from kg.model import Judgement, Verdict
from kg.serve.decisions import DECISION, DONE, FAILED, REJECT, UNDO, Decision, Decisions, decisions_path
from kg.serve.judging import write_waiting
from kg.settle import mend
from kg.store import LocalStore, is_unsettled, judgements

NAMES = Names()
FIRST, SECOND = (NAMES.entity_by_key(key).value for key in ("rosa-marin", "marin"))
MOMENT = "2026-03-01T10:00:00Z"
SAME = Decision(MOMENT, "Rada", "same", FIRST, SECOND, "one minister", "both are one")


@pytest.fixture
def kept(tmp_path: Path) -> Decisions:
    return Decisions(tmp_path / "new" / "decisions.sqlite3")


@pytest.fixture
def store(tmp_path: Path):
    with LocalStore(fill_desk(tmp_path / "store")) as opened:
        yield opened


def test_decisions_wait_in_the_order_in_which_they_were_added(kept):
    added = [kept.add(SAME), kept.add(Decision(MOMENT, "Rada", REJECT, "urn:claim"))]
    assert [each.number for each in added] == [1, 2]
    assert Decisions(kept.path).waiting() == added == kept.open()


def test_what_is_struck_waits_no_longer_and_its_number_names_nothing_else(kept):
    first = kept.add(SAME)
    assert kept.strike(first.number) == first
    assert kept.strike(first.number) is None
    assert kept.add(SAME).number > first.number
    assert kept.get(first.number) is None


def test_what_is_being_written_cannot_be_struck_and_is_written_again_if_that_was_broken_off(kept):
    number = kept.add(SAME).number
    assert kept.begin(number)
    assert kept.strike(number) is None
    assert [each.number for each in kept.waiting()] == [number]
    kept.written(number, "urn:judgement")
    assert not kept.begin(number)
    assert kept.waiting() == []
    assert kept.open()[0].judgement == "urn:judgement"
    kept.followed()
    assert kept.open() == []
    assert kept.get(number).state == DONE


def test_a_file_that_cannot_be_written_is_told_by_its_name(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError, match="decisions cannot be kept in"):
        Decisions(tmp_path / "file" / "decisions.sqlite3").add(SAME)


def test_the_decisions_on_a_server_are_kept_by_its_address(tmp_path):
    assert decisions_path(tmp_path, "a", Path("/states")).parent == tmp_path
    one, other = (decisions_path(None, address, Path("/states")) for address in ("http://a", "http://b"))
    assert one.parent == other.parent == Path("/states")
    assert one != other


def test_waiting_decisions_are_written_as_the_commands_write_them(kept, store, tmp_path):
    kept.add(SAME)
    write_waiting(store, NAMES, kept.path)
    with LocalStore(fill_desk(tmp_path / "other")) as other:
        names = {"first_name": "Rosa Marín", "second_name": "Marín"}
        record(
            other, [Judgement(MOMENT, "Rada", Verdict.SAME, FIRST, SECOND, "one minister", **names)], NAMES
        )
        assert quads_of(store) == quads_of(other)
    assert kept.open() == []
    assert not is_unsettled(store, NAMES)


def test_a_decision_and_its_undoing_leave_the_store_as_it_was(kept, store):
    before = quads_of(store)
    number = kept.add(SAME).number
    kept.add(Decision("2026-03-01T10:00:01Z", "Rada", UNDO, f"{DECISION}{number}"))
    write_waiting(store, NAMES, kept.path)
    assert quads_of(store) == before


@pytest.mark.parametrize(
    "place",
    [
        "kg.serve.decisions.Decisions.begin",
        "kg.serve.decisions.Decisions.written",
        "kg.settle.settle",
        "kg.serve.decisions.Decisions.followed",
    ],
)
def test_wherever_it_is_broken_off_the_next_round_makes_the_same_of_it(
    kept, store, tmp_path, monkeypatch, place
):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    with LocalStore(fill_desk(tmp_path / "whole")) as whole:
        undone = [kept.add(SAME).number for _ in range(2)][1]
        kept.add(Decision("2026-03-01T10:00:02Z", "Rada", "different", FIRST, SECOND))
        kept.add(Decision("2026-03-01T10:00:03Z", "Rada", UNDO, f"{DECISION}{undone}"))
        shutil.copy(kept.path, tmp_path / "same.sqlite3")
        write_waiting(whole, NAMES, tmp_path / "same.sqlite3")
        with monkeypatch.context() as broken:
            broken.setattr(place, interrupted)
            with pytest.raises(KeyboardInterrupt):
                write_waiting(store, NAMES, kept.path)
        mend(store, NAMES)
        write_waiting(store, NAMES, kept.path)
        assert quads_of(store) == quads_of(whole)
        assert [each.verdict for each in judgements(store, NAMES)] == [Verdict.DIFFERENT]
    assert kept.open() == []


def test_one_that_cannot_be_written_says_why_and_keeps_none_of_the_others_back(kept, store):
    kept.add(Decision(MOMENT, "Rada", REJECT, f"{NAMES.base}claim/none", words="a claim"))
    kept.add(SAME)
    write_waiting(store, NAMES, kept.path)
    (failed,) = kept.open()
    assert (failed.state, failed.words) == (FAILED, "a claim")
    assert "there is no such claim" in failed.problem
    assert [each.verdict for each in judgements(store, NAMES)] == [Verdict.SAME]
    assert kept.strike(failed.number) == failed


def test_several_decisions_cost_one_round(kept, store, monkeypatch):
    rounds = []
    monkeypatch.setattr("kg.settle.settle", lambda *_, **__: rounds.append(1))
    for what in ("same", "different", "unsure"):
        kept.add(Decision(MOMENT, "Rada", what, FIRST, SECOND))
    write_waiting(store, NAMES, kept.path)
    assert (len(rounds), len(judgements(store, NAMES))) == (1, 3)


def test_without_anything_that_waits_the_store_is_not_written_to(kept, store, monkeypatch):
    monkeypatch.setattr("kg.serve.judging.changing", lambda *_: pytest.fail("it was changed"))
    write_waiting(store, NAMES, kept.path)
    assert kept.open() == []


def quads_of(store):
    return sorted(str(quad) for graph in store.graphs() for quad in store.quads(graph))
