"""`kg stats`: what a store holds, counted."""

from dataclasses import asdict

from kg.cli import console, options

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
    from kg.store import open_store

    with open_store(options.store_address(store), read_only=True) as opened:
        counted = statistics(opened)
    if json:
        console.write_json(asdict(counted))
        return
    console.table(("", "count"), counted.totals.items())
    if counted.first:
        console.write(f"published {counted.first} to {counted.last}")
    for name, groups in counted.groups.items():
        if groups:
            console.table((_TITLES[name], "count"), groups.items())
