"""Who is who over many articles: 2,000 short made-up articles on 200 made-up people, 40 of whom share names.

    python benchmarks/people.py

Each person belongs to a circle with a country, a body and a trade; an article tells of one of them, mostly with
another of the circle. In one of twelve, where the trade has titles, the person has only a title and a surname, in one of
eight only a name without any role, in one of twenty a middle initial. The same seed gives the same articles.

The measure is over the pairs of articles on somebody: whether the graph has one entity for both where they are about one
person, and two where they are not. What extraction does not find at all counts as an entity of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, NamedTuple

from kg.gazetteer import load_gazetteer
from kg.graph import Names, Run, extraction_quads
from kg.model import Article, Extraction
from kg.model.keys import fold
from kg.resolve import Reading, resolve
from kg.settle.readings import readings_of
from kg.store import LocalStore
from kg.workers import SpacyRecipe, extract_all

PEOPLE: Final = 200
SHARING: Final = 40
ARTICLES: Final = 2000
CIRCLES: Final = 40
SEED: Final = 20261122

GIVEN: Final = """Adaeze Aurelio Beatrix Bojan Branwen Calixto Celestine Dagmar Delphine Dimitar Eleni Emeka Eugenia Farida
    Florent Gabriela Giorgos Hanneke Henrik Ilaria Imran Isolde Jacinta Jovan Katarina Kwabena Leila Lisandro Magnus Marisol
    Mirela Nadia Norbert Octavio Oksana Pilar Radek Rosalind Samuel Sunniva Tobias Ursula Valentin Wanda Xavier Yusuf
    Zdenka Zoltan""".split()
FAMILY: Final = """Abernethy Adomako Alvsund Arzamendi Bakalov Barrientos Belcastro Blomkvist Brankovic Cadwell Castellanos
    Chukwuma Corrigan Dalgaard Danquah Delacroix Drozdov Echeverri Eklund Fairweather Fontaine Galarza Gustafson Haddad
    Halvorsen Hargreave Horvat Ibarrola Iwobi Jankowski Jaramillo Kalinowski Kaptein Karagiannis Kessler Kovalenko
    Lachance Lindqvist Lombardo Makarios Malinverni Mbeki Montalvo Nakagawa Novotny Obradovic Okonkwo Orellana Osterman
    Palsson Petrakis Quintero Rasmussen Rochefort Rutkowski Saldivar Schreiber Sokolova Stavros Szabo Tamasi Thorvald
    Ugarte Uzoma Valdivia Vandermeer Vasquez-Prieto Villalobos Wachowski Wetherby Yilmaz Zabala Zielinski Zubiri""".split()
COUNTRIES: Final = (
    ("Norway", "Norwegian", "Oslo"), ("Chile", "Chilean", "Santiago"), ("Ghana", "Ghanaian", "Accra"),
    ("Poland", "Polish", "Warsaw"), ("Kenya", "Kenyan", "Nairobi"), ("Peru", "Peruvian", "Lima"),
    ("Greece", "Greek", "Athens"), ("Canada", "Canadian", "Ottawa"), ("Portugal", "Portuguese", "Lisbon"),
    ("Bulgaria", "Bulgarian", "Sofia"), ("Uruguay", "Uruguayan", "Montevideo"), ("Hungary", "Hungarian", "Budapest"),
)  # fmt: skip
TRADES: Final = {
    "politics": (("senator", "Progress Alliance"), ("mayor", "Civic Union"), ("lawmaker", "Harvest Party")),
    "business": (("banker", "Bank Meridian"), ("chairman", "Halcyon Mining"), ("investor", "Orion Freight")),
    "sport": (("striker", "Rovers"), ("goalkeeper", "Athletic"), ("coach", "Wanderers")),
    "law": (("judge", "Court of Audit"), ("prosecutor", "Anti-Fraud Office"), ("lawyer", "Tern Chambers")),
    "science": (("professor", "Institute of Biology"), ("economist", "Ledger Foundation"), ("surgeon", "Brendan Clinic")),
    "arts": (("singer", "Lantern Records"), ("novelist", "Ferry Press"), ("actor", "Mirror Theatre")),
}  # fmt: skip
OPENINGS: Final = (
    "{demonym} {role} {name} met {mate} in {city} on {day}.",
    "{name}, a {role} from {country}, praised {mate} on {day} at an event in {city}.",
    "{name}, a {role} with {body} of {country}, said on {day} that the dispute was over.",
    "Reporters in {city} asked {demonym} {role} {name} about {mate} on {day}.",
    "{body} of {country} said on {day} that its {role}, {name}, would travel to {city}.",
)
PLAIN: Final = (
    "{name} spoke on {day} at a meeting in {city} with {mate}.",
    "On {day} {name} and {mate} opened an exhibition in {city}.",
)
TITLED: Final = ("{demonym} {title} {family} met {mate} in {city} on {day}.",)
TITLES: Final = frozenset({"senator", "mayor", "judge", "professor", "coach"})
CLOSINGS: Final = (
    "{family} told reporters that the year had been long.",
    "{body} declined to comment.",
    "{family} thanked {mate} for the help.",
    "The talks lasted an hour.",
)
DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday".split()


class Person(NamedTuple):
    """Somebody made up; the circle gives country, trade and body."""

    number: int
    given: str
    family: str
    circle: int
    role: str

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class World:
    """People, the articles on them, and whom each article names by which name.

    Attributes:
        named: article identifier → number of the person by the folded family name.
    """

    people: list[Person]
    articles: list[Article]
    named: dict[str, dict[str, int]]


def world(seed: int = SEED, articles: int = ARTICLES) -> World:
    """The made-up world."""
    chance = Random(seed)
    people = _people(chance)
    circles: defaultdict[int, list[Person]] = defaultdict(list)
    for person in people:
        circles[person.circle].append(person)
    written: list[Article] = []
    named: dict[str, dict[str, int]] = {}
    for number in range(articles):
        person = (
            people[number]
            if number < len(people)
            else people[min(chance.randrange(PEOPLE), chance.randrange(PEOPLE))]
        )
        mate = chance.choice([other for other in circles[person.circle] if other.family != person.family])
        identifier = f"made-up-{number:04}"
        written.append(
            Article(identifier, _text(person, mate, chance), date=f"20{chance.randrange(18, 25)}-05-04")
        )
        text = written[-1].text
        named[identifier] = {fold(each.family): each.number for each in (person, mate) if each.family in text}
    return World(people, written, named)


def _people(chance: Random) -> list[Person]:
    """200 people in 40 circles; the last 40 are 20 pairs of namesakes.

    Of each three pairs one is of other trades in one country, one of one trade in other countries, one of neither.
    """
    names = [(given, family) for given in GIVEN for family in FAMILY]
    chance.shuffle(names)
    alone = PEOPLE - SHARING
    bearers = [(name, number % CIRCLES) for number, name in enumerate(names[:alone])]
    for number, name in enumerate(names[alone : alone + SHARING // 2]):
        bearers += [(name, number), (name, _circle_beside(number, number % 3))]
    return [
        Person(number, given, family, circle, chance.choice(_trade(circle))[0])
        for number, ((given, family), circle) in enumerate(bearers)
    ]


def _circle_beside(circle: int, kind: int) -> int:
    """The next circle that shares just the country (0), just the trade (1), or neither (2)."""
    wanted = ((True, False), (False, True), (False, False))[kind]
    return next(
        other
        for other in (number % CIRCLES for number in range(circle + 1, circle + CIRCLES))
        if (_country(other) == _country(circle), _trade(other) == _trade(circle)) == wanted
    )


def _country(circle: int) -> tuple[str, str, str]:
    return COUNTRIES[circle % len(COUNTRIES)]


def _trade(circle: int) -> tuple[tuple[str, str], ...]:
    return list(TRADES.values())[(circle + circle // len(COUNTRIES)) % len(TRADES)]


def _text(person: Person, mate: Person, chance: Random) -> str:
    country, demonym, capital = _country(person.circle)
    body = dict(_trade(person.circle))[person.role]
    draw = chance.random()
    openings = (
        TITLED if draw < 1 / 12 and person.role in TITLES else PLAIN if draw < 1 / 12 + 1 / 8 else OPENINGS
    )
    name = person.name
    if chance.random() < 1 / 20:
        name = f"{person.given} {chr(65 + person.number % 26)}. {person.family}"
    words = {
        "name": name, "family": person.family, "mate": mate.name, "role": person.role, "title": person.role.title(),
        "country": country, "demonym": demonym, "city": capital, "body": f"{capital} {body}", "day": chance.choice(DAYS),
    }  # fmt: skip
    sentences = [chance.choice(openings), *chance.sample(CLOSINGS, 2)]
    return " ".join(sentence.format(**words) for sentence in sentences) + "\n"


def extracted(articles: Iterable[Article]) -> list[Extraction]:
    """What the articles say, read by two processes."""
    recipe = SpacyRecipe()
    found = list(extract_all(articles, recipe, jobs=2))
    return [each for each in found if isinstance(each, Extraction)]


def readings(extractions: Iterable[Extraction]) -> list[Reading]:
    """What the articles say of their entities, as a store would hold it."""
    run, names = Run("made-up", "made-up", "0"), Names()
    with LocalStore() as store:
        for extraction in extractions:
            graph = extraction_quads(extraction, run, names)
            store.replace_graph(graph.graph, graph.quads)
        return [reading for reading, _ in readings_of(store, names)]


def entities(found: Sequence[Reading]) -> dict[str, str]:
    """The IRI of the entity of each reading."""
    names = Names()
    return resolve(found, (), load_gazetteer(), lambda key: names.entity_by_key(key).value).entities


def pairwise(
    made_up: World, found: Sequence[Reading], entity_of: Mapping[str, str]
) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of articles that name somebody: whether both mean one person."""
    by_place: dict[tuple[str, str], str] = {}
    for reading in found:
        for family in made_up.named[reading.article]:
            if reading.named and fold(reading.name).endswith(family):
                by_place[reading.article, family] = entity_of[reading.iri]
    both: Counter[tuple[int, str]] = Counter()
    for article, names in made_up.named.items():
        for family, number in names.items():
            both[number, by_place.get((article, family), f"{article}/{family}")] += 1
    meant, made = Counter[int](), Counter[str]()
    for (number, entity), count in both.items():
        meant[number] += count
        made[entity] += count
    right, wanted, given = (_pairs(counts.values()) for counts in (both, meant, made))
    precision, recall = right / given, right / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


class Measured(NamedTuple):
    """How right the entities are, over pairs of articles, and whether three orders of reading gave the same."""

    precision: float
    recall: float
    f1: float
    same: bool


def measure() -> Measured:
    """Read all articles, and resolve them in three orders."""
    made_up = world()
    found = readings(extracted(made_up.articles))
    first = entities(found)
    same = True
    for order in range(3):
        shuffled = found.copy()
        Random(order).shuffle(shuffled)
        same = same and entities(shuffled) == first
    return Measured(*pairwise(made_up, found, first), same)


def main() -> None:
    """Print what is measured."""
    found = measure()
    print("same in every order:", found.same)
    print(f"precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}")


if __name__ == "__main__":
    main()
