"""Finds what is a name: runs of capitalised words, mended by the model's entities and the gazetteer."""

import re
from typing import Final

from kg.extract.lexicon.bodies import NAME_HEADS, NAME_OPENERS
from kg.extract.lexicon.given import is_given
from kg.extract.lexicon.people import HONORIFICS, PERSON_NOUNS, TITLE_NOUNS, TITLE_PARTS, TITLE_PLURALS, words
from kg.extract.lexicon.places import COMPASS, COUNTRY_NOUNS, NAME_ENDS
from kg.extract.lexicon.words import ADJECTIVES, ARTICLES, EVENT_HEADS
from kg.extract.mentions.demonyms import is_double
from kg.extract.mentions.headlines import names_known, spans_of_model
from kg.extract.mentions.known import KnownNames
from kg.extract.mentions.name import Name
from kg.extract.mentions.people_behind import before_person, office_behind
from kg.extract.mentions.runs import CapitalRuns
from kg.extract.mentions.single_words import (
    beside_partisans,
    is_middle_name,
    may_stand_alone,
)
from kg.extract.words import HYPHENS, Words
from kg.gazetteer import Gazetteer
from kg.model import EntityType

SUFFIXES: Final = words("jr sr ii iii iv jr. sr.")
POSTNOMINALS: Final = frozenset("QC KC SC MP MEP OBE CBE MBE PhD MD Esq Esq.".split())
"""What stands behind somebody's name without being of it."""
MONEY: Final = re.compile(
    r"[A-Za-z]{1,4}[$€£]?[0-9][0-9.,]*(?:[0-9]|bn|m|k|billion|million|trillion|crore|lakh)"
)
"""A sum with its currency in one word ("N14.3billion", "Rs500m")."""
SPEECHES: Final = (["state", "of", "the", "union"], ["state", "of", "the", "nation"])
"""Speeches that are called like bodies."""
ORDINALS: Final = words("i ii iii iv one two three")
"""What may stand behind the name of a war."""
CALLED_BY_LEADER: Final = words("administration government regime presidency campaign cabinet era")
"""After a leader's name these make a body of their own, which the nominals bring."""
OF_NATIONS: Final = words(
    "national transitional provisional federal interim unity coalition central salvation accord"
)
"""Words that no leader is called by ("National Unity Government")."""
COURTESY: Final = words("mr mrs ms miss")
"""What stands before nothing but a surname ("Mr. King")."""
EXTRA_TITLES: Final = words("prefect outsider newcomer incumbent challenger courier")
MAYBE_BODIES: Final = words(
    "Accord Convention Project Initiative Charter Spring Rights Programme Program Plan"
)
"""Last words of treaties and plans, of parties and associations alike."""

PRESS: Final = frozenset("Daily Times News Post Journal Herald Tribune Gazette Telegraph".split())
"""Ends of the names of papers, which belong to no body that their first word names ("Apple Daily")."""
_STAFF: Final = ["chief", "of", "staff"]
_REACHES: Final = words("international global worldwide regional")
"""What a capitalised title may begin with ("International President of …")."""


CHAMBER_POSTS: Final = words("speaker minority majority")
"""Behind "House" these make it the chamber ("House Speaker Ann Lee")."""


