"""Processes that answer: limits, replacement, fairness."""

import asyncio
import shutil
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import web_jobs as jobs
from serving import running

from kg.errors import QueryError, StoreError
from kg.home import Home
from kg.serve.pool import Pool
from kg.serve.process import Process
from kg.serve.refusals import Broken, Busy, TimedOut, TooLarge, TooMany
from kg.serve.served import Limits, Opening


def with_pool(opening, body, size=2, limits=None):
    async def run():
        pool = Pool(opening, size, limits or Limits(20))
        await pool.start()
        try:
            return await body(pool)
        finally:
            await pool.stop()

    return asyncio.run(run())


def test_a_job_is_done_with_the_opened_store(opening):
    assert with_pool(opening, lambda pool: pool.run(jobs.count)) > 3


def test_what_a_job_refuses_is_told_as_it_was_said(opening):
    with pytest.raises(QueryError, match="not so"):
        with_pool(opening, lambda pool: pool.run(jobs.refuse))


def test_a_fault_of_ours_is_told_apart_and_brings_its_traceback(opening):
    with pytest.raises(Broken, match="ZeroDivisionError"):
        with_pool(opening, lambda pool: pool.run(jobs.fail))


def test_a_query_past_its_time_is_ended_and_the_process_replaced(opening):
    async def body(pool):
        first = await pool.run(jobs.process)
        with pytest.raises(TimedOut):
            await asyncio.wait_for(pool.run(jobs.cross_product, limits=Limits(0.5)), 60)
        assert await pool.run(jobs.process) != first
        return await pool.run(jobs.count)

    assert with_pool(opening, body, size=1, limits=Limits(600)) > 3


def test_a_process_that_dies_is_replaced(opening):
    async def body(pool):
        with pytest.raises(TooLarge, match="memory"):
            await pool.run(jobs.die)
        return await pool.run(jobs.count)

    assert with_pool(opening, body, size=1) > 3


def test_an_answer_past_its_bytes_is_refused_and_the_process_goes_on(opening):
    async def body(pool):
        first = await pool.run(jobs.process)
        with pytest.raises(TooLarge, match="1000 bytes"):
            await pool.run(jobs.echo, 5_000, limits=Limits(20, 10, 1000))
        assert await pool.run(jobs.process) == first

    with_pool(opening, body, size=1)


def test_a_process_gets_no_more_memory_than_it_may_take(opening):
    async def body(pool):
        assert await pool.run(jobs.take_memory, 10_000_000) == 10_000_000
        with pytest.raises(TooLarge, match="memory"):
            await pool.run(jobs.take_memory, 2_000_000_000)
        return await pool.run(jobs.count)

    assert with_pool(replace(opening, memory=200_000_000), body) > 3


def test_one_client_never_has_all_processes(opening):
    async def body(pool):
        await pool.run(jobs.count)
        greedy = [asyncio.create_task(pool.run(jobs.sleep, 600.0, client="greedy")) for _ in range(6)]
        await asyncio.sleep(0.1)
        counted = await asyncio.gather(*(pool.run(jobs.count, client=f"other {n}") for n in range(5)))
        assert not any(task.done() for task in greedy)
        for task in greedy:
            task.cancel()
        await asyncio.gather(*greedy, return_exceptions=True)
        return counted

    assert min(with_pool(opening, body, limits=Limits(300))) > 3


def test_a_question_that_ran_out_of_time_never_has_all_processes(opening):
    async def body(pool):
        with pytest.raises(TimedOut):
            await pool.run(jobs.cross_product, limits=Limits(0.3), client="a")
        again = [asyncio.create_task(pool.run(jobs.cross_product, client=name)) for name in "bcd"]
        await asyncio.sleep(0.1)
        value = await asyncio.wait_for(pool.run(jobs.count, client="e"), 15)
        assert not any(task.done() for task in again)
        for task in again:
            task.cancel()
        await asyncio.gather(*again, return_exceptions=True)
        return value

    assert with_pool(opening, body) > 3


def test_one_client_may_have_only_so_much_waiting(opening):
    async def body(pool):
        tasks = [asyncio.create_task(pool.run(jobs.sleep, 0.0, client="a")) for _ in range(60)]
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert any(isinstance(each, TooMany) for each in done)
        assert all(isinstance(each, int | TooMany) for each in done)

    with_pool(opening, body)


def test_all_together_may_have_only_so_much_waiting(opening):
    async def body(pool):
        tasks = [asyncio.create_task(pool.run(jobs.sleep, 0.0, client=str(n))) for n in range(300)]
        done = await asyncio.gather(*tasks, return_exceptions=True)
        assert any(isinstance(each, Busy) for each in done)
        assert all(isinstance(each, int | Busy) for each in done)

    with_pool(opening, body)


def test_after_reopening_only_fresh_processes_answer(opening):
    async def body(pool):
        before = {await pool.run(jobs.sleep, 0.01 * n) for n in range(4)}
        pool.reopen()
        return before & {await pool.run(jobs.sleep, 0.01 * n) for n in range(4)}

    assert with_pool(opening, body) == set()


@pytest.mark.parametrize("changing", [True, False])
def test_what_is_asked_while_the_store_is_changed_waits_until_it_can_be_opened(opening, tmp_path, changing):
    folder, away = tmp_path / "store", tmp_path / "away"
    shutil.copytree(opening.home.folder, folder)

    async def body(pool):
        before = await pool.run(jobs.count)
        pool.changing = changing
        folder.rename(away)
        pool.reopen()
        while pool._idle or not pool._trouble:  # until a process has tried in vain to open it
            await asyncio.sleep(0.05)
        asked = asyncio.ensure_future(pool.run(jobs.count))
        await asyncio.sleep(0.2)
        away.rename(folder)
        return before, await asked

    moved = replace(opening, home=replace(opening.home, folder=folder))
    if changing:
        before, after = with_pool(moved, body)
        assert before == after
    else:
        with pytest.raises(StoreError):
            with_pool(moved, body)


def test_a_store_that_cannot_be_opened_is_told_at_the_start(tmp_path):
    with pytest.raises(StoreError):
        with_pool(Opening(Home(folder=tmp_path / "none")), lambda pool: pool.run(jobs.count))


def test_what_a_job_prints_does_not_get_between_answers(opening):
    assert with_pool(opening, lambda pool: pool.run(jobs.prints)) == "well"


def test_a_process_reaches_no_server_even_where_a_query_says_so(opening):
    class Listener(BaseHTTPRequestHandler):
        def do_POST(self):
            hits.append(self.path)
            self.send_error(404)

        def do_GET(self):
            self.do_POST()

    hits = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Listener) as listener, running(listener):
        url = f"http://127.0.0.1:{listener.server_address[1]}/sparql"
        said = with_pool(opening, lambda pool: pool.run(jobs.fetch, url))
    assert said != "fetched"
    assert hits == []


def test_where_the_system_denies_nothing_that_is_said_at_the_start(opening, monkeypatch, caplog):
    never = property(lambda _: False, lambda _, __: None)
    monkeypatch.setattr(Process, "guarded", never, raising=False)
    with_pool(opening, lambda pool: pool.run(jobs.count), size=1)
    assert "refused by their text alone" in caplog.text
