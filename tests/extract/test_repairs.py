"""What the parser gets wrong in common constructions is mended, and what it gets right is left alone."""

from collections.abc import Callable

from spacy.tokens import Doc, Span

from kg.extract.predicates import VerbArguments
from kg.extract.repairs import mend
from kg.model import EntityType

Build = Callable[..., Doc]


def role(doc: Doc, verb: int, name: str) -> list[str]:
    return [token.text for token in VerbArguments(doc[verb]).role(name)]


def test_a_finite_verb_is_coordinated_with_the_finite_verb_above_an_infinitive(build_doc: Build) -> None:
    doc = build_doc(
        """
        She PRP nsubj 1
        asked VBD ROOT 1 ask
        him PRP dobj 1
        to TO aux 4
        resign VB xcomp 1
        and CC cc 4
        offered VBD conj 4 offer
        Ek NNP dative 6
        money NN dobj 6
        """
    )
    mend(doc)
    assert role(doc, 6, "subj") == ["She"]


def test_a_gerund_is_coordinated_with_the_gerund_before_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        sued VBD ROOT 1 sue
        seeking VBG advcl 1 seek
        the DT det 4
        vote NN dobj 2
        that WDT nsubjpass 7
        was VBD auxpass 7 be
        lost VBN relcl 4 lose
        and CC cc 7
        accusing VBG conj 7 accuse
        Ek NNP dobj 9
        """
    )
    mend(doc)
    assert doc[9].head.text == "seeking"
    assert role(doc, 9, "subj") == ["Lee"]


def test_who_said_something_is_who_accuses_next(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        said VBD ROOT 1 say
        Ek NNP nsubj 4
        had VBD aux 4 have
        lied VBN ccomp 1 lie
        and CC cc 4
        accused VBD conj 4 accuse
        Togo NNP dobj 6
        """
    )
    mend(doc)
    assert role(doc, 6, "subj") == ["Lee"]


def test_two_verbs_of_one_form_stay_together(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        vowed VBD ROOT 1 vow
        to TO aux 3
        sack VB xcomp 1
        Ek NNP dobj 3
        and CC cc 3
        jail VB conj 3
        Bo NNP dobj 6
        """
    )
    mend(doc)
    assert doc[6].head.text == "sack"


def test_whose_opens_a_clause_of_its_own(build_doc: Build) -> None:
    doc = build_doc(
        """
        It PRP nsubj 1
        leans VBZ ROOT 1 lean
        on IN prep 1
        Unity NNP pobj 2
        , , punct 3
        whose WP$ poss 6
        leader NN appos 3
        , , punct 6
        Lee NNP appos 6
        , , punct 1
        threatened VBD conj 1 threaten
        Ek NNP dobj 10
        """
    )
    mend(doc)
    assert doc[10].dep_ == "relcl"
    assert role(doc, 10, "subj") == ["leader"]


def test_the_owner_takes_the_verb_after_its_whose_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubjpass 5
        , , punct 0
        whose WP$ poss 3
        party NN appos 0
        was VBD auxpass 5 be
        beaten VBN ROOT 5 beat
        , , punct 7
        accused VBD dep 5 accuse
        Ek NNP dobj 7
        """
    )
    mend(doc)
    assert role(doc, 7, "subj") == ["Lee"]
    assert role(doc, 5, "obj") == ["party"]


def test_who_is_let_go_is_the_object_of_let(build_doc: Build) -> None:
    doc = build_doc(
        """
        Rebels NNS nsubj 2
        let VBD aux 2
        go VB ROOT 2
        three CD nummod 4
        men NNS dobj 2
        """
    )
    mend(doc)
    assert role(doc, 1, "subj") == ["Rebels"]
    assert role(doc, 1, "obj") == ["men"]


