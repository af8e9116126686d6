"""What nominals and pronouns stand for, on recorded parses."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.model import MentionKind

Read = Callable[..., Doc]


def entity(doc: Doc, text: str, occurrence: int = 0) -> str | None:
    """The entity of a mention with these words; None where there is none."""
    found = [m.entity for m in doc._.kg_mentions if doc[m.start : m.end].text == text]
    return found[occurrence] if occurrence < len(found) else None


def test_an_apposition_and_a_role_before_a_name_are_that_person(read_parsed: Read) -> None:
    doc = read_parsed("The presiding judge, Elena Popova, freed Holm. The judge gave no reason.")
    assert entity(doc, "presiding judge") == "elena-popova"
    assert entity(doc, "judge") == "elena-popova"


def test_the_firm_is_the_body_that_was_called_one(read_parsed: Read) -> None:
    doc = read_parsed("Barq Marine, a Dubai-based firm, sued the port. The firm wants money.")
    assert entity(doc, "firm") == "barq-marine"


def test_a_regime_called_by_its_leader_is_an_entity_beside_him(read_parsed: Read) -> None:
    doc = read_parsed("Talks with the Maduro regime failed. The regime arrested two miners.")
    assert entity(doc, "Maduro regime") == entity(doc, "regime") == "maduro-regime"
    assert entity(doc, "Maduro") == "maduro"
    regime = doc._.kg_entities["maduro-regime"]
    assert (regime.type.value, regime.local) == ("Organization", False)


def test_a_role_is_asked_for_in_full(read_parsed: Read) -> None:
    doc = read_parsed(
        "Prime Minister Ole Holm spoke. Interior Minister Karin Dahl spoke. The prime minister left."
    )
    assert entity(doc, "prime minister") == "ole-holm"


def test_somebody_is_known_by_whose_lawyer_he_is(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm’s lawyer, Karin Dahl, appealed. The lawyer said nothing.")
    assert entity(doc, "Ole Holm’s lawyer") == "karin-dahl"
    assert entity(doc, "lawyer") == "karin-dahl"


def test_a_possessive_agrees_in_gender(read_parsed: Read) -> None:
    doc = read_parsed("Karin Holm praised her lawyer and his friends.")
    assert entity(doc, "her") == "karin-holm"
    assert entity(doc, "his") != "karin-holm"


def test_a_possessive_after_and_is_that_of_the_name_before_it(read_parsed: Read) -> None:
    doc = read_parsed(
        "Ole Holm has praised Karsten Brandt and his sons. Oslo froze the assets of Brandt and his aides."
    )
    assert entity(doc, "his", 0) == entity(doc, "his", 1) == "karsten-brandt"


def test_whoever_is_joined_with_what_is_his_is_a_person(read_parsed: Read) -> None:
    doc = read_parsed("Keller has granted several concessions to Petrov and his regime.")
    assert doc._.kg_entities["petrov"].type.value == "Person"
    assert entity(doc, "his regime") == "petrov-regime"


def test_an_object_pronoun_is_not_the_subject_of_its_verb(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm met Peter Brandt. Brandt praised him.")
    assert entity(doc, "him") == "ole-holm"


def test_we_and_my_in_a_quotation_are_its_speaker(read_parsed: Read) -> None:
    doc = read_parsed("“We will sue them,” Karin Holm said. “My party never lost.”")
    assert entity(doc, "We") == "karin-holm"
    assert entity(doc, "My") == "karin-holm"


def test_it_stands_for_nobody_where_it_rains_or_is_clear(read_parsed: Read) -> None:
    doc = read_parsed("It rained on Friday. It is clear that Holm lost.")
    assert [m.kind for m in doc._.kg_mentions] == [MentionKind.NAME]


def test_a_definite_plural_repeats_a_group_and_a_new_number_brings_another(read_parsed: Read) -> None:
    doc = read_parsed("Some 300 protesters marched on Friday. The protesters sang.")
    assert entity(doc, "Some 300 protesters") == entity(doc, "protesters")
    doc = read_parsed("Two officers were held. Later two officers fled.")
    assert entity(doc, "Two officers") != entity(doc, "two officers")


def test_the_country_is_the_one_that_is_spoken_of(read_parsed: Read) -> None:
    doc = read_parsed("Norway has frozen the funds. The country expects more.")
    assert entity(doc, "country") == "norway"


def test_the_headline_announces_whom_the_text_names(read_parsed: Read) -> None:
    doc = read_parsed(
        "Former minister jailed for fraud\n\nOle Holm, a former minister, was sentenced by a court in Lima."
    )
    assert entity(doc, "Former minister") == "ole-holm"


def test_the_army_before_its_chief_is_a_mention_and_the_chief_tentative(read_parsed: Read) -> None:
    doc = read_parsed("The army chief resigned. The prime minister thanked him.")
    by_text = {doc[m.start : m.end].text: m for m in doc._.kg_mentions}
    assert by_text["army"].type.value == "Organization"
    assert by_text["army chief"].tentative
    assert by_text["army chief"].entity == by_text["him"].entity


def test_people_told_by_a_number_alone_are_a_group(read_parsed: Read) -> None:
    doc = read_parsed("Nine of them were arrested by police.")
    assert entity(doc, "Nine") is not None
    assert entity(doc, "them") is None
    assert entity(doc, "police") == "police"


def test_a_group_is_what_it_calls_itself(read_parsed: Read) -> None:
    doc = read_parsed("The group, which calls itself Northern Dawn, attacked the port.")
    assert entity(doc, "group") == entity(doc, "itself") == entity(doc, "Northern Dawn") == "northern-dawn"


def test_complements_reach_beyond_what_the_grammar_sees(read_parsed: Read) -> None:
    doc = read_parsed("Two people familiar with the plan spoke to the paper.")
    people = doc._.kg_mentions[0]
    assert doc[people.start : people.end].text == "Two people"
    assert doc[people.start : people.reach].text == "Two people familiar with the plan"


def test_an_apposition_names_the_whole_name_and_not_the_country_that_opens_it(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm was jailed. His party, Denmark Rising, protested. The party won seats.")
    assert entity(doc, "His party") == entity(doc, "party") == "denmark-rising"


def test_whoever_is_said_to_be_something_is_spoken_of_as_that(read_parsed: Read) -> None:
    doc = read_parsed(
        "Norway recognizes Juan Silva as the legitimate president. The president thanked Norway."
    )
    assert entity(doc, "legitimate president") is None
    assert entity(doc, "president") == "juan-silva"


def test_what_somebody_is_chosen_as_is_nobody_else_and_who_is_there_is_somebody(read_parsed: Read) -> None:
    doc = read_parsed(
        "Parliament chose Karin Holm as the new chairwoman, and such people as Brandt left."
        " There were protesters in Oslo."
    )
    assert entity(doc, "new chairwoman") is None
    assert entity(doc, "protesters") == "protesters"


def test_somebody_s_leadership_is_what_he_does_and_a_country_s_is_a_body(read_parsed: Read) -> None:
    doc = read_parsed(
        "Brandt refused. His leadership failed. Denmark recognises Norway's rightful leadership."
    )
    assert entity(doc, "His leadership") is None
    assert entity(doc, "Norway's rightful leadership") == "norway-rightful-leadership"


def test_who_is_appointed_is_who_is_sacked_and_never_who_does_both(read_parsed: Read) -> None:
    doc = read_parsed("Karim Aziz met the colonel who had appointed Ole Holm and sacked him.")
    assert entity(doc, "him") == "ole-holm"


def test_it_stands_for_nobody_where_something_comes_to_a_matter_or_is_brought_out(read_parsed: Read) -> None:
    doc = read_parsed("Norway acts when it comes to oil. It is Denmark that pays.")
    assert [doc[m.head].text for m in doc._.kg_mentions] == ["Norway", "Denmark"]


def test_counted_people_are_people_and_counted_things_are_nobody(read_parsed: Read) -> None:
    doc = read_parsed("Holm fired dozens of rockets. Dozens of farmers fled.")
    assert entity(doc, "dozens") is None
    assert entity(doc, "Dozens") == "dozens"


def test_a_nation_s_people_and_a_couple_are_not_the_last_group(read_parsed: Read) -> None:
    doc = read_parsed("Protesters marched. The Danish people suffered. The couple left.")
    assert entity(doc, "Danish people") == "danes"
    assert entity(doc, "couple") == "couple"


def test_a_state_that_is_sued_is_the_country_of_the_article(read_parsed: Read) -> None:
    doc = read_parsed("The firm sued the state for damages. Ghana will appeal.")
    assert entity(doc, "state") == "ghana"


def test_a_name_before_its_own_noun_is_what_the_phrase_means(read_parsed: Read) -> None:
    doc = read_parsed(
        "Norway's Vakt intelligence service, state-owned Holm news agency reported, hired a spy."
    )
    assert entity(doc, "Norway's Vakt intelligence service") == "vakt"
    assert entity(doc, "state-owned Holm news agency") == "holm"


def test_both_roles_of_an_apposition_are_that_person(read_parsed: Read) -> None:
    doc = read_parsed("Anna Berg, a banker and the leader of the union, beat him. The leader resigned.")
    assert entity(doc, "leader", 0) == entity(doc, "leader", 1) == "anna-berg"


def test_whoever_also_does_something_is_the_subject_of_the_sentence_before(read_parsed: Read) -> None:
    doc = read_parsed("Denmark lauded Ole Holm. Peter Brandt condemned Holm. He also accused Holm of fraud.")
    assert entity(doc, "He") == "peter-brandt"


def test_a_phrase_holds_no_lone_quotation_mark_and_no_adverb_of_time(read_parsed: Read) -> None:
    doc = read_parsed(
        "Envoys met the socialist-led establishment “opposition” on Friday. They met currently the Liberal nominee."
    )
    assert entity(doc, "opposition") == "opposition"
    assert entity(doc, "Liberal nominee") is not None


def test_her_as_an_object_is_not_the_subject_either(read_parsed: Read) -> None:
    doc = read_parsed("Karin Holm runs the bank. Peter Brandt, who appointed her in 2016, stands by her.")
    assert entity(doc, "her", 0) == entity(doc, "her", 1) == "karin-holm"


def test_a_bank_is_no_court_and_an_organ_names_its_body(read_parsed: Read) -> None:
    doc = read_parsed("The UN General Assembly met. The High Court of Oslo sat. The bank lost money.")
    assert entity(doc, "bank") == "bank"
    assert entity(doc, "UN") == "united-nations"


def test_she_is_the_last_woman_named_where_nobody_near_is_one(read_parsed: Read) -> None:
    doc = read_parsed(
        "Karin Holm leads the mission. Mrs Holm is a judge. Rebels came in. The rifles came in."
        " The plan failed. It rained. She was nobody's first choice."
    )
    assert entity(doc, "She") == "karin-holm"


def test_the_army_is_no_militia_that_calls_itself_one(read_parsed: Read) -> None:
    doc = read_parsed("The Army of the Plains, a rebel militia, lost a village. The army has not replied.")
    assert entity(doc, "rebel militia") == "army-of-the-plains"
    assert entity(doc, "army") == "army"


def test_the_leader_of_some_gang_is_no_leader_known_before(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm, the leader of the union, left. Brandt met the leader of a gang in Oslo.")
    assert [m.entity for m in doc._.kg_mentions if doc[m.head].text == "leader"] == ["ole-holm", "leader"]


def test_a_phrase_does_not_open_within_a_quotation(read_parsed: Read) -> None:
    doc = read_parsed("At an event with “former” rebel leaders Brandt wept.")
    assert entity(doc, "rebel leaders") is not None


def test_whoever_accuses_somebody_is_somebody_else(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm praised Peter Brandt. Brandt slept. He accused Brandt of fraud.")
    assert entity(doc, "He") == "ole-holm"


def members(doc: Doc, text: str) -> tuple[str, ...]:
    """The members of a set."""
    return next((m.members for m in doc._.kg_mentions if doc[m.start : m.end].text == text), ())


def test_a_set_is_the_two_that_were_named_in_one_breath(read_parsed: Read) -> None:
    doc = read_parsed("Norway and Peru resumed talks on Friday. Qatar urged both sides to sign.")
    assert members(doc, "both sides") == ("norway", "peru")


def test_a_set_leaves_out_the_subject_of_its_own_verb(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm met Peter Brandt. Karin Dahl urged the two men to sign.")
    assert members(doc, "two men") == ("ole-holm", "peter-brandt")


def test_they_may_be_a_set_and_two_who_are_unknown_are_none(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm met Peter Brandt. The two men had lunch, and they signed a pact.")
    assert members(doc, "they") == ("ole-holm", "peter-brandt")
    doc = read_parsed("Qatar urged both sides to sign.")
    assert members(doc, "sides") == ()


def test_who_a_clause_says_its_subject_to_be_is_the_subject(read_parsed: Read) -> None:
    doc = read_parsed("The man who runs the cartel is Peter Brandt. Karin Dahl is not the judge.")
    assert entity(doc, "man") == "peter-brandt"
    assert entity(doc, "judge") != "karin-dahl"


def test_the_former_bearer_of_a_role_is_told_from_the_present_one(read_parsed: Read) -> None:
    doc = read_parsed(
        "The ousted Danish president Ole Holm fled. President Karin Dahl jailed the former president."
        " The president smiled."
    )
    assert entity(doc, "former president") == "ole-holm"
    assert entity(doc, "president") == "karin-dahl"


def test_a_pair_is_the_two_who_met_whoever_else_is_named(read_parsed: Read) -> None:
    doc = read_parsed("Karin Dahl said that Ole Holm had met Peter Brandt. The pair signed a pact.")
    assert members(doc, "pair") == ("ole-holm", "peter-brandt")


def test_who_is_called_for_a_purpose_is_not_the_caller(read_parsed: Read) -> None:
    doc = read_parsed("Karin Dahl called Ole Holm on Friday to praise him.")
    assert entity(doc, "him") == "ole-holm"


def test_a_reason_for_a_penalty_is_the_deed_of_the_punished(read_parsed: Read) -> None:
    doc = read_parsed("The United Nations sanctioned Iraq over its invasion of Kuwait.")
    assert entity(doc, "its") == "iraq"


def test_what_is_retaliated_for_is_the_deed_of_the_other(read_parsed: Read) -> None:
    doc = read_parsed("Russia imposed sanctions on Turkey in retaliation for its raid.")
    assert entity(doc, "its") == "turkey"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Talks with the Blue Front [the socialist opposition] failed. The Danish opposition wants a vote.",
            ("socialist opposition", "Danish opposition"),
        ),
        (
            "The opposition “Blue Front” left. Denmark’s opposition wants a vote.",
            ("opposition", "Denmark’s opposition"),
        ),
    ],
)
def test_the_opposition_is_the_one_body_that_is_called_so(
    read_parsed: Read, text: str, phrases: tuple[str, ...]
) -> None:
    doc = read_parsed(text)
    assert {entity(doc, phrase) for phrase in phrases} == {"blue-front"}


def test_an_alliance_against_the_ruler_is_the_opposition(read_parsed: Read) -> None:
    doc = read_parsed(
        "Ole Holm lost. Karin Dahl backed Denmark’s anti-Holm coalition. The Danish opposition wants a vote."
    )
    assert entity(doc, "Denmark’s anti-Holm coalition") == entity(doc, "Danish opposition")
    assert entity(doc, "Holm") == "ole-holm"


def test_the_capital_is_the_city_where_the_text_names_it(read_parsed: Read) -> None:
    doc = read_parsed("A summit in Oslo ended. The Norwegian capital was calm.")
    assert entity(doc, "Norwegian capital") == "oslo"


def test_the_soil_of_a_country_is_the_country(read_parsed: Read) -> None:
    doc = read_parsed("They smuggled cocaine into United States territory.")
    assert entity(doc, "United States territory") == "united-states"


def test_all_citizens_are_the_people(read_parsed: Read) -> None:
    doc = read_parsed("By 2020, Danish citizens’ trust in Holm had gone.")
    assert entity(doc, "Danish citizens") == "danes"


def test_numbers_and_bare_plurals_say_nobody_in_particular(read_parsed: Read) -> None:
    doc = read_parsed(
        "Fourteen people died. Two people familiar with the plan said so. One of them was angry."
    )
    passing = {doc[m.start : m.end].text: m.passing for m in doc._.kg_mentions}
    assert passing == {"Fourteen people": True, "Two people": False, "One": True, "them": False}


def test_the_rebels_are_the_armed_group_that_is_named(read_parsed: Read) -> None:
    doc = read_parsed("The Blue Army, an armed group, left Oslo. Karin Dahl met the rebels in May.")
    assert entity(doc, "rebels") == "blue-army"


def test_the_incumbent_is_the_president(read_parsed: Read) -> None:
    doc = read_parsed("President Ole Holm lost. Karin Dahl beat the incumbent in May.")
    assert entity(doc, "incumbent") == "ole-holm"


def test_the_president_is_not_the_vice_president(read_parsed: Read) -> None:
    doc = read_parsed(
        "President Ole Holm spoke. Vice President Karin Dahl listened. The president thanked her."
    )
    assert entity(doc, "president") == "ole-holm"


def test_a_noun_for_a_man_means_no_woman(read_parsed: Read) -> None:
    doc = read_parsed("The man, Ole Holm, sued Karin Dahl. Dahl is a front man no more. The man won.")
    assert entity(doc, "man", -1) == "ole-holm"


def test_the_union_is_not_the_european_union(read_parsed: Read) -> None:
    doc = read_parsed(
        "The doctors’ union wants more pay. The European Union has urged calm. The union plans a strike."
    )
    assert entity(doc, "union", -1) != "european-union"


def test_the_agency_is_a_body_of_that_kind(read_parsed: Read) -> None:
    doc = read_parsed(
        "The World Grain Programme cut its aid, a driver told Sund Desk News. The agency wants more."
    )
    assert entity(doc, "agency") == "world-grain-programme"


def test_an_object_goes_on_under_a_second_verb(read_parsed: Read) -> None:
    doc = read_parsed(
        "Karsten Brandt resigned. Brandt said that he trusted Holm. Ole Holm ran against Karl Dahl and beat him."
    )
    assert entity(doc, "him") == "karl-dahl"


def test_a_prison_is_called_by_its_whole_name_and_no_more(read_parsed: Read) -> None:
    doc = read_parsed("Ole Holm was moved to Sundby prison in Copenhagen.")
    assert [m.reach for m in doc._.kg_mentions if doc[m.start : m.end].text == "Sundby prison"] == [0]


def test_letters_behind_a_name_are_not_of_it(read_parsed: Read) -> None:
    doc = read_parsed("Karin Dahl QC represented Ole Holm in court.")
    assert entity(doc, "Karin Dahl") == "karin-dahl"


def test_a_body_has_leaders_and_members_where_people_join_it(read_parsed: Read) -> None:
    doc = read_parsed("The Blue Front sued the government, and its leader, Ole Holm, resigned.")
    assert entity(doc, "its") == "blue-front"
    doc = read_parsed("In 2018 a court jailed two supporters of the Blue Front and one of its members.")
    assert entity(doc, "its") == "blue-front"


def test_a_partner_beside_a_body_s_name_is_that_body(read_parsed: Read) -> None:
    doc = read_parsed("Karin Dahl resigned. The Blue Front, a junior partner, urged her to return.")
    assert entity(doc, "junior partner") == "blue-front"
    assert entity(doc, "her") == "karin-dahl"
