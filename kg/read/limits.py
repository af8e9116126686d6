"""How much reading takes on before it refuses."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is too large or too slow to read.

    Attributes:
        file_bytes: largest file, unpacked, or largest record of a file of records.
        passed_bytes: how much of a larger record is passed over to find the next one, before the file is left.
        download_bytes: largest answer of a web server.
        download_seconds: longest time for one web address, redirections included.
        redirects: how often one web address may lead to another.
        characters: longest article.
    """

    file_bytes: int = 50 * MEGABYTE
    passed_bytes: int = 2000 * MEGABYTE
    download_bytes: int = 20 * MEGABYTE
    download_seconds: float = 30.0
    redirects: int = 5
    characters: int = 1_000_000


def megabytes(size: int) -> str:
    """A number of bytes as a message gives it.

    >>> megabytes(20_000_000)
    '20 MB'
    >>> megabytes(1500)
    '1,500 bytes'
    """
    return f"{size / MEGABYTE:.4g} MB" if size >= MEGABYTE else f"{size:,} bytes"
