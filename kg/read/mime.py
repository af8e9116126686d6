"""Headers that say what something is."""

from email.message import Message


def content_type(value: str | None) -> tuple[str | None, str | None]:
    """Media type and encoding that a `Content-Type` header names.

    >>> content_type('Text/HTML; charset="ISO-8859-1"')
    ('text/html', 'iso-8859-1')
    """
    if not value:
        return None, None
    message = Message()
    message["Content-Type"] = " ".join(value.split())
    return message.get_content_type(), message.get_content_charset()