def test_men_detained_that_are_let_go_are_the_object_of_let(build_doc: Build) -> None:
    doc = build_doc(
        """
        Rebels NNS nsubj 1
        let VBD ROOT 1
        go VB xcomp 1
        men NNS nsubj 4
        detained VBD ccomp 1 detain
        """
    )
    mend(doc)
    assert role(doc, 1, "obj") == ["men"]


def test_the_first_of_two_objects_gets_the_second(build_doc: Build) -> None:
    doc = build_doc(
        """
        Oman NNP nsubj 1
        offered VBD ROOT 1 offer
        Spain NNP dobj 1
        help NN dobj 1
        """
    )
    mend(doc)
    assert role(doc, 1, "iobj") == ["Spain"]


def test_in_absentia_is_no_particle(build_doc: Build) -> None:
    doc = build_doc(
        """
        Courts NNS nsubj 1
        sentenced VBD ROOT 1 sentence
        him PRP dobj 1
        in RP prt 1
        absentia RB advmod 1
        to IN prep 4
        years NNS pobj 5
        """
    )
    mend(doc)
    assert doc[3].dep_ == "prep"
    assert role(doc, 1, "pp:to") == ["years"]


def test_who_is_named_before_an_aside_is_no_subject_of_the_aside(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3
        , , punct 3
        people NNS nsubj 3
        say VBP parataxis 6
        , , punct 6
        has VBZ aux 6 have
        resigned VBN ROOT 6 resign
        """
    )
    mend(doc)
    assert role(doc, 6, "subj") == ["Lee"]
    assert role(doc, 3, "subj") == ["people"]


def test_an_apposition_between_commas_is_no_second_subject(build_doc: Build) -> None:
    doc = build_doc(
        """
        alliance NN nsubj 5
        , , punct 0
        once RB advmod 3
        home NN nsubj 5
        , , punct 0
        urged VBD ROOT 5 urge
        Ek NNP dobj 5
        """
    )
    mend(doc)
    assert role(doc, 5, "subj") == ["alliance"]


def test_of_two_subjects_the_nearer_stays(build_doc: Build) -> None:
    doc = build_doc(
        """
        States NNPS nsubj 3
        : : punct 3
        juries NNS nsubj 3
        indicted VBD ROOT 3 indict
        him PRP dobj 3
        """
    )
    mend(doc)
    assert role(doc, 3, "subj") == ["juries"]


def test_a_month_is_no_part_of_the_subject(build_doc: Build) -> None:
    doc = build_doc(
        """
        In IN prep 3
        May NNP compound 2
        Tullow NNP pobj 0
        sued VBD ROOT 3 sue
        Chad NNP dobj 3
        """
    )
    mend(doc)
    assert role(doc, 3, "subj") == ["Tullow"]


def test_a_day_does_not_count_the_marchers(build_doc: Build) -> None:
    doc = build_doc(
        """
        On IN prep 5
        Monday NNP pobj 0
        200 CD nummod 1
        of IN prep 1
        them PRP pobj 3
        marched VBD ROOT 5 march
        """
    )
    mend(doc)
    assert role(doc, 5, "subj") == ["200"]
    assert doc[3].head.text == "200"


def test_a_person_beside_a_place_is_the_subject(build_doc: Build) -> None:
    doc = build_doc(
        """
        In IN prep 4
        Lima NNP pobj 0
        , , punct 1
        Lee NNP appos 1
        demanded VBD ROOT 4 demand
        it PRP dobj 4
        """
    )
    doc.ents = [Span(doc, 3, 4, "PERSON")]
    mend(doc)
    assert role(doc, 4, "subj") == ["Lee"]


def test_a_name_after_a_noun_and_a_comma_is_an_apposition(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        fired VBD ROOT 1 fire
        her PRP$ poss 3
        superior JJ dobj 1
        , , punct 1
        Ek NNP npadvmod 1
        """
    )
    doc.ents = [Span(doc, 5, 6, "PERSON")]
    mend(doc)
    assert (doc[5].dep_, doc[5].head.text) == ("appos", "superior")


