"""Attacks in words, and other senses of a verb that its surroundings give away."""

from collections.abc import Collection
from typing import Final

from kg.extract.lexicon.people import words
from kg.extract.tree import Token
from kg.model import EntityType

ALLIED: Final = "alliedWith"
APPOINTED: Final = "appointed"
ARRESTED: Final = "arrested"
ATTACKED: Final = "attacked"
CONDEMNED: Final = "condemned"
CONVICTED: Final = "convicted"
PROTESTED: Final = "protestedAgainst"
DEFEATED: Final = "defeated"
DISMISSED: Final = "dismissed"
INVESTIGATED: Final = "investigated"
INVESTED: Final = "invested"
LEADS: Final = "leads"
MET: Final = "metWith"
OPPOSES: Final = "opposes"
RELEASED: Final = "released"
SUPPORTED: Final = "supported"
SUED: Final = "sued"
THREATENED: Final = "threatened"
URGED: Final = "urged"
VISITED: Final = "visited"
_ATTACKS: Final = words("attack assault broadside")
_VERBAL: Final = words(
    """verbal scathing extraordinary blistering stinging withering veiled rhetorical personal political partisan
    racist online sharp vicious vitriolic ad-hominem strongest latest"""
)
"""What only attacks in words are."""

_NAMING: Final = words(
    """call accuse describe say brand label dub claim argue criticize criticise denounce mock ridicule tell insist
    declare question blame deride"""
)
"""What those who attack in words do by it."""

_ARMED: Final = words(
    "army military force navy militia troop soldier militant rebel fighter gunman air jet warplane drone"
)
_WARLIKE: Final = words(
    "air drone missile rocket artillery military retaliatory deadly precision pre-emptive preemptive aerial bombing"
)
_LAUNCHING: Final = words("launch carry conduct unleash")
"""What tells a strike of bombs from one of workers: who strikes, with what, or the verb."""

_PUBLIC: Final = words(
    """ministry department directorate agency command commission committee parliament government party council army police
    force office bureau presidency secretariat service treasury embassy mission court regiment brigade unit"""
)
"""What is taken over by its new head, not by a buyer."""

_LAW: Final = words(
    """police policeman detective officer prosecutor agent agency investigator inspector authority directorate
    customs fbi bureau regulator watchdog prosecution"""
)
"""Whose raids are searches."""

_COURTS: Final = words("court judge jury tribunal magistrate bench")
"""Who sentences those whom it jails."""

_JUDGES: Final = words("judge jury juror magistrate justice panel inquiry investigator prosecutor police")
"""Who can clear somebody of a charge."""
_TYING: Final = words("link tie connect")
"""With an object, to say that others have ties."""

_AWARDS: Final = words("prize award oscar medal order grammy emmy honor honour")
_ENVOYS: Final = words("ambassador envoy diplomat attaché consul delegation mission")
_LAWYERS: Final = words("lawyer attorney counsel barrister solicitor advocate")
_PENALTIES: Final = words(
    """consequence retaliation action sanction punishment response reprisal attack war measure arrest prosecution
    force strike repercussion revenge tariff cost"""
)
"""What a threat warns of; a friend warns of other things."""

_PLOTTED: Final = words(
    "planned imminent impending possible potential terrorist terror plotted alleged suspected"
)
_PLOTTING: Final = words("plot conspire scheme")
"""How nobody goes about an attack in words."""

_SPEECHES: Final = words(
    """tweet speech interview statement post letter op-ed column editorial advert advertisement ad debate
    broadcast article essay remark sermon rant tirade tweetstorm twitter facebook podcast video rally manifesto"""
)
"""In or on what somebody attacks with words."""

_OUSTING: Final = words("oust unseat topple remove depose dislodge")
_VOTES: Final = words(
    "election by-election primary runoff run-off landslide ballot race upset poll referendum vote"
)
"""In what a rival is ousted by the voters."""

