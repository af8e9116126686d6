"""A register of Wikidata's shape on a real server, a proxy before it, and a clock that costs no time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from linkable import serving_register
from serving import Proxy, proxy_before

from kg.resolve.link import AnswerCache, Pace, Register, Search, wikidata_shape


@dataclass
class Clock:
    """Time that passes only while somebody sleeps."""

    time: float = 1_000_000.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def pace(self, rate: float = 1.0) -> Pace:
        return Pace(rate, self.now, self.sleep, self.now)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def register_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The query service of a server that holds the register."""
    with serving_register(tmp_path_factory.mktemp("register")) as url:
        yield url


@pytest.fixture
def proxy(register_url: str) -> Iterator[Proxy]:
    with proxy_before(register_url) as running:
        yield running


@pytest.fixture
def register(proxy: Proxy, clock: Clock) -> Register:
    """The register behind the proxy."""
    return Register(proxy.url, pace=clock.pace(), timeout=20)


@pytest.fixture
def searching(proxy: Proxy, register: Register, tmp_path: Path) -> Iterator[Callable[..., Search]]:
    """Makes searches that share one cache; `offline=True` for one that asks nobody."""
    opened = []

    def make(*, offline: bool = False, **options: bool) -> Search:
        shape = wikidata_shape()
        cache = AnswerCache(tmp_path / "cache", proxy.url, shape.digest, "en")
        opened.append(cache)
        return Search(None if offline else register, shape, "en", cache, **options)

    yield make
    for cache in opened:
        cache.close()