def test_names_that_follow_each_other_are_a_list(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 5
        , , punct 0
        Roy NNP appos 0
        and CC cc 2
        Ek NNP conj 2
        met VBD ROOT 5 meet
        """
    )
    doc.ents = [Span(doc, i, i + 1, "PERSON") for i in (0, 2, 4)]
    mend(doc)
    assert (doc[2].dep_, doc[2].head.text) == ("conj", "Lee")


def test_a_verb_of_a_headline_is_no_part_of_its_object(build_doc: Build) -> None:
    doc = build_doc(
        """
        Nepal NNP poss 2
        's POS case 0
        premier NN compound 5
        sacks VBZ compound 5 sack
        home NN compound 5
        minister NN ROOT 5
        """
    )
    mend(doc)
    assert role(doc, 3, "subj") == ["premier"]
    assert role(doc, 3, "obj") == ["minister"]


def test_names_that_a_comma_joins_in_a_headline_are_subjects_both(build_doc: Build) -> None:
    doc = build_doc(
        """
        Holm NNP dep 3
        , , punct 3
        Lee NNP nsubj 3
        meet VBP ROOT 3
        in IN prep 3
        Oslo NNP pobj 4
        """
    )
    doc[0].ent_type_ = "PERSON"
    mend(doc)
    assert role(doc, 3, "subj") == ["Holm"]
    assert (doc[2].dep_, doc[2].head.text) == ("conj", "Holm")


def test_who_follows_an_apposition_is_joined_to_the_name(build_doc: Build) -> None:
    doc = build_doc(
        """
        Oslo NNP nsubj 1
        sanctioned VBD ROOT 1 sanction
        Kara NNP dobj 1
        , , punct 2
        a DT det 5
        shipowner NN appos 2
        , , punct 5
        and CC cc 5
        Crest NNP conj 5
        """
    )
    mend(doc)
    assert (doc[8].dep_, doc[8].head.text) == ("conj", "Kara")


def test_an_infinitive_after_a_relative_clause_belongs_to_the_verb_before_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Oslo NNP nsubj 1
        asked VBD ROOT 1 ask
        Serbia NNP dobj 1
        , , punct 2
        where WRB advmod 6
        Ek NNP nsubj 6
        lives VBZ relcl 2 live
        , , punct 2
        to TO aux 9
        extradite VB advcl 6
        him PRP dobj 9
        """
    )
    mend(doc)
    assert role(doc, 9, "subj") == ["Serbia"]
    assert VerbArguments(doc[1]).has_infinitive()


def test_a_whose_clause_does_not_take_the_subject_beside_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        League NN nsubj 5
        , , punct 0
        whose WP$ poss 3
        head NN nsubj 5
        soon RB advmod 5
        resigned VBD ROOT 5 resign
        , , punct 5
        sued VBD conj 5 sue
        Ek NNP dobj 7
        """
    )
    mend(doc)
    assert role(doc, 7, "subj") == ["League"]
    assert role(doc, 5, "subj") == ["head"]


def test_whom_is_the_object_of_the_clause_that_it_opens(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 6
        , , punct 0
        whom WP punct 0
        a DT det 4
        court NN appos 0
        tried VBN acl 4 try
        fled VBD ROOT 6 flee
        """
    )
    mend(doc)
    assert role(doc, 5, "subj") == ["court"]
    assert role(doc, 5, "obj") == ["Lee"]


def test_who_is_found_guilty_is_no_part_of_the_adjective(build_doc: Build) -> None:
    doc = build_doc("Judges NNS nsubj 1\nfound VBD ROOT 1 find\nLee NNP compound 3\nguilty JJ ccomp 1")
    mend(doc)
    assert role(doc, 1, "obj") == ["Lee"]
    assert role(doc, 1, "complement") == ["guilty"]


