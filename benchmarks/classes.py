"""Counts the errors on claims by class, so that the largest class can be mended first.

    python benchmarks/classes.py [SET ...]      of the sets "building" and "reference"; Markdown

A class is found by what can be seen from outside, so it is a likely cause, not a proven one.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from annotated import BUILDING, REFERENCE, AnnotatedSet, annotated_sets
from spacy.tokens import Doc

from kg.evaluate import Comparison, FoundClaim, GoldClaim, evaluate, from_extractions
from kg.extract.frames import AdjectiveFrame, CompoundFrame, NounFrame, RoleFrame, VerbFrame, compile_frame
from kg.extract.pipeline import Extractor, extraction_of
from kg.model import Extraction, MentionKind, Span


class Missed(StrEnum):
    """Why an annotated triple did not come out; the first that holds."""

    NO_ENTITY = "an end has no entity"
    OTHER_RELATION = "the two ends stand in another relation, in the same sentence"
    TURNED = "the relation was found in the other direction"
    OTHER_END = "the relation was found with one other end, in the same sentence"
    ELSEWHERE = "an end is not named in the sentence: pronoun, role, set, or in another sentence"
    UNRESOLVED = "an end's words stand in the sentence, but are not taken for it"
    NO_TRIGGER = "no word of the sentence is in a frame of the relation"
    STRUCTURE = "a frame has the word, both ends stand in the sentence: grammar or parse"


class Wrong(StrEnum):
    """What is wrong with an extracted triple; the first that holds."""

    NO_ENTITY = "an end is nobody that the annotation knows"
    ONE_ENTITY = "both ends are one entity of the annotation"
    TURNED = "other direction, or annotated once and found twice"
    OTHER_RELATION = "the two ends stand in another relation"
    INFERRED_END = "an end is a pronoun or a role: perhaps somebody else"
    OTHER_END = "the annotation has the relation with one other end, in the same sentence"
    NO_PAIR = "the annotation has no such pair"


def main() -> None:
    """Count and print."""
    extractor = Extractor()
    triggers = triggers_of(extractor)
    wanted = sys.argv[1:] or [BUILDING, REFERENCE]
    for chosen in annotated_sets():
        if chosen.name in wanted:
            missed, wrong = count(extractor, chosen, triggers)
            print(f"\n{chosen.name}\n\n{table('missed', Missed, missed)}\n\n{table('wrong', Wrong, wrong)}")


def table(title: str, classes: Iterable[StrEnum], counts: Mapping[StrEnum, int]) -> str:
    """The counts of each class, in Markdown."""
    lines = [f"| {sum(counts.values())} {title} | triples |", "|---|---|"]
    return "\n".join([*lines, *(f"| {each.value} | {counts.get(each, 0)} |" for each in classes)])


def triggers_of(extractor: Extractor) -> dict[str, set[str]]:
    """The words that carry each relation, as its frames have them."""
    found: dict[str, set[str]] = {}
    for relation in extractor.ontology.relations.values():
        words = found.setdefault(relation.name, set())
        for text in relation.frames:
            for frame in compile_frame(relation.name, text):
                match frame:
                    case VerbFrame():
                        words.add(frame.verb)
                    case NounFrame():
                        words.add(frame.noun)
                    case AdjectiveFrame():
                        words.add(frame.adjective)
                    case CompoundFrame():
                        words.add(frame.word)
                    case RoleFrame():
                        words |= {noun.split()[-1] for noun in frame.nouns}
    return found


def count(
    extractor: Extractor, chosen: AnnotatedSet, triggers: dict[str, set[str]]
) -> tuple[Counter[Missed], Counter[Wrong]]:
    """How many triples of a set are missed and wrong, by class."""
    docs = list(extractor.documents(chosen.articles))
    extractions = [extraction_of(doc) for doc in docs]
    missed: Counter[Missed] = Counter()
    wrong: Counter[Wrong] = Counter()
    report = evaluate(chosen.gold, from_extractions(extractions))
    for doc, extraction, compared in zip(docs, extractions, report.comparisons, strict=True):
        classes = _Classes(doc, extraction, compared, triggers)
        missed.update(classes.of_missed(claims[0]) for claims in compared.missed)
        wrong.update(classes.of_wrong(claims[0]) for claims in compared.wrong)
    return missed, wrong


class _Classes:
    """The classes of one article's errors."""

    def __init__(
        self, doc: Doc, extraction: Extraction, compared: Comparison, triggers: dict[str, set[str]]
    ) -> None:
        self.doc = doc
        self.extraction = extraction
        self.compared = compared
        self.triggers = triggers
        self.reached = {target for target in compared.targets.values() if target is not None}
        self.forms = {e.id: {e.name, *e.mentions} for e in compared.gold.entities}

    def of_missed(self, claim: GoldClaim) -> Missed:
        subjects = {claim.subject, *claim.accept_subject}
        objects = {claim.object, *claim.accept_object}
        if not (subjects & self.reached and objects & self.reached):
            return Missed.NO_ENTITY
        for name, found in self._found_near(claim.evidence):
            if found[0] in subjects and found[1] in objects and name != claim.relation:
                return Missed.OTHER_RELATION
        near = [found for name, found in self._found_near(claim.evidence) if name == claim.relation]
        if any(found[1] in subjects and found[0] in objects for found in near):
            return Missed.TURNED
        if any(found[0] in subjects or found[1] in objects for found in near):
            return Missed.OTHER_END
        for ends in (subjects, objects):
            if not self._mentioned(ends, claim.evidence):
                return Missed.UNRESOLVED if self._worded(ends, claim.evidence) else Missed.ELSEWHERE
        words = {form for token in self._tokens(claim.evidence) for form in token}
        return Missed.STRUCTURE if words & self.triggers[claim.relation] else Missed.NO_TRIGGER

    def of_wrong(self, claim: FoundClaim) -> Wrong:
        subject, object_ = (self.compared.targets.get(end) for end in (claim.subject, claim.object))
        if subject is None or object_ is None:
            return Wrong.NO_ENTITY
        if subject == object_:
            return Wrong.ONE_ENTITY
        relations = {name for name, ends in self._annotated() if ends == {subject, object_}}
        if claim.relation in relations:
            return Wrong.TURNED
        if relations:
            return Wrong.OTHER_RELATION
        if self._inferred(claim, claim.subject) or self._inferred(claim, claim.object):
            return Wrong.INFERRED_END
        for wanted in self.compared.gold.claims:
            same = wanted.relation == claim.relation
            near = any(span.overlaps(wanted.evidence) for span in claim.evidence)
            if same and near and (wanted.subject == subject or wanted.object == object_):
                return Wrong.OTHER_END
        return Wrong.NO_PAIR

    def _found_near(self, evidence: Span) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
        for claim in self.compared.found.claims:
            if any(span.overlaps(evidence) for span in claim.evidence):
                targets = self.compared.targets
                yield claim.relation, (targets.get(claim.subject), targets.get(claim.object))

    def _annotated(self) -> Iterator[tuple[str, set[str]]]:
        for claim in self.compared.gold.claims:
            for subject in (claim.subject, *claim.accept_subject):
                for object_ in (claim.object, *claim.accept_object):
                    yield claim.relation, {subject, object_}

    def _mentioned(self, ends: set[str], evidence: Span) -> bool:
        return any(
            self.compared.targets.get(mention.entity) in ends and mention.span.overlaps(evidence)
            for mention in self.extraction.mentions
        )

    def _worded(self, ends: set[str], evidence: Span) -> bool:
        sentence = evidence.of(self.doc.text)
        return any(
            re.search(rf"(?<!\w){re.escape(form)}(?!\w)", sentence)
            for end in ends
            for form in self.forms.get(end, ())
        )

    def _tokens(self, evidence: Span) -> Iterator[tuple[str, str]]:
        span = self.doc.char_span(evidence.begin, evidence.end, alignment_mode="expand")
        for token in span if span is not None else ():
            yield token.lemma_.lower(), token.lower_

    def _inferred(self, claim: FoundClaim, entity: str) -> bool:
        kinds = {
            mention.kind
            for mention in self.extraction.mentions
            if mention.entity == entity and any(span.overlaps(mention.span) for span in claim.evidence)
        }
        return MentionKind.NAME not in kinds and self._has_name(entity)

    def _has_name(self, entity: str) -> bool:
        return any(m.entity == entity and m.kind is MentionKind.NAME for m in self.extraction.mentions)


if __name__ == "__main__":
    main()
