from kg.query.answers import answer
from kg.query.headers import parse_query
from kg.query.library import load_library


def test_every_question_is_listed_with_its_usage_and_summary(root):
    text = (root / "docs" / "queries.md").read_text(encoding="utf-8")
    listed = [line for line in text.splitlines() if line.startswith("* `") and "`: " in line]
    assert sorted(listed) == sorted(f"* `{query.usage}`: {query.summary}" for query in load_library())


def test_the_example_of_a_question_of_ones_own_runs(root, world):
    text = (root / "docs" / "queries.md").read_text(encoding="utf-8")
    example = text.partition("```sparql\n")[2].partition("```")[0]
    query = parse_query(example, "example")
    assert [parameter.name for parameter in query.params] == ["where", "least"]
    assert answer(query, {}, world).rows == ()
