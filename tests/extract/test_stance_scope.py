"""Negation, modality and truth are read with their scope: which words reach the trigger, and which do not."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.stance.reading import stance_of
from kg.model import Modality, Polarity

Build = Callable[..., Doc]

FACT = (Polarity.AFFIRMED, Modality.ACTUAL)
OPEN = (Polarity.AFFIRMED, Modality.POSSIBLE)
NOT = (Polarity.NEGATED, Modality.ACTUAL)
OFF = (Polarity.NEGATED, Modality.POSSIBLE)


def test_never_once_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3 Lee
        never RB neg 2
        once RB advmod 3
        met VBD ROOT 3 meet
        Ek NNP dobj 3 Ek
        """
    )
    assert stance_of(doc[3]) == NOT


def test_at_no_time_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        At IN prep 5
        no DT det 2
        time NN pobj 0
        did VBD aux 5 do
        Chad NNP nsubj 5 Chad
        sue VB ROOT 5
        Niger NNP dobj 5 Niger
        """
    )
    assert stance_of(doc[5]) == NOT


def test_a_negation_that_turns_the_clause_round_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        Not RB neg 1
        since IN mark 6
        the DT det 3
        war NN dep 6
        has VBZ aux 6 have
        Chad NNP nsubj 6 Chad
        condemned VBD ROOT 6 condemn
        Mali NNP dobj 6 Mali
        """
    )
    assert stance_of(doc[6]) == NOT


def test_not_until_tells_that_it_came_about(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        did VBD aux 3 do
        not RB neg 3
        free VB ROOT 3
        Lee NNP dobj 3 Lee
        until IN prep 3
        March NNP pobj 5 March
        """
    )
    assert stance_of(doc[3]) == FACT


def test_not_until_with_a_future_leaves_it_negated(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        will MD aux 3
        not RB neg 3
        free VB ROOT 3
        Lee NNP dobj 3 Lee
        until IN prep 3
        March NNP pobj 5 March
        """
    )
    assert stance_of(doc[3]) == OFF


def test_not_after_a_verb_negates_what_follows(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1 Chad
        arrested VBD ROOT 1 arrest
        Lee NNP dobj 1 Lee
        not RB neg 1
        because IN mark 7
        he PRP nsubj 7
        had VBD aux 7 have
        fled VBN advcl 1 flee
        """
    )
    assert stance_of(doc[1]) == FACT


def test_whether_or_not_leaves_it_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Whether IN mark 4
        or CC cc 4
        not RB neg 4
        Chad NNP nsubj 4 Chad
        sued VBD csubj 8 sue
        Niger NNP dobj 4 Niger
        , , punct 5
        Mali NNP conj 5 Mali
        is VBZ ROOT 8 be
        worried JJ acomp 8
        """
    )
    assert stance_of(doc[4]) == OPEN


def test_rather_than_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        Rather RB advmod 2
        than IN mark 2
        sue VB advcl 6
        Niger NNP dobj 2 Niger
        , , punct 3
        Chad NNP appos 3 Chad
        condemned VBD ROOT 6 condemn
        Mali NNP dobj 6 Mali
        """
    )
    assert stance_of(doc[2]) == NOT


def test_nor_negates_the_second_verb_once(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        has VBZ aux 3 have
        neither CC preconj 3
        condemned VBN ROOT 3 condemn
        nor CC cc 3
        sued VBD conj 3 sue
        Niger NNP dobj 5 Niger
        """
    )
    assert stance_of(doc[5]) == NOT


def test_no_sooner_negates_nothing(build_doc: Build) -> None:
    doc = build_doc(
        """
        No UH neg 1
        sooner RB advmod 4 soon
        had VBD aux 4 have
        Chad NNP nsubj 4 Chad
        arrested VBD ROOT 4 arrest
        Lee NNP dobj 4 Lee
        than IN mark 8
        Ek NNP nsubj 8 Ek
        fled VBD advcl 4 flee
        """
    )
    assert stance_of(doc[4]) == FACT


def test_a_cleft_shares_its_negation(build_doc: Build) -> None:
    doc = build_doc(
        """
        It PRP nsubj 1
        was VBD ROOT 1 be
        not RB neg 1
        Chad NNP attr 1 Chad
        that WDT nsubj 5
        sued VBD ccomp 1 sue
        Niger NNP dobj 5 Niger
        """
    )
    assert stance_of(doc[5]) == NOT


def test_what_somebody_does_not_know_holds(build_doc: Build) -> None:
    doc = build_doc(
        """
        Mali NNP nsubj 3 Mali
        did VBD aux 3 do
        not RB neg 3
        know VB ROOT 3
        that IN mark 7
        Chad NNP nsubj 7 Chad
        had VBD aux 7 have
        sued VBN ccomp 3 sue
        Niger NNP dobj 7 Niger
        """
    )
    assert stance_of(doc[7]) == FACT


