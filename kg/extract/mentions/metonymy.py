"""Whether a capital's name stands for the government that sits there."""

from typing import Final

from kg.extract.lexicon.bodies import BODY_NOUNS
from kg.extract.lexicon.people import PERSON_NOUNS, words
from kg.extract.mentions.name import Name
from kg.extract.tree import Token
from kg.extract.words import Words

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "agent"})
STILL: Final = words("be lie sit stand host see wake sleep become remain house grow have lose")
"""Verbs of which a city itself is the subject."""
PARTNER_PREPOSITIONS: Final = words("with between against")
GOVERNORS: Final = {
    "on": words("sanction sanctions pressure embargo press impose call penalty tariff"),
    "toward": words("policy stance attitude hostility"),
    "towards": words("policy stance attitude hostility"),
    "of": words("demand ask expect require request critic ally government"),
    "to": words(
        """recognition loyal hostile ally threat appeal offer concession subservient ultimatum warning demand message
        aid assistance support"""
    ),
    "from": words(
        "request pressure demand support offer aid permission independence approval call ultimatum threat warning"
    ),
    "for": words("bargain lobby spy negotiate support backing"),
}
ARMS: Final = words(
    """arms weapon weapons missile tank battery drone ammunition munition shell jet howitzer artillery launcher aid
    assistance support system interceptor warplane aircraft helicopter vehicle weaponry loan"""
)
"""What states get from others by way of "to" or "for"."""
GIVING: Final = words("deliver supply provide send give sell donate ship transfer promise pledge approve")
"""By preposition, what takes a state after it."""
LOCAL: Final = frozenset("regional local city municipal provincial town".split())
"""What shows that a city's own people are meant ("Madrid's regional leader")."""
SEATS: Final = {"brussels": "european-union"}
"""Cities whose name stands for another body than their country's government."""
PLACE_VERBS: Final = words(
    """leave reach visit enter hit shell bomb bombard flee tour cross besiege capture seize storm take near
    paralyse paralyze"""
)
OF_TOWNS: Final = words(
    """court tribunal airport hospital club university council police school college museum theatre theater
    newspaper daily team church bank chamber"""
)
"""Bodies that towns have as well as states."""
GOVERNED: Final = words(
    """ambassador envoy approval consent request demand offer response ally allies policy position stance
    side behalf refusal decision proposal claim accusation allegation support ties relations sanctions
    invasion government role involvement interest effort goal aim strategy reaction concern pledge promise warning
    message hand reluctance willingness insistence intention push bid"""
)


def stands_for_government(words: Words, name: Name) -> bool:
    """Whether the place acts or is acted upon as only a state can be."""
    doc = words.doc
    head = doc[name.start : name.end].root
    for _ in range(4):  # "Moscow and Beijing"
        if head.dep_ != "conj":
            break
        head = head.head
    verb = head.head
    if head.dep_ in SUBJECTS:
        return _acts(verb)
    if head.dep_ in ("dobj", "dative"):
        return verb.pos_ == "VERB" and verb.lemma_ not in PLACE_VERBS
    noun = verb.lemma_.lower()
    if head.dep_ == "poss":
        if any(c.lower_ in LOCAL for c in verb.children) or noun in ("mayor", "governor"):
            return False
        return (
            noun in GOVERNED
            or (noun in BODY_NOUNS and noun not in OF_TOWNS)
            or (noun in PERSON_NOUNS and noun != "resident")
        )
    return head.dep_ == "pobj" and _partner(verb)


def _acts(verb: Token) -> bool:
    """Whether a verb is such that its subject is a state rather than a city: "is ready", "has yet to", "accused"."""
    if verb.lemma_ in ("be", "have"):
        return any(c.dep_ in ("acomp", "xcomp") for c in verb.children)
    return verb.pos_ == "VERB" and verb.lemma_ not in STILL


def _partner(preposition: Token) -> bool:
    """Whether what governs the preposition is done with states: talks with, sanctions on, demanded of."""
    word, governor = preposition.lower_, preposition.head.lemma_.lower()
    if word == "by":
        return preposition.dep_ == "agent"
    if word in PARTNER_PREPOSITIONS:
        return True
    if word in ("to", "for") and governor in GIVING:
        return any(c.dep_ == "dobj" and c.lemma_.lower() in ARMS for c in preposition.head.children)
    if word in ("to", "for") and governor in ARMS:
        return preposition.head.head.lemma_ in GIVING
    return governor in GOVERNORS.get(word, frozenset())
