"""Who arrests, tries and frees where the sentence leaves it out: the authority or the country that the article speaks of.

"He was arrested in Portugal" says as much as "Portugal arrested him". Only for relations that states and their
authorities bring about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.clauses import markers
from kg.extract.predicates import Mentions, VerbArguments, governed_by
from kg.extract.stance.reading import stance_of
from kg.extract.tree import Doc, Span, Token
from kg.model import EntityType, MentionKind, Modality

CUSTODY = frozenset("arrested convicted indicted released extradited".split())
"""Relations whose agent may be left out."""

_AUTHORITIES = {
    "arrested": "police officer agent guard force army military authority troop soldier directorate gendarmerie",
    "convicted": "court tribunal judge jury bench",
    "indicted": "prosecutor prosecutors prosecution attorney jury",
    "released": "court judge police authority government prosecutor magistrate directorate",
    "extradited": "authority government ministry",
}
AUTHORITIES = {relation: frozenset(words.split()) for relation, words in _AUTHORITIES.items()}

_OF_PROSECUTORS = ("prosecut", "attorney", "justice")
"""What shows that an office, ministry or department brings charges."""

_HELD_BY = {"released": "arrested"}
"""Who has done the one to somebody is likely to have done the other."""
_LASTING = frozenset(("convicted", "indicted"))
"""Relations whose authority stays the same through an article: the court that sits, the office that prosecutes."""
_OF_APPEAL = frozenset("supreme appeal appeals appellate constitutional cassation".split())
"""What shows that a court does not convict, but hears of it afterwards."""
_CARRYING = frozenset("fly put take bring send move return drive transport".split())
"""What is done to prisoners and to guests alike."""
_WORLD_COURTS = frozenset(
    """international-criminal-court international-court-of-justice european-court-of-human-rights
    european-court-of-justice inter-american-court-of-human-rights""".split()
)
"""Courts before which hardly anybody comes without the text saying so."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACING = ("in", "at", "from", "on", "under", "by")


