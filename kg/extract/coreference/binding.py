"""Whom grammar says that a pronoun cannot be, or is likely to be: subjects of its verb, namesakes of its relatives."""

from collections.abc import Set as AbstractSet
from typing import Final

from kg.extract.lexicon.people import RELATIVES
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.words import SPEECH_VERBS
from kg.extract.tree import Doc, Token
from kg.model.keys import slug

_CIRCUMSTANCES: Final = frozenset("before after while when since without by upon on".split())
"""Words before a gerund that leave it to the subject of the verb above it."""
CHARGING_WITH: Final = word_set(
    """name appoint choose pick nominate elect hire select designate tap ask urge tell order persuade allow force want
    press pressure push encourage beg instruct advise compel command implore convince"""
)
"""Verbs whose object is to do what the infinitive says ("named Holm to succeed him")."""
_FAVOURS: Final = word_set(
    """back support endorse approve accept recognise recognize help join meet aid assist fund finance hear grant attend
    follow defend save protect lift ease pay heed respect consider review read buy pass adopt ratify confirm serve"""
)
"""What others are asked to do for one's own sake."""
_ORDERING: Final = word_set("order rule demand decree request recommend urge insist")
"""Verbs of those who say what others are to do or have done."""

_CHOOSING: Final = word_set("name appoint choose pick nominate hire select tap")
_FATES: Final = word_set(
    """arrest detention imprisonment release extradition deportation conviction sentence acquittal trial prosecution
    indictment resignation dismissal removal impeachment ouster bail parole pardon execution"""
)
"""What others decide about somebody."""
_DECIDING: Final = word_set(
    """order issue authorize authorise approve uphold overturn annul quash commute suspend reverse vacate confirm grant
    demand request reject block sign obtain secure revoke lift extend"""
)
_WRITS: Final = word_set("warrant order request demand appeal ruling verdict")


