"""`kg.evaluate`: hand-built cases of each rule of the alignment, the ways in, agreement with the reference scorer."""

import json
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.evaluate import (
    Error,
    ErrorKind,
    Found,
    FoundClaim,
    GoldArticle,
    GoldClaim,
    GoldEntity,
    compare,
    evaluate,
    find_faults,
    from_extractions,
    from_graph,
    list_errors,
    load_gold,
)
from kg.evaluate.compare import normalise
from kg.graph import KG, Names, Reading, Run, entity_quads, extraction_quads
from kg.model import (
    UNNAMED,
    Article,
    Claim,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
)

PERSON, ORGANIZATION, COUNTRY = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY
SENTENCE = Span(0, 40)


def gold_of(*claims: GoldClaim) -> GoldArticle:
    entities = (
        GoldEntity("osei", PERSON, "Amara Osei", ("Amara Osei", "Osei", "the minister")),
        GoldEntity("lund", PERSON, "Piet Lund", ("Piet Lund", "Lund")),
        GoldEntity("harbour", ORGANIZATION, "Harbour Board", ("Harbour Board", "the board")),
        GoldEntity("norway", COUNTRY, "Norway", ("Norway", "Norwegian")),
    )
    return GoldArticle("tides", entities, claims)


def wanted(subject: str, relation: str, object_: str, **how: object) -> GoldClaim:
    return GoldClaim(subject, relation, object_, SENTENCE, **how)  # type: ignore[arg-type]


def got(subject: str, relation: str, object_: str, **how: object) -> FoundClaim:
    return FoundClaim(subject, relation, object_, how.pop("evidence", (SENTENCE,)), **how)  # type: ignore[arg-type]


def found_of(*claims: FoundClaim, **more: list[str]) -> Found:
    surfaces = {
        "o": ["Amara Osei", "Osei"],
        "l": ["Lund"],
        "h": ["the Harbour Board"],
        "n": ["Norway’s"],
        **more,
    }
    return Found(surfaces, claims, {}, {"o": PERSON, "l": PERSON, "h": ORGANIZATION, "n": COUNTRY})


def triples(gold: GoldArticle, found: Found) -> tuple[int, int, int]:
    figures = evaluate([gold], {"tides": found}).triples
    return figures.hit, figures.found, figures.gold


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("The U.S. government’s", "u s government"),
        ("Jean-Marc Côté", "jean marc cote"),
        (" their  allies,", "allies"),
        ("the", "the"),
    ],
)
def test_names_are_compared_without_case_accents_articles_and_possessives(written: str, form: str) -> None:
    assert normalise(written) == form


def test_an_entity_goes_to_the_annotated_one_with_which_it_shares_most_forms() -> None:
    gold = GoldArticle(
        "tides",
        (
            GoldEntity("mother", PERSON, "Rosa Lund", ("Rosa Lund", "Lund")),
            GoldEntity("son", PERSON, "Piet Lund", ("Piet Lund", "Lund")),
        ),
        (),
    )
    compared = compare(gold, Found({"x": ["Lund", "Piet Lund"], "y": ["Lund"], "z": ["Lunde"]}))
    assert compared.targets == {"x": "son", "y": "mother", "z": None}


def test_a_second_entity_for_the_same_annotated_one_counts_against_precision() -> None:
    report = evaluate([gold_of()], {"tides": found_of(again=["Osei"])})
    assert (report.entities.hit, report.entities.found, report.entities.gold) == (4, 5, 4)


def test_type_accuracy_looks_at_the_entity_that_stands_first_in_the_text() -> None:
    surfaces = {"first": ["Osei"], "second": ["Amara Osei"]}
    types = {"first": ORGANIZATION, "second": PERSON}
    assert evaluate([gold_of()], {"tides": Found(surfaces, types=types)}).type_accuracy == 0
    assert (
        evaluate([gold_of()], {"tides": Found(dict(reversed(surfaces.items())), types=types)}).type_accuracy
        == 1
    )


def test_an_entity_without_a_mention_is_known_by_its_label_and_is_no_entity_found() -> None:
    claim = got("l", "citizenOf", "unmentioned")
    found = Found({"l": ["Lund"]}, (claim,), {"unmentioned": ["Norway"]})
    report = evaluate([gold_of(wanted("lund", "citizenOf", "norway"))], {"tides": found})
    assert (report.triples.hit, report.entities.found) == (1, 1)


