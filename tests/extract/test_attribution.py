"""Who says so is read from the clause, phrase, adverb or quotation that covers a token."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.attribution import Attribution, Said
from kg.extract.predicates import Mentions, grammatical_subjects
from kg.extract.repairs import mend
from kg.model import UNNAMED, EntityType, HolderStance

Build = Callable[..., Doc]
NAMES = {"Okafor": EntityType.PERSON, "Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY}


ASSERTS, DENIES, ALLEGES = HolderStance


def said(doc: Doc, token: int, subject: str | None = None) -> Said:
    return Attribution(doc, Mentions(doc)).said(doc[token], subject)


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
    assert said(doc, 4) == Said("okafor", None, ASSERTS)


def test_who_accuses_or_suspects_only_alleges(build_doc: Build) -> None:
    accused = build_doc(
        "Okafor NNP nsubj 1\naccused VBD ROOT 1 accuse\nGhana NNP dobj 1\nof IN prep 1\nsuing VBG pcomp 3 sue",
        NAMES,
    )
    suspected = build_doc(
        "Okafor NNP nsubj 1\nsuspects VBZ ROOT 1 suspect\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    adverb = build_doc(
        "Ghana NNP nsubj 2\nallegedly RB advmod 2\nsued VBD ROOT 2 sue\nTogo NNP dobj 2", NAMES
    )
    assert said(accused, 4) == Said("okafor", None, ALLEGES)
    assert said(suspected, 3) == Said("okafor", None, ALLEGES)
    assert said(adverb, 2) == Said(UNNAMED, None, ALLEGES)


def test_a_court_that_convicts_asserts_and_one_that_acquits_denies(build_doc: Build) -> None:
    def tried(verb: str) -> Doc:
        return build_doc(
            f"Okafor NNP nsubj 1\ndid VBD ROOT 1 {verb}\nGhana NNP dobj 1\nof IN prep 1\nsuing VBG pcomp 3 sue",
            NAMES,
        )

    assert said(tried("convict"), 4).stance is ASSERTS
    assert said(tried("acquit"), 4) == Said("okafor", None, DENIES, negates=True)


def test_who_denies_that_others_said_it_denies_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        denied VBD ROOT 1 deny
        Togo NNP nsubj 3
        said VBD ccomp 1 say
        Ghana NNP nsubj 5
        lied VBD ccomp 3 lie
        """,
        NAMES,
    )
    assert said(doc, 5) == Said("okafor", None, DENIES, negates=True)


def test_who_does_not_deny_it_asserts_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 3
        did VBD aux 3 do
        not RB neg 3
        deny VB ROOT 3
        Ghana NNP nsubj 5
        lied VBD ccomp 3 lie
        """,
        NAMES,
    )
    assert said(doc, 5) == Said("okafor", None, ASSERTS)


def test_what_somebody_refuses_to_confirm_is_nobody_s_claim_and_left_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        refused VBD ROOT 1 refuse
        to TO aux 3
        confirm VB xcomp 1
        that IN mark 6
        Ghana NNP nsubj 6
        lied VBD ccomp 3 lie
        """,
        NAMES,
    )
    assert said(doc, 6) == Said()
    assert Attribution(doc, Mentions(doc)).is_withheld(doc[6])


def test_a_report_that_is_called_untrue_is_denied_by_who_calls_it_so(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        dismissed VBD ROOT 1 dismiss
        as IN prep 1
        false JJ amod 4
        claims NNS pobj 2 claim
        that IN mark 7
        Ghana NNP nsubj 7
        lied VBD acl 4 lie
        """,
        NAMES,
    )
    assert said(doc, 7) == Said("okafor", None, DENIES, untrue=True)


def test_a_report_that_is_false_is_nobody_s_denial(build_doc: Build) -> None:
    doc = build_doc(
        """
        reports NNS nsubj 4 report
        that IN mark 3
        Ghana NNP nsubj 3
        lied VBD acl 0 lie
        are VBP ROOT 4 be
        false JJ acomp 4
        """,
        NAMES,
    )
    assert said(doc, 3) == Said(untrue=True)


def test_involvement_in_somebody_else_s_deed_is_denied_without_the_deed(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        denies VBZ ROOT 1 deny
        involvement NN dobj 1
        in IN prep 2
        attacks NNS pobj 3 attack
        by IN prep 4
        Ghana NNP pobj 5
        """,
        NAMES,
    )
    assert said(doc, 4) == Said()


def test_whom_a_report_cites_holds_it_and_the_report_passes_it_on(build_doc: Build) -> None:
    doc = build_doc(
        """
        Togo NNP nsubj 5
        , , punct 5
        citing VBG advcl 5 cite
        Okafor NNP dobj 2
        , , punct 5
        reported VBD ROOT 5 report
        that IN mark 8
        Ghana NNP nsubj 8
        lied VBD ccomp 5 lie
        """,
        NAMES,
    )
    assert said(doc, 8) == Said("okafor", "togo", ASSERTS)


