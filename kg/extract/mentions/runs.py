"""Finds the runs of capitalised words in a text, with what links them inside names: "of the", "al-", "&", "’s"."""

from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon.bodies import NAME_HEADS, NAME_OPENERS
from kg.extract.lexicon.people import HONORIFICS, TITLE_NOUNS, words
from kg.extract.lexicon.words import ARTICLES
from kg.extract.words import HYPHENS, QUOTES, Words
from kg.gazetteer import Gazetteer

OFFICES: Final = words("secretary minister undersecretary chancellor")
PLURAL_OWNERS: Final = words(
    """people workers women farmers children men mothers veterans journalists teachers pickers growers
    writers lawyers students elders fishermen miners citizens peoples shepherds tenants doctors nurses
    owners sailors drivers soldiers players authors traders peasants youth herders dockers fishers"""
)
HYPHENATED: Final = words(
    """based led born backed run held owned era like style wide elect bound made trained linked funded
    sized friendly aligned allied only area plus old year occupied wing bred built free rich language
    speaking"""
)
FOR_OPENERS: Final = words(
    """Council Centre Center Institute Committee Commission Movement Alliance Front Association Society
    Agency Forum Foundation Fund Office Party Coalition Union Organization Organisation Campaign
    Citizens Reporters League Network Directorate Department Secretariat Board Authority Bureau
    Initiative Partnership Mothers Women Lawyers Doctors Bank Court Tribunal Rally Group Platform Trust
    Ministry Patriots Unit Fight"""
)
CLIENTED: Final = words("lawyers attorneys")
"""Those who act for somebody, unless it is a cause ("Lawyers for Ann Lee", "Lawyers for Change")."""
CAUSES: Final = words(
    """change justice human liberty liberties democracy peace freedom rights equality reform animals life climate women
    children the"""
)

ARABIC_ARTICLES: Final = words("al el ul ash as an ar ad at")
ON_OPENERS: Final = words(
    "Council Committee Commission Subcommittee Conference Institute Center Centre Forum Panel Group"
)


