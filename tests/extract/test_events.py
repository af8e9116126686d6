"""Frames match in roles, and the most specific one wins."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from kg.extract.annotations import TokenMention
from kg.extract.events import EventFrames, EventMatcher
from kg.extract.frames import compile_frame
from kg.model import Entity, EntityType, MentionKind
from kg.ontology import Relation

Build = Callable[..., Doc]
AGENTS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY})


def relation(name: str, *, symmetric: bool = False, ends: frozenset[EntityType] = AGENTS) -> Relation:
    return Relation(name, "", name, "", ends, ends, symmetric, None, (), (), ())


def found(doc: Doc, frames: dict[str, str], **options: bool) -> list[tuple[str, str, str]]:
    relations = {name: relation(name, **options) for name in frames}
    compiled = [frame for name, text in frames.items() for frame in compile_frame(name, text)]
    matcher = EventMatcher(doc, EventFrames.index(compiled, relations))
    return [(c.subject_entity, c.relation, c.object_entity) for c in matcher.candidates()]


COUNTRIES = dict.fromkeys(["Ghana", "Togo", "Benin"], EntityType.COUNTRY)


def test_a_verb_joins_its_subject_and_object(build_doc: Build) -> None:
    doc = build_doc("Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\nTogo NNP dobj 1", COUNTRIES)
    assert found(doc, {"sued": "SUBJ sue OBJ"}) == [("ghana", "sued", "togo")]


def test_every_member_of_a_coordination_is_an_end(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 3\nand CC cc 0\nTogo NNP conj 0\nsued VBD ROOT 3 sue\nBenin NNP dobj 3", COUNTRIES
    )
    assert found(doc, {"sued": "SUBJ sue OBJ"}) == [("ghana", "sued", "benin"), ("togo", "sued", "benin")]


def test_a_frame_with_a_noun_beats_the_bare_verb(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nlifted VBD ROOT 1 lift\nsanctions NNS dobj 1 sanction\non IN prep 2\nTogo NNP pobj 3",
        COUNTRIES,
    )
    frames = {"eased": "SUBJ lift sanction on OBJ", "raised": "SUBJ lift X on OBJ"}
    assert found(doc, frames) == [("ghana", "eased", "togo")]


def test_a_missing_noun_means_no_match(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nlifted VBD ROOT 1 lift\neyes NNS dobj 1 eye\non IN prep 2\nTogo NNP pobj 3",
        COUNTRIES,
    )
    assert found(doc, {"eased": "SUBJ lift sanction on OBJ"}) == []


def test_two_who_meet_meet_each_other(build_doc: Build) -> None:
    doc = build_doc("Ghana NNP nsubj 3\nand CC cc 0\nTogo NNP conj 0\nmet VBD ROOT 3 meet", COUNTRIES)
    assert found(doc, {"met": "SUBJ meet OBJ"}, symmetric=True) == [("ghana", "met", "togo")]
    assert found(doc, {"met": "SUBJ meet OBJ"}, symmetric=False) == []


def test_talks_between_three_join_every_two(build_doc: Build) -> None:
    doc = build_doc(
        """
        talks NNS ROOT 0 talk
        between IN prep 0
        Ghana NNP pobj 1
        , , punct 2
        Togo NNP conj 2
        and CC cc 4
        Benin NNP conj 4
        """,
        COUNTRIES,
    )
    assert found(doc, {"talked": "talk between SUBJ and OBJ"}, symmetric=True) == [
        ("ghana", "talked", "togo"),
        ("ghana", "talked", "benin"),
        ("togo", "talked", "benin"),
    ]


def test_a_possessive_on_the_noun_is_who_does_it(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP poss 2\n's POS case 0\nsupport NN nsubj 5\nfor IN prep 2\nTogo NNP pobj 3\ngrew VBD ROOT 5",
        COUNTRIES,
    )
    assert found(doc, {"supported": "SUBJ's support for OBJ"}) == [("ghana", "supported", "togo")]


def test_an_adjective_speaks_of_the_subject_of_its_copula(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nis VBZ ROOT 1 be\ncritical JJ acomp 1\nof IN prep 2\nTogo NNP pobj 3", COUNTRIES
    )
    assert found(doc, {"condemned": "SUBJ be critical of OBJ"}) == [("ghana", "condemned", "togo")]


def test_a_hyphenated_participle_joins_the_name_inside_to_the_noun(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP npadvmod 2\n- HYPH punct 2\nbacked VBN amod 3 back\nTogo NNP ROOT 3", COUNTRIES
    )
    assert found(doc, {"supported": "SUBJ-backed OBJ"}) == [("ghana", "supported", "togo")]


@pytest.mark.parametrize("kind", [EntityType.PLACE])
def test_an_end_of_the_wrong_type_is_no_end(build_doc: Build, kind: EntityType) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\nTogo NNP dobj 1", {"Ghana": EntityType.COUNTRY, "Togo": kind}
    )
    assert found(doc, {"sued": "SUBJ sue OBJ"}) == []


def test_nobody_does_anything_to_himself(build_doc: Build) -> None:
    doc = build_doc("Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\nGhana NNP dobj 1", COUNTRIES)
    assert found(doc, {"sued": "SUBJ sue OBJ"}) == []


def test_a_name_inside_the_body_that_is_against_it_is_an_end(build_doc: Build) -> None:
    doc = build_doc(
        "anti JJ amod 3\n- HYPH punct 3\nGhana NNP compound 3\nfront NN ROOT 3",
        {**COUNTRIES, "front": EntityType.ORGANIZATION},
    )
    front = next(m for m in doc._.kg_mentions if m.head == 3)
    doc._.kg_mentions = [replace(front, start=0), *(m for m in doc._.kg_mentions if m is not front)]
    assert found(doc, {"opposes": "anti-OBJ SUBJ"}) == [("front", "opposes", "ghana")]


def test_ties_that_are_cut_are_none(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\ncut VBD ROOT 1 cut\nties NNS dobj 1 tie\nwith IN prep 2\nTogo NNP pobj 3",
        COUNTRIES,
    )
    frames = {"alliedWith": "SUBJ's tie with OBJ", "talked": "SUBJ's tie with OBJ"}
    assert found(doc, frames) == [("ghana", "talked", "togo")]


def test_each_other_is_every_other_member_of_the_subject(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 3
        and CC cc 0
        Togo NNP conj 0
        accused VBD ROOT 3 accuse
        each DT det 5
        other JJ dobj 3
        """,
        COUNTRIES,
    )
    frames = {"accused": "SUBJ accuse OBJ"}
    assert found(doc, frames) == [("ghana", "accused", "togo"), ("togo", "accused", "ghana")]


