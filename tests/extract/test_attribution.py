"""Who says so is read from the clause, phrase, adverb or quotation that covers a token."""

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.attribution import Attribution
from kg.extract.predicates import Mentions
from kg.model import UNNAMED, EntityType

Build = Callable[..., Doc]
NAMES = {"Okafor": EntityType.PERSON, "Ghana": EntityType.COUNTRY, "Togo": EntityType.COUNTRY}


def holders(doc: Doc, token: int) -> list[tuple[str, bool]]:
    return [(region.holder, region.denies) for region in Attribution(doc, Mentions(doc)).of(doc[token])]


def test_what_somebody_says_is_his(build_doc: Build) -> None:
    doc = build_doc(
        "Okafor NNP nsubj 1\nsaid VBD ROOT 1 say\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    assert holders(doc, 3) == [("okafor", False)]
    assert holders(doc, 1) == []


def test_what_somebody_denies_is_his_denial(build_doc: Build) -> None:
    doc = build_doc(
        "Okafor NNP nsubj 1\ndenied VBD ROOT 1 deny\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    assert holders(doc, 3) == [("okafor", True)]


def test_officials_are_nobody_by_name(build_doc: Build) -> None:
    doc = build_doc(
        "Officials NNS nsubj 1 official\nsaid VBD ROOT 1 say\nGhana NNP nsubj 3\nsued VBD ccomp 1 sue\nTogo NNP dobj 3",
        NAMES,
    )
    assert holders(doc, 3) == [(UNNAMED, False)]


def test_reportedly_is_nobody_by_name(build_doc: Build) -> None:
    doc = build_doc("Ghana NNP nsubj 2\nreportedly RB advmod 2\nsued VBD ROOT 2 sue\nTogo NNP dobj 2", NAMES)
    assert holders(doc, 2) == [(UNNAMED, False)]


def test_according_to_covers_the_rest_of_the_sentence(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\nTogo NNP dobj 1\n"
        "according VBG prep 1 accord\nto IN prep 3\nOkafor NNP pobj 4",
        NAMES,
    )
    assert holders(doc, 1) == [("okafor", False)]


def test_a_quotation_belongs_to_who_speaks_beside_it(build_doc: Build) -> None:
    doc = build_doc(
        """
        “ `` punct 6
        Today NN npadvmod 3 today
        Ghana NNP nsubj 3
        sued VBD ccomp 6 sue
        Togo NNP dobj 3
        ” '' punct 6
        said VBD ROOT 6 say
        Okafor NNP nsubj 6
        """,
        NAMES,
    )
    assert ("okafor", False) in holders(doc, 3)


def test_words_in_scare_quotes_are_nobody_s(build_doc: Build) -> None:
    doc = build_doc(
        "Ghana NNP nsubj 1\nsued VBD ROOT 1 sue\n“ `` punct 3\nTogo NNP dobj 1\n” '' punct 3", NAMES
    )
    assert holders(doc, 3) == []
