"""What a frame asks of its trigger besides its two ends: nouns, particles, clauses, the right lemma."""

from collections.abc import Callable, Mapping

from kg.extract.frames import VerbFrame
from kg.extract.lexicon.people import PERSON_NOUNS
from kg.extract.lexicon.politics import CONTESTED, RULING, WORKERS
from kg.extract.predicates import AGREEMENTS, OTHER_SENSES, VerbArguments, is_passive
from kg.extract.tree import Token

_PASTS = {
    "overthrew": "overthrow",
    "oversaw": "oversee",
    "outran": "outrun",
    "slew": "slay",
}
"""Past tenses that the lemmatizer leaves as they are where the tagger takes them for something else."""
_STATES = frozenset("court dock helm power office jail prison bar trial back gone dead safe free as".split())
"""Where or how one sees somebody without meeting him."""


def known_lemma(lemma: str, known: Mapping[str, object]) -> str:
    """The lemma, or what the lemmatizer should have made of it ("quelled" gives "quel", "targetted" gives "targette")."""
    guesses = (lemma, _PASTS.get(lemma, lemma), lemma + "e", lemma + lemma[-1:], lemma[:-1])
    return next((guess for guess in guesses if guess in known), lemma)


def fulfils(arguments: VerbArguments, frame: VerbFrame) -> bool:
    """Whether a verb has the nouns, particles and clauses that a frame asks for, and no others that change it."""
    if not frame.words.issuperset(arguments.particles):
        return False
    if frame.particles and not all(arguments.has_particle(word) for word in frame.particles):
        return False
    if _has_object_unasked(arguments, frame) or _is_place_of_protest(arguments, frame):
        return False
    if _has_another_sense(arguments.verb, frame):
        return False
    for role, lemmas in frame.lexical:
        if arguments.words(role).isdisjoint(lemmas):
            return False
    for role in frame.filled:
        if not arguments.role(role) and not (role == "obj" and arguments.has_clause()):
            return False
    return not frame.clause or arguments.has_infinitive()


def _has_object_unasked(arguments: VerbArguments, frame: VerbFrame) -> bool:
    """Whether a verb that the frame knows without an object has one ("traded insults with")."""
    if not frame.forbids_object:
        return False
    told = [c for c in arguments.verb.children if c.dep_ == "dobj" and c.lemma_.lower() not in AGREEMENTS]
    if not told or any(
        c.dep_ in ("prt", "advmod") and f"pp:{c.lower_}" in frame.roles for c in arguments.verb.children
    ):
        return False
    return any(not _follows_phrase(c, frame.object) for c in told)


def _follows_phrase(noun: Token, role: str) -> bool:
    """Whether a noun stands after the phrase that the frame asks for: the parser has given the verb another's object."""
    return any(c.dep_ == "prep" and f"pp:{c.lower_}" == role and c.i < noun.i for c in noun.head.children)


def _is_place_of_protest(arguments: VerbArguments, frame: VerbFrame) -> bool:
    """Whether another is protested against where the frame's end only stands by ("outside the court against O")."""
    return frame.object.startswith("pp:outside") and any(
        c.lower_ in ("against", "at") for c in arguments.verb.children
    )


def _has_another_sense(verb: Token, frame: VerbFrame) -> bool:
    if frame.verb == "see" and _is_imagined(verb):
        return True
    if frame.verb == "force" and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        return True  # "lost the vote, forcing Holm to look for another": what happened does it
    if frame.relation in _OTHERWISE and _OTHERWISE[frame.relation](verb):
        return True
    if frame.verb == "lose" and frame.object in ("pp:in", "pp:with") and _loses_vote(verb):
        return True
    if frame.verb == "call" and frame.object == "pp:on" and _calls_for(verb):
        return True
    if frame.verb == "appeal" and any(c.lower_ == "against" for c in verb.children):
        return True  # "appealed against his extradition to Chad"
    if frame.relation == "urged" and frame.verb in ("call", "want") and _is_done_to_whom_it_names(verb):
        return True
    if frame.verb == "hand" and frame.relation == "succeeded" and is_passive(verb):
        return True  # "he was handed over to the police"
    telling = OTHER_SENSES.get(frame.verb)
    return telling is not None and any(
        token.lemma_.lower() in telling
        for child in verb.children
        if child.dep_ in ("dobj", "npadvmod", "oprd") or child.lower_ == "as"
        for token in (child, *(c for c in child.children if c.dep_ in ("appos", "pobj")))
    )


