"""Interviews in print: paragraphs that begin with who speaks, or with Q and A."""

from collections import Counter
from collections.abc import Iterator

from kg.extract.attribution.sources import Sources
from kg.extract.tree import Doc
from kg.model import UNNAMED, EntityType, ZoneKind

_MARKS = " \t\n\"“”'"
_LABEL = 8
"""Longest label, in tokens."""
_ABBREVIATION = 5
"""Longest word in capitals that may be a rubric ("NOTE: …")."""


def spoken_paragraphs(doc: Doc, sources: Sources) -> Iterator[tuple[int, int, str]]:
    """Paragraphs of a person's own words (start, end, holder), and headlines that name their source first.

    In a headline a body may stand before the colon as well; in an interview that is the paper, which speaks for itself.
    """
    counts = Counter(mention.entity for mention in doc._.kg_mentions)
    answers = None
    asked = False
    for start, end, colon in _labelled(doc):
        label = doc[start:colon].text.strip(_MARKS)
        if label in ("Q", "Question"):
            asked = True
        elif label in ("A", "Answer"):
            if asked and answers is None:
                answers = _main_person(doc, start)
            if answers is not None:
                yield colon + 1, end, answers
        else:
            named = sources.ending_at(colon, start)
            if not named and _is_speaker_label(label):
                yield colon + 1, end, UNNAMED
            for mention in named:
                body = mention.type is EntityType.ORGANIZATION and _in_headline(doc, start)
                # a label that nothing else in the text names is a rubric
                if counts[mention.entity] > 1 and (mention.type is EntityType.PERSON or body):
                    yield colon + 1, end, mention.entity


def _is_speaker_label(label: str) -> bool:
    """A name in capitals that nothing else in the article explains ("HARGREAVES: …")."""
    return label.isalpha() and label.isupper() and len(label) > _ABBREVIATION


def _labelled(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """Paragraphs with a colon near their beginning: start, end, colon."""
    start, length = 0, len(doc)
    for token in doc:
        last = token.i + 1 == length
        if not last and "\n" not in token.text:
            continue
        end = token.i + 1 if last and "\n" not in token.text else token.i
        colon = next((t.i for t in doc[start : min(start + _LABEL, end)] if t.text == ":"), None)
        if colon is not None and start < colon and colon + 2 < end:
            yield start, end, colon
        start = token.i + 1


def _main_person(doc: Doc, end: int) -> str | None:
    """Of whom the introduction speaks most; of several, the first."""
    counts = Counter(m.entity for m in doc._.kg_mentions if m.type is EntityType.PERSON and m.head < end)
    return counts.most_common(1)[0][0] if counts else None


def _in_headline(doc: Doc, token: int) -> bool:
    article = doc._.kg_article
    offset = doc[token].idx
    return article is not None and any(
        zone.kind is ZoneKind.HEADLINE and zone.span.begin <= offset < zone.span.end for zone in article.zones
    )