def test_those_let_free_are_not_free_before(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 1\nlet VBD ROOT 1 let\nfree JJ amod 3\nrebels NNS dobj 1 rebel")
    mend(doc)
    assert role(doc, 1, "obj") == ["rebels"]
    assert role(doc, 1, "complement") == ["free"]


def test_a_visiting_prince_is_no_gerund(build_doc: Build) -> None:
    doc = build_doc(
        """
        She PRP nsubj 1
        filed VBD ROOT 1 file
        suit NN dobj 1
        against IN prep 1
        visiting VBG pcomp 3 visit
        Otto NNP dobj 4
        """,
        {"Otto": EntityType.PERSON},
    )
    doc[5].ent_type_ = "PERSON"
    mend(doc)
    assert role(doc, 1, "pp:against") == ["Otto"]


def test_what_is_discussed_with_somebody_is_not_what_he_does(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        discussed VBD ROOT 1 discuss
        with IN prep 1
        envoys NNS pobj 2 envoy
        lifting VBG acl 3 lift
        sanctions NNS dobj 4 sanction
        """
    )
    mend(doc)
    assert role(doc, 4, "subj") == ["Chad"]
    assert VerbArguments(doc[1]).has_clause()


def test_the_subject_after_an_opening_clause_is_no_apposition_of_its_object(build_doc: Build) -> None:
    doc = build_doc(
        """
        If IN mark 2
        Chad NNP nsubj 2
        frees VBZ advcl 7 free
        Lee NNP dobj 2
        , , punct 3
        Mali NNP appos 3
        will MD aux 7
        sue VB ROOT 7
        Chad NNP dobj 7
        """
    )
    mend(doc)
    assert (role(doc, 7, "subj"), role(doc, 2, "obj")) == (["Mali"], ["Lee"])


def test_the_object_of_an_opening_clause_is_no_subject_of_the_next(build_doc: Build) -> None:
    doc = build_doc(
        """
        If IN mark 2
        Chad NNP nsubj 2
        frees VBZ advcl 7 free
        Lee NNP nsubj 7
        , , punct 3
        Mali NNP appos 3
        will MD aux 7
        sue VB ROOT 7
        Niger NNP dobj 7
        """
    )
    mend(doc)
    assert (role(doc, 7, "subj"), role(doc, 2, "obj")) == (["Mali"], ["Lee"])


def test_an_apposition_between_commas_stays_one_after_an_opening_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        When WRB advmod 2
        Chad NNP nsubj 2
        fell VBD advcl 8 fall
        , , punct 8
        Lee NNP nsubj 8
        , , punct 4
        minister NN appos 4
        , , punct 4
        fled VBD ROOT 8 flee
        """
    )
    mend(doc)
    assert role(doc, 8, "subj") == ["Lee"]


def test_a_name_after_than_is_the_subject_of_its_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        Sooner RB advmod 3 soon
        had VBD aux 3 have
        he PRP nsubj 3
        fled VBN ROOT 3 flee
        than IN mark 6
        Chad NNP pobj 4
        sued VBD advcl 3 sue
        him PRP dobj 6 he
        """
    )
    mend(doc)
    assert role(doc, 6, "subj") == ["Chad"]


def test_were_somebody_to_do_it_names_who_does(build_doc: Build) -> None:
    doc = build_doc(
        """
        Were VBD advcl 8 be
        Chad NNP attr 0
        to TO aux 3
        free VB advcl 0
        Lee NNP dobj 3
        , , punct 8
        Mali NNP nsubj 8
        would MD aux 8
        leave VB ROOT 8
        """
    )
    mend(doc)
    assert role(doc, 3, "subj") == ["Chad"]


def test_a_prefix_leaves_its_noun_what_belongs_to_it(build_doc: Build) -> None:
    words = """
        Chad NNP poss 2
        's POS case 0
        non NNS nsubj 7
        - HYPH nsubj 7
        recognition NN nsubj 7
        of IN prep 4
        Mali NNP pobj 5
        failed VBD ROOT 7 fail
        """
    doc = build_doc(words)
    spaceless = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[t.i not in (0, 2, 3) for t in doc],
        tags=[t.tag_ for t in doc],
        pos=[t.pos_ for t in doc],
        deps=[t.dep_ for t in doc],
        heads=[t.head.i for t in doc],
        lemmas=[t.lemma_ for t in doc],
    )
    mend(spaceless)
    assert [t.text for t in spaceless[4].children] == ["Chad", "non", "-", "of"]


def test_a_plain_form_goes_on_with_the_infinitive_before_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        failed VBD ROOT 1 fail
        to TO aux 3
        arrest VB xcomp 1
        Lee NNP dobj 3
        or CC cc 1
        try VBP conj 1
        him PRP dobj 6 he
        """
    )
    mend(doc)
    assert doc[6].head.text == "arrest"


