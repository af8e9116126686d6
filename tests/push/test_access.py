"""Who pushes is told to the server in the way that it asks for, and to nobody who listens."""

import base64

import pytest
from gate import Asked, Gate
from pushing import data, pushed

from kg.errors import StoreError
from kg.push.access import Access
from kg.store import LocalStore, RemoteStore
from kg.store.credentials import Credentials, Scheme
from kg.store.web import check_encrypted

BASIC = "Basic " + base64.b64encode("anna:geheim§".encode()).decode()
WHO = {"KG_SERVER_USER": "anna", "KG_SERVER_PASSWORD": "geheim§"}


def asks_for(expected: str):
    """A rule that lets in those who tell this."""

    def rule(asked: Asked):
        if asked.authorization != expected:
            return 401, {"WWW-Authenticate": 'Basic realm="a"'}
        return None

    return rule


@pytest.mark.parametrize(
    ("given", "expected"),
    [(WHO, BASIC), (WHO | {"KG_SERVER_AUTH": "basic"}, BASIC), ({"KG_SERVER_TOKEN": "abc"}, "Bearer abc")],
)
def test_who_pushes_is_told_as_the_server_wants(
    here: LocalStore, there: RemoteStore, gate: Gate, monkeypatch: pytest.MonkeyPatch, given, expected
) -> None:
    gate.rule = asks_for(expected)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    pushed(here, gate.url)
    assert data(there) == data(here)
    # it is asked once, and then told at once
    assert sum(asked.authorization is None for asked in gate.asked) == (given == WHO)


def test_a_server_that_does_not_know_us_is_told_of_with_what_to_do(
    here: LocalStore, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate.rule = asks_for("nobody")
    for given in ({}, WHO):
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(StoreError, match=r"HTTP 401.*KG_SERVER_USER") as error:
            pushed(here, gate.url)
        assert "geheim" not in str(error.value)


def test_nothing_is_told_over_a_connection_that_others_can_read() -> None:
    with pytest.raises(StoreError, match="not encrypted"):
        check_encrypted("http://other.example/store", Credentials("anna", "geheim"))


def test_a_password_is_not_sent_in_the_clear_to_another_machine() -> None:
    import httpx

    flow = Access(Credentials("anna", "geheim", Scheme.BASIC)).auth_flow(
        httpx.Request("POST", "http://other.example/store")
    )
    with pytest.raises(StoreError, match="not encrypted"):
        next(flow)


def test_another_server_that_we_are_sent_to_is_named_and_not_followed(here: LocalStore, gate: Gate) -> None:
    gate.rule = lambda asked: (302, {"Location": "http://other.example/query"})
    with pytest.raises(StoreError, match=r"sends us to http://other.example/query"):
        pushed(here, gate.url)
