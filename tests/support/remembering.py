"""An extractor that keeps what it has read: several measures are taken on the same articles."""

from collections.abc import Iterable, Iterator

from kg.extract.pipeline import Extractor
from kg.model import Article, Extraction


class Remembering(Extractor):
    """The shipped extractor, which reads no article twice."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[Article, Extraction] = {}

    def extract(self, articles: Iterable[Article], batch_size: int = 16) -> Iterator[Extraction]:
        """What each article says, in the order given."""
        wanted = list(articles)
        new = [article for article in dict.fromkeys(wanted) if article not in self.kept]
        self.kept.update(zip(new, super().extract(new, batch_size), strict=True))
        for article in wanted:
            yield self.kept[article]
