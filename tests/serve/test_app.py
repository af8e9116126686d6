"""What every answer has in common: safe headers, statuses with words, no traceback."""

import re

import pytest


def test_every_answer_carries_the_headers_that_keep_a_browser_safe(site):
    for path in ("/static/kg.css", "/there-is-none"):
        headers = site.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_a_page_tells_no_other_server_where_its_reader_comes_from(site):
    assert site.get("/there-is-none", accept="text/html").headers["referrer-policy"] == "same-origin"


def test_an_address_where_nothing_is_gives_404_as_json_or_as_a_page(site):
    found = site.get("/there-is-none", accept="application/json")
    assert (found.status_code, found.json()["status"]) == (404, 404)
    assert found.json()["error"]
    page = site.get("/there-is-none", accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>Not Found</h1>" in page.text


def test_nothing_of_a_request_comes_back_unescaped(site):
    found = site.get("/<script>alert(1)</script>?a=<script>", accept="text/html")
    assert found.status_code == 404
    assert "<script>" not in found.text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "", "127.0.0.1.evil.example"])
def test_who_calls_a_local_server_by_another_name_is_not_answered(site, host):
    assert site.get("/static/kg.css", headers={"Host": host}).status_code in (400, 421)


@pytest.mark.parametrize(
    "host", ['127.0.0.1:8"0', "127.0.0.1:99999", "127.0.0.1:-1", "127.0.0.1:<x>", "[::1", "127.0.0.1:80 x"]
)
@pytest.mark.parametrize("path", ["/sparql", "/api/openapi.json", "/", "/none"])
def test_what_can_be_no_name_of_a_server_is_told_so(site, host, path):
    found = site.get(path, accept="text/turtle", headers={"Host": host})
    assert found.status_code == 400
    assert "Host" in found.json()["error"]


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8000"])
def test_who_calls_it_by_a_name_of_this_machine_is_answered(site, host):
    assert site.get("/static/kg.css", headers={"Host": host}).status_code == 200


def test_no_file_outside_the_static_folder_is_given_out(site):
    for path in (
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/templates/error.html",
    ):
        assert site.get(path).status_code == 404


def test_the_style_is_ours(site):
    assert re.match(r"text/css", site.get("/static/kg.css").headers["content-type"])
