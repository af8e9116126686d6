"""Articles whose entities depend on each other across articles, with copies among them."""

import random

from meetings import met

from kg.errors import SkippedInput
from kg.model import Article

_NAMES = ("Rosa Marin", "Rosa A Marin", "Ivar Holt", "Holt", "Gro Dahl", "Nina Lund", "Lund", "Omar Reyes")
_COUNTRIES = ("Chile", "Norway", "Peru", "Brazil")
_LONG = (
    "The harbour authority said on Monday that it would close the eastern quay until engineers had looked at {} piles. "
    "Fishing crews were told to unload at the old ferry landing, which has neither cranes nor cold stores of its own. "
    "A second inspection, by divers of the navy, is planned before the end of the month, the authority added in a note."
)


def meeting_corpus(size: int, seed: int = 1) -> list[Article | SkippedInput]:
    """So many articles: namesakes, short names, copies, two of one identifier, and one input that was not read."""
    choice = random.Random(seed)
    items: list[Article | SkippedInput] = []
    for number in range(size):
        lines = [
            met(choice.choice(_NAMES), choice.choice(_COUNTRIES), choice.choice(_NAMES))
            for _ in range(choice.randint(1, 4))
        ]
        if choice.random() < 0.2:
            lines.append(_LONG.format(choice.randint(3, 5)))
        date = f"2024-{1 + number % 12:02d}-{1 + number % 28:02d}" if number % 5 else None
        items.append(Article(f"n{number}", "\n".join(lines), title=f"No. {number}", date=date))
    first = items[0]
    assert isinstance(first, Article)
    items.insert(size // 2, Article("again", first.text, date="2025-01-01"))
    items.append(Article("n1", "Another text of the same name."))
    items.append(SkippedInput("two.bin", "not text"))
    return items
