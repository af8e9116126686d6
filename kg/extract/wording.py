"""Cuts a frame of many alternatives down to the one that a sentence has."""

import re
from collections.abc import Collection

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
        known = [
            alternative for alternative in match[1].split("|") if set(alternative.split()) <= set(sentence)
        ]
        return max(
            known, key=lambda a: (bool(set(a.split()) & set(trigger)), len(a.split())), default=match[0]
        )

    return _ALTERNATIVES.sub(chosen, frame)
