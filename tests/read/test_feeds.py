"""Feeds and sitemaps."""

from pathlib import Path

import pytest
from corpora import ADDRESSES, DATES, TEXTS, TITLES, page, rss

from kg.errors import SkippedInput
from kg.model import Article
from kg.read import read_inputs
from kg.read.fragments import text_of_fragment


def read(*paths: Path) -> tuple[list[Article], list[SkippedInput]]:
    items = list(read_inputs([str(path) for path in paths]))
    return (
        [item for item in items if isinstance(item, Article)],
        [item for item in items if isinstance(item, SkippedInput)],
    )


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def entry(text: str, more: str = "") -> str:
    return f"<item><title>{TITLES[0]}</title><description>{text}</description>{more}</item>"


def feed(*items: str) -> str:
    return f"<rss><channel><title>The Lowell Post</title>{''.join(items)}</channel></rss>"


def test_an_entry_gives_its_content_rather_than_its_summary(tmp_path: Path) -> None:
    (first, second), skipped = read(written(tmp_path / "feed.rss", rss()))
    assert skipped == []
    assert first.text == f"{TITLES[0]}\n\n{TEXTS[0]}"
    assert (first.identifier, first.source) == ("lowell-example-world-marsh-quits", ADDRESSES[0])
    assert (first.title, first.publisher, first.date) == (TITLES[0], "The Lowell Post", "2021-05-04")
    assert second.source == ADDRESSES[1]


def test_atom_has_links_in_attributes_and_elements_in_its_content(tmp_path: Path) -> None:
    content = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lowell.example/"><title>The Lowell Post</title>'
        '<link rel="self" href="https://lowell.example/atom"/><link href="https://lowell.example/"/>'
        "<entry><title type='html'>Marsh &amp;amp; Reyes</title><link rel='edit' href='x'/><link href='/world/1'/>"
        "<id>tag:1</id><updated>2021-05-09T10:00:00Z</updated><published>2021-05-04T10:00:00Z</published>"
        "<author><name>Ana Silva</name><email>a@lowell.example</email></author><summary>Short.</summary>"
        f"<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{TEXTS[0]}</p><p>{TEXTS[1]}</p></div>"
        "</content></entry></feed>"
    )
    (article,), _ = read(written(tmp_path / "feed.xml", content))
    assert article.text == f"Marsh & Reyes\n\n{TEXTS[0]}\n\n{TEXTS[1]}"
    assert (article.source, article.date, article.creator) == (
        "https://lowell.example/world/1",
        "2021-05-04",
        "Ana Silva",
    )


def test_rdf_feeds_have_their_items_beside_the_channel(tmp_path: Path) -> None:
    content = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Lowell Post</title></channel>'
        f"<item><title>{TITLES[0]}</title><link>{ADDRESSES[0]}</link><description>{TEXTS[0]}</description>"
        "<dc:date>2021-05-04</dc:date><dc:creator>Ana Silva</dc:creator></item></rdf:RDF>"
    )
    (article,), _ = read(written(tmp_path / "feed.xml", content))
    assert (article.publisher, article.creator, article.date) == ("The Lowell Post", "Ana Silva", DATES[0])


def test_teasers_are_counted_and_not_read(tmp_path: Path) -> None:
    link = f"<link>{ADDRESSES[0]}</link>"
    path = written(tmp_path / "feed.rss", feed(entry(TEXTS[0], link), entry("Marsh quits."), entry("")))
    articles, (skipped,) = read(path)
    assert len(articles) == 1
    assert skipped.why.startswith("2 of its 3 entries hold less than 50 words")


def test_an_entry_without_link_is_called_by_its_id_or_named(tmp_path: Path) -> None:
    called = "<guid isPermaLink='false'>tag:lowell,2021:7</guid><author>a@lowell.example (Ana Silva)</author>"
    (article,), (skipped,) = read(
        written(tmp_path / "feed.rss", feed(entry(TEXTS[0], called), entry(TEXTS[1])))
    )
    assert (article.identifier, article.source, article.creator) == ("lowell-2021-7", None, "Ana Silva")
    assert str(skipped).startswith(f"{tmp_path / 'feed.rss'}:2: has neither a link nor an id")


def test_nothing_outside_is_fetched(tmp_path: Path) -> None:
    secret = written(tmp_path / "secret", "A secret. " * 60)
    declared = f'<!DOCTYPE rss [<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
    content = declared + feed(entry(f"&file; {TEXTS[0]}", f"<link>{ADDRESSES[0]}</link>"))
    (article,), _ = read(written(tmp_path / "feed.xml", content))
    assert "secret" not in article.text


