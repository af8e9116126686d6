"""The ontology as Python: relations with their ends, frames and examples."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.model import EntityType
from kg.resources import resource

KG: Final = "https://w3id.org/kg-populator/ontology#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"

_TYPE: Final = _RDF + "type"
_OBJECT_PROPERTY: Final = _OWL + "ObjectProperty"
_SYMMETRIC: Final = _OWL + "SymmetricProperty"
_INVERSE: Final = _OWL + "inverseOf"
_UNION: Final = _OWL + "unionOf"
_LABEL: Final = _RDFS + "label"
_DOMAIN: Final = _RDFS + "domain"
_RANGE: Final = _RDFS + "range"
_SUBCLASS: Final = _RDFS + "subClassOf"
_DEFINITION: Final = _SKOS + "definition"
_EXAMPLE: Final = _SKOS + "example"
_FRAME: Final = KG + "frame"
_COUNTER_EXAMPLE: Final = KG + "counterExample"

_SLOT: Final = re.compile(r"\b(?:SUBJ|OBJ|DEM)\b")
_NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

_Node: TypeAlias = ox.NamedNode | ox.BlankNode
_Object: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation, as its block of Turtle declares it.

    Attributes:
        name: the local name ("indicted").
        domain, range: the types that may stand at each end.
        inverse: the local name of the inverse property, where the block names one.
        frames: as written, sorted; `kg.extract.frames` compiles them.
        examples, counter_examples: sentences with the two ends in brackets, sorted.
    """

    name: str
    iri: str
    label: str
    definition: str
    domain: frozenset[EntityType]
    range: frozenset[EntityType]
    symmetric: bool
    inverse: str | None
    frames: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """All relations by name, in the order of the names, and the hash of what was loaded."""

    relations: dict[str, Relation]
    sha256: str


def load_ontology(extra: Iterable[Path] = ()) -> Ontology:
    """The shipped ontology and the relation files in the folders `extra`.

    The order of `extra` and the names of the files do not change what comes out.

    Raises:
        OntologyError: a folder is missing, a file is not Turtle, or a relation lacks what it needs.
    """
    shipped = resource("ontology")
    core = _read(shipped / "kg.ttl")
    files = [_read(path) for folder in (shipped / "relations", *extra) for path in _turtle_files(folder)]
    classes = _classes(core)
    relations: dict[str, Relation] = {}
    origin: dict[str, _File] = {}
    for file in files:
        for relation in _relations(file, classes):
            if (before := origin.get(relation.name)) is not None:
                raise OntologyError(
                    f"{file.where(relation.iri)}: the relation {relation.name} is already declared in "
                    f"{before.where(relation.iri)}; give one of them another name"
                )
            origin[relation.name] = file
            relations[relation.name] = relation
    digest = hashlib.sha256(b"".join(sorted(file.digest for file in (core, *files))))
    return Ontology(dict(sorted(relations.items())), digest.hexdigest())


class _File:
    """One file of Turtle: its triples by subject and predicate, and where in it things stand."""

    def __init__(self, path: Path, content: bytes) -> None:
        self.path = path
        self.digest = hashlib.sha256(content).digest()
        self._lines = content.decode("utf-8", "replace").splitlines()
        self.triples: dict[_Node, dict[str, list[_Object]]] = defaultdict(lambda: defaultdict(list))
        for quad in ox.parse(content, format=ox.RdfFormat.TURTLE):
            if isinstance(quad.subject, ox.Triple):
                continue
            self.triples[quad.subject][quad.predicate.value].append(quad.object)

    def where(self, iri: str) -> str:
        """`file:line` of the block that is about the IRI."""
        subject = re.compile(rf"\s*\S*[:#/]{re.escape(_local(iri))}(?![\w-])")
        numbers = (number for number, line in enumerate(self._lines, 1) if subject.match(line))
        return f"{self.path}:{next(numbers, 1)}"

    def items(self, head: _Object) -> Iterator[_Object]:
        """The members of an RDF list."""
        while isinstance(head, ox.BlankNode):
            cell = self.triples[head]
            yield from cell[_RDF + "first"]
            head = next(iter(cell[_RDF + "rest"]), ox.NamedNode(_RDF + "nil"))


def _turtle_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise OntologyError(
            f"{folder}: there is no such folder of relations; name a folder that holds .ttl files"
        )
    return sorted(folder.glob("*.ttl"))


def _read(path: Path) -> _File:
    try:
        return _File(path, path.read_bytes())
    except SyntaxError as error:
        line = error.lineno or 1
        raise OntologyError(
            f"{path}:{line}: not Turtle: {error.msg}; mind the final full stop and the quotes"
        ) from error
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error


