"""Collects given names by gender from the locales of Faker and Mimesis, for kg/extract/lexicon/given_names.txt.

Both libraries are under the MIT licence. Needs `pip install faker mimesis anyascii`; nothing that runs needs them.

    python training/names/collect.py > kg/extract/lexicon/given_names.txt
"""

import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import faker.providers.person
import mimesis
from anyascii import anyascii

from kg.extract.coreference.genders import of_given_name
from kg.model.keys import fold

SHORTEST = 3
SURNAMES = frozenset(
    """park han jin lin yang song cai jia wei xue tian hao mao qiu long wan wen lan ban lim hong moon tran bui
    duong noh""".split()
)
"""Family names that stand first where somebody comes from East Asia."""
CLEARLY = 4
"""In how many times as many locales a name must be one gender's as the other's."""
SPELT_BY_LETTER = re.compile(
    r"[A-Za-z\u00C0-\u024F\u1E00-\u1EFF\u0370-\u03FF\u0400-\u052F\u0530-\u058F\u10A0-\u10FF'’ -]+"
)
"""Scripts that other scripts spell letter by letter: Latin, Greek, Cyrillic, Armenian, Georgian."""


def of_faker() -> Iterator[tuple[str, Iterable[str]]]:
    """The gender and the names of each list."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for kind in ("first_names", "first_romanized_names"):
            for gender in ("male", "female"):
                if names := provider.__dict__.get(f"{kind}_{gender}"):
                    yield gender[0], (name if isinstance(name, str) else name[0] for name in names)


def of_mimesis() -> Iterator[tuple[str, Iterable[str]]]:
    """The gender and the names of each list."""
    for file in sorted((Path(mimesis.__file__).parent / "datasets").glob("*/person.json")):
        names = json.loads(file.read_text(encoding="utf-8")).get("names")
        if isinstance(names, dict):
            yield from ((gender[0], names[gender]) for gender in ("male", "female"))


def plain(names: Iterable[str]) -> set[str]:
    """The names as a text's words are compared: without accents, in lower case."""
    spelt = (name for name in names if SPELT_BY_LETTER.fullmatch(name))
    folded = (fold(anyascii(name)) for name in spelt)
    return {name for name in folded if re.fullmatch(r"[a-z]+(-[a-z]+)?", name) and len(name) >= SHORTEST}


def main() -> None:
    """Write what is known of a name by most locales and is not told otherwise by the lists made by hand."""
    locales: dict[str, Counter[str]] = {"m": Counter(), "f": Counter()}
    for gender, names in (*of_faker(), *of_mimesis()):
        locales[gender].update(plain(names))
    for name in sorted(locales["m"] | locales["f"]):
        men, women = locales["m"][name], locales["f"][name]
        if name in SURNAMES or of_given_name(name) is not None:
            continue
        if max(men, women) >= CLEARLY * min(men, women):
            sys.stdout.write(f"{name} {'m' if men > women else 'f'}\n")


if __name__ == "__main__":
    main()
