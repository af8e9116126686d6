"""Which names are short for longer ones: surnames, first words of a firm's name, initials, "Name (N)"."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from kg.extract.lexicon.bodies import NAME_HEADS
from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.mentions.forms import Form, Tokens
from kg.extract.mentions.name_evidence import LEADERS_RULE
from kg.extract.mentions.name_types import BODY_STARTS
from kg.extract.mentions.single_words import is_of_kin
from kg.extract.words import QUOTES, Words
from kg.gazetteer import Gazetteer
from kg.model import EntityType
from kg.model.keys import fold

LINKS: Final = frozenset(
    {"of", "the", "and", "for", "in", "de", "da", "del", "&", "la", "et", "y", "e", "on", "du"}
)
SHORTEST_STEM: Final = 3
"""Letters that a word cut short keeps at least."""
PARTY_HEADS: Final = frozenset({"party", "union", "league", "alliance"})
ALIASES: Final = frozenset({"known", "nicknamed", "alias", "dubbed"})
_INITIALS: Final = ("initials", "acronym", "abbreviation")
_AT: Final = ("in", "for", "of", "to")
LEGAL_FORMS: Final = frozenset("corp corporation inc co ltd plc ag sa se nv llc gmbh spa oyj asa".split())
ALONE: Final = (("house",),)
"""Never short for another: a chamber is not the White House."""
STRONG: Final = 2.5
"""Votes from which a short name's own type outweighs that of a longer name that holds it."""


