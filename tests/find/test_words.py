"""Words without case and accents, and questions that are never taken for the language of the index."""

import sqlite3
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.find.words import MOST, Wanted, marks, plain, wanted, words

TEXT = st.text(max_size=40) | st.text(alphabet='aAbłŁéß"*:-^(){}+ NOTEAR,“”', max_size=30)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Łódź", "lodz"),
        ("LODZ", "Łódź"),
        ("Straße", "STRASSE"),
        ("Øresund", "oresund"),
        ("İzmir", "izmir"),
        ("IZMIR", "İzmir"),
        ("Nicolás", "nicolas"),
        (unicodedata.normalize("NFD", "Nicolás Łódź"), "Nicolás"),
        ("Путин", "putin"),
        ("Æther", "aether"),
        ("O’Brien’s", "o'brien's"),
        ("U.S.", "u s"),
        ("COVID-19", '"covid 19"'),
    ],
)
def test_case_and_accents_do_not_count(text, question):
    assert len(marks(text, wanted(question))) >= 1
    assert all(marks(text, [want]) for want in wanted(question))


def test_words_follow_each_other_in_quotation_marks_and_a_star_asks_for_a_beginning():
    assert wanted('a "b c" d* e-f "g*') == (
        Wanted(("a",)),
        Wanted(("b", "c")),
        Wanted(("d",), prefix=True),
        Wanted(("e", "f")),
        Wanted(("g",)),
    )


@pytest.mark.parametrize("nothing", ["", "  ", '"', "*", "-", "()", '""', "…"])
def test_a_question_without_a_word_is_refused(nothing):
    with pytest.raises(UsageError, match="no word to look for"):
        wanted(nothing)


def test_a_question_with_too_many_words_is_refused_with_the_limit():
    with pytest.raises(UsageError, match=f"{MOST} words at most"):
        wanted("a " * 10_000)


@given(TEXT)
def test_each_word_comes_from_where_it_says(text):
    for word, begin, end in words(text):
        assert word in plain(text[begin:end]).split()


@given(TEXT)
def test_marks_stand_in_the_text_in_order_and_apart(text):
    wants = [Wanted((word,)) for word, _, _ in words(text)][:3]
    ends = [place for mark in marks(text, wants) for place in mark]
    assert ends == sorted(ends)
    assert all(0 <= place <= len(text) for place in ends)


@pytest.fixture(scope="module")
def table():
    db = sqlite3.connect(":memory:")
    db.execute("""CREATE VIRTUAL TABLE t USING fts5 (words, tokenize = "ascii tokenchars '_'")""")
    return db


def scanned(text: str, wants: tuple[Wanted, ...]) -> bool:
    """Whether a text has it all, word by word."""
    given = ["", *plain(text).split(), ""]
    line = "\n".join(given)
    return all(f"\n{chr(10).join(want.words)}" + ("" if want.prefix else "\n") in line for want in wants)


@given(st.lists(TEXT, min_size=1, max_size=6), TEXT)
@example(["a near b", "x"], "a NEAR b")
@example(["a", "b"], "a OR b")
@example(["a", "b"], "NOT a")
@example(["words a"], "words:a")
@example(["a b"], '{words} : "a')
@example(["a b"], "a AND")
@example(["a b c d"], "NEAR(a b, 2)")
@example(["ab"], "^a*")
def test_the_index_finds_what_reading_all_texts_finds_whatever_is_asked(table, texts, question):
    try:
        wants = wanted(question)
    except UsageError:
        return
    table.execute("DELETE FROM t")
    table.executemany("INSERT INTO t (rowid, words) VALUES (?, ?)", enumerate(map(plain, texts)))
    found = table.execute("SELECT rowid FROM t WHERE t MATCH ?", (" AND ".join(w.expression for w in wants),))
    assert {row for (row,) in found} == {row for row, text in enumerate(texts) if scanned(text, wants)}
    for row, text in enumerate(texts):
        assert all(marks(text, [want]) for want in wants) == scanned(text, wants), (row, text)


@pytest.mark.parametrize("sign", ["\ufa67", "\u212b", "\u1fef"])
def test_a_sign_is_found_by_another_that_unicode_holds_to_be_the_same(sign):
    text = f"x{sign}x"
    assert marks(text, wanted(unicodedata.normalize("NFC", text))) == marks(text, wanted(text)) != ()


@given(TEXT, st.data())
def test_whatever_is_written_is_found_by_any_of_its_words_in_any_case(text, data):
    listed = [text[begin:end] for _, begin, end in words(text)]
    if listed:
        word = data.draw(st.sampled_from(listed))
        for asked in (word, word.swapcase() if word.isascii() else word, unicodedata.normalize("NFD", word)):
            assert marks(text, wanted(asked))
