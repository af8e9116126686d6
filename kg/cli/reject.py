"""`kg reject`: a claim that was read wrongly."""

from typing import Annotated

import typer

from kg.cli import console, judging, options


def reject(
    claims: Annotated[
        list[str],
        typer.Argument(metavar="CLAIM...", help="IDs, as kg ask --evidence and kg show print them, or IRIs."),
    ],
    by: judging.ByOption = None,
    why: judging.WhyOption = None,
    at: judging.AtOption = None,
    store: options.StoreOption = None,
) -> None:
    """Judge that claims were read wrongly: no fact rests on them, and no answer shows them any more.

    That holds as well when their article is read again.
    """
    from kg.judge import fact_stands, find_claim, moment
    from kg.model import Judgement, Verdict
    from kg.store import claim_as_read, judgements

    names = options.names()
    with judging.opened(store) as found:
        nodes = list(dict.fromkeys(find_claim(found, text, names) for text in claims))
        who, remark = judging.judge(by), judging.one_line(why) or None
        when = moment(at, max((each.when for each in judgements(found, names)), default=""))
        decided = [
            Judgement(when, who, Verdict.REJECTED, node.value, why=remark, said=claim_as_read(found, node))
            for node in nodes
        ]
        judging.record_and_warn(found, decided, names)
        for node, each in zip(nodes, decided, strict=True):
            said = each.said
            words = f"{said.subject} {said.relation.rpartition('#')[2]} {said.object}" if said else node.value
            stands = fact_stands(found, node)
            console.write(f"{words}: " + ("still a fact by other claims" if stands else "no fact"))
