"""The kinds of relations: each file of relations is one."""

import re
from functools import cache
from typing import Final

from kg.resources import resource

OTHER: Final = "Other"
_TITLES: Final = {
    "office": "Offices",
    "bonds": "Ties",
    "structure": "Belonging",
    "business": "Business",
    "justice": "Police and courts",
    "conflict": "Conflict",
    "pressure": "Pressure and aid",
    "diplomacy": "Meetings and agreements",
    "stance": "Praise, blame and demands",
}
"""In the order in which a dossier shows them."""
_BLOCK: Final = re.compile(r"^kg:(\w+) a owl:ObjectProperty", re.MULTILINE)


@cache
def _topics() -> dict[str, str]:
    files = sorted((resource("ontology") / "relations").glob("*.ttl"))
    return {
        name: _TITLES.get(path.stem, path.stem.capitalize())
        for path in files
        for name in _BLOCK.findall(path.read_text(encoding="utf-8"))
    }


def topic(relation: str) -> str:
    """What a relation of this local name is about; `OTHER` for a relation of the user's own.

    >>> topic("indicted"), topic("bribed")
    ('Police and courts', 'Other')
    """
    return _topics().get(relation, OTHER)


def topic_rank(name: str) -> int:
    """The place of a topic among the others."""
    order = list(_TITLES.values())
    return order.index(name) if name in order else len(order)
