"""Who may change something, and how a change is made."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import web_jobs as jobs
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from webbing import Site, serving_site
from world import fill

from kg.errors import UsageError
from kg.home import Home
from kg.serve.asking import serving_of
from kg.serve.editing import COOKIE, FIELD, HEADER, check_editor, may_edit, sign_in, sign_out, word_of
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving, checked
from kg.store import LocalStore

TOKEN = "a token that nobody guesses"
CHANGED = "SELECT ?by { <urn:changed> <urn:by> ?by }"


async def enter(request: Request) -> Response:
    response = JSONResponse({})
    await sign_in(request, response, (await request.body()).decode())
    return response


async def leave(request: Request) -> Response:
    response = JSONResponse({})
    sign_out(response)
    return response


async def desk(request: Request) -> Response:
    return JSONResponse({"may": may_edit(request), "word": word_of(request)})


async def edit(request: Request, function, *arguments: str, word: str | None = None):
    check_editor(request, word)
    return await request.app.state.keeper.change(function, serving_of(request).user, *arguments)


async def change(request: Request) -> Response:
    word = request.query_params.get(FIELD)
    return JSONResponse(await edit(request, jobs.prefer, request.query_params.get("label", ""), word=word))


async def stumble(request: Request) -> Response:
    return JSONResponse(await edit(request, jobs.stumble))


ROUTES = [
    Route("/enter", enter, methods=["POST"]),
    Route("/leave", leave, methods=["POST"]),
    Route("/desk", desk),
    Route("/change", change, methods=["GET", "POST"]),
    Route("/stumble", stumble, methods=["POST"]),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edited") / "store"
    with LocalStore(folder, create=True) as made:
        fill(made)
    return folder


@pytest.fixture(scope="module")
def edited(store: Path) -> Iterator[Site]:
    serving = Serving(Opening(Home(folder=store)), workers=2, limits=Limits(20), token=TOKEN, user="Ada")
    with serving_site(serving, ROUTES) as running:
        yield running


@pytest.fixture
def browser(edited: Site) -> Iterator[httpx.Client]:
    """A browser whose user has shown the token."""
    with httpx.Client(base_url=edited.url, timeout=60) as client:
        assert client.post("/enter", content=TOKEN).status_code == 200
        yield client


def values(site: Site) -> list[str]:
    response = site.get("/sparql", params={"query": CHANGED})
    assert response.status_code == 200, response.text
    return [row["by"]["value"] for row in response.json()["results"]["bindings"]]


def test_who_shows_the_token_may_edit_and_the_change_is_seen_at_once(edited, browser):
    word = browser.get("/desk").json()["word"]
    assert browser.post("/change", params={FIELD: word, "label": "one"}).status_code == 200
    assert values(edited) == ["Ada one"]
    assert browser.post("/change", params={"label": "two"}, headers={HEADER: word}).status_code == 200
    assert values(edited) == ["Ada two"]


def test_a_program_shows_the_token_in_a_header(edited):
    for scheme in ("Bearer", "bearer"):
        done = edited.client.post("/change?label=three", headers={"Authorization": f"{scheme} {TOKEN}"})
        assert done.status_code == 200
    assert values(edited) == ["Ada three"]
    refused = edited.client.post("/change?label=four", headers={"Authorization": f"Bearer {TOKEN}x"})
    assert refused.status_code == 403
    assert values(edited) == ["Ada three"]


def test_a_cookie_that_no_other_page_can_use_or_read_is_what_a_browser_keeps(edited):
    with httpx.Client(base_url=edited.url) as client:
        cookie = client.post("/enter", content=TOKEN).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN not in cookie


def test_a_wrong_token_is_refused_slowly(edited):
    with httpx.Client(base_url=edited.url) as client:
        began = time.monotonic()
        assert client.post("/enter", content="guess").status_code == 403
        assert time.monotonic() - began >= 1
        assert COOKIE not in client.cookies


@pytest.mark.parametrize(
    ("params", "headers"),
    [
        ({}, {}),
        ({FIELD: "0" * 64}, {}),
        ({FIELD: "é"}, {}),
        ({FIELD: "WORD"}, {"Origin": "https://evil.example"}),
        ({FIELD: "WORD"}, {"Origin": "null"}),
        ({FIELD: "WORD"}, {"Sec-Fetch-Site": "cross-site"}),
        ({FIELD: "WORD"}, {"Sec-Fetch-Site": "same-site"}),
    ],
)
def test_what_a_page_of_another_server_sends_changes_nothing(edited, browser, params, headers):
    before = values(edited)
    word = browser.get("/desk").json()["word"]
    params = {name: text.replace("WORD", word) for name, text in params.items()}
    refused = browser.post("/change", params={**params, "label": "evil"}, headers=headers)
    assert refused.status_code == 403
    assert values(edited) == before


def test_a_page_of_this_server_is_let_through(edited, browser):
    word = browser.get("/desk").json()["word"]
    headers = {"Origin": edited.url.rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert browser.post("/change", params={FIELD: word, "label": "own"}, headers=headers).status_code == 200


def test_nothing_is_changed_by_looking_at_an_address(browser):
    word = browser.get("/desk").json()["word"]
    assert browser.get("/change", params={FIELD: word}).status_code == 403


def test_the_word_of_one_browser_is_no_good_for_another(edited, browser):
    with httpx.Client(base_url=edited.url) as other:
        other.post("/enter", content=TOKEN)
        word = other.get("/desk").json()["word"]
    assert browser.post("/change", params={FIELD: word}).status_code == 403


def test_a_made_up_cookie_is_none(edited):
    with httpx.Client(base_url=edited.url, cookies={COOKIE: "0" * 32 + "." + "0" * 64}) as client:
        assert client.get("/desk").json()["may"] is False
        assert client.post("/change", params={FIELD: client.get("/desk").json()["word"]}).status_code == 403


def test_who_leaves_may_edit_no_more(edited, browser):
    assert browser.get("/desk").json()["may"] is True
    browser.post("/leave")
    assert browser.get("/desk").json()["may"] is False


def test_what_cannot_be_changed_is_told_in_words_and_changes_nothing(browser):
    word = browser.get("/desk").json()["word"]
    refused = browser.post("/stumble", headers={HEADER: word})
    assert (refused.status_code, refused.json()["error"]) == (400, "this cannot be judged")


def test_a_server_that_only_reads_lets_nobody_edit(opening):
    with serving_site(Serving(opening, workers=1), ROUTES) as site:
        for token in ("", TOKEN):
            assert site.client.post("/enter", content=token).status_code == 403
            assert (
                site.client.post("/change", headers={"Authorization": f"Bearer {token}x"}).status_code == 403
            )
        assert site.client.get("/desk").json()["may"] is False


def test_a_change_that_another_process_makes_is_seen_after_a_while(edited, store):
    with LocalStore(store) as other:
        jobs.prefer(other, None, "somebody", "else")
    deadline = time.monotonic() + 60
    while values(edited) != ["somebody else"]:
        assert time.monotonic() < deadline
        time.sleep(0.5)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "example.org"])
def test_to_edit_from_the_network_takes_a_token_that_somebody_chose(opening, host):
    with pytest.raises(UsageError, match="choose a token"):
        checked(Serving(opening, host, token="made by the server itself"), named=False)
    with pytest.raises(UsageError, match="choose a token"):
        checked(Serving(opening, host, token="short"), named=True)
    checked(Serving(opening, host, token=TOKEN), named=True)
    checked(Serving(opening, host), named=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_on_this_machine_alone_a_made_token_does(opening, host):
    checked(Serving(opening, host, token="made"), named=False)
