import json
from pathlib import Path

import pyoxigraph as ox
import pytest

RDF = {
    "turtle": (ox.RdfFormat.TURTLE, ".ttl"),
    "trig": (ox.RdfFormat.TRIG, ".trig"),
    "ntriples": (ox.RdfFormat.N_TRIPLES, ".nt"),
    "nquads": (ox.RdfFormat.N_QUADS, ".nq"),
    "jsonld": (ox.RdfFormat.JSON_LD, ".jsonld"),
    "rdfxml": (ox.RdfFormat.RDF_XML, ".rdf"),
}
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
CLAIM = ox.NamedNode("https://w3id.org/kg-populator/ontology#Claim")


def claims(path: Path, form: ox.RdfFormat) -> set[str]:
    found = {quad.triple for quad in ox.parse(path=str(path), format=form)}
    return {triple.subject.value for triple in found if triple.predicate == TYPE and triple.object == CLAIM}


@pytest.mark.parametrize("form", [name for name in RDF if name != "rdfxml"])
def test_extract_writes_what_populate_and_export_write(kg, filled, articles, form):
    parser, suffix = RDF[form]
    assert kg("extract", articles, "--format", form, "-o", f"direct{suffix}").code == 0
    layers = [
        part
        for name in ("text", "articles", "mentions", "claims", "entities", "facts")
        for part in ("-l", name)
    ]
    assert kg("export", *layers, "-o", f"stored{suffix}").code == 0
    assert Path(f"direct{suffix}").read_bytes() == Path(f"stored{suffix}").read_bytes()
    assert len(claims(Path(f"direct{suffix}"), parser)) == 3


@pytest.mark.parametrize("form", RDF)
def test_export_parses_in_every_format_and_the_name_of_the_file_tells_which(kg, filled, form):
    parser, suffix = RDF[form]
    assert kg("export", "--output", f"graph{suffix}").code == 0
    assert len(claims(Path(f"graph{suffix}"), parser)) == 3


def test_export_without_text_has_no_sentence_of_an_article(kg, filled):
    assert "says nothing of interest" in kg("export").out
    assert "says nothing of interest" not in kg("export", "--without-text").out


def test_records_are_one_json_object_a_line(kg, articles):
    done = kg("extract", articles, "--format", "jsonl")
    records = [json.loads(line) for line in done.out.splitlines()]
    kinds = [record["kind"] for record in records]
    assert (kinds.count("article"), kinds.count("claim")) == (2, 3)
    claim = next(record for record in records if record["kind"] == "claim")
    text = next(record["text"] for record in records if record["kind"] == "article")
    evidence = claim["evidence"]
    assert text[evidence["begin"] : evidence["end"]] == evidence["text"] == "Ana indicted Ben."


def test_extract_writes_what_it_could_read_and_says_what_not(kg, articles):
    (articles / "bytes.txt").write_bytes(bytes(range(256)) * 40)
    for form in ("jsonl", "nquads"):
        done = kg("extract", articles, "--format", form, "-o", "out")
        assert done.code == 1
        assert "bytes.txt" in done.err
        assert "Ana indicted Ben." in Path("out").read_text()


def test_an_output_that_fails_leaves_the_former_file(kg, filled, monkeypatch):
    Path("graph.ttl").write_text("former")

    def broken(*arguments: object, **more: object) -> None:
        arguments[1].write(b"half")
        raise ZeroDivisionError

    monkeypatch.setattr("kg.export.write_store", broken)
    assert kg("export", "-o", "graph.ttl").code == 1
    assert Path("graph.ttl").read_text() == "former"
    assert not list(Path().glob(".graph.ttl*"))


def test_an_output_that_is_a_folder_is_a_wrong_word_on_the_command_line(kg, filled, tmp_path):
    (tmp_path / "folder").mkdir()
    done = kg("export", "-o", "folder")
    assert done.code == 2
    assert done.err == "error: folder is a folder; name a file to write to\n"


def test_an_output_that_cannot_be_written_is_named(kg, filled):
    Path("file").write_text("no folder")
    done = kg("export", "-o", "file/graph.ttl")
    assert done.code == 1
    assert done.err.startswith("error: file/graph.ttl cannot be written: ")