def test_a_preposition_said_again_is_coordinated_with_the_first(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        imposed VBD ROOT 1 impose
        sanctions NNS dobj 1 sanction
        on IN prep 2
        Lee NNP pobj 3
        , , punct 4
        a DT det 7
        banker NN appos 4
        , , punct 1
        and CC cc 1
        on IN conj 1
        Ek NNP pobj 10
        """
    )
    mend(doc)
    assert role(doc, 1, "pp:on") == ["Lee", "Ek"]


def test_another_preposition_stays_where_it_is(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        relied VBD ROOT 1 rely
        on IN prep 1
        Lee NNP pobj 2
        and CC cc 1
        with IN conj 1
        Ek NNP pobj 5
        """
    )
    mend(doc)
    assert doc[5].head.text == "relied"


def test_who_is_told_of_the_person_and_not_of_the_body(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        secretary NN nsubj 8 secretary
        of IN prep 1
        the DT det 4
        council NN pobj 2 council
        , , punct 4
        who WP nsubj 7
        resigned VBD relcl 4 resign
        left VBD ROOT 8 leave
        """
    )
    mend(doc)
    assert doc[7].head.text == "secretary"


def test_which_is_told_of_the_body(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        secretary NN nsubj 8 secretary
        of IN prep 1
        the DT det 4
        council NN pobj 2 council
        , , punct 4
        which WDT nsubj 7
        resigned VBD relcl 4 resign
        left VBD ROOT 8 leave
        """
    )
    mend(doc)
    assert doc[7].head.text == "council"


def test_who_follows_a_name_that_explains_a_noun_is_joined_to_the_noun(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        freed VBD ROOT 1 free
        the DT det 3
        envoy NN dobj 1 envoy
        , , punct 3
        Lee NNP appos 3
        , , punct 5
        and CC cc 5
        the DT det 9
        general NN conj 5 general
        , , punct 5
        Ek NNP conj 5
        """
    )
    doc.set_ents([Span(doc, 11, 12, "PERSON")])
    mend(doc)
    assert (doc[9].head.text, doc[9].dep_) == ("envoy", "conj")
    assert (doc[11].head.text, doc[11].dep_) == ("general", "appos")


def test_a_surname_and_a_full_name_are_two(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        freed VBD ROOT 1 free
        Lee NNP nmod 5
        and CC cc 2
        Bo NNP conj 2
        Ek NNP dobj 1
        """
    )
    doc.set_ents([Span(doc, 4, 6, "PERSON")])
    mend(doc)
    assert (doc[2].dep_, doc[5].dep_, doc[5].head.text) == ("dobj", "conj", "Lee")