def test_entities_that_unfold_without_end_do_not(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "boom " * 10}">' for n in range(12))
    content = f"<!DOCTYPE rss [{entities}]>" + feed(
        entry(f"&e11; {TEXTS[0]}", f"<link>{ADDRESSES[0]}</link>")
    )
    articles, skipped = read(written(tmp_path / "feed.xml", content))
    assert articles == []
    assert len(skipped) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<nitf><body>A.</body></nitf>", "is XML of a kind that is not read (<nitf>)"),
        ("no XML at all", "is no XML"),
        ("<rss><channel/></rss>", "is no feed, or one without entries"),
    ],
)
def test_other_xml_is_named(tmp_path: Path, content: str, why: str) -> None:
    _, (skipped,) = read(written(tmp_path / "a.xml", content))
    assert why in skipped.why


def test_a_page_in_xml_is_read_as_a_page(tmp_path: Path) -> None:
    (article,), _ = read(written(tmp_path / "a.xml", b'<?xml version="1.0"?>\n' + page(0)))
    assert article.title == TITLES[0]


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("plain < text & so", "plain < text & so"),
        ("<p>One</p>two<br/>three<div>four <b>five</b></div>six", "One\n\ntwo\nthree\n\nfour five\n\nsix"),
        ("<p>a<script>b</script>c<!-- d -->e<figure><p>f</p></figure>g</p>", "aceg"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
        ("&ldquo;Yes&rdquo; &#8212; no", "“Yes” — no"),
        ("<!-- nothing -->", ""),
        ("<div>" * 200 + "deep", "deep"),
    ],
)
def test_a_piece_of_html_is_text_in_paragraphs(fragment: str, text: str) -> None:
    assert text_of_fragment(fragment) == text


def sitemap(*addresses: str, kind: str = "urlset", each: str = "url") -> str:
    entries = "".join(f"<{each}><loc> {address} </loc></{each}>" for address in addresses)
    return (
        f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</{kind}>'
    )


@pytest.mark.parametrize(
    "saved",
    [
        "world/vote.html",
        "world/vote",
        "world/vote/index.html",
        "www.lowell.example/world/vote.html",
        "vote.html",
        "vote",
    ],
)
def test_a_sitemap_gives_the_pages_saved_beside_it_their_addresses(tmp_path: Path, saved: str) -> None:
    written(tmp_path / saved, page(0))
    path = written(tmp_path / "sitemap.xml", sitemap("https://www.lowell.example/world/vote"))
    (article,), skipped = read(path)
    assert skipped == []
    assert article.source == "https://www.lowell.example/world/vote"
    assert article.identifier == "lowell-example-world-vote"


def test_a_folder_with_a_sitemap_reads_each_page_once(tmp_path: Path) -> None:
    written(tmp_path / "a.html", page(0))
    written(tmp_path / "world" / "b.html", page(1))
    written(tmp_path / "sitemap-news.xml", sitemap("https://lowell.example/a.html"))
    articles, skipped = read(tmp_path)
    assert [article.identifier for article in articles] == ["lowell-example-a", "b"]
    assert skipped == []


def test_pages_that_are_not_there_are_counted(tmp_path: Path) -> None:
    written(tmp_path / "a.html", page(0))
    addresses = ("https://lowell.example/a.html", "https://lowell.example/b.html", "https://lowell.example/c")
    _, (skipped,) = read(written(tmp_path / "map.xml", sitemap(*addresses)))
    assert skipped.why.startswith(
        "for 2 of its 3 addresses no page is saved beside it (the first is https://lowell.example/b.html)"
    )


def test_an_index_leads_to_its_sitemaps(tmp_path: Path) -> None:
    written(tmp_path / "a.html", page(0))
    written(tmp_path / "news.xml", sitemap("https://lowell.example/a.html"))
    written(tmp_path / "self.xml", sitemap("https://lowell.example/self.xml", kind="sitemapindex"))
    index = sitemap("https://lowell.example/news.xml", kind="sitemapindex", each="sitemap")
    (article,), skipped = read(written(tmp_path / "index.xml", index))
    assert (article.source, skipped) == ("https://lowell.example/a.html", [])
    assert len(read(tmp_path / "self.xml")[1]) == 1


def test_a_sitemap_reaches_nothing_outside_its_folder(tmp_path: Path) -> None:
    written(tmp_path / "secret.html", page(0))
    addresses = (
        "https://lowell.example/../secret.html",
        "https://lowell.example/%2e%2e/secret.html",
        "http://[",
    )
    articles, (skipped,) = read(written(tmp_path / "site" / "map.xml", sitemap(*addresses)))
    assert articles == []
    assert skipped.why.startswith("for 3 of its 3 addresses")
