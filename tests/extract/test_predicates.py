"""Arguments are found in every construction that an English verb or noun may stand in."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.predicates import Mentions, NounArguments, VerbArguments, coordinated
from kg.model import EntityType

Build = Callable[..., Doc]


def words(tokens: list) -> list[str]:  # type: ignore[type-arg]
    return [token.text for token in tokens]


def test_a_passive_turns_subject_and_object_round(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        arrested VBN ROOT 2 arrest
        by IN agent 2
        police NN pobj 3
        """
    )
    arguments = VerbArguments(doc[2])
    assert words(arguments.role("subj")) == ["police"]
    assert words(arguments.role("obj")) == ["Kanu"]


def test_a_relative_pronoun_stands_for_the_noun_before_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        France NNP ROOT 0
        which WDT nsubj 2
        condemned VBD relcl 0 condemn
        Chad NNP dobj 2
        """
    )
    assert words(VerbArguments(doc[2]).role("subj")) == ["France"]


def test_a_relative_clause_without_an_object_takes_its_noun_as_one(build_doc: Build) -> None:
    doc = build_doc(
        """
        Minister NN ROOT 0
        Chad NNP nsubj 2
        expelled VBD relcl 0 expel
        """
    )
    assert words(VerbArguments(doc[2]).role("obj")) == ["Minister"]


def test_the_object_of_urging_is_the_subject_of_the_infinitive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kenya NNP nsubj 1
        urged VBD ROOT 1 urge
        Uganda NNP dobj 1
        to TO aux 4
        recognize VB xcomp 1
        Somalia NNP dobj 4
        """
    )
    assert words(VerbArguments(doc[4]).role("subj")) == ["Uganda"]
    assert VerbArguments(doc[1]).has_infinitive()


def test_the_subject_of_promising_is_the_subject_of_the_infinitive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kenya NNP nsubj 1
        promised VBD ROOT 1 promise
        Uganda NNP dobj 1
        to TO aux 4
        help VB xcomp 1
        Somalia NNP dobj 4
        """
    )
    assert words(VerbArguments(doc[4]).role("subj")) == ["Kenya"]


def test_the_accused_is_the_subject_of_the_gerund(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kenya NNP nsubj 1
        accused VBD ROOT 1 accuse
        Uganda NNP dobj 1
        of IN prep 1
        arming VBG pcomp 3 arm
        rebels NNS dobj 4 rebel
        """
    )
    assert words(VerbArguments(doc[4]).role("subj")) == ["Uganda"]


def test_a_second_verb_shares_the_subject_of_the_first(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kenya NNP nsubj 1
        warned VBD ROOT 1 warn
        and CC cc 1
        sued VBD conj 1 sue
        Uganda NNP dobj 3
        """
    )
    assert words(VerbArguments(doc[3]).role("subj")) == ["Kenya"]


def test_a_first_verb_shares_the_object_of_the_second(build_doc: Build) -> None:
    doc = build_doc(
        """
        Police NN nsubj 1
        arrested VBD ROOT 1 arrest
        and CC cc 1
        charged VBD conj 1 charge
        Kanu NNP dobj 3
        """
    )
    assert words(VerbArguments(doc[1]).role("obj")) == ["Kanu"]


def test_sanctions_belong_to_who_imposes_them(build_doc: Build) -> None:
    doc = build_doc(
        """
        Brazil NNP nsubj 1
        imposed VBD ROOT 1 impose
        sanctions NNS dobj 1 sanction
        on IN prep 2
        Peru NNP pobj 3
        """
    )
    noun = NounArguments(doc[2])
    assert words(noun.supporters()) == ["Brazil"]
    assert words(noun.introduced_by("on")) == ["Peru"]


def test_a_counting_noun_stands_for_what_it_counts(build_doc: Build) -> None:
    doc = build_doc(
        """
        Hundreds NNS ROOT 0 hundred
        of IN prep 0
        Danes NNPS pobj 1 dane
        """,
        {"Danes": EntityType.PERSON},
    )
    assert [m.entity for m in Mentions(doc).of(doc[0])] == ["danes"]


def test_coordination_and_lists_after_including_are_spread_out(build_doc: Build) -> None:
    doc = build_doc(
        """
        states NNS ROOT 0 state
        including VBG prep 0 include
        Peru NNP pobj 1
        and CC cc 2
        Chile NNP conj 2
        """
    )
    assert words(list(coordinated(doc[0]))) == ["states", "Peru", "Chile"]


def test_a_by_phrase_tied_to_a_noun_is_still_the_agent_of_the_passive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        accused VBN ROOT 2 accuse
        of IN prep 2
        fraud NN pobj 3
        by IN prep 4
        Chad NNP pobj 5
        """
    )
    assert words(VerbArguments(doc[2]).role("subj")) == ["Chad"]