class ImplicitAgents:
    """Finds the agent of a passive or a noun that names none.

    Args:
        countries: the countries of places by entity, as far as they are known.
    """

    def __init__(self, doc: Doc, mentions: Mentions, countries: Mapping[str, str]) -> None:
        self.doc = doc
        self.mentions = mentions
        self.countries = countries

    def of(
        self, trigger: Token, relation: str, patient: TokenMention, found: Sequence[Candidate] = ()
    ) -> list[TokenMention]:
        """At most one; the likeliest source first."""
        if patient.type not in (EntityType.PERSON, EntityType.ORGANIZATION):
            return []
        if relation == "extradited" and trigger.lemma_ in _CARRYING:
            return []
        if _is_supposed(trigger):
            return []
        told = [self._places(trigger), self._known(trigger, relation, patient, found)]
        if trigger.pos_ in ("VERB", "AUX") and trigger.dep_ != "amod":
            beside = self._authorities(trigger.sent, relation, trigger.i, found)
            told = [iter(beside), *told, self._before(trigger, relation, found)]
        for source in told:
            agent = next((m for m in source if m.entity != patient.entity), None)
            if agent is not None:
                return [agent]
        return []

    def _authorities(
        self, span: Span, relation: str, near: int, found: Sequence[Candidate]
    ) -> list[TokenMention]:
        """The authorities of the right kind in a stretch of text, the nearest first."""
        words = AUTHORITIES[relation]
        bodies = [
            mention
            for mention in self._within(span)
            if (mention.type is EntityType.ORGANIZATION or self._is_group(mention))
            and mention.kind is not MentionKind.PRONOUN
            and not (relation == "convicted" and self._convicts_nobody(mention, near, found))
            and mention.entity not in _WORLD_COURTS
            and (
                self.doc[mention.head].lemma_.lower() in words
                or (relation == "indicted" and self._is_of_prosecutors(mention))
            )
        ]
        return sorted(bodies, key=lambda m: abs(m.head - near))

    def _before(self, trigger: Token, relation: str, found: Sequence[Candidate]) -> Iterator[TokenMention]:
        """Authorities of the sentence before; where they stay the same, of the whole text before.

        None that is spoken of in another year.
        """
        sentence = trigger.sent
        if sentence.start == 0:
            return
        before = [self.doc[sentence.start - 1].sent]
        if relation in _LASTING:
            before.append(self.doc[: sentence.start])
        years = _years(_when(trigger))
        for text in before:
            bodies = self._authorities(text, relation, trigger.i, found)
            yield from (
                m
                for m in bodies
                if m.type is EntityType.ORGANIZATION
                and not self._qualifies(m)
                and (not years or years & _years(self.doc[m.head].sent))
            )

    def _known(
        self, trigger: Token, relation: str, patient: TokenMention, found: Sequence[Candidate]
    ) -> Iterator[TokenMention]:
        """Who did it to the same one elsewhere in the article, or holds it, the nearest first."""
        wanted = (relation, _HELD_BY.get(relation))
        told = [
            c
            for c in found
            if c.relation in wanted and c.object_entity == patient.entity and self._came_about(c)
        ]
        for candidate in sorted(
            told, key=lambda c: (c.relation != relation, c.trigger > trigger.i, abs(c.trigger - trigger.i))
        ):
            mention = self.mentions.by_head.get(candidate.subject)
            if mention is not None:
                yield mention

    def _came_about(self, candidate: Candidate) -> bool:
        """Whether it was done: whoever wants somebody arrested has not done so."""
        if candidate.negated or candidate.possible or self.doc[candidate.trigger].lemma_ == "want":
            return False
        return candidate.static or stance_of(self.doc[candidate.trigger]).modality is Modality.ACTUAL

    def _is_of_prosecutors(self, mention: TokenMention) -> bool:
        words = " ".join(self._words(mention))
        office = self.doc[mention.head].lemma_.lower() in ("office", "ministry", "department")
        return office and any(word in words for word in _OF_PROSECUTORS)

    def _convicts_nobody(self, mention: TokenMention, near: int, found: Sequence[Candidate]) -> bool:
        """Whether it is a grand jury, or a court that hears of convictions afterwards and is told to do something else."""
        head = self.doc[mention.head]
        if any(c.lower_ == "grand" for c in head.children):
            return True
        acts = head.dep_ == "nsubj" or (head.dep_ == "pobj" and head.sent.start != self.doc[near].sent.start)
        called = (m for m in self.doc._.kg_mentions if m.entity == mention.entity)
        if not acts or not any(_OF_APPEAL & self._words(m) for m in called):
            return False
        return not any(
            c.relation == "convicted" and c.subject_entity == mention.entity and not c.negated for c in found
        )

    def _words(self, mention: TokenMention) -> frozenset[str]:
        return frozenset(t.lower_ for t in self.doc[mention.start : max(mention.end, mention.reach)])

    def _qualifies(self, mention: TokenMention) -> bool:
        """Whether a body only stands before a noun ("a former army chief")."""
        return self.doc[mention.head].dep_ in ("compound", "nmod", "amod")

    def _is_group(self, mention: TokenMention) -> bool:
        """Whether they are several who are not done something to themselves ("tried to bribe judges")."""
        head = self.doc[mention.head]
        return mention.type is EntityType.PERSON and head.tag_ in ("NNS", "NNPS") and head.dep_ != "dobj"

    def _places(self, trigger: Token) -> Iterator[TokenMention]:
        """The country where it happened, or whose prison, court or warrant it was ("in a Danish jail")."""
        verbal = trigger.pos_ in ("VERB", "AUX")
        inside = VerbArguments(trigger).role("pp:in") if verbal else []
        for head in (*governed_by(trigger, *_PLACING), *inside):
            for mention in self.mentions.of(head):
                yield from self._country(mention)
            for child in head.children:
                owner = self.mentions.by_head.get(child.i)
                if (
                    owner is not None
                    and child.i < head.i
                    and child.dep_ in ("amod", "compound", "poss", "nmod")
                ):
                    yield from self._country(owner)

    def _country(self, mention: TokenMention) -> Iterator[TokenMention]:
        """A country itself, or the country of a place, where the article mentions it."""
        if mention.type is EntityType.COUNTRY:
            yield mention
        elif mention.type is EntityType.PLACE and (country := self.countries.get(mention.entity)):
            told = [m for m in self.doc._.kg_mentions if m.entity == country]
            yield from sorted(told, key=lambda m: abs(m.head - mention.head))[:1]

    def _within(self, span: Span) -> Iterable[TokenMention]:
        return [m for m in self.doc._.kg_mentions if span.start <= m.head < span.end]


def _is_supposed(trigger: Token) -> bool:
    """Whether it only may come about, by nobody told ("If convicted, he faces ten years")."""
    clause = next((t for t in (trigger, *trigger.ancestors) if t.dep_ == "advcl"), None)
    return clause is not None and bool(markers(clause) & {"if", "unless"})


def _when(trigger: Token) -> Iterator[Token]:
    """The words that may say when it or what it is joined to happened ("pleaded guilty in 2018 and was jailed")."""
    for verb in (trigger, trigger.head) if trigger.dep_ == "conj" else (trigger,):
        yield from (w for c in verb.children if c.dep_ in ("prep", "npadvmod") for w in (c, *c.children))


def _years(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(word.text for word in words if _YEAR.fullmatch(word.text))
