"""What an article is called that is known by its web address."""

import hashlib
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from kg.model.keys import slug

_LONGEST: Final = 150


def identifier_of(url: str) -> str:
    """The address without its scheme and the extension of its last part, as a key; a very long one ends in a hash.

    >>> identifier_of("https://www.example.org/world/the-vote.html?page=2")
    'example-org-world-the-vote-page-2'
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # an address that is none, in a record
        return slug(url)[:_LONGEST]
    path = PurePosixPath(parts.path)
    if len(path.suffix) <= len(".xhtml"):
        path = path.with_suffix("") if path.name else path
    key = slug(f"{host} {path} {parts.query}")
    if len(key) <= _LONGEST:
        return key
    return f"{key[:_LONGEST].rstrip('-')}-{hashlib.sha256(url.encode('utf-8', 'replace')).hexdigest()[:12]}"
