"""What kind of entity a name is, by the weight of what stands around it."""

from collections import defaultdict
from functools import lru_cache
from typing import Final

from kg.extract.lexicon.bodies import BODY_NOUNS, NAME_HEADS, NAME_OPENERS, SURNAMES_TOO, WEAK_BODY_NOUNS
from kg.extract.lexicon.first_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.lexicon.people import HONORIFICS, PERSON_NOUNS, RELATIVES, TITLE_NOUNS, TITLE_PARTS
from kg.extract.lexicon.people import words as word_set
from kg.extract.lexicon.places import LOCATIVE_PREPOSITIONS, NAME_ENDS, NAME_STARTS, PLACE_NOUNS
from kg.extract.lexicon.words import ARTICLES, SPEECH_VERBS
from kg.extract.mentions.name import Name
from kg.extract.mentions.single_words import is_party_called
from kg.extract.words import HYPHENS, Words
from kg.model import EntityType

PERSON, BODY, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE
_KINDS: Final = tuple(kind for kind in EntityType if kind in (PERSON, BODY, PLACE))
"""Of equal votes the first counts."""
BY_LABEL: Final = {
    "PERSON": (PERSON, 1.0),
    "ORG": (BODY, 1.0),
    "GPE": (PLACE, 0.9),
    "LOC": (PLACE, 1.0),
    "FAC": (PLACE, 0.8),
    "NORP": (BODY, 0.4),
}
APPOSITION_LIMIT: Final = 9
"""How many tokens after a comma the noun of an apposition is looked for."""

NEUTRAL: Final = word_set(
    """competitor partner rival ally opponent contender supporter critic foe enemy backer investor owner
    founder shareholder producer donor creditor sponsor buyer seller customer client predecessor successor
    member winner loser neighbour neighbor source debtor accuser half part unit home broker contractor
    developer operator dealer supplier maker trader shipowner manufacturer miner beneficiary tenant
    landlord bidder star publisher"""
)
"""Nouns that people and bodies share."""
LOCAL_OFFICES: Final = word_set(
    """mayor prefect governor bishop archbishop herder resident people villager inhabitant sheriff emir"""
)
GROUP_AFTER: Final = word_set(
    """party group company firm newspaper gang cartel clan militia movement alliance coalition club brigade
    faction conglomerate syndicate"""
)
BODY_STARTS: Final = word_set(
    """radio minera partido parti partei partito movimiento movimento alternativa agencia agence banco banque banca
    grupo groupe gruppo foro frente fronte union unidad pesquera navegacion astilleros seguros chantiers
    compagnie compania empresa societe fundacion fondation fundacao liga lega ligue casa ministerio
    universidad nuova nueva concordia alianza allianz aliança fc afc cf sc sv vfb vfl borussia telecom
    petro sociedad societa cooperativa sindicato federacion confederacion diario jornal journal"""
)
PLACE_STARTS: Final = word_set(
    """rua rue calle via avenida avenue teatro plaza plaz piazza umm jisr hotel villa monte montagne ile isla
    ilha"""
)

PAPERS: Final = word_set("daily weekly newspaper magazine tabloid broadcaster pollster monthly")
OFFICERS: Final = word_set(
    """founder co-founder owner chairman chairwoman director executive member shareholder employee editor ceo
    boss spokesman"""
)
OWNED: Final = word_set(
    """percent stake shares share board offices headquarters assets votes % stakes subsidiary branch"""
)
FOUNDED: Final = word_set("founded created established registered owned headquartered listed based")
OF_LEADERS: Final = word_set("administration presidency regime era")
"""After a lone name these tell that it is a leader's."""
DONE_TO_PEOPLE: Final = word_set(
    """arrest detain jail imprison convict acquit sentence indict charge kidnap abduct assassinate murder poison hang
    extradite deport marry torture stab interview behead handcuff hospitalize hospitalise bury exile"""
)
PUT_IN_OFFICE: Final = DONE_TO_PEOPLE | word_set("dismiss sack oust elect reelect appoint nominate")
"""What is said of people in a participle behind their name ("Holm, dismissed in May")."""
DONE_BY_PEOPLE: Final = word_set(
    "resign die retire testify marry graduate flee plead surrender smile weep confess head chair"
)
BARE_OFFICES: Final = word_set(
    """president premier chancellor minister secretary chairman chairwoman chair mayor governor speaker ceo
    ambassador director deputy"""
)
"""What only people are, without an article too ("Holm is acting president")."""
PHRASE_ENDS: Final = word_set("of that who which at in for on by from with")