def subjects_of(verb: Token) -> frozenset[int]:
    """The subjects of a verb, those that it shares with the verb above it and whom "who" means included."""
    for _ in range(4):
        found = frozenset(c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
        if verb.dep_ == "xcomp" and (objects := objects_told(verb)):
            return objects
        if verb.dep_ == "relcl" and all(verb.doc[i].tag_ in ("WP", "WDT") for i in found):
            return found | {verb.head.i}
        if found or not (verb.dep_ in ("xcomp", "conj") or _is_purpose(verb) or _is_circumstance(verb)):
            return found
        verb = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return frozenset()


def subjects_above(noun: Token) -> frozenset[int]:
    """Who does something to what a noun means, and so is another: "Holm urged the president", "met with the mayor"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ in ("prep", "agent") else noun.head
    told = noun.dep_ in ("dobj", "dative") or (noun.dep_ == "pobj" and noun.head.lower_ != "as")
    return with_listed(noun.doc, subjects_of(verb)) if told and verb.pos_ == "VERB" else frozenset()


def objects_told(infinitive: Token) -> frozenset[int]:
    """Who is asked or appointed to do what an infinitive says, of the verb above it; nobody where it is no such verb."""
    verb = infinitive.head
    if verb.lemma_ not in CHARGING_WITH:
        return frozenset()
    return frozenset(c.i for c in verb.children if c.dep_ == "dobj" and c.i < infinitive.i)


def bidden(possessive: Token) -> frozenset[int]:
    """Who is told to do something with what a possessive determines ("told Holm to withdraw his troops").

    Favours are asked for what is one's own ("asked Holm to back his bid").
    """
    verb = possessive.head.head
    direct = possessive.dep_ == "poss" and possessive.head.dep_ == "dobj" and verb.dep_ == "xcomp"
    return objects_told(verb) if direct and verb.lemma_ not in _FAVOURS else frozenset()


def bidding(pronoun: Token) -> frozenset[int]:
    """Who tells another to do something to whom a pronoun means ("urged Holm to meet him")."""
    order = pronoun.head
    told = pronoun.dep_ in ("dobj", "dative") and order.dep_ == "xcomp" and objects_told(order)
    return frozenset(c.i for c in order.head.children if c.dep_ == "nsubj") if told else frozenset()


def replaced_by(pronoun: Token) -> frozenset[int]:
    """Who chooses somebody to replace whom a pronoun means, and so is another ("named Ek to replace him")."""
    task = pronoun.head
    chosen = pronoun.dep_ == "dobj" and task.lemma_ == "replace" and task.dep_ in ("xcomp", "advcl", "relcl")
    chooser = task.head if task.head.pos_ == "VERB" else task.head.head
    if not chosen or chooser.lemma_ not in _CHOOSING:
        return frozenset()
    return frozenset(c.i for c in chooser.children if c.dep_ == "nsubj")


def with_listed(doc: Doc, subjects: AbstractSet[int]) -> frozenset[int]:
    """Subjects with whom "and" or an apposition joins to them."""
    joined = (c.i for i in subjects for c in doc[i].subtree if c.dep_ in ("conj", "appos"))
    return frozenset(subjects) | frozenset(joined)


def is_under_order(token: Token) -> bool:
    """Whether a pronoun is the subject of what somebody orders or rules ("the judge ordered that he be held")."""
    clause = token.head
    told = token.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "ccomp"
    return told and clause.head.lemma_ in _ORDERING


def deciders(token: Token) -> frozenset[int]:
    """The subjects of a verb that decides the fate of whoever a possessive means ("issued a warrant for his arrest")."""
    fate = token.head
    if token.dep_ != "poss" or fate.lemma_.lower() not in _FATES:
        return frozenset()
    above = fate.head.head if fate.dep_ == "pobj" else fate.head
    written = above.dep_ == "dobj" and above.lemma_.lower() in _WRITS
    verb = above.head if written else above
    decided = verb.lemma_ in _DECIDING and (written or fate.dep_ == "dobj")
    return subjects_of(verb) if decided else frozenset()


def doing_together(token: Token) -> frozenset[int]:
    """Those who together do something to what a singular possessive determines: "Chad and Niger bombed its towns"."""
    owned = token.head
    if token.dep_ != "poss" or owned.dep_ != "dobj" or token.lower_ not in ("its", "his", "her"):
        return frozenset()
    subjects = [c for c in owned.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    several = [subject for subject in subjects if any(c.dep_ == "conj" for c in subject.children)]
    return with_listed(token.doc, frozenset(subject.i for subject in several))


def surname_of_kin(token: Token) -> str:
    """The surname of the relative whom a possessive goes with ("his brother Ahmad Habibi"), as keys have it; or nothing."""
    kin = token.head
    if token.dep_ != "poss" or kin.lemma_.lower() not in RELATIVES or kin.i < token.i:
        return ""
    names: list[str] = []
    for word in kin.doc[kin.i + 1 : kin.sent.end]:
        if word.pos_ != "PROPN" and not (word.text == "," and not names):
            break
        names.append(word.text)
    return slug(names[-1]) if len(names) > 1 and names[-1] != "," else ""


def _is_purpose(verb: Token) -> bool:
    """Whether it is what the subject of the active verb above it means to do: "called Holm to thank her"."""
    infinitive = verb.dep_ == "advcl" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and not any(c.dep_ == "auxpass" for c in verb.head.children)


def _is_circumstance(verb: Token) -> bool:
    """Whether it is what the subject of the verb above it does besides: "fired Holm, replacing him", "before firing him"."""
    if verb.tag_ != "VBG" or any(c.dep_ == "auxpass" for c in verb.head.children):
        return False
    return verb.dep_ == "advcl" or (verb.dep_ == "pcomp" and verb.head.lower_ in _CIRCUMSTANCES)


def says(speaker: Token, pronoun: Token) -> bool:
    """Whether a pronoun is the subject of what somebody says: "Holm, who had left, said he would return"."""
    said = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or said.dep_ != "ccomp" or said.i < said.head.i:
        return False
    return said.head.lemma_ in SPEECH_VERBS and speaker.head == said.head and speaker.dep_ == "nsubj"


def is_inside_subject(token: Token, other: Token) -> bool:
    """Whether the other only stands inside a subject, and in no clause there: that of the verb whose object the pronoun is.

    Or that of the main verb, where the pronoun is the subject of a clause under it: "Her aunt left before she was fined".
    """
    verb = token.head
    if token.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "advcl" and verb.i > verb.head.i:
        verb = verb.head
    elif token.dep_ not in ("dobj", "dative"):
        return False
    subjects = {c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")}
    while other.i not in subjects and other.head != other and other.dep_ not in ("relcl", "acl"):
        other = other.head
        if other.i in subjects:
            return True
    return False