def _calls_for(verb: Token) -> bool:
    """Whether something is called for before it is told on whom ("called for sanctions on Chad")."""
    wanted = min((c.i for c in verb.children if c.lower_ == "for" and c.i > verb.i), default=None)
    return wanted is not None and wanted < min(
        (t.i for t in verb.subtree if t.lower_ == "on" and t.i > verb.i), default=0
    )


def _is_done_to_whom_it_names(verb: Token) -> bool:
    """Whether others are to do it to whom the clause names ("called for him to be freed", "wants him removed")."""
    wanted = (c for c in verb.children if c.i > verb.i and c.dep_ in ("ccomp", "xcomp", "advcl"))
    return any(c.dep_ == "nsubjpass" for clause in wanted for c in clause.children)


def _forms_government(verb: Token) -> bool:
    """Whether somebody comes to govern, rather than founds a body ("asked him to form a government")."""
    return verb.lemma_ in ("form", "build") and any(
        c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in RULING for c in verb.children
    )


def _lays_down_work(verb: Token) -> bool:
    """Whether a strike is one of workers ("the union staged a strike against the railway")."""
    if not any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() == "strike" for c in verb.children):
        return False
    return any(c.dep_ in ("nsubj", "agent") and _is_of_workers(c) for c in verb.children)


def _is_of_workers(subject: Token) -> bool:
    named = (*subject.subtree,) if subject.dep_ == "agent" else (subject, *subject.children)
    return any(word.lemma_.lower() in WORKERS for word in named)


def _runs_for_post(verb: Token) -> bool:
    """Whether a bid is one for a post rather than for a firm ("launched a bid for the leadership")."""
    bids = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() == "bid")
    ends = (p for noun in (verb, *bids) for p in noun.children if p.dep_ == "prep" and p.lower_ == "for")
    return any(noun.lemma_.lower() in CONTESTED for p in ends for noun in p.children)


_OTHERWISE: Mapping[str, Callable[[Token], bool]] = {
    "attacked": _lays_down_work,
    "founded": _forms_government,
    "invested": _runs_for_post,
    "offered": _runs_for_post,
}
"""By relation, in what sense of politics or work its verbs do not say it."""


def _loses_vote(verb: Token) -> bool:
    """Whether a vote of confidence is lost, rather than confidence."""
    return any(c.dep_ == "dobj" and c.lemma_ in ("vote", "motion") for c in verb.children)


def _is_imagined(verb: Token) -> bool:
    """Whether somebody is seen in a state, rather than met: "wants to see him back", "see you in court", "saw her leave"."""
    phrases = [c for c in verb.subtree if c.i > verb.i and c.dep_ == "pobj"]
    return any(c.dep_ in ("ccomp", "xcomp", "oprd", "acomp") for c in verb.children) or any(
        word.lemma_.lower() in _STATES for word in (*verb.children, *phrases)
    )


def hyphenated_parts(word: Token, prefix: bool) -> tuple[Token | None, Token | None]:
    """The name beside the hyphen and the noun that the whole modifies."""
    doc, i = word.doc, word.i
    if prefix:
        if i + 2 >= len(doc) or doc[i + 1].text != "-":
            return None, None
        inner = doc[i + 2]
        while inner.i + 1 < len(doc) and inner.nbor(1).ent_type_ and inner.nbor(1).ent_iob_ == "I":
            inner = inner.nbor(1)
    else:
        if i < 2 or doc[i - 1].text != "-":
            return None, None
        inner = doc[i - 2]
    outer = word if prefix else word.head
    span = {word.i, inner.i}
    for _ in range(4):
        if outer.i not in span and outer.pos_ in ("NOUN", "PROPN") and outer.i > max(span):
            return inner, _named_behind(outer)
        outer = outer.head
    return inner, None


def _named_behind(noun: Token) -> Token:
    """The name that a noun stands before as a title ("Danish-born striker Ole Holm"), or the noun itself."""
    titled = noun.dep_ == "compound" and noun.lemma_ in PERSON_NOUNS and noun.head.pos_ == "PROPN"
    return noun.head if titled and noun.head.i > noun.i else noun