Votes = defaultdict[EntityType, float]


BELIEVERS: Final = word_set(
    """christians muslims catholics protestants jews hindus sikhs buddhists sunnis shiites shias copts yazidis yezidis
    hutus tutsis rohingyas uighurs uyghurs alawites mormons evangelicals hazaras pashtuns tamils arabs anglicans
    methodists baptists ahmadis salafists islamists jihadists kurds"""
)
"""Groups of people by faith or descent, not bodies."""


def noun_kind(lemma: str) -> EntityType | None:
    """What a common noun denotes: a person, a body, a place, or none of them."""
    if lemma in PERSON_NOUNS:
        return PERSON
    if lemma in BODY_NOUNS:
        return BODY
    return PLACE if lemma in PLACE_NOUNS else None


def lemma_of(words: Words, i: int) -> str:
    """The singular of a noun, in lower case; capitalised plurals included."""
    if words.lower[i - 2 : i + 1] == ["start", "-", "up"]:
        return "startup"
    return _singular(words.lower[i], words.tokens[i].lemma_)


@lru_cache(maxsize=1 << 15)
def _singular(lower: str, lemma: str) -> str:
    lemma = lemma.lower()
    if lower.endswith("men") and lower[:-3] + "man" in PERSON_NOUNS:
        return lower[:-3] + "man"
    if lemma == lower and lower.endswith("s") and (lower[:-1] in PERSON_NOUNS or lower[:-1] in BODY_NOUNS):
        return lower[:-1]
    return lemma


def shape_votes(words: Words, name: Name) -> Votes:
    """What the name itself shows."""
    votes: Votes = defaultdict(float)
    size = name.end - name.start
    of = next((k for k in range(name.start + 1, name.end) if words.lower[k] in ("of", "for")), name.end)
    head = words.text[of - 1]
    first = words.folded[name.start]
    given = size > 1 and (first in MALE_NAMES or first in FEMALE_NAMES)
    if head in NAME_ENDS and head not in NAME_HEADS and (size > 1 or head.lower() in PLACE_NOUNS):
        votes[PLACE] += 1 if given and size == 2 and head in SURNAMES_TOO else 4
    elif head in NAME_HEADS and (size > 1 or of < name.end or head not in WEAK_BODY_NOUNS):
        votes[BODY] += 1 if given and size == 2 and head in SURNAMES_TOO else 4
    if of < name.end and words.text[name.start] in NAME_OPENERS:
        votes[BODY] += 3
    if size > 1 and words.text[name.start] in NAME_STARTS and head not in NAME_HEADS:
        votes[PLACE] += 0.7
    if size > 1 and words.folded[name.start] in BODY_STARTS:
        votes[BODY] += 3
    if size > 1 and words.folded[name.start] in PLACE_STARTS:
        votes[PLACE] += 3
    if given:
        votes[PERSON] += 2
    if size == 1 and is_party_called(words, name.start):
        votes[BODY] += 6
    if words.lower[name.end - 1] in BELIEVERS:
        votes[PERSON] += 6
    if size == 1 and words.text[name.start].isupper() and 2 <= len(words.text[name.start]) <= 5:
        votes[BODY] += 1
    if size > 1 and any(len(t) == 2 and t[1] == "." for t in words.text[name.start : name.end]):
        votes[PERSON] += 1
    return votes


