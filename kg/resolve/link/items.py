"""What a register answers: the items that bear a name."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph.terms import value

Row = Mapping[str, NamedNode | BlankNode | Literal | Triple]

MOST: Final = 60
"""Items of one name that are kept, the most prominent; a name of more is nobody's in particular."""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """Something that the register says of an item.

    Attributes:
        relation: "country", "office", "occupation", "party", "employer", or what a query of a user's own says.
        iri: of what is said; "" for a text.
        label: its name, or the text.
    """

    relation: str
    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a register that bears a name.

    Attributes:
        labels: in the language asked for, then in others.
        types: IRIs of its classes; None where the query does not ask for them.
        prominence: how many know it (of a Wikidata item, how many pages about it); None where the query does not ask.
    """

    item: str
    labels: tuple[str, ...] = ()
    types: tuple[str, ...] | None = None
    description: str = ""
    prominence: float | None = None
    values: tuple[Value, ...] = ()

    @property
    def label(self) -> str:
        """Its name in the register, or the end of its IRI."""
        return self.labels[0] if self.labels else self.item.rstrip("/").rpartition("/")[2]

    def as_json(self) -> dict[str, Any]:
        """For a cache."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Item":
        """What `as_json` gave.

        Raises:
            KeyError, TypeError: it is something else.
        """
        types = kept["types"]
        return cls(
            item=str(kept["item"]),
            labels=tuple(kept["labels"]),
            types=None if types is None else tuple(types),
            description=str(kept["description"]),
            prominence=kept["prominence"],
            values=tuple(Value(**each) for each in kept["values"]),
        )


@dataclass(slots=True)
class _Collected:
    labels: set[tuple[int, str]] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    descriptions: set[tuple[int, str]] = field(default_factory=set)
    prominence: float | None = None
    values: set[Value] = field(default_factory=set)


def items_by_name(
    variables: Iterable[str], rows: Iterable[Row], names: Iterable[str], language: str
) -> dict[str, tuple[Item, ...]]:
    """The items that each name found, the most prominent first; a name that found none has an empty tuple."""
    found: dict[str, dict[str, _Collected]] = {name: {} for name in names}
    for row in rows:
        name, item = row.get("name"), row.get("item")
        if isinstance(name, Literal) and isinstance(item, NamedNode) and name.value in found:
            _add(found[name.value].setdefault(item.value, _Collected()), row, language)
    typed = "type" in set(variables)
    return {name: _items(collected, typed) for name, collected in found.items()}


def _add(item: _Collected, row: Row, language: str) -> None:
    if label := value(row.get("label")):
        item.labels.add((_rank(row["label"], language), label))
    if kind := value(row.get("type")):
        item.types.add(kind)
    if description := value(row.get("description")):
        item.descriptions.add((_rank(row["description"], language), description))
    if (number := _number(value(row.get("prominence")))) is not None:
        item.prominence = max(number, item.prominence or 0.0)
    said = row.get("value")
    iri = said.value if isinstance(said, NamedNode) else ""
    label = value(row.get("valueLabel")) or ("" if iri else value(said))
    if iri or label:
        item.values.add(Value(value(row.get("relation")) or "value", iri, label))


def _items(collected: Mapping[str, _Collected], typed: bool) -> tuple[Item, ...]:
    listed = [
        Item(
            iri,
            tuple(dict.fromkeys(label for _, label in sorted(item.labels))),
            tuple(sorted(item.types)) if typed else None,
            min(item.descriptions, default=(0, ""))[1],
            item.prominence,
            tuple(sorted(item.values)),
        )
        for iri, item in collected.items()
    ]
    return tuple(sorted(listed, key=lambda each: (-(each.prominence or 0.0), each.item))[:MOST])


def _rank(term: object, language: str) -> int:
    """0 for a text in the language, 1 for one in all or in no language, 2 for any other."""
    tag = (term.language or "") if isinstance(term, Literal) else ""
    return 0 if tag == language else 1 if tag in ("", "mul") else 2


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
