"""Marks round a few words are taken out for the parser and put back where they stood."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.annotations import register_extensions
from kg.extract.scare_quotes import restore, scare_quote_marks, without

nlp = spacy.blank("en")
register_extensions()


def marks(text: str) -> list[str]:
    doc = nlp.make_doc(text)
    return [f"{doc[i].text}{i}" for i in scare_quote_marks(doc)]


@pytest.mark.parametrize(
    "text", ["The “opposition” left.", 'The "free election" was held.', "He [sic] left."]
)
def test_marks_round_a_few_words_are_found(text: str) -> None:
    assert len(marks(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“We will never recognize them,” she said.",
        "“No. Never” is an answer.",
        "An opening “ mark alone.",
        "“Two\nlines” of it.",
        "“”",
    ],
)
def test_real_quotations_and_stray_marks_stay(text: str) -> None:
    assert marks(text) == []


def test_the_parser_sees_the_words_without_the_marks_and_the_text_keeps_them() -> None:
    full = nlp.make_doc("The “opposition” left.")
    left_out = scare_quote_marks(full)
    plain = without(full, left_out)
    assert [t.text for t in plain] == ["The", "opposition", "left", "."]
    for token in plain:
        token.head, token.dep_ = plain[2], "ROOT" if token.i == 2 else "dep"
    doc = restore(full, plain, left_out)
    assert doc.text == full.text
    assert [t.head.text for t in doc] == ["left", "opposition", "left", "opposition", "left", "left"]


def test_a_mark_inside_a_name_is_part_of_it_and_one_at_its_edge_is_not() -> None:
    full = nlp.make_doc("The “Iron” Path “won”.")
    left_out = scare_quote_marks(full)
    plain = without(full, left_out)
    plain.set_ents([spacy.tokens.Span(plain, 1, 3, label="ORG")])
    for token in plain:
        token.head, token.dep_ = plain[3], "ROOT" if token.i == 3 else "dep"
    doc = restore(full, plain, left_out)
    assert [entity.text for entity in doc.ents] == ["Iron” Path"]


@given(st.text(alphabet='ab “”"[].\n', max_size=60))
def test_the_text_comes_back_whatever_it_is(text: str) -> None:
    full = nlp.make_doc(text)
    left_out = scare_quote_marks(full)
    plain = without(full, left_out)
    assert len(plain) + len(left_out) == len(full)
    if len(plain):
        for token in plain:
            token.head, token.dep_ = plain[0], "ROOT" if token.i == 0 else "dep"
        assert restore(full, plain, left_out).text == full.text


def test_a_text_that_opens_with_a_mark_begins_a_sentence_without_it() -> None:
    full = nlp.make_doc("“Elected” men left.")
    full[0].is_sent_start, full[3].is_sent_start = True, False
    plain = without(full, scare_quote_marks(full))
    assert [t.is_sent_start for t in plain] == [True, False, None, None]
