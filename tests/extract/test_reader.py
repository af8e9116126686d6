"""The trained reader: which pairs it looks at, what it sees of them, what it makes of what its network estimates."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.errors import KgError
from kg.extract.annotations import Candidate, TokenMention
from kg.extract.claims import ClaimFinder
from kg.extract.frames import compile_frame
from kg.extract.reader import FRAME, Network, Reader, Reading, load_network, shipped_network
from kg.extract.reader.cues import Cues
from kg.extract.reader.ends import FARTHEST, End, Fitting, ends_by_sentence, pairs
from kg.extract.reader.network import Parts, as_bytes, save_network
from kg.extract.reader.pairs import PairFinder
from kg.extract.reader.paths import Path as Arcs
from kg.extract.tree import read
from kg.model import Article, Entity, EntityType, MentionKind, Span, Zone, ZoneKind
from kg.ontology import Ontology, Relation, load_ontology

Build = Callable[..., Doc]

SUED = """
Ghana NNP nsubj 1
sued VBD ROOT 1 sue
Togo NNP dobj 1
over IN prep 1
Lome NNP pobj 3
. . punct 1
"""
COUNTRIES = {"Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY, "Lome": EntityType.PLACE}


def relation(name: str, *, symmetric: bool = False, other: EntityType = EntityType.COUNTRY) -> Relation:
    return Relation(
        name,
        f"x:{name}",
        name,
        "",
        frozenset({EntityType.COUNTRY}),
        frozenset({other}),
        symmetric,
        None,
        (),
        (),
        (),
    )


RELATIONS = {
    "sued": relation("sued"),
    "visited": relation("visited", other=EntityType.PLACE),
    "metWith": relation("metWith", symmetric=True),
}
FRAMES = compile_frame("sued", "SUBJ sue OBJ")


def network(adding: Mapping[str, Mapping[str, int]], bias: float = -4.0) -> Network:
    """A network without anything hidden, in which a feature adds so much to the log odds of some relations."""
    names = sorted(RELATIONS)
    table = np.array([[adding[f].get(name, 0) for name in names] + [0] for f in adding], dtype=np.int8)
    return Network(
        {
            "relations": as_bytes(names),
            "features": as_bytes(list(adding)),
            "table": table,
            "scales": np.ones(len(names) + 1),
            "bias": np.full(len(names), bias),
            "gain": np.ones((1, 1)),
            "shift": np.zeros((1, 1)),
            "out": np.zeros((1, len(names))),
        }
    )


def reading(doc: Doc, net: Network, told: Sequence[Candidate] = ()) -> Reading:
    return Reader(net, FRAMES, RELATIONS).read(read(doc), told, lambda _: True)


def told(found: Reading) -> set[tuple[str, str, str]]:
    return {(c.subject_entity, c.relation, c.object_entity) for c in found.candidates}


def seen(doc: Doc, subject: str, other: str) -> frozenset[str]:
    """The features of one pair."""
    found = PairFinder(FRAMES, RELATIONS).of(read(doc), [], lambda _: True)
    (features,) = [
        features
        for sentence in found
        for (first, second), features in zip(sentence.pairs, sentence.features, strict=True)
        if (first.entity, second.entity) == (subject, other)
    ]
    return frozenset(features)


def test_every_two_entities_of_a_sentence_are_paired_both_ways_round(build_doc: Build) -> None:
    ((start, ends),) = ends_by_sentence(read(build_doc(SUED, COUNTRIES))).items()
    assert start == 0
    found = {(a.entity, b.entity) for a, b in pairs(ends)}
    assert found == {(a, b) for a in ("ghana", "togo", "lome") for b in ("ghana", "togo", "lome") if a != b}


def test_a_set_is_paired_member_by_member(build_doc: Build) -> None:
    doc = build_doc(SUED, {"Togo": EntityType.COUNTRY})
    doc._.kg_entities = {key: Entity(key, EntityType.COUNTRY, key) for key in ("ghana", "chad", "togo")}
    both = TokenMention(0, 1, 0, MentionKind.NOMINAL, EntityType.COUNTRY, "ghana", members=("ghana", "chad"))
    doc._.kg_mentions = [both, *doc._.kg_mentions]
    (ends,) = ends_by_sentence(read(doc)).values()
    found = {(a.entity, b.entity) for a, b in pairs(ends)}
    assert {("ghana", "togo"), ("chad", "togo")} <= found
    assert ("ghana", "chad") not in found


def test_mentions_that_stand_far_apart_are_not_paired() -> None:
    def end(head: int) -> End:
        return End(head, head, head + 1, MentionKind.NAME, EntityType.COUNTRY, str(head))

    assert [(a.head, b.head) for a, b in pairs([end(0), end(FARTHEST), end(FARTHEST + 1)])] == [
        (0, FARTHEST),
        (FARTHEST, 0),
        (FARTHEST, FARTHEST + 1),
        (FARTHEST + 1, FARTHEST),
    ]


def test_relations_fit_by_the_types_of_their_ends_and_symmetric_ones_either_way() -> None:
    def end(type_: EntityType) -> End:
        return End(0, 0, 1, MentionKind.NAME, type_, "e")

    symmetric = relation("borders", symmetric=True, other=EntityType.PLACE)
    fitting = Fitting((*RELATIONS.values(), symmetric))
    country, place = end(EntityType.COUNTRY), end(EntityType.PLACE)
    assert fitting.of(country, country) == {"sued", "metWith"}
    assert fitting.of(country, place) == {"visited", "borders"}
    assert fitting.of(place, country) == {"borders"}


def test_what_is_seen_of_a_pair_names_its_path_its_roles_and_the_words_that_frames_know(
    build_doc: Build,
) -> None:
    features = seen(build_doc(SUED, COUNTRIES), "ghana", "togo")
    assert {
        "types Country Country forth",
        "path nsubj|dobj sue",
        "between forth sue",
        "roles subj obj sue",
        "roles subj obj word of sued",
        "word of sued top",
    } <= features
    assert "roles obj subj sue" in seen(build_doc(SUED, COUNTRIES), "togo", "ghana")


def test_what_is_seen_of_a_pair_does_not_know_names(build_doc: Build) -> None:
    renamed = SUED.replace("Ghana", "Chad").replace("Togo", "Mali")
    others = {"Chad": EntityType.COUNTRY, "Mali": EntityType.COUNTRY, "Lome": EntityType.PLACE}
    assert seen(build_doc(SUED, COUNTRIES), "ghana", "togo") == seen(
        build_doc(renamed, others), "chad", "mali"
    )


def test_what_the_grammar_finds_is_seen_from_the_ends_of_the_pair(build_doc: Build) -> None:
    doc = read(build_doc(SUED, COUNTRIES))
    claim = Candidate(0, 2, "ghana", "togo", "sued", 1, "SUBJ sue OBJ", 0.8)
    (sentence,) = PairFinder(FRAMES, RELATIONS).of(doc, [claim], lambda _: True)
    by_ends = {
        (a.entity, b.entity): features
        for (a, b), features in zip(sentence.pairs, sentence.features, strict=True)
    }
    assert "grammar subject object sued" in by_ends["ghana", "togo"]
    assert "grammar object subject sued" in by_ends["togo", "ghana"]
    assert "grammar subject another sued" in by_ends["ghana", "lome"]


def test_a_path_knows_where_words_stand_to_it(build_doc: Build) -> None:
    doc = read(build_doc(SUED, COUNTRIES))
    (ends,) = ends_by_sentence(doc).values()
    by_entity = {end.entity: end for end in ends}
    arcs = Arcs(doc, by_entity["ghana"], by_entity["lome"])
    places = [arcs.place(i) for i in range(len(doc))]
    assert places == ["subject", "top", "under", "path", "object", "under"]


def test_what_is_likely_becomes_a_candidate_with_the_word_that_carries_it(build_doc: Build) -> None:
    found = reading(build_doc(SUED, COUNTRIES), network({"roles subj obj sue": {"sued": 6}}))
    (candidate,) = found.candidates
    assert told(found) == {("ghana", "sued", "togo")}
    assert (candidate.trigger, candidate.frame) == (1, FRAME)
    assert candidate.confidence == pytest.approx(0.881, abs=0.001)


def test_what_is_unlikely_or_of_wrong_types_is_no_candidate(build_doc: Build) -> None:
    doc = build_doc(SUED, COUNTRIES)
    assert told(reading(doc, network({"roles subj obj sue": {"sued": 1}}))) == set()
    assert told(reading(doc, network({"roles subj obj sue": {"visited": 9}}))) == set()


def test_what_the_grammar_finds_in_the_sentence_is_not_told_again(build_doc: Build) -> None:
    claim = Candidate(0, 2, "ghana", "togo", "sued", 1, "SUBJ sue OBJ", 0.8)
    likely = network({"roles subj obj sue": {"sued": 6}})
    assert told(reading(build_doc(SUED, COUNTRIES), likely, [claim])) == set()


def test_a_symmetric_relation_is_told_once(build_doc: Build) -> None:
    likely = network({"roles subj obj sue": {"metWith": 6}, "roles obj subj sue": {"metWith": 7}})
    found = reading(build_doc(SUED, COUNTRIES), likely)
    (candidate,) = found.candidates
    assert {candidate.subject_entity, candidate.object_entity} == {"ghana", "togo"}
    assert candidate.confidence == pytest.approx(0.953, abs=0.001)


def test_sentences_that_make_no_claims_are_not_read(build_doc: Build) -> None:
    likely = Reader(network({"roles subj obj sue": {"sued": 6}}), FRAMES, RELATIONS)
    assert not likely.read(read(build_doc(SUED, COUNTRIES)), [], lambda _: False).candidates


def test_a_relation_that_the_ontology_lacks_is_not_told(build_doc: Build) -> None:
    known = {name: each for name, each in RELATIONS.items() if name != "sued"}
    reader = Reader(network({"roles subj obj sue": {"sued": 6}}), FRAMES, known)
    assert not reader.read(read(build_doc(SUED, COUNTRIES)), [], lambda _: True).candidates


def test_a_statement_is_weighed_against_what_is_likelier_instead(build_doc: Build) -> None:
    doc = build_doc(SUED, COUNTRIES)
    likely = network({"roles subj obj sue": {"sued": 3, "metWith": 6}, "roles obj subj sue": {"sued": 5}})
    found = reading(doc, likely)
    features = found.features((0, "ghana", "sued", "togo"), alone=True)
    assert features["reader alone"] == pytest.approx(-1.0)
    assert features["reader alone, in another relation"] == pytest.approx(3.0)
    assert "reader" in found.features((0, "ghana", "sued", "togo"), alone=False)


def test_a_statement_gains_from_another_sentence_that_says_it(build_doc: Build) -> None:
    said_again = "Ghana NNP nsubj 7\ntook VBD ROOT 7 take\nTogo NNP dobj 7\n. . punct 7"
    doc = build_doc(SUED + said_again, COUNTRIES)
    found = reading(doc, network({"roles subj obj sue": {"sued": 6}, "roles subj obj take": {"sued": 3}}))
    features = found.features((6, "ghana", "sued", "togo"), alone=True)
    assert features["reader alone, in another sentence"] == pytest.approx(3.0)


def test_a_word_of_many_relations_is_looked_at_last(build_doc: Build) -> None:
    frames = [*FRAMES, *(compile_frame(f"r{n}", "SUBJ take OBJ")[0] for n in range(8))]
    frames += [*compile_frame("sued", "SUBJ take OBJ"), *compile_frame("sued", "lawsuit of SUBJ against OBJ")]
    doc = build_doc(
        """
        Ghana NNP nsubj 1
        took VBD ROOT 1 take
        its PRP$ poss 3
        lawsuit NN dobj 1
        against IN prep 3
        Togo NNP pobj 4
        . . punct 1
        """,
        COUNTRIES,
    )
    likely = Reader(network({"types Country Country forth": {"sued": 6}}), frames, RELATIONS)
    (candidate,) = likely.read(read(doc), [], lambda _: True).candidates
    assert doc[candidate.trigger].text == "lawsuit"


def test_what_is_not_likely_at_all_is_told_apart(build_doc: Build) -> None:
    found = reading(build_doc(SUED, COUNTRIES), network({"another": {}}, bias=-9.0))
    assert found.features((0, "ghana", "sued", "togo"), alone=False) == {"unlikely to the reader": 1.0}


WORDS = ("first", "second", "third", "unknown")


@given(st.permutations(WORDS))
def test_the_order_of_features_changes_nothing(order: Sequence[str]) -> None:
    net = network({"first": {"sued": 3}, "second": {"sued": -7, "visited": 1}, "third": {"metWith": 5}})
    assert np.array_equal(net.logits([order]), net.logits([WORDS]))


def test_log_odds_are_what_features_and_hidden_values_add_up_to() -> None:
    parts: Parts = {
        "relations": as_bytes(["sued"]),
        "features": as_bytes(["one", "two"]),
        "table": np.array([[1, 10, 20], [2, 30, 0]], dtype=np.int8),
        "scales": np.array([0.5, 0.1, 0.1]),
        "bias": np.array([-1.0]),
        "gain": np.array([[1.0, 2.0]]),
        "shift": np.array([[0.0, 3.0]]),
        "out": np.array([[4.0], [0.25]]),
    }
    # linear 1.5 - 1; hidden 4 and 2: normalised 1 and -1; with gain and shift 1 and 1
    assert Network(parts).logits([["one", "two", "unheard of"]])[0, 0] == pytest.approx(4.75, abs=1e-4)
    assert Network(parts).logits([[]])[0, 0] == pytest.approx(-1.0 + 0.75)
    assert Network(parts).logits([]).shape == (0, 1)


def parts_of(names: Collection[str]) -> Parts:
    return {
        "relations": as_bytes(["sued"]),
        "features": as_bytes(sorted(names)),
        "table": np.ones((len(names), 2), dtype=np.int8),
        "scales": np.ones(2),
        "bias": np.zeros(1),
        "gain": np.ones((1, 1)),
        "shift": np.zeros((1, 1)),
        "out": np.zeros((1, 1)),
    }


def test_a_network_is_kept_and_loaded_again_byte_for_byte(tmp_path: Path) -> None:
    first, second = tmp_path / "one.npz", tmp_path / "two.npz"
    save_network(first, parts_of({"path\né", "b"}))
    save_network(second, parts_of({"b", "path\né"}))
    assert first.read_bytes() == second.read_bytes()
    assert load_network(first).logits([["b", "path\né"]])[0, 0] == 2.0


def test_a_model_that_is_missing_or_another_is_refused_with_what_to_do(tmp_path: Path) -> None:
    model = tmp_path / "model.npz"
    with pytest.raises(KgError, match=r"cannot be read .*--reader off"):
        load_network(model)
    save_network(model, parts_of({"b"}))
    model.write_bytes(b"something else")
    with pytest.raises(KgError, match=r"not the model .*--reader off"):
        load_network(model)
    model.with_suffix(".sha256").unlink()
    with pytest.raises(KgError, match=r"cannot be read .*--reader off"):
        load_network(model)


def test_the_shipped_network_knows_the_shipped_relations() -> None:
    assert list(shipped_network().relations) == sorted(load_ontology().relations)


NOUNS = """
Ghana NNP poss 2
's POS case 0
arrest NN nsubj 5
of IN prep 2
Togo NNP pobj 3
angered VBD ROOT 5 anger
Lome NNP dobj 5
"""


def test_roles_at_nouns_of_events_are_seen_as_those_at_verbs(build_doc: Build) -> None:
    frames = compile_frame("arrested", "SUBJ's arrest of OBJ")
    found = PairFinder(frames, RELATIONS).of(read(build_doc(NOUNS, COUNTRIES)), [], lambda _: True)
    by_ends = {
        (a.entity, b.entity): set(features)
        for sentence in found
        for (a, b), features in zip(sentence.pairs, sentence.features, strict=True)
    }
    assert "roles poss pp:of word of arrested" in by_ends["ghana", "togo"]
    assert "role subject poss arrest" in by_ends["ghana", "lome"]


@pytest.mark.parametrize(
    ("frame", "word"),
    [
        ("SUBJ accuse OBJ", "accuse"),
        ("SUBJ's support for OBJ", "support"),
        ("SUBJ be critical of OBJ", "critical"),
        ("SUBJ, {prime minister} of OBJ", "minister"),
        ("SUBJ-backed OBJ", "backed"),
    ],
)
def test_the_triggers_of_all_kinds_of_frames_are_cues(build_doc: Build, frame: str, word: str) -> None:
    (token,) = read(build_doc(f"{word} NN ROOT 0"))
    assert list(Cues(compile_frame("told", frame)).of(token)) == ["told"]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def finder(
    ontology: Ontology, adding: Mapping[str, Mapping[str, int]], weights: dict[str, float]
) -> ClaimFinder:
    return ClaimFinder(ontology, network=network(adding), weights=weights)


MET = SUED.replace("sued VBD ROOT 1 sue", "toasted VBD ROOT 1 toast")


def test_a_claim_of_the_reader_is_presented_and_weighed_like_any_other(
    build_doc: Build, ontology: Ontology
) -> None:
    doc = build_doc(MET, COUNTRIES)
    found = finder(ontology, {"roles subj obj toast": {"metWith": 6}}, {"reader alone": 1.0})
    (claim,) = [c for c in found(doc)._.kg_claims if c.frame == FRAME]
    assert {claim.subject, claim.object} == {"ghana", "togo"}
    assert (claim.relation, claim.trigger.of(doc.text)) == ("metWith", "toasted")
    assert claim.confidence == 0.88


def test_what_the_reader_is_not_sure_enough_of_is_left_out(build_doc: Build, ontology: Ontology) -> None:
    likely = {"roles subj obj toast": {"metWith": 6}}
    unsure = finder(ontology, likely, {"reader alone": -1.0})
    assert not unsure(build_doc(MET, COUNTRIES))._.kg_claims
    unsure.least_sure = 0.0
    assert [c.confidence for c in unsure(build_doc(MET, COUNTRIES))._.kg_claims] == [0.12]


def test_the_reader_judges_what_the_grammar_finds(build_doc: Build, ontology: Ontology) -> None:
    likely = {"roles subj obj sue": {"sued": 6}}
    (claim,) = finder(ontology, likely, {"reader": 1.0})(build_doc(SUED, COUNTRIES))._.kg_claims
    assert (claim.relation, claim.confidence) == ("sued", 0.88)
    assert claim.frame != FRAME


def test_what_the_grammar_finds_and_the_reader_holds_for_wrong_is_left_out(
    build_doc: Build, ontology: Ontology
) -> None:
    judged = finder(ontology, {"roles subj obj sue": {"sued": 6}}, {"reader": -1.0})
    assert not judged(build_doc(SUED, COUNTRIES))._.kg_claims
    judged.least_sure_of_grammar = 0.0
    assert [c.confidence for c in judged(build_doc(SUED, COUNTRIES))._.kg_claims] == [0.12]


def test_a_relation_that_the_reader_does_not_know_is_left_to_the_grammar(
    build_doc: Build, ontology: Ontology
) -> None:
    accused = SUED.replace("sued VBD ROOT 1 sue", "accused VBD ROOT 1 accuse")
    alone = ClaimFinder(ontology)(build_doc(accused, COUNTRIES))._.kg_claims
    beside = finder(ontology, {"another": {}}, {"bias": -9.0})(build_doc(accused, COUNTRIES))._.kg_claims
    assert [c.relation for c in alone] == ["accused"]
    assert beside == alone


def test_parts_of_an_article_that_make_no_claims_are_not_read(build_doc: Build, ontology: Ontology) -> None:
    doc = build_doc(MET, COUNTRIES)
    whole = Span(0, len(doc.text))
    doc._.kg_article = Article("news", doc.text, zones=(Zone(whole, ZoneKind.CAPTION),))
    found = finder(ontology, {"roles subj obj toast": {"metWith": 6}}, {"reader alone": 1.0})
    assert not found(doc)._.kg_claims
