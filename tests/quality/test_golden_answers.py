"""Every stored question gives the answers of tests/quality/golden/ on the sample articles.

Where extraction has changed on purpose: python tests/support/golden.py --write, and read the diff.
"""

import pytest
from golden import ASKED, FOLDER, answers, populated

from kg.query.library import load_library

pytestmark = pytest.mark.not_covered

NAMES = sorted(query.name for query in load_library())


@pytest.fixture(scope="session")
def told(extractor):
    return dict(answers(populated(extractor)))


@pytest.mark.parametrize("name", NAMES)
def test_the_question_is_answered_as_before(told, name):
    assert told[name] == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_each_question_has_its_golden_answer_and_no_other_is_kept():
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == NAMES
    assert ASKED.keys() <= set(NAMES)
