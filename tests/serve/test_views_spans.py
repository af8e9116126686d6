"""A text cut at what is marked in it."""

from hypothesis import given
from hypothesis import strategies as st

from kg.serve.views.article import Mention, Note
from kg.serve.views.quotes import Quote
from kg.serve.views.spans import marked
from kg.serve.views.things import Thing

TEXT = "Ana Silva, head of Norway Bank, denied it. It rained."
ANA, BANK, NORWAY = (Thing(f"urn:{name}", name) for name in ("ana", "bank", "norway"))


def quote(name, begin, end, standing="affirmed"):
    nothing = Thing("", "")
    return Quote(
        f"urn:{name}", name, nothing, "leads", nothing, standing, "", begin, end, nothing, "", "", "", None, None,
        "", "", 1.0, None,
    )  # fmt: skip


def note(number, begin, end, standing="affirmed", sentence=(0, 42)):
    return Note(number, begin, end, quote(f"c{number}", *sentence, standing))


def mention(words, thing, how="name"):
    begin = TEXT.index(words)
    return Mention(begin, begin + len(words), thing, how)


def runs(blocks):
    return [run for block in blocks for run in block.runs]


def text_of(blocks):
    return "".join(piece.text for run in runs(blocks) for piece in run.pieces)


def test_of_names_within_each_other_the_inner_one_is_linked_and_the_outer_around_it():
    blocks = marked(TEXT, [mention("Norway Bank", BANK), mention("Norway", NORWAY)], [])
    assert [
        ("".join(p.text for p in run.pieces), run.mention.entity) for run in runs(blocks) if run.mention
    ] == [
        ("Norway", NORWAY),
        (" Bank", BANK),
    ]
    assert text_of(blocks) == TEXT


def test_words_that_two_claims_share_look_like_the_one_that_is_further_from_a_fact():
    begin = TEXT.index("denied")
    blocks = marked(TEXT, [], [note(1, 11, begin + 6), note(2, begin, begin + 6, "denied")])
    pieces = [piece for run in runs(blocks) for piece in run.pieces if piece.claims]
    assert [(piece.claims, piece.standing) for piece in pieces] == [((1,), "affirmed"), ((1, 2), "denied")]


def test_each_claim_has_one_place_at_which_its_words_begin_also_where_two_begin_together():
    blocks = marked(TEXT, [mention("Ana Silva", ANA)], [note(1, 0, 9), note(2, 0, 3), note(3, 4, 9)])
    begins = [piece.begins for run in runs(blocks) for piece in run.pieces if piece.begins]
    assert begins == [("c1", "c2"), ("c3",)]


def test_the_number_of_a_claim_stands_right_behind_its_words_and_outside_of_a_link():
    blocks = marked(TEXT, [mention("Ana Silva", ANA)], [note(1, 0, 3)])
    first, second, *_ = runs(blocks)
    assert ([piece.text for piece in first.pieces], [each.number for each in first.notes]) == (["Ana"], [1])
    assert (second.mention, second.notes) == (first.mention, ())


def test_the_sentence_on_which_a_claim_rests_is_one_block():
    blocks = marked(TEXT, [], [note(1, 0, 3)])
    assert [(block.sentence, text_of([block])) for block in blocks] == [
        (True, "Ana Silva, head of Norway Bank, denied it."),
        (False, " It rained."),
    ]


def test_what_lies_outside_of_the_text_is_left_out():
    assert text_of(marked("short", [Mention(0, 99, ANA, "name")], [note(1, 3, 60)])) == "short"
    assert marked("", [], []) == ()


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple)


@given(st.text(max_size=50), st.lists(spans, max_size=8), st.lists(st.tuples(spans, spans), max_size=8))
def test_the_pieces_are_the_text_whatever_overlaps(text, names, claims):
    mentions = [Mention(*span, ANA, "name") for span in names]
    notes = [note(n, *span, sentence=around) for n, (span, around) in enumerate(claims)]
    blocks = marked(text, mentions, notes)
    assert text_of(blocks) == text
    begun = [name for run in runs(blocks) for piece in run.pieces for name in piece.begins]
    within = [each for each in notes if each.begin < each.end <= len(text)]
    assert sorted(begun) == sorted(each.quote.id for each in within)
    assert sorted(each.number for run in runs(blocks) for each in run.notes) == [
        each.number for each in within
    ]
