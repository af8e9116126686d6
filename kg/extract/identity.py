"""Decides which names of a document mean the same, and what each of them is."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kg.extract.lexicon.bodies import NAME_HEADS
from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.people import FEMALE_NOUNS, MALE_NOUNS
from kg.extract.metonymy import stands_for_government
from kg.extract.name_types import Votes, context_votes, decide, shape_votes
from kg.extract.names import Name
from kg.extract.words import Words
from kg.gazetteer import Gazetteer, GazetteerEntry
from kg.model import Entity, EntityType
from kg.model.keys import slug

LINKS: Final = frozenset(
    {"of", "the", "and", "for", "in", "de", "da", "del", "&", "la", "et", "y", "e", "on", "du"}
)
STRONG: Final = 2.5
"""Votes from which a short name's own type outweighs that of a longer name that holds it."""

Tokens = tuple[str, ...]


@dataclass(slots=True)
class Form:
    """One written form of a name, with all its occurrences; `parents` are the forms that it may be short for."""

    tokens: Tokens
    names: list[Name] = field(default_factory=list)
    votes: Votes = field(default_factory=Counter)
    entry: GazetteerEntry | None = None
    type: EntityType | None = None
    parents: list["Form"] = field(default_factory=list)
    surface: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with the key of its entity."""

    name: Name
    entity: str


def _initials(tokens: Tokens) -> str:
    return "".join(token[0] for token in tokens if token not in LINKS)


class Identities:
    """Groups the names of one document into entities.

    Args:
        words: the tokens.
        gazetteer: names known beforehand.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self.w = words
        self.gazetteer = gazetteer
        self.entities: dict[str, Entity] = {}

    def resolve(self, names: Iterable[Name]) -> list[Resolved]:
        """The names that are entities, each with its key; `entities` holds what the keys mean."""
        forms = self._forms(names)
        ordered = sorted(forms.values(), key=lambda f: (-len(f.tokens), f.names[0].start))
        for form in ordered:
            form.type = form.entry.type if form.entry else decide(form.votes, len(form.tokens))
        self._parenthesised(forms)
        for form in ordered:
            if form.entry is None and not form.parents:
                form.parents = self._parents(form, ordered)
        resolved = []
        for form in ordered:
            for name in form.names:
                if (key := self._key(form, name)) is not None:
                    resolved.append(Resolved(name, key))
        return sorted(resolved, key=lambda r: (r.name.start, -r.name.end))

    # forms --------------------------------------------------------------------------------------------------------

    def _tokens(self, name: Name) -> Tokens:
        return tuple(t for t in self.w.folded[name.start : name.end] if t and (t[0].isalnum() or t == "&"))

    def _forms(self, names: Iterable[Name]) -> dict[Tokens, Form]:
        forms: dict[Tokens, Form] = {}
        for name in names:
            tokens = self._tokens(name)
            if not tokens:
                continue
            form = forms.setdefault(tokens, Form(tokens))
            form.names.append(name)
            for votes in (shape_votes(self.w, name), context_votes(self.w, name)):
                for kind, weight in votes.items():
                    form.votes[kind] += weight  # type: ignore[assignment]
        for form in forms.values():
            form.surface = self._surface(form)
            form.entry = self._entry(form)
        return forms

    def _surface(self, form: Form) -> str:
        """The commonest spelling, not in capitals where another stands in the text."""
        counts = Counter(self.w.span(name.start, name.end) for name in form.names)
        best = max(counts, key=lambda text: (not (text.isupper() and len(text) > 5), counts[text], text))
        long_capitals = best.isupper() and len(best) > 3 and " " not in best
        return best.title() if long_capitals and self._in_dateline(form) else best

    def _in_dateline(self, form: Form) -> bool:
        doc = self.w.doc
        return any(
            doc[name.start].is_sent_start
            and name.end < len(doc)
            and self.w.text[name.end] in (",", "(", "—", "–", "-")
            for name in form.names
        )

    def _entry(self, form: Form) -> GazetteerEntry | None:
        entry = self.gazetteer.by_name(form.surface)
        if entry is None and form.surface.isupper():
            entry = self.gazetteer.by_name(form.surface.title())
        if entry is None and all(n.nested or n.label == "GPE" for n in form.names):
            entry = self.gazetteer.by_demonym(form.surface)
        if (
            entry is not None
            and len(form.tokens) == 1
            and form.votes[EntityType.PERSON] >= 3 + len(form.names)
        ):
            return None
        return entry

    # short forms --------------------------------------------------------------------------------------------------

    def _parenthesised(self, forms: dict[Tokens, Form]) -> None:
        """ "Long Name (LN)" and "Long Name, or LN,": the second is short for the first."""
        by_start = {name.start: form for form in forms.values() for name in form.names}
        by_end = {name.end: form for form in forms.values() for name in form.names}
        for end, long in by_end.items():
            if end + 1 >= len(self.w) or len(long.tokens) < 2:
                continue
            after = self.w.lower[end]
            at = (
                end + 1
                if after in ("(", "or")
                else end + 2
                if after == "," and self.w.lower[end + 1] == "or"
                else -1
            )
            short = by_start.get(at)
            if short is None or short is long or len(short.tokens) != 1 or not short.surface.isupper():
                continue
            if long.entry is None and short.entry is not None and short.entry.type is not EntityType.COUNTRY:
                long.parents = [short]
            elif short.entry is None:
                short.parents = [long]

    def _parents(self, form: Form, ordered: list[Form]) -> list[Form]:
        found = [
            long for long in ordered if len(long.tokens) > len(form.tokens) and self._short_for(form, long)
        ]
        if len(found) > 1:
            exact = [long for long in found if long.type is form.type]
            found = exact or found
        roots: list[Form] = []
        for long in found:
            root = long.parents[0] if long.parents else long
            if root not in roots:
                roots.append(root)
        if form.type is not EntityType.PERSON and len(roots) > 1 and roots[0].type is not EntityType.PERSON:
            return roots[:1] if len(form.tokens) > 1 else []
        return roots

    def _short_for(self, short: Form, long: Form) -> bool:
        a, b = short.tokens, long.tokens
        kind = long.type
        if kind is EntityType.COUNTRY or kind is None:
            return False
        clash = (
            short.type is not kind
            and short.type is not None
            and short.votes[short.type] >= STRONG + short.votes[kind]
        )
        if kind is EntityType.PERSON:
            if clash or long.entry is not None and long.entry.type is not EntityType.PERSON:
                return False
            if b[-len(a) :] == a:
                return True
            if len(a) >= 2 and a[0] == b[0] and a[-1] == b[-1]:
                return _subsequence(a, b)
            return b[: len(a)] == a and len(a) == 1 and len(a[0]) > 1
        if clash:
            return False
        if kind is EntityType.ORGANIZATION:
            if len(a) == 1 and short.surface.isupper() and 2 <= len(a[0]) <= 7:
                initials = _initials(b)
                return a[0] == initials or (
                    len(a[0]) > 2 and initials.endswith(a[0]) and self._country_leads(long)
                )
            if b[: len(a)] == a:
                return len(a) > 1 or (
                    short.surface not in NAME_HEADS and not (a[0] in MALE_NAMES or a[0] in FEMALE_NAMES)
                )
            if b[-len(a) :] == a:
                return (
                    len(b) - len(a) <= 2
                    and (len(a) > 1 or short.surface in NAME_HEADS)
                    and (self._country_leads(long) or len(a) == 1)
                )
        return False

    def _country_leads(self, long: Form) -> bool:
        first = long.surface.split()[0]
        return self.gazetteer.by_demonym(first) is not None or self.gazetteer.by_name(first) is not None

    # entities -----------------------------------------------------------------------------------------------------

    def _key(self, form: Form, name: Name) -> str | None:
        root = self._choose(form, name) if form.parents else form
        if root.entry is not None:
            return self._known(root.entry, name)
        if root.type is None:
            return None
        key = slug(root.surface)
        known = self.entities.get(key)
        if known is None:
            self.entities[key] = Entity(key, root.type, root.surface)
        return key

    def _known(self, entry: GazetteerEntry, name: Name) -> str:
        if entry.is_capital and entry.part_of and stands_for_government(self.w, name):
            entry = self.gazetteer.by_key(entry.part_of) or entry
        self.entities.setdefault(
            entry.key, Entity(entry.key, entry.type, entry.name, wikidata=entry.wikidata)
        )
        return entry.key

    def _choose(self, form: Form, name: Name) -> Form:
        """The long form that this occurrence of a short one means."""
        parents = form.parents
        if len(parents) == 1:
            return parents[0]
        gender = _gender_before(self.w, name.start)
        fitting = [p for p in parents if gender and _form_gender(self.w, p) in (gender, None)] or parents
        introduced = [p for p in fitting if p.names[0].start < name.start] or fitting
        surname = [p for p in introduced if p.tokens[-1] == form.tokens[-1]] or introduced
        return min(surname, key=lambda p: p.names[0].start)


def _subsequence(a: Tokens, b: Tokens) -> bool:
    rest = iter(b)
    return all(token in rest for token in a)


def _gender_before(words: Words, start: int) -> str | None:
    word = words.lower[start - 1].rstrip(".") if start else ""
    if word in FEMALE_NOUNS:
        return "f"
    return "m" if word in MALE_NOUNS else None


def _form_gender(words: Words, form: Form) -> str | None:
    genders = Counter(g for name in form.names if (g := _gender_before(words, name.start)))
    if genders:
        return genders.most_common(1)[0][0]
    if form.tokens[0] in FEMALE_NAMES:
        return "f"
    return "m" if form.tokens[0] in MALE_NAMES else None


def by_entity(resolved: Iterable[Resolved]) -> dict[str, list[Name]]:
    """The names of each entity."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for item in resolved:
        groups[item.entity].append(item.name)
    return groups
