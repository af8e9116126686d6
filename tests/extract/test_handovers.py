"""Who gets the post of somebody who is dismissed has succeeded him."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.annotations import Candidate
from kg.extract.events.handovers import handovers

Build = Callable[..., Doc]
DISMISSED = Candidate(0, 2, "kask", "ek", "dismissed", 1, "SUBJ fire OBJ", 0.8)


def followed(doc: Doc, appointed: Candidate) -> list[tuple[str, str, str]]:
    found = handovers(doc, [DISMISSED, appointed])
    return [(c.subject_entity, c.relation, c.object_entity) for c in found]


def test_the_job_goes_to_the_successor(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kask NNP nsubj 1
        fired VBD ROOT 1 fire
        Ek NNP dobj 1
        and CC cc 1
        gave VBD conj 1 give
        the DT det 6
        job NN dobj 4
        to IN dative 4
        Lee NNP pobj 7
        """
    )
    appointed = Candidate(0, 8, "kask", "lee", "appointed", 4, "SUBJ give job to OBJ", 0.8)
    assert followed(doc, appointed) == [("lee", "succeeded", "ek")]


def test_another_job_is_no_succession(build_doc: Build) -> None:
    doc = build_doc(
        """
        Kask NNP nsubj 1
        fired VBD ROOT 1 fire
        Ek NNP dobj 1
        and CC cc 1
        gave VBD conj 1 give
        a DT det 6
        job NN dobj 4
        to IN dative 4
        Lee NNP pobj 7
        """
    )
    appointed = Candidate(0, 8, "kask", "lee", "appointed", 4, "SUBJ give job to OBJ", 0.8)
    assert followed(doc, appointed) == []
