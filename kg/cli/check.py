"""`kg check`: does the graph conform?"""

from dataclasses import asdict

import typer

from kg.cli import console, options


def check(store: options.StoreOption = None, json: options.JsonOption = False) -> None:
    """Check the graph against shapes and rules.

    The shapes are SHACL, the rules are questions that must return nothing.

    The exit code is 1 if anything is found.
    """
    from kg.check import check as run
    from kg.store import open_store

    with open_store(options.home(store), read_only=True) as opened:
        violations = list(run(opened, options.names(), options.settings().queries))
    if json:
        console.write_json([asdict(violation) for violation in violations])
    elif violations:
        rows = [
            (v.rule, v.node, ", ".join(f"{name} {value}" for name, value in v.details)) for v in violations
        ]
        console.table(("rule", "broken by", "details"), rows)
    else:
        console.write("conforms: no shape is broken, no check finds anything")
    if violations:
        raise typer.Exit(1)
