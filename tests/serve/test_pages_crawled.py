"""Every page that a link leads to is there, and nothing that a store holds becomes a part of a page."""

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hostile import hostile
from webbing import serving_site

from kg.home import Home
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving

HTML = "text/html,application/xhtml+xml,*/*;q=0.8"
NOT_OURS = ("/sparql", "/api", "/store", "/static")


class Page(HTMLParser):
    """What of a page a browser would follow, run or show by a rule of its own."""

    VOID = frozenset({"meta", "link", "input", "img", "br"})

    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.open, self.faults, self.labels, self.fields = [], [], [], [], set(), []
        self.headings = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if "href" in given and tag in ("a", "link"):
            self.links.append(given["href"])
        if "id" in given:
            self.ids.append(given["id"])
        self.faults += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        if tag == "script" and "src" not in given:
            self.faults.append("inline script")
        if tag == "label":
            self.labels.add(given["for"])
        if tag in ("input", "select", "textarea") and given.get("type") != "hidden":
            self.fields.append(given.get("id"))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag


def crawled(site, starts, most=400):
    """Every page that is reached, by address; where a link has a fragment, its place is looked for."""
    pages, waiting, places = {}, list(starts), set()
    while waiting and len(pages) < most:
        address = waiting.pop(0)
        if address in pages:
            continue
        answer = site.get(address, accept=HTML)
        assert answer.status_code == 200, (address, answer.status_code, answer.text[-600:])
        if not answer.headers["content-type"].startswith("text/html"):
            pages[address] = None
            continue
        page = pages[address] = Page(answer.text)
        assert len(page.ids) == len(set(page.ids)), address
        for link in page.links:
            target = urlsplit(urljoin(address, link))
            if target.netloc or target.path.startswith(NOT_OURS):
                continue
            bare = target._replace(fragment="").geturl()
            places.add((bare, target.fragment))
            waiting.append(bare)
    for address, fragment in places:
        if fragment and pages.get(address) is not None:
            assert unquote(fragment) in pages[address].ids, (address, fragment)
    return pages


@pytest.fixture(scope="module")
def pages(site):
    asked = ["/path?from=justice-office&to=arvenia", "/questions/accused-of?whom=mara-voss"]
    return crawled(site, ["/", "/search?q=rehn", *asked])


def test_every_link_on_every_page_leads_somewhere(pages):
    kinds = {address.split("?")[0].split("/")[1] for address in pages}
    assert {"entity", "article", "statement", "disputes", "questions", "articles", "search", "path"} <= kinds
    assert len(pages) > 60


def test_every_page_can_be_read_without_seeing_it(pages):
    for address, page in pages.items():
        if page is None:
            continue
        assert page.headings[0] == 1, address
        assert page.headings.count(1) == 1, address
        jumps = [b - a for a, b in zip(page.headings, page.headings[1:], strict=False)]
        assert max(jumps, default=0) <= 1, (address, page.headings)
        assert set(page.fields) <= page.labels, address
        assert "content" in page.ids


@pytest.fixture(scope="module")
def bad_site(tmp_path_factory):
    folder = hostile(tmp_path_factory.mktemp("hostile") / "store")
    with serving_site(Serving(Opening(Home(folder=folder)), workers=2, limits=Limits(10))) as running:
        yield running


def test_names_that_are_markup_are_shown_as_words(bad_site):
    pages = crawled(bad_site, ["/", "/search?q=script", "/entity/script?scope=all"])
    assert [page.faults for page in pages.values() if page is not None and page.faults] == []
    assert {"entity", "article", "statement"} <= {address.split("?")[0].split("/")[1] for address in pages}
    for address in (each for each, page in pages.items() if page is not None):
        text = bad_site.get(address, accept=HTML).text
        assert "<script>" not in text
        assert "<img" not in text
        assert 'href="javascript:' not in text


def test_what_is_typed_is_shown_as_words(site):
    bad = "<script>alert(1)</script>"
    for address in ("/search", "/path", "/disputes", "/statement", "/questions/accused-of", "/editor"):
        names = ("q", "in", "from", "to", "about", "subject", "relation", "object", "who", "query", "scope")
        answer = site.get(address, accept=HTML, params=dict.fromkeys(names, bad))
        assert answer.status_code in (200, 400, 404)
        assert Page(answer.text).faults == []
        assert "<script>" not in answer.text