def test_names_after_a_plural_explain_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        freed VBD ROOT 1 free
        the DT det 3
        brothers NNS dobj 1 brother
        Bo NNP amod 3
        and CC cc 4
        Al NNP compound 7
        Ek NNP conj 4
        """
    )
    mend(doc)
    assert doc[4].dep_ == "appos"


def test_a_verb_is_coordinated_with_the_one_before_it_rather_than_one_to_come(build_doc: Build) -> None:
    doc = build_doc(
        """
        Chad NNP nsubj 1
        sued VBD ccomp 8 sue
        Lee NNP dobj 1
        and CC cc 1
        freed VBD conj 8 free
        Ek NNP dobj 4
        ; : punct 8
        nobody NN nsubj 8
        resigned VBD ROOT 8 resign
        """
    )
    mend(doc)
    assert role(doc, 4, "subj") == ["Chad"]


def test_a_participle_between_commas_leaves_the_subject_to_the_verb(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 3
        , , punct 0
        once RB advmod 3
        tipped VBN parataxis 8 tip
        as IN prep 3
        leader NN pobj 4
        , , punct 3
        was VBD auxpass 8 be
        sacked VBN ROOT 8 sack
        """
    )
    mend(doc)
    assert role(doc, 8, "obj") == ["Lee"]


def test_a_name_after_the_second_object_explains_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        fired VBD ROOT 1 fire
        Ek NNP dobj 1
        and CC cc 1
        put VBD conj 1 put
        a DT det 6
        friend NN dobj 4 friend
        , , punct 6
        Al NNP dobj 1
        , , punct 8
        in IN prep 1
        office NN pobj 10
        """
    )
    doc.set_ents([Span(doc, 8, 9, "PERSON")])
    mend(doc)
    assert role(doc, 1, "obj") == ["Ek"]
    assert (doc[8].head.text, doc[10].head.text) == ("friend", "put")


def test_what_somebody_is_called_in_quotation_marks_is_parted_from_the_name(build_doc: Build) -> None:
    doc = build_doc(
        """
        Ek NNP nsubj 1
        called VBD ROOT 1 call
        Lee NNP nmod 5
        “ `` punct 5
        a DT det 5
        ghost NN dobj 1
        ” '' punct 5
        """
    )
    mend(doc)
    assert role(doc, 1, "obj") == ["Lee"]
    assert role(doc, 1, "complement") == ["ghost"]


def test_who_gets_a_post_is_parted_from_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        Toyota NNP nsubj 1
        appointed VBD ROOT 1 appoint
        Ann NNP compound 3
        Lee NNP compound 4
        president NN dobj 1
        """
    )
    doc.ents = [Span(doc, 2, 4, "PERSON")]
    mend(doc)
    assert role(doc, 1, "obj") == ["Lee"]
    assert (doc[4].dep_, doc[4].head.text) == ("oprd", "appointed")


def test_who_advises_somebody_stays_one_phrase(build_doc: Build) -> None:
    doc = build_doc(
        """
        Toyota NNP nsubj 1
        appointed VBD ROOT 1 appoint
        a DT det 5
        Ann NNP compound 4
        Lee NNP compound 5
        adviser NN dobj 1
        """
    )
    doc.ents = [Span(doc, 3, 5, "PERSON")]
    mend(doc)
    assert role(doc, 1, "obj") == ["adviser"]


def test_a_name_behind_what_a_post_is_for_is_its_holders(build_doc: Build) -> None:
    doc = build_doc(
        """
        The DT det 1
        envoy NN nsubj 6
        for IN prep 1
        Chad NNP compound 5
        Ann NNP compound 5
        Lee NNP pobj 2
        quit VBD ROOT 6 quit
        """
    )
    doc.ents = [Span(doc, 3, 4, "GPE"), Span(doc, 4, 6, "PERSON")]
    mend(doc)
    assert doc[5].head.text == "quit"
    assert (doc[1].head.text, doc[3].head.text) == ("Lee", "for")


def test_whoever_is_jailed_pending_trial_is_not_given_the_trial(build_doc: Build) -> None:
    doc = build_doc(
        """
        Oslo NNP nsubj 1
        jailed VBD ROOT 1 jail
        Ek NNP dative 1
        pending VBG amod 4
        trial NN dobj 1
        """
    )
    mend(doc)
    assert role(doc, 1, "obj") == ["Ek"]


