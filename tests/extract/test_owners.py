"""Deeds and instruments stand for those whose they are."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.events.owners import Owners
from kg.extract.predicates import Mentions
from kg.model import EntityType

Build = Callable[..., Doc]
COUNTRIES = dict.fromkeys(["Ghana", "Togo", "Ghanaian"], EntityType.COUNTRY)


def owners(doc: Doc) -> Owners:
    return Owners(Mentions(doc))


def test_the_murder_of_somebody_is_not_his_deed(build_doc: Build) -> None:
    doc = build_doc("the DT det 1\nmurder NN ROOT 1\nof IN prep 1\nTogo NNP pobj 2", COUNTRIES)
    assert [m.entity for m in owners(doc).of([doc[1]])] == ["togo"]
    assert owners(doc).doing([doc[1]]) == []


def test_who_is_an_end_himself_has_no_owner(build_doc: Build) -> None:
    mentions = COUNTRIES | {"army": EntityType.ORGANIZATION}
    doc = build_doc("Ghana NNP poss 2\n's POS case 0\narmy NN ROOT 2", mentions)
    assert owners(doc).doing([doc[2]]) == []


def test_a_body_between_a_country_and_its_shelling_stands_for_the_country(build_doc: Build) -> None:
    doc = build_doc("Ghanaian JJ amod 1\ngovernment NN compound 2\nshelling NN ROOT 2", COUNTRIES)
    assert [m.entity for m in owners(doc).acting_by([doc[2]])] == ["ghanaian"]


def test_those_who_carry_out_a_raid_act_by_it(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nlaunched VBD ROOT 1 launch\na DT det 3\nraid NN dobj 1\nkilling VBG acl 3 kill",
        COUNTRIES,
    )
    assert [m.entity for m in owners(doc).acting_by([doc[3]])] == ["ghana"]


def test_who_fires_a_missile_acts_by_it_before_its_maker(build_doc: Build) -> None:
    doc = build_doc(
        "Ghanaian JJ amod 1\nmissiles NNS ROOT 1 missile\nfired VBN acl 1 fire\nby IN agent 2\nTogo NNP pobj 3",
        COUNTRIES,
    )
    assert [m.entity for m in owners(doc).acting_by([doc[1]])] == ["togo"]


def test_a_wave_of_attacks_is_the_deed_of_who_commits_them(build_doc: Build) -> None:
    doc = build_doc(
        "wave NN ROOT 0\nof IN prep 0\nraids NNS pobj 1 raid\nlaunched VBN acl 2 launch\nby IN agent 3\nTogo NNP pobj 4",
        COUNTRIES,
    )
    assert [m.entity for m in owners(doc).doing([doc[0]])] == ["togo"]


def test_who_stands_behind_the_victims_has_not_done_it(build_doc: Build) -> None:
    doc = build_doc(
        "arrest NN ROOT 0\nof IN prep 0\nmen NNS pobj 1 man\nbacked VBN acl 2 back\nby IN agent 3\nTogo NNP pobj 4",
        COUNTRIES,
    )
    assert owners(doc).doing([doc[0]]) == []