def test_a_full_disk_leaves_the_former_file(kg, filled, monkeypatch):
    Path("graph.ttl").write_text("former")

    def full(*arguments: object, **more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.export.write_store", full)
    done = kg("export", "-o", "graph.ttl")
    assert done.err == (
        "error: graph.ttl cannot be written to the end, and is as it was: No space left on device\n"
    )
    assert Path("graph.ttl").read_text() == "former"


def test_stats_counts_what_is_there(kg, filled):
    counted = kg("stats", "--json").json
    assert counted["totals"] == {
        "articles": 2,
        "mentions": 6,
        "claims": 3,
        "facts": 2,
        "copies": 0,
        "copies in part": 0,
    }
    assert counted["groups"]["relations"] == {"indicted": 2, "metWith": 1}
    shown = kg("stats").out
    assert "indicted" in shown
    assert "Person" in shown


def test_check_and_verify_pass_on_what_was_written(kg, filled):
    assert kg("verify").out.startswith("12 stretches of text in 2 articles compared")
    done = kg("check")
    assert (done.code, done.out) == (0, "conforms: no shape is broken, no check finds anything\n")


def test_verify_and_check_fail_on_a_graph_that_was_tampered_with(kg, filled):
    store = ox.Store(str(filled))
    store.update(
        """PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
        DELETE { GRAPH ?g { ?m nif:anchorOf "Cleo" } } INSERT { GRAPH ?g { ?m nif:anchorOf "Leo" } }
        WHERE { GRAPH ?g { ?m nif:anchorOf "Cleo" } }"""
    )
    del store
    verified = kg("verify")
    assert verified.code == 1
    assert "the graph says 'Leo', the text has 'Cleo'" in verified.err
    assert kg("check").code == 1


def test_progress_and_colour_do_not_reach_a_pipe(kg, articles):
    done = kg("populate", articles)
    assert "\x1b" not in done.out + done.err


@pytest.mark.parametrize(("suffix", "start"), [("graphml", b"<?xml"), ("gexf", b"<?xml"), ("zip", b"PK")])
def test_the_name_of_the_file_chooses_a_network_too(kg, filled, suffix, start):
    for options in ((), ("--claims",)):
        assert kg("export", *options, "-o", f"graph.{suffix}").code == 0
        assert Path(f"graph.{suffix}").read_bytes().startswith(start)


def test_other_formats_are_written_as_well(kg, filled):
    assert kg("export", "-o", "graph.ftm").code == 0
    schemata = [json.loads(line)["schema"] for line in Path("graph.ftm").read_text().splitlines()]
    assert schemata == ["Person"] * 3 + ["Article"] * 2 + ["UnknownLink"] * 2
    assert 'dcterms:title "Talks"' in kg("export", "-f", "void", "--title", "Talks").out
    assert "rdf:reifies <<( ent:ana kg:indicted ent:ben )>>" in kg("export", "--annotations").out


def test_csv_goes_into_a_folder(kg, filled):
    assert kg("export", "-f", "csv", "-o", "tables").code == 0
    assert {path.name for path in Path("tables").iterdir()} == {"nodes.csv", "edges.csv"}
    assert "indicted" in Path("tables/edges.csv").read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("-o", "edges.csv"),
            "CSV is two files, of nodes and of edges; name a folder or a .zip instead of edges.csv",
        ),
        (("-o", "graph.gexf", "-l", "facts"), "--layer chooses parts of RDF"),
        (("-o", "graph.ttl", "--claims"), "--claims is for networks"),
        (("-o", "graph.nt", "--annotations"), "--annotations are for turtle and trig, not for ntriples"),
        (("-o", "graph.ttl", "--title", "x"), "--title, --publisher and --licence are for the format void"),
    ],
)
def test_options_that_do_not_fit_the_format_are_refused_before_anything_is_written(kg, filled, options, told):
    done = kg("export", *options)
    assert done.code == 2
    assert told in done.err
    assert not Path(options[1]).exists()


def test_csv_that_cannot_be_written_names_the_folder(kg, filled):
    Path("file").write_text("no folder")
    done = kg("export", "-f", "csv", "-o", "file/tables")
    assert (done.code, done.err.startswith("error: file/tables cannot be written: ")) == (1, True)