def test_what_somebody_does_not_think_is_negated(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3 Lee
        does VBZ aux 3 do
        not RB neg 3
        think VB ROOT 3
        that IN mark 6
        Chad NNP nsubj 6 Chad
        sued VBD ccomp 3 sue
        Niger NNP dobj 6 Niger
        """
    )
    assert stance_of(doc[6]) == NOT


def test_what_somebody_doubts_is_negated(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1 Lee
        doubted VBD ROOT 1 doubt
        that IN mark 5
        Chad NNP nsubj 5 Chad
        had VBD aux 5 have
        sued VBN ccomp 1 sue
        Niger NNP dobj 5 Niger
        """
    )
    assert stance_of(doc[5]) == NOT


def test_what_nobody_confirms_is_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3 Lee
        did VBD aux 3 do
        not RB neg 3
        confirm VB ROOT 3
        that IN mark 7
        Chad NNP nsubj 7 Chad
        had VBD aux 7 have
        sued VBN ccomp 3 sue
        Niger NNP dobj 7 Niger
        """
    )
    assert stance_of(doc[7]) == OPEN


def test_a_myth_is_untrue(build_doc: Build) -> None:
    doc = build_doc(
        """
        It PRP nsubj 1
        is VBZ ROOT 1 be
        a DT det 3
        myth NN attr 1
        that IN mark 6
        Chad NNP nsubj 6 Chad
        sued VBD acl 3 sue
        Niger NNP dobj 6 Niger
        """
    )
    assert stance_of(doc[6]) == NOT


def test_what_is_no_myth_holds(build_doc: Build) -> None:
    doc = build_doc(
        """
        It PRP nsubj 1
        is VBZ ROOT 1 be
        not RB neg 1
        a DT det 4
        myth NN attr 1
        that IN mark 7
        Chad NNP nsubj 7 Chad
        sued VBD acl 4 sue
        Niger NNP dobj 7 Niger
        """
    )
    assert stance_of(doc[7]) == FACT


def test_a_false_claim_is_untrue(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 2
        false JJ amod 2
        claim NN nsubj 8
        that IN mark 6
        Chad NNP nsubj 6 Chad
        had VBD aux 6 have
        sued VBN acl 2 sue
        Niger NNP dobj 6 Niger
        spread VB ROOT 8
        """
    )
    assert stance_of(doc[6]) == NOT


def test_reports_that_prove_false_are_untrue(build_doc: Build) -> None:
    doc = build_doc(
        """
        Reports NNS nsubj 6 report
        that WDT mark 4
        Chad NNP nsubj 4 Chad
        had VBD aux 4 have
        sued VBN relcl 0 sue
        Niger NNP dobj 4 Niger
        proved VBD ROOT 6 prove
        false JJ oprd 6
        """
    )
    assert stance_of(doc[4]) == NOT


def test_reports_without_truth_are_untrue(build_doc: Build) -> None:
    doc = build_doc(
        """
        There EX expl 1
        is VBZ ROOT 1 be
        no DT det 3
        truth NN attr 1
        to IN prep 3
        reports NNS pobj 4 report
        that IN mark 8
        Chad NNP nsubj 8 Chad
        sued VBD acl 5 sue
        Niger NNP dobj 8 Niger
        """
    )
    assert stance_of(doc[8]) == NOT


def test_nothing_that_suggests_it_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        Nothing NN nsubj 1
        suggests VBZ ROOT 1 suggest
        that IN mark 4
        Chad NNP nsubj 4 Chad
        sued VBD ccomp 1 sue
        Niger NNP dobj 4 Niger
        """
    )
    assert stance_of(doc[4]) == NOT


def test_perhaps_leaves_it_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Perhaps RB advmod 3
        Chad NNP nsubj 3 Chad
        has VBZ aux 3 have
        sued VBN ROOT 3 sue
        Niger NNP dobj 3 Niger
        """
    )
    assert stance_of(doc[3]) == OPEN


def test_in_case_leaves_it_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        They PRP nsubj 1
        fled VBD ROOT 1 flee
        in IN prep 1
        case NN pobj 2
        Chad NNP nsubj 5 Chad
        bombed VBD ccomp 1 bomb
        Niger NNP dobj 5 Niger
        """
    )
    assert stance_of(doc[5]) == OPEN


def test_a_planned_visit_is_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP poss 3 Lee
        's POS case 0
        planned VBN amod 3 plan
        visit NN nsubj 6
        to IN prep 3
        Chad NNP pobj 4 Chad
        pleased VBD ROOT 6 please
        Mali NNP dobj 6 Mali
        """
    )
    assert stance_of(doc[3]) == OPEN