def test_a_set_stands_for_its_members(build_doc: Build) -> None:
    doc = build_doc(
        "Qatar NNP nsubj 1\nurged VBD ROOT 1 urge\nboth DT det 3\nsides NNS dobj 1 side", COUNTRIES
    )
    doc._.kg_entities = {k: Entity(k, EntityType.COUNTRY, k) for k in ("qatar", "ghana", "togo")}
    of_both = TokenMention(
        3, 4, 3, MentionKind.NOMINAL, EntityType.COUNTRY, "ghana", members=("ghana", "togo")
    )
    doc._.kg_mentions = [
        TokenMention(0, 1, 0, MentionKind.NAME, EntityType.COUNTRY, "qatar"),
        of_both,
    ]
    assert found(doc, {"urged": "SUBJ urge OBJ"}) == [("qatar", "urged", "ghana"), ("qatar", "urged", "togo")]


def test_who_meets_a_third_has_not_met_who_comes_along(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 3\nand CC cc 0\nTogo NNP conj 0\nmet VBD ROOT 3 meet\nBenin NNP dobj 3", COUNTRIES
    )
    assert found(doc, {"metWith": "SUBJ and OBJ meet"}) == []


def test_shelling_is_done_by_the_body_inside_its_compound(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP compound 1
        army NN compound 2
        shelling NN nsubj 3
        hit VBD ROOT 3 hit
        Togo NNP dobj 3
        """,
        COUNTRIES,
    )
    assert found(doc, {"attacked": "SUBJ hit OBJ"}) == [("ghana", "attacked", "togo")]


def test_who_gives_the_means_does_what_they_are_for(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        donated VBD ROOT 1 donate
        trucks NNS dobj 1 truck
        to TO aux 4
        assist VB relcl 2
        Togo NNP dobj 4
        """,
        COUNTRIES,
    )
    assert found(doc, {"aided": "SUBJ assist OBJ"}) == [("ghana", "aided", "togo")]


