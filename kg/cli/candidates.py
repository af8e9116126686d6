"""`kg candidates`: the pairs of entities worth a look."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options
from kg.cli.opening import opened

if TYPE_CHECKING:
    from kg.model import Candidate
    from kg.query.profiles import Profile


def candidates(
    limit: Annotated[int, typer.Option("--limit", min=0, help="How many pairs at most; 0 for all.")] = 10,
    json: options.JsonOption = False,
    store: options.StoreOption = None,
) -> None:
    """List pairs that might be one entity, best first, with what speaks for and against it, and what to type.

    Pairs that were judged already (kg same, kg different, kg unsure) are left out.
    """
    from kg.query.profiles import profiles
    from kg.settle import candidates as found_by_resolution

    names = options.names()
    with opened(store) as found:
        pairs = found_by_resolution(found, names)
        shown = pairs[:limit] if limit else pairs
        known = profiles(found, {iri for pair in shown for iri in (pair.first, pair.second)})
    if json:
        from dataclasses import asdict

        console.write_json(
            [
                {**asdict(pair), "first": asdict(known[pair.first]), "second": asdict(known[pair.second])}
                for pair in shown
            ]
        )
        return
    for number, pair in enumerate(shown, start=1):
        for line in told_pair(number, pair, known):
            console.write(line)
    if not shown:
        console.note("no pair is worth a look")
    elif len(pairs) > len(shown):
        console.note(f"{len(shown)} of {len(pairs)} pairs; all with --limit 0")


def told_pair(number: int, pair: "Candidate", known: dict[str, "Profile"]) -> list[str]:
    """One pair in lines: both entities, the reasons, and the commands."""
    first, second = known[pair.first], known[pair.second]
    lines = [f"{number}. {first.name} – {second.name}  ({pair.score:.2f})"]
    lines += [f"   {profile.words}" for profile in (first, second)]
    lines += [f"   + {reason}" for reason in pair.reasons_for]
    lines += [f"   - {reason}" for reason in pair.reasons_against]
    lines.append(f"   kg same {first.key} {second.key}   or: kg different, kg unsure")
    return [*lines, ""]