def test_coordinated_passives_share_their_agent(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        arrested VBN ROOT 2 arrest
        by IN agent 2
        police NN pobj 3
        and CC cc 2
        freed VBD conj 2 free
        """
    )
    assert words(VerbArguments(doc[6]).role("subj")) == ["police"]
    assert words(VerbArguments(doc[6]).role("obj")) == ["Kanu"]


def test_who_stands_together_with_the_object_is_one_too(build_doc: Build) -> None:
    doc = build_doc(
        """
        Police NN nsubj 1
        arrested VBD ROOT 1 arrest
        Kanu NNP dobj 1
        together RB advmod 4
        with IN prep 1
        sailors NNS pobj 4 sailor
        """
    )
    assert words(VerbArguments(doc[1]).role("obj")) == ["Kanu", "sailors"]


def test_the_object_of_the_infinitive_has_a_role_of_its_own(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        threatened VBD ROOT 1 threaten
        to TO aux 3
        sue VB xcomp 1
        Niger NNP dobj 3
        """
    )
    assert words(VerbArguments(doc[1]).role("vp.obj")) == ["Niger"]


def test_a_preposition_said_again_introduces_the_same_role(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        relied VBD ROOT 1 rely
        on IN prep 1
        Niger NNP pobj 2
        and CC cc 2
        on IN conj 2
        Mali NNP pobj 5
        """
    )
    assert words(VerbArguments(doc[1]).role("pp:on")) == ["Niger", "Mali"]


def test_who_gets_a_title_is_the_object_though_the_parser_ties_the_name_to_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        named VBD ROOT 1 name
        Kanu NNP oprd 1
        """
    )
    assert words(VerbArguments(doc[1]).role("obj")) == ["Kanu"]


def test_the_maker_of_a_statement_does_what_it_does(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        issued VBD ROOT 1 issue
        statement NN dobj 1
        accusing VBG acl 2 accuse
        Niger NNP dobj 3
        """
    )
    assert words(VerbArguments(doc[3]).role("subj")) == ["Chad"]


def test_who_calls_for_talks_would_hold_them(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        called VBD ROOT 1 call
        for IN prep 1
        talks NNS pobj 2 talk
        with IN prep 3
        Niger NNP pobj 4
        """
    )
    assert words(NounArguments(doc[3]).supporters()) == ["Chad"]


def test_who_is_under_sanctions_does_not_impose_them(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubj 1
        is VBZ ROOT 1 be
        under IN prep 1
        sanctions NNS pobj 2 sanction
        """
    )
    noun = NounArguments(doc[3])
    assert (words(noun.supporters()), words(noun.undergoers())) == ([], ["Kanu"])


def test_a_day_is_no_argument_of_its_preposition(build_doc: Build) -> None:
    doc = build_doc(
        """
        Japan NNP nsubj 3
        on IN prep 3
        Friday NNP pobj 1
        lifted VBD ROOT 3 lift
        sanctions NNS dobj 3 sanction
        on IN prep 4
        Iran NNP pobj 5
        """
    )
    assert words(VerbArguments(doc[3]).role("pp:on")) == ["Iran"]


def test_according_to_gives_no_recipient(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        offered VBD ROOT 1 offer
        money NN dobj 1
        according VBG prep 1
        to IN prep 3
        Amnesty NNP pobj 4
        """
    )
    assert VerbArguments(doc[1]).role("pp:to") == []


def test_what_is_counted_in_money_has_the_complements_of_the_verb(build_doc: Build) -> None:
    doc = build_doc(
        """
        Norway NNP nsubj 1
        gave VBD ROOT 1 give
        millions NNS dobj 1 million
        in IN prep 2
        aid NN pobj 3
        to IN prep 4
        Fiji NNP pobj 5
        """
    )
    assert words(VerbArguments(doc[1]).role("pp:to")) == ["Fiji"]
    assert words(NounArguments(doc[4]).supporters()) == ["Norway"]


