from world import BASE

from kg.query.evidence import evidence
from kg.query.labels import labels

CLAIM = f"{BASE}claim/"
FACT = f"{BASE}fact/"


def test_a_claim_gives_its_sentence_and_where_it_stands(world):
    (item,) = evidence(world, [f"{CLAIM}a2-01"])[f"{CLAIM}a2-01"]
    assert item.sentence == "Lorvia’s Justice Office has indicted Tomas Rehn, The Courier reported."
    assert (item.article, item.title, item.outlet, item.published) == (
        "a2",
        "Two neighbours, many quarrels",
        "Daily Tide",
        "2024-05-03",
    )
    assert (item.begin, item.end, item.place) == (0, 70, "a2:0–70")
    assert (item.holder, item.polarity, item.modality) == ("The Courier", "affirmed", "actual")
    assert (item.subject, item.relation, item.object) == (
        "Justice Office of Lorvia",
        "indicted",
        "Tomáš Rehn",
    )


def test_a_fact_gives_all_its_claims_and_those_against_it_last(world):
    fact = f"{FACT}tomas-rehn.attacked.sao-belo"
    items = evidence(world, [fact])[fact]
    assert [(item.article, item.stance) for item in items] == [
        ("a2", "according to Justice Office of Lorvia"),
        ("a1", "denied by Tomáš Rehn"),
    ]


def test_what_is_only_alleged_says_so_and_by_whom(world):
    (alleged,) = evidence(world, [f"{CLAIM}a4-03"])[f"{CLAIM}a4-03"]
    assert (alleged.holder_stance, alleged.stance) == ("alleges", "alleged by Harbour Bank")


def test_a_copy_is_told_from_its_original(world):
    fact = f"{FACT}justice-office.indicted.tomas-rehn"
    assert [(item.article, item.copy_of) for item in evidence(world, [fact])[fact]] == [
        ("a1", None),
        ("a2", None),
        ("a3", "a1"),
    ]


def test_the_outer_source_an_unnamed_one_and_the_date_of_the_event_are_kept(world):
    found = evidence(world, [f"{CLAIM}a2-14", f"{CLAIM}a1-06", f"{CLAIM}a1-04"])
    (quoted,) = found[f"{CLAIM}a2-14"]
    assert quoted.stance == "possible, according to Tomáš Rehn, reported by The Courier"
    (unnamed,) = found[f"{CLAIM}a1-06"]
    assert unnamed.holder == "unnamed source"
    (dated,) = found[f"{CLAIM}a1-04"]
    assert (dated.date, dated.date_origin) == ("2024-04", "resolved")


def test_since_when_and_until_when_is_kept_and_told():
    from world import fill

    from kg.query.results import source_line
    from kg.store import LocalStore

    store = fill(LocalStore())
    store._open.update(
        f"""PREFIX kg: <https://w3id.org/kg-populator/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        INSERT DATA {{ GRAPH <{BASE}article/a1> {{ <{CLAIM}a1-03> kg:startDate "2013"^^xsd:gYear ;
            kg:dateOrigin kg:Resolved .
          <{CLAIM}a1-05> kg:endDate "2024-06"^^xsd:gYearMonth }} }}"""
    )
    found = evidence(store, [f"{CLAIM}a1-03", f"{CLAIM}a1-05", f"{CLAIM}a1-04"])
    assert [items[0].when for items in found.values()] == ["since 2013", "2024-04", "until 2024-06"]
    assert "since 2013 (worked out)" in source_line(found[f"{CLAIM}a1-03"][0])
    assert "event dated 2024-04" in source_line(found[f"{CLAIM}a1-04"][0])


def test_what_is_neither_claim_nor_fact_has_no_evidence(world):
    assert evidence(world, [f"{BASE}entity/arvenia", "urn:nothing"]) == {}


def test_more_claims_than_fit_one_request_are_all_found(world, monkeypatch):
    monkeypatch.setattr("kg.query.source.BATCH", 2)
    claims = [f"{CLAIM}a2-{number:02}" for number in range(1, 10)]
    assert sorted(evidence(world, claims)) == claims


def test_labels_are_names_titles_words_and_sentences(world):
    kg = "https://w3id.org/kg-populator/ontology#"
    iris = [
        f"{BASE}entity/arvenia",
        f"{BASE}article/a2",
        f"{kg}metWith",
        f"{kg}worksFor",
        f"{kg}UnnamedSource",
        f"{FACT}mara-voss.leads.arvenia",
        f"{CLAIM}a1-02",
        "http://www.w3.org/ns/prov#Entity",
        "https://news.example/2024/1",
        "http://www.wikidata.org/entity/Q20",
    ]
    found = labels(world, iris)
    assert [found[iri] for iri in iris] == [
        "Arvenia",
        "Two neighbours, many quarrels",
        "met with",
        "works for",
        "unnamed source",
        "Mara Voss leads Arvenia",
        "(denied) Tomáš Rehn attacked São Belo",
        "Entity",
        "https://news.example/2024/1",
        "Q20",
    ]
