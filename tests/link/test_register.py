"""What a register does right and wrong, each with a real server behind."""

from collections.abc import Callable
from email.utils import formatdate

import pytest
from serving import Proxy, body, closed, dripping, late, proxy_before, shortened, status, truncated

from kg.errors import QueryError, StoreError
from kg.resolve.link import Access, Register, Search, wikidata_shape
from kg.resolve.link.register import Unanswered

NAME = "Elena Torres"
HTML = body("<!DOCTYPE html><title>Error</title>", "text/html; charset=utf-8")
OTHER_VARIABLES = body('{"head":{"vars":["s"]},"results":{"bindings":[]}}')
YES = body('{"head":{},"boolean":true}')


def ask(register: Register) -> set[str]:
    _, rows = register.select(wikidata_shape().query([NAME], "en"))
    return {row["item"].value.rpartition("/")[2] for row in rows}


FOUND = {"Q900000001", "Q900000002", "Q900000003"}


def test_the_items_that_bear_a_name_are_found_whatever_they_are(register: Register) -> None:
    assert ask(register) == FOUND


def test_requests_say_who_makes_them(proxy: Proxy, clock) -> None:
    access = Access("ana", "s3cret", contact="ana@news.example")
    ask(Register(proxy.url, pace=clock.pace(), access=access))
    assert proxy.agents[0].startswith("kg-populator/")
    assert "ana@news.example" in proxy.agents[0]
    assert proxy.authorizations == ["Basic YW5hOnMzY3JldA=="]
    ask(Register(proxy.url, pace=clock.pace(), access=Access(token="t0k")))
    assert proxy.authorizations[1] == "Bearer t0k"
    assert "s3cret" not in repr(access)


def test_requests_keep_their_distance(register: Register, clock) -> None:
    register.pace.rate = 0.5
    for _ in range(3):
        ask(register)
    assert clock.slept == [2.0, 2.0]


@pytest.mark.parametrize(
    "fault",
    [
        status(503),
        status(429),
        status(502),
        status(500),
        truncated,
        shortened,
        closed,
        HTML,
        OTHER_VARIABLES,
        YES,
    ],
    ids="503 429 502 500 truncated shortened closed html variables boolean".split(),
)
def test_what_goes_wrong_twice_and_then_well_is_asked_again_after_growing_pauses(
    proxy: Proxy, register: Register, clock, fault
) -> None:
    proxy.faults = [fault, fault]
    assert ask(register) == FOUND
    assert len(proxy.queries) == 3
    assert [pause for pause in clock.slept if pause] == [1.0, 2.0]


def test_a_server_that_asks_to_wait_is_given_the_time(proxy: Proxy, register: Register, clock) -> None:
    proxy.faults = [status(429, Retry_After="17")]
    assert ask(register) == FOUND
    assert max(clock.slept) == 17.0
    proxy.faults = [status(503, Retry_After=formatdate(clock.time + 45, usegmt=True))]
    ask(register)
    assert max(clock.slept) == pytest.approx(45.0, abs=1.0)


def test_a_server_that_wants_hours_is_left_alone(proxy: Proxy, register: Register, clock) -> None:
    proxy.faults = [status(429, Retry_After="7200")]
    with pytest.raises(StoreError, match=r"HTTP 429 .* asks to be left alone for 120 minutes"):
        ask(register)
    assert len(proxy.queries) == 1
    assert clock.slept == []


def test_a_busy_server_is_given_up_after_so_many_tries(proxy: Proxy, register: Register) -> None:
    proxy.faults = [status(503)] * 9
    with pytest.raises(StoreError, match="answers HTTP 503 Service Unavailable, too busy, 5 times in a row"):
        ask(register)
    assert len(proxy.queries) == register.tries


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (truncated, "no SPARQL result, or one that breaks off"),
        (shortened, "broke off after 20 of"),
        (closed, "closed the connection"),
        (HTML, "sends a web page instead of a SPARQL result"),
        (OTHER_VARIABLES, r"an answer without \?name and \?item"),
        (body("not json"), "no SPARQL result"),
        (body('{"head":{"vars":["name","item"]},"results":{"bindings":[{"name":7}]}}'), "no SPARQL result"),
        (status(500, "java.util.concurrent.TimeoutException"), "error of its own .*TimeoutException"),
        (status(504), "answers HTTP 504"),
    ],
)
def test_what_stays_wrong_is_an_error_of_these_names_alone(
    proxy: Proxy, register: Register, fault, message: str
) -> None:
    proxy.faults = [fault] * 9
    with pytest.raises(Unanswered, match=message):
        ask(register)
    assert len(proxy.queries) == register.tries


@pytest.mark.parametrize("fault", [late(1.5), dripping], ids=["late", "dripping"])
def test_an_answer_that_takes_too_long_is_not_waited_for(proxy: Proxy, clock, fault) -> None:
    proxy.faults = [fault]
    register = Register(proxy.url, pace=clock.pace(), timeout=1, tries=1)
    with pytest.raises(Unanswered, match="took longer than 1 seconds"):
        ask(register)


