"""Plain text: the article's text is the file's, letter by letter."""

from collections.abc import Iterator

from kg.errors import SkippedInput
from kg.model import Article
from kg.read.decode import decode
from kg.read.source import Source, reads


@reads(".txt", ".text", media_types=("text/plain",))
def read(source: Source) -> Iterator[Article | SkippedInput]:
    """One article a source; line ends are kept, only a byte order mark is not part of the text."""
    text = decode(source.data(), source.where, source.charset)
    yield Article(source.identifier, text, source=source.url)