def test_direction_counts_except_for_symmetric_relations() -> None:
    gold = gold_of(wanted("osei", "accused", "lund"), wanted("osei", "metWith", "harbour"))
    assert triples(gold, found_of(got("l", "accused", "o"), got("h", "metWith", "o"))) == (1, 2, 2)


def test_accepted_ends_are_right_but_an_exact_match_comes_first() -> None:
    gold = gold_of(wanted("osei", "urged", "lund", accept_object=("harbour",)))
    assert triples(gold, found_of(got("o", "urged", "h"))) == (1, 1, 1)
    exact_late = found_of(got("o", "urged", "h"), got("o", "urged", "l", evidence=(Span(60, 90),)))
    compared = compare(gold, exact_late)
    assert [pair.found[0].object for pair in compared.pairs] == ["l"]
    assert [claims[0].object for claims in compared.extra] == ["h"]
    assert triples(gold, exact_late) == (1, 1, 1)


def test_accepted_ends_hold_either_way_round_for_symmetric_relations() -> None:
    gold = gold_of(wanted("osei", "metWith", "lund", accept_object=("harbour",)))
    assert triples(gold, found_of(got("h", "metWith", "o"))) == (1, 1, 1)


def test_of_two_triples_that_fit_one_claim_the_earlier_in_the_text_gets_it() -> None:
    gold = gold_of(wanted("osei", "urged", "lund", accept_object=("harbour", "norway")))
    late, early = (
        got("o", "urged", "h", evidence=(Span(50, 90),)),
        got("o", "urged", "n", evidence=(Span(3, 40),)),
    )
    assert compare(gold, found_of(late, early)).pairs == compare(gold, found_of(early, late)).pairs
    assert compare(gold, found_of(late, early)).pairs[0].found == (early,)


def test_the_same_triple_said_twice_counts_once() -> None:
    gold = gold_of(wanted("osei", "accused", "lund"))
    assert triples(
        gold, found_of(got("o", "accused", "l"), got("o", "accused", "l", evidence=(Span(50, 90),)))
    ) == (1, 1, 1)


def test_an_end_that_is_no_entity_of_the_annotation_is_wrong_even_if_its_key_is_an_annotated_id() -> None:
    found = Found({"osei": ["Kwame Boateng"], "lund": ["Lund"]}, (got("osei", "accused", "lund"),))
    assert triples(gold_of(wanted("osei", "accused", "lund")), found) == (0, 1, 1)


@pytest.mark.parametrize(
    ("how", "wrong"),
    [
        ({"polarity": Polarity.NEGATED}, "polarity"),
        ({"modality": Modality.POSSIBLE}, "modality"),
        ({"holder": None}, "attribution"),
        ({"holder": "http://example.org/o#UnnamedSource"}, "attribution"),
        ({"holder": "stranger"}, "attribution"),
    ],
)
def test_a_claim_is_right_only_if_it_is_presented_as_annotated(how: dict[str, object], wrong: str) -> None:
    gold = gold_of(wanted("osei", "accused", "lund", holder="harbour"))
    report = evaluate([gold], {"tides": found_of(got("o", "accused", "l", **{"holder": "h", **how}))})
    assert (report.triples.hit, report.claims.hit) == (1, 0)
    shares = {name: getattr(report, name) for name in ("polarity", "modality", "attribution", "evidence")}
    assert shares == {"polarity": 1, "modality": 1, "attribution": 1, "evidence": 1, wrong: 0}


@pytest.mark.parametrize(
    ("found", "annotated", "figures"),
    [
        ("2021", "2021", (1, 1, 1)),
        ("2021-03", "2021", (0, 1, 1)),
        (None, "2021", (0, 0, 1)),
        ("2021", None, (0, 1, 0)),
        (None, None, (0, 0, 0)),
    ],
)
def test_a_date_is_right_as_annotated_and_wrong_where_none_is(
    found: str | None, annotated: str | None, figures: tuple[int, int, int]
) -> None:
    gold = gold_of(
        wanted("osei", "accused", "lund", date=annotated), wanted("osei", "leads", "norway", date="1999")
    )
    dates = evaluate([gold], {"tides": found_of(got("o", "accused", "l", date=found))}).dates
    assert (dates.hit, dates.found, dates.gold) == figures


