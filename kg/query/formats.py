"""The names of the formats that an answer can be written in; light, for the command line's help."""

from enum import StrEnum


class ResultFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    TURTLE = "turtle"

    @property
    def for_people(self) -> bool:
        """Whether a long answer is cut to a page unless the user says otherwise."""
        return self in (ResultFormat.TABLE, ResultFormat.MARKDOWN)
