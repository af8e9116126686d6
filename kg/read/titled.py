"""A title that stands beside its text, put before it."""


def with_title(title: str | None, body: str) -> str:
    """The body with the title as its first paragraph, unless it begins with it."""
    first = body.partition("\n")[0]
    if title is None or _plain(title) == _plain(first) or _plain(first) in _plain(title):
        return body
    return f"{title}\n\n{body}"


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
