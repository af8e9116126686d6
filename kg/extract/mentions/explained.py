"""What a phrase in apposition explains, where names stand inside one another."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from kg.extract.annotations import TokenMention
from kg.extract.tree import Token


def whole_of(
    tokens: Sequence[Token],
    part: TokenMention,
    ending: Callable[[int], Iterable[TokenMention]],
    nouns: AbstractSet[str],
) -> TokenMention:
    """The mention that a phrase with these nouns explains, where the one before it only tells whose that is.

    "The Court of Justice of the European Union, Europe's top court": the court, not the union.

    Args:
        ending: the mentions that end before a token.
    """
    k = part.start - 1
    while k > 0 and tokens[k].pos_ == "DET":
        k -= 1
    if k <= 0 or tokens[k].lower_ != "of":
        return part
    outer = (m for m in ending(k) if m.type is part.type)
    return next((m for m in outer if nouns & {t.lemma_.lower() for t in tokens[m.start : m.end]}), part)