class CapitalRuns:
    """Finds the runs of one document.

    Args:
        words: its tokens.
        gazetteer: names known beforehand.
        closed: tokens where no names are wanted.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer, closed: frozenset[int]) -> None:
        self.w = words
        self.gazetteer = gazetteer
        self.closed = closed

    def find(self) -> Iterator[tuple[int, int]]:
        """The runs outside lines of title case, as half-open token indices, in the order of the text."""
        i, n = 0, len(self.w)
        while i < n:
            if self.w.capital[i] and i not in self.closed and self.w.sentence[i] not in self.w.title_case:
                end = self._run_end(i)
                yield self._with_article(i), end
                i = end
            else:
                i += 1

    def _with_article(self, start: int) -> int:
        """Where a name begins that an Arabic article opens ("al-Qaida")."""
        w = self.w
        glued = start > 1 and w.text[start - 1] == "-" and w.glued[start - 1] and w.glued[start - 2]
        return start - 2 if glued and w.lower[start - 2] in ARABIC_ARTICLES else start

    def _run_end(self, start: int) -> int:
        j = start + 1
        while True:
            step = self._step(start, j)
            if not step:
                return j
            j += step

    def _name_at(self, i: int) -> bool:
        return i < len(self.w) and self.w.capital[i] and i not in self.closed

    def _step(self, start: int, j: int) -> int:
        """How many tokens further a run from `start` goes on after `j` tokens' end; 0 where it stops."""
        w = self.w
        if j >= len(w) or w.sentence[j] != w.sentence[start]:
            return 0
        if self._name_at(j):
            return 1
        text, lower = w.text[j], w.lower[j]
        if text in HYPHENS and w.glued[j - 1] and w.glued[j]:
            return self._over_hyphen(j)
        if text in ("'s", "’s", "'", "’") and self._name_at(j + 1):
            return 2 if self._over_possessive(j) else 0
        if text in ("'", "’") and self._two_owners(j):
            return 3
        if lower in ("of", "for"):
            return self._over_of(start, j)
        if lower == "to" and self._name_at(j + 1) and self.gazetteer.by_name(w.span(start, j + 3)):
            return 3
        if lower == "on":
            return 2 if self._over_on(j) else 0
        if text == "&" and self._name_at(j + 1):
            return 2
        if text in QUOTES:
            return self._over_nickname(j)
        if text == "and" and self._name_at(j + 1):
            return 2 if self._joined_by_and(start, j) else 0
        if w.joins(j) and text != "of":
            if self._name_at(j + 1):
                return 2
            if j + 2 < len(w) and w.text[j + 1] == "-" and w.glued[j] and self._name_at(j + 2):
                return 3
            if j + 2 < len(w) and w.joins(j + 1) and self._name_at(j + 2):
                return 3
        return 0

    def _over_nickname(self, j: int) -> int:
        """How far a name goes on over what its bearer is called ("Ann “the Fox” Lee")."""
        w = self.w
        closing = next((k for k in range(j + 2, min(j + 6, len(w))) if w.text[k] in QUOTES), 0)
        if (
            not closing
            or w.glued[j - 1]
            or not w.glued[j]
            or w.glued[closing]
            or not self._name_at(closing + 1)
        ):
            return 0
        inside = range(j + 1, closing)
        called = all(self._name_at(k) or w.joins(k) or w.lower[k] in ARTICLES for k in inside)
        return closing + 2 - j if called and self._name_at(closing - 1) else 0

    def _over_possessive(self, j: int) -> bool:
        """Whether a possessive goes on inside a name ("Farmers’ Congress", "People’s Party")."""
        w = self.w
        if w.lower[j - 1] in PLURAL_OWNERS:
            return True
        return w.same_entity(j - 1, j + 1) and w.label(j) in ("ORG", "FAC") and w.text[j] in ("'s", "’s")

    def _two_owners(self, j: int) -> bool:
        """Whether the owners before a possessive mark are joined by others ("Farmers’ and Workers’ Union")."""
        w = self.w
        return (
            w.lower[j - 1] in PLURAL_OWNERS
            and w.lower[j + 1 : j + 2] == ["and"]
            and w.lower[j + 2 : j + 3] != []
            and w.lower[j + 2] in PLURAL_OWNERS
            and self._name_at(j + 2)
        )

    def _over_hyphen(self, j: int) -> int:
        if self._name_at(j + 1):
            return 2
        w = self.w
        if (
            j >= 2
            and len(w.text[j - 1]) <= 6
            and (self._name_at(j - 2) or (w.same_entity(j - 1, j + 1) and w.label(j + 1) == "PERSON"))
            and w.text[j + 1].isalpha()
            and w.lower[j + 1] not in HYPHENATED
            and len(w.text[j + 1]) <= 6
            and w.text[j] == "-"
        ):
            return 2  # "Seok Min-jae", "Min-jae"
        if j + 3 < len(w) and w.text[j + 2] in HYPHENS and self._name_at(j + 3) and len(w.text[j + 1]) <= 4:
            return 4
        return 0

    def _over_of(self, start: int, j: int) -> int:
        w = self.w
        at = j + 2 if j + 1 < len(w) and w.lower[j + 1] == "the" else j + 1
        if not self._name_at(at):
            return 0
        before = w.text[j - 1]
        staff = w.lower[j - 1 : j + 2] == ["chief", "of", "staff"]
        if w.lower[j] == "of" and (before.lower() in OFFICES or staff) and at == j + 1:
            return at + 1 - j
        if before.lower() in TITLE_NOUNS or before.lower() in HONORIFICS:
            return 0
        if w.lower[j] == "of" and w.label(at) == "PERSON" and not w.same_entity(j - 1, at) and at == j + 1:
            return 0  # "the People's Party of Karin Holm"
        opens = before in NAME_OPENERS
        if w.lower[j] == "for" and before.lower() in CLIENTED and w.lower[at] not in CAUSES:
            return 0
        if at == j + 1 and self.gazetteer.by_name(w.span(start, at + 1)):
            return 2
        if w.lower[j] == "for":
            return at + 1 - j if before in FOR_OPENERS else 0
        if opens or (w.same_entity(j - 1, at) and w.label(j) in ("ORG", "FAC", "GPE", "LOC")):
            return at + 1 - j
        if self.gazetteer.by_name(w.span(start, at + 1)):
            return at + 1 - j
        return 0

    def _over_on(self, j: int) -> bool:
        """Whether a body's name goes on with what it is about ("Council on Foreign Relations")."""
        w = self.w
        if w.text[j - 1] not in ON_OPENERS or not self._name_at(j + 1):
            return False
        known = self.gazetteer.by_name(w.text[j + 1]) or self.gazetteer.by_demonym(w.text[j + 1])
        return known is None and w.label(j + 1) not in ("PERSON", "GPE", "LOC")

    def _two_subjects(self, start: int, j: int, end: int) -> bool:
        """Whether "and" joins the last two words of what a body is for ("Bank for Reconstruction and Development")."""
        w = self.w
        at = next((k for k in range(j - 1, start, -1) if w.lower[k] in ("of", "for", "on")), start)
        return (
            at > start
            and j - at <= 3
            and w.text[at - 1] in FOR_OPENERS | ON_OPENERS
            and w.text[end - 1] not in NAME_HEADS
            and not any(w.label(k) in ("PERSON", "GPE") for k in range(at + 1, end))
            and not any(w.lower[k] in TITLE_NOUNS or w.lower[k] in HONORIFICS for k in range(j + 1, end))
        )

    def _is_one_body(self, start: int, j: int, end: int) -> bool:
        """Whether the model sees one body on both sides of "and" ("the National Defense and Security Council")."""
        w = self.w
        return (
            start > 0
            and w.lower[start - 1] in ARTICLES
            and end - 1 > j + 1
            and w.same_entity(start, end - 1)
            and w.label(start) == "ORG"
            and w.text[j - 1] not in NAME_HEADS
            and not any(w.text[k].isupper() for k in (start, j + 1))
            and self.gazetteer.by_name(w.span(start, j)) is None
        )

    def _joined_by_and(self, start: int, j: int) -> bool:
        w = self.w
        end = j + 2
        while self._name_at(end) and w.sentence[end] == w.sentence[j]:
            end += 1
        if any(
            self.gazetteer.by_name(w.span(start, stop))
            for stop in range(j + 2, min(end, j + 4) + 1)
            if stop <= end
        ):
            return True
        first = start + (w.lower[start] in ARTICLES)
        if self._is_one_body(first, j, end):
            return True
        left_known = self.gazetteer.by_name(w.span(first, j)) or self.gazetteer.by_name(w.text[j - 1])
        right_known = self.gazetteer.by_name(w.span(j + 1, end)) or self.gazetteer.by_demonym(w.text[j + 1])
        if left_known or right_known:
            return False
        heads_right = w.text[end - 1] in NAME_HEADS and end - 1 > j + 1
        if (
            heads_right
            and w.text[j - 1] not in NAME_HEADS
            and (j - first == 1 or w.same_entity(j - 1, j + 1))
        ):
            return first > 0 and (
                w.lower[first - 1] in ARTICLES
                or w.pos[first - 1] in ("ADJ", "NOUN")
                or w.same_entity(j - 1, j + 1)
            )
        if self._two_subjects(start, j, end):
            return True
        inside_of = any(w.lower[k] in ("of", "for") for k in range(start + 1, j))
        return inside_of and w.text[start] in NAME_OPENERS and w.same_entity(j - 1, j + 1)