def test_what_happens_on_a_scheduled_visit_shows_it_took_place(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1 Lee
        fell VBD ROOT 1 fall
        ill RB advmod 1
        during IN prep 1
        a DT det 6
        scheduled VBN amod 6 schedule
        visit NN pobj 3
        to IN prep 6
        Chad NNP pobj 7 Chad
        """
    )
    assert stance_of(doc[6]) == FACT


def test_a_cancelled_visit_is_off(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP poss 3 Lee
        's POS case 0
        cancelled VBN amod 3 cancel
        visit NN nsubj 6
        to IN prep 3
        Chad NNP pobj 4 Chad
        angered VBD ROOT 6 anger
        Mali NNP dobj 6 Mali
        """
    )
    assert stance_of(doc[3]) == OFF


def test_a_visit_that_falls_through_is_off(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP poss 2 Lee
        's POS case 0
        visit NN nsubj 5
        to IN prep 2
        Chad NNP pobj 3 Chad
        fell VBD ROOT 5 fall
        through RB advmod 5
        """
    )
    assert stance_of(doc[2]) == OFF


def test_failed_talks_took_place(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1 Chad
        left VBD ROOT 1 leave
        after IN prep 1
        failed VBN amod 4 fail
        talks NNS pobj 2 talk
        with IN prep 4
        Mali NNP pobj 5 Mali
        """
    )
    assert stance_of(doc[4]) == FACT


def test_an_attempt_is_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1 Chad
        tried VBD ROOT 1 try
        to TO aux 3
        arrest VB xcomp 1
        Lee NNP dobj 3 Lee
        """
    )
    assert stance_of(doc[3]) == OPEN


def test_an_attempt_not_made_is_a_negated_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        did VBD aux 3 do
        not RB neg 3
        try VB ROOT 3
        to TO aux 5
        arrest VB xcomp 3
        Lee NNP dobj 5 Lee
        """
    )
    assert stance_of(doc[5]) == NOT


def test_an_attempt_that_fails_is_a_negated_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP poss 2 Chad
        's POS case 0
        attempts NNS nsubj 6 attempt
        to TO aux 4
        arrest VB acl 2
        Lee NNP dobj 4 Lee
        failed VBD ROOT 6 fail
        """
    )
    assert stance_of(doc[4]) == NOT


def test_a_failed_bid_is_a_negated_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP poss 3 Chad
        's POS case 0
        failed VBN amod 3 fail
        bid NN ROOT 3
        to TO aux 5
        arrest VB acl 3
        Lee NNP dobj 5 Lee
        angered VBD conj 5 anger
        Mali NNP dobj 7 Mali
        """
    )
    assert stance_of(doc[5]) == NOT


def test_a_missed_chance_is_a_negated_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1 Lee
        missed VBD ROOT 1 miss
        the DT det 3
        chance NN dobj 1
        to TO aux 5
        meet VB acl 3
        Ek NNP dobj 5 Ek
        """
    )
    assert stance_of(doc[5]) == NOT


def test_a_dropped_plan_is_off(build_doc: Build) -> None:
    doc = build_doc(
        """
        A DT det 1
        plan NN nsubjpass 8
        by IN prep 1
        Chad NNP pobj 2 Chad
        to TO aux 5
        sue VB acl 1
        Niger NNP dobj 5 Niger
        was VBD auxpass 8 be
        dropped VBN ROOT 8 drop
        """
    )
    assert stance_of(doc[5]) == OFF


def test_could_not_is_a_negated_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        could MD aux 3
        not RB neg 3
        arrest VB ROOT 3
        Lee NNP dobj 3 Lee
        """
    )
    assert stance_of(doc[3]) == NOT


def test_what_could_not_be_done_is_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubjpass 4 Lee
        could MD aux 4
        not RB neg 4
        be VB auxpass 4
        extradited VBN ROOT 4 extradite
        """
    )
    assert stance_of(doc[4]) == OFF


def test_almost_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 2 Chad
        almost RB advmod 2
        sued VBD ROOT 2 sue
        Niger NNP dobj 2 Niger
        """
    )
    assert stance_of(doc[2]) == NOT


def test_coming_close_negates(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1 Chad
        came VBD ROOT 1 come
        close RB advmod 1
        to IN prep 2
        suing VBG pcomp 3 sue
        Niger NNP dobj 4 Niger
        """
    )
    assert stance_of(doc[4]) == NOT


def test_what_should_have_been_done_was_not(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        should MD aux 3
        have VB aux 3
        condemned VBN ROOT 3 condemn
        Mali NNP dobj 3 Mali
        """
    )
    assert stance_of(doc[3]) == NOT


