"""A store whose every word tries to become a part of the page that shows it."""

from pathlib import Path

import pyoxigraph as ox

from kg.copies import fingerprint
from kg.graph import Run, extraction_quads
from kg.model import (
    Article,
    Claim,
    Entity,
    EntityType,
    Extraction,
    HolderStance,
    Mention,
    MentionKind,
    Polarity,
    Sentence,
    Span,
)
from kg.settle import settle
from kg.store import LocalStore

BAD = "<script>alert(1)</script>"
WORSE = "\"'><img src=x onerror=alert(2)>"
IDENTIFIER = f"a/b {WORSE}?#%2F.json"


def hostile(folder: Path) -> Path:
    """A store with one article of such names, which was read as any other is."""
    text = f"{BAD} met {WORSE} on Monday, {BAD} said."
    first, second = Span(0, len(BAD)), Span(len(BAD) + 5, len(BAD) + 5 + len(WORSE))
    trigger = Span(len(BAD) + 1, len(BAD) + 4)
    whole = Span(0, len(text))
    one = Entity("script", EntityType.PERSON, BAD)
    other = Entity("img", EntityType.ORGANIZATION, WORSE)
    found = Extraction(
        Article(IDENTIFIER, text, BAD, "2024-05-01", WORSE, BAD, "javascript:alert(3)"),
        (Sentence(whole, text),),
        (
            Mention(first, BAD, MentionKind.NAME, "script"),
            Mention(second, WORSE, MentionKind.NAME, "img"),
        ),
        (other, one),
        (
            Claim("script", "metWith", "img", whole, trigger, "SUBJ meet OBJ", date="2024-05-01"),
            Claim(
                "script", "accused", "img", whole, trigger, "SUBJ accuse OBJ", Polarity.NEGATED,
                holder="script", stance=HolderStance.DENIES,
            ),
        ),
    )  # fmt: skip
    with LocalStore(folder, create=True) as store:
        written = extraction_quads(found, Run("1", "none", "0"), fingerprint=fingerprint)
        store.replace_graph(written.graph, written.quads)
        settle(store)
        assert len(list(store.quads(ox.NamedNode(written.graph.value)))) > 20
    return folder
