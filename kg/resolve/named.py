"""A cluster beside the name that stands for it, with what is asked of both again and again."""

from collections import defaultdict
from dataclasses import dataclass

from kg.model import EntityType
from kg.resolve.names import tokens
from kg.resolve.namesakes import Cluster


@dataclass(frozen=True, slots=True)
class Named:
    """A cluster of one key.

    Attributes:
        name: the most used, of equals the first.
        words: of the name, as they are compared.
        type, is_person: those of the cluster, before it takes in others.
    """

    cluster: Cluster
    key: str
    name: str
    words: tuple[str, ...]
    type: EntityType
    is_person: bool

    @classmethod
    def of(cls, cluster: Cluster) -> "Named":
        """The cluster with its name."""
        counts: defaultdict[str, int] = defaultdict(int)
        for reading in cluster.readings:
            counts[reading.name] += 1
        name = min(counts, key=lambda name: (-counts[name], name))
        kind = cluster.profile.type
        return cls(cluster, cluster.readings[0].key, name, tokens(name), kind, kind is EntityType.PERSON)
