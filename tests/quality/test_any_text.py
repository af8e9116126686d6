"""Whatever stretch of an article is taken for a text of its own, it can be read, and what is found stands in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.pipeline import Extractor
from kg.model import Article
from kg.read import read_inputs

LONGEST = 60


@pytest.fixture(scope="module")
def words(root) -> list[str]:
    paths = sorted((root / "seeds" / "articles").glob("*-1.txt"))
    articles = [each for each in read_inputs([str(path) for path in paths]) if isinstance(each, Article)]
    return [word for article in articles for word in article.text.split()]


@pytest.mark.not_covered
@settings(max_examples=200, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_stretch_of_an_article_can_be_read(
    extractor: Extractor, words: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    text = " ".join(
        data.draw(st.sampled_from((list, sorted)))(words[start : start + data.draw(st.integers(1, LONGEST))])
    )
    opening = text[0].upper() + text[1:]
    (extraction,) = extractor.extract([Article("stretch", opening)])
    for claim in extraction.claims:
        assert claim.trigger.of(opening)
        assert 0 <= claim.evidence.begin < claim.evidence.end <= len(opening)
