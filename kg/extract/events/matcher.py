"""Matches verb, noun, adjective, compound and preposition frames on a document's predicates."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.events.attacks import AttacksAgain
from kg.extract.events.chances import Chances
from kg.extract.events.echoes import Echoes
from kg.extract.events.frames import EventFrames
from kg.extract.events.handovers import handovers, of_who_was_dismissed, without_own_successors
from kg.extract.events.implicit import CUSTODY, ImplicitAgents
from kg.extract.events.matches import Match, Untold, is_brought_about, presents
from kg.extract.events.nouns import NounEnds, is_over
from kg.extract.events.requirements import fulfils, hyphenated_parts, known_lemma
from kg.extract.events.senses import relation_meant
from kg.extract.events.slots import Slots
from kg.extract.events.vacancies import Vacancies
from kg.extract.frames import (
    AdjectiveFrame,
    CompoundFrame,
    Frame,
    NounFrame,
    PrepositionFrame,
    Slot,
    VerbFrame,
)
from kg.extract.lexicon.places import SETTINGS
from kg.extract.predicates import (
    Mentions,
    NounArguments,
    VerbArguments,
    adjective_subjects,
    governed_by,
    grammatical_subjects,
    is_passive,
    is_reciprocal,
    is_sum,
)
from kg.extract.predicates.epithets import ACCLAIMING, ACCOLADE, EPITHET, OPENING
from kg.extract.stance import Stance, stance_of
from kg.extract.tree import Doc, Token
from kg.model import MentionKind

_BETWEEN = frozenset(("opposes",))
"""What is one thing between two, whoever began it ("Ghana and Togo are at war")."""
_EXAMPLES = frozenset(("them", "which", "whom"))
"""After "among", that what follows are members of what stands before."""
_MEDIATING = frozenset("broker mediate facilitate".split())
"""What is done between others."""

VERB_CONFIDENCE, NOUN_CONFIDENCE, WEAK_CONFIDENCE, IMPLICIT_CONFIDENCE = 0.8, 0.7, 0.6, 0.5


class EventMatcher:
    """Finds the events and attitudes that verbs, nouns and adjectives of one document tell."""

    def __init__(self, doc: Doc, frames: EventFrames, countries: Mapping[str, str] | None = None) -> None:
        self.doc = doc
        self.frames = frames
        self.mentions = Mentions(doc)
        self.slots = Slots(doc, self.mentions)
        self.ends = NounEnds(self.mentions, self.slots.owners)
        self.implicit = ImplicitAgents(doc, self.mentions, countries or {})
        self.chances = Chances(doc, frames.relations)
        self.untold: list[Untold] = []
        self._words: dict[int, set[str]] = {}
        names = (m for m in doc._.kg_mentions if m.kind is MentionKind.NAME)
        self.named = {i for mention in names for i in range(mention.start, mention.end)}

    def candidates(self) -> Iterator[Candidate]:
        """What the frames find, in the order of their triggers; those whose agent is left out last."""
        found: list[Candidate] = []
        for token in filter(self._may_trigger, self.doc):
            if matches := list(self._matches(token)):
                found += self._best(token, matches)
        told = {(c.trigger, c.subject_entity, c.relation, c.object_entity) for c in found}
        found = of_who_was_dismissed(self.doc, without_own_successors(found))
        kept = [c for c in found if not self._is_told_by_verb(c, told)]
        yield from kept
        yield from self._agentless(kept)
        yield from Echoes(self.slots.owners, self.frames.relations).of(self.doc, kept)
        yield from AttacksAgain(self.slots.owners).of(self.doc, kept)
        if "succeeded" in self.frames.relations:
            yield from handovers(self.doc, kept)
            yield from Vacancies(self.doc, self.mentions).successions()

    def _is_told_by_verb(self, candidate: Candidate, told: Collection[tuple[int, str, str, str]]) -> bool:
        """Whether the noun that is the trigger is what the verb above it tells ("gave its support", "agreed to talks")."""
        noun = self.doc[candidate.trigger]
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
        if noun.pos_ != "NOUN" or verb.pos_ != "VERB":
            return False
        ends = candidate.subject_entity, candidate.object_entity
        return any((verb.i, a, candidate.relation, b) in told for a, b in (ends, ends[::-1]))

    def _agentless(self, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """What is said without its agent, by whom the article lets us suppose."""
        told = {(c.trigger, c.relation, c.object_entity) for c in found}
        for trigger, group in groupby(self.untold, key=lambda u: u.trigger.i):
            matches: list[Match] = []
            frames = list(group)
            most = max(untold.specificity for untold in frames)
            for untold in frames:
                frame = untold.frame
                for patient in untold.patients:
                    if untold.specificity == most and (trigger, frame.relation, patient.entity) not in told:
                        agents = self.implicit.of(untold.trigger, frame.relation, patient, found)
                        matches += self._pairs(
                            frame, agents, [patient], untold.specificity, IMPLICIT_CONFIDENCE
                        )
            yield from self._best(self.doc[trigger], matches)

    def _matches(self, token: Token) -> Iterator[Match]:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX"):
            verb_frames = self.frames.verbs.get(known_lemma(lemma, self.frames.verbs), ())
            if likely := self._likely(verb_frames, token):
                arguments = VerbArguments(token)
                for verb_frame in likely:
                    yield from self._match_verb(arguments, verb_frame)
        if token.pos_ in ("NOUN", "PROPN") and token.i not in self.named:
            noun_frames = self.frames.nouns.get(lemma, ()) or self.frames.nouns.get(token.lower_, ())
            for noun_frame in self.chances.of(token, noun_frames):
                yield from self._match_noun(token, noun_frame)
        for key in (lemma,) if lemma == token.lower_ else (lemma, token.lower_):
            if adjective_frames := self.frames.adjectives.get(key):
                for adjective_frame in self.chances.of(token, adjective_frames):
                    yield from self._match_adjective(token, adjective_frame)
            for compound_frame in self.frames.compounds.get(key, ()):
                yield from self._match_compound(token, compound_frame)
        if token.dep_ == "prep":
            for preposition_frame in self.chances.of(token, self.frames.prepositions.get(token.lower_, ())):
                yield from self._match_preposition(token, preposition_frame)

    def _may_trigger(self, token: Token) -> bool:
        """Whether any frame has a word for its trigger; the lemmas of verbs are too often wrong to tell."""
        known = self.frames.triggers
        return token.pos_ in ("VERB", "AUX") or token.lower_ in known or token.lemma_.lower() in known

    def _likely(self, frames: Sequence[VerbFrame], verb: Token) -> list[VerbFrame]:
        """Those that may find their ends, and for which the sentence has a word for each role that asks for some."""
        frames = self.chances.of(verb, frames)
        if not frames:
            return []
        start = verb.sent.start
        if start not in self._words:
            self._words[start] = {w for t in verb.sent for w in (t.lower_, t.lemma_.lower())}
            if any(is_sum(t) for t in verb.sent):
                self._words[start].add("money")
            if not OPENING.isdisjoint(self._words[start]):
                self._words[start].add(EPITHET)
            if not ACCLAIMING.isdisjoint(self._words[start]):
                self._words[start].add(ACCOLADE)
        words = self._words[start]
        likely = []
        for frame in frames:
            for _, lemmas in frame.lexical:
                if words.isdisjoint(lemmas):
                    break
            else:
                likely.append(frame)
        return likely

    def _best(self, trigger: Token, matches: list[Match]) -> Iterator[Candidate]:
        """Of the frames that fit the same two mentions, those that ask for most.

        What may only come about ("offered him a post") stands beside what has.
        """
        top: dict[tuple[str, int, str, int], int] = defaultdict(int)
        sure = [match for match in matches if not presents(match.frame, "possible")]
        for match in sure:
            top[match.ends] = max(top[match.ends], match.specificity)
        seen = set()
        for match in matches:
            if match in sure and match.specificity < top[match.ends]:
                continue
            subject = match.subject.type, self.slots.nouns[match.subject.entity]
            relation = relation_meant(match.frame.relation, trigger, *subject)
            key = (relation, match.ends)
            if relation is None or key in seen or not self._can_be(relation, match.object):
                continue
            seen.add(key)
            yield Candidate(
                match.subject.head,
                match.object.head,
                match.subject.entity,
                match.object.entity,
                relation,
                trigger.i,
                match.frame.text,
                match.confidence * match.subject.confidence * match.object.confidence,
                static=match.presupposed or isinstance(match.frame, PrepositionFrame | CompoundFrame),
                possible=is_brought_about(match.frame) or presents(match.frame, "possible"),
                negated=presents(match.frame, "negated"),
            )

    def _can_be(self, relation: str, other: TokenMention) -> bool:
        known = self.frames.relations.get(relation)
        return known is not None and other.type in known.range

    def _pairs(
        self,
        frame: Frame,
        subjects: Iterable[TokenMention],
        objects: Iterable[TokenMention],
        specificity: int,
        confidence: float,
    ) -> Iterator[Match]:
        relation = self.frames.relations[frame.relation]
        asked = dict(frame.types)
        domain, range_ = asked.get(Slot.SUBJ, relation.domain), asked.get(Slot.OBJ, relation.range)
        right = [mention for mention in objects if mention.type in range_]
        for subject in subjects:
            if subject.type not in domain:
                continue
            for other in right:
                apart = isinstance(frame, CompoundFrame) or not _nested(subject, other)
                if subject.entity != other.entity and apart:
                    yield Match(frame, subject, other, specificity, confidence)

    def _all(self, heads: Iterable[Token]) -> list[TokenMention]:
        return self.slots.owners.all(heads)

    # verbs

    def _match_verb(self, arguments: VerbArguments, frame: VerbFrame) -> Iterator[Match]:
        verb = arguments.verb
        if not fulfils(arguments, frame):
            return
        if frame.subject == frame.object:
            if not self._all(_partners(verb)):
                yield from self._reciprocal(frame, arguments.role(frame.subject))
            return
        subjects = self.slots.fill(arguments, frame, Slot.SUBJ)
        if any(map(is_reciprocal, arguments.role(frame.object))):
            yield from self._mutual(frame, subjects)
            return
        objects = self.slots.fill(arguments, frame, Slot.OBJ)
        if (
            frame.relation in CUSTODY
            and not self._agents(frame, subjects)
            and _leaves_agent_out(arguments, frame)
        ):
            self.untold.append(Untold(verb, frame, tuple(objects), frame.specificity))
            return
        yield from self._pairs(frame, subjects, objects, frame.specificity, VERB_CONFIDENCE)
        relation = self.frames.relations[frame.relation]
        if relation.symmetric and _is_between_subjects(arguments, frame):
            heads = arguments.role("obj") if is_passive(verb) else grammatical_subjects(verb)
            if (frame.object == "obj" and not is_passive(verb)) or frame.object == "pp:with":
                yield from self._reciprocal(frame, heads)

    def _agents(self, frame: VerbFrame, subjects: list[TokenMention]) -> list[TokenMention]:
        """Those among the subjects who can do it; a prison that holds somebody cannot."""
        prisons = {word for role, words in frame.lexical if role == frame.subject for word in words}
        domain = self.frames.relations[frame.relation].domain
        return [m for m in subjects if m.type in domain and self.doc[m.head].lemma_ not in prisons]

    def _reciprocal(self, frame: Frame, heads: Iterable[Token]) -> Iterator[Match]:
        """Every two of a coordinated subject ("Ghana and Togo signed a treaty"), each way if they trade accusations."""
        group = self._all(heads)
        once = self.frames.relations[frame.relation].symmetric or frame.relation in _BETWEEN
        for subject, others in _each_with_others(group, once):
            yield from self._pairs(frame, [subject], others, 0, WEAK_CONFIDENCE)

    def _mutual(self, frame: VerbFrame, group: list[TokenMention]) -> Iterator[Match]:
        """Each member of a subject with every other ("Ghana and Togo accused each other")."""
        for subject, others in _each_with_others(group, self.frames.relations[frame.relation].symmetric):
            yield from self._pairs(frame, [subject], others, frame.specificity, NOUN_CONFIDENCE)

    # nouns

    def _match_noun(self, noun: Token, frame: NounFrame) -> Iterator[Match]:
        arguments = NounArguments(noun)
        if (frame.under and not arguments.stands_under(frame.under)) or is_over(frame, arguments):
            return
        if frame.possessor is None:
            yield from self._between(arguments, frame)
            return
        told = self.ends.holders(arguments, frame)
        holders = told or self.ends.absent(arguments, frame)
        others = self.ends.others(arguments, frame, holders)
        if frame.relation in CUSTODY and not (holders and others):
            self.untold.append(Untold(noun, frame, tuple(self.ends.undergoers(arguments, frame)), 1))
        if frame.possessor is Slot.SUBJ:
            for match in self._pairs(frame, holders, others, 1, NOUN_CONFIDENCE):
                yield replace(match, presupposed=not told and stance_of(noun) == Stance())
        else:
            yield from self._pairs(frame, others, holders, 1, NOUN_CONFIDENCE)
        mutual = frame.under or self.frames.relations[frame.relation].symmetric
        if mutual and frame.preposition == "with" and not others:
            yield from self._reciprocal(frame, arguments.supporters())

    def _between(self, arguments: NounArguments, frame: NounFrame) -> Iterator[Match]:
        heads = arguments.introduced_by("between") or arguments.introduced_by("among")
        if any(h.left_edge.i and h.left_edge.nbor(-1).lower_ in _EXAMPLES for h in heads):
            return  # "gangs, among them Chad and Mali"
        group = self._all(heads)
        for index, subject in enumerate(group[:-1]):
            yield from self._pairs(frame, [subject], group[index + 1 :], 1, NOUN_CONFIDENCE)

    # adjectives, compounds, prepositions

    def _match_adjective(self, adjective: Token, frame: AdjectiveFrame) -> Iterator[Match]:
        if adjective.pos_ not in ("ADJ", "VERB", "NOUN", "ADV"):
            return
        objects = self._all(governed_by(adjective, frame.preposition))
        subjects = self._all(adjective_subjects(adjective)) if objects else []
        if frame.subject is Slot.OBJ:
            subjects, objects = objects, subjects
        yield from self._pairs(frame, subjects, objects, 1, NOUN_CONFIDENCE)

    def _match_compound(self, word: Token, frame: CompoundFrame) -> Iterator[Match]:
        inner, outer = hyphenated_parts(word, frame.prefix)
        if inner is None or outer is None:
            return
        names = (m for m in self.doc._.kg_mentions if m.kind is MentionKind.NAME)
        inside = [m for m in names if m.start <= inner.i < m.end and not m.start <= word.i < m.end][-1:]
        outside = self.mentions.of(outer)
        if frame.inner is Slot.SUBJ:
            yield from self._pairs(frame, inside, outside, 1, NOUN_CONFIDENCE)
        else:
            yield from self._pairs(frame, outside, inside, 1, NOUN_CONFIDENCE)

    def _match_preposition(self, preposition: Token, frame: PrepositionFrame) -> Iterator[Match]:
        first_noun = preposition.head
        if (
            first_noun.pos_ not in ("NOUN", "PROPN")
            or first_noun.lemma_ in SETTINGS
            or _is_between(first_noun)
        ):
            return
        first = self.mentions.single(preposition.head)
        governed = self._all(governed_by(preposition.head, frame.preposition))
        second = [mention for mention in governed if mention.kind is MentionKind.NAME]
        if frame.first is Slot.OBJ:
            first, second = second, first
        yield from self._pairs(frame, first, second, 0, WEAK_CONFIDENCE)


def _leaves_agent_out(arguments: VerbArguments, frame: VerbFrame) -> bool:
    if frame.subject == "subj":
        return is_passive(arguments.verb) and not arguments.role("subj")
    return frame.subject == "pp:in"


def _is_between_subjects(arguments: VerbArguments, frame: VerbFrame) -> bool:
    """Whether several may do it to each other; those who broker a deal, help others to one or spend time do not."""
    verb = arguments.verb
    mediating = verb.lemma_ in _MEDIATING or (verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_ == "help")
    return (
        frame.subject == "subj"
        and verb.lemma_ != "spend"
        and not mediating
        and not arguments.role(frame.object)
    )


def _partners(verb: Token) -> list[Token]:
    """With whom several do what the verb says, rather than with each other ("Ghana and Togo are at odds with Mali")."""
    under = [o for p in verb.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj"]
    holders = (verb, *under, *(c for c in verb.children if c.dep_ == "dobj"))
    phrases = (c for holder in holders for c in holder.children if c.dep_ == "prep" and c.lower_ == "with")
    return [o for phrase in phrases for o in phrase.children if o.dep_ == "pobj"]


def _each_with_others(
    group: list[TokenMention], once: bool
) -> Iterator[tuple[TokenMention, list[TokenMention]]]:
    """Each of a group with those to whom it does what they do to each other; of every two only the first, if `once`."""
    for index, member in enumerate(group):
        yield member, group[index + 1 :] if once else [m for m in group if m is not member]


def _nested(first: TokenMention, second: TokenMention) -> bool:
    if first.head == second.head:  # two members of a set
        return False
    return first.start <= second.start < first.end or second.start <= first.start < second.end


def _is_between(noun: Token) -> bool:
    """Whether a noun is the second of two that something is between ("talks between Chad and Mali in Bonn")."""
    first = noun.head
    return noun.dep_ == "conj" and first.dep_ == "pobj" and first.head.lower_ == "between"