def test_whoever_is_freed_is_not_taken_for_a_recipient(build_doc: Build) -> None:
    doc = build_doc("Chad NNP nsubj 1\nreleased VBD ROOT 1 release\nmonks NNS dative 1\nLee NNP appos 2")
    mend(doc)
    assert role(doc, 1, "obj") == ["monks"]


def test_whoever_is_told_something_stays_a_recipient(build_doc: Build) -> None:
    doc = build_doc("Lee NNP nsubj 1\ntold VBD ROOT 1 tell\nEk NNP dative 1")
    mend(doc)
    assert doc[2].dep_ == "dative"


def test_what_a_vote_decides_is_no_purpose(build_doc: Build) -> None:
    doc = build_doc(
        """
        Parliament NNP nsubj 1
        voted VBD ROOT 1 vote
        61 CD npadvmod 1
        to IN prep 1
        54 CD pobj 3
        to TO aux 6
        oust VB advcl 1
        Ek NNP dobj 6
        """
    )
    mend(doc)
    assert doc[6].dep_ == "xcomp"


def test_two_names_explain_the_plural_and_not_the_one_it_belongs_to(build_doc: Build) -> None:
    doc = build_doc(
        """
        Two CD nummod 1
        aides NNS nsubj 10 aide
        of IN prep 1
        the DT det 4
        mayor NN pobj 2
        , , punct 4
        Lee NNP appos 4
        and CC cc 6
        Ek NNP conj 6
        , , punct 1
        quit VBD ROOT 10 quit
        """
    )
    mend(doc)
    assert doc[6].head.text == "aides"


def test_a_verb_before_a_titled_name_is_what_the_court_does(build_doc: Build) -> None:
    doc = build_doc(
        """
        A DT det 1
        court NN nsubj 2
        jailed VBD amod 3 jail
        banker NN compound 4
        Lee NNP ROOT 4
        for IN prep 4
        years NNS pobj 5
        """
    )
    mend(doc)
    assert (role(doc, 2, "subj"), role(doc, 2, "obj"), role(doc, 2, "pp:for")) == (
        ["court"],
        ["Lee"],
        ["years"],
    )


WHO_FLED = """
    Police NNS nsubj 1
    held VBD ROOT 1 hold
    Lee NNP dobj 1
    and CC cc 2
    Ek NNP conj 2
    , , punct 2
    who WP nsubj {verb}
    {aux}fled {tag} relcl 2 flee
"""


def test_who_after_two_names_is_the_last(build_doc: Build) -> None:
    doc = build_doc(WHO_FLED.format(verb=7, aux="", tag="VBD"))
    for name in (doc[2], doc[4]):
        name.ent_type_ = "PERSON"
    mend(doc)
    assert doc[7].head.text == "Ek"


def test_who_with_a_verb_in_the_plural_is_all_of_them(build_doc: Build) -> None:
    doc = build_doc(WHO_FLED.format(verb=8, aux="have VBP aux 8\n", tag="VBN"))
    for name in (doc[2], doc[4]):
        name.ent_type_ = "PERSON"
    mend(doc)
    assert doc[8].head.text == "Lee"


def test_a_second_description_without_an_article_is_of_the_same_person(build_doc: Build) -> None:
    doc = build_doc(
        """
        Police NNS nsubj 1
        arrested VBD ROOT 1 arrest
        the DT det 3
        mayor NN dobj 1 mayor
        of IN prep 3
        Bern NNP pobj 4
        and CC cc 3
        key JJ amod 8
        rival NN conj 3 rival
        to IN prep 8
        Lee NNP pobj 9
        """
    )
    mend(doc)
    assert (doc[8].dep_, doc[8].head.text) == ("appos", "mayor")


def test_a_second_description_with_an_article_is_of_somebody_else(build_doc: Build) -> None:
    doc = build_doc(
        """
        Police NNS nsubj 1
        arrested VBD ROOT 1 arrest
        the DT det 3
        mayor NN dobj 1 mayor
        of IN prep 3
        Bern NNP pobj 4
        and CC cc 3
        a DT det 8
        rival NN conj 3 rival
        """
    )
    mend(doc)
    assert doc[8].dep_ == "conj"


