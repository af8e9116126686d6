"""The surroundings of a verb give away which sense of it is meant."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.events.senses import relation_meant
from kg.model import EntityType

Build = Callable[..., Doc]
PERSON, COUNTRY = EntityType.PERSON, EntityType.COUNTRY


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Ann NNP nsubj 1\nattacked VBD ROOT 1 attack\nhim PRP dobj 1\nover IN prep 1\ntaxes NNS pobj 3 tax",
            1,
        ),
        ("Ann NNP nsubj 1\nattacked VBD ROOT 1 attack\nhim PRP dobj 1\ncalling VBG advcl 1 call", 1),
        ("a DT det 2\nscathing JJ amod 2\nattack NN ROOT 2\non IN prep 2\nhim PRP pobj 3", 2),
    ],
)
def test_an_attack_in_words_is_criticism(build_doc: Build, text: str, trigger: int) -> None:
    doc = build_doc(text)
    assert relation_meant("attacked", doc[trigger], PERSON, ()) == "condemned"


def test_an_attack_that_lasts_is_one_by_force(build_doc: Build) -> None:
    doc = build_doc(
        "Ann NNP nsubj 1\nattacked VBD ROOT 1 attack\nhim PRP dobj 1\nfor IN prep 1\nhours NNS pobj 3 hour"
    )
    assert relation_meant("attacked", doc[1], PERSON, ()) == "attacked"


@pytest.mark.parametrize(("kind", "called"), [(COUNTRY, ()), (PERSON, ("rebel",))])
def test_a_strike_by_armed_people_or_a_state_is_an_attack(
    build_doc: Build, kind: EntityType, called: tuple[str, ...]
) -> None:
    doc = build_doc("a DT det 1\nstrike NN ROOT 1\nagainst IN prep 1\nit PRP pobj 2")
    assert relation_meant("attacked", doc[1], kind, called) == "attacked"
    assert relation_meant("protestedAgainst", doc[1], kind, called) is None


def test_a_strike_by_others_is_a_protest(build_doc: Build) -> None:
    doc = build_doc("a DT det 1\nstrike NN ROOT 1\nagainst IN prep 1\nit PRP pobj 2")
    assert relation_meant("attacked", doc[1], PERSON, ("nurse",)) is None
    assert relation_meant("protestedAgainst", doc[1], PERSON, ("nurse",)) == "protestedAgainst"


def test_to_be_opposed_is_not_the_same_as_as_opposed_to(build_doc: Build) -> None:
    doc = build_doc("As IN mark 1\nopposed VBN ROOT 1 oppose\nto IN prep 1\nit PRP pobj 2")
    assert relation_meant("opposes", doc[1], COUNTRY, ()) is None


def test_a_raid_by_the_police_is_an_investigation(build_doc: Build) -> None:
    doc = build_doc("They PRP nsubj 1\nraided VBD ROOT 1 raid\nit PRP dobj 1")
    assert relation_meant("attacked", doc[1], EntityType.ORGANIZATION, ("police",)) == "investigated"
    assert relation_meant("attacked", doc[1], EntityType.ORGANIZATION, ("militia",)) == "attacked"


@pytest.mark.parametrize(("what", "relation"), [("cracks", None), ("sanctions", "threatened")])
def test_to_warn_of_a_danger_is_no_threat(build_doc: Build, what: str, relation: str | None) -> None:
    doc = build_doc(
        f"Ann NNP nsubj 1\nwarned VBD ROOT 1 warn\nBo NNP dobj 1\nof IN prep 1\n{what} NNS pobj 3 {what.rstrip('s')}"
    )
    assert relation_meant("threatened", doc[1], PERSON, ()) == relation


def test_a_lawyer_who_defends_somebody_does_not_support_him(build_doc: Build) -> None:
    doc = build_doc("Ann NNP nsubj 1\ndefended VBD ROOT 1 defend\nBo NNP dobj 1")
    assert relation_meant("supported", doc[1], PERSON, ("lawyer",)) is None
    assert relation_meant("supported", doc[1], PERSON, ()) == "supported"


def test_whom_a_court_jails_it_convicts(build_doc: Build) -> None:
    doc = build_doc("It PRP nsubj 1\njailed VBD ROOT 1 jail\nAnn NNP dobj 1")
    assert relation_meant("arrested", doc[1], EntityType.ORGANIZATION, ("court",)) == "convicted"
    assert relation_meant("arrested", doc[1], EntityType.ORGANIZATION, ("police",)) == "arrested"


@pytest.mark.parametrize(("where", "relation"), [("tweet", "condemned"), ("town", "attacked")])
def test_an_attack_in_a_tweet_is_criticism(build_doc: Build, where: str, relation: str) -> None:
    doc = build_doc(
        f"Ann NNP nsubj 1\nattacked VBD ROOT 1 attack\nBo NNP dobj 1\nin IN prep 1\na DT det 5\n{where} NN pobj 3"
    )
    assert relation_meant("attacked", doc[1], PERSON, ()) == relation


def test_to_launch_an_attack_in_words_is_criticism(build_doc: Build) -> None:
    doc = build_doc(
        "Ann NNP nsubj 1\nlaunched VBD ROOT 1 launch\na DT det 4\npersonal JJ amod 4\nattack NN dobj 1\n"
        "on IN prep 4\nBo NNP pobj 5"
    )
    assert relation_meant("attacked", doc[1], PERSON, ()) == "condemned"


@pytest.mark.parametrize(("after", "relation"), [("for", None), ("with", "metWith")])
def test_a_call_for_something_is_no_meeting(build_doc: Build, after: str, relation: str | None) -> None:
    doc = build_doc(f"Danish JJ amod 1\ncalls NNS ROOT 1 call\n{after} IN prep 1\npeace NN pobj 2")
    assert relation_meant("metWith", doc[1], COUNTRY, ()) == relation


def test_a_plot_of_which_somebody_warns_is_not_his_threat(build_doc: Build) -> None:
    doc = build_doc(
        "Ann NNP nsubj 1\nwarned VBD ROOT 1 warn\nBo NNP dobj 1\nof IN prep 1\nplanned JJ amod 5\n"
        "attacks NNS pobj 3 attack"
    )
    assert relation_meant("threatened", doc[1], PERSON, ()) is None
