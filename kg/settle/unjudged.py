"""The entities that judgements name: as resolution finds them without any judgement."""

from kg.gazetteer import load_gazetteer
from kg.graph import Names
from kg.resolve.partition import automatic
from kg.settle.readings import readings_of
from kg.store import Store


def automatic_entities(store: Store, names: Names) -> dict[str, str]:
    """The IRI of the entity by that of the reading, were nothing judged."""
    readings = (reading for reading, _ in readings_of(store, names))
    return automatic(readings, load_gazetteer(), lambda key: names.entity_by_key(key).value).entities()
