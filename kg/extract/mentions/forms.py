"""The written forms of the names in a document, each with what it must be by the weight of all its occurrences."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kg.extract.lexicon.given import is_given
from kg.extract.mentions.name import Name
from kg.extract.mentions.name_evidence import EMPLOYER, LEADERS_RULE, OWNER, PARENT, NameEvidence
from kg.extract.mentions.name_kinds import likeliest, shipped_weights
from kg.extract.mentions.name_types import BY_LABEL, Votes, context_votes, decide, shape_votes
from kg.extract.mentions.works import is_event, is_work
from kg.extract.words import Words
from kg.gazetteer import Gazetteer, GazetteerEntry
from kg.model import EntityType

LABEL_LIMIT: Final = 2.0
"""Most that the model's labels weigh together, however often they repeat."""
UNDECIDED: Final = 2.5
"""Fewer votes than this leave a full name open to what is known of its last word."""
SURE_OF_PERSON: Final = 3
SURNAME: Final = 6
"""Votes for a person that a surname like a country's has where its bearer was named."""
PLAIN: Final = frozenset({LEADERS_RULE, OWNER, EMPLOYER, PARENT})
"""Facts beside which the votes stand: so plain that too few examples are left to learn their weight from."""

Tokens = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Form:
    """One written form of a name, with all its occurrences; `parents` are the forms that it may be short for.

    `nobody` marks the title of a work and the name of a battle or a treaty; `facts` are what speaks for a kind.
    """

    tokens: Tokens
    names: list[Name] = field(default_factory=list)
    votes: Votes = field(default_factory=lambda: defaultdict(float))
    entry: GazetteerEntry | None = None
    type: EntityType | None = None
    parents: list["Form"] = field(default_factory=list)
    surface: str = ""
    nobody: bool = False
    facts: dict[str, float] = field(default_factory=dict)


class Forms:
    """The forms of one document.

    Args:
        words: the tokens.
        gazetteer: names known beforehand.
    """

    def __init__(self, words: Words, gazetteer: Gazetteer) -> None:
        self.w = words
        self.gazetteer = gazetteer

    def of(self, names: Iterable[Name]) -> list[Form]:
        """The forms of the names with their types, the longest first, then in the order of the text."""
        forms: dict[Tokens, Form] = {}
        for name in names:
            if tokens := self._tokens(name):
                forms.setdefault(tokens, Form(tokens)).names.append(name)
        for form in forms.values():
            self._vote(form)
            form.surface = self._surface(form)
            form.entry = self._entry(form)
        self._share_votes(forms)
        for form in forms.values():
            self._family(form, forms)
            if form.entry is not None and self._is_surname(form, forms):
                form.entry = None
                form.votes[EntityType.PERSON] += SURNAME
        evidence = NameEvidence(self.w, {tokens: form.votes for tokens, form in forms.items()})
        for form in forms.values():
            if form.entry is not None:
                form.type = form.entry.type
            elif not form.nobody:
                form.facts = evidence.of(form.tokens, form.names)
                form.type = self._kind(form)
        return sorted(forms.values(), key=lambda f: (-len(f.tokens), f.names[0].start))

    @staticmethod
    def _kind(form: Form) -> EntityType | None:
        """The likeliest kind; None for a single word of which nothing tells that it is a name."""
        voted = decide(form.votes, len(form.tokens))
        if voted is None or not PLAIN.isdisjoint(form.facts):
            return voted
        return likeliest(form.facts, shipped_weights())

    def _tokens(self, name: Name) -> Tokens:
        return tuple(t for t in self.w.folded[name.start : name.end] if t and (t[0].isalnum() or t == "&"))

    def _vote(self, form: Form) -> None:
        labels: Votes = defaultdict(float)
        for name in form.names:
            form.nobody = form.nobody or is_work(self.w, name) or is_event(self.w, name)
            for votes in (shape_votes(self.w, name), context_votes(self.w, name)):
                _add(form.votes, votes, 1.0)
            if name.label in BY_LABEL:
                kind, weight = BY_LABEL[name.label]
                labels[kind] += weight
        total = sum(labels.values())
        _add(form.votes, labels, min(1.0, LABEL_LIMIT / total) if total else 0.0)

    @staticmethod
    def _share_votes(forms: dict[Tokens, Form]) -> None:
        """Let "Holm said" help to tell what "Ole Holm" is, where nothing else does."""
        for form in forms.values():
            if len(form.tokens) < 2 or form.entry or max(form.votes.values(), default=0.0) >= UNDECIDED:
                continue
            for part in (form.tokens[-1:], form.tokens[:1]):
                short = forms.get(part)
                if short is not None and short.entry is None:
                    _add(form.votes, short.votes, 1.0)

    @staticmethod
    def _family(form: Form, forms: dict[Tokens, Form]) -> None:
        """ "The Holms" are people where a Holm is."""
        if len(form.tokens) == 1 and form.entry is None and form.tokens[0].endswith("s"):
            stem = form.tokens[0][:-1]
            if any(
                other.tokens[-1] == stem and other.votes[EntityType.PERSON] > 0 for other in forms.values()
            ):
                form.votes[EntityType.PERSON] += 6

    def _is_surname(self, form: Form, forms: dict[Tokens, Form]) -> bool:
        """Whether a country's name is rather the surname of somebody in the text, where nothing is in or of the country."""
        if len(form.tokens) != 1 or form.entry is None or form.entry.type is not EntityType.COUNTRY:
            return False
        if any(name.label not in ("", "PERSON", "GPE", "ORG") or name.nested for name in form.names):
            return False
        placed = any(
            self.w.lower[n.start - 1] in ("in", "from", "to", "across") for n in form.names if n.start
        )
        bearers = [
            other
            for other in forms.values()
            if len(other.tokens) > 1 and other.tokens[-1] == form.tokens[0] and is_given(other.tokens[0])
        ]
        return bool(bearers) and not placed and bearers[0].names[0].start < form.names[0].start

    def _surface(self, form: Form) -> str:
        """The commonest spelling, not in capitals where another stands in the text."""
        counts = Counter([self.w.span(name.start, name.end) for name in form.names])
        best = max(counts, key=lambda text: (not (text.isupper() and len(text) > 5), counts[text], text))
        if best.isupper() and len(best) > 3 and any(self.w.in_dateline(name.start) for name in form.names):
            return best.title()
        return best

    def _entry(self, form: Form) -> GazetteerEntry | None:
        entry = self.gazetteer.by_name(form.surface)
        if entry is None and len(form.tokens) == 2 and form.surface.endswith("n"):
            region = self.gazetteer.by_name(form.surface[:-1])  # "Latin American"
            entry = region if region is not None and region.type is EntityType.PLACE else None
        if entry is None and all(n.nested or n.label == "GPE" for n in form.names):
            entry = self.gazetteer.by_demonym(form.surface)
        spelt = form.surface.isupper()  # "Deputy U.S. Secretary of State"
        lone = (
            len(form.tokens) == 1
            and not spelt
            and form.votes[EntityType.PERSON] >= SURE_OF_PERSON + len(form.names)
        )
        return None if entry is not None and lone else entry


def _add(votes: Votes, more: Votes, factor: float) -> None:
    for kind, weight in more.items():
        votes[kind] += weight * factor
