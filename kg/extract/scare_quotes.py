"""Parses sentences as if words in scare quotes stood without them, and puts the marks back afterwards.

The parser takes '“normalizing” the regime' for an adjective and its noun. Only marks round a few words are taken out;
those of real quotations help the parser and stay. Offsets are those of the stored text throughout.
"""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

_MARKS = {"“": "”", '"': '"', "‘": "’", "«": "»", "[": "]"}
_MOST_WORDS = 4


def scare_quote_marks(doc: Doc) -> list[int]:
    """The tokens that are marks round at most four words, in pairs."""
    marks: list[int] = []
    i = 0
    while i < len(doc):
        closing = _MARKS.get(doc[i].text)
        end = next(_closers(doc, i, closing), None) if closing else None
        if end is None:
            i += 1
            continue
        marks += [i, end]
        i = end + 1
    return marks


def _closers(doc: Doc, opening: int, closing: str) -> Iterator[int]:
    for i in range(opening + 1, min(len(doc), opening + _MOST_WORDS + 2)):
        text = doc[i].text
        if text == closing:
            if i > opening + 1:
                yield i
            return
        if "\n" in text or text in _MARKS or text in (".", "!", "?"):
            return


def without(doc: Doc, left_out: list[int], instead: Mapping[int, str] | None = None) -> Doc:
    """A copy of a tokenised `Doc` without some tokens and with other words for some; sentence starts go along."""
    words = instead or {}
    gone = set(left_out)
    kept = [token for token in doc if token.i not in gone]
    copy = Doc(
        doc.vocab,
        words=[words.get(t.i, t.text) for t in kept],
        spaces=[bool(t.whitespace_) or t.i + 1 in gone for t in kept],
    )
    for token, original in zip(copy, kept, strict=True):
        if original.is_sent_start is not None:
            token.is_sent_start = original.is_sent_start
    copy._.kg_article = doc._.kg_article
    return copy


def restore(full: Doc, parsed: Doc, left_out: list[int]) -> Doc:
    """The tokens of `full` with the annotations of `parsed`; each mark hangs on the word beside it."""
    gone = set(left_out)
    place = [token.i for token in full if token.i not in gone]
    index = {i: n for n, i in enumerate(place)}
    rows = []
    opening = True
    for token in full:
        if token.i in gone:
            beside = token.i + 1 if opening else token.i - 1
            rows.append(("``" if opening else "''", "PUNCT", "punct", beside, token.text, "", ""))
            opening = not opening
        else:
            t = parsed[index[token.i]]
            entity = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"
            rows.append((t.tag_, t.pos_, t.dep_, place[t.head.i], t.lemma_, str(t.morph), entity))
    entities = _closed([row[6] for row in rows])
    doc = Doc(
        full.vocab,
        words=[t.text for t in full],
        spaces=[bool(t.whitespace_) for t in full],
        tags=[row[0] for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=[row[3] for row in rows],
        lemmas=[row[4] for row in rows],
        morphs=[row[5] for row in rows],
        ents=entities,
    )
    doc._.kg_article = full._.kg_article
    return doc


def _closed(tags: list[str]) -> list[str]:
    """Entity tags with the marks inside an entity made part of it, and those at its edge left out."""
    closed = list(tags)
    for i, tag in enumerate(tags):
        if tag == "":
            following = next((t for t in tags[i + 1 :] if t), "O")
            closed[i] = following if following.startswith("I-") and i and closed[i - 1] != "O" else "O"
    return closed