def context_votes(words: Words, name: Name) -> Votes:
    """What the words before and after show."""
    votes: Votes = defaultdict(float)
    if words.in_dateline(name.start):
        inside = name.start > 0 and words.text[name.start - 1] == "("
        votes[BODY if inside else PLACE] += 5
        return votes
    _before(words, name, votes)
    _after(words, name, votes)
    _deeds(words, name, votes)
    return votes


def _deeds(words: Words, name: Name, votes: Votes) -> None:
    """Votes of what only people do and what is only done to them: "Holm testified", "police arrested Holm"."""
    token = words.tokens[name.end - 1]
    by = token.head.dep_ == "agent"
    verb = (token.head.head if by else token.head).lemma_
    if name.start and words.lower[name.start - 1] in ("no", "any"):
        return
    if any(c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in PUT_IN_OFFICE for c in token.children):
        votes[PERSON] += 0.8
    if token.dep_ in ("dobj", "nsubjpass"):
        votes[PERSON] += 0.8 if verb in DONE_TO_PEOPLE else 0.0
    elif (token.dep_ == "nsubj" or by) and verb in DONE_BY_PEOPLE:
        votes[PERSON] += 0.8


def _before(words: Words, name: Name, votes: Votes) -> None:
    i = name.start - 1
    if i < 0 or words.sentence[i] != words.sentence[name.start]:
        return
    lower = words.lower[i].rstrip(".")
    if lower in ("himself", "herself", "named", "comrade", "itself", "themselves"):
        votes[BODY if lower in ("itself", "themselves") else PERSON] += 3
        return
    honoured = lower in HONORIFICS and words.text[i][0].isupper()
    titled = (lower in TITLE_NOUNS or lower == "chief") and words.pos[i] in ("NOUN", "PROPN")
    if honoured or titled or (lower == "" and i and words.lower[i - 1] in HONORIFICS):
        votes[PERSON] += 4
    elif lower in ARTICLES:
        _after_article(words, name, votes)
    elif lower in LOCATIVE_PREPOSITIONS and words.lower[i - 1] != "over":  # "took over from"
        votes[PLACE] += 2 if lower in ("near", "in", "around", "outside") else 1.2 if lower == "from" else 0.8
        if i and words.lower[i - 1] in OWNED:
            votes[BODY] += 1.8
        elif i and lower == "at" and lemma_of(words, i - 1) in PERSON_NOUNS:
            votes[BODY] += 4 if name.end - name.start > 1 else 1.8
    elif lower == "of" and i:
        _after_of(words, i - 1, votes)
    elif (
        words.text[i] in ("'s", "’s")
        and i
        and words.entity[i - 1] >= 0
        and words.label(i - 1) in ("GPE", "NORP")
    ):
        votes[BODY] += 1.5
    elif words.text[i] == ",":
        _after_noun(votes, _noun_before_comma(words, i - 1), 1.5)
        if name.end < len(words) and words.text[name.end] == "," and _is_officer_of_body(words, i - 1):
            votes[PERSON] += 1.5
    elif words.text[i] in NAME_HEADS and name.label == "PERSON" and name.end - name.start > 1:
        votes[PERSON] += 2
    elif words.pos[i] in ("NOUN", "PROPN") or lower in PAPERS | PERSON_NOUNS:
        lemma = lemma_of(words, i)
        votes[BODY] += 4 if lower == "parent" and name.end - name.start == 1 else 0
        _after_noun(votes, lemma, 3)
        if noun_kind(lemma) is None and _apposed_to_relative(words, i):
            votes[PERSON] += 3


def _apposed_to_relative(words: Words, i: int) -> bool:
    """Whether the noun at `i` goes on after a comma with a relative ("her husband, the printer NAME")."""
    while i > 0 and words.pos[i] in ("NOUN", "ADJ", "DET"):
        i -= 1
    return i > 0 and words.text[i] == "," and lemma_of(words, i - 1) in RELATIVES


