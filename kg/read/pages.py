"""Printed pages: running heads and page numbers taken out, words divided at line ends joined, lines made paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_EDGE: Final = 2
"""Running heads stand in the first two or last two lines of a page."""

_FEWEST_PAGES: Final = 3
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page\s+)?(\d{1,4})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_AT_EDGE: Final = re.compile(r"^\W*(\d{1,4})\b|\b(\d{1,4})\W*$")
_DIVIDED: Final = re.compile(r"(\w*[^\W\d_])([-\u00ad\u2010])\n([^\W\d_]\w*)")
_NO_WORD: Final = re.compile("[\ud800-\udfff\x00-\x08\x0b\x0e-\x1f]")
_SENTENCE_END: Final = re.compile(r"[.!?…][”\"’')\]]*$")
_AFTER_HYPHEN: Final = frozenset("based backed owned led term wing level scale".split())
"""Words that stand behind a hyphen of their own ("state-owned") and end no longer word."""


def text_of_pages(pages: Sequence[str]) -> str:
    """The text of some pages: lines as they are, paragraphs parted by empty lines."""
    pages = [_NO_WORD.sub("", page) for page in pages]
    lines = [line for page in _without_running_heads(pages) for line in page]
    known = Counter(re.findall(r"\w+(?:-\w+)*", "\n".join(pages).lower()))
    return "\n\n".join(_undivided("\n".join(paragraph), known) for paragraph in _paragraphs(lines))


def _without_running_heads(pages: Sequence[str]) -> list[list[str]]:
    """The lines of each page, without those at its edges that other pages have too.

    These are lines that most pages have, and lines that some have with a number that counts the pages.
    """
    each = [[line.strip() for line in page.splitlines()] for page in pages]
    edges = [_edges(lines) for lines in each]
    forms = Counter(
        form for lines, places in zip(each, edges, strict=True) for form in {_form(lines[i]) for i in places}
    )
    counting = Counter(
        key
        for number, (lines, places) in enumerate(zip(each, edges, strict=True), start=1)
        for key in {key for i in places for key in _counting(lines[i], number)}
    )
    often = max(_FEWEST_PAGES, (len(pages) + 1) // 2)

    def runs(line: str, number: int) -> bool:
        counts = max((counting[key] for key in _counting(line, number)), default=0)
        return forms[_form(line)] >= often or counts >= _FEWEST_PAGES or _is_number(line, number)

    return [
        [line for i, line in enumerate(lines) if i not in places or not runs(line, number)]
        for number, (lines, places) in enumerate(zip(each, edges, strict=True), start=1)
    ]


def _edges(lines: list[str]) -> set[int]:
    filled = [i for i, line in enumerate(lines) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _form(line: str) -> str:
    return re.sub(r"\d+", "0", " ".join(line.lower().split()))


def _counting(line: str, page: int) -> set[tuple[str, int]]:
    """The form of a line with a number at its beginning or end, and how far this is from the page's own."""
    numbers = {int(n) for found in _AT_EDGE.findall(line) for n in found if n}
    return {(_form(line), number - page) for number in numbers}


def _is_number(line: str, page: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(line)
    return match is not None and int(match[1]) == page


def _paragraphs(lines: Sequence[str]) -> list[list[str]]:
    """Paragraphs end at empty lines, if these do not part every line, and at lines that are shorter than the others."""
    filled = sum(1 for line in lines if line)
    by_empty = len(lines) - filled < filled / 3
    lengths = sorted(len(line) for line in lines if line)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    found: list[list[str]] = [[]]
    before = ""
    for line in lines:
        if not line:
            if by_empty:
                found.append([])
                before = ""
            continue
        if before and _ends(before, line, width):
            found.append([])
        found[-1].append(line)
        before = line
    return [paragraph for paragraph in found if paragraph]


def _ends(line: str, after: str, width: int) -> bool:
    if _SENTENCE_END.search(line):
        return len(line) < 0.9 * width
    return len(line) < 0.6 * width and not after[0].islower() and not line.endswith((",", "-"))


def _undivided(paragraph: str, known: Counter[str]) -> str:
    """The paragraph without the hyphens that only a line end asked for.

    What the text itself writes elsewhere decides; else a hyphen before a small letter goes.
    """

    def mend(match: re.Match[str]) -> str:
        first, hyphen, second = match.groups()
        whole, parted = f"{first}{second}", f"{first}-{second}"
        if hyphen == "\u00ad" or known[whole.lower()] > known[parted.lower()]:
            return whole
        own = second[0].isupper() or second in _AFTER_HYPHEN or (first, second) == ("year", "old")
        return parted if own or known[parted.lower()] else whole

    return _DIVIDED.sub(mend, paragraph)
