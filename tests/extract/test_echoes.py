"""A clause without a predicate of its own says of its subject what the clause before it says."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.events.echoes import is_echo
from kg.extract.tree import read

Build = Callable[..., Doc]


def echoes(doc: Doc) -> list[str]:
    return [token.text for token in read(doc) if is_echo(token)]


def test_who_follows_without_an_object_does_the_same(build_doc: Build) -> None:
    doc = build_doc("Togo NNP nsubj 1\nfollowed VBD ROOT 1 follow\nsuit NN dobj 1")
    assert echoes(doc) == ["followed"]


def test_who_follows_somebody_does_something_else(build_doc: Build) -> None:
    doc = build_doc("Togo NNP nsubj 1\nfollowed VBD ROOT 1 follow\nLee NNP dobj 1")
    assert echoes(doc) == []


def test_who_is_told_to_follow_has_not_followed(build_doc: Build) -> None:
    doc = build_doc(
        """
        Lee NNP nsubj 1
        urged VBD ROOT 1 urge
        Togo NNP dobj 1
        to TO aux 4
        follow VB xcomp 1
        """
    )
    assert echoes(doc) == []


def test_a_turned_auxiliary_says_the_same_of_its_subject(build_doc: Build) -> None:
    doc = build_doc("so RB advmod 1\ndid VBD ROOT 1 do\nTogo NNP nsubj 1\n. . punct 1")
    assert echoes(doc) == ["did"]


def test_a_turned_verb_with_an_object_tells_something_of_its_own(build_doc: Build) -> None:
    doc = build_doc("so RB advmod 1\nis VBZ ROOT 1 be\nTogo NNP nsubj 1\nrich JJ acomp 1\n. . punct 1")
    assert echoes(doc) == []


def test_an_auxiliary_that_ends_in_not_says_the_opposite(build_doc: Build) -> None:
    doc = build_doc("Togo NNP nsubj 1\nhas VBZ ROOT 1 have\nnot RB neg 1\n. . punct 1")
    assert echoes(doc) == ["has"]
