"""Threats are what somebody says that he will do to another."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.annotations import Candidate
from kg.extract.threats import Threats
from kg.model import EntityType
from kg.ontology import Relation

Build = Callable[..., Doc]
AGENTS = frozenset({EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY})
KNOWN = {"threatened": Relation("threatened", "", "threatened", "", AGENTS, AGENTS, False, None, (), (), ())}
NAMES = {"Ann": EntityType.PERSON, "Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY}
WARNED = """
Ann NNP nsubj 1
{} VBD ROOT 1 {}
Ghana NNP nsubj 4
would MD aux 4
bomb VB ccomp 1
Togo NNP dobj 4
"""


def threats(doc: Doc, *others: Candidate) -> list[tuple[str, str]]:
    act = Candidate(2, 5, "ghana", "togo", "attacked", 4, "", 0.8)
    return [(c.subject_entity, c.object_entity) for c in Threats(doc, KNOWN).candidates([act, *others])]


def test_who_leads_those_who_will_do_it_threatens(build_doc: Build) -> None:
    leads = Candidate(0, 2, "ann", "ghana", "leads", 0, "", 0.8, static=True)
    assert threats(build_doc(WARNED.format("warned", "warn"), NAMES), leads) == [("ann", "togo")]


def test_who_warns_of_what_others_will_do_does_not_threaten(build_doc: Build) -> None:
    assert threats(build_doc(WARNED.format("warned", "warn"), NAMES)) == []


def test_a_plan_without_a_condition_is_no_threat(build_doc: Build) -> None:
    leads = Candidate(0, 2, "ann", "ghana", "leads", 0, "", 0.8, static=True)
    assert threats(build_doc(WARNED.format("said", "say"), NAMES), leads) == []


def test_the_warning_may_stand_inside_the_threat(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ann NNP nsubj 1
        warned VBD parataxis 4 warn
        Ghana NNP nsubj 4
        would MD aux 4
        bomb VB ROOT 4
        Togo NNP dobj 4
        """,
        NAMES,
    )
    leads = Candidate(0, 2, "ann", "ghana", "leads", 0, "", 0.8, static=True)
    assert threats(doc, leads) == [("ann", "togo")]


def test_a_vow_to_do_it_is_a_threat(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        vowed VBD ROOT 1 vow
        to TO aux 3
        bomb VB xcomp 1
        Togo NNP dobj 3
        """,
        NAMES,
    )
    act = Candidate(0, 4, "ghana", "togo", "attacked", 3, "", 0.8)
    assert [
        (c.trigger, c.subject_entity, c.object_entity) for c in Threats(doc, KNOWN).candidates([act])
    ] == [(1, "ghana", "togo")]


def test_the_infinitive_of_a_threat_says_who_is_threatened(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP poss 2
        's POS case 0
        threat NN nsubj 5
        to TO aux 4
        bomb VB acl 2
        worried VBD ROOT 5 worry
        Togo NNP dobj 4
        """,
        NAMES,
    )
    act = Candidate(0, 6, "ghana", "togo", "attacked", 4, "", 0.8)
    assert [(c.subject_entity, c.object_entity) for c in Threats(doc, KNOWN).candidates([act])] == [
        ("ghana", "togo")
    ]


CUT_OFF = """
Ghana NNP nsubj 1
warned VBD ROOT 1 warn
Ghana NNP nsubj {0}
would MD aux {0}{1}
suspend VB ccomp 1
aid NN dobj {0}
to IN prep {0}
Togo NNP pobj {2}
"""


def test_what_is_cut_off_from_somebody_threatens_him(build_doc: Build) -> None:
    doc = build_doc(CUT_OFF.format(4, "", 6), NAMES)
    assert [(c.subject_entity, c.object_entity) for c in Threats(doc, KNOWN).candidates([])] == [
        ("ghana", "togo")
    ]


def test_what_will_not_be_done_is_no_threat(build_doc: Build) -> None:
    doc = build_doc(CUT_OFF.format(5, "\nnot RB neg 5", 7), NAMES)
    assert list(Threats(doc, KNOWN).candidates([])) == []
