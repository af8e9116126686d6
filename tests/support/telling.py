"""Builds extractions from sentences in which brackets mark the mentions: "[Mara Lind|mara-lind] flew home."."""

import re
from typing import Any

from kg.graph import Run
from kg.model import Article, Claim, Entity, EntityType, Extraction, Mention, MentionKind, Sentence, Span

RUN = Run("1.2.3", "en_fake-1.0", "0" * 64)

PERSON, ORGANIZATION, COUNTRY, PLACE = EntityType

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def entity(name: str, kind: EntityType = PERSON, **more: Any) -> Entity:
    """An entity whose key comes from its name."""
    return Entity(name.lower().replace(" ", "-"), kind, name, **more)


def told(
    identifier: str,
    marked: list[str],
    entities: list[Entity],
    claims: list[tuple[str, str, str, int, str, dict[str, Any]]] | None = None,
    **about: Any,
) -> Extraction:
    """An extraction from marked sentences, one a line of the text.

    A mention is a name where it starts with a capital, else nominal. A claim is subject, relation, object, the number
    of its sentence, its trigger in that sentence, and what else it says.
    """
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    text = ""
    for line in marked:
        start, plain = len(text), ""
        position = 0
        for match in _MARK.finditer(line):
            plain += line[position : match.start()]
            begin = start + len(plain)
            kind = MentionKind.NAME if match[1][0].isupper() else MentionKind.NOMINAL
            mentions.append(Mention(Span(begin, begin + len(match[1])), match[1], kind, match[2]))
            plain += match[1]
            position = match.end()
        plain += line[position:]
        sentences.append(Sentence(Span(start, start + len(plain)), plain))
        text += plain + "\n"
    return Extraction(
        Article(identifier, text, **about),
        tuple(sentences),
        tuple(mentions),
        tuple(sorted(entities)),
        tuple(_claim(text, sentences, *claim) for claim in claims or ()),
    )


def _claim(
    text: str,
    sentences: list[Sentence],
    subject: str,
    relation: str,
    value: str,
    number: int,
    trigger: str,
    more: dict[str, Any],
) -> Claim:
    evidence = sentences[number].span
    begin = text.index(trigger, evidence.begin)
    return Claim(
        subject, relation, value, evidence, Span(begin, begin + len(trigger)), "SUBJ verb OBJ", **more
    )