def _after_article(words: Words, name: Name, votes: Votes) -> None:
    if _modifies(words, name):
        return
    votes[BODY] += 1.2 if name.label not in ("GPE", "LOC") else 0.3
    votes[PERSON] -= 2
    if name.start > 1 and words.lower[name.start - 2] == "in" and name.end - name.start == 1:
        votes[PLACE] += 1.5


def _after_of(words: Words, i: int, votes: Votes) -> None:
    """Votes of "the town of NAME" and "a founder of NAME"; `i` is the noun before "of"."""
    lemma = lemma_of(words, i)
    if lemma in PLACE_NOUNS or lemma in LOCAL_OFFICES:
        votes[PLACE] += 3
    elif lemma in OFFICERS or words.lower[i] in OWNED:
        votes[BODY] += 1.5


def _after_noun(votes: Votes, lemma: str, weight: float) -> None:
    kind = noun_kind(lemma)
    if kind is not None and lemma not in NEUTRAL:
        votes[kind] += weight


def _noun_before_comma(words: Words, i: int) -> str:
    """The noun of "the presiding judge, NAME" and of "the speaker of parliament, NAME"; empty where there is none."""
    if i < 1 or words.pos[i] != "NOUN":
        return ""
    if words.lower[i] == "law" and words.text[i - 1] == "-":
        return "relative"
    for k in range(i - 1, max(i - 5, 0), -1):
        if words.lower[k] in ("of", "for") and words.pos[k - 1] == "NOUN":
            return lemma_of(words, k - 1)
        if words.pos[k] not in ("DET", "ADJ", "NOUN", "PROPN"):
            break
    return lemma_of(words, i)


def _is_officer_of_body(words: Words, i: int) -> bool:
    """Whether one title of a named body ends at `i` ("the new president of the Nordic Council")."""
    while i > 1 and words.pos[i] == "PROPN":
        i -= 1
    if words.lower[i] in ARTICLES:
        i -= 1
    if i < 2 or words.lower[i] != "of" or words.lower[i - 1] not in TITLE_NOUNS - NEUTRAL:
        return False
    return any(words.lower[k] == "the" for k in range(max(i - 4, 0), i - 1))


def _modifies(words: Words, name: Name) -> bool:
    """Whether the name stands before a common noun that an article before it belongs to ("the Holm regime")."""
    i, n = name.end, len(words)
    while i < n and words.pos[i] in ("ADJ", "PUNCT") and words.text[i] not in (",", ".", ";", "(", "—", "–"):
        i += 1
    if i < n and (words.pos[i] == "NOUN" or words.lower[i] in BODY_NOUNS):
        return True
    return name.end < n and words.text[name.end] in ("'s", "’s", "’")


def _after(words: Words, name: Name, votes: Votes) -> None:
    i, n = name.end, len(words)
    if i >= n or words.sentence[i] != words.sentence[name.start]:
        return
    text, lower = words.text[i], words.lower[i]
    if text == "-" and i + 1 < n and words.lower[i + 1] in ("based", "born", "area", "wide"):
        votes[PLACE] += 4
    elif text == ",":
        _apposition(words, i + 1, votes)
    elif text == "(" and i + 2 < n and words.text[i + 1].isdigit() and words.text[i + 2] == ")":
        votes[PERSON] += 3
    elif text in ("'s", "’s"):
        return
    elif words.tokens[i].lemma_ in SPEECH_VERBS:
        votes[PERSON] += 0.7
    elif lower in OF_LEADERS and name.end - name.start == 1 and name.label != "NORP":
        votes[PERSON] += 2.5
    elif lower in GROUP_AFTER and not _is_prefixed(words, name.start):
        votes[BODY] += 1.5
    elif lower in NAME_ENDS or (
        text[0].islower() and words.pos[i] == "NOUN" and lemma_of(words, i) in PLACE_NOUNS
    ):
        votes[PLACE] += 1
    elif lower == "who":
        votes[PERSON] += 3
    elif lower == "and" and i + 1 < n and words.lower[i + 1] in ("his", "her"):
        votes[PERSON] += 2.5
    elif lower in ("is", "was") and i + 2 < n:
        if words.lower[i + 1] in FOUNDED:
            votes[BODY] += 1.5
        if _apposed_noun(words, i + 1) in BARE_OFFICES:
            votes[PERSON] += 2
        _apposition(words, i + 1, votes)


