"""The sentences that a relation brings along: how they are read, and when one passes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.examples import ExampleKind, ExampleResult, check_examples, parse_example
from kg.model import Article, Claim, Entity, EntityType, Extraction, Mention, MentionKind, Sentence, Span
from kg.ontology import Ontology, Relation

WORDS = st.text("abc ÄéN.,'", min_size=1)


def relation(*examples: str, counter: tuple[str, ...] = (), symmetric: bool = False) -> Ontology:
    ends = frozenset(EntityType)
    one = Relation("sued", "i", "l", "d", ends, ends, symmetric, None, ("SUBJ sue OBJ",), examples, counter)
    return Ontology({"sued": one}, "")


def reader(subject: str, name: str, object_: str) -> Callable[[Article], Extraction]:
    """Reads every capitalised name of the pair, and one claim from the first to the second."""

    def extract(article: Article) -> Extraction:
        mentions = tuple(
            Mention(Span(begin, begin + len(word)), word, MentionKind.NAME, word)
            for word in sorted({subject, object_})
            if (begin := article.text.find(word)) >= 0
        )
        whole = Span(0, len(article.text))
        return Extraction(
            article,
            (Sentence(whole, article.text),),
            mentions,
            tuple(Entity(m.text, EntityType.PERSON, m.text) for m in mentions),
            (Claim(subject, name, object_, whole, whole, "f"),),
        )

    return extract


def outcome(ontology: Ontology, extract: Callable[[Article], Extraction]) -> list[bool]:
    return [result.passed for result in check_examples(ontology, extract)]


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
def test_the_ends_stand_where_their_brackets_stood(
    a: str, subject: str, b: str, object_: str, c: str
) -> None:
    for sentence in (f"{a}[{subject}]{b}[{object_}]{c}", f"{a}[S:{subject}]{b}[O:{object_}]{c}"):
        example = parse_example(sentence)
        assert example.text == a + subject + b + object_ + c
        assert example.subject == Span(len(a), len(a + subject))
        assert example.object == Span(len(a + subject + b), len(a + subject + b + object_))


def test_marks_turn_the_ends_around() -> None:
    example = parse_example("[O:Kim] was sued by [S:Lee].")
    assert (example.subject.of(example.text), example.object.of(example.text)) == ("Lee", "Kim")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim sued Lee.",
        "[Kim] sued Lee.",
        "[Kim] [sued] [Lee].",
        "[S:Kim] sued [Lee].",
        "[S:Kim] sued [S:Lee].",
        "[Kim] sued [[Lee].",
        "[Kim] sued [].",
    ],
)
def test_a_sentence_without_two_ends_is_refused(sentence: str) -> None:
    with pytest.raises(OntologyError, match="brackets"):
        list(check_examples(relation(sentence), reader("Kim", "sued", "Lee")))


def test_an_example_passes_with_its_claim_and_fails_with_any_other() -> None:
    ontology = relation("[Kim] sued [Lee].")
    assert outcome(ontology, reader("Kim", "sued", "Lee")) == [True]
    assert outcome(ontology, reader("Lee", "sued", "Kim")) == [False]
    assert outcome(ontology, reader("Kim", "metWith", "Lee")) == [False]


def test_a_symmetric_relation_may_be_found_either_way() -> None:
    assert outcome(relation("[Kim] sued [Lee].", symmetric=True), reader("Lee", "sued", "Kim")) == [True]


def test_a_counter_example_passes_without_the_claim() -> None:
    ontology = relation(counter=("[Kim] saw [Lee].",))
    assert outcome(ontology, reader("Kim", "sued", "Lee")) == [False]
    assert outcome(ontology, reader("Lee", "sued", "Kim")) == [True]


def test_results_name_relation_sentence_and_kind_in_order() -> None:
    ontology = relation("[Kim] sued [Lee].", counter=("[Kim] saw [Lee].",))
    assert list(check_examples(ontology, reader("Kim", "sued", "Lee"))) == [
        ExampleResult("sued", "[Kim] sued [Lee].", ExampleKind.EXAMPLE, True),
        ExampleResult("sued", "[Kim] saw [Lee].", ExampleKind.COUNTER_EXAMPLE, False),
    ]


def test_a_longer_mention_around_a_bracket_is_not_its_end() -> None:
    def extract(article: Article) -> Extraction:
        spans = {"Kim": Span(0, 3), "Lee": Span(21, 24), "friend": Span(11, 24)}
        mentions = tuple(
            Mention(span, span.of(article.text), MentionKind.NAME, key) for key, span in sorted(spans.items())
        )
        whole = Span(0, len(article.text))
        return Extraction(article, (), mentions, (), (Claim("Kim", "sued", "friend", whole, whole, "f"),))

    assert outcome(relation(counter=("[Kim] sued a friend of [Lee].",)), extract) == [True]


def test_a_bracket_without_a_mention_of_its_own_takes_the_one_around_it() -> None:
    def extract(article: Article) -> Extraction:
        mentions = (
            Mention(Span(0, 3), "Kim", MentionKind.NAME, "Kim"),
            Mention(Span(9, 20), "Lee's cabin", MentionKind.NAME, "cabin"),
        )
        whole = Span(0, len(article.text))
        return Extraction(article, (), mentions, (), (Claim("Kim", "sued", "cabin", whole, whole, "f"),))

    assert outcome(relation("[Kim] sued [Lee]'s cabin."), extract) == [True]