class ShortForms:
    """Finds the parents of the forms of one document.

    Args:
        words: the tokens.
        gazetteer: names known beforehand.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self.w = words
        self.gazetteer = gazetteer

    def link(self, forms: Sequence[Form]) -> None:
        """Give each form that is short for others its parents; `forms` come with the longest first."""
        self._own_initials(forms)
        self._parenthesised(forms)
        self._known_as(forms)
        self._incorporated(forms)
        for form in forms:
            if form.entry is None and not form.parents and form.tokens not in ALONE:
                form.parents = (
                    self._parents(form, forms) or self._party(form, forms) or _spelled_out(form, forms)
                )

    def _own_initials(self, forms: Sequence[Form]) -> None:
        """Initials of a body that the text spells out are its own, whatever known body they stand for elsewhere."""
        for form in forms:
            if form.entry is None or len(form.tokens) != 1 or not form.surface.isupper():
                continue
            known = set(fold(form.entry.name).split())
            for long in forms:
                if len(long.tokens) > 1 and _initials(long.tokens) == form.tokens[0]:
                    if long.entry != form.entry and len(known & set(long.tokens)) * 2 < len(long.tokens):
                        form.entry, form.parents = None, [long]
                    break

    def _parenthesised(self, forms: Sequence[Form]) -> None:
        """Link "Long Name (LN)" and "Long Name, or LN,"."""
        by_start = {name.start: form for form in forms for name in form.names}
        by_end = {name.end: form for form in forms for name in form.names}
        for end, long in by_end.items():
            short = by_start.get(self._other_name(end))
            long = (short and self._in_place(short, end, by_start, by_end)) or long
            if short is None or short is long or len(long.tokens) < 2 or len(short.tokens) != 1:
                continue
            if long.type is EntityType.PERSON and short.entry is not None:
                continue  # "Ole Holm (SPD)"
            if not any(c.isupper() for c in short.surface[1:]):
                continue
            if long.entry is None and short.entry is not None and short.entry.type is not EntityType.COUNTRY:
                long.parents = [short]
            elif short.entry is None:
                short.parents = [long]

    def _other_name(self, end: int) -> int:
        """Where a name in brackets or after "or" would begin; -1 where nothing announces one."""
        if end + 2 >= len(self.w):
            return -1
        if self.w.text[end] == "(" or self.w.lower[end] == "or":
            return end + 1
        if self.w.text[end] == "," and self.w.lower[end + 1] == "or":
            return end + 2
        return -1

    def _known_as(self, forms: Sequence[Form]) -> None:
        """Link "Ole Holm, known as “the Raven”" and "the Front of the North, known as the FN"."""
        by_start = {name.start: form for form in forms for name in form.names}
        by_end = {name.end: form for form in forms for name in form.names}
        by_head = {name.end - 1: form for form in forms for name in form.names if not name.nested}
        for i in range(1, len(self.w) - 2):
            if self.w.lower[i] not in ALIASES:
                continue
            end = i - 1 if self.w.text[i - 1] == "," else i
            before = by_end.get(end) or self._called(i, by_head)
            k = self._said_as(i)
            while k < len(self.w) and (self.w.lower[k] == "the" or self.w.text[k] in QUOTES):
                k += 1
            alias = by_start.get(k)
            before = (alias and self._in_place(alias, end, by_start, by_end)) or before
            if (
                before is not None
                and alias is not None
                and alias is not before
                and alias.entry is None
                and not alias.parents
                and not self._owns(k, alias)
            ):
                alias.parents = before.parents[:1] or [before]

    def _said_as(self, i: int) -> int:
        """Where the other name begins behind "known as", "known by its Danish initials as" or "dubbed"."""
        said = self.w.lower[i : i + 7]
        if said[1:2] == ["as"]:
            return i + 2
        if said[:2] == ["known", "by"] and (word := next((w for w in said if w in _INITIALS), "")):
            k = i + said.index(word) + 1
            return k + 1 if self.w.lower[k : k + 1] == ["as"] else k
        return i + 1

    def _in_place(
        self, short: Form, end: int, by_start: Mapping[int, Form], by_end: Mapping[int, Form]
    ) -> Form | None:
        """The body whose name goes on with the place that ends there ("the Mission in Chad (MIC)"), by its initials."""
        place = next((k for k in range(end - 1, max(end - 4, 1), -1) if self.w.lower[k - 1] in _AT), 0)
        body = by_end.get(place - 1) if place in by_start else None
        if body is None or body.entry is not None or len(body.tokens) < 2 or not short.surface.isupper():
            return None
        known = by_start[place].entry
        placed = known is not None and known.type in (EntityType.COUNTRY, EntityType.PLACE)
        return body if placed and short.surface[0] in {word[0].upper() for word in body.tokens} else None

    def _called(self, i: int, by_head: Mapping[int, Form]) -> Form | None:
        """Whom a participle calls by another name: "Ole Holm, a smuggler (better) known as", "Ole Holm is known as"."""
        verb = self.w.tokens[i]
        bearer = verb.head if verb.dep_ in ("acl", "relcl") else verb
        if verb.dep_ not in ("acl", "relcl"):
            bearer = next((c for c in verb.children if c.dep_ == "nsubjpass"), verb)
        if bearer.dep_ == "appos":
            bearer = bearer.head
        return by_head.get(bearer.i)

    def _owns(self, k: int, form: Form) -> bool:
        """Whether the name at `k` only stands before what it owns ("known as Holm's cook")."""
        end = next((name.end for name in form.names if name.start == k), k)
        return self.w.text[end : end + 1] in (["'s"], ["’s"], ["’"], ["'"])

    @staticmethod
    def _incorporated(forms: Sequence[Form]) -> None:
        """Link "Nordbank Holding Corp." with the known firm that the text calls "Nordbank" as well."""
        known: dict[Tokens, Form] = {
            form.tokens: form
            for form in forms
            if form.entry is not None and form.entry.type is EntityType.ORGANIZATION and len(form.tokens) == 1
        }
        for form in forms:
            short = known.get(form.tokens[:1])
            if (
                form.entry is None
                and short is not None
                and form.tokens[-1] in LEGAL_FORMS
                and not form.parents
            ):
                form.parents = [short]

    def _parents(self, form: Form, forms: Sequence[Form]) -> list[Form]:
        size = len(form.tokens)
        longer = takewhile(lambda long: len(long.tokens) > size, forms)
        found = [long for long in longer if self._short_for(form, long)]
        found = [long for long in found if long.type is form.type] or found
        roots: dict[object, Form] = {}
        for long in found:
            root = long.parents[0] if long.parents else long
            roots.setdefault(root.entry.key if root.entry else id(root), root)
        several = list(roots.values())
        if len(several) > 1 and several[0].type is not EntityType.PERSON:
            return several[:1] if len(form.tokens) > 1 else []
        return several

    def _party(self, form: Form, forms: Sequence[Form]) -> list[Form]:
        """The one known party of the text whose name begins so: "Social Democrats", "Social Democratic Party"."""
        wanted = _party_tokens(form.tokens)
        if wanted is None or form.type is EntityType.PERSON:
            return []
        known = {
            other.entry.key: other
            for other in forms
            if other.entry is not None and other.entry.kind == "party"
            if tuple(fold(other.entry.name).split())[: len(wanted)] == wanted
        }
        return list(known.values()) if len(known) == 1 else []

    def _is_of_other_kin(self, short: Form, long: Form) -> bool:
        """Whether a given name is only that of somebody's relative ("his son Karl"), and the other Karl is none."""
        first = len(short.tokens) == 1 and short.tokens[0] == long.tokens[0]
        related = all(is_of_kin(self.w, name.start) for name in short.names)
        return first and related and not any(is_of_kin(self.w, name.start) for name in long.names)

    def _short_for(self, short: Form, long: Form) -> bool:
        kind = long.type
        if self._is_of_other_kin(short, long):
            return False
        own = short.votes[short.type] if short.type is not None else 0.0
        clash = short.type is not kind and own >= STRONG + max(0.0, long.votes[kind] if kind else 0.0)
        if clash or kind is None:
            return False
        if kind is EntityType.PERSON:
            known = long.entry is not None and long.entry.type is not EntityType.PERSON
            return not known and self._surname(short.tokens, long.tokens)
        if kind is EntityType.ORGANIZATION:
            return LEADERS_RULE not in short.facts and self._of_body(short, long)
        return False

    @staticmethod
    def _surname(a: Tokens, b: Tokens) -> bool:
        if b[-len(a) :] == a:
            return True
        if len(a) == 1:
            return len(a[0]) > 1 and a[0] in b
        if a[0] == b[0] and a[-1] == b[-1]:
            return _subsequence(a, b)
        return any(b[i : i + len(a)] == a for i in range(len(b) - len(a)))

    def _of_body(self, short: Form, long: Form) -> bool:
        a, b = short.tokens, long.tokens
        if len(a) == 1 and short.surface.isupper() and 2 <= len(a[0]) <= 7:
            initials = _initials(b)
            return a[0] == initials or (
                len(a[0]) > 2 and initials.endswith(a[0]) and self._led_by_country(long)
            )
        if b[: len(a)] == a:
            given = a[0] in MALE_NAMES or a[0] in FEMALE_NAMES
            if given and short.type is EntityType.PERSON and short.votes[EntityType.PERSON] >= 2 * STRONG:
                return False  # somebody after whom a body is called
            return len(a) > 1 or (short.surface not in NAME_HEADS and not given)
        if b[1:] == a and b[0] in BODY_STARTS:
            return True
        if len(a) == 1 and a[0] in b[1:-1] and short.surface in NAME_HEADS:
            return self._led_by_country(long)
        if b[-len(a) :] == a and len(b) - len(a) <= 2:
            return (
                self._led_by_country(long)
                or (len(a) == 1 and short.surface in NAME_HEADS)
                or (
                    len(a) > 1
                    and long.surface.split()[0].istitle()
                    and short.surface.split()[-1] in NAME_HEADS
                )
            )
        return False

    def _led_by_country(self, long: Form) -> bool:
        first = long.surface.split()[0]
        return self.gazetteer.by_demonym(first) is not None or self.gazetteer.by_name(first) is not None


