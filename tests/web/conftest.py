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

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--no-sandbox", "--disable-gpu")


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
