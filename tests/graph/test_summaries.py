"""The summary of an article: all that resolution needs of its graph, in one piece."""

from hypothesis import given
from hypothesis import strategies as st
from telling import ORGANIZATION, RUN, entity, told

from kg.copies import fingerprint
from kg.graph import Names, Summary, Told, extraction_quads, read_summary, summary_of, terms
from kg.graph.summaries import written_summary
from kg.model import Modality, Polarity

NAMES = Names()
ADA = entity("Ada Lund", roles=("envoy",))
BO = entity("Bo Reyes", wikidata="Q1")
TEAM = entity("team", ORGANIZATION, local=True)
LINES = [
    "[Ada  Lund|ada-lund] leads [the team|team] of [Bo Reyes|bo-reyes].",
    "[Ada Lund|ada-lund] met [Bo|bo-reyes].",
]


def claims(**more: object) -> list:  # type: ignore[type-arg]
    return [
        ("ada-lund", "leads", "team", 0, "leads", more),
        ("ada-lund", "metWith", "bo-reyes", 1, "met", {}),
    ]


def written(**more: object) -> list:  # type: ignore[type-arg]
    extraction = told("a b", LINES, [ADA, BO, TEAM], claims(**more), date="2024-05")
    return list(extraction_quads(extraction, RUN, NAMES, fingerprint=fingerprint).quads)


def kept(quads: list) -> list[str]:  # type: ignore[type-arg]
    return [quad.object.value for quad in quads if quad.predicate == terms.SUMMARY]


def test_a_summary_has_names_classes_roles_and_ties_and_how_often_each_is_named() -> None:
    (text,) = kept(written())
    assert read_summary(text) == Summary(
        "2024-05",
        (
            Told("ada-lund", "Person", "Ada Lund", roles=("envoy",), mentions=2, forms={"Ada Lund": 2}),
            Told(
                "bo-reyes",
                "Person",
                "Bo Reyes",
                identity="http://www.wikidata.org/entity/Q1",
                mentions=2,
                forms={"Bo": 1, "Bo Reyes": 1},
            ),
            Told("team", "Organization", "team", named=False, mentions=1, descriptions={"the team": 1}),
        ),
        frozenset({("ada-lund", "leads", "team"), ("ada-lund", "metWith", "bo-reyes")}),
    )


def test_what_is_only_possible_denied_or_rejected_is_no_tie() -> None:
    only = frozenset({("ada-lund", "metWith", "bo-reyes")})
    for doubt in ({"modality": Modality.POSSIBLE}, {"polarity": Polarity.NEGATED}):
        (text,) = kept(written(**doubt))
        summary = read_summary(text)
        assert summary is not None
        assert summary.ties == only
    quads = written()
    (rejected,) = {
        quad.subject.value
        for quad in quads
        if quad.predicate == terms.PREDICATE and quad.object == terms.kg("leads")
    }
    assert summary_of(quads, NAMES, {rejected}).ties == only


def test_without_what_spares_a_store_work_there_is_none() -> None:
    assert not kept(list(extraction_quads(told("a", LINES, [ADA, BO, TEAM]), RUN, NAMES).quads))


def test_a_summary_of_another_version_is_not_read() -> None:
    assert read_summary("[0,null,[],[]]") is None


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
COUNTS = st.dictionaries(WORDS, st.integers(1, 9), max_size=3)
TOLD = st.builds(
    Told,
    key=WORDS,
    kind=st.sampled_from(["Person", "Place"]),
    name=WORDS,
    named=st.booleans(),
    identity=st.none() | WORDS,
    roles=st.lists(WORDS, max_size=2).map(tuple),
    mentions=st.integers(0, 9),
    forms=COUNTS,
    descriptions=COUNTS,
)


@given(st.data())
def test_a_summary_reads_back_as_it_was_written(data: st.DataObject) -> None:
    all_told = tuple(data.draw(st.lists(TOLD, unique_by=lambda each: each.key, max_size=4)))
    keys = st.sampled_from([each.key for each in all_told]) if all_told else st.nothing()
    ties = data.draw(st.frozensets(st.tuples(keys, WORDS, keys), max_size=4)) if all_told else frozenset()
    summary = Summary(data.draw(st.none() | WORDS), all_told, ties)
    assert read_summary(written_summary(summary)) == summary
