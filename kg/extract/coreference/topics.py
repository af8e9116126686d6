"""What the text goes on about: whom or what the sentence before is about, and who else it names."""

from typing import Final

from kg.extract.coreference.body_words import PLAIN_FIRMS, STATE_BANKS, SUPERLATIVES, TOPICAL, TRADES
from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import RolesSeen
from kg.extract.coreference.salience import History, Seen
from kg.extract.mentions.nominals import Nominal
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType

OWN_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
CHARGING: Final = frozenset({"accuse", "suspect", "convict", "charge", "blame", "acquit"})
NEAR: Final = 2
"""How many sentences back somebody is still whom the text goes on about."""


def others(
    words: Words, history: History, local: LocalEntities, nominal: Nominal, kind: EntityType
) -> list[str]:
    """Whom else the last sentence names that names any of a kind, beside its subject and who acts in the phrase's own."""
    if is_told(words.doc[nominal.head]):
        return []
    here = words.sentence[nominal.head]
    own = {s.mention.entity for s in history.seen if s.sentence == here}
    for sentence in range(here - 1, max(here - NEAR, 0) - 1, -1):
        fitting = [
            s.mention
            for s in history.seen
            if s.sentence == sentence and s.mention.type is kind and _is_one_named(s, local)
        ]
        if fitting:
            rest = [e for e in dict.fromkeys(m.entity for m in fitting) if e not in own]
            main = next((m.entity for m in fitting if _leads(words.doc[m.head])), None)
            return [e for e in rest if e != main] if len(rest) > 1 else rest
    return []


def topic(
    words: Words, history: History, local: LocalEntities, nominal: Nominal, kind: EntityType
) -> str | None:
    """What the last sentence that names any of a kind is about, where the phrase opens its own sentence as subject."""
    token = words.doc[nominal.head]
    if nominal.start - token.sent.start > 1 or not is_subject(token) or is_told(token):
        return None
    here = words.sentence[nominal.head]
    for sentence in range(here - 1, max(here - NEAR, 0) - 1, -1):
        fitting = [
            s.mention
            for s in history.seen
            if s.sentence == sentence and s.mention.type is kind and _is_one_named(s, local)
        ]
        main = next((m.entity for m in fitting if _leads(words.doc[m.head])), None)
        if main is not None or fitting:
            alone = {m.entity for m in fitting}
            one = len(alone) == 1 and kind is EntityType.PERSON
            return main or (alone.pop() if one else None)
    return None


def _is_one_named(item: Seen, local: LocalEntities) -> bool:
    mention = item.mention
    known = local.entities.get(mention.entity)
    return known is not None and not known.local and not item.plural and not mention.members


def is_told(token: Token) -> bool:
    """Whether what follows the noun tells who is meant; not what somebody is accused of."""
    accused = token.dep_ == "dobj" and token.head.lemma_ in CHARGING
    return any(
        (c.dep_ in ("relcl", "acl", "appos") and not _adds(c)) or (c.dep_ == "prep" and not accused)
        for c in token.children
        if c.i > token.i
    )


def _adds(clause: Token) -> bool:
    """Whether a clause tells more of somebody who is known without it ("the premier, who …")."""
    first = clause.left_edge
    return clause.dep_ == "relcl" and first.lower_ in ("who", "whose", "whom") and first.nbor(-1).text == ","


def is_subject(token: Token) -> bool:
    noun = token.head if token.dep_ == "poss" else token
    return noun.dep_ in OWN_SUBJECTS


def _leads(token: Token) -> bool:
    noun = token.head if token.dep_ == "appos" else token
    return noun.dep_ in OWN_SUBJECTS and noun.head.dep_ == "ROOT"


def is_told_apart(words: Words, nominal: Nominal) -> bool:
    """Whether a phrase is for a body by where it is based, or the largest of a country ("Denmark's biggest bank")."""
    before = words.lower[nominal.start : nominal.head]
    first = nominal.determiner == "'s" and not SUPERLATIVES.isdisjoint(before)
    return first or (nominal.determiner == "the" and "based" in before)


def described(
    words: Words, history: History, local: LocalEntities, roles: RolesSeen, nominal: Nominal
) -> str | None:
    """The body that the text goes on about under a description of its own ("The iPhone maker denied it")."""
    if nominal.determiner not in ("the", "'s") or nominal.lemma not in TOPICAL:
        return None
    found = topic(words, history, local, nominal, EntityType.ORGANIZATION)
    told = words.doc[nominal.head].dep_ == "dobj" and nominal.end - nominal.start > 1
    if found is None and told and nominal.lemma in PLAIN_FIRMS | TRADES:
        rest = others(words, history, local, nominal, EntityType.ORGANIZATION)
        found = rest[0] if len(rest) == 1 else None
    if found is None or (nominal.determiner == "'s" and not STATE_BANKS.isdisjoint(found.split("-"))):
        return None
    trades = roles.nouns.get(found, set()) & TRADES
    return None if trades and nominal.lemma in TRADES - trades else found


def beside(words: Words, history: History, local: LocalEntities, nominal: Nominal) -> str | None:
    """The only body named before in the sentence ("Nordbank's counsel said the Oslo-based lender would pay")."""
    if nominal.determiner != "the" or nominal.lemma not in TOPICAL:
        return None
    here = words.sentence[nominal.head]
    named = {
        s.mention.entity
        for s in history.seen
        if s.sentence == here
        and s.mention.type is EntityType.ORGANIZATION
        and s.mention.entity not in local.tentative
    }
    return named.pop() if len(named) == 1 else None