def test_sanctions_that_were_imposed_on_somebody_are_lifted_from_him(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        lifted VBD ROOT 1 lift
        sanctions NNS dobj 1 sanction
        imposed VBN acl 2 impose
        on IN prep 3
        Togo NNP pobj 4
        """,
        COUNTRIES,
    )
    assert found(doc, {"eased": "SUBJ lift sanction on OBJ"}) == [("ghana", "eased", "togo")]


def test_a_noun_may_have_a_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP poss 2
        's POS case 0
        demand NN ROOT 2
        that IN mark 5
        Togo NNP nsubj 5
        leave VB acl 2
        """,
        COUNTRIES,
    )
    assert found(doc, {"urged": "SUBJ's demand that OBJ VP"}) == [("ghana", "urged", "togo")]


def test_what_the_verb_tells_its_noun_does_not_tell_again(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\npledged VBD ROOT 1 pledge\nsupport NN dobj 1\nfor IN prep 2\nTogo NNP pobj 3",
        COUNTRIES,
    )
    both = [
        frame
        for text in ("SUBJ pledge support for OBJ", "SUBJ's support for OBJ")
        for frame in compile_frame("supported", text)
    ]
    matcher = EventMatcher(doc, EventFrames.index(both, {"supported": relation("supported")}))
    assert [c.trigger for c in matcher.candidates()] == [1]


def test_a_slot_with_nouns_takes_only_those_called_so(build_doc: Build) -> None:
    mentions = {"guards": EntityType.PERSON, "Ann": EntityType.PERSON, "Bo": EntityType.PERSON}
    frames = {"attacked": "SUBJ:guard beat OBJ", "defeated": "SUBJ beat OBJ"}
    by_guards = build_doc("guards NNS nsubj 1 guard\nbeat VBD ROOT 1 beat\nBo NNP dobj 1", mentions)
    assert found(by_guards, frames) == [("guards", "attacked", "bo")]
    by_ann = build_doc("Ann NNP nsubj 1\nbeat VBD ROOT 1 beat\nBo NNP dobj 1", mentions)
    assert found(by_ann, frames) == [("ann", "defeated", "bo")]


def test_who_must_do_something_is_the_subject_of_what_is_said(build_doc: Build) -> None:
    text = "Ghana NNP nsubj 1\nsaid VBD ROOT 1 say\nTogo NNP nsubj 4\n{} MD aux 4\nleave VB ccomp 1 leave"
    frames = {"urged": "SUBJ say that OBJ must"}
    assert found(build_doc(text.format("must"), COUNTRIES), frames) == [("ghana", "urged", "togo")]
    assert found(build_doc(text.format("will"), COUNTRIES), frames) == []


def test_the_frame_of_the_verb_says_how_its_noun_is_meant(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        ordered VBD ROOT 1 order
        the DT det 3
        arrest NN dobj 1
        of IN prep 3
        Kanu NNP pobj 4
        """,
        COUNTRIES | {"Kanu": EntityType.PERSON},
    )
    relations = {"arrested": relation("arrested")}
    texts = ("maybe SUBJ order OBJ's arrest", "SUBJ's arrest of OBJ")
    compiled = [frame for text in texts for frame in compile_frame("arrested", text)]
    (candidate,) = EventMatcher(doc, EventFrames.index(compiled, relations)).candidates()
    assert candidate.possible


def test_an_acquittal_is_a_conviction_that_is_denied(build_doc: Build) -> None:
    doc = build_doc("Ghana NNP nsubj 1\nacquitted VBD ROOT 1 acquit\nTogo NNP dobj 1", COUNTRIES)
    compiled = compile_frame("convicted", "not SUBJ acquit OBJ")
    matcher = EventMatcher(doc, EventFrames.index(compiled, {"convicted": relation("convicted")}))
    assert [candidate.negated for candidate in matcher.candidates()] == [True]


def test_who_demands_a_release_does_not_release(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        demanded VBD ROOT 1 demand
        the DT det 3
        release NN dobj 1
        of IN prep 3
        Kanu NNP pobj 4
        """,
        COUNTRIES | {"Kanu": EntityType.PERSON},
    )
    assert found(doc, {"released": "SUBJ's release of OBJ"}) == []


