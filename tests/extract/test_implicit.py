"""The agent that a passive leaves out is the authority, or the country, that the sentence speaks of."""

from collections.abc import Callable, Mapping

from spacy.tokens import Doc

from kg.extract.annotations import Candidate, TokenMention
from kg.extract.events.implicit import ImplicitAgents
from kg.extract.predicates import Mentions
from kg.model import EntityType, MentionKind

Build = Callable[..., Doc]


PATIENT = TokenMention(0, 1, 0, MentionKind.NAME, EntityType.PERSON, "kanu")


def found(doc: Doc, token: int, relation: str, countries: Mapping[str, str] | None = None) -> list[str]:
    implicit = ImplicitAgents(doc, Mentions(doc), countries or {})
    return [mention.entity for mention in implicit.of(doc[token], relation, PATIENT)]


def test_a_country_where_somebody_is_held_holds_him(build_doc: Build) -> None:
    doc = build_doc(
        "Kanu NNP nsubjpass 2\nwas VBD auxpass 2 be\narrested VBN ROOT 2 arrest\nin IN prep 2\nChad NNP pobj 3",
        {"Chad": EntityType.COUNTRY},
    )
    assert found(doc, 2, "arrested") == ["chad"]


def test_a_town_does_not_arrest_anybody(build_doc: Build) -> None:
    doc = build_doc(
        "Kanu NNP nsubjpass 2\nwas VBD auxpass 2 be\narrested VBN ROOT 2 arrest\nin IN prep 2\nKano NNP pobj 3",
        {"Kano": EntityType.PLACE},
    )
    assert found(doc, 2, "arrested") == []


def test_a_court_beside_it_convicts_and_does_not_arrest(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        court NN nsubj 2
        sat VBD ROOT 2 sit
        ; : punct 2
        Kanu NNP nsubjpass 6
        was VBD auxpass 6 be
        jailed VBN conj 2 jail
        """,
        {"court": EntityType.ORGANIZATION},
    )
    assert found(doc, 6, "convicted") == ["court"]
    assert found(doc, 6, "arrested") == []


def test_a_town_stands_for_its_country_where_the_article_names_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        arrested VBN ROOT 2 arrest
        in IN prep 2
        Kano NNP pobj 3
        ; : punct 2
        Nigeria NNP nsubj 7
        rejoiced VBD conj 2 rejoice
        """,
        {"Kano": EntityType.PLACE, "Nigeria": EntityType.COUNTRY},
    )
    assert found(doc, 2, "arrested", {"kano": "nigeria"}) == ["nigeria"]


def test_a_prison_is_its_countrys(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        held VBN ROOT 2 hold
        in IN prep 2
        a DT det 6
        Danish JJ amod 6
        jail NN pobj 3
        """,
        {"Danish": EntityType.COUNTRY},
    )
    assert found(doc, 2, "arrested") == ["danish"]


def test_who_holds_somebody_frees_him(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP dobj 2
        Chad NNP nsubj 2
        held VBD ROOT 2 hold
        . . punct 2
        He PRP nsubjpass 6
        was VBD auxpass 6 be
        freed VBN ROOT 6 free
        """,
        {"Chad": EntityType.COUNTRY},
    )
    held = Candidate(1, 0, "chad", "kanu", "arrested", 2, "SUBJ hold OBJ", 0.8)
    implicit = ImplicitAgents(doc, Mentions(doc), {})
    assert [m.entity for m in implicit.of(doc[6], "released", PATIENT, [held])] == ["chad"]


def test_a_court_convicts_nobody_who_only_may_be_convicted(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubj 4
        , , punct 4
        if IN mark 3
        convicted VBN advcl 4 convict
        faces VBZ ROOT 4 face
        a DT det 6
        court NN dobj 4
        """,
        {"court": EntityType.ORGANIZATION},
    )
    assert found(doc, 3, "convicted") == []


def test_a_grand_jury_indicts_and_does_not_convict(build_doc: Build) -> None:
    doc = build_doc(
        """
        A DT det 2
        grand JJ amod 2
        jury NN nsubj 3
        sat VBD ROOT 3 sit
        ; : punct 3
        Kanu NNP nsubjpass 7
        was VBD auxpass 7 be
        jailed VBN conj 3 jail
        """,
        {"jury": EntityType.ORGANIZATION},
    )
    assert found(doc, 7, "convicted") == []
    assert found(doc, 7, "indicted") == ["jury"]


def test_the_court_of_today_did_not_convict_in_another_year(build_doc: Build) -> None:
    doc = build_doc(
        """
        A DT det 1
        court NN nsubj 2
        convened VBD ROOT 2 convene
        . . punct 2
        Kanu NNP nsubjpass 6
        was VBD auxpass 6 be
        jailed VBN ROOT 6 jail
        in IN prep 6
        2018 CD pobj 7
        """,
        {"court": EntityType.ORGANIZATION},
    )
    assert found(doc, 6, "convicted") == []
