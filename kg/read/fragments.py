"""Pieces of HTML without a page around them, as feeds and mails carry them: their text, paragraph by paragraph."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LEFT_OUT: Final = frozenset(
    "script style noscript template iframe object embed svg form button select nav figure figcaption picture audio video"
    " title head".split()
)
_BLOCKS: Final = frozenset(
    "p div section article header footer main aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr address center"
    " table caption tr td th".split()
)
_END: Final = "\n\n"
_TAG: Final = re.compile(r"<[A-Za-z!/][^<>]*>|&(?:#\d+|#x[\da-fA-F]+|[A-Za-z]\w+);")


def text_of_fragment(fragment: str) -> str:
    """The text of some HTML: blocks parted by empty lines, without scripts and pictures; plain text as it is.

    >>> text_of_fragment("<p>She <b>knew</b> &amp; said<br>so.</p><ul><li>One</li></ul>")
    'She knew & said\\nso.\\n\\nOne'
    """
    if not _TAG.search(fragment):
        return fragment.strip()
    from lxml import etree, html  # heavy, and needed for few formats

    try:
        root = html.fragment_fromstring(fragment, create_parent="div")
    except (etree.ParserError, ValueError):  # nothing but comments; characters that XML does not know
        return ""
    pieces: list[str] = []
    _collect(root, pieces)
    blocks = (_lines(block) for block in "".join(pieces).split(_END))
    return _END.join(block for block in blocks if block)


def _collect(root: "HtmlElement", pieces: list[str]) -> None:
    """The text under an element; deep nesting must not overflow the stack, so there is no recursion."""
    from lxml import etree

    left_out: HtmlElement | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if left_out is None:
                pieces.append(_flat(element.tail))
            continue
        block = element.tag in _BLOCKS
        if event == "start":
            if left_out is None and element.tag in _LEFT_OUT:
                left_out = element
            if left_out is None:
                pieces.extend((_END if block else "\n" if element.tag == "br" else "", _flat(element.text)))
            continue
        if left_out is element:
            left_out = None
        if left_out is None:
            pieces.append(_END if block else "")
            if element is not root:
                pieces.append(_flat(element.tail))


def _flat(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _lines(block: str) -> str:
    return "\n".join(line.strip() for line in block.split("\n")).strip()