def test_a_fee_that_is_charged_is_no_charge_in_court(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        charged VBD ROOT 1 charge
        Kanu NNP dative 1
        a DT det 4
        fee NN dobj 1
        """,
        COUNTRIES | {"Kanu": EntityType.PERSON},
    )
    assert found(doc, {"indicted": "SUBJ charge OBJ"}) == []


def test_who_speaks_at_a_meeting_has_taken_part(build_doc: Build) -> None:
    doc = build_doc(
        """
        At IN prep 5
        a DT det 2
        meeting NN pobj 0
        with IN prep 2
        Ghana NNP pobj 3
        said VBD ROOT 5 say
        Togo NNP nsubj 5
        """,
        COUNTRIES,
    )
    assert found(doc, {"metWith": "SUBJ's meeting with OBJ"}, symmetric=True) == [
        ("togo", "metWith", "ghana")
    ]


def test_a_threat_is_to_those_who_can_avert_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        threatened VBD ROOT 1 threaten
        to TO aux 3
        sue VB xcomp 1
        Benin NNP dobj 3
        unless IN mark 7
        Togo NNP nsubj 7
        paid VBD advcl 1 pay
        """,
        COUNTRIES,
    )
    assert found(doc, {"threatened": "SUBJ threaten to VP OBJ"}) == [("ghana", "threatened", "togo")]


def test_what_is_done_to_a_place_is_done_to_its_owner(build_doc: Build) -> None:
    mentions = COUNTRIES | {"base": EntityType.ORGANIZATION}
    doc = build_doc(
        "Ghana NNP nsubj 1\nshelled VBD ROOT 1 shell\nTogo NNP poss 4\n's POS case 2\nbase NN dobj 1",
        mentions,
    )
    doc._.kg_mentions = [replace(m, tentative=m.entity == "base") for m in doc._.kg_mentions]
    assert found(doc, {"attacked": "SUBJ shell OBJ"}) == [("ghana", "attacked", "togo")]


def test_two_that_are_at_war_oppose_each_other(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 3\nand CC cc 0\nTogo NNP conj 0\nare VBP ROOT 3 be\nat IN prep 3\nwar NN pobj 4",
        COUNTRIES,
    )
    assert found(doc, {"opposes": "SUBJ be at war with OBJ"}) == [("ghana", "opposes", "togo")]


LIFTING_SANCTIONS = """
Ghana NNP nsubj 1
lifted VBD ROOT 1 lift
sanctions NNS dobj 1 sanction
on IN prep 2
Togo NNP pobj 3
"""
OFFERING_TO_LIFT_SANCTIONS = """
Ghana NNP nsubj 1
offered VBD ROOT 1 offer
to TO aux 3
lift VB xcomp 1 lift
sanctions NNS dobj 3 sanction
on IN prep 4
Togo NNP pobj 5
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [(LIFTING_SANCTIONS, []), (OFFERING_TO_LIFT_SANCTIONS, [("ghana", "sanctioned", "togo")])],
)
def test_sanctions_hold_until_they_are_lifted(
    build_doc: Build, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert found(build_doc(text, COUNTRIES), {"sanctioned": "SUBJ's sanction on OBJ"}) == expected


@pytest.mark.parametrize(("name", "reached"), [("sanctioned", True), ("supported", False)])
def test_a_penalty_on_things_is_on_their_owner(build_doc: Build, name: str, reached: bool) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        imposed VBD ROOT 1 impose
        tariffs NNS dobj 1 tariff
        on IN prep 2
        Togo NNP compound 5
        beef NN pobj 3
        """,
        COUNTRIES,
    )
    assert found(doc, {name: "SUBJ impose tariff on OBJ"}) == [("ghana", name, "togo")] * reached


def test_what_several_agree_on_with_another_they_do_not_agree_with_each_other(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 3
        and CC cc 0
        Togo NNP conj 0
        agreed VBD ROOT 3 agree
        with IN prep 3
        Benin NNP pobj 4
        to TO aux 7
        leave VB xcomp 3
        """,
        COUNTRIES,
    )
    frames = {"agreedWith": "SUBJ and OBJ agree to VP"}
    assert found(doc, frames, symmetric=True) == []


def test_who_has_somebody_flown_to_a_place_does_not_visit_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubjpass 2
        was VBD auxpass 2 be
        flown VBN ROOT 2 fly
        to IN prep 2
        Benin NNP pobj 3
        by IN agent 2
        Togo NNP pobj 5
        """,
        COUNTRIES,
    )
    assert found(doc, {"visited": "SUBJ fly to OBJ"}) == []


def test_who_acts_in_support_of_somebody_supports_him(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        spoke VBD ROOT 1 speak
        in IN prep 1
        support NN pobj 2
        of IN prep 3
        Togo NNP pobj 4
        """,
        COUNTRIES,
    )
    assert found(doc, {"supported": "SUBJ be in support of OBJ"}) == [("ghana", "supported", "togo")]
