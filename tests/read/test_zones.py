"""What of a text is headline, body, caption, said of the author, or no article text."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import ZoneKind
from kg.read import find_zones, read_inputs
from kg.read.boilerplate import is_noise
from kg.read.captions import is_caption

BODY = (
    "The mayor of Port Lowell resigned on Tuesday after an inquiry into the new bridge.",
    "“I knew of the cracks,” Ida Marsh told the council. Her deputy, Tom Reyes, will take over.",
    "Engineers expect the bridge to stay closed until summer.",
)


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(zone.kind.value, zone.span.of(text)) for zone in find_zones(text, title)]


def only(text: str, kind: ZoneKind) -> list[str]:
    return [zone.span.of(text) for zone in find_zones(text) if zone.kind is kind]


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\r\n\r\n", "\n \n\n"])
def test_a_first_line_that_is_no_sentence_is_the_headline(gap: str) -> None:
    text = gap.join(("Mayor of Port Lowell quits over bridge", *BODY))
    assert kinds(text) == [
        ("headline", "Mayor of Port Lowell quits over bridge"),
        *(("body", p) for p in BODY),
    ]


def test_a_text_that_begins_with_its_body_has_no_headline() -> None:
    assert only("\n\n".join(BODY), ZoneKind.HEADLINE) == []


def test_a_dateline_belongs_to_the_body() -> None:
    text = "PORT LOWELL, May 3, 2021 (Coast Wire) — The mayor is gone\n\n" + BODY[1]
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_lines_alone_are_body_where_nothing_follows_them() -> None:
    assert kinds("Marsh dismissed Reyes") == [("body", "Marsh dismissed Reyes")]


def test_a_headline_may_end_with_an_abbreviation_or_a_quotation() -> None:
    assert only("Marsh wins asylum in the U.S.\n\n" + BODY[0], ZoneKind.HEADLINE)
    assert only("‘I would sign it again’\n\n" + BODY[0], ZoneKind.HEADLINE)


def test_a_repeated_headline_is_a_headline_and_the_bare_date_below_is_not() -> None:
    text = "\n\n".join(("Marsh quits", "Marsh quits", "May 4, 2021", *BODY))
    assert [kind for kind, _ in kinds(text)] == ["headline", "headline", "noise", "body", "body", "body"]


def test_a_first_line_that_repeats_a_known_title_is_a_headline_even_as_a_sentence() -> None:
    text = "Ida Marsh is gone.\n\n" + BODY[0]
    assert kinds(text, "Ida Marsh is gone.")[0][0] == "headline"
    assert kinds(text)[0][0] == "body"


def test_a_question_between_paragraphs_stays_body() -> None:
    text = "\n\n".join(("EXPLAINER: Why the mayor went", "What happened?", BODY[0], "What next?", BODY[2]))
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "body", "body", "body"]


def test_lines_broken_by_width_make_one_paragraph() -> None:
    text = (
        "Mayor of Port Lowell quits over bridge\n\n"
        "The mayor of Port Lowell resigned on Tuesday after an inquiry into\n"
        "the new bridge, which has been closed since March because of cracks.\n"
        "Her deputy will take over.\n\n"
        "Engineers expect the bridge to stay closed until summer, and perhaps\n"
        "for longer than that, an official said.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "body"]


@pytest.mark.parametrize(
    "caption",
    [
        "PORT LOWELL, MALTA - MAY 03: Mayor Ida Marsh speaks during a press",
        "PORT LOWELL, MALTA – MAY 3, 2021: Mayor Ida Marsh speaks.",
        "FILE - Mayor Ida Marsh listens to a question in Port Lowell on May 3, 2021.",
        "FILE PHOTO: Mayor Ida Marsh leaves the town hall of Port Lowell.",
        "Mayor Ida Marsh at the town hall on Tuesday. (Ana Silva/AP)",
        "Mayor Ida Marsh at the town hall on Tuesday (AP Photo/Ana Silva)",
        "Mayor Ida Marsh at the town hall (Photo by Ana Silva/AFP via Getty Images)",
        "Mayor Ida Marsh at the town hall. (Photo: Ana Silva)",
        "Photo: Ida Marsh, the mayor of Port Lowell, at the opening of the bridge.",
    ],
)
def test_a_photo_caption_makes_no_claims(caption: str) -> None:
    text = "\n\n".join(("Marsh quits", caption, *BODY))
    assert only(text, ZoneKind.CAPTION) == [caption]


@pytest.mark.parametrize(
    "sentence",
    [
        "The vote was close (52 to 48).",
        "Marsh declined to comment. (Reuters)",
        "She leads the Coast Party (and/or what is left of it).",
        "Photographers waited outside.",
        "PORT LOWELL, Malta - The mayor resigned on May 3.",
        "In this town nobody believes it.",
    ],
)
def test_a_body_sentence_is_no_caption(sentence: str) -> None:
    assert not is_caption(sentence)


def test_a_line_over_a_credit_is_its_caption_where_paragraphs_are_parted() -> None:
    credit = "Ana Silva/Getty Images, Ben Okoro/Bloomberg/Getty Images"
    text = "\n\n".join(("Marsh quits", f"Ida Marsh in the rain\n{credit}", *BODY))
    assert kinds(text)[1:3] == [("caption", "Ida Marsh in the rain"), ("noise", credit)]
    lines = "\n".join(("Marsh quits", BODY[0], credit, *BODY[1:]))
    assert only(lines, ZoneKind.CAPTION) == []
    assert only(lines, ZoneKind.NOISE) == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Silva/Getty Images",
        "ANA SILVA/AFP via Getty Images",
        "Photo by Ana Silva on Unsplash",
        "Image credit: Ana Silva",
        "(Reuters)",
        "Share.",
        "Share this article",
        "Exit mobile version",
        "Facebook Twitter LinkedIn",
        "Please let us know if you're having issues with commenting.",
        "Please log in to leave a comment",
        "12 Comments",
        "Follow Ana Silva on Facebook and Twitter.",
        "You can follow her on X at @anasilva.",
        "Follow us on social media",
        "Sign up for our newsletter to get the news every morning",
        "Get the best stories delivered to your inbox",
        "Subscribe to our channel",
        "Read more",
        "READ MORE: Bridge to stay closed until summer",
        "Read also: Bridge to stay closed",
        "Related: Ten bridges that fell",
        "Related articles",
        "You may also like",
        "Click here to read the report",
        "Continue reading below",
        "© 2021 The Lowell Post",
        "© Copyright 2021,",
        "Copyright 2021 Coast Wire. All rights reserved.",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Advertisement",
        "5 min read",
        "May 4, 2021",
        "Published: Tuesday, 4 May 2021, 10:15 GMT",
        "https://lowellpost.example/bridge",
        "* * *",
        "—",
    ],
)
def test_what_is_put_around_an_article_is_noise(line: str) -> None:
    assert is_noise(line)
    assert only("\n\n".join((*BODY, line)), ZoneKind.NOISE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        *BODY,
        "Copyright law does not help her, lawyers said.",
        "Share prices of the builder fell by 4 percent.",
        "Follow the money, Reyes told the council.",
        "Read the report, she said, and then ask me again.",
        "Related charges against the builder were dropped.",
        "Comments by the mayor angered the council.",
        "May 4, 2021 was the day on which the bridge was closed.",
        "On 4 May 2021 Marsh resigned.",
        "Twitter suspended the mayor's account on Monday.",
        "Facebook and Twitter removed the video.",
        "Like others on the council, he had bought shares.",
        "Register offices stayed closed.",
        "Reyes signed up for the newsletter of the union, he said, because Marsh had asked him to.",
        "More than 200 people marched to the bridge.",
    ],
)
def test_what_an_article_says_is_no_noise(line: str) -> None:
    assert not is_noise(line)


def test_the_end_of_a_paragraph_may_be_noise() -> None:
    text = BODY[0] + " Follow Ana Silva on Twitter."
    assert kinds(text) == [("body", BODY[0]), ("noise", "Follow Ana Silva on Twitter.")]


@pytest.mark.parametrize(
    "bio",
    [
        "Ana P. Silva is a Maltese writer and covers the coast. You can follow her on Twitter here.",
        "Ana Silva is a reporter for the Lowell Post.",
        "Ana Silva is a junior correspondent based in Valletta.",
        "Ana Silva covers politics for the Lowell Post.",
        "Reporting by Ana Silva in Valletta; editing by Ben Okoro",
        "(Additional reporting by Ana Silva and Ben Okoro)",
        "Coast Wire writers Ana Silva and Ben Okoro contributed to this report.",
    ],
)
def test_the_last_paragraph_may_be_on_the_author(bio: str) -> None:
    text = "\n\n".join(("Marsh quits", *BODY, bio))
    assert only(text, ZoneKind.BIO) == [bio]


@pytest.mark.parametrize(
    "ending",
    [
        "Ida Marsh is a former editor of the Lowell Post.",
        "The Lowell Post is a newspaper in Port Lowell.",
        "Reyes, a reporter in his youth, laughed.",
    ],
)
def test_a_last_paragraph_on_somebody_in_the_article_is_body(ending: str) -> None:
    text = "\n\n".join(("Marsh quits", *BODY, ending))
    assert only(text, ZoneKind.BIO) == []


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ana Silva", True),
        ("By Ana Silva and Ben Okoro", True),
        ("By Ana Silva in Valletta", True),
        ("By Ana Silva, Coast Wire", True),
        ("By Tuesday the bridge was closed.", False),
        ("By Ana’s account, the mayor had known of the cracks for years, and so had he.", False),
    ],
)
def test_a_byline_is_said_of_the_author(byline: str, expected: bool) -> None:
    text = "\n\n".join(("Marsh quits", byline, *BODY))
    assert (only(text, ZoneKind.BIO) == [byline]) is expected


LINES = st.sampled_from(
    (
        *BODY,
        "Marsh quits",
        "May 4, 2021",
        "By Ana Silva",
        "Ana Silva/Getty Images",
        "FILE - Mayor Ida Marsh in Port Lowell",
        "Follow Ana Silva on Twitter.",
        BODY[0] + " Read more",
        "Ana Silva is a reporter for the Lowell Post.",
        "PORT LOWELL (Coast Wire) — The mayor resigned.",
        "",
        "  ",
        " Ángela\tno-break ",
    )
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(
        st.tuples(LINES, st.sampled_from(("\n", "\n\n", "\r\n", "\r", "\u2028", "\n\t\n"))), max_size=12
    ).map(lambda pairs: "".join(line + end for line, end in pairs)),
)


@settings(deadline=None)
@given(TEXTS)
def test_zones_stand_in_order_and_cover_all_but_white_space(text: str) -> None:
    found = find_zones(text)
    at = 0
    for zone in found:
        assert not text[at : zone.span.begin].strip()
        words = zone.span.of(text)
        assert words == words.strip() != ""
        at = zone.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("piece", ["a ", "Ana/", "A, ", "more on ", "X/AP\n", "Ana said no.\n", "By Ana\n\n"])
def test_four_times_the_text_takes_not_much_more_than_four_times_as_long(piece: str) -> None:
    short, long = piece * 5_000, piece * 20_000
    shortest = min(seconds(short) for _ in range(3))
    assert min(seconds(long) for _ in range(2)) < 10 * shortest + 0.05  # squares would take 16 times as long


def seconds(text: str) -> float:
    begin = time.thread_time()
    find_zones(text)
    return time.thread_time() - begin


def test_real_articles_have_bodies_and_little_else(shared: Path) -> None:
    paths = [str(path) for path in sorted((shared / "own").glob("*-[1-4].txt"))]
    assert paths
    for article in read_inputs(paths):
        assert not isinstance(article, Exception), article
        claimed = [zone.span.of(article.text) for zone in article.zones if zone.kind.makes_claims]
        assert len(claimed) >= 5
        assert sum(map(len, claimed)) > 0.9 * len(article.text.strip())
        assert article.zones[0].kind is ZoneKind.HEADLINE
