"""From spans of tokens to spans of characters."""

from kg.extract.tree import Span
from kg.model import Span as TextSpan


def text_span(span: Span) -> TextSpan:
    """The character span without white space at its ends."""
    text, begin = span.text, span.start_char
    stripped = text.lstrip()
    begin += len(text) - len(stripped)
    return TextSpan(begin, begin + len(stripped.rstrip()))
