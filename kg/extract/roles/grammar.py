"""The static relations of documents, as one object that is built once for an ontology and a gazetteer."""

from collections.abc import Iterable, Mapping

from kg.extract.annotations import Candidate
from kg.extract.frames import DemonymFrame, Frame, RoleFrame
from kg.extract.roles.matcher import RoleFrames, RoleMatcher
from kg.extract.roles.nouns import NounIndex
from kg.extract.tree import Doc
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.ontology import Relation


class StaticRelations:
    """Finds the static relations of documents.

    Args:
        frames: of any kind; those of role nouns and demonyms are used.
        relations: by name; a frame whose relation is not there is passed over.
        gazetteer: names and leaders known beforehand; by default the shipped ones.
    """

    def __init__(
        self, frames: Iterable[Frame], relations: Mapping[str, Relation], gazetteer: Gazetteer | None = None
    ) -> None:
        frames = tuple(frames)
        self.frames = RoleFrames(
            NounIndex(frame for frame in frames if isinstance(frame, RoleFrame)),
            tuple(frame for frame in frames if isinstance(frame, DemonymFrame)),
            relations,
            gazetteer or load_gazetteer(),
        )

    def candidates(self, doc: Doc) -> list[Candidate]:
        """The static relations of a document, each pair of entities once a sentence, in the order of the text."""
        matcher = RoleMatcher(doc, self.frames)
        best: dict[tuple[str, str, str, int], Candidate] = {}
        for candidate in matcher.candidates():
            sentence, _ = matcher.index.bounds(candidate.trigger)
            key = (candidate.subject_entity, candidate.relation, candidate.object_entity, sentence)
            known = best.get(key)
            if known is None or candidate.confidence > known.confidence:
                best[key] = candidate
        return sorted(best.values(), key=lambda c: (c.trigger, c.subject, c.object, c.relation))
