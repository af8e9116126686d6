"""1,000 articles on overlapping subjects and 200 copies of some of them, made up: the same seed gives the same.

The articles are the sample articles of seeds/ and made-up ones on 60 stories: those of one story share people, places,
phrases, quotations, a statement and a paragraph of background, and all share stock sentences and standing notices.
Each copy is edited in one of twelve ways.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

from kg.copies.sentences import sentences
from kg.model import Article

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds" / "articles"
ARTICLES: Final = 1_000
COPIES: Final = 200
STORIES: Final = 60
SEED: Final = 11

GIVEN: Final = """
    Adaeze Bram Celia Dragan Elif Farid Greta Hilde Ivo Jelena Kofi Lucía Mirela Nuno Oksana Pavel Rania
    Stellan Tove Umar Viktor Wanda Xenia Yusuf Zofia
""".split()
FAMILY: Final = """
    Abelin Brancu Castell Dovrić Ekwueme Falkner Grunov Haddadi Iversen Jankow Kessouri Lindqvist
    Marchetti Novotná Okwuosa Pereyra Quast Radev Sorokin Tamsin Ulvaeus Vantongeren Wexler Yilmazer
    Zubiri
""".split()
PLACES: Final = """
    Arvik Belmora Castrovia Dunmere Esterlund Fendral Gorsk Halvany Iskra Jorvan Kelmar Lustria Morvena
    Nortal Ostrava Pellin
""".split()
BODIES: Final = (
    "the harbour authority",
    "the interior ministry",
    "the dockers' union",
    "the central bank",
    "the electoral board",
    "the energy regulator",
    "the port council",
    "the audit office",
    "the farmers' league",
    "the coast guard",
    "the finance committee",
    "the water company",
    "the national archive",
    "the railway operator",
    "the teachers' federation",
)
VERBS: Final = (
    "accused {other} of hiding",
    "asked {other} to explain",
    "refused to discuss",
    "published a summary of",
    "withdrew from",
    "promised to reopen",
    "quietly dropped",
    "complained again about",
    "sent inspectors to look into",
    "blamed {other} for",
    "negotiated with {other} over",
    "voted narrowly against",
    "demanded an inquiry into",
    "joined {other} in opposing",
    "warned {body} about",
    "told {body} to suspend",
    "signed off on",
    "raised doubts over",
    "praised {other} for",
    "appealed against",
)
THINGS: Final = (
    "the missing ferry contracts",
    "a cut in grain subsidies",
    "the dredging of the north channel",
    "plans for a second reactor",
    "the sale of two terminals",
    "an unpaid loan from 2019",
    "the strike at the rail yard",
    "new limits on night flights",
    "the leaked payroll files",
    "a toll on heavy lorries",
    "the recount in three districts",
    "delays at the desalination plant",
    "the fishing quota",
    "the transfer of four judges",
    "a bonus scheme for managers",
    "the closing of rural schools",
    "the price of heating oil",
    "an arms shipment found in May",
    "the flooded archive",
    "the pension shortfall",
)
WHENS: Final = (
    "on Monday",
    "late on Tuesday",
    "on Wednesday morning",
    "before the weekend",
    "in a closed session",
    "at a crowded hearing",
    "after two days of talks",
    "while visiting {place}",
    "during a televised debate",
    "in a letter seen by colleagues",
    "without giving a reason",
    "for the third time this year",
    "shortly before the deadline",
    "at the union hall in {place}",
    "as crowds gathered outside",
    "despite advice from lawyers",
    "in front of business leaders",
    "hours after landing in {place}",
)
TAILS: Final = (
    "and left by a side door",
    "though few in {place} had expected it",
    "which surprised even close allies",
    "but offered no figures",
    "and said more would follow",
    "a step that {body} called premature",
    "while {other} looked on",
    "to the relief of shopkeepers",
    "after months of silence",
    "and set a date in autumn",
    "leaving {body} to pick up the bill",
    "with support from two small parties",
    "against the wishes of {other}",
    "as the budget ran short",
    "because the rules had changed",
    "in the hope of calming investors",
    "and the mood turned sour",
    "before flying back to {place}",
    "since no one else would",
    "or so two aides remembered it",
)
LEADS: Final = (
    "By then",
    "Earlier",
    "Instead",
    "In {place}",
    "Not for the first time",
    "Under pressure from {body}",
    "Once the doors had closed",
    "According to {body}",
    "With the harbour still shut",
    "At first",
    "Two weeks later",
    "To nobody's surprise",
    "Behind the scenes",
)
QUOTES: Final = (
    "We have nothing to hide, and every page of these {adj} accounts will be open to anyone who asks for it",
    "This is not the {adj} agreement that our members voted for, and they will not be bound by it for a single day",
    "If the {adj} money is not there by Friday, the ships will stay where they are and the city will go cold",
    "I was asked to put my name to a {adj} report that I had never seen, and I declined as anyone would",
    "Nobody in this {adj} government has the right to speak for the families who lost their homes that night",
    "The {adj} figures were wrong, the forecasts were worse, and the people who made them have been promoted",
)
ADJECTIVES: Final = """
    muddled hasty so-called costly secret new curious endless sorry final foreign patchy broken lavish
    early late
