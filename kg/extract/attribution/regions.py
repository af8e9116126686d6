"""A stretch of text that a source says or denies, and how it is cut out of the parse."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.clauses import is_finite, segment
from kg.extract.tree import Doc, Token
from kg.model import HolderStance


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens that a source says or denies, half-open.

    Attributes:
        holder: an entity key, or `UNNAMED`; None where whoever speaks there says that it is not so.
        stance: whether the source says that it is so, that it is not, or only alleges it.
        quoted: whether the source's own words stand there, so that even what they take for granted is the source's.
        announced: whether a noun tells there what the source made known ("announced the arrest"): what it did itself
            needs no source.
        withheld: whether the source will not say so ("refused to confirm that …"): nobody does, it is left open.
        untrue: whether what stands there is called untrue by the report's own adjective or predicate.
    """

    start: int
    end: int
    holder: str | None
    stance: HolderStance = HolderStance.ASSERTS
    quoted: bool = False
    announced: bool = False
    withheld: bool = False
    untrue: bool = False

    @property
    def denies(self) -> bool:
        """Whether the source says that it is not so."""
        return self.stance is HolderStance.DENIES

    @property
    def length(self) -> int:
        """How many tokens it covers."""
        return self.end - self.start


def subtree(token: Token, holder: str | None, stance: HolderStance = HolderStance.ASSERTS) -> Region:
    """What a token governs."""
    return Region(token.left_edge.i, token.right_edge.i + 1, holder, stance)


def within(region: Region, token: Token) -> Iterator[Region]:
    """The region cut at the semicolons around a token, unless the list of what is said goes on with "that"."""
    start, end = segment(token)
    doc = token.doc
    while end < region.end and any(t.lower_ == "that" for t in doc[end + 1 : end + 3]):
        end += 1
        while end < region.end and doc[end].text != ";":
            end += 1
    start, end = max(region.start, start), min(region.end, end)
    if start < end:
        yield replace(region, start=start, end=end)


def without(region: Region, verb: Token) -> Region:
    """The region cut before the reporting verb where the parse lets it run across."""
    if region.start <= verb.i < region.end:
        if verb.i - region.start >= region.end - verb.i:
            return replace(region, end=verb.i)
        return replace(region, start=verb.i + 1)
    return region


def beside(
    token: Token, holder: str, left: int, right: int, stance: HolderStance = HolderStance.ASSERTS
) -> Iterator[Region]:
    """The part of the sentence on both sides of the words that name a source, which stand from `left` to `right`.

    Beyond a "but" with a clause of its own the author speaks again, and before an "and" to which they belong
    ("X sued and, she said, will appeal") he has spoken.
    """
    start, end = _scope(token)
    turns = [t.i for t in token.doc[start:end] if _turns(t)]
    start = max([start, *(i + 1 for i in turns if i < left)])
    if left > start and not _is_joined(token.doc, left):
        yield Region(start, left, holder, stance)
    elif right >= end:
        return
    end = min([end, *(i for i in turns if i >= right)])
    if right < end:
        yield Region(right, end, holder, stance)


def _is_joined(doc: Doc, left: int) -> bool:
    return left >= 2 and doc[left - 1].text == "," and doc[left - 2].lower_ in ("and", "but", "or")


def _scope(token: Token) -> tuple[int, int]:
    """The relative clause or, without one, the part between semicolons that a token stands in."""
    start, end = segment(token)
    relative = next((a for a in (token, *token.ancestors) if a.dep_ == "relcl"), None)
    if relative is None or relative == token:
        return start, end
    return max(start, relative.left_edge.i), min(end, relative.right_edge.i + 1)


def _turns(token: Token) -> bool:
    """Whether a clause with a subject or a tense of its own follows a "but" after a comma."""
    if token.lower_ != "but" or token.i == 0 or token.doc[token.i - 1].text != ",":
        return False
    return any(c.dep_ == "conj" and c.i > token.i and is_finite(c) for c in token.head.children)