def test_an_answer_of_any_length_is_not_read_to_its_end(
    proxy: Proxy, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.resolve.link.register._MOST_BYTES", 100)
    with pytest.raises(Unanswered, match="sends more than"):
        ask(register)


@pytest.mark.parametrize("code", [401, 403, 404])
def test_a_refusal_is_told_at_once_with_what_may_be_missing(
    proxy: Proxy, register: Register, code: int
) -> None:
    proxy.faults = [status(code)]
    with pytest.raises(StoreError, match=r"refuses: .*KG_LINK_USER"):
        ask(register)
    assert len(proxy.queries) == 1


def test_a_query_that_is_not_understood_is_told_in_the_servers_words(
    proxy: Proxy, register: Register
) -> None:
    proxy.faults = [status(400, "Parse error:\n  unknown function at line 3")]
    with pytest.raises(QueryError, match="does not understand the query: unknown function at line 3"):
        ask(register)
    assert len(proxy.queries) == 1


def test_a_register_that_is_not_there_is_named(clock) -> None:
    with pytest.raises(
        StoreError, match=r"http://127\.0\.0\.1:9/sparql cannot be reached: .*, 5 times in a row"
    ):
        ask(Register("http://127.0.0.1:9/sparql", pace=clock.pace()))
    assert [pause for pause in clock.slept if pause] == [1.0, 2.0, 4.0, 8.0]


def test_a_query_of_many_that_fails_is_asked_in_parts_until_the_one_at_fault_is_left(
    proxy: Proxy, searching: Callable[..., Search]
) -> None:
    names = [f"Nobody {number}" for number in range(7)] + [NAME]
    proxy.breaks["Nobody 3"] = truncated
    search = searching()
    found = search.find(names)
    assert set(found) == set(names) - {"Nobody 3"}
    assert {candidate.item.rpartition("/")[2] for candidate in found[NAME]} == FOUND
    assert list(search.failed) == ["Nobody 3"]
    assert "breaks off" in search.failed["Nobody 3"]


def test_a_query_of_many_is_given_few_tries_but_a_busy_server_all(
    proxy: Proxy, searching: Callable[..., Search]
) -> None:
    proxy.faults = [truncated, truncated, status(503), status(503), status(503), status(503)]
    assert set(searching().find([NAME, "Nobody"])) == {NAME, "Nobody"}
    sizes = [1 + ('"Nobody"' in query and NAME in query) for query in proxy.queries]
    assert sizes == [2, 2, 1, 1, 1, 1, 1, 1]


def test_a_register_that_answers_nothing_usable_is_given_up_before_all_names_are_tried(
    proxy: Proxy, searching: Callable[..., Search]
) -> None:
    proxy.breaks["VALUES"] = HTML
    with pytest.raises(StoreError, match=r"no usable answer to 3 names in a row; the last: .*web page"):
        searching().find([f"Nobody {number}" for number in range(200)])
    assert len(proxy.queries) < 40


def test_no_name_is_asked_for_twice_not_even_one_that_nobody_bears(
    proxy: Proxy, searching: Callable[..., Search]
) -> None:
    first = searching().find([NAME, "Nobody"])
    assert first["Nobody"] == ()
    again = searching().find(["Nobody", NAME, "Rui Falcão"])
    assert again[NAME] == first[NAME]
    assert len(proxy.queries) == 2
    assert NAME not in proxy.queries[1]
    assert "Rui Falcão" in proxy.queries[1]


def test_offline_answers_come_from_what_is_kept_alone(proxy: Proxy, searching: Callable[..., Search]) -> None:
    kept = searching().find([NAME])
    assert searching(offline=True).find([NAME, "Rui Falcão"]) == kept
    assert len(proxy.queries) == 1


def test_fresh_answers_are_asked_for_once_a_run_and_replace_those_kept(
    proxy: Proxy, searching: Callable[..., Search]
) -> None:
    proxy.faults = [body('{"head":{"vars":["name","item"]},"results":{"bindings":[]}}')]
    assert searching().find([NAME]) == {NAME: ()}
    search = searching(fresh=True)
    assert search.find([NAME])[NAME]
    assert search.find([NAME])[NAME]
    assert searching(offline=True).find([NAME])[NAME]
    assert len(proxy.queries) == 2


def test_another_register_has_answers_of_its_own(
    register_url: str, proxy: Proxy, searching, tmp_path, clock
) -> None:
    from kg.resolve.link import AnswerCache

    searching().find([NAME])
    with proxy_before(register_url) as other:
        shape = wikidata_shape()
        with AnswerCache(tmp_path / "cache", other.url, shape.digest, "en") as cache:
            Search(Register(other.url, pace=clock.pace()), shape, "en", cache).find([NAME])
        assert len(other.queries) == 1