def test_a_request_is_done_by_whom_it_is_made_to(build_doc: Build) -> None:
    doc = build_doc(
        """
        Uruguay NNP nsubj 1
        refused VBD ROOT 1 refuse
        Peru NNP poss 4
        's POS case 2
        request NN dobj 1
        to TO aux 6
        extradite VB acl 4
        him PRP dobj 6
        """
    )
    assert words(VerbArguments(doc[6]).role("subj")) == ["Uruguay"]


def test_who_demands_a_release_does_not_release(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        demanded VBD ROOT 1 demand
        his PRP$ poss 3
        release NN dobj 1
        """
    )
    assert NounArguments(doc[3]).doers() == []
    assert words(NounArguments(doc[3]).supporters()) == ["Chad"]


def test_whose_order_it_was_is_who_jailed(build_doc: Build) -> None:
    doc = build_doc(
        """
        Judges NNS nsubj 1
        ordered VBD ROOT 1 order
        ministers NNS dobj 1
        jailed VBN acl 2 jail
        """
    )
    assert words(VerbArguments(doc[3]).role("subj")) == ["Judges"]


def test_a_that_clause_of_a_noun_gives_who_is_to_do_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        demand NN ROOT 0
        that IN mark 3
        Chad NNP nsubj 3
        withdraw VB acl 0
        """
    )
    assert words(NounArguments(doc[0]).introduced_by("that")) == ["Chad"]


def test_a_group_that_names_its_members_stands_for_them(build_doc: Build) -> None:
    doc = build_doc(
        """
        envoys NNS nsubj 6 envoy
        , , punct 0
        Lee NNP appos 0
        and CC cc 2
        Ek NNP conj 2
        , , punct 0
        met VBD ROOT 6 meet
        """,
        {"Lee": EntityType.PERSON, "Ek": EntityType.PERSON},
    )
    assert [mention.entity for mention in Mentions(doc).of(doc[0])] == ["lee", "ek"]


def test_who_orders_it_does_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        freed VBN ROOT 2 free
        on IN prep 2
        orders NNS pobj 3 order
        of IN prep 4
        Togo NNP pobj 5
        """
    )
    assert words(VerbArguments(doc[2]).role("subj")) == ["Togo"]


def test_those_among_a_group_belong_to_it_wherever_the_parser_hangs_them(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        captives NNS nsubjpass 7 captive
        , , punct 7
        among IN prep 7
        them PRP pobj 3
        Kanu NNP pobj 3
        were VBD auxpass 7 be
        freed VBN ROOT 7 free
        """
    )
    assert words(list(coordinated(doc[1]))) == ["captives", "Kanu"]


def test_what_is_looked_into_may_be_the_subject_of_a_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        looked VBD ROOT 1 look
        into IN prep 1
        whether IN mark 5
        Kanu NNP nsubj 5
        stole VBD pcomp 2 steal
        """
    )
    assert words(VerbArguments(doc[1]).role("that.subj")) == ["Kanu"]


def test_a_description_in_apposition_stands_for_whom_it_describes(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubj 6
        , , punct 0
        the DT det 3
        man NN appos 0
        whom WP dobj 5
        Chad NNP nsubj 3
        fled VBD ROOT 6 flee
        """,
        {"Kanu": EntityType.PERSON},
    )
    assert [m.entity for m in Mentions(doc).of(doc[3])] == ["kanu"]


def test_a_firm_in_apposition_may_be_under_inquiry(build_doc: Build) -> None:
    doc = build_doc(
        """
        Acme NNP nsubj 4
        , , punct 0
        under IN prep 0
        inquiry NN pobj 2
        fell VBD ROOT 4 fall
        """
    )
    assert words(NounArguments(doc[3]).undergoers()) == ["Acme"]


def test_having_done_it_is_no_passive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Having VBG aux 1 having
        freed VBN advcl 4 free
        Kanu NNP dobj 1
        Togo NNP nsubj 4
        left VBD ROOT 4 leave
        """
    )
    assert words(VerbArguments(doc[1]).role("subj")) == ["Togo"]


def test_who_it_was_is_who_did_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        it PRP nsubj 1
        was VBD ROOT 1 be
        Lee NNP attr 1
        who WP nsubj 4
        removed VBD ccomp 1 remove
        Ek NNP dobj 4
        """
    )
    assert words(VerbArguments(doc[4]).role("subj")) == ["Lee"]


