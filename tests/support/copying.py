"""Articles to copy, written by hand, and what is found among a few of them without a store."""

from kg.copies import (
    Compared,
    Copy,
    Known,
    Text,
    Written,
    candidates,
    compare,
    decide,
    fingerprint,
    precedence,
)
from kg.copies.fingerprint import Fingerprint, read_fingerprint

FERRY = (
    "The ferry company Halden Lines has sacked its chief engineer after two engines failed within a week.",
    "Passengers were left on the quay at Brekke for eleven hours while tugs searched for a spare part.",
    "Ministers had warned the owners in writing that the older boats should not sail in winter.",
    "Marta Quill, who runs the harbour office, told councillors that nobody had answered her letters.",
    "The owners of the line bought four used boats from a bankrupt rival the year before last.",
    "Two of these have never passed an inspection, according to papers that the council made public.",
    "A mechanic who used to work on the boats described leaking pipes and missing pumps.",
    "Shops in the town have lost a third of their trade since the summer timetable was cut.",
)
GRAIN = (
    "Farmers around Osk have begun to sell their grain across the border, where prices are twice as high.",
    "The cooperative that stores most of the harvest says its silos will be half empty by March.",
    "Customs officers at the bridge counted more than sixty lorries on a single night.",
    "Anders Vile, the farm minister, has asked parliament for the power to limit exports.",
    "His party depends on rural voters, and few of its members want to be seen to punish them.",
    "Bakers in the capital warned that bread would become dearer well before the spring.",
    "An earlier attempt to fix prices ended in court and cost the state a large sum.",
)
STATEMENT = (
    "“We regret what has happened to every passenger, and we will repay all of them in full,” the line said.",
    "“Our boats are safe, they are inspected each month, and they will sail again on Sunday,” it added.",
    "“Whoever says otherwise has not read the reports that we sent to the ministry in May,” it went on.",
)
STOCK = ("He declined to comment.", "The talks continue.", "No one was hurt.")


def told(*sentences: str) -> str:
    """A text of these sentences, two to a paragraph."""
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def printed(text: str) -> Fingerprint:
    """Its fingerprint."""
    read = read_fingerprint(fingerprint(text))
    assert read is not None
    return read


def copies_among(texts: dict[str, str], days: dict[str, str] | None = None) -> dict[str, Copy]:
    """The copies by identifier."""
    given = days or {}
    prints = {identifier: printed(text) for identifier, text in texts.items()}
    order = precedence(Written(each, given.get(each), prints[each].length) for each in texts)
    chosen = candidates([prints[each] for each in order])
    pairs = [(order[first], order[second]) for first, second in chosen.pairs]
    known = [
        Known(each, given.get(each), texts[each], prints[each], stock)
        for each, stock in zip(order, chosen.stock, strict=True)
    ]
    compared = [Compared(one, other, compare(Text(texts[one]), Text(texts[other]))) for one, other in pairs]
    return {copy.identifier: copy for copy in decide(known, compared)}
