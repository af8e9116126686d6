"""Pictures of the main pages; `KG_SCREENSHOTS=STORE` writes those of a store into docs/pages."""

import os
import re
import struct
from pathlib import Path

import pytest
from watching import watched
from webbing import serving_site

from kg.home import Home
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving

STORE = os.environ.get("KG_SCREENSHOTS")
SIZE = {"width": 860, "height": 600}
WIDE = {"entity": {"width": 1160, "height": 900}}
"""What has more beside it on a wide screen."""
WAYS = {
    "start": ("/", ()),
    "entity": ("/", ("main a[href^='/entity/']",)),
    "article": ("/articles", ("main a[href^='/article/']",)),
    "dispute": ("/disputes", ("main a[href^='/statement']",)),
    "question": ("/questions/disputed?ask=1", ()),
}
"""Where each page is found: an address, and links to follow from there."""


@pytest.fixture(scope="module")
def pictured(request):
    """The server whose pages are pictured."""
    if not STORE:
        yield request.getfixturevalue("site")
        return
    with serving_site(
        Serving(Opening(Home(folder=Path(STORE).resolve())), workers=2, limits=Limits(60))
    ) as site:
        yield site


@pytest.mark.parametrize("name", WAYS)
def test_a_main_page_can_be_pictured(browser, pictured, root, tmp_path, name):
    address, links = WAYS[name]
    folder = root / "docs" / "pages" if STORE else tmp_path
    size = WIDE.get(name, SIZE)
    with watched(browser, bypass_csp=True, viewport=size, color_scheme="light") as watch:
        page = watch.page
        page.goto(pictured.url.rstrip("/") + address)
        for link in links:
            page.locator(link).first.click()
        page.wait_for_load_state("networkidle")
        if page.locator("[data-graph]").count():
            page.wait_for_selector("[data-graph-state=arranged]")
            page.wait_for_timeout(500)  # a view that rests is painted in full
        assert not re.search(r"^(Not Found|Error)", page.title())
        folder.mkdir(exist_ok=True)
        picture = page.screenshot(path=folder / f"{name}.png")
    assert struct.unpack(">II", picture[16:24]) == (size["width"], size["height"])
    assert len(picture) > 10_000  # an empty page takes less