_WELCOMING: Final = words("welcome receive host")
_HOUSED: Final = words(
    """office headquarters base tribunal court embassy consulate mission secretariat branch agency bank plant company
    tournament"""
)
"""What a state or a town is host to for good."""
_TURNING: Final = words("go turn complain appeal report resort apply return move")
"""What somebody does who takes a matter to a court or an authority."""
_CARRIERS: Final = words("airline carrier company operator")
"""Who flies to a place as a business."""
_REASONS: Final = words("over for as")
_TIMES: Final = frozenset(("DATE", "TIME", "CARDINAL"))
_HURLED: Final = words(
    "question call message email letter request complaint demand praise criticism tweet abuse"
)
"""What people are bombarded with in peace."""


def relation_meant(relation: str, trigger: Token, subject: EntityType, called: Collection[str]) -> str | None:
    """The relation in the sense that the trigger's surroundings give it; None where it is none of ours.

    Args:
        subject: the type of who does it.
        called: the nouns by which the article calls who does it.
    """
    lemma = trigger.lemma_.lower()
    if lemma == "strike" and trigger.pos_ == "NOUN" and relation in (ATTACKED, PROTESTED):
        armed = subject is EntityType.COUNTRY or not _ARMED.isdisjoint(called) or _is_armed_strike(trigger)
        return relation if armed == (relation == ATTACKED) else None
    if relation == PROTESTED and _launches_strikes(trigger) and subject is EntityType.COUNTRY:
        return None
    if lemma == "oppose" and trigger.i and trigger.nbor(-1).lower_ == "as":
        return None
    if relation == OPPOSES and lemma == "vote" and _is_against_it(trigger):
        return None
    if relation == ATTACKED and lemma == "clash" and _is_of_one(trigger, subject, called):
        return OPPOSES
    if relation == CONVICTED and lemma == "clear" and _is_allowed(trigger):
        return None
    if relation == URGED and lemma == "appeal" and _goes_to_court(trigger):
        return None
    if relation == INVESTED and lemma == "take" and subject is EntityType.PERSON and _is_handed_over(trigger):
        return None
    untried = any(c.lower_ == "pending" for c in trigger.children) or _is_on_suspicion(trigger)
    jailed = relation == ARRESTED and lemma in ("jail", "imprison") and not untried
    if jailed and not _COURTS.isdisjoint(called):
        return CONVICTED
    if relation == LEADS and lemma == "rule" and not (_COURTS | _JUDGES).isdisjoint(called):
        return None
    if relation == RELEASED and lemma in ("exchange", "swap", "trade") and _is_of_envoys(trigger):
        return None
    if relation == APPOINTED and lemma == "nominate" and _is_for_award(trigger):
        return SUPPORTED
    if relation == SUED and not _COURTS.isdisjoint(called):
        return None
    if relation == SUPPORTED and lemma == "defend" and not _LAWYERS.isdisjoint(called):
        return None
    if relation == MET and lemma in _WELCOMING and _is_of_things(trigger):
        return None
    if relation == THREATENED and lemma == "threaten" and _would_turn_to_somebody(trigger):
        return None
    if relation == VISITED and lemma == "fly" and not _CARRIERS.isdisjoint(called):
        return None
    if relation == MET and lemma == "call" and any(c.lower_ in ("for", "to") for c in trigger.children):
        return None
    if relation == ALLIED and lemma in _TYING and any(c.dep_ == "dobj" for c in trigger.children):
        return None
    if (
        relation == CONVICTED
        and lemma == "clear"
        and subject is EntityType.PERSON
        and _JUDGES.isdisjoint(called)
    ):
        return None
    if (
        relation == INVESTED
        and lemma == "take"
        and any(c.lemma_.lower() in _PUBLIC for c in trigger.children)
    ):
        return None
    if relation == DISMISSED and lemma == "dismiss" and _is_described(trigger):
        return CONDEMNED
    if relation == DISMISSED and lemma in _OUSTING and _is_by_vote(trigger):
        return DEFEATED
    warned = relation == THREATENED and lemma in ("warn", "caution")
    if warned and (_is_of_danger(trigger) or (trigger.dep_ == "xcomp" and trigger.head.lemma_ == "fail")):
        return None
    if relation != ATTACKED:
        return relation
    if lemma == "come" and subject is EntityType.PERSON and _ARMED.isdisjoint(called):
        return CONDEMNED  # "came under fire from the mayor"
    if lemma == "raid" and not _LAW.isdisjoint(called):
        return INVESTIGATED
    if any(c.lower_ == "with" and _is_hurled(c) for c in trigger.children):
        return None
    if lemma not in _ATTACKS:
        attack = next((c for c in trigger.children if c.dep_ == "dobj" and c.lemma_ in _ATTACKS), None)
        if attack is None or not (_is_called_verbal(attack) or _goes_on_in_words(trigger)):
            return relation
        return CONDEMNED
    verbal = _is_called_verbal(trigger) or _goes_on_in_words(_clause_of(trigger)) or _has_reason(trigger)
    verbal = verbal or _is_in_words(trigger)
    return CONDEMNED if verbal else ATTACKED


