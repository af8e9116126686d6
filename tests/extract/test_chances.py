"""A frame is only tried where its sentence mentions what can stand at its ends, and loses nothing by that."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.annotations import TokenMention
from kg.extract.events import EventFrames, EventMatcher
from kg.extract.events.chances import Chances
from kg.extract.frames import Frame, VerbFrame, compile_frame
from kg.model import Entity, EntityType, MentionKind
from kg.ontology import Relation

Build = Callable[..., Doc]

PEOPLE, COUNTRIES = frozenset({EntityType.PERSON}), frozenset({EntityType.COUNTRY})
TYPES = {"Ann": EntityType.PERSON, "Bo": EntityType.PERSON, "Togo": EntityType.COUNTRY}


def relation(name: str, domain: frozenset[EntityType], range_: frozenset[EntityType]) -> Relation:
    return Relation(name, "", name, "", domain, range_, symmetric=False, inverse=None, frames=(),
                    examples=(), counter_examples=())  # fmt: skip


RELATIONS = {
    each.name: each
    for each in (
        relation("sued", PEOPLE, PEOPLE),
        relation("urged", PEOPLE, COUNTRIES),
        relation("arrested", COUNTRIES, PEOPLE),
        relation("supported", PEOPLE | COUNTRIES, PEOPLE | COUNTRIES),
        relation("criticized", PEOPLE, COUNTRIES),
    )
}
FRAMES: list[Frame] = [
    frame
    for name, text in (
        ("sued", "SUBJ sue OBJ"),
        ("urged", "SUBJ call on OBJ"),
        ("arrested", "SUBJ arrest OBJ"),
        ("supported", "SUBJ's support for OBJ"),
        ("criticized", "SUBJ be critical of OBJ"),
    )
    for frame in compile_frame(name, text)
]
WHO = (*TYPES, "it", "law")
PHRASES = (
    ("sue VBD {dep} {head}", "{who} {tag} dobj {verb}"),
    ("call VBD {dep} {head}", "on IN prep {verb}", "{who} {tag} pobj {before}"),
    ("arrest VBD {dep} {head}", "{who} {tag} dobj {verb}"),
    ("arrest VBN {dep} {head}", "was VBD auxpass {verb}", "in IN prep {verb}", "{who} {tag} pobj {before}"),
    ("be VBD {dep} {head}", "critical JJ acomp {verb}", "of IN prep {before}", "{who} {tag} pobj {before}"),
    ("voice VBD {dep} {head}", "support NN dobj {verb}", "for IN prep {before}", "{who} {tag} pobj {before}"),
)
"""Verbs with what follows them: word, tag, arc and head."""


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Sentences of one clause or two, with anybody or nobody in particular as subject and object."""
    lines: list[str] = []

    def who() -> dict[str, str]:
        word = draw(st.sampled_from(WHO))
        return {"who": word, "tag": "NNP" if word in TYPES else "NN"}

    for _ in range(draw(st.integers(1, 2))):
        above = None
        for _ in range(draw(st.integers(1, 2))):
            verb = len(lines) + 1
            dep, head = ("ROOT", verb) if above is None else (draw(st.sampled_from(["ccomp", "conj"])), above)
            lines.append("{who} {tag} nsubj {verb}".format(verb=verb, **who()))
            for phrase in draw(st.sampled_from(PHRASES)):
                before = len(lines) - 1
                lines.append(phrase.format(verb=verb, before=before, dep=dep, head=head, **who()))
            above = verb
    return "\n".join(lines)


@settings(deadline=None)
@given(text=documents())
def test_what_is_found_is_the_same_as_when_every_frame_is_tried(build_doc: Build, text: str) -> None:
    doc = build_doc(text, TYPES)
    index = EventFrames.index(FRAMES, RELATIONS)
    found = list(EventMatcher(doc, index).candidates())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Chances, "of", lambda _, __, frames: list(frames))
        assert found == list(EventMatcher(doc, index).candidates())


def chances(doc: Doc, name: str) -> bool:
    frames = [frame for frame in FRAMES if frame.relation == name and isinstance(frame, VerbFrame)]
    trigger = next(token for token in doc if token.dep_ == "ROOT")
    found = Chances(doc, RELATIONS).of(trigger, frames)
    assert found in ([], frames)
    return bool(found)


def test_two_of_the_right_types_are_a_chance(build_doc: Build) -> None:
    doc = build_doc("Ann NNP nsubj 1\nsued VBD ROOT 1 sue\nBo NNP dobj 1", TYPES)
    assert chances(doc, "sued")
    assert not chances(doc, "urged")


def test_one_entity_alone_is_none(build_doc: Build) -> None:
    doc = build_doc("Ann NNP nsubj 1\nsued VBD ROOT 1 sue\nAnn NNP dobj 1", TYPES)
    assert not chances(doc, "sued")


def test_whoever_is_arrested_is_a_chance_without_the_authority(build_doc: Build) -> None:
    doc = build_doc("Ann NNP nsubjpass 2\nwas VBD auxpass 2 be\narrested VBN ROOT 2 arrest", TYPES)
    assert chances(doc, "arrested")


def test_what_another_sentence_mentions_is_none(build_doc: Build) -> None:
    doc = build_doc(
        "Ann NNP nsubj 1\nsued VBD ROOT 1 sue\n. . punct 1\nBo NNP nsubj 4\nfled VBD ROOT 4 flee", TYPES
    )
    assert not chances(doc, "sued")


def test_members_of_a_set_count_each_for_itself(build_doc: Build) -> None:
    doc = build_doc("both DT nsubj 1\nsued VBD ROOT 1 sue", {})
    doc._.kg_entities = {word: Entity(word, kind, word) for word, kind in TYPES.items()}
    doc._.kg_mentions = [
        TokenMention(0, 1, 0, MentionKind.NOMINAL, EntityType.PERSON, "Ann", members=("Ann", "Bo"))
    ]
    assert chances(doc, "sued")