def test_what_is_told_of_the_first_name_is_not_told_of_those_behind_the_clause(build_doc: Build) -> None:
    doc = build_doc(
        """
        Police NNS nsubj 1
        freed VBD ROOT 1 free
        Lee NNP dobj 1
        , , punct 2
        who WP nsubj 5
        runs VBZ relcl 2 run
        Nord NNP dobj 5
        , , punct 2
        Ek NNP conj 2
        and CC cc 8
        Roy NNP conj 8
        """
    )
    mend(doc)
    assert role(doc, 5, "subj") == ["Lee"]
    assert role(doc, 1, "obj") == ["Lee", "Ek"]


def test_firms_behind_who_is_sanctioned_are_sanctioned_too(build_doc: Build) -> None:
    doc = build_doc(
        """
        Peru NNP nsubj 1
        imposed VBD ROOT 1 impose
        sanctions NNS dobj 1 sanction
        on IN prep 2
        the DT det 5
        leader NN pobj 3 leader
        , , punct 5
        and CC cc 2
        seven CD nummod 9
        companies NNS conj 2 company
        """
    )
    mend(doc)
    assert doc[9].head.text == "leader"


def test_what_it_says_of_firms_is_done_by_the_firms(build_doc: Build) -> None:
    doc = build_doc(
        """
        Peru NNP nsubj 1
        fined VBD ROOT 1 fine
        companies NNS dobj 1 company
        that WDT dep 5
        it PRP nsubj 5
        says VBZ relcl 2 say
        supply VB xcomp 5 supply
        him PRP dobj 6
        """
    )
    mend(doc)
    assert role(doc, 6, "subj") == ["companies"]


def test_who_is_helped_to_win_is_no_part_of_the_win(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        helped VBD ROOT 1 help
        Bo NNP compound 3
        Ek NNP compound 4
        win NN dobj 1 win
        """
    )
    doc.ents = [Span(doc, 2, 4, "PERSON")]
    mend(doc)
    assert role(doc, 1, "obj") == ["Ek"]


def test_what_two_do_in_the_plural_is_not_told_of_the_last_alone(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubjpass 9
        and CC cc 0
        her PRP$ poss 3
        brother NN conj 0
        , , punct 3
        who WP nsubj 6
        run VBP relcl 3
        Nord NNP dobj 6
        were VBD auxpass 9
        arrested VBN ROOT 9 arrest
        """
    )
    doc[0].ent_type_ = "PERSON"
    mend(doc)
    assert doc[6].head.text == "Lee"


def test_who_tells_it_is_no_other_name_of_whom_it_befell(build_doc: Build) -> None:
    doc = build_doc(
        """
        Police NN nsubj 1
        freed VBD ROOT 1 free
        Ek NNP dobj 1
        , , punct 2
        a DT det 5
        spokesman NN appos 2
        for IN prep 5
        Nord NNP pobj 6
        said VBD conj 1 say
        """
    )
    mend(doc)
    assert role(doc, 8, "subj") == ["spokesman"]
    assert (doc[8].dep_, doc[1].dep_, doc[1].head.text) == ("ROOT", "ccomp", "said")


def test_whose_clause_is_told_of_its_owner_where_it_hangs_on_the_main_verb(build_doc: Build) -> None:
    doc = build_doc(
        """
        It PRP nsubjpass 2
        was VBD auxpass 2
        urged VBN ROOT 2 urge
        by IN agent 2
        Chad NNP pobj 3
        , , punct 4
        whose WP$ poss 7
        envoy NN appos 4
        , , punct 7
        Ek NNP appos 7
        , , punct 4
        flew VBD xcomp 2 fly
        home RB advmod 11
        """
    )
    mend(doc)
    assert (doc[11].head.text, role(doc, 11, "subj")) == ("Chad", ["envoy"])
