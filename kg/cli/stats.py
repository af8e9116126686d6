"""`kg stats`: what a store holds, counted."""

from dataclasses import asdict

from kg.cli import console, options
from kg.cli.opening import opened

_TITLES = {
    "entities": "Entities",
    "polarity": "Claims by polarity",
    "modality": "Claims by modality",
    "relations": "Claims by relation",
    "outlets": "Articles by outlet",
}


def stats(store: options.StoreOption = None, json: options.JsonOption = False) -> None:
    """Count what the store holds."""
    from kg.statistics import statistics

    with opened(store) as source:
        counted = statistics(source)
    if json:
        console.write_json(asdict(counted))
        return
    console.table(("", "count"), counted.totals.items())
    if counted.first:
        console.write(f"published {counted.first} to {counted.last}")
    for name, groups in counted.groups.items():
        if groups:
            console.table((_TITLES[name], "count"), groups.items())
