"""Reading: from files, folders, patterns, standard input and web addresses to articles with their zones."""

from kg.read.dates import Dateline, dateline, published_date
from kg.read.expected import expected_articles
from kg.read.inputs import read_inputs
from kg.read.limits import Limits
from kg.read.once import each_once
from kg.read.source import Reader, Source, reads
from kg.read.zones import find_zones

__all__ = [
    "Dateline",
    "Limits",
    "Reader",
    "Source",
    "dateline",
    "each_once",
    "expected_articles",
    "find_zones",
    "published_date",
    "read_inputs",
    "reads",
]
