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