def test_a_triple_that_stands_twice_is_dated_by_either() -> None:
    gold = gold_of(
        wanted("osei", "metWith", "lund", date="2021"), wanted("osei", "metWith", "lund", holder="lund")
    )
    found = found_of(got("l", "metWith", "o", date="2019"), got("o", "metWith", "l", date="2021"))
    dates = evaluate([gold], {"tides": found}).dates
    assert (dates.hit, dates.found, dates.gold) == (1, 1, 1)


def test_one_of_several_annotated_presentations_is_enough() -> None:
    affirmed = wanted("osei", "accused", "lund", holder="lund")
    denied = wanted("osei", "accused", "lund", polarity=Polarity.NEGATED, holder=UNNAMED)
    found = found_of(got("o", "accused", "l", polarity=Polarity.NEGATED, holder=UNNAMED))
    report = evaluate([gold_of(affirmed, denied)], {"tides": found})
    assert (report.claims.hit, report.claims.gold) == (1, 1)


def test_evidence_is_right_where_a_cited_sentence_overlaps_the_annotated_one() -> None:
    gold = gold_of(wanted("osei", "accused", "lund"), wanted("osei", "urged", "lund"))
    apart = got("o", "urged", "l", evidence=(Span(SENTENCE.end, SENTENCE.end + 9),))
    assert evaluate([gold], {"tides": found_of(got("o", "accused", "l"), apart)}).evidence == 0.5


def test_an_article_in_which_nothing_was_found_still_counts_as_missed() -> None:
    report = evaluate([gold_of(wanted("osei", "accused", "lund"))], {"elsewhere": found_of()})
    assert (report.articles, report.articles_in_graph) == (1, 0)
    assert (report.triples.f1, report.entities.gold, report.type_accuracy) == (0, 4, 0)


def test_figures_of_each_relation_count_wrong_and_missed_under_their_own_relation() -> None:
    gold = gold_of(wanted("osei", "accused", "lund"), wanted("harbour", "sued", "lund"))
    relations = evaluate(
        [gold], {"tides": found_of(got("o", "accused", "l"), got("o", "leads", "h"))}
    ).relations
    counts = {name: (f.hit, f.found, f.gold) for name, f in relations.items()}
    assert counts == {"accused": (1, 1, 1), "leads": (0, 1, 0), "sued": (0, 0, 1)}


def test_errors_say_where_and_why() -> None:
    text = "Osei accused Lund of theft, said the board. Norway arrested Lund over the matter."
    first, second = Span(0, 43), Span(44, 81)
    gold = gold_of(
        GoldClaim("osei", "accused", "lund", first, holder="harbour"),
        GoldClaim("norway", "arrested", "lund", second),
    )
    found = Found(
        {"o": ["Osei"], "l": ["Lund"], "h": ["the board"], "t": ["theft"]},
        (
            got("o", "accused", "l", evidence=(first,), frame="SUBJ accuse OBJ"),
            got("l", "urged", "o", evidence=(first,), frame="SUBJ urge OBJ"),
        ),
        {},
        {"o": ORGANIZATION, "l": PERSON, "h": ORGANIZATION},
    )
    errors = list(list_errors(compare(gold, found), text))
    assert errors == [
        Error(
            "tides",
            ErrorKind.WRONG,
            "Lund | urged | Osei",
            "other relation: accused",
            frame="SUBJ urge OBJ",
            sentence="Osei accused Lund of theft, said the board.",
        ),
        Error(
            "tides",
            ErrorKind.MISSED,
            "Norway | arrested | Piet Lund",
            "entity not found: Norway",
            sentence="Norway arrested Lund over the matter.",
        ),
        Error(
            "tides",
            ErrorKind.ATTRIBUTION,
            "Osei | accused | Lund",
            got="author",
            expected="harbour",
            frame="SUBJ accuse OBJ",
            sentence="Osei accused Lund of theft, said the board.",
        ),
        Error("tides", ErrorKind.TYPE, "Osei", got="Organization", expected="Person"),
        Error("tides", ErrorKind.SPURIOUS_ENTITY, "theft", "nothing of that name"),
        Error("tides", ErrorKind.MISSED_ENTITY, "Norway", "Country"),
    ]


