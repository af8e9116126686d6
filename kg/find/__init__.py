"""Full text: words in the names of entities, the titles and the sentences of a store, by an index that follows the store."""

from kg.find.index import Index, index_path, stamp_of
from kg.find.search import Found, FoundName, FoundSentence, FoundTitle, Place, find, search
from kg.find.words import Wanted, wanted

__all__ = [
    "Found",
    "FoundName",
    "FoundSentence",
    "FoundTitle",
    "Index",
    "Place",
    "Wanted",
    "find",
    "index_path",
    "search",
    "stamp_of",
    "wanted",
]
