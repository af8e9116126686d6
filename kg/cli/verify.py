"""`kg verify`: do the words stand where the graph says?"""

from dataclasses import asdict

import typer

from kg.cli import console, options


def verify(store: options.StoreOption = None, json: options.JsonOption = False) -> None:
    """Check every offset against the stored text.

    Mentions, sentences and triggers are compared with the words that stand at their offsets.

    The exit code is 1 if one of them does not stand there.
    """
    from kg.store import open_store
    from kg.verify import Verification
    from kg.verify import verify as run

    total = Verification()
    with (
        open_store(options.home(store), read_only=True) as opened,
        console.progress("articles compared") as done,
    ):
        for each in run(opened, options.names()):
            total += each
            done("")
    if json:
        console.write_json({**asdict(total), "stretches": total.stretches})
    else:
        wrong = len(total.failures)
        console.write(
            f"{total.stretches} stretches of text in {total.articles} articles compared "
            f"({total.mentions} mentions, {total.sentences} sentences, {total.triggers} triggers): "
            + (f"{wrong} fail" if wrong else "all stand where the graph says")
        )
    for failure in total.failures:
        console.note(f"{failure.article}: {failure.why} ({failure.node})")
    if total.failures:
        raise typer.Exit(1)
