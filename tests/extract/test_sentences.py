"""Where sentences begin: no statistical model stands behind these tests, only what the layout decides."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.annotations import register_extensions
from kg.extract.sentences import SentenceStarts
from kg.model import Article, Span, Zone, ZoneKind

NLP = spacy.blank("en")
STARTS = SentenceStarts(NLP, "kg_sentences")


def marked(text: str, zones: tuple[Zone, ...] = ()) -> Doc:
    register_extensions()
    doc = NLP.make_doc(text)
    doc._.kg_article = Article("a", text, zones=zones)
    return STARTS(doc)


def starts(doc: Doc) -> list[str]:
    return [token.text for token in doc if token.is_sent_start]


def test_a_headline_without_a_full_stop_is_not_glued_to_the_body() -> None:
    assert starts(marked("Judge frees miner\n\nA court spoke on Friday.")) == ["Judge", "A"]


def test_a_zone_begins_a_sentence_even_on_the_same_line() -> None:
    text = "Ole Holm waves. The talks went on."
    zones = (Zone(Span(0, 15), ZoneKind.CAPTION), Zone(Span(16, 34), ZoneKind.BODY))
    assert starts(marked(text, zones)) == ["Ole", "The"]


def test_a_hard_wrapped_paragraph_is_not_cut() -> None:
    text = (
        "The minister said on Monday that the party of Ole Holm and\n"
        "Karin Dahl would never again sit down with the rebels, who\n"
        "Friday after Friday had broken what they had agreed upon."
    )
    assert starts(marked(text)) == ["The"]


def test_a_short_line_without_a_full_stop_ends_there() -> None:
    text = "By Karin Dahl\nThe minister said on Monday that his party would never again sit down with the rebels."
    assert starts(marked(text)) == ["By", "The"]


def test_no_sentence_begins_after_a_title_or_an_initial() -> None:
    doc = marked("He met Brig. Gen. Ole P. Holm there.")
    forbidden = {token.text for token in doc if token.is_sent_start is False}
    assert {"Gen.", "Ole", "Holm"} <= forbidden


def test_a_sentence_ends_with_the_platform_x_but_not_with_an_initial() -> None:
    assert starts(marked("Holm wrote on X. Deputy Minister Dahl met X. Holm there.")) == ["Holm", "Deputy"]


def test_the_dateline_stands_apart_from_the_sentence_that_it_opens() -> None:
    doc = marked("LIMA, Peru, May 3 (Andes Wire) — Police freed a miner.")
    assert starts(doc) == ["LIMA", "Police"]
    assert doc[1].is_sent_start is False


@given(
    st.lists(
        st.sampled_from(["Holm", "spoke", ".", "\n", "\n\n", "“", "Gen.", "—", "LIMA", ","]), max_size=30
    )
)
def test_white_space_never_begins_a_sentence_and_a_blank_line_always_ends_one(words: list[str]) -> None:
    doc = marked(" ".join(words))
    for token in doc:
        if token.is_space:
            assert not (token.i and token.is_sent_start)
            if token.text.count("\n") > 1 and token.i + 1 < len(doc) and not doc[token.i + 1].is_space:
                assert doc[token.i + 1].is_sent_start


def test_no_sentence_begins_after_a_word_or_a_comma() -> None:
    doc = marked("Lee, whose party lost in 2021, demanded more.")
    never = {token.text for token in doc if token.is_sent_start is False}
    assert {"whose", "demanded"} <= never
