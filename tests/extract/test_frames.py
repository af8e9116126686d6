"""Frames compile to what the matchers look for."""

import pytest

from kg.errors import OntologyError
from kg.extract.frames import (
    AdjectiveFrame,
    CompoundFrame,
    DemonymFrame,
    NounFrame,
    PrepositionFrame,
    RoleFrame,
    Slot,
    VerbFrame,
    compile_frame,
)
from kg.model import EntityType


def only(text: str) -> object:
    (frame,) = compile_frame("r", text)
    return frame


def test_a_verb_takes_its_subject_and_its_direct_object() -> None:
    assert only("SUBJ indict OBJ") == VerbFrame("SUBJ indict OBJ", "r", "indict", "subj", "obj")


def test_the_slots_may_stand_the_other_way_round() -> None:
    frame = only("OBJ lose [election] to SUBJ")
    assert isinstance(frame, VerbFrame)
    assert (frame.verb, frame.subject, frame.object) == ("lose", "pp:to", "subj")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("SUBJ call on OBJ", "pp:on"),
        ("SUBJ offer X to OBJ", "pp:to"),
        ("SUBJ offer OBJ X", "iobj"),
        ("SUBJ demand that OBJ VP", "that.subj"),
        ("SUBJ threaten to VP OBJ", "vp.obj"),
        ("SUBJ condemn OBJ's X", "obj.poss"),
    ],
)
def test_what_stands_before_the_object_slot_decides_its_role(text: str, role: str) -> None:
    frame = only(text)
    assert isinstance(frame, VerbFrame)
    assert frame.object == role


def test_a_slot_may_ask_what_the_end_is_called() -> None:
    frame = only("SUBJ:police+guard beat OBJ")
    assert isinstance(frame, VerbFrame)
    assert frame.nouns == ((Slot.SUBJ, frozenset({"police", "guard"})),)


def test_only_verbs_ask_what_an_end_is_called() -> None:
    with pytest.raises(OntologyError, match="only a verb's frame"):
        compile_frame("r", "SUBJ:police's attack on OBJ")


def test_words_after_the_subject_of_a_clause_are_said_of_it() -> None:
    frame = compile_frame("r", "SUBJ say that OBJ be {behind|responsible}")
    assert [f.lexical for f in frame if isinstance(f, VerbFrame)] == [
        (("that.word", frozenset({"be"})), ("that.word", frozenset({word})))
        for word in ("responsible", "behind")
    ]


def test_a_noun_may_introduce_a_clause() -> None:
    frame = only("SUBJ's demand that OBJ VP")
    assert isinstance(frame, NounFrame)
    assert (frame.possessor, frame.preposition) == (Slot.SUBJ, "that")


def test_both_ends_may_stand_after_a_verb_whose_subject_is_another() -> None:
    frame = only("X sell OBJ to SUBJ")
    assert isinstance(frame, VerbFrame)
    assert (frame.verb, frame.subject, frame.object) == ("sell", "pp:to", "obj")


def test_two_joined_slots_share_a_role() -> None:
    frame = only("X bring SUBJ and OBJ to table")
    assert isinstance(frame, VerbFrame)
    assert (frame.subject, frame.object) == ("obj", "obj")


def test_each_alternative_verb_is_a_frame_of_its_own_with_its_particles() -> None:
    frames = compile_frame("r", "SUBJ {lash out at|criticize} OBJ")
    assert [(f.verb, f.object, f.particles) for f in frames if isinstance(f, VerbFrame)] == [
        ("lash", "pp:at", ("out",)),
        ("criticize", "obj", ()),
    ]


def test_a_noun_after_the_verb_must_be_there() -> None:
    frame = compile_frame("r", "SUBJ impose {sanction|embargo} on OBJ")[0]
    assert isinstance(frame, VerbFrame)
    assert frame.lexical == (("obj", frozenset({"sanction", "embargo"})),)


def test_a_noun_after_a_preposition_must_be_there() -> None:
    frame = only("SUBJ put OBJ on trial")
    assert isinstance(frame, VerbFrame)
    assert (frame.object, frame.lexical) == ("obj", (("pp:on", frozenset({"trial"})),))


def test_an_infinitive_is_asked_for_unless_in_brackets() -> None:
    asked, free = only("SUBJ urge OBJ to VP"), only("SUBJ urge OBJ [to VP]")
    assert isinstance(asked, VerbFrame)
    assert isinstance(free, VerbFrame)
    assert (asked.clause, free.clause) == (True, False)


