"""Cuts a frame of many alternatives down to the one that a sentence has."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from kg.extract.predicates import is_sum
from kg.extract.tree import Token

_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")


def as_worded(frame: str, trigger: Collection[str], sentence: Collection[str]) -> str:
    """The frame with each set of alternatives replaced by the one whose words all stand in the sentence.

    Of several the one with the trigger, then the one of most words; where none does (the sentence says it in another
    form), the alternatives stay.

    Args:
        trigger: the trigger as written and as a lemma, in lower case.
        sentence: the words and lemmas of the sentence, in lower case.

    >>> as_worded("SUBJ {indict|charge|take to court} OBJ [with X]", {"took", "take"}, {"take", "to", "court"})
    'SUBJ take to court OBJ [with X]'
    """

    def chosen(match: re.Match[str]) -> str:
        by_word = _alternatives(match[1])
        told = [each for word in by_word.keys() & said for each in by_word[word]]
        known = sorted(each for each in told if said.issuperset(each[1]))
        best = max(known, key=lambda each: (not own.isdisjoint(each[1]), len(each[1])), default=None)
        return best[2] if best else match[0]

    own, said = frozenset(trigger), frozenset(sentence)
    return _ALTERNATIVES.sub(chosen, frame)


class Wording:
    """Cuts frames down for the triggers of one document."""

    def __init__(self) -> None:
        self._said: dict[int, frozenset[str]] = {}

    def of(self, frame: str, trigger: Token) -> str:
        """The frame as the sentence of its trigger has it."""
        start = trigger.sent.start
        if start not in self._said:
            words = (word for token in trigger.sent for word in (token.lower_, token.lemma_.lower()))
            self._said[start] = frozenset(words) | ({"money"} if any(map(is_sum, trigger.sent)) else set())
        return as_worded(frame, {trigger.lower_, trigger.lemma_.lower()}, self._said[start])


@cache  # as many as the frames have
def _alternatives(text: str) -> Mapping[str, Sequence[tuple[int, tuple[str, ...], str]]]:
    """What stands between braces, by the first word: the place of each alternative, its words and itself."""
    found: dict[str, list[tuple[int, tuple[str, ...], str]]] = defaultdict(list)
    for place, alternative in enumerate(text.split("|")):
        words = tuple(alternative.split())
        found[words[0]].append((place, words, alternative))
    return found
