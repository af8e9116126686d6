"""What is compared with what: enough to find who is one, and not all with all."""

from said import ORGANIZATION, PERSON, said

from kg.gazetteer import load_gazetteer
from kg.resolve.blocking import LARGEST_BLOCK, blocked_pairs
from kg.resolve.named import Named
from kg.resolve.namesakes import Cluster, clusters_of_name
from kg.resolve.readings import Corpus


def clusters(*names: str) -> list[Cluster]:
    kinds = [ORGANIZATION if name.isupper() or "Front" in name else PERSON for name in names]
    corpus = Corpus(
        [said("a", name, kind) for name, kind in zip(names, kinds, strict=True)], load_gazetteer()
    )
    by_name = {reading.name: reading for reading in corpus.readings}
    return [clusters_of_name([by_name[name]], corpus)[0] for name in names]


def pairs(*names: str) -> set[tuple[str, str]]:
    named = [Named.of(cluster) for cluster in clusters(*names)]
    return {(named[first].name, named[second].name) for first, second in blocked_pairs(named, {})}


def test_names_that_may_be_one_persons_are_compared_and_others_not() -> None:
    assert pairs("Joe Brandvold", "Joseph R. Brandvold", "Nina Brandvold", "Joe Holt") == {
        ("Joe Brandvold", "Joseph R. Brandvold")
    }


def test_a_surname_is_compared_with_all_who_bear_it() -> None:
    assert pairs("Brandvold", "Joe Brandvold", "Nina Brandvold") == {
        ("Brandvold", "Joe Brandvold"),
        ("Brandvold", "Nina Brandvold"),
    }


def test_initials_are_compared_with_the_body_that_has_them() -> None:
    assert pairs("FNO", "Front of Northern Oases", "Front of Southern Oases") == {
        ("FNO", "Front of Northern Oases")
    }


def test_the_pairs_of_a_large_block_grow_with_its_size_alone() -> None:
    many = [
        f"J{'aeiou'[n % 5]}{'bdfgklmnprst'[n // 5 % 12]}{'aeiou'[n // 60]} Brandvold"
        for n in range(2 * LARGEST_BLOCK)
    ]
    assert len(pairs(*many)) <= 20 * len(many)