def test_who_is_named_along_with_the_object_is_one(build_doc: Build) -> None:
    doc = build_doc(
        """
        Judges NNS nsubj 1
        indicted VBD ROOT 1 indict
        Lee NNP dobj 1
        along IN prep 1
        with IN prep 3
        Ek NNP pobj 4
        """
    )
    assert words(VerbArguments(doc[1]).role("obj")) == ["Lee", "Ek"]


def test_a_clause_stands_for_what_is_proposed(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        proposed VBD ROOT 1 propose
        to IN prep 1
        Ek NNP pobj 2
        that IN mark 6
        both DT nsubj 6
        leave VB ccomp 1
        """
    )
    assert VerbArguments(doc[1]).has_clause()


def test_a_passive_that_forces_somebody_is_coordinated_with_a_passive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubjpass 2
        was VBD auxpass 2 be
        seized VBN ROOT 2 seize
        by IN agent 2
        rebels NNS pobj 3
        and CC cc 2
        forced VBN conj 2 force
        to TO aux 8
        leave VB xcomp 6
        """
    )
    assert words(VerbArguments(doc[6]).role("subj")) == ["rebels"]
    assert words(VerbArguments(doc[6]).role("obj")) == ["Lee"]


def test_a_phrase_is_looked_for_on_a_participle_after_the_noun(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        lifted VBD ROOT 1 lift
        sanctions NNS dobj 1 sanction
        imposed VBN acl 2 impose
        on IN prep 3
        Togo NNP pobj 4
        """
    )
    assert words(VerbArguments(doc[1]).role("pp:on")) == ["Togo"]


def test_a_preposition_of_two_words_introduces_no_recipient(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        gave VBD ROOT 1 give
        aid NN dobj 1
        in IN prep 1
        response NN pobj 3
        to IN prep 4
        Togo NNP pobj 5
        """
    )
    assert words(VerbArguments(doc[1]).role("pp:to")) == []


def test_of_two_objects_the_first_is_the_recipient(build_doc: Build) -> None:
    doc = build_doc(
        """
        Togo NNP ROOT 0
        whom WP dobj 3
        Ghana NNP nsubj 3
        promised VBD relcl 0 promise
        aid NN dobj 3
        """
    )
    assert words(VerbArguments(doc[3]).role("iobj")) == ["Togo"]


def test_who_is_ready_for_talks_would_hold_them(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nis VBZ ROOT 1 be\nready JJ acomp 1\nfor IN prep 2\ntalks NNS pobj 3 talk"
    )
    assert words(NounArguments(doc[4]).supporters()) == ["Ghana"]


def test_a_participle_between_commas_speaks_of_the_name_before_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Raut NNP nsubj 5
        , , punct 0
        visiting VBG preconj 1 visit
        Oslo NNP dobj 2
        , , punct 0
        spoke VBD ROOT 5 speak
        """
    )
    assert words(VerbArguments(doc[2]).role("subj")) == ["Raut"]


def test_a_group_after_its_members_stands_for_all_of_them(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubj 6
        and CC cc 0
        Reut NNP conj 0
        , , punct 2
        two CD nummod 5
        nurses NNS appos 2 nurse
        fled VBD ROOT 6 flee
        """,
        {"Kanu": EntityType.PERSON, "Reut": EntityType.PERSON},
    )
    assert [m.entity for m in Mentions(doc).of(doc[5])] == ["kanu", "reut"]


def test_a_man_who_is_named_is_the_one_of_that_name(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        freed VBD ROOT 1 free
        a DT det 3
        Dane NN dobj 1
        named VBN acl 3 name
        Reut NNP oprd 4
        """,
        {"Dane": EntityType.PERSON, "Reut": EntityType.PERSON},
    )
    assert [m.entity for m in Mentions(doc).of(doc[3])] == ["reut"]


def test_let_go_after_a_passive_is_passive(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kanu NNP nsubjpass 2
        was VBD auxpass 2 be
        questioned VBN ROOT 2 question
        and CC cc 2
        let VB conj 2
        go VB xcomp 4
        """
    )
    assert words(VerbArguments(doc[4]).role("obj")) == ["Kanu"]


def test_a_day_is_not_whom_somebody_calls_on(build_doc: Build) -> None:
    doc = build_doc(
        """
        Dahl NNP nsubj 1
        called VBD ROOT 1 call
        Holm NNP dobj 1
        on IN prep 1
        Friday NNP pobj 3
        to TO aux 6
        praise VB advcl 1
        him PRP dobj 6
        """
    )
    assert words(VerbArguments(doc[6]).role("subj")) == ["Dahl"]


