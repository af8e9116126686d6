import pytest
import spacy
from spacy.language import Language

from kg.extract.measured import measure
from kg.stages import Stages

TEXTS = ("Ana met Ben. They spoke.", "Cleo left.")


@Language.component("kg_measured_ours")
def _ours(doc):
    return doc


@Language.component("kg_measured_stand_in")
def _stand_in(doc):
    return doc


@pytest.fixture
def nlp():
    made = spacy.blank("en")
    made.add_pipe("sentencizer")
    made.add_pipe("kg_measured_ours")
    made.add_pipe("kg_measured_stand_in")
    return made


def sentences(nlp):
    return [[each.text for each in doc.sents] for doc in nlp.pipe(TEXTS)]


def test_each_component_has_its_seconds_and_does_what_it_did(nlp):
    before = sentences(nlp)
    stages = Stages()
    measure(nlp, stages, ["kg_measured_ours"])
    assert sentences(nlp) == before
    assert set(stages.seconds) == {
        "spaCy tokenizer",
        "spaCy sentencizer",
        "kg_measured_ours",
        "spaCy measured_stand_in",
    }
    assert all(seconds > 0 for seconds in stages.seconds.values())
    assert nlp.get_pipe("sentencizer").name == "sentencizer", "all else about it is as it was"


def test_another_clock_takes_the_place_of_the_first(nlp):
    first, second = Stages(), Stages()
    measure(nlp, first, [])
    measure(nlp, second, [])
    sentences(nlp)
    assert not first.seconds
    assert second.seconds["spaCy sentencizer"] > 0
