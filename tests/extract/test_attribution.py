"""Who says so is read from the clause, phrase, adverb or quotation that covers a token."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.attribution import Attribution
from kg.extract.predicates import Mentions
from kg.model import UNNAMED, EntityType

Build = Callable[..., Doc]
NAMES = {"Okafor": EntityType.PERSON, "Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY}


def holders(doc: Doc, token: int) -> list[tuple[str, bool]]:
    return [(region.holder, region.denies) for region in Attribution(doc, Mentions(doc)).of(doc[token])]


def test_what_somebody_says_is_his(build_doc: Build) -> None:
    doc = build_doc(
        "Okafor NNP nsubj 1\nsaid VBD ROOT 1 say\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    assert holders(doc, 3) == [("okafor", False)]
    assert holders(doc, 1) == []


def test_what_somebody_denies_is_his_denial(build_doc: Build) -> None:
    doc = build_doc(
        "Okafor NNP nsubj 1\ndenied VBD ROOT 1 deny\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    assert holders(doc, 3) == [("okafor", True)]


def test_officials_are_nobody_by_name(build_doc: Build) -> None:
    doc = build_doc(
        "Officials NNS nsubj 1 official\nsaid VBD ROOT 1 say\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    assert holders(doc, 3) == [(UNNAMED, False)]


def test_reportedly_is_nobody_by_name(build_doc: Build) -> None:
    doc = build_doc("Ghana NNP nsubj 2\nreportedly RB advmod 2\nsued VBD ROOT 2 sue\nTogo NNP dobj 2", NAMES)
    assert holders(doc, 2) == [(UNNAMED, False)]


def test_according_to_covers_the_rest_of_the_sentence(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\nTogo NNP dobj 1\n"
        "according VBG prep 1 accord\nto IN prep 3\nOkafor NNP pobj 4",
        NAMES,
    )
    assert holders(doc, 1) == [("okafor", False)]


def test_a_quotation_belongs_to_who_speaks_beside_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        “ `` punct 6
        Today NN npadvmod 3 today
        Ghana NNP nsubj 3
        sued VBD ccomp 6 sue
        Togo NNP dobj 3
        ” '' punct 6
        said VBD ROOT 6 say
        Okafor NNP nsubj 6
        """,
        NAMES,
    )
    assert ("okafor", False) in holders(doc, 3)


def test_words_in_scare_quotes_are_nobody_s(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\n“ `` punct 3\nTogo NNP dobj 1\n” '' punct 3", NAMES
    )
    assert holders(doc, 3) == []


def test_a_relative_clause_inside_what_is_said_is_the_author_s(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        said VBD ROOT 1 say
        Ghana NNP nsubj 6
        which WDT nsubj 4
        sued VBD relcl 2 sue
        Togo NNP dobj 4
        lied VBD ccomp 1 lie
        """,
        NAMES,
    )
    assert holders(doc, 4) == []
    assert holders(doc, 6) == [("okafor", False)]


def test_what_is_demanded_is_the_demander_s_and_what_is_planned_is_nobody_s(build_doc: Build) -> None:
    def told(verb: str) -> Doc:
        return build_doc(
            f"Okafor NNP nsubj 1\ndid VBD ROOT 1 {verb}\nGhana NNP nsubj 4\nto TO aux 4\nsue VB xcomp 1\nTogo NNP dobj 4",
            NAMES,
        )

    assert holders(told("urge"), 4) == [("okafor", False)]
    assert holders(told("plan"), 4) == []


def test_a_denial_of_a_report_is_the_denier_s(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        denied VBD ROOT 1 deny
        reports NNS dobj 1 report
        that IN mark 5
        Ghana NNP nsubj 5
        sued VBD acl 2 sue
        Togo NNP dobj 5
        """,
        NAMES,
    )
    assert holders(doc, 5) == [("okafor", True)]


def test_a_parenthesis_speaks_for_its_side_of_a_semicolon(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        sued VBD ccomp 5 sue
        Togo NNP dobj 1
        ; : punct 5
        Togo NNP nsubj 5
        lied VBD ROOT 5 lie
        , , punct 5
        Okafor NNP nsubj 8
        said VBD parataxis 5 say
        """,
        NAMES,
    )
    assert holders(doc, 1) == []
    assert holders(doc, 5) == [("okafor", False)]


def test_a_paper_that_was_named_speaks_for_its_writer_later(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP poss 2
        's POS case 0
        report NN nsubj 3
        appeared VBD ROOT 3 appear
        . . punct 3
        The DT det 6 the
        report NN nsubj 7
        said VBD ROOT 7 say
        Togo NNP nsubj 9
        lied VBD ccomp 7 lie
        """,
        NAMES,
    )
    assert holders(doc, 9) == [("ghana", False)]


def test_accusing_gives_the_content_to_the_accuser(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        accused VBD ROOT 1 accuse
        Ghana NNP dobj 1
        of IN prep 1
        suing VBG pcomp 3 sue
        Togo NNP dobj 4
        """,
        NAMES,
    )
    assert holders(doc, 4) == [("okafor", False)]
    assert holders(doc, 1) == []


def test_a_named_holder_goes_before_an_unnamed_one(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        said VBD ROOT 1 say
        Ghana NNP nsubj 4
        reportedly RB advmod 4
        sued VBD ccomp 1 sue
        Togo NNP dobj 4
        """,
        NAMES,
    )
    assert Attribution(doc, Mentions(doc)).holders(doc[4]) == ("okafor", None, False)