def _is_against_it(verb: Token) -> bool:
    """Whether the vote is on what has been told before ("voted against it")."""
    return any(noun.lower_ == "it" for c in verb.children if c.lower_ == "against" for noun in c.children)


def _is_of_one(verb: Token, subject: EntityType, called: Collection[str]) -> bool:
    """Whether somebody clashes who has no force behind him, and so does it in words ("Holm clashed with Lee")."""
    if subject is not EntityType.PERSON or not _ARMED.isdisjoint(called):
        return False
    return any(c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP", "PRP") for c in verb.children)


def _is_handed_over(verb: Token) -> bool:
    """Whether something is taken over from somebody rather than bought ("took over the club from Ann Lee")."""
    return any(noun.ent_type_ == "PERSON" for c in verb.children if c.lower_ == "from" for noun in c.children)


def _is_on_suspicion(verb: Token) -> bool:
    """Whether somebody is jailed before he is tried ("jailed on suspicion of fraud")."""
    return any(noun.lemma_ == "suspicion" for c in verb.children if c.lower_ == "on" for noun in c.children)


def _is_for_award(verb: Token) -> bool:
    """Whether somebody is to be honoured rather than to get a post ("nominated him for the Nobel Peace Prize")."""
    reasons = (noun for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for noun in c.children)
    return any(noun.lemma_.lower() in _AWARDS for noun in reasons)


def _is_of_envoys(verb: Token) -> bool:
    """Whether states exchange those who stand for them, rather than prisoners."""
    return any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_.lower() in _ENVOYS for c in verb.children)


def _is_armed_strike(strike: Token) -> bool:
    return (
        not _WARLIKE.isdisjoint(c.lower_ for c in strike.children)
        or strike.head.lemma_ in _LAUNCHING
        or any(c.lower_ in ("on", "in", "at") for c in strike.children)
    )


def _clause_of(trigger: Token) -> Token:
    """The verb of which an event noun is the object, or the verb itself."""
    while trigger.pos_ not in ("VERB", "AUX") and trigger.head != trigger:
        trigger = trigger.head
    return trigger


def _is_called_verbal(trigger: Token) -> bool:
    return any(c.lower_ in _VERBAL or c.lower_ == "verbally" for c in trigger.children)


def _goes_on_in_words(verb: Token) -> bool:
    return any(
        c.i > verb.i and c.dep_ in ("advcl", "xcomp", "conj") and c.tag_ == "VBG" and c.lemma_ in _NAMING
        for c in verb.children
    )


def _has_reason(verb: Token) -> bool:
    """Whether a verb is for what somebody did or said ("attacked Peru over its plans")."""
    return (
        verb.pos_ == "VERB"
        and verb.head.lemma_ not in _PLOTTING
        and any(
            c.dep_ == "prep"
            and c.lower_ in _REASONS
            and not any(
                noun.ent_type_ in _TIMES or noun.lemma_ in ("hour", "day", "time") for noun in c.children
            )
            for c in verb.children
        )
    )


