"""Words by which a claim is known, believed, shown, doubted or called untrue."""

from typing import Final

from kg.extract.lexicon.people import words

EVIDENCE: Final = words(
    "evidence proof sign indication truth basis trace hint suggestion question record plan"
)
"""Nouns that with "no" negate their clause ("no evidence that he fled")."""

FALSE: Final = words(
    """untrue false bogus baseless unfounded groundless fake spurious incorrect erroneous mistaken fabricated inaccurate
    wrong debunked discredited fictitious"""
)
"""What is said of a claim that does not hold."""

UNTRUE: Final = FALSE | words("impossible unthinkable inconceivable")
"""Adjectives that negate their clause."""

GROUNDS: Final = words("truth evidence proof basis substance foundation merit support")
"""What a claim that does not hold has not ("no truth to reports that he fled")."""

UNTRUTHS: Final = words(
    "myth lie hoax fiction fabrication falsehood misconception fallacy fantasy invention fake"
)
"""Nouns for a claim that does not hold ("it is a myth that he fled")."""

NEG_RAISING: Final = words("believe think expect suppose imagine reckon doubt")
"""Verbs whose negation is that of their clause ("does not think that he fled")."""

FACTIVE: Final = words(
    """know realize realise notice remember forget regret reveal learn discover mention see understand appreciate
    acknowledge admit disclose hear care mind resent recall discuss celebrate explain deplore welcome"""
)
"""Verbs whose clause holds whether they are negated or not ("did not know that he had fled")."""

SHOWING: Final = words("suggest indicate prove show demonstrate point imply")
"""Verbs by which nothing and nobody makes a claim good ("nothing suggests that he fled")."""

ASSERTING: Final = words(
    "say claim confirm announce allege report prove suggest argue state conclude declare assert verify establish"
)
"""Verbs that leave their clause open where they are negated ("did not confirm that he had fled")."""

UNCERTAIN: Final = words(
    """possibility hope chance risk fear prospect demand proposal condition expectation likelihood wish call request plea
    recommendation requirement"""
)
"""Nouns whose clause may or may not hold ("the chance that he flees")."""
