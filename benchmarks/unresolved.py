"""What the resolution of nominals and pronouns brings: triples of annotated articles with and without it.

Without it every noun phrase is an entity of its own, and a pronoun nobody; names keep theirs. The claims are found anew.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from annotated import AnnotatedSet
from spacy.language import Language
from spacy.tokens import Doc

from kg.evaluate import Figures, evaluate, from_extractions
from kg.extract.annotations import TokenMention
from kg.extract.coreference import Coreference
from kg.extract.pipeline import Extractor
from kg.model import Entity, MentionKind
from kg.model.keys import slug

WAYS: Final = {
    "without pronouns": frozenset({MentionKind.PRONOUN}),
    "without nominals": frozenset({MentionKind.NOMINAL}),
    "without pronouns and nominals": frozenset({MentionKind.PRONOUN, MentionKind.NOMINAL}),
}
"""What is not resolved, by how the measure is called."""
_COMPONENT: Final = "kg_coreference"
_SPARING: Final = "kg_coreference_sparing"


@Language.factory(_SPARING, default_config={"gazetteers": [], "kinds": []})
class SparingCoreference(Coreference):
    """Coreference without the mentions of some kinds.

    Args:
        nlp, name, gazetteers: as of the component that it replaces.
        kinds: values of `MentionKind` that are not resolved.
    """

    def __init__(self, nlp: Language, name: str, gazetteers: list[str], kinds: list[str]) -> None:
        super().__init__(nlp, name, gazetteers)
        self.kinds = frozenset(map(MentionKind, kinds))

    def __call__(self, doc: Doc) -> Doc:
        """Resolve, and take back what is not wanted."""
        doc = super().__call__(doc)
        doc._.kg_mentions = list(self._kept(doc))
        return doc

    def _kept(self, doc: Doc) -> Iterator[TokenMention]:
        entities: dict[str, Entity] = doc._.kg_entities
        for mention in doc._.kg_mentions:
            if mention.kind not in self.kinds:
                yield mention
            elif mention.kind is MentionKind.NOMINAL:
                words = doc[mention.start : mention.end].text
                key = f"{slug(words)}-{mention.head}"
                entities[key] = Entity(key, mention.type, words, local=True)
                yield replace(mention, entity=key, members=(), tentative=True)


def measure_resolution(chosen: AnnotatedSet, extractor: Extractor) -> dict[str, Figures]:
    """The triples of a set without each kind of resolution, by the names of `WAYS`."""
    found = {}
    for name, kinds in WAYS.items():
        with _sparing(extractor.nlp, kinds):
            report = evaluate(chosen.gold, from_extractions(extractor.extract(chosen.articles)))
        found[name] = report.triples
    return found


@contextmanager
def _sparing(nlp: Language, kinds: frozenset[MentionKind]) -> Iterator[None]:
    """A pipeline that resolves less for as long as the context lasts."""
    config = {"kinds": sorted(kind.value for kind in kinds)}
    place = nlp.pipe_names.index(_COMPONENT)
    nlp.remove_pipe(_COMPONENT)
    nlp.add_pipe(_SPARING, name=_COMPONENT, before=nlp.pipe_names[place], config=config)
    try:
        yield
    finally:
        nlp.remove_pipe(_COMPONENT)
        nlp.add_pipe(_COMPONENT, before=nlp.pipe_names[place])