def _is_prefixed(words: Words, start: int) -> bool:
    """Whether a name stands behind "anti-" or "pro-"."""
    return start > 1 and words.text[start - 1] == "-" and words.lower[start - 2] in ("anti", "pro")


def _apposition(words: Words, i: int, votes: Votes) -> None:
    """Votes of ", 47," and ", a Dubai-based firm" and ", who" from the token after the comma on."""
    if i + 1 >= len(words):
        return
    text, lower = words.text[i], words.lower[i]
    if (text.isdigit() and len(text) == 2 and words.text[i + 1] in (",", ".", ")")) or lower in (
        "who",
        "whom",
    ):
        votes[PERSON] += 3
    elif lower == "which":
        votes[PERSON] -= 1.5
    elif lower in FOUNDED:
        votes[BODY] += 1.5
    elif lower in ("a", "an", "the", "its", "his", "her", "now", "then", "another"):
        _after_noun(votes, _apposed_noun(words, i + 1), 3)
    elif _is_office_of(words, i):
        votes[PERSON] += 2
    elif (owned := _behind_owner(words, i)) > i:
        noun = _apposed_noun(words, owned)
        _after_noun(votes, noun, 3 if noun_kind(noun) is PERSON else 1)
    elif text[0].isupper() and noun_kind(noun := _apposed_noun(words, i)) is PERSON and noun in TITLE_NOUNS:
        votes[PERSON] += 1.2


def _behind_owner(words: Words, i: int) -> int:
    """The token behind the "'s" of a name that begins here ("Ole Holm, Denmark's foreign minister"), or this one."""
    for k in range(i, min(i + 4, len(words) - 1)):
        if words.text[k] in ("'s", "’s"):
            return k + 1
        if not words.text[k][0].isupper():
            break
    return i


def _is_office_of(words: Words, i: int) -> bool:
    """Whether a title without an article goes on with "of" ("chief minister of the state")."""
    end = next((k for k in range(i, min(i + 5, len(words))) if words.lower[k] == "of"), i)
    titles = [word for word in words.lower[i:end] if word not in HYPHENS]
    return (
        bool(titles)
        and titles[-1] in TITLE_NOUNS - NEUTRAL
        and all(t in TITLE_PARTS | TITLE_NOUNS for t in titles)
    )


def _apposed_noun(words: Words, i: int) -> str:
    """The head of the noun phrase that goes on at token `i`; empty where none is found soon."""
    n = len(words)
    for k in range(i, min(i + APPOSITION_LIMIT, n)):
        if words.text[k] in (",", ".", ";") or words.lower[k] in PHRASE_ENDS:
            return ""
        following = words.pos[k + 1] if k + 1 < n else "PUNCT"
        if (following in ("NOUN", "PROPN", "PART") and words.lower[k + 1] != "to") or (
            k + 1 < n and words.text[k + 1] in ("-", "’", "'")
        ):
            continue
        if words.pos[k] in ("NOUN", "PROPN"):
            return "" if words.tokens[k].tag_ == "NNS" else lemma_of(words, k)
    return ""


def decide(votes: Votes, size: int) -> EntityType | None:
    """The kind with the most votes; None where nothing speaks for any."""
    best = max(_KINDS, key=lambda kind: votes[kind])
    if votes[best] > 0:
        return best
    return PERSON if size > 1 else None
