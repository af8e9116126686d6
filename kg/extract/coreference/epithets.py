"""Whom a sentence goes on about under a new description: "Holm sued the bank. The former minister accused"."""

from collections.abc import Callable
from typing import Final

from kg.extract.coreference.local import LocalEntities
from kg.extract.coreference.roles import PAST, RolesSeen
from kg.extract.coreference.salience import History
from kg.extract.coreference.topics import is_told, others, topic
from kg.extract.lexicon.people import words as word_set
from kg.extract.mentions.nominals import Nominal
from kg.extract.words import HYPHENS, Words
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
TAKEN_UP: Final = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative"))
"""As what somebody else than the topic may be taken up under such a noun."""
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
MEASURED: Final = word_set("born time turned old educated trained")
"""After a hyphen, that a phrase tells of somebody ("three-time", "Danish-born", "actor-turned")."""


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
            return next((e for e in self._topics(nominal) if self._leads(e) and may_be(e)), None)
        for entity in self.history.backwards(EntityType.PERSON):
            if self._leads(entity) and self.roles.country.get(entity) in countries and may_be(entity):
                return entity
        return None

    def known(self, nominal: Nominal, may_be: Callable[[str], bool]) -> str | None:
        """Whom a description that nobody bears so far takes up; None where it may bring in somebody."""
        if not self._is_plain(nominal):
            return None
        told = bool(nominal.describes & TELLING) or any(
            self.w.lower[k] in MEASURED and self.w.text[k - 1] in HYPHENS
            for k in range(nominal.start + 1, nominal.head)
        )
        if not told and nominal.lemma not in EPITHETS:
            return None
        countries = self._countries(nominal)
        for entity in self._topics(nominal):
            country = self.roles.country.get(entity)
            if may_be(entity) and (not countries or country is None or country in countries):
                return entity
        return None

    def _leads(self, entity: str) -> bool:
        return bool(self.roles.nouns.get(entity, set()) & LEADING)

    def _is_plain(self, nominal: Nominal) -> bool:
        """Whether it is one person, told by nothing after the noun."""
        return nominal.determiner == "the" and not nominal.plural and not is_told(self.w.doc[nominal.head])

    def _countries(self, nominal: Nominal) -> frozenset[str]:
        return frozenset(e for e in nominal.inside if self.local.entities[e].type is EntityType.COUNTRY)

    def _topics(self, nominal: Nominal) -> list[str]:
        """Whom the sentence before is about, or who else is spoken of where the phrase is what something is done to."""
        about = topic(self.w, self.history, self.local, nominal, EntityType.PERSON)
        token = self.w.doc[nominal.head]
        rest = others(self.w, self.history, self.local, nominal, EntityType.PERSON)
        if about is not None:
            return [about, *rest[: len(rest) == 1]]
        told = token.dep_ in TAKEN_UP if nominal.lemma in EPITHETS else token.dep_ == "dobj"
        return rest if len(rest) == 1 and told else []
