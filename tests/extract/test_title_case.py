"""Headlines in title case are read with the capitals of a sentence."""

import spacy

from kg.extract.annotations import register_extensions
from kg.extract.scare_quotes import restore, without
from kg.extract.sentences import SentenceStarts
from kg.extract.title_case import lowered
from kg.model import Article

nlp = spacy.blank("en")
register_extensions()
starts = SentenceStarts(nlp, "kg_sentences")


def read(text: str) -> str:
    """The first line as the parser reads it."""
    doc = nlp.make_doc(text)
    doc._.kg_article = Article("a", text)
    instead = lowered(starts(doc))
    return " ".join(instead.get(t.i, t.text) for t in doc).split(" \n")[0]


def test_verbs_and_nouns_of_the_body_lose_their_capitals() -> None:
    text = "Lee Pressures Rebels Into Talks\n\nAnn Lee pressured the rebels on Monday. The talks failed."
    assert read(text) == "Lee pressures rebels into talks"


def test_names_of_the_body_keep_them() -> None:
    text = "World Bank Sues Miners Over Debt\n\nThe chief of the World Bank said a bank had sued miners over a debt."
    assert read(text) == "World Bank sues miners over debt"


def test_words_that_the_body_lacks_stay() -> None:
    assert read("Ek Visits Quito With Gifts Aplenty\n\nBo Ek came.") == "Ek visits Quito with Gifts Aplenty"


def test_a_dateline_and_a_line_in_plain_case_are_no_titles() -> None:
    assert read("LIMA, May 3, New Wire Press —\n\nA new wire.") == "LIMA , May 3 , New Wire Press —"
    assert read("Lee frees rebels after talks\n\nThe talks failed.") == "Lee frees rebels after talks"


def test_the_words_of_the_text_come_back() -> None:
    text = "Lee Frees Rebels After Talks\n\nThe rebels held talks."
    doc = nlp.make_doc(text)
    doc._.kg_article = Article("a", text)
    plain = without(starts(doc), [], lowered(doc))
    assert plain[1].text == "frees"
    assert restore(doc, plain, []).text == text


def test_a_verb_after_to_is_no_name_though_the_body_does_not_have_it() -> None:
    assert (
        read("Ann Lee to Visit Northern Togo\n\nThe trip is planned for May.")
        == "Ann Lee to visit Northern Togo"
    )


def test_a_headline_may_ask() -> None:
    assert (
        read("Did Mali Sue Northern Togo?\n\nThe court in Lomé opened on Monday.")
        == "Did Mali sue Northern Togo ?"
    )


def test_a_question_about_names_alone_is_no_headline() -> None:
    text = "Did Ann Lee sue Northern Togo?\n\nThe court in Lomé opened on Monday."
    assert read(text) == "Did Ann Lee sue Northern Togo ?"


def test_a_headline_may_end_with_a_full_stop_where_all_its_words_are_capitalised() -> None:
    assert (
        read("Ann Lee Frees Rebels After New Talks.\n\nThe rebels held talks.")
        == "Ann Lee frees rebels after New talks ."
    )
    assert read("Ann Lee of Holm Bank.\n\nThe bank of Lee.") == "Ann Lee of Holm Bank ."
