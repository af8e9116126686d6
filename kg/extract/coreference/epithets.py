"""Whom a sentence goes on about under a new description: "Holm sued the bank. The former minister accused"."""

from collections.abc import Callable
from typing import Final

from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import PAST, RolesSeen
from kg.extract.coreference.salience import History, Seen
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions.nominals import Nominal
from kg.extract.tree import Token
from kg.extract.words import Words
from kg.model import EntityType

EPITHETS: Final = word_set(
    """politician billionaire millionaire tycoon magnate mogul executive businessman businesswoman entrepreneur
    financier investor senator lawmaker congressman congresswoman legislator critic star striker forward midfielder
    footballer cricketer boxer founder co-founder veteran activist campaigner dissident novelist author writer poet
    actor actress singer rapper comedian filmmaker economist cleric preacher blogger whistleblower strongman
    populist leftist conservative socialist centrist liberal reformist hardliner nationalist leader technocrat
    crooner musician banker physicist academic"""
)
"""What news calls somebody instead of by name, though it has not said so before."""
TELLING: Final = PAST | word_set(
    """veteran outspoken firebrand embattled flamboyant charismatic populist hardline billionaire millionaire jailed
    fugitive longtime long-time right-wing left-wing far-right far-left centre-right centre-left center-right
    center-left two-time three-time four-time pro-western pro-russian conservative leftist retired"""
)
"""With these any noun for people tells more of somebody spoken of rather than brings in somebody."""
LEADING: Final = word_set(
    "president prime-minister chancellor leader king queen premier ruler dictator strongman emir sultan monarch"
)
"""Who leads a country; all of them are called leaders."""
OWN_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
NEAR: Final = 2
"""How many sentences back somebody is still whom the text goes on about."""


class EpithetResolver:
    """Finds whom a definite description at the head of a sentence takes up.

    Args:
        words: the tokens.
        history: the mentions so far; grows while the text is read.
        roles: what the text calls its entities.
        local: the entities.
    """

    def __init__(self, words: Words, history: History, roles: RolesSeen, local: LocalEntities) -> None:
        self.w = words
        self.history = history
        self.roles = roles
        self.local = local

    def leader(self, nominal: Nominal, may_be: Callable[[str], bool]) -> str | None:
        """The president or premier whom "the leader" means: the topic, or the last one of the country."""
        if nominal.lemma != "leader" or not self._is_plain(nominal):
            return None
        countries = self._countries(nominal)
        if not countries:
            topic = self._topic(nominal, may_be)
            return topic if topic and self.roles.nouns.get(topic, set()) & LEADING else None
        for entity in self.history.backwards(EntityType.PERSON):
            leads = self.roles.nouns.get(entity, set()) & LEADING
            if leads and self.roles.country.get(entity) in countries and may_be(entity):
                return entity
        return None

    def known(self, nominal: Nominal, may_be: Callable[[str], bool]) -> str | None:
        """Whom a description that nobody bears so far takes up; None where it may bring in somebody."""
        if not self._is_plain(nominal):
            return None
        told = bool(nominal.describes & TELLING) or any(
            word.endswith(("-born", "year-old")) for word in nominal.describes
        )
        return self._topic(nominal, may_be) if told or nominal.lemma in EPITHETS else None

    def _is_plain(self, nominal: Nominal) -> bool:
        """Whether it is one person, told by nothing after the noun."""
        return nominal.determiner == "the" and not nominal.plural and not _is_told(self.w.doc[nominal.head])

    def _countries(self, nominal: Nominal) -> frozenset[str]:
        return frozenset(e for e in nominal.inside if self.local.entities[e].type is EntityType.COUNTRY)

    def _topic(self, nominal: Nominal, may_be: Callable[[str], bool]) -> str | None:
        """Whom the sentence before is about, where the phrase opens its own as subject."""
        found = topic(self.w, self.history, self.local, nominal, EntityType.PERSON)
        if found is None or not may_be(found):
            return None
        countries, country = self._countries(nominal), self.roles.country.get(found)
        return None if countries and country is not None and country not in countries else found


def topic(
    words: Words, history: History, local: LocalEntities, nominal: Nominal, kind: EntityType
) -> str | None:
    """What the last sentence that names any of a kind is about, where the phrase opens its own sentence as subject."""
    token = words.doc[nominal.head]
    if nominal.start - token.sent.start > 1 or not _is_subject(token) or _is_told(token):
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


def _is_told(token: Token) -> bool:
    """Whether what follows the noun tells who is meant."""
    return any(c.dep_ in ("relcl", "acl", "appos", "prep") for c in token.children if c.i > token.i)


def _is_subject(token: Token) -> bool:
    noun = token.head if token.dep_ == "poss" else token
    return noun.dep_ in OWN_SUBJECTS


def _leads(token: Token) -> bool:
    noun = token.head if token.dep_ == "appos" else token
    return noun.dep_ in OWN_SUBJECTS and noun.head.dep_ == "ROOT"