def _spelled_out(form: Form, forms: Sequence[Form]) -> list[Form]:
    """The one body whose last word the form cuts short: "Spirit Aero", "Spirit AeroSystems"."""
    *first, last = form.tokens
    if form.type is not EntityType.ORGANIZATION or not first or len(last) < SHORTEST_STEM:
        return []
    whole = [
        long
        for long in forms
        if long.type is form.type
        and long is not form
        and list(long.tokens[:-1]) == first
        and long.tokens[-1].startswith(last)
        and long.tokens[-1] not in (f"{last}s", f"{last}es")
    ]
    return whole[:1] if len(whole) == 1 else []


def _party_tokens(tokens: Tokens) -> Tokens | None:
    """How the name of a party begins that is called so, or whose followers are; None where no party is."""
    last = tokens[-1]
    if last in PARTY_HEADS and len(tokens) > 1:
        return tokens
    if last.endswith("s") and len(last) > 3:
        stem = last[:-1]
        return (*tokens[:-1], "democratic" if stem == "democrat" else stem)
    return None


def _initials(tokens: Tokens) -> str:
    return "".join(token[0] for token in tokens if token not in LINKS)


def _subsequence(a: Tokens, b: Tokens) -> bool:
    rest = iter(b)
    return all(token in rest for token in a)
