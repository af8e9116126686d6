"""The edges of noun phrases: where one begins, what determines it, where its complements end."""

from typing import Final

from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.words import CALENDAR, POSSESSIVES
from kg.extract.tree import Token
from kg.extract.words import QUOTES, Words
from kg.model import EntityType

COMPLEMENTS: Final = {
    EntityType.PERSON: word_set("of in to for with on close familiar loyal"),
    EntityType.ORGANIZATION: word_set("of in for to loyal"),
    EntityType.PLACE: word_set("of in on"),
    EntityType.COUNTRY: word_set("of"),
}
"""What the complement of a noun may begin with."""
REACH: Final = 9
"""Longest complement, in tokens."""
MODIFIERS: Final = word_set(
    "det amod compound nummod poss nmod advmod predet quantmod punct case neg npadvmod"
)
FINITE: Final = frozenset({"VB", "VBZ", "VBP", "MD"})
BREAKS: Final = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "TO"})
STOPS: Final = frozenset({",", ";", "—", "–", ":", "("})
TIMELY: Final = word_set(
    "currently now once formerly previously presently recently also even only apparently reportedly"
)
CHARGING: Final = word_set(
    "charge indict accuse arrest hold detain try sentence convict jail sanction wanted blame sue pursue seek hunt prosecute"
)
"""Verbs that go on after their object with what it is for ("charged members of his party with fraud")."""
DEPTH: Final = 6
"""Deepest modifier inside a modifier that is followed."""


def left_edge(words: Words, token: Token) -> int:
    """The first token of the phrase that `token` heads, no further left than the last comma or clause border."""
    start = token.i
    while start > 0:
        before = words.tokens[start - 1]
        if words.sentence[start - 1] != words.sentence[token.i] or not _goes_with(before, token):
            break
        if before.lower_ == "dead" and before.i and before.nbor(-1).lemma_ == "shoot":
            break
        start -= 1
        if before.dep_ == "det" and before.head == token:
            break
    return _after_marks(
        words, _within_quotation(words, _after_marks(words, start, token.i), token.i), token.i
    )


def _after_marks(words: Words, start: int, head: int) -> int:
    """Where a phrase begins behind what may stand before it: quotation marks, dashes, adverbs of time."""
    while start < head and (
        words.text[start] in QUOTES or words.text[start] in ("-", "–") or _timely(words, start)
    ):
        start += 1
    return start


def _within_quotation(words: Words, start: int, head: int) -> int:
    """Where a phrase begins that no quotation mark may open or close inside alone: after the last odd one."""
    marks = [
        k for k in range(start, head) if words.text[k] in QUOTES and words.text[k] not in ("'", "’", "‘")
    ]
    return marks[-1] + 1 if len(marks) % 2 else start


def _timely(words: Words, i: int) -> bool:
    """Whether an adverb opens a phrase that does not need it: "currently the nominee", "now president"."""
    return words.lower[i] in TIMELY or (words.lower[i] == "both" and words.text[i + 1][0].isupper())


def _goes_with(before: Token, head: Token) -> bool:
    if before.is_space or before.tag_ in FINITE:
        return False
    if before.is_punct and before.text not in ("-", "–", ".") and before.text not in QUOTES:
        return False
    if before.text in CALENDAR or (before.text.isdigit() and len(before.text) == 4):
        return False
    return _modifies(before, head)


def _modifies(token: Token, head: Token) -> bool:
    """Whether the token lies in a left modifier of `head`."""
    for _ in range(DEPTH):
        if token.head == head:
            return token.dep_ in MODIFIERS
        if token.head == token or (token.dep_ in ("relcl", "acl", "prep", "conj") and token.i > head.i):
            return False
        token = token.head
    return False


def determiner(words: Words, start: int, head: int) -> tuple[str, int]:
    """What determines a phrase, and its first token without a leading article.

    The first is "the", "a", "that", "no", a possessive pronoun, "'s", or the empty string.
    """
    first = words.lower[start]
    if (
        first in ("all", "both", "half")
        and start + 1 < head
        and words.lower[start + 1] in ("the", "these", "those")
    ):
        start, first = start + 1, "the"
    if first == "both" and start + 1 < head and words.text[start + 1][0].isupper():
        start, first = start + 1, words.lower[start + 1]
    if first in ("the", "a", "an"):
        return ("the" if first == "the" else "a"), min(start + 1, head)
    if first in ("this", "that", "these", "those"):
        return "that", min(start + 1, head)
    if first == "whose":
        return "'s", min(start + 1, head)
    if first in POSSESSIVES:
        return first, start
    if first in ("no", "any", "every", "each"):
        return "no", start
    if first in ("another", "one"):
        return "a", start
    if any(words.text[k] in ("'s", "’s", "’", "'") for k in range(start, head)):
        return "'s", start
    return "", start


def reach(words: Words, token: Token, kind: EntityType) -> int:
    """The end of the complements right of a noun, where they are short and plain; 0 where there are none."""
    i = token.i + 1
    if (
        i >= len(words)
        or words.sentence[i] != words.sentence[token.i]
        or words.lower[i] not in COMPLEMENTS[kind]
    ):
        return 0
    child = next((c for c in token.children if c.i == i), None)
    if child is None:
        return 0
    if words.lower[i] == "in" and not _in_named(words, i):
        return 0
    if words.lower[i] in ("on", "for", "with") and token.head.lemma_ in CHARGING and token.dep_ != "nsubj":
        return 0
    end = i + 1
    limit = min(child.right_edge.i + 1, i + REACH)
    while end < limit and not _breaks_off(words.tokens[end], first=i):
        end += 1
    if end == i + REACH and end <= child.right_edge.i:
        joints = [k for k in range(i + 2, end) if words.pos[k] == "CCONJ"]
        end = joints[-1] if joints else end
    while end > i + 1 and words.pos[end - 1] in ("ADP", "DET", "CCONJ", "PUNCT", "PART"):
        end -= 1
    return end if end > i + 1 else 0


def _in_named(words: Words, i: int) -> bool:
    """Whether "in" at token `i` goes on with a name soon, which is no month or day."""
    ahead = words.text[i + 1 : i + 4]
    return any(t[0].isupper() and (t not in CALENDAR or "’s" in ahead or "'s" in ahead) for t in ahead)


def _breaks_off(token: Token, first: int) -> bool:
    """Whether a complement ends before a token: at a comma, a finite verb, a relative pronoun."""
    if token.tag_ in BREAKS or token.text in STOPS:
        return True
    another = token.tag_ == "IN" and token.lower_ != "of" and token.i > first + 1
    if another or token.text in QUOTES:
        return True
    if token.tag_ == "VBG" and token.i == first + 1:
        return True
    return token.tag_ in ("VBG", "VBN") and token.dep_ in ("acl", "advcl")
