"""Who held a post before or after somebody whose post is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.annotations import Candidate
from kg.extract.roles.index import MentionIndex
from kg.extract.roles.suits import LEADS, SUCCEEDED
from kg.model import EntityType
from kg.ontology import Relation

_LESS_SURE = 0.85
_HEIRS = frozenset(("heir", "successor-designate"))
"""Who has yet to follow."""


def predecessors(
    index: MentionIndex, found: Iterable[Candidate], relations: Mapping[str, Relation]
) -> Iterator[Candidate]:
    """What predecessors and successors of a leader led, where the leader is said to lead one body or country only."""
    if LEADS not in relations:
        return
    may_be_led = {m.head for m in index.mentions if m.type in (EntityType.ORGANIZATION, EntityType.COUNTRY)}
    led: dict[str, dict[str, Candidate]] = defaultdict(dict)
    successions = []
    for candidate in found:
        of_person = candidate.frame.startswith("OBJ,")  # "her cabinet"
        if candidate.relation == LEADS and candidate.object in may_be_led and not of_person:
            led[candidate.subject_entity].setdefault(candidate.object_entity, candidate)
        elif candidate.relation == SUCCEEDED and index.tokens[candidate.trigger].lemma_ not in _HEIRS:
            successions.append(candidate)
    for candidate in successions:
        ends = (
            (candidate.subject, candidate.subject_entity),
            (candidate.object, candidate.object_entity),
        )
        ways = (ends,) if candidate.possible else (ends, ends[::-1])  # who is yet to follow has another post
        for (head, person), (_, other) in ways:
            known = list(led.get(other, {}).values())
            if len(known) == 1 and person not in led:
                (post,) = known
                yield replace(
                    post,
                    subject=head,
                    subject_entity=person,
                    trigger=candidate.trigger,
                    frame="successor in office",
                    confidence=_LESS_SURE * min(candidate.confidence, post.confidence),
                    static=candidate.static,
                    possible=candidate.possible,
                )
