"""A real browser, and the files that it loads."""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from watching import Watch, watched
from webbing import Site, serving_site
from world import fill

from kg.home import Home
from kg.serve.served import Limits, Opening
from kg.serve.serving import Serving
from kg.store import LocalStore

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-lcd-text")


@pytest.fixture(scope="session")
def web(root: Path) -> Path:
    """The sources of the scripts."""
    return root / "kg" / "serve" / "web"


@pytest.fixture(scope="session")
def builder(web: Path) -> ModuleType:
    """What bundles them."""
    spec = importlib.util.spec_from_file_location("bundling", web / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def axe(web: Path) -> str:
    """What looks for faults that keep people out, as a script."""
    script = web / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        pytest.skip("axe-core is not here: pip install -e . installs it")
    return script.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of the small invented world that only reads."""
    folder = tmp_path_factory.mktemp("served") / "store"
    with LocalStore(folder, create=True) as store:
        fill(store)
    with serving_site(
        Serving(Opening(Home(folder=folder)), workers=2, limits=Limits(20, 1_000, 1 << 20))
    ) as site:
        yield site


@pytest.fixture(scope="session")
def built(root: Path) -> Path:
    """The bundle."""
    folder = root / "kg" / "serve" / "static" / "built"
    if not folder.is_dir():
        pytest.skip("the scripts are not bundled here: pip install -e . bundles them")
    return folder


@pytest.fixture(scope="session")
def browser(built: Path) -> Iterator[Browser]:
    """A headless Chromium of the system."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed here (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def watch(browser: Browser) -> Iterator[Watch]:
    """A new page whose errors and requests are watched; any error fails the test at its end."""
    with watched(browser) as watch:
        yield watch


@pytest.fixture
def page(watch: Watch) -> Page:
    """The same as Playwright's own page."""
    return watch.page