def test_who_is_quoted_as_saying_it_holds_it(build_doc: Build) -> None:
    active = build_doc(
        """
        Togo NNP nsubj 1
        quoted VBD ROOT 1 quote
        Okafor NNP dobj 1
        as IN prep 1
        denying VBG pcomp 3 deny
        that IN mark 7
        Ghana NNP nsubj 7
        lied VBD ccomp 4 lie
        """,
        NAMES,
    )
    passive = build_doc(
        """
        Okafor NNP nsubjpass 2
        was VBD auxpass 2 be
        quoted VBN ROOT 2 quote
        by IN agent 2
        Togo NNP pobj 3
        as IN prep 2
        saying VBG pcomp 5 say
        Ghana NNP nsubj 8
        lied VBD ccomp 6 lie
        """,
        NAMES,
    )
    assert said(active, 7) == Said("okafor", "togo", DENIES, negates=True)
    assert said(passive, 8) == Said("okafor", "togo", ASSERTS)


def test_what_a_body_announces_is_its_word_for_others_deeds_alone(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        announced VBD ROOT 1 announce
        the DT det 3
        arrest NN dobj 1
        of IN prep 3
        Togo NNP pobj 4
        """,
        NAMES,
    )
    assert said(doc, 3, "ghana") == Said("okafor", None, ASSERTS)
    assert said(doc, 3, "okafor") == Said()


def test_a_signature_behind_a_dash_gives_the_speaker(build_doc: Build) -> None:
    doc = build_doc(
        """
        “ `` punct 3
        Today NN npadvmod 3 today
        Ghana NNP nsubj 3
        sued VBD ROOT 3 sue
        Togo NNP dobj 3
        ” '' punct 3
        — : punct 3
        Okafor NNP dep 3
        """,
        NAMES,
    )
    assert said(doc, 3) == Said("okafor", None, ASSERTS)


def test_a_colon_before_a_quotation_gives_it_to_the_person_before_it(build_doc: Build) -> None:
    def told(subject: str) -> Doc:
        return build_doc(
            f"""
            {subject} NNP nsubj 1
            was VBD ROOT 1 be
            blunt JJ acomp 1
            : : punct 1
            “ `` punct 7
            Today NN npadvmod 7 today
            Ghana NNP nsubj 7
            sued VBD parataxis 1 sue
            Togo NNP dobj 7
            ” '' punct 7
            """,
            NAMES,
        )

    assert said(told("Okafor"), 7) == Said("okafor", None, ASSERTS)
    assert said(told("Reply"), 7) == Said()


def test_a_source_with_a_relative_clause_may_close_the_sentence(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        sued VBD ROOT 1 sue
        Togo NNP dobj 1
        , , punct 2
        a DT det 5
        diplomat NN appos 2
        who WP nsubj 7
        asked VBD relcl 5 ask
        to TO aux 9
        hide VB xcomp 7
        said VBD oprd 9 say
        . . punct 1
        """,
        NAMES,
    )
    assert said(doc, 1) == Said(UNNAMED, None, ASSERTS)


def test_an_and_before_the_words_about_a_source_leaves_what_stands_before_to_the_author(
    build_doc: Build,
) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        sued VBD ROOT 1 sue
        Togo NNP dobj 1
        and CC cc 1
        , , punct 1
        Okafor NNP nsubj 6
        said VBD parataxis 9 say
        , , punct 9
        will MD aux 9
        win VB conj 1
        . . punct 1
        """,
        NAMES,
    )
    assert said(doc, 1) == Said()
    assert said(doc, 9).holder == "okafor"


def test_a_verb_behind_the_words_about_a_source_is_no_participle_of_the_source(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP ROOT 0
        , , punct 2
        according VBG prep 0 accord
        to IN prep 2
        Lee NNP pobj 3
        , , punct 4
        arrested VBN acl 4 arrest
        Ek NNP dobj 6
        . . punct 2
        """
    )
    mend(doc)
    assert [t.text for t in grammatical_subjects(doc[6])] == ["Chad"]
    assert doc[8].head.text == "arrested"


JAILED = """
Okafor NNP nsubjpass 2
was VBD auxpass 2 be
jailed VBN ROOT 2 jail
by IN agent 2
Togo NNP pobj 3
for IN prep 4
attacking VBG pcomp 5 attack
Ghana NNP dobj 6
"""


def test_a_verdict_tells_what_the_court_found(build_doc: Build) -> None:
    assert said(build_doc(JAILED, NAMES), 6).holder == "togo"


def test_what_somebody_is_arrested_for_is_alleged(build_doc: Build) -> None:
    arrested = JAILED.replace("jailed VBN ROOT 2 jail", "arrested VBN ROOT 2 arrest")
    of_police = said(build_doc(arrested, NAMES), 6)
    assert (of_police.holder, of_police.stance) == ("togo", ALLEGES)
    nobody = arrested.replace("Togo NNP", "dawn NN").replace("by IN agent", "at IN prep")
    assert said(build_doc(nobody, NAMES), 6).holder == UNNAMED


def test_a_plea_is_what_somebody_says_of_himself(build_doc: Build) -> None:
    doc = build_doc(
        """
        Okafor NNP nsubj 1
        pleaded VBD ROOT 1 plead
        guilty JJ acomp 1
        to IN prep 2
        attacking VBG pcomp 3 attack
        Ghana NNP dobj 4
        """,
        NAMES,
    )
    assert said(doc, 4).holder == "okafor"


def test_a_text_that_opens_with_a_source_is_read(build_doc: Build) -> None:
    doc = build_doc(
        "Citing VBG advcl 3 cite\nOkafor NNP dobj 0\nReuters NNP nsubj 3\nsaid VBD ROOT 3 say\nso RB advmod 3"
    )
    assert holders(doc, 3) == []
