"""Quotations: where they stand, and who speaks beside them."""

from collections.abc import Iterator

from kg.extract.attribution.sources import Sources
from kg.extract.clauses import VERBAL
from kg.extract.lexicon.speech import ACCUSING, DEMANDING, DENYING, REPORTING
from kg.extract.predicates import grammatical_subjects, is_passive, subjects
from kg.extract.tree import Doc, Span, Token
from kg.model import EntityType

_OPENING, _CLOSING = "“«", "”»"
_SCARE_QUOTE = 3
_MAX_GAP = 80
_SHORT = 16
_SIGNATURE = 6
_LABEL = 4
_SPEAKING = (
    REPORTING
    | DENYING
    | DEMANDING
    | ACCUSING
    | frozenset("call write go promise thank praise continue echo begin read scold joke".split())
)
_DASHES = frozenset(("—", "―", "–", "--", "-"))


def quoted_ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token ranges inside quotation marks that are longer than scare quotes; a new line closes an open one."""
    opened: int | None = None
    for token in doc:
        text = token.text
        if text in _OPENING or (opened is None and (text in ('"', "``") or _is_turned(token))):
            if opened is not None and token.i - opened > _SCARE_QUOTE:
                yield opened, token.i
            opened = token.i + 1
        elif opened is not None and (text in _CLOSING or text in ('"', "''") or "\n" in text):
            if token.i - opened > _SCARE_QUOTE:
                yield opened, token.i
            opened = None
    if opened is not None and len(doc) - opened > _SCARE_QUOTE:
        yield opened, len(doc)


def _is_turned(token: Token) -> bool:
    """A closing mark that opens a paragraph."""
    return token.text in _CLOSING and (token.i == 0 or "\n" in token.nbor(-1).text)


def spoken_ranges(doc: Doc, sources: Sources) -> Iterator[tuple[int, int, str]]:
    """The quotations whose speaker is known: start, end, holder.

    A quotation without words of its own that say who speaks goes on with the speaker of the one before.
    """
    previous: tuple[int, str] | None = None
    for start, end in quoted_ranges(doc):
        if _is_labelled(doc, start, end):
            previous = None
            continue
        holder = _speaker(doc, start, end, sources)
        if holder is None and previous and start - previous[0] <= _MAX_GAP and _stands_alone(doc, start, end):
            holder = previous[1]
        if holder is not None:
            previous = (end, holder)
            yield start, end, holder


def _is_labelled(doc: Doc, start: int, end: int) -> bool:
    """Whether a quotation is a transcript that names its speaker ("“HARGREAVES: …")."""
    colon = next((t.i for t in doc[start : min(end, start + _LABEL)] if t.text == ":"), None)
    return colon is not None and colon > start and doc[start:colon].text.isupper()


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own, or nearly so."""
    return start - doc[start].sent.start <= 2 or doc[end - 1].sent.end - end <= 2


def _speaker(doc: Doc, start: int, end: int, sources: Sources) -> str | None:
    signed = _signature(doc, end, sources)
    if signed is not None:
        return signed
    last, first = doc[end - 1].sent, doc[start].sent
    for sentence in (last, first):
        found = _speaker_in(sentence, start, end, sources)
        if found is not None:
            return found
    if last.end < len(doc) and end >= last.end - 2:
        following = doc[last.end].sent
        if len(following) <= _SHORT:
            found = _speaker_in(following, start, end, sources)
    return found or _before_colon(doc, start, sources)


def _signature(doc: Doc, end: int, sources: Sources) -> str | None:
    """Who stands after a dash behind a quotation ("…” — Ines Duarte")."""
    rest = [t for t in doc[end : end + _SIGNATURE] if t.text not in (*_CLOSING, '"', "''") and t.text.strip()]
    if len(rest) < 2 or rest[0].text not in _DASHES:
        return None
    mention = next((m for m in sources.starting_at(rest[1].i) if m.type is not EntityType.PLACE), None)
    if mention is None:
        return None
    after = doc[mention.end].text if mention.end < len(doc) else "\n"
    return mention.entity if "\n" in after or after in (",", "(", ".") else None


def _before_colon(doc: Doc, start: int, sources: Sources) -> str | None:
    """Of whom the clause speaks that a colon before a quotation closes ("The minister was blunt: “…”")."""
    colon = start - 2
    if colon < 1 or doc[colon].text != ":":
        return None
    heads = [t for t in doc[doc[colon].sent.start : colon] if t.dep_ == "nsubj" and t.head.dep_ != "relcl"]
    holder = sources.holder(heads[:1])
    entity = doc._.kg_entities.get(holder) if holder else None
    return holder if entity is not None and entity.type is EntityType.PERSON else None


def _speaker_in(sentence: Span, start: int, end: int, sources: Sources) -> str | None:
    """Who speaks, by the verb of saying that is nearest to either end of the quotation."""
    verbs = [
        t for t in sentence if not start <= t.i < end and t.pos_ in VERBAL and t.lemma_.lower() in _SPEAKING
    ]
    for verb in sorted(verbs, key=lambda t: (_distance(t, start, end), t.i)):
        heads = subjects(verb) if is_passive(verb) else grammatical_subjects(verb)
        holder = sources.holder(head for head in heads if not start <= head.i < end)
        if holder is not None:
            return holder
    return None


def _distance(verb: Token, start: int, end: int) -> int:
    return start - verb.i if verb.i < start else verb.i - end