""".split()
STOCK_SENTENCES: Final = (
    "He declined to comment.",
    "The president said so on Monday.",
    "She did not reply to a request for comment.",
    "No one was hurt.",
    "The talks continue.",
    "A spokesman for the ministry did not immediately respond to a request for comment.",
    "The two sides are expected to meet again next week.",
    "It was not immediately clear what would happen next.",
    "Analysts said that the move had been widely expected by the markets.",
)
NOTICES: Final = (
    "This newsroom follows a code of conduct that is published on its site. Readers who find an error are "
    "asked to write to the corrections desk, which answers within two working days. Letters may be "
    "shortened before they are printed. The views of columnists are their own and bind neither the "
    "editors nor the owners of the paper.",
    "The Tidewater Monitor is a non-profit newsroom that covers ports and shipping. It takes no money "
    "from the companies on which it reports. Its work is paid for by some nine thousand members, and "
    "anybody may reprint its articles who names the source and does not change the words.",
)
KINDS: Final = (
    "agency line",
    "headline",
    "words 2-5 %",
    "words 10-15 %",
    "sentences cut",
    "paragraphs added",
    "paragraphs reordered",
    "excerpt 20-35 %",
    "excerpt 35-60 %, edited",
    "two merged",
    "spelling and quotes",
    "all at once",
)
_SPELLING: Final = {
    "harbour": "harbor",
    "labour": "labor",
    "lorries": "trucks",
    "neighbour": "neighbor",
    "organisation": "organization",
    "percent": "per cent",
    "programme": "program",
    "defence": "defense",
    "favour": "favor",
    "colour": "color",
    "centre": "center",
    "realise": "realize",
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A copy that was made, and what it was made from."""

    copy: str
    original: str
    kind: str


@dataclass(frozen=True, slots=True)
class World:
    """All articles in no telling order, and which are copies."""

    articles: list[Article]
    planted: list[Planted]


