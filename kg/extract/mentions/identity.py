"""Makes the entities of a document's names, and says for each name which one it means."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.people import FEMALE_NOUNS, MALE_NOUNS
from kg.extract.mentions.forms import Form, Forms
from kg.extract.mentions.metonymy import SEATS, stands_for_government
from kg.extract.mentions.name import Name
from kg.extract.mentions.short_forms import ShortForms
from kg.extract.words import Words
from kg.gazetteer import Gazetteer, GazetteerEntry
from kg.model import Entity, EntityType
from kg.model.keys import slug

OF_SEVERAL_STATES: Final = frozenset(
    ("foreign office", "the foreign office", "home office", "security council", "the security council")
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with the key of its entity."""

    name: Name
    entity: str


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
        self._named: set[str] = set()

    def resolve(self, names: Iterable[Name]) -> list[Resolved]:
        """The names that are entities, each with its key; `entities` holds what the keys mean."""
        forms = Forms(self.w, self.gazetteer).of(names)
        ShortForms(self.w, self.gazetteer).link(forms)
        self._named = {form.entry.key for form in forms if form.entry is not None}
        resolved = []
        for form in forms:
            keys = ((name, self._key(form, name)) for name in form.names)
            resolved += [Resolved(name, key) for name, key in keys if key is not None]
        return sorted(resolved, key=lambda r: (r.name.start, -r.name.end))

    def _key(self, form: Form, name: Name) -> str | None:
        root = self._choose(form, name) if form.parents else form
        root = self._choose(root, name) if root.parents else root  # "Holm, nicknamed “the Fox”"
        if root.entry is not None and not self._is_of_another_state(root, root.entry):
            return self._known(root.entry, name)
        if root.type is None:
            return None
        key = slug(root.surface)
        if key not in self.entities:
            self.entities[key] = Entity(key, root.type, root.surface)
        return key

    def _is_of_another_state(self, form: Form, entry: GazetteerEntry) -> bool:
        """Whether several states have what is called so, and the text speaks of other states."""
        if form.surface.lower() not in OF_SEVERAL_STATES or entry.part_of in self._named:
            return False
        known = map(self.gazetteer.by_key, self._named)
        return any(e is not None and (e.type is EntityType.COUNTRY or e.is_capital) for e in known)

    def _known(self, entry: GazetteerEntry, name: Name) -> str:
        if entry.key in SEATS and stands_for_government(self.w, name):
            entry = self.gazetteer.by_key(SEATS[entry.key]) or entry
        elif entry.is_capital and entry.part_of and stands_for_government(self.w, name):
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
