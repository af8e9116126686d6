"""A claim's frame is the alternative that the sentence has."""

import pytest

from kg.extract.wording import as_worded


@pytest.mark.parametrize(
    ("frame", "trigger", "sentence", "worded"),
    [
        ("SUBJ {sue|indict} OBJ", {"indict"}, {"indict", "sue"}, "SUBJ indict OBJ"),
        ("SUBJ {lash out at|blast} OBJ", {"lash"}, {"lash", "out", "at"}, "SUBJ lash out at OBJ"),
        ("SUBJ, {head|chief} {of|for} OBJ", {"chief"}, {"chief", "of"}, "SUBJ, chief of OBJ"),
        ("SUBJ, {court|judge} {of|in} OBJ", {"court"}, {"court"}, "SUBJ, court {of|in} OBJ"),
        ("DEM SUBJ", set(), set(), "DEM SUBJ"),
    ],
)
def test_the_words_that_stand_there_are_chosen(
    frame: str, trigger: set[str], sentence: set[str], worded: str
) -> None:
    assert as_worded(frame, trigger, sentence) == worded