def test_more_demands_make_a_frame_more_specific() -> None:
    plain, phrasal = only("SUBJ strike OBJ"), only("SUBJ strike deal with OBJ")
    assert isinstance(plain, VerbFrame)
    assert isinstance(phrasal, VerbFrame)
    assert phrasal.specificity > plain.specificity


@pytest.mark.parametrize("text", ["SUBJ's recognition of OBJ", "recognition of OBJ by SUBJ"])
def test_a_noun_frame_reads_the_same_by_possessive_and_by_phrase(text: str) -> None:
    frame = only(text)
    assert isinstance(frame, NounFrame)
    assert (frame.noun, frame.possessor, frame.preposition) == ("recognition", Slot.SUBJ, "of")


def test_talks_between_two_have_no_possessor() -> None:
    frame = only("talk between SUBJ and OBJ")
    assert isinstance(frame, NounFrame)
    assert frame.possessor is None


def test_a_state_is_a_noun_under_its_preposition() -> None:
    frame = only("SUBJ be at war with OBJ")
    assert isinstance(frame, NounFrame)
    assert (frame.noun, frame.under, frame.preposition) == ("war", "at", "with")


@pytest.mark.parametrize("text", ["SUBJ be in OBJ", "SUBJ be off to OBJ", "SUBJ be in OBJ for X"])
def test_where_somebody_is_reads_like_any_verb(text: str) -> None:
    frame = only(text)
    assert isinstance(frame, VerbFrame)
    assert (frame.verb, frame.subject) == ("be", "subj")
    assert str(frame.object).startswith("pp:")


def test_the_other_shapes() -> None:
    assert only("SUBJ be critical of OBJ") == AdjectiveFrame(
        "SUBJ be critical of OBJ", "r", "critical", Slot.SUBJ, "of"
    )
    assert only("SUBJ, {head|chief} of OBJ") == RoleFrame(
        "SUBJ, {head|chief} of OBJ", "r", frozenset({"head", "chief"}), Slot.SUBJ, frozenset({"of"})
    )
    assert only("SUBJ-backed OBJ") == CompoundFrame("SUBJ-backed OBJ", "r", "backed", Slot.SUBJ, prefix=False)
    assert only("anti-OBJ SUBJ") == CompoundFrame("anti-OBJ SUBJ", "r", "anti", Slot.OBJ, prefix=True)
    assert only("SUBJ in OBJ") == PrepositionFrame("SUBJ in OBJ", "r", "in", Slot.SUBJ)
    assert only("DEM SUBJ") == DemonymFrame("DEM SUBJ", "r", Slot.SUBJ)


@pytest.mark.parametrize("text", ["SUBJ indict", "indict OBJ", "SUBJ indict SUBJ", "SUBJ sleep [with OBJ]"])
def test_a_frame_without_both_ends_is_refused(text: str) -> None:
    with pytest.raises(OntologyError, match="r: "):
        compile_frame("r", text)


def test_a_slot_may_ask_for_types_of_its_own() -> None:
    frame = only("SUBJ seize OBJ:Place+Country")
    assert isinstance(frame, VerbFrame)
    assert frame.types == ((Slot.OBJ, frozenset({EntityType.PLACE, EntityType.COUNTRY})),)


@pytest.mark.parametrize(
    "text", ["SUBJ {|openly} back OBJ", "SUBJ hold {talks| } with OBJ", "SUBJ hold {} with OBJ"]
)
def test_an_alternative_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(OntologyError, match="r: an alternative has no word"):
        compile_frame("r", text)


def test_a_type_that_does_not_exist_is_refused() -> None:
    with pytest.raises(OntologyError, match="no known shape"):
        compile_frame("r", "SUBJ seize OBJ:Town")


def test_a_frame_may_say_that_its_relation_does_not_hold_or_may_come_about() -> None:
    acquitted, asked = only("not SUBJ acquit OBJ"), only("maybe OBJ be wanted by SUBJ")
    assert isinstance(acquitted, VerbFrame)
    assert (acquitted.verb, acquitted.negated, acquitted.possible) == ("acquit", True, False)
    assert isinstance(asked, AdjectiveFrame)
    assert (asked.negated, asked.possible) == (False, True)


def test_a_title_takes_no_presentation() -> None:
    with pytest.raises(OntologyError, match="takes no 'not'"):
        compile_frame("r", "not SUBJ, president of OBJ")


def test_whether_opens_a_clause_whose_subject_is_an_end() -> None:
    frame = only("SUBJ look into whether OBJ VP")
    assert isinstance(frame, VerbFrame)
    assert (frame.object, frame.clause) == ("that.subj", False)
