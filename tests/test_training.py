"""The training articles: each has its text and its annotation, the annotation fits the text, and none stands twice; the
passages keep to their form."""

import hashlib
import re
from pathlib import Path

import pytest
from passages import Passage, PassageError, read_passages

from kg.evaluate import find_faults, load_gold
from kg.evaluate.gold import GoldClaim
from kg.model import UNNAMED, Modality, Polarity
from kg.ontology import Ontology, load_ontology

TRAINING = Path(__file__).resolve().parent.parent / "training"
SETS = ("building", "held-out")
NAMES = [(part, path.stem) for part in SETS for path in sorted((TRAINING / part / "articles").glob("*.txt"))]


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize("part", SETS)
def test_every_article_has_its_annotation_and_every_annotation_its_article(part: str) -> None:
    annotated = sorted(path.stem for path in (TRAINING / part / "gold").iterdir())
    assert annotated == [name for of, name in NAMES if of == part]
    assert annotated


@pytest.mark.parametrize(("part", "name"), NAMES)
def test_annotation_fits_its_text(part: str, name: str, ontology: Ontology) -> None:
    (gold,) = load_gold(TRAINING / part / "gold", {name})
    text = (TRAINING / part / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
    assert list(find_faults(gold, text, ontology.relations)) == []
    assert len(gold.claims) >= 20


def test_no_text_stands_twice() -> None:
    digests = {
        hashlib.sha256(
            re.sub(rb"\W+", b" ", (TRAINING / part / "articles" / f"{name}.txt").read_bytes())
        ).hexdigest()
        for part, name in NAMES
    }
    assert len(digests) == len(NAMES)


PASSAGES = sorted((TRAINING / "passages").glob("*.txt"))


@pytest.mark.parametrize("path", PASSAGES, ids=lambda path: path.stem)
def test_the_annotation_of_passages_fits_their_text(path: Path, ontology: Ontology) -> None:
    read = list(read_passages([path]))
    faults = [
        fault for each in read for fault in find_faults(each.gold, each.article.text, ontology.relations)
    ]
    assert faults == []
    assert len({each.article.text for each in read}) == len(read) > 0


def passages(tmp_path: Path, text: str) -> list[Passage]:
    path = tmp_path / "news.txt"
    path.write_text(text, encoding="utf-8")
    return list(read_passages([path]))


def test_a_passage_is_read_as_an_article_with_its_annotation(tmp_path: Path) -> None:
    (passage,) = passages(
        tmp_path,
        "== 3\n[o1:[c1:Chad]’s police] said [p1:Ali] had fled.\n> o1 partOf c1\n> o1/c1 arrested p1 not maybe by o1\n\n"
        "He met [p2:Zed], [p2:a judge].\n> p1 metWith p2 by unnamed\n",
    )
    assert passage.article.identifier == "news-3"
    assert passage.article.text == "Chad’s police said Ali had fled.\n\nHe met Zed, a judge.\n"
    assert {e.id: (e.name, e.mentions) for e in passage.gold.entities} == {
        "c1": ("Chad", ("Chad",)),
        "o1": ("Chad’s police", ("Chad’s police",)),
        "p1": ("Ali", ("Ali",)),
        "p2": ("Zed", ("Zed", "a judge")),
    }
    part, arrest, meeting = passage.gold.claims
    assert (part.subject, part.relation, part.object) == ("o1", "partOf", "c1")
    assert arrest == GoldClaim(
        "o1",
        "arrested",
        "p1",
        part.evidence,
        Polarity.NEGATED,
        Modality.POSSIBLE,
        "o1",
        accept_subject=("c1",),
    )
    assert meeting.holder == UNNAMED
    assert meeting.evidence.of(passage.article.text) == "He met Zed, a judge."
    assert [mark.place.of(passage.article.text) for mark in passage.marks if mark.entity == "p2"] == [
        "Zed",
        "a judge",
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("== 1\n[p1:Ali fled.\n", "has no end"),
        ("== 1\nAli] fled.\n", "that did not begin"),
        ("== 1\n[p1:Ali] fled.\n> p1 fled\n", "not a claim"),
        ("== 1\n> p1 metWith p2\n", "not a claim"),
    ],
)
def test_what_is_no_passage_is_named_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(PassageError, match=rf"news-1: .*{complaint}"):
        passages(tmp_path, text)
