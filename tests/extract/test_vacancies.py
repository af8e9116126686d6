"""Who takes a post after somebody left it has succeeded him."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract import tree
from kg.extract.annotations import TokenMention
from kg.extract.events.vacancies import Vacancies
from kg.extract.predicates import Mentions
from kg.model import EntityType, MentionKind

Build = Callable[..., Doc]


@pytest.mark.parametrize(
    ("verb", "followed"), [("resigned VBD advcl 1 resign", True), ("slept VBD advcl 1 sleep", False)]
)
def test_a_post_is_taken_after_somebody_left_it(build_doc: Build, verb: str, followed: bool) -> None:
    doc = build_doc(
        f"""
        Lee NNP nsubj 1
        took VBD ROOT 1 take
        office NN dobj 1
        after IN mark 5
        Ek NNP nsubj 5
        {verb}
        """
    )
    doc._.kg_mentions = [
        TokenMention(i, i + 1, i, MentionKind.NAME, EntityType.PERSON, key)
        for i, key in ((0, "lee"), (4, "ek"))
    ]
    parse = tree.read(doc)
    found = [(c.subject_entity, c.object_entity) for c in Vacancies(parse, Mentions(parse)).successions()]
    assert found == ([("lee", "ek")] if followed else [])
