"""Words of politics and work: what governs, what is run for, who goes on strike."""

from typing import Final

from kg.extract.lexicon.people import words

RULING: Final = words("government cabinet administration majority")
"""What a winner forms to govern, which founds nothing."""

CONTESTED: Final = words(
    """leadership presidency premiership office speakership chairmanship mayoralty governorship nomination gavel seat
    post job congress senate house parliament reelection re-election"""
)
"""What candidates bid for."""

WORKERS: Final = words(
    """union worker confederation federation labour labor tuc teacher doctor nurse driver pilot miner employee staff
    student civil farmer trucker docker railwayman lecturer writer actor autoworker"""
)
"""Who lays down work by a strike; also a word of the names of their bodies."""
