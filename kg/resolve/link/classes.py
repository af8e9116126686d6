"""Which classes of registers are which of ours."""

from collections.abc import Iterable
from typing import Final

from kg.graph.names import KG, WD
from kg.model import EntityType

_WIKIDATA: Final = {
    EntityType.PERSON: "Q5",
    EntityType.ORGANIZATION: "Q43229 Q7188 Q7210356 Q11204 Q41487 Q11032 Q15265344 Q192283 Q176799",
    EntityType.COUNTRY: "Q6256 Q3624078 Q7275 Q161243 Q15634554 Q3024240",
    EntityType.PLACE: "Q2221906 Q27096213 Q486972 Q56061 Q82794",
}
_NAMED: Final = {
    EntityType.PERSON: "Person",
    EntityType.ORGANIZATION: (
        "Organization Organisation Corporation GovernmentOrganization NewsMediaOrganization NGO PoliticalParty "
        "EducationalOrganization Airline Company Newspaper Broadcaster FormalOrganization OrganizationalUnit"
    ),
    EntityType.COUNTRY: "Country",
    EntityType.PLACE: "Place AdministrativeArea State City Location Settlement PopulatedPlace SpatialThing Feature",
}
_VOCABULARIES: Final = (
    KG,
    "https://schema.org/",
    "http://schema.org/",
    "http://xmlns.com/foaf/0.1/",
    "http://www.w3.org/ns/org#",
    "http://dbpedia.org/ontology/",
    "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "http://www.geonames.org/ontology#",
)
_TYPES: Final = {
    **{WD + name: kind for kind, names in _WIKIDATA.items() for name in names.split()},
    **{
        vocabulary + name: kind
        for kind, names in _NAMED.items()
        for name in names.split()
        for vocabulary in _VOCABULARIES
    },
}


def types_of(classes: Iterable[str]) -> frozenset[EntityType]:
    """Which of our classes an item is of, by the IRIs of its classes in the register; those unknown are left out."""
    return frozenset(_TYPES[iri] for iri in classes if iri in _TYPES)


def fits(type_: EntityType, classes: Iterable[str] | None) -> bool:
    """Whether an item of these classes may be an entity of that class; it may where no classes are told (None).

    A person is nothing else; a country may be met as a place, and in many registers it is an organization as well.
    """
    if classes is None:
        return True
    types = types_of(classes)
    if EntityType.PERSON in types:
        return type_ is EntityType.PERSON
    if type_ is EntityType.PLACE:
        return not types.isdisjoint({EntityType.PLACE, EntityType.COUNTRY})
    if type_ is EntityType.ORGANIZATION:
        return EntityType.ORGANIZATION in types and EntityType.COUNTRY not in types
    return type_ in types
