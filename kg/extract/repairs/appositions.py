"""Names and descriptions that explain what stands before them, and that the parser takes for something else."""

from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon.people import PERSON_NOUNS, RELATIVES, TITLE_NOUNS
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_CLOSE: Final = frozenset(
    "key close former longtime long-time fierce vocal prominent outspoken staunch chief main fellow".split()
)
"""What tells somebody's part rather than his name or post."""
_ASTRAY: Final = frozenset("dobj npadvmod oprd dep".split())
_ENDS: Final = frozenset("nsubj nsubjpass dobj pobj dative".split())
_ONE: Final = frozenset("the a an his her its their".split())


def hang_names_on_nouns(doc: Doc) -> Iterator[Arc]:
    """ "Fired her superior, Minister Bo Ek": the parser takes the name for a time."""
    for name in doc:
        if name.dep_ != "npadvmod" or name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
            continue
        comma = name.left_edge.i - 1
        noun = _noun_ending_at(doc[comma - 1]) if comma > 0 and doc[comma].text == "," else None
        if noun is not None and noun != name:
            yield Arc(name, noun, "appos")


def hang_members_on_groups(doc: Doc) -> Iterator[Arc]:
    """ "To free three aides, among them Bo Ek": the parser takes the name for what something else is done to."""
    for them in doc[1:-1]:
        if them.lower_ != "them" or them.nbor(-1).lower_ != "among":
            continue
        name = them.nbor(1)
        while name.dep_ in ("compound", "nmod", "amod") and name.head.i > name.i:
            name = name.head
        comma = them.i - 2
        if name.pos_ != "PROPN" or name.dep_ not in _ASTRAY or comma < 1 or doc[comma].text != ",":
            continue
        group = doc[comma - 1]
        if group.tag_ in ("NNS", "NNPS") and group.head.i < group.i:
            yield Arc(name, group, "conj")


def explain_by_short_names(doc: Doc) -> Iterator[Arc]:
    """ "The head of the People's Party, or PP, Ann Lee": the parser takes the short name for a second party."""
    for short in doc:
        if short.dep_ != "conj" or not _is_short_name(short):
            continue
        name = short.nbor(-3)
        yield Arc(short, name, "appos")
        noun = name.head.head if name.dep_ == "pobj" else name
        yield from (Arc(c, noun, "appos") for c in short.children if c.dep_ == "appos" and c.pos_ == "PROPN")


def _is_short_name(word: Token) -> bool:
    """Whether a word in capitals stands behind a name and ", or", and before a comma."""
    if not word.text.isupper() or len(word.text) < 2 or word.i < word.sent.start + 3:
        return False
    behind = word.nbor(-1).lower_ == "or" and word.nbor(-2).text == "," and word.nbor(-3).pos_ == "PROPN"
    return behind and word.i + 1 < word.sent.end and word.nbor(1).text in (",", ";", ".")


def explain_by_second_descriptions(doc: Doc) -> Iterator[Arc]:
    """ "Arrested the mayor of Bern and key rival to the president": one article, so it is one person."""
    for second in doc:
        first = second.head
        joined = second.dep_ == "conj" and second.i > first.i and first.dep_ in _ENDS
        if not (joined and _is_one(first) and _is_one(second)):
            continue
        told = any(c.dep_ == "prep" and c.i > first.i for c in first.children)
        weighed = any(c.lower_ in _CLOSE for c in second.children)
        opened = [c for c in second.children if c.dep_ in ("det", "poss", "nummod")]
        if (told or weighed) and not opened and any(c.lower_ in _ONE for c in first.children):
            yield Arc(second, first, "appos")


def _is_one(noun: Token) -> bool:
    people = noun.lemma_.lower() in PERSON_NOUNS | TITLE_NOUNS and noun.lemma_.lower() not in RELATIVES
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
    many = verb is not None and any(
        t.tag_ == "VBP" or t.lower_ == "were" for t in (verb, *verb.children) if t.dep_ != "conj"
    )
    return noun.tag_ == "NN" and noun.pos_ == "NOUN" and people and not many


def _noun_ending_at(token: Token) -> Token | None:
    """The largest noun phrase without a name that ends with a token."""
    found, current = None, token
    while current.right_edge == token:
        if current.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass", "attr") and current.pos_ in ("NOUN", "ADJ"):
            found = current
        if current.head == current:
            break
        current = current.head
    return found