def test_what_could_have_been_done_but_was_not(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 3 Chad
        could MD aux 3
        have VB aux 3
        arrested VBN ROOT 3 arrest
        Lee NNP dobj 3 Lee
        but CC cc 3
        freed VBD conj 3 free
        him PRP dobj 6 he
        """
    )
    assert stance_of(doc[3]) == NOT


def test_without_it_would_have_is_a_negated_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Without IN prep 7
        the DT det 2
        vote NN pobj 0
        , , punct 7
        Chad NNP nsubj 7 Chad
        would MD aux 7
        have VB aux 7
        freed VBN ROOT 7 free
        Lee NNP dobj 7 Lee
        """
    )
    assert stance_of(doc[7]) == NOT


def test_who_could_not_help_it_did_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3 Lee
        could MD aux 3
        not RB neg 3
        help VB ROOT 3
        condemning VBG xcomp 3 condemn
        Mali NNP dobj 4 Mali
        """
    )
    assert stance_of(doc[4]) == FACT


def test_who_could_not_bring_himself_to_did_not(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3 Lee
        could MD aux 3
        not RB neg 3
        bring VB ROOT 3
        himself PRP dobj 3
        to TO aux 6
        condemn VB advcl 3
        Mali NNP dobj 6 Mali
        """
    )
    assert stance_of(doc[6]) == NOT


def test_a_question_takes_its_relative_clause_for_granted(build_doc: Build) -> None:
    doc = build_doc(
        """
        Will MD aux 10
        the DT det 2
        firm NN nsubj 10
        , , punct 2
        which WDT nsubj 5
        sued VBD relcl 2 sue
        Niger NNP dobj 5 Niger
        in IN prep 5
        May NNP pobj 7 May
        , , punct 10
        appeal VB ROOT 10
        ? . punct 10
        """
    )
    assert stance_of(doc[5]) == FACT


def test_a_question_asks_its_main_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        Did VBD aux 2 do
        Chad NNP nsubj 2 Chad
        sue VB ROOT 2
        Niger NNP dobj 2 Niger
        ? . punct 2
        """
    )
    assert stance_of(doc[2]) == OPEN


def test_who_would_have_thought_asks_nothing(build_doc: Build) -> None:
    doc = build_doc(
        """
        Who WP nsubj 3
        would MD aux 3
        have VB aux 3
        thought VBN ROOT 3 think
        that IN mark 7
        Chad NNP nsubj 7 Chad
        had VBD aux 7 have
        sued VBN ccomp 3 sue
        Niger NNP dobj 7 Niger
        ? . punct 3
        """
    )
    assert stance_of(doc[7]) == FACT


def test_a_draft_that_is_considered_is_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 2 Lee
        is VBZ aux 2 be
        considering VBG ROOT 2 consider
        a DT det 4
        resolution NN dobj 2
        condemning VBG acl 4 condemn
        Mali NNP dobj 5 Mali
        """
    )
    assert stance_of(doc[5]) == OPEN


def test_a_draft_that_was_passed_is_a_fact(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1 Lee
        passed VBD ROOT 1 pass
        a DT det 3
        resolution NN dobj 1
        condemning VBG acl 3 condemn
        Mali NNP dobj 4 Mali
        """
    )
    assert stance_of(doc[4]) == FACT


def test_would_often_tells_a_habit(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3 Lee
        would MD aux 3
        often RB advmod 3
        criticize VB ROOT 3
        Mali NNP dobj 3 Mali
        """
    )
    assert stance_of(doc[3]) == FACT


def test_was_later_to_tells_what_came_about(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1 Lee
        was VBD ROOT 1 be
        later RB advmod 1
        to TO aux 4
        succeed VB xcomp 1
        Ek NNP dobj 4 Ek
        """
    )
    assert stance_of(doc[4]) == FACT


def test_before_a_trip_to_come_is_to_come(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 2 Lee
        will MD aux 2
        visit VB ROOT 2
        Mali NNP dobj 2 Mali
        before IN prep 2
        meeting VBG pcomp 4 meet
        Ek NNP dobj 5 Ek
        """
    )
    assert stance_of(doc[5]) == OPEN


def test_what_a_move_may_trigger_is_open(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        vote NN nsubj 3
        may MD aux 3
        trigger VB ROOT 3
        sanctions NNS dobj 3 sanction
        on IN prep 4
        Mali NNP pobj 5 Mali
        """
    )
    assert stance_of(doc[4]) == OPEN