def test_who_stands_between_a_noun_and_its_infinitive_is_to_do_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        failure NN nsubj 6
        of IN prep 0
        Chad NNP pobj 1
        to TO aux 4
        pay VB acl 0
        Mali NNP dobj 4
        angered VBD ROOT 6 anger
        Ek NNP dobj 6
        """
    )
    assert words(VerbArguments(doc[4]).role("subj")) == ["Chad"]


def test_who_acts_in_the_hope_of_something_would_do_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        waited VBD ROOT 1 wait
        in IN prep 1
        the DT det 4
        hope NN pobj 2
        of IN prep 4
        meeting VBG pcomp 5 meet
        Ek NNP dobj 6
        """
    )
    assert words(VerbArguments(doc[6]).role("subj")) == ["Lee"]


def test_in_order_to_asks_nothing_of_others(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        flew VBD ROOT 1 fly
        to IN prep 1
        Chad NNP pobj 2
        in IN prep 1
        order NN pobj 4
        to TO aux 7
        meet VB acl 5
        Ek NNP dobj 7
        """
    )
    assert words(VerbArguments(doc[7]).role("subj")) == ["Lee"]


def test_a_bid_is_done_by_whose_it_is(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP poss 2
        's POS case 0
        bid NN nsubj 6
        to TO aux 4
        arrest VB acl 2
        Lee NNP dobj 4
        failed VBD ROOT 6 fail
        """
    )
    assert words(VerbArguments(doc[4]).role("subj")) == ["Chad"]


def test_who_speaks_ahead_of_talks_takes_part(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        spoke VBD ROOT 1 speak
        ahead RB advmod 1
        of IN prep 2
        talks NNS pobj 3 talk
        with IN prep 4
        Ek NNP pobj 5
        """
    )
    assert words(NounArguments(doc[4]).attendants()) == ["Lee"]


def test_who_has_something_done_does_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kirouac NNP nsubj 1
        had VBD ROOT 1 have
        Medina NNP nsubj 3
        charged VBD ccomp 1 charge
        """
    )
    arguments = VerbArguments(doc[3])
    assert words(arguments.role("subj")) == ["Kirouac"]
    assert words(arguments.role("obj")) == ["Medina"]


def test_who_hears_that_others_were_charged_does_not_charge(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kirouac NNP nsubj 1
        heard VBD ROOT 1 hear
        Medina NNP nsubj 3
        charged VBD ccomp 1 charge
        """
    )
    assert words(VerbArguments(doc[3]).role("subj")) == ["Medina"]


def test_who_is_charged_with_a_deed_has_done_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Uganda NNP nsubj 1
        charged VBD ROOT 1 charge
        Tutlam NNP dobj 1
        with IN prep 1
        killing NN pobj 3
        of IN prep 4
        Okafor NNP pobj 5
        """
    )
    assert words(NounArguments(doc[4]).supporters()) == ["Tutlam"]


def test_who_is_found_guilty_of_a_deed_has_done_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        jury NN nsubj 1
        found VBD ROOT 1 find
        Becker NNP nsubj 3
        guilty JJ ccomp 1
        of IN prep 3
        torching VBG pcomp 4 torch
        Togo NNP dobj 5
        """
    )
    assert words(VerbArguments(doc[5]).role("subj")) == ["Becker"]


def test_what_a_court_convicts_of_is_not_the_court_s_own_deed(build_doc: Build) -> None:
    doc = build_doc(
        """
        Becker NNP nsubjpass 2
        was VBD auxpass 2 be
        convicted VBN ROOT 2 convict
        by IN agent 2
        court NN pobj 3
        of IN prep 4
        killing VBG pcomp 5 kill
        Marino NNP dobj 6
        """
    )
    assert words(VerbArguments(doc[6]).role("subj")) == ["Becker"]


def test_who_is_tried_for_a_deed_has_done_it_and_its_victim_is_not_tried(build_doc: Build) -> None:
    doc = build_doc(
        """
        Orlov NNP poss 2
        's POS case 0
        trial NN nsubj 8
        for IN prep 2
        murder NN pobj 3
        of IN prep 4
        Marino NNP pobj 5
        will MD aux 8
        last VB ROOT 8
        """
    )
    assert words(NounArguments(doc[4]).supporters()) == ["Orlov"]
    assert words(NounArguments(doc[2]).introduced_by("of")) == []
