"""What is layout goes before a text is parsed, and every offset finds its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.layout import without_layout
from kg.model import (
    Article,
    Claim,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Sentence,
    Span,
    Zone,
    ZoneKind,
)

WRAPPED = (
    "The minister said on Monday that the party of Ole Holm and\n"
    "Karin Dahl would never again sit down with the rebels, who\n"
    "hold the north."
)


@pytest.mark.parametrize(
    ("stored", "plain"),
    [
        ("Dr.\u00a0Ole\u202fHolm left.", "Dr. Ole Holm left."),
        ("Ole  Holm left.  He waved.", "Ole Holm left. He waved."),
        ("Ole \u00a0 Holm left.", "Ole Holm left."),
        ("Ole\u200b Ho\u00adlm\ufeff left.", "Ole Holm left."),
        ("One.\r\n\r\nTwo.\rThree.", "One.\n\nTwo.\nThree."),
        (WRAPPED, WRAPPED.replace("\n", " ")),
        (WRAPPED.replace("\n", " \r\n"), WRAPPED.replace("\n", " ")),
        (f"{WRAPPED}\nNorth Harbour.", WRAPPED.replace("\n", " ") + "\n\nNorth Harbour."),
    ],
)
def test_layout_is_taken_out(stored: str, plain: str) -> None:
    assert without_layout(Article("a", stored)).article.text == plain


@pytest.mark.parametrize(
    "text",
    [
        "Judge frees miner\n\nA court spoke on Friday.\nIt was brief.",
        "Ole Holm    Karin Dahl\tchair",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 meets Cafe\u0301",
        "",
    ],
)
def test_columns_breaks_and_joined_characters_stay_as_they_are(text: str) -> None:
    article = Article("a", text)
    assert without_layout(article).article is article


def test_a_zone_border_is_no_wrap_and_zones_keep_their_words() -> None:
    text = f"Ole\u00a0Holm waves from the balcony of the ministry of\nthe north\n{WRAPPED}"
    border = text.index(WRAPPED)
    zones = (Zone(Span(0, border - 1), ZoneKind.CAPTION), Zone(Span(border, len(text)), ZoneKind.BODY))
    plain = without_layout(Article("a", text, zones=zones)).article
    assert [(zone.kind, zone.span.of(plain.text)) for zone in plain.zones] == [
        (ZoneKind.CAPTION, "Ole Holm waves from the balcony of the ministry of the north"),
        (ZoneKind.BODY, WRAPPED.replace("\n", " ")),
    ]


def test_mentions_sentences_and_claims_are_led_back_to_the_words_as_stored() -> None:
    stored = Article("a", "\ufeffOle\u00a0Holm  sued Karin\r\nda\u00adhl and said so.")
    plain = without_layout(stored)
    text = plain.article.text
    assert text == "Ole Holm sued Karin dahl and said so."
    sentence, name, trigger = Span(0, len(text)), Span(14, 24), Span(9, 13)
    found = plain.lead_back(
        Extraction(
            plain.article,
            (Sentence(sentence, text),),
            (Mention(name, name.of(text), MentionKind.NAME, "karin-dahl"),),
            (Entity("karin-dahl", EntityType.PERSON, "Karin dahl"),),
            (Claim("ole-holm", "sued", "karin-dahl", sentence, trigger, "SUBJ sue OBJ"),),
        )
    )
    assert found.article is stored
    assert found.mentions[0].text == found.mentions[0].span.of(stored.text) == "Karin\r\nda\u00adhl"
    assert found.sentences == (Sentence(Span(1, len(stored.text)), stored.text[1:]),)
    assert found.claims[0].trigger.of(stored.text) == "sued"
    assert found.claims[0].evidence == found.sentences[0].span


@given(st.text(alphabet="aB. \n\r\t\u00a0\u200b\u00ad\U0001f600", max_size=60))
def test_every_character_is_the_stored_one_or_white_space_for_white_space(text: str) -> None:
    done = without_layout(Article("a", text))
    if done.places is None:
        assert done.article.text == text
        return
    assert len(done.places) == len(done.article.text)
    assert list(done.places) == sorted(done.places)
    for character, place in zip(done.article.text, done.places, strict=True):
        assert character == text[place] or (character in " \n" and text[place].isspace())
    kept = [c for c in text if not c.isspace() and c not in "\u200b\u00ad"]
    assert [c for c in done.article.text if not c.isspace()] == kept
