"""What was read → the quads of an article's own graph."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from telling import COUNTRY, ORGANIZATION, PERSON, RUN, entity, told

from kg.errors import SkippedInput
from kg.graph import KG, Names, extraction_quads, read_extraction, terms
from kg.model import (
    UNNAMED,
    Article,
    Claim,
    DateOrigin,
    Entity,
    Extraction,
    HolderStance,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
)

NAMES = Names()
TELLING = told(
    "river post 7",
    [
        "[Ines Duarte|ines-duarte] told [Radio Alba|radio-alba] [Portugal|portugal] never met [strikers|strikers].",
        "She would visit [Lisbon|portugal] in May.",
    ],
    [
        entity("Ines Duarte"),
        entity("Radio Alba", ORGANIZATION),
        entity("Portugal", COUNTRY, wikidata="Q45"),
        entity("strikers", PERSON, local=True),
    ],
    [
        (
            "portugal",
            "metWith",
            "strikers",
            0,
            "met",
            {
                "polarity": Polarity.NEGATED,
                "holder": "ines-duarte",
                "reported_by": "radio-alba",
                "stance": HolderStance.DENIES,
                "confidence": 0.75,
            },
        ),
        (
            "ines-duarte",
            "visited",
            "portugal",
            1,
            "visit",
            {"modality": Modality.POSSIBLE, "date": "2031-05", "date_origin": DateOrigin.RESOLVED},
        ),
    ],
    title="A denial",
    date="2031-04-30",
    publisher="River Post",
    creator="A. Writer",
    source="https://river.example/7?a=b",
)


def objects(quads: tuple[Quad, ...], subject: NamedNode, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate]


def test_all_quads_stand_in_the_articles_own_graph_sorted_and_once() -> None:
    written = extraction_quads(TELLING, RUN)
    assert written.graph == NAMES.article("river post 7")
    assert {quad.graph_name for quad in written.quads} == {written.graph}
    assert list(written.quads) == sorted(set(written.quads), key=str)
    assert not written.dropped


def test_a_claim_carries_all_that_the_contract_names() -> None:
    written = extraction_quads(TELLING, RUN)
    node = NAMES.claim("river post 7", TELLING.claims[0])
    said = {quad.predicate: quad.object for quad in written.quads if quad.subject == node}
    sentence = TELLING.sentences[0]
    assert said == {
        terms.TYPE: terms.CLAIM,
        terms.SUBJECT: NAMES.entity_by_key("portugal"),
        terms.SUBJECT_READING: NAMES.reading("river post 7", "portugal"),
        terms.PREDICATE: NamedNode(f"{KG}metWith"),
        terms.OBJECT: NamedNode(f"{NAMES.base}entity/river%20post%207/strikers"),
        terms.POLARITY: NamedNode(f"{KG}Negated"),
        terms.MODALITY: NamedNode(f"{KG}Actual"),
        terms.OBJECT_READING: NAMES.reading("river post 7", "strikers"),
        terms.ATTRIBUTED_TO: NAMES.entity_by_key("ines-duarte"),
        terms.HOLDER_READING: NAMES.reading("river post 7", "ines-duarte"),
        terms.HOLDER_STANCE: NamedNode(f"{KG}Denies"),
        terms.REPORTED_BY: NAMES.entity_by_key("radio-alba"),
        terms.REPORTER_READING: NAMES.reading("river post 7", "radio-alba"),
        terms.CONFIDENCE: terms.decimal(0.75),
        terms.FRAME: Literal("SUBJ verb OBJ"),
        terms.TRIGGER: NAMES.stretch("river post 7", TELLING.claims[0].trigger),
        terms.EVIDENCE: NAMES.stretch("river post 7", sentence.span),
        terms.WAS_DERIVED_FROM: written.graph,
    }


def test_a_mention_carries_its_offsets_words_kind_entity_and_class() -> None:
    written = extraction_quads(TELLING, RUN)
    mention = next(mention for mention in TELLING.mentions if mention.entity == "strikers")
    node = NAMES.stretch("river post 7", mention.span)
    assert objects(written.quads, node, terms.BEGIN_INDEX) == [terms.integer(mention.span.begin)]
    assert objects(written.quads, node, terms.END_INDEX) == [terms.integer(mention.span.end)]
    assert objects(written.quads, node, terms.ANCHOR_OF) == [Literal("strikers")]
    assert objects(written.quads, node, terms.MENTION_KIND) == [NamedNode(f"{KG}Nominal")]
    assert objects(written.quads, node, terms.TA_CLASS_REF) == [NamedNode(f"{KG}Person")]
    assert objects(written.quads, node, terms.TA_IDENT_REF) == [
        NamedNode(f"{NAMES.base}entity/river%20post%207/strikers")
    ]


def test_an_unnamed_source_is_a_value_of_the_ontology() -> None:
    claim = replace(TELLING.claims[0], holder=UNNAMED)
    written = extraction_quads(replace(TELLING, claims=(claim,)), RUN)
    node = NAMES.claim("river post 7", claim)
    assert objects(written.quads, node, terms.ATTRIBUTED_TO) == [NamedNode(f"{KG}UnnamedSource")]


def test_no_stance_is_written_without_a_holder() -> None:
    claim = replace(TELLING.claims[0], holder=None, reported_by=None)
    written = extraction_quads(replace(TELLING, claims=(claim,)), RUN)
    node = NAMES.claim("river post 7", claim)
    assert objects(written.quads, node, terms.HOLDER_STANCE) == []


def test_the_articles_graph_says_nothing_of_the_time_of_the_run() -> None:
    dated = replace(RUN, date="2031-06-01")
    assert extraction_quads(TELLING, dated) == extraction_quads(TELLING, RUN)


def test_a_mention_whose_words_stand_elsewhere_is_dropped_and_counted() -> None:
    good, *rest = TELLING.mentions
    shifted = replace(good, span=Span(good.span.begin + 1, good.span.end + 1))
    written = extraction_quads(replace(TELLING, mentions=(shifted, *rest)), RUN)
    assert written.dropped.mentions == 1
    node = NAMES.stretch("river post 7", shifted.span)
    assert not [quad for quad in written.quads if quad.subject == node]


def test_a_mention_past_the_end_of_the_text_is_dropped_though_slicing_would_allow_it() -> None:
    length = len(TELLING.article.text)
    last = TELLING.article.text[-3:]
    late = Mention(Span(length - 3, length + 5), last, MentionKind.NAME, "ines-duarte")
    assert extraction_quads(replace(TELLING, mentions=(late,)), RUN).dropped.mentions == 1


def test_a_claim_falls_with_its_evidence() -> None:
    first, second = TELLING.sentences
    broken = replace(first, text=first.text.replace("never", "often"))
    written = extraction_quads(replace(TELLING, sentences=(broken, second)), RUN)
    assert (written.dropped.sentences, written.dropped.claims) == (1, 1)
    claims = [quad.subject for quad in written.quads if quad.object == terms.CLAIM]
    assert claims == [NAMES.claim("river post 7", TELLING.claims[1])]


@pytest.mark.parametrize("end", ["subject", "object", "holder", "reported_by"])
def test_a_claim_that_names_an_unknown_entity_is_dropped(end: str) -> None:
    claim = replace(TELLING.claims[0], **{end: "nobody"})
    written = extraction_quads(replace(TELLING, claims=(claim,)), RUN)
    assert written.dropped.claims == 1
    assert not [quad for quad in written.quads if quad.object == terms.CLAIM]


def test_a_date_outside_the_calendar_is_left_out_and_the_claim_stays() -> None:
    claim = replace(TELLING.claims[1], date="2031-02-30")
    written = extraction_quads(replace(TELLING, claims=(claim,)), RUN)
    node = NAMES.claim("river post 7", claim)
    assert written.dropped.dates == 1
    assert objects(written.quads, node, terms.TYPE) == [terms.CLAIM]
    assert not objects(written.quads, node, terms.DATE)
    assert not objects(written.quads, node, terms.DATE_ORIGIN)


@pytest.mark.parametrize(
    ("starts", "ends"), [("2013", None), (None, "2015-06"), ("2010", "2014-03-01"), (None, None)]
)
def test_since_when_and_until_when_a_claim_holds_is_written_and_read_back(
    starts: str | None, ends: str | None
) -> None:
    claim = replace(
        TELLING.claims[1],
        date=starts,
        starts=starts,
        ends=ends,
        date_origin=DateOrigin.STATED if starts or ends else None,
    )
    written = extraction_quads(replace(TELLING, claims=(claim,)), RUN)
    node = NAMES.claim("river post 7", claim)
    assert [value.value for value in objects(written.quads, node, terms.START_DATE)] == [starts] * bool(
        starts
    )
    assert [value.value for value in objects(written.quads, node, terms.END_DATE)] == [ends] * bool(ends)
    assert len(objects(written.quads, node, terms.DATE_ORIGIN)) == bool(starts or ends)
    (back,) = read_extraction(written.quads).claims
    assert (back.date, back.starts, back.ends) == (starts, starts, ends)


def test_an_interval_changes_no_name_of_a_claim() -> None:
    claim = TELLING.claims[1]
    assert NAMES.claim("a", claim) == NAMES.claim(
        "a", replace(claim, date="2013", starts="2013", ends="2014")
    )


def test_of_two_claims_that_say_the_same_the_surer_is_written_in_either_order() -> None:
    sure = TELLING.claims[1]
    unsure = replace(sure, confidence=0.2, frame="another frame")
    ways = [extraction_quads(replace(TELLING, claims=pair), RUN) for pair in ((sure, unsure), (unsure, sure))]
    assert ways[0].quads == ways[1].quads
    assert ways[0].dropped.merged == 1
    assert objects(ways[0].quads, NAMES.claim("river post 7", sure), terms.CONFIDENCE) == [terms.decimal(1.0)]


def test_half_a_surrogate_pair_skips_the_article_with_its_place() -> None:
    article = Article("broken", "Good until \ud83d here.")
    with pytest.raises(SkippedInput, match=r"broken: .*character 11"):
        extraction_quads(Extraction(article, (), (), (), ()), RUN)


def test_a_file_name_that_is_not_utf_8_still_names_its_article() -> None:
    identifier = b"caf\xe9".decode("utf-8", "surrogateescape")
    written = extraction_quads(Extraction(Article(identifier, "Words."), (), (), (), ()), RUN)
    assert NAMES.identifier(written.graph.value) == identifier


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1), st.data())
def test_any_text_comes_back_from_its_quads_as_it_was(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    who, where = entity("Who"), entity("Where", COUNTRY, wikidata="Q1")
    extraction = Extraction(
        Article("any", text, title=text.strip() or None),
        (Sentence(span, span.of(text)),),
        (Mention(span, span.of(text), MentionKind.NAME, "who", 0.5),),
        tuple(sorted([who, where])),
        (Claim("who", "visited", "where", span, span, text, holder="who", date="2031"),),
    )
    written = extraction_quads(extraction, RUN)
    assert not written.dropped
    assert read_extraction(written.quads) == extraction


def test_an_article_comes_back_with_everything_but_zones() -> None:
    assert read_extraction(extraction_quads(TELLING, RUN).quads) == replace(
        TELLING,
        mentions=tuple(sorted(TELLING.mentions)),
        claims=tuple(sorted(TELLING.claims, key=lambda claim: claim.evidence)),
    )


def test_quads_without_an_article_read_as_none() -> None:
    assert read_extraction([]) is None


def test_entities_of_one_key_in_two_articles_are_one_unless_local() -> None:
    both = [Entity("board", ORGANIZATION, "the board", local=local) for local in (False, True)]
    named = {NAMES.entity(both[0], article).value for article in ("a", "b")}
    local = {NAMES.entity(both[1], article).value for article in ("a", "b")}
    assert len(named) == 1
    assert len(local) == 2
    assert not NAMES.is_local(named.pop())
    assert all(NAMES.is_local(iri) for iri in local)