def test_a_folder_without_annotations_and_a_broken_one_are_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no annotation"):
        load_gold(tmp_path)
    (tmp_path / "odd.json").write_text(
        '{"entities": [{"id": "x", "type": "Planet", "name": "X", "mentions": []}]}'
    )
    with pytest.raises(UsageError, match=r"odd\.json: not an annotation.*Planet"):
        load_gold(tmp_path)


def test_a_file_that_is_no_rdf_is_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("this is no Turtle")
    with pytest.raises(UsageError, match=r"broken\.ttl: cannot be read as RDF"):
        from_graph([broken])


def test_faults_of_an_annotation_are_found() -> None:
    from kg.ontology import Relation

    agents = frozenset({PERSON, ORGANIZATION, COUNTRY})
    leads = Relation(
        "leads", "", "", "", frozenset({PERSON}), frozenset({ORGANIZATION, COUNTRY}), False, None, (), (), ()
    )
    sued = Relation("sued", "", "", "", agents, agents, False, None, (), (), ())
    text = "Osei leads the board. She sued it."
    entities = (
        GoldEntity("osei", PERSON, "Osei", ("Osei",)),
        GoldEntity("board", ORGANIZATION, "the board", ("the board", "the Board")),
    )
    fine = GoldClaim("osei", "leads", "board", Span(0, 21))
    claims = (
        fine,
        fine,
        GoldClaim("board", "leads", "osei", Span(0, 21)),
        GoldClaim("osei", "sued", "port", Span(22, 34), holder="clerk", accept_subject=("crew",)),
        GoldClaim("osei", "sued", "board", Span(21, 34)),
        GoldClaim("osei", "blessed", "board", Span(22, 99)),
    )
    faults = list(find_faults(GoldArticle("port", entities, claims), text, {"leads": leads, "sued": sued}))
    assert faults == [
        "mention of board is not in the text: 'the Board'",
        "stands twice: osei leads board",
        "board is a Organization: board leads osei",
        "osei is a Person: board leads osei",
        "unknown accepted entity crew: osei sued port",
        "unknown source clerk: osei sued port",
        "unknown entity port: osei sued port",
        "evidence 21-34 is not a sentence of the text: osei sued board",
        "evidence 22-99 is not a sentence of the text: osei blessed board",
        "unknown relation: osei blessed board",
    ]


# --- the ways in, and the reference scorer -------------------------------------------------------------------------


def imitate(gold: GoldArticle, text: str, chance: random.Random) -> Extraction:
    """What a middling extractor might find: the annotation with much left out, and each kind of mistake made often."""
    entities, mentions, taken = [], [], set()
    for entity in gold.entities:
        type_ = chance.choice(list(EntityType)) if chance.random() < 0.2 else entity.type
        entities.append(Entity(_key(gold, entity.id), type_, entity.name, local=chance.random() < 0.5))
        for form in entity.mentions:
            span = Span(begin := text.index(form), begin + len(form))
            if span not in taken and chance.random() < 0.8:
                taken.add(span)
                mentions.append(Mention(span, form, MentionKind.NAME, entities[-1].key))
    entities.append(Entity(_key(gold, "stray"), PERSON, "Stray Thing"))
    claims = [claim for wanted_ in gold.claims for claim in _imitate_claims(wanted_, gold, chance)]
    sentences = sorted({claim.evidence for claim in claims})
    return Extraction(
        Article(gold.identifier, text),
        tuple(Sentence(span, span.of(text)) for span in sentences),
        tuple(sorted(mentions)),
        tuple(entities),
        tuple(claims),
    )


def _key(gold: GoldArticle, name: str) -> str:
    return f"{gold.identifier}-{name.replace('_', '-')}"