def _classes(core: _File) -> dict[str, frozenset[EntityType]]:
    """The entity types below each class of the core."""
    below: dict[str, set[str]] = defaultdict(set)
    for subject, properties in core.triples.items():
        for parent in properties.get(_SUBCLASS, []):
            if isinstance(subject, ox.NamedNode) and isinstance(parent, ox.NamedNode):
                below[parent.value].add(subject.value)
    own = {KG + kind.value: kind for kind in EntityType}
    names = {*below, *own}
    closed = {name: _closure(name, below) for name in names}
    found = {name: frozenset(own[one] for one in members if one in own) for name, members in closed.items()}
    return {name: types for name, types in sorted(found.items()) if types}


def _closure(name: str, below: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {name}, [name]
    while waiting:
        fresh = below.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting.extend(fresh)
    return reached


def _relations(file: _File, classes: Mapping[str, frozenset[EntityType]]) -> Iterator[Relation]:
    blocks = {
        subject.value: properties
        for subject, properties in file.triples.items()
        if isinstance(subject, ox.NamedNode)
        and (_FRAME in properties or ox.NamedNode(_OBJECT_PROPERTY) in properties.get(_TYPE, []))
    }
    for iri, properties in sorted(blocks.items()):
        yield _Block(file, iri, properties, classes).relation()


@dataclass(frozen=True, slots=True)
class _Block:
    """One relation's block of Turtle, not yet checked."""

    file: _File
    iri: str
    properties: Mapping[str, list[_Object]]
    classes: Mapping[str, frozenset[EntityType]]

    def relation(self) -> Relation:
        """The relation that the block declares.

        Raises:
            OntologyError: something is missing or unknown.
        """
        if not _NAME.fullmatch(_local(self.iri)):
            raise self._error(
                "has no plain name at the end of its IRI", "write letters and digits, as in kg:indicted"
            )
        types = {node.value for node in self.properties.get(_TYPE, []) if isinstance(node, ox.NamedNode)}
        if _OBJECT_PROPERTY not in types:
            raise self._error("is not an owl:ObjectProperty", "open its block with 'a owl:ObjectProperty'")
        inverse = next((_local(node.value) for node in self._nodes(_INVERSE)), None)
        return Relation(
            name=_local(self.iri),
            iri=self.iri,
            label=self._one_text(_LABEL, "rdfs:label"),
            definition=self._one_text(_DEFINITION, "skos:definition"),
            domain=self._types(_DOMAIN, "rdfs:domain"),
            range=self._types(_RANGE, "rdfs:range"),
            symmetric=_SYMMETRIC in types,
            inverse=inverse,
            frames=self._frames(),
            examples=self._texts(_EXAMPLE),
            counter_examples=self._texts(_COUNTER_EXAMPLE),
        )

    def _error(self, what: str, advice: str) -> OntologyError:
        return OntologyError(f"{self.file.where(self.iri)}: the relation {_local(self.iri)} {what}; {advice}")

    def _nodes(self, predicate: str) -> list[ox.NamedNode]:
        nodes = [node for node in self.properties.get(predicate, []) if isinstance(node, ox.NamedNode)]
        return sorted(nodes, key=lambda node: node.value)

    def _texts(self, predicate: str) -> tuple[str, ...]:
        values = self.properties.get(predicate, [])
        return tuple(sorted({value.value for value in values if isinstance(value, ox.Literal)}))

    def _one_text(self, predicate: str, written: str) -> str:
        texts = self._texts(predicate)
        if not texts:
            raise self._error(f"has no {written}", f'add {written} "…"@en')
        return texts[0]

    def _types(self, predicate: str, written: str) -> frozenset[EntityType]:
        values = self.properties.get(predicate, [])
        known = ", ".join(f"kg:{_local(name)}" for name in self.classes)
        if len(values) != 1:
            raise self._error(
                f"needs exactly one {written}", f"write one of {known}, or one owl:unionOf of them"
            )
        if isinstance(values[0], ox.BlankNode):
            unions = self.file.triples[values[0]].get(_UNION, [])
            members = [member for union in unions for member in self.file.items(union)]
        else:
            members = list(values)
        types = [self.classes.get(node.value) for node in members if isinstance(node, ox.NamedNode)]
        if not types or len(types) != len(members) or None in types:
            raise self._error(f"has an unknown class as its {written}", f"the classes are {known}")
        return frozenset(kind for found in types if found for kind in found)

    def _frames(self) -> tuple[str, ...]:
        frames = self._texts(_FRAME)
        if not frames:
            raise self._error("has no kg:frame", 'add at least one, such as kg:frame "SUBJ indict OBJ"')
        for frame in frames:
            slots = sorted(_SLOT.findall(frame))
            if slots not in (["OBJ", "SUBJ"], ["DEM", "SUBJ"], ["DEM", "OBJ"]):
                raise self._error(f"has a frame without both ends: {frame!r}", "write SUBJ and OBJ once each")
        return frames


def _local(iri: str) -> str:
    return re.split(r"[#/]", iri)[-1]
