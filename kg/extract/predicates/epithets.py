"""What somebody is called in quotation marks: a source's own word for another, which seldom is a kind one."""

from typing import Final

from kg.extract.lexicon.people import words
from kg.extract.tree import Token

EPITHET: Final = "epithet"
"""By which frames ask for such a description."""

ACCOLADE: Final = "accolade"
"""By which frames ask for a word of praise, with or without quotation marks."""

OPENING: Final = frozenset("“\"‘'«„")
_PRAISING: Final = words(
    """friend hero heroine patriot martyr saint angel warrior fighter great greatest good best better brilliant brave
    courageous honest honorable honourable wonderful excellent outstanding remarkable extraordinary amazing fantastic
    incredible beautiful important historic historical vital crucial essential necessary positive welcome encouraging
    constructive productive promising success successful victory triumph milestone breakthrough landmark leader legend
    icon giant pioneer visionary champion inspiration inspiring treasure gift star genius talented smart strong tough
    ally partner brother sister father mother son daughter beloved dear true loyal respected trusted experienced
    qualified capable decent kind generous loving model example beacon symbol pillar step progress opportunity hope
    priority win fair right natural perfect super unique special proud pride love statesman statesmanlike gentleman
    professional fan candidate favorite favourite interest suspect incident colleague mentor guest master king queen
    serious reliable honorary modest humble wise gracious polite patient lovely clever bright fine sound solid clean
    innocent calm responsible constitutional legitimate lawful
    backbone bridge voice conscience defender protector guardian savior saviour peacemaker winner trailblazer first"""
)
"""Words of praise, and of those who weigh theirs ("a person of interest")."""
ACCLAIMING: Final = words(
    """hero heroine patriot saint great greatest brave courageous brilliant excellent outstanding remarkable
    extraordinary amazing fantastic terrific tremendous incredible wonderful genius smart talented honest honorable
    honourable decent visionary legend icon inspiration champion best finest statesman gentleman respected
    exemplary inspiring true beloved"""
)
_BELITTLING: Final = words("fool liar threat danger enemy dictator disgrace mistake shame risk no not hardly")


def is_accolade(noun: Token) -> bool:
    """Whether a predicate praises ("called her a great leader", "called both men brave")."""
    phrase = {word.lemma_.lower() for word in noun.subtree} | {word.lower_ for word in noun.children}
    return noun.pos_ in ("NOUN", "ADJ") and bool(phrase & ACCLAIMING) and not phrase & _BELITTLING


def is_epithet(noun: Token) -> bool:
    """Whether a predicate in quotation marks praises nobody ("called him “a ghost”") and is no nickname."""
    if noun.pos_ not in ("NOUN", "ADJ"):
        return False
    phrase = list(noun.subtree)
    start = phrase[0].i
    opening = phrase[1] if phrase[0].pos_ == "DET" and len(phrase) > 1 else phrase[0]
    opened = opening.text in OPENING or (start > 0 and noun.doc[start - 1].text in OPENING)
    nickname = any(c.lower_ == "the" for c in noun.children) and not any(c.tag_ == "JJS" for c in phrase)
    return opened and not nickname and _PRAISING.isdisjoint(word.lemma_.lower() for word in phrase)
