"""In an interview each answer is the words of the person interviewed."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.attribution.sources import Sources
from kg.extract.attribution.transcripts import spoken_paragraphs
from kg.extract.predicates import Mentions
from kg.model import UNNAMED, EntityType

Build = Callable[..., Doc]
NAMES = {"Okafor": EntityType.PERSON, "Courier": EntityType.ORGANIZATION, "Efforts": EntityType.PERSON}


def spoken(doc: Doc) -> list[tuple[str, str]]:
    found = spoken_paragraphs(doc, Sources(doc, Mentions(doc)))
    return [(holder, " ".join(t.text for t in doc[start:end])) for start, end, holder in found]


def paragraphs(build: Build, *lines: str) -> Doc:
    """Flat parses; a line break is written as an underscore, and put in as white space."""
    words = [word for i, line in enumerate(lines) for word in ([] if i == 0 else ["\n"]) + line.split()]
    doc = build("\n".join(f"{'_' if w == chr(10) else w} NNP dep 0" for w in words), NAMES)
    plain = Doc(
        doc.vocab, words=words, tags=["NNP"] * len(words), deps=["dep"] * len(words), heads=[0] * len(words)
    )
    plain._.kg_mentions, plain._.kg_entities = doc._.kg_mentions, doc._.kg_entities
    return plain


def test_answers_go_to_whom_the_introduction_speaks_of(build_doc: Build) -> None:
    doc = paragraphs(build_doc, "Okafor met Courier", "Q : why not", "A : we sued them")
    assert spoken(doc) == [("okafor", "we sued them")]


def test_a_label_gives_the_person_and_the_paper_speaks_for_itself(build_doc: Build) -> None:
    doc = paragraphs(build_doc, "Okafor met Courier", "Courier : he sued you", "Okafor : he never did")
    assert spoken(doc) == [("okafor", "he never did")]


def test_a_rubric_is_no_speaker(build_doc: Build) -> None:
    assert spoken(paragraphs(build_doc, "Efforts : they sued us")) == []


def test_a_name_in_capitals_that_nothing_explains_is_somebody_without_a_name(build_doc: Build) -> None:
    doc = paragraphs(build_doc, "Okafor met Courier", "HARGREAVES : he sued you", "NOTE : he never did")
    assert spoken(doc) == [(UNNAMED, "he sued you")]