class NameFinder:
    """Finds the names of one document.

    Args:
        words: its tokens.
        gazetteer: names known beforehand.
        closed: tokens where no names are wanted.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer, closed: frozenset[int]) -> None:
        self.w = words
        self.gazetteer = gazetteer
        self.closed = closed
        self.runs = CapitalRuns(words, gazetteer, closed)

    def find(self) -> list[Name]:
        """All names in the order of the text; those in lines of title case from the model's entities alone."""
        found: list[Name] = []
        for start, end in self.runs.find():
            found += self._split(start, end)
        found = KnownNames(self.w, self.gazetteer, self.closed).complete(found)
        known = names_known(self.w, found, self.closed)
        taken = frozenset(i for name in known for i in range(name.start, name.end))
        for start, end in spans_of_model(self.w, taken, self.closed):
            found += self._split(start, end)
        found += known
        return sorted(set(found), key=lambda name: (name.start, -name.end))

    def _label(self, start: int, end: int) -> str:
        counts: dict[str, int] = {}
        for i in range(start, end):
            if label := self.w.label(i):
                counts[label] = counts.get(label, 0) + 1
        return max(counts, key=lambda label: (counts[label], label)) if counts else ""

    def _split(self, start: int, end: int) -> list[Name]:
        """The names inside one run: its titles off, countries before a title or a name apart, events dropped."""
        w = self.w
        while start < end and not w.text[start][0].isalnum():
            start += 1
        while start < end and (
            w.lower[start] in ARTICLES
            or w.lower[start] in ("former", "ex", "acting", "late")
            or self._is_new_holder(start, end)
        ):
            start += 1
        while end > start and (w.text[end - 1] in HYPHENS or not w.text[end - 1][0].isalnum()):
            end -= 1
        while end > start + 2 and w.text[end - 1] in POSTNOMINALS:
            end -= 1
        start += w.text[start] == "Q." and self._opens_line(start)
        while end > start + 1 and w.text[end - 1].islower() and w.lower[end - 1] in TITLE_NOUNS | TITLE_PARTS:
            end -= 1  # "appointed Ann Lee prime minister"
        if start < end - 1 and w.pos[start] == "NUM" and w.sentence[start - 1] != w.sentence[start]:
            start += 1
        if start >= end or self._is_manner(end) or (end - start == 1 and MONEY.fullmatch(w.text[start])):
            return []
        if w.lower[start : start + 4] in SPEECHES:
            return self._split(start + 4, end)
        if end - start == 2 and w.lower[start].rstrip(".") in COURTESY:
            return [Name(start + 1, end, "PERSON")]
        if (entry := self.gazetteer.by_name(w.span(start, end))) is not None:
            known = [Name(start, end, self._label(start, end))]
            if (
                entry.type is not EntityType.COUNTRY
                and (lead := self._leading_country(start, end)) is not None
            ):
                known.append(Name(start, lead, "GPE", nested=True))
            elif (body := self._leading_body(start, end)) is not None:
                known.append(Name(start, body, "ORG", nested=True))
            return known
        if (left := beside_partisans(w, start, end)) != (start, end):
            return self._split(*left)
        if (office := office_behind(w, start, end)) < end:
            return self._split(start, office)
        if (parts := before_person(w, start, end)) is not None:
            body, person = parts
            return [*self._split(start, body), *self._split(person, end)]
        if (title := self._title(start, end)) is not None:
            last, rest = title
            return self._before_title(start, last) + (self._split(rest, end) if rest < end else [])
        if (lead := self._leading_country(start, end)) is not None:
            return self._with_country(start, lead, end)
        if (
            1 < end - start <= 3
            and w.lower[end - 1] in CALLED_BY_LEADER
            and w.lower[start] not in OF_NATIONS
            and not any(w.lower[k] in ("of", "for") for k in range(start, end))
        ):
            return self._split(start, end - 1)
        return self._single(start, end)

    def _opens_line(self, i: int) -> bool:
        """Whether a token opens a paragraph or the text, as "Q." does before a question."""
        return i == 0 or "\n" in self.w.text[i - 1] or self.w.tokens[i - 1].is_space

    def _is_new_holder(self, start: int, end: int) -> bool:
        """Whether "New" stands before a title, a nationality or a short form rather than in a name ("New EU envoy")."""
        if self._is_described_people(start, end):
            return True
        if self.w.lower[start] != "new" or end - start < 2:
            return False
        if (
            self.w.text[start] == "New"
            and self.w.text[start + 1].isupper()
            and may_stand_alone(self.w, start + 1, self.gazetteer)
        ):
            return True
        if end - start < 3:
            return False
        if self.gazetteer.by_name(self.w.span(start, start + 2)):
            return False
        following = self.w.text[start + 1]
        return (
            following.lower() in TITLE_NOUNS
            or self.gazetteer.by_demonym(following) is not None
            or any(self.gazetteer.by_name(self.w.span(start + 1, stop)) for stop in (start + 2, start + 3))
        )

    def _is_described_people(self, start: int, end: int) -> bool:
        """Whether a sentence opens with a plain adjective before a nationality ("Top Iranian commander Ali Reza")."""
        w = self.w
        opens = start == 0 or w.sentence[start - 1] != w.sentence[start]
        plain = w.pos[start] == "ADJ" and w.lower[start] not in COMPASS and start + 1 < end
        return (
            opens
            and plain
            and self.gazetteer.by_demonym(w.text[start + 1]) is not None
            and self.gazetteer.by_demonym(w.span(start, start + 2)) is None
        )

    def _title(self, start: int, end: int) -> tuple[int, int] | None:
        """The last noun of a title in a run and the token after the title, where the run has one."""
        w = self.w
        if w.text[end - 1] in NAME_HEADS or w.text[end - 1] in NAME_ENDS or w.text[end - 1] in EVENT_HEADS:
            return None
        if (
            start < end - 1
            and w.lower[start] in PERSON_NOUNS | EXTRA_TITLES
            and (w.pos[start] != "PROPN" or self._opens_sentence(start, end))
        ):
            return start, start + 1
        stop = end - 1 if w.lower[end - 1] not in SUFFIXES else end - 2
        for k in range(end - 1, start - 1, -1):
            word = w.lower[k].rstrip(".")
            is_title = word in HONORIFICS or word in TITLE_NOUNS or word in TITLE_PLURALS
            is_title = (is_title and not is_middle_name(w, k, start)) or w.lower[k : k + 3] == _STAFF
            if not is_title or (k >= stop and end - start > 1 and not self._all_title(start, end)):
                continue
            rest = k + 1
            if rest < end and w.lower[rest] in ("of", "for"):
                rest += 1
                while rest < end and (w.lower[rest] in TITLE_PARTS or w.lower[rest] in TITLE_NOUNS):
                    rest += 1
            return k, rest
        return None

    def _opens_sentence(self, start: int, end: int) -> bool:
        """Whether a noun for people opens a sentence before a full name ("Filmmaker Ann Lee said")."""
        opens = start == 0 or self.w.sentence[start - 1] != self.w.sentence[start]
        whole = self.w.same_entity(start + 1, end - 1) and self.w.label(end - 1) == "PERSON"
        return opens and end - start > 2 and whole and self.w.lower[start + 1] not in ("of", "for")

    def _all_title(self, start: int, end: int) -> bool:
        return all(
            w in TITLE_PARTS
            or w in _REACHES
            or w.rstrip(".") in TITLE_NOUNS
            or self.gazetteer.by_demonym(t)
            or self._is_body(t)
            for w, t in zip(self.w.lower[start:end], self.w.text[start:end], strict=True)
        )

    def _is_body(self, text: str) -> bool:
        entry = self.gazetteer.by_name(text)
        return entry is not None and entry.type is EntityType.ORGANIZATION

    def _before_title(self, start: int, end: int) -> list[Name]:
        for k in range(start, end):
            if self.w.text[k] == "House" and self.w.lower[k + 1] in CHAMBER_POSTS:
                return [*self._split(start, k), Name(k, k + 1, "ORG")]
        while end > start and (
            self.w.lower[end - 1] in TITLE_PARTS
            or self.w.lower[end - 1].rstrip(".") in TITLE_NOUNS
            or not self.w.text[end - 1][0].isalnum()
        ):
            end -= 1
        for stop in range(min(start + 3, end - 1), start, -1):  # "EU Migration Commissioner"
            entry = self.gazetteer.by_name(self.w.span(start, stop))
            if entry is not None and entry.type is EntityType.ORGANIZATION and not self._heads(start, end):
                return [Name(start, stop, "ORG")]
        return self._split(start, end) if start < end else []

    def _heads(self, start: int, end: int) -> bool:
        """Whether the run is a body's name or one that is known."""
        known = self.gazetteer.by_name(self.w.span(start, end)) is not None
        return known or self.w.text[end - 1] in NAME_HEADS

    def _leading_country(self, start: int, end: int) -> int | None:
        """The end of a country's name or demonym at the front of a longer run."""
        for stop in range(min(start + 4, end - 1), start, -1):
            text = self.w.span(start, stop)
            entry = self.gazetteer.by_name(text)
            if (entry is not None and entry.type is EntityType.COUNTRY) or (
                stop > start + 1 and self.gazetteer.by_demonym(text)
            ):
                return stop
        return start + 1 if end - start > 1 and self.gazetteer.by_demonym(self.w.text[start]) else None

    def _with_country(self, start: int, lead: int, end: int) -> list[Name]:
        w = self.w
        if w.text[lead] in HYPHENS:
            second = lead + 1 < end and self.gazetteer.by_demonym(w.text[lead + 1]) is not None
            return (
                self._single(start, end)
                if w.same_entity(start, end - 1) and not (second and lead + 2 == end)
                else [Name(start, lead, "GPE"), *self._split(lead + 1, end)]
            )
        label = self._label(start, end)
        whole = w.same_entity(start, end - 1)
        inner = Name(start, lead, "GPE", nested=True)
        demonym = self.gazetteer.by_demonym(w.span(start, lead)) is not None
        if w.text[end - 1] in EVENT_HEADS or (lead == end - 1 and w.lower[lead] in PERSON_NOUNS):
            return [Name(start, lead, "GPE")]
        if w.text[end - 1] in NAME_HEADS or self._opens(lead, end) or (whole and label == "ORG"):
            return [Name(start, end, "ORG" if not label or label == "NORP" else label), inner]
        if w.text[end - 1] in NAME_ENDS:
            return [Name(start, end, "LOC"), inner]
        if whole and label == "PERSON" and not demonym:
            return [Name(start, end, label)]
        return [Name(start, lead, "GPE"), *self._split(lead, end)]

    def _opens(self, start: int, end: int) -> bool:
        w = self.w
        return any(
            w.lower[k] == "of" and w.text[k - 1] in (NAME_OPENERS | NAME_HEADS) for k in range(start + 1, end)
        )

    def _single(self, start: int, end: int) -> list[Name]:
        w = self.w
        of = next((k for k in range(start + 1, end) if w.lower[k] in ("of", "for")), end)
        head = w.text[of - 2 if of - start > 1 and w.lower[of - 1] in ORDINALS else of - 1]
        if self.gazetteer.by_demonym(w.span(start, end)) or is_double(w, start, end, self.gazetteer):
            return []
        directed = w.lower[start] in COMPASS or w.lower[start] == "latin"
        if (
            end - start == 2
            and directed
            and (w.text[end - 1] in ADJECTIVES or w.text[end - 1].endswith("ican"))
        ):
            region = self.gazetteer.by_name(w.span(start, end)[:-1])
            of_country = end < len(w) and w.lower[end] in COUNTRY_NOUNS  # "the South American nation"
            return [Name(start, end, "LOC")] if region is not None and not of_country else []
        if head in EVENT_HEADS and not self._acts(start, end, head):
            return self._inner_countries(start, end, nested=False)
        if end - start == 1 and not may_stand_alone(w, start, self.gazetteer):
            return []
        if end - start > 1 and all(t in TITLE_PARTS or t in TITLE_NOUNS for t in w.lower[start:end]):
            return []  # "Attorney General", cut from its holder's name
        if end - start > 1 and all(
            w.text[i] in ADJECTIVES or w.lower[i] in COMPASS for i in range(start, end)
        ):
            return []
        if not self._looks_proper(start, end):
            return []
        found = [Name(start, end, self._label(start, end))]
        if (lead := self._leading_body(start, of)) is not None:
            found.append(Name(start, lead, "ORG", nested=True))
        if of < end:
            found += self._inner_countries(of, end, nested=True)
        return found

    def _leading_body(self, start: int, end: int) -> int | None:
        """The end of a known body's name at the front of a longer one ("UN" in "UN General Assembly")."""
        if self.w.text[end - 1] not in NAME_HEADS:
            return None
        for stop in range(min(start + 3, end - 1), start, -1):
            entry = self.gazetteer.by_name(self.w.span(start, stop))
            if entry is not None and entry.type is EntityType.ORGANIZATION:
                return stop if self.w.text[end - 1] not in PRESS else None
        return None

    def _acts(self, start: int, end: int, head: str) -> bool:
        """Whether a name that ends like that of a treaty or a plan is yet somebody's: the model says so."""
        label = self._label(start, end)
        if label == "PERSON" and end - start == 2 and is_given(self.w.folded[start]):
            return True  # "Stan Deal"
        return (
            head in MAYBE_BODIES
            and label in ("ORG", "PERSON")
            and not any(self.gazetteer.by_name(self.w.text[i]) for i in range(start, end))
        )

    def _inner_countries(self, start: int, end: int, nested: bool) -> list[Name]:
        found = []
        i = start
        while i < end:
            for stop in range(min(i + 4, end), i, -1):
                entry = self.gazetteer.by_name(self.w.span(i, stop)) if self.w.capital[i] else None
                if entry is not None and (entry.type is EntityType.COUNTRY or (not nested and stop - i > 1)):
                    found.append(Name(i, stop, "GPE", nested))
                    i = stop - 1
                    break
            i += 1
        return found

    def _is_manner(self, end: int) -> bool:
        """Whether the name that ends there only tells a manner ("a Crimea-style referendum")."""
        w = self.w
        glued = end + 1 < len(w) and w.text[end] in HYPHENS and w.glued[end - 1] and w.glued[end]
        return glued and w.lower[end + 1] in ("style", "like", "esque")

    def _looks_proper(self, start: int, end: int) -> bool:
        w = self.w
        if any(w.entity[i] >= 0 for i in range(start, end)) or w.text[end - 1] in NAME_HEADS:
            return True
        proper = sum(w.pos[i] == "PROPN" for i in range(start, end))
        return 2 * proper >= end - start