def _imitate_claims(wanted_: GoldClaim, gold: GoldArticle, chance: random.Random) -> Iterator[Claim]:
    keys = [_key(gold, entity.id) for entity in gold.entities]
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        subject, object_ = (_key(gold, end) for end in (wanted_.subject, wanted_.object))
        accepted = [_key(gold, end) for end in wanted_.accept_object]
        if accepted and chance.random() < 0.5:
            object_ = chance.choice(accepted)
        if chance.random() < 0.2:
            subject, object_ = object_, subject
        if chance.random() < 0.15:
            subject = chance.choice((*keys, _key(gold, "stray")))
        holder = wanted_.holder and (
            wanted_.holder if wanted_.holder == UNNAMED else _key(gold, wanted_.holder)
        )
        evidence = wanted_.evidence if chance.random() < 0.8 else chance.choice(gold.claims).evidence
        yield Claim(
            subject,
            wanted_.relation if chance.random() < 0.9 else "metWith",
            object_,
            evidence,
            Span(evidence.begin, evidence.begin + 1),
            "SUBJ do OBJ",
            wanted_.polarity if chance.random() < 0.8 else chance.choice(list(Polarity)),
            wanted_.modality if chance.random() < 0.8 else chance.choice(list(Modality)),
            holder if chance.random() < 0.7 else chance.choice((None, UNNAMED, _key(gold, "stray"), keys[0])),
        )


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[Extraction]]:
    """A folder of gold, a graph file of imitated extractions of it, and these."""
    seeds = Path(__file__).resolve().parent.parent / "seeds"
    folder = tmp_path_factory.mktemp("sample")
    (folder / "gold").mkdir()
    names = [f"{beat}-{number}" for beat in ("africa", "courts", "press", "rhine") for number in (1, 2, 3)]
    extractions, store = [], ox.Store()
    for number, name in enumerate(names):
        (folder / "gold" / f"{name}.json").write_bytes((seeds / "gold" / f"{name}.json").read_bytes())
        (gold,) = load_gold(seeds / "gold", {name})
        text = (seeds / "articles" / f"{name}.txt").read_bytes().decode()
        extractions.append(imitate(gold, text, random.Random(number)))
        store.extend(extraction_quads(extractions[-1], Run("1", "model", "ontology")).quads)
        store.extend(quad for entity in extractions[-1].entities for quad in _described(entity, name))
    store.dump(str(folder / "graph.nq"), ox.RdfFormat.N_QUADS)
    return folder / "gold", folder / "graph.nq", extractions


def _described(entity: Entity, article: str) -> Iterator[ox.Quad]:
    reading = Reading(Counter({KG + entity.type.value: 1}), names=Counter({entity.name: 1}))
    return entity_quads(Names().entity(entity, article), reading, Names())


def test_a_graph_and_the_extractions_it_was_written_from_score_the_same(
    sample: tuple[Path, Path, list[Extraction]],
) -> None:
    folder, graph, extractions = sample
    gold = load_gold(folder)
    from_memory = evaluate(gold, from_extractions(extractions)).as_dict()
    assert evaluate(gold, from_graph([graph])).as_dict() == from_memory
    assert 0.3 < from_memory["claims"]["f1"] < from_memory["triples"]["f1"] < 0.9  # a sample that can tell


def test_extractions_score_the_same_in_any_order(sample: tuple[Path, Path, list[Extraction]]) -> None:
    folder, _, extractions = sample
    gold = load_gold(folder)
    turned = [
        Extraction(e.article, e.sentences, e.mentions[::-1], e.entities[::-1], e.claims[::-1])
        for e in extractions[::-1]
    ]
    report = evaluate(gold, from_extractions(turned))
    assert report.as_dict() == evaluate(gold, from_extractions(extractions)).as_dict()


def test_figures_agree_with_the_reference_scorer(
    sample: tuple[Path, Path, list[Extraction]], shared: Path
) -> None:
    folder, graph, _ = sample
    environment = {**os.environ, "PYTHONHASHSEED": "0"}  # the reference scorer walks through sets
    command = [sys.executable, str(shared / "score" / "score.py"), str(folder), str(graph), "--json"]
    output = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=300, env=environment
    ).stdout
    figures = evaluate(load_gold(folder), from_graph([graph])).as_dict()
    del figures["dates"]  # which the reference scorer does not measure
    assert figures == json.loads(output)