def _is_in_words(trigger: Token) -> bool:
    """Whether an attack is made in a speech or the like ("attacked him in a tweet", "a tweet attacking him")."""
    if trigger.dep_ == "acl" and trigger.head.lemma_.lower() in _SPEECHES:
        return True
    told = (
        noun for c in trigger.children if c.dep_ == "prep" and c.lower_ in ("in", "on") for noun in c.children
    )
    return any(noun.dep_ == "pobj" and noun.lemma_.lower() in _SPEECHES for noun in told)


def _is_hurled(preposition: Token) -> bool:
    return any(noun.lemma_ in _HURLED for noun in preposition.children)


def _is_of_danger(verb: Token) -> bool:
    """Whether a warning is about something that the one who warns does not mean to do."""
    return any(
        c.lower_ == "about" or (c.lower_ == "of" and not any(map(_is_penalty, c.children)))
        for governor in (verb, *(noun for noun in verb.children if noun.dep_ in ("dobj", "nsubjpass")))
        for c in governor.children
        if c.dep_ == "prep" and c.i > verb.i
    )


def _is_penalty(noun: Token) -> bool:
    """Whether it may be the threat of the one who warns of it; plots that he has heard of are none."""
    return noun.lemma_ in _PENALTIES and not any(c.lower_ in _PLOTTED for c in noun.children)


def _is_by_vote(verb: Token) -> bool:
    """Whether somebody is ousted at the polls ("ousted the premier in last month's election")."""
    told = (noun for c in verb.children if c.lower_ in ("in", "at") for noun in c.children)
    return any(noun.dep_ == "pobj" and noun.lemma_.lower() in _VOTES for noun in told)


def _is_described(verb: Token) -> bool:
    """Whether what follows "as" is an opinion rather than a post ("dismissed him as a lightweight", "as naive")."""
    told = (noun for c in verb.children if c.lower_ == "as" and c.dep_ == "prep" for noun in c.children)
    return any(
        noun.dep_ == "pobj" and (noun.pos_ == "ADJ" or any(c.lower_ in ("a", "an") for c in noun.children))
        for noun in told
    )


def _launches_strikes(verb: Token) -> bool:
    return any(c.dep_ == "dobj" and c.lemma_.lower() == "strike" for c in verb.children)


def _is_of_things(verb: Token) -> bool:
    """Whether what is welcomed is what has been told before ("it"), or what is hosted has its seat there."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    return any(c.lower_ == "it" or (verb.lemma_ == "host" and c.lemma_.lower() in _HOUSED) for c in objects)


def _would_turn_to_somebody(verb: Token) -> bool:
    """Whether a threat is to go to somebody, who is not its target ("threatened to complain to the regulator")."""
    return any(
        c.dep_ == "xcomp"
        and c.lemma_ in _TURNING
        and any(p.dep_ == "prep" and p.lower_ == "to" for p in c.children)
        and not any(p.dep_ == "dobj" for p in c.children)
        for c in verb.children
    )


def _goes_to_court(appeal: Token) -> bool:
    """Whether an appeal is a step of a lawsuit, and asks the court for nothing in particular."""
    if any(c.dep_ in ("xcomp", "acl", "advcl", "ccomp") and c.i > appeal.i for c in appeal.children):
        return False
    to = (c for c in appeal.children if c.dep_ == "prep" and c.lower_ == "to")
    return any(o.lemma_.lower() in _COURTS for p in to for o in p.children)


def _is_allowed(clearing: Token) -> bool:
    """Whether somebody is cleared to do something, rather than of having done it."""
    deeds = (c for c in clearing.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > clearing.i)
    return any(c.tag_ == "VB" and c.left_edge.lower_ == "to" for c in deeds)
