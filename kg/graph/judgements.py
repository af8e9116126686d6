"""What a person decided about what was read, as quads and back. Extraction never writes here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import terms
from kg.graph.names import KG, Names, short_hash
from kg.model import PAIRS, ClaimAsRead, Judgement, Modality, Polarity, Verdict

_OWN: Final = frozenset({"article", "claim", "entity"})
"""The folders of IRIs that judgements are about."""


def judgement_iri(judgement: Judgement, names: Names) -> NamedNode:
    """The IRI of what is decided: the same whoever says it and when, in whichever order a pair is named."""
    parts = [judgement.verdict.value, *(shortened(iri, names) for iri in judgement.subject)]
    if judgement.verdict not in PAIRS and judgement.second is not None:
        parts.append(shortened(judgement.second, names))
    return NamedNode(f"{names.base}judgement/{short_hash(parts)}")


def judgement_quads(judgement: Judgement, names: Names) -> Iterator[Quad]:
    """All that the graph of judgements says of one."""
    node, graph = judgement_iri(judgement, names), names.judgements
    yield Quad(node, terms.TYPE, terms.JUDGEMENT, graph)
    yield Quad(node, terms.VERDICT, terms.kg(judgement.verdict.value), graph)
    yield Quad(node, terms.JUDGES, NamedNode(judgement.first), graph)
    if judgement.second is not None:
        second = terms.COMPARED_WITH if judgement.verdict in PAIRS else terms.CORRECT_CLASS
        yield Quad(node, second, NamedNode(judgement.second), graph)
    if (moment := terms.moment(judgement.when)) is not None:
        # stores give moments back so
        written = Literal(moment.value.replace("+00:00", "Z"), datatype=moment.datatype)
        yield Quad(node, terms.GENERATED_AT, written, graph)
    for predicate, words in (
        (terms.CREATOR, judgement.who),
        (terms.COMMENT, judgement.why),
        (terms.JUDGED_NAME, judgement.first_name),
        (terms.COMPARED_NAME, judgement.second_name),
    ):
        if words:
            yield Quad(node, predicate, Literal(words), graph)
    if judgement.said is not None:
        yield from _said_quads(node, judgement.said, graph)


def _said_quads(node: NamedNode, said: ClaimAsRead, graph: NamedNode) -> Iterator[Quad]:
    yield Quad(node, terms.SAID_ARTICLE, Literal(said.article), graph)
    yield Quad(node, terms.SAID_SUBJECT, Literal(said.subject), graph)
    yield Quad(node, terms.SAID_RELATION, NamedNode(said.relation), graph)
    yield Quad(node, terms.SAID_OBJECT, Literal(said.object), graph)
    yield Quad(node, terms.SAID_POLARITY, terms.kg(said.polarity.value), graph)
    yield Quad(node, terms.SAID_MODALITY, terms.kg(said.modality.value), graph)
    yield Quad(node, terms.SAID_SENTENCE, Literal(said.sentence), graph)


def read_judgements(quads: Iterable[Quad]) -> dict[NamedNode, Judgement]:
    """The judgements in the quads of their graph, by IRI, sorted by time.

    What somebody else wrote there and is no judgement is left out; one without a date counts as the oldest.
    """
    nodes: defaultdict[NamedNode, dict[NamedNode, str]] = defaultdict(dict)
    for quad in sorted(quads, key=str):
        if isinstance(quad.subject, NamedNode):
            nodes[quad.subject].setdefault(quad.predicate, terms.value(quad.object))
    found = {node: judgement for node, values in nodes.items() if (judgement := _judgement(values))}
    return dict(sorted(found.items(), key=lambda pair: (pair[1].age, pair[0].value)))


def _judgement(values: dict[NamedNode, str]) -> Judgement | None:
    verdict = values.get(terms.VERDICT, "").removeprefix(KG)
    if terms.JUDGES not in values or verdict not in set(Verdict):
        return None
    return Judgement(
        when=values.get(terms.GENERATED_AT, ""),
        who=values.get(terms.CREATOR, ""),
        verdict=Verdict(verdict),
        first=values[terms.JUDGES],
        second=values.get(terms.COMPARED_WITH) or values.get(terms.CORRECT_CLASS),
        why=values.get(terms.COMMENT),
        first_name=values.get(terms.JUDGED_NAME),
        second_name=values.get(terms.COMPARED_NAME),
        said=_said(values),
    )


def _said(values: dict[NamedNode, str]) -> ClaimAsRead | None:
    try:
        return ClaimAsRead(
            article=values[terms.SAID_ARTICLE],
            subject=values[terms.SAID_SUBJECT],
            relation=values[terms.SAID_RELATION],
            object=values[terms.SAID_OBJECT],
            polarity=Polarity(values[terms.SAID_POLARITY].removeprefix(KG)),
            modality=Modality(values[terms.SAID_MODALITY].removeprefix(KG)),
            sentence=values[terms.SAID_SENTENCE],
        )
    except (KeyError, ValueError):
        return None


def shortened(iri: str, names: Names) -> str:
    """An IRI without what differs from store to store: "entity/rosa-marin", "kg:Person"; others stay whole.

    >>> shortened("https://w3id.org/kg-populator/data/entity/rosa-marin", Names())
    'entity/rosa-marin'
    """
    if iri.startswith(KG):
        return f"kg:{iri.removeprefix(KG)}"
    rest = iri.removeprefix(names.base)
    return rest if rest != iri and rest.partition("/")[0] in _OWN else iri


def lengthened(text: str, names: Names) -> str:
    """The IRI that `shortened` was given."""
    if text.startswith("kg:"):
        return KG + text.removeprefix("kg:")
    return names.base + text if text.partition("/")[0] in _OWN else text