def world(articles: int = ARTICLES, copies: int = COPIES, seed: int = SEED) -> World:
    """The made-up world: that many articles, and the copies beside them; half of each are dated."""
    chance = Random(seed)
    own = _seeds()[:articles]
    stories = [_Story(chance, number) for number in range(max(STORIES, articles // 16))]
    own += [
        chance.choice(stories).article(f"item-{number:05}", chance) for number in range(articles - len(own))
    ]
    dated = [
        replace(
            each,
            date=f"20{chance.randrange(18, 24)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        )
        if chance.random() < 0.5
        else each
        for each in own
    ]
    long_enough = [number for number, each in enumerate(dated) if len(each.text.split()) >= 150]
    drawn = iter(chance.sample(long_enough, len(long_enough)))
    vocabulary = sorted({word for each in own[:200] for word in re.findall(r"\b[a-z]{4,9}\b", each.text)})
    made, planted = [], []
    for number in range(copies):
        kind = KINDS[number % len(KINDS)]
        originals = [dated[next(drawn)] for _ in range(2 if kind == "two merged" else 1)]
        copy = _Editor(chance, vocabulary, stories).edited(f"copy-{number:05}", kind, originals)
        made.append(copy)
        planted += [Planted(copy.identifier, each.identifier, kind) for each in originals]
    everything = dated + made
    chance.shuffle(everything)
    return World(everything, planted)


def _seeds() -> list[Article]:
    """The sample articles but for one that shares a paragraph with another by itself."""
    paths = sorted(path for path in SEEDS.glob("*.txt") if path.stem != "press-3")
    return [Article(path.stem, path.read_text(encoding="utf-8").strip()) for path in paths]


class _Story:
    """What the articles on one subject share: six people, places, bodies, things and quotations."""

    def __init__(self, chance: Random, number: int) -> None:
        self.number = number
        self.people = [f"{chance.choice(GIVEN)} {name}" for name in chance.sample(FAMILY, 6)]
        self.places = chance.sample(PLACES, 4)
        self.bodies = chance.sample(BODIES, 5)
        self.things = chance.sample(THINGS, 10)
        self.quotes = [quote.format(adj=chance.choice(ADJECTIVES)) for quote in QUOTES]
        self.background = " ".join(self.sentence(chance) for _ in range(2))
        spokesman = self.people[0].split()[1]
        self.statement = " ".join(f"“{quote},” {spokesman} said in a statement." for quote in self.quotes[:4])

    def article(self, identifier: str, chance: Random) -> Article:
        paragraphs = [self._headline(chance)]
        for _ in range(chance.randrange(4, 10)):
            told = [self.sentence(chance) for _ in range(chance.randrange(1, 5))]
            if chance.random() < 0.35:
                told.append(f"“{chance.choice(self.quotes)},” {chance.choice(self.people).split()[1]} said.")
            if chance.random() < 0.3:
                told.append(chance.choice(STOCK_SENTENCES))
            paragraphs.append(" ".join(told))
        if chance.random() < 0.3:
            paragraphs.append(self.statement)
        if chance.random() < 0.4:
            paragraphs.append(self.background)
        if chance.random() < 0.25:
            paragraphs.append(chance.choice(NOTICES))
        return Article(identifier, "\n\n".join(paragraphs))

    def sentence(self, chance: Random) -> str:
        who, other = chance.sample(self.people, 2)
        family, full = who.split()[1], chance.random() < 0.3
        parts = [
            who if full else family,
            chance.choice(VERBS),
            chance.choice(self.things),
            chance.choice(WHENS),
        ]
        if chance.random() < 0.7:
            parts.append(chance.choice(TAILS))
        if chance.random() < 0.4:
            parts.insert(0, chance.choice(LEADS) + ",")
        line = " ".join(parts).format(
            other=other.split()[1], body=chance.choice(self.bodies), place=chance.choice(self.places)
        )
        return line[0].upper() + line[1:] + "."

    def _headline(self, chance: Random) -> str:
        verb = chance.choice(("faces", "fights", "defends", "questions"))
        return f"{chance.choice(self.people).split()[1]} {verb} {chance.choice(self.things)}"


class _Editor:
    """Makes copies."""

    def __init__(self, chance: Random, vocabulary: Sequence[str], stories: Sequence[_Story]) -> None:
        self.chance, self.vocabulary, self.stories = chance, vocabulary, stories

    def edited(self, identifier: str, kind: str, originals: Sequence[Article]) -> Article:
        headline, *paragraphs = originals[0].text.split("\n\n")
        edits: dict[str, Callable[[list[str]], list[str]]] = {
            "agency line": lambda given: [f"({self._agency()}) - {given[0]}", *given[1:]],
            "headline": self._by_another,
            "words 2-5 %": lambda given: self._words(given, 0.02, 0.05),
            "words 10-15 %": lambda given: self._words(given, 0.10, 0.15),
            "sentences cut": lambda given: self._cut(given, 0.2, 0.4),
            "paragraphs added": self._added,
            "paragraphs reordered": self._reordered,
            "excerpt 20-35 %": lambda given: self._excerpt(given, 0.2, 0.35),
            "excerpt 35-60 %, edited": lambda given: self._words(self._excerpt(given, 0.35, 0.6), 0.02, 0.15),
            "spelling and quotes": self._respelled,
            "all at once": lambda given: self._respelled(
                self._cut(self._words(self._reordered(given), 0.02, 0.06), 0.05, 0.15)
            ),
        }
        merged = kind == "two merged"
        paragraphs = (
            [*paragraphs, *originals[1].text.split("\n\n")[1:]] if merged else edits[kind](paragraphs)
        )
        if kind in ("headline", "excerpt 20-35 %", "all at once", "two merged"):
            headline = f"What is known about {self.chance.choice(THINGS)}"
        days = [each.date for each in originals]
        date = None if None in days else str(int(max(day for day in days if day)[:4]) + 1) + "-03-01"
        return Article(identifier, "\n\n".join([headline, *paragraphs]), date=date)

    def _agency(self) -> str:
        return self.chance.choice(("Meridian Wire", "Ostrava Press Agency", "Reuters"))

    def _by_another(self, given: list[str]) -> list[str]:
        return [f"By {self.chance.choice(GIVEN)} {self.chance.choice(FAMILY)}, {self._agency()}", *given]

    def _words(self, given: list[str], least: float, most: float) -> list[str]:
        share = self.chance.uniform(least, most)

        def other(match: re.Match[str]) -> str:
            return self.chance.choice(self.vocabulary) if self.chance.random() < share else match[0]

        return [re.sub(r"\b[A-Za-z]+\b", other, each) for each in given]

    def _cut(self, given: list[str], least: float, most: float) -> list[str]:
        share = self.chance.uniform(least, most)
        kept = []
        for each in given:
            left = [span.of(each) for span in sentences(each) if self.chance.random() > share]
            kept += [" ".join(left)] if left else []
        return kept or given

    def _added(self, given: list[str]) -> list[str]:
        made = list(given)
        story = self.chance.choice(self.stories)
        for _ in range(max(1, round(len(given) * self.chance.uniform(0.1, 0.4)))):
            told = " ".join(story.sentence(self.chance) for _ in range(self.chance.randrange(1, 4)))
            made.insert(self.chance.randrange(len(made) + 1), told)
        return made

    def _reordered(self, given: list[str]) -> list[str]:
        return self.chance.sample(given, len(given))

    def _excerpt(self, given: list[str], least: float, most: float) -> list[str]:
        """Consecutive sentences of about that share of the words."""
        every = [span.of(each) for each in given for span in sentences(each)]
        wanted = self.chance.uniform(least, most) * sum(len(each.split()) for each in every)
        begin = self.chance.randrange(max(1, round(len(every) * (1 - most))))
        for end in count(begin + 1):
            if end >= len(every) or sum(len(each.split()) for each in every[begin:end]) >= wanted:
                return [" ".join(every[begin:end])]
        raise AssertionError

    def _respelled(self, given: list[str]) -> list[str]:
        table = str.maketrans(
            {"“": '"', "”": '"', "’": "'", "—": "-", "á": "a", "é": "e", "í": "i", "ć": "c"}
        )
        words = re.compile("|".join(map(re.escape, _SPELLING)))
        return [words.sub(lambda match: _SPELLING[match[0]], each.translate(table)) for each in given]
