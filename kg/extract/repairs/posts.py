"""Who gets a post, which the parser takes for a part of the post's name."""

from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_GIVING_POSTS: Final = frozenset(
    """appoint reappoint name elect re-elect reelect make nominate declare proclaim crown designate choose pick install
    anoint""".split()
)
_OFFICES: Final = frozenset("head chief secretary minister director leader speaker".split())
_FIELDS: Final = frozenset(
    "state staff government mission party security communications operations parliament".split()
)
_JOINED: Final = frozenset(("compound", "nmod", "amod", "poss"))


def part_names_from_posts(doc: Doc) -> Iterator[Arc]:
    """ "Elected Anna Kern president": the name is the object, and the post is what it is made."""
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_ not in _GIVING_POSTS:
            continue
        for post in verb.children:
            name = _name_in(post) if post.i > verb.i and post.dep_ in ("dobj", "oprd", "attr") else None
            if name is not None:
                yield Arc(name, verb, "dobj")
                yield Arc(post, verb, "oprd")
                yield from (Arc(c, name, c.dep_) for c in post.children if c.i < name.i)
                yield from (Arc(c, name, "compound") for c in verb.children if verb.i < c.i < name.i)


def choose_objects_for_tasks(doc: Doc) -> Iterator[Arc]:
    """ "Named Israel Katz to replace him": the parser takes the name for what somebody is called."""
    for name in doc:
        verb = name.head
        if name.dep_ != "oprd" or name.pos_ != "PROPN" or verb.lemma_ not in _GIVING_POSTS or name.i < verb.i:
            continue
        tasked = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i > name.i for c in verb.children)
        if tasked and not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
            yield Arc(name, verb, "dobj")


def part_names_from_offices(doc: Doc) -> Iterator[Arc]:
    """ "Former head of state Ann Lee": the parser takes what the office is of for a part of the name."""
    for of in doc[1:-2]:
        office = of.head
        if of.lower_ != "of" or of.dep_ != "prep" or office.i != of.i - 1 or office.lower_ not in _OFFICES:
            continue
        name = next((c for c in of.children if c.dep_ == "pobj" and c.ent_type_ == "PERSON"), None)
        field = doc[of.i + 1]
        if name is not None and field.pos_ == "NOUN" and field.head == name and field.lower_ in _FIELDS:
            yield Arc(field, of, "pobj")
            yield Arc(name, office, "appos")


def _name_in(post: Token) -> Token | None:
    """The last word of the full name that the parser takes for the beginning of a post."""
    if post.pos_ != "NOUN" or post.lemma_.lower() not in PERSON_NOUNS:
        return None
    parts = [c for c in post.children if c.i < post.i]
    names = [c for c in parts if c.ent_type_ == "PERSON" and c.dep_ in _JOINED]
    if not names or names[-1].nbor(-1).ent_type_ != "PERSON":
        return None
    name = names[-1]
    described = any(c.i < name.i and c.dep_ in ("det", "poss", "amod") for c in parts)
    return None if described or name.nbor(1).text in ("'s", "’s", "-") else name
