"""Who gets a post, which the parser takes for a part of the post's name."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.extract.clauses import is_infinitive
from kg.extract.lexicon.people import HONORIFICS, PERSON_NOUNS, TITLE_NOUNS
from kg.extract.repairs.arcs import Arc
from kg.extract.tree import Doc, Token

_GIVING_POSTS: Final = frozenset(
    """appoint reappoint name elect re-elect reelect make nominate declare proclaim crown designate choose pick install
    anoint""".split()
)
_FOLLOWING: Final = frozenset("replace succeed follow".split())
_OFFICES: Final = frozenset("head chief secretary minister director leader speaker".split())
_FIELDS: Final = frozenset(
    "state staff government mission party security communications operations parliament".split()
)
_POSTED: Final = frozenset(
    """ambassador envoy commissioner minister secretary representative rapporteur coordinator governor director
    negotiator emissary undersecretary""".split()
)
_FARTHEST: Final = 7
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


def part_holders_from_posts(doc: Doc) -> Iterator[Arc]:
    """ "Made him his adviser": the parser takes whom somebody makes something for the subject of a clause."""
    for post in doc:
        verb = post.head
        if post.dep_ != "ccomp" or post.pos_ != "NOUN" or verb.lemma_ not in _GIVING_POSTS or post.i < verb.i:
            continue
        holders = [c for c in post.children if c.dep_ == "nsubj" and c.i > verb.i]
        if len(holders) == 1 and post.lemma_.lower() in PERSON_NOUNS and holders[0].left_edge.i == verb.i + 1:
            yield Arc(holders[0], verb, "dobj")
            yield Arc(post, verb, "oprd")


def choose_objects_for_tasks(doc: Doc) -> Iterator[Arc]:
    """ "Named Bo Ek to replace him", "named Bo Ek as envoy": the parser takes the name for what somebody is called."""
    for name in doc:
        verb = name.head
        if name.dep_ != "oprd" or name.pos_ != "PROPN" or verb.lemma_ not in _GIVING_POSTS or name.i < verb.i:
            continue
        tasked = any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.i > name.i for c in verb.children)
        tasked |= any(c.dep_ == "prep" and c.lower_ == "as" and c.i > name.i for c in verb.children)
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


def share_appointments(doc: Doc) -> Iterator[Arc]:
    """ "Named Ann Lee as minister and Bo Ek as envoy": the parser takes the second name for a second post."""
    for name in doc[1:-1]:
        post, following = name.head, name.nbor(1)
        if name.dep_ != "conj" or name.pos_ != "PROPN" or post.dep_ != "pobj" or following.lower_ != "as":
            continue
        verb = post.head.head
        first = [c for c in verb.children if c.dep_ == "dobj" and c.i < post.i]
        if post.head.lower_ == "as" and post.pos_ == "NOUN" and verb.pos_ == "VERB" and first:
            yield Arc(name, first[-1], "conj")
            yield Arc(following, name, "prep")


def free_tasks_of_appointed(doc: Doc) -> Iterator[Arc]:
    """ "Named Ann Lee as chief to replace Bo Ek": the parser takes what she is named for as told of the post."""
    for task in doc:
        post = task.head
        if task.dep_ not in ("relcl", "acl") or task.lemma_ not in _FOLLOWING or not is_infinitive(task):
            continue
        verb = post.head.head if post.dep_ == "pobj" and post.head.lower_ == "as" else post.head
        if verb.pos_ != "VERB" or verb.lemma_ not in _GIVING_POSTS or post.dep_ not in ("pobj", "oprd"):
            continue
        if any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
            yield Arc(task, verb, "xcomp")


def lead_posts_to_names(doc: Doc) -> Iterator[Arc]:
    """ "The envoy for Chad Ann Lee said": the parser takes the name for a part of what the post is for."""
    for office, preposition in pairwise(doc):
        if office.lower_ not in _POSTED or preposition.lower_ not in ("of", "for", "to"):
            continue
        begin, name = _name_behind(doc, preposition)
        if name is None or name == office.head or office in name.subtree:
            continue
        if office.dep_ != "dep":
            yield Arc(name, name if office.head == office else office.head, office.dep_)
        elif name.dep_ not in ("nsubj", "nsubjpass"):
            yield Arc(name, office.head, "nsubj")
        yield Arc(office, name, "nmod")
        yield Arc(preposition, office, "prep")
        yield Arc(doc[begin - 1], preposition, "pobj")


def _name_behind(doc: Doc, preposition: Token) -> tuple[int, Token | None]:
    """Where the name begins to which a post leads, and its last word; the model tells that somebody is named."""
    for i in range(preposition.i + 2, min(preposition.i + _FARTHEST, len(doc) - 1)):
        before, token = doc[i - 1], doc[i]
        if before.pos_ not in ("PROPN", "DET", "ADJ") or token.sent != preposition.sent:
            break
        if token.ent_type_ == "PERSON" and before.ent_type_ != "PERSON":
            end = i
            while end + 1 < len(doc) and doc[end + 1].ent_type_ == "PERSON":
                end += 1
            titled = before.lower_ in TITLE_NOUNS or before.lower_.rstrip(".") in HONORIFICS
            return i, doc[end] if end > i and before.pos_ == "PROPN" and not titled else None
    return 0, None


def _name_in(post: Token) -> Token | None:
    """The last word of the full name that the parser takes for the beginning of a post."""
    if post.pos_ != "NOUN" or post.lemma_.lower() not in PERSON_NOUNS:
        return None
    parts = [c for c in post.children if c.i < post.i]
    names = [c for c in parts if c.pos_ == "PROPN" and c.dep_ in _JOINED]
    if not names:
        return None
    name = names[-1]
    if name.nbor(1).tag_ == "PRP$":
        return name  # "appointed Lee his adviser"
    if name.ent_type_ != "PERSON" or name.nbor(-1).ent_type_ != "PERSON":
        return None
    described = any(c.i < name.i and c.dep_ in ("det", "poss", "amod") for c in parts)
    return None if described or name.nbor(1).text in ("'s", "’s", "-") else name
