def test_the_list_has_every_relation_with_its_ends(kg):
    listed = kg("relations", "list", "--json").json
    assert len(listed) >= 40
    leads = next(relation for relation in listed if relation["name"] == "leads")
    assert leads["domain"] == ["Person"]
    assert "leads" in kg("relations", "list").out


def test_showing_one_relation_gives_its_frames_and_sentences(kg):
    shown = kg("relations", "show", "metwith").out
    assert shown.startswith("metWith: ")
    assert "symmetric" in shown
    assert "does not say so:" in shown


def test_an_unknown_relation_gives_suggestions(kg):
    done = kg("relations", "show", "indictd")
    assert done.code == 2
    assert "did you mean indicted" in done.err


RELATION = """
@prefix kg: <https://w3id.org/kg-populator/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
kg:toasted a owl:ObjectProperty ; rdfs:label "toasted"@en ; rdfs:domain kg:Agent ; rdfs:range kg:Agent ;
    skos:definition "Raised a glass to another."@en ; kg:frame "SUBJ toast OBJ" ;
    skos:example "[Ana] toasted [Ben]."@en ;
    kg:counterExample "[Ana] toasted bread for [Ben]."@en .
"""


def test_a_relation_of_ones_own_is_one_block_in_a_folder(kg, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "toasted.ttl").write_text(RELATION)
    assert "Raised a glass" in kg("relations", "show", "toasted", "--relations", "mine").out


def test_running_examples_fails_and_names_the_sentence_that_gives_nothing(kg, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "toasted.ttl").write_text(RELATION)
    done = kg(
        "relations", "test", "toasted", "--relations", "mine"
    )  # the extractor here knows no such relation
    assert done.code == 1
    assert "toasted: example gives no claim: [Ana] toasted [Ben]." in done.out
    assert "1 of 2 sentences give what they should" in done.out
