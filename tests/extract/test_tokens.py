"""Where the tokenizer parts words."""

import spacy

from kg.extract.tokens import part_initials


def test_initials_are_parted_from_what_a_hyphen_joins_to_them() -> None:
    nlp = spacy.blank("en")
    part_initials(nlp)
    assert [t.text for t in nlp.make_doc("the U.S.-led coalition")] == [
        "the",
        "U.S.",
        "-",
        "led",
        "coalition",
    ]


def test_a_dateline_is_parted_from_the_dash_that_ends_it() -> None:
    nlp = spacy.blank("en")
    part_initials(nlp)
    assert [t.text for t in nlp.make_doc("TEL AVIV-- A court")] == ["TEL", "AVIV", "--", "A", "court"]


def test_other_words_are_parted_as_before() -> None:
    plain, ours = spacy.blank("en"), spacy.blank("en")
    part_initials(ours)
    text = "A Saudi-led, state-owned firm; J.-P. Holm e-mailed the U.S. (A.-B.)"
    assert [t.text for t in ours.make_doc(text)] == [t.text for t in plain.make_doc(text)]
