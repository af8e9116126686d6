"""Articles of which several may have the same identifier: the first stands for it."""

import hashlib
from collections.abc import Iterable, Iterator

from kg.errors import SkippedInput
from kg.model import Article


def each_once(inputs: Iterable[Article | SkippedInput]) -> Iterator[Article | SkippedInput]:
    """The inputs in their order, each identifier once; another article under the same one is skipped, with the reason.

    16 bytes are kept of each identifier, 8 of its text. The same article again is passed over in silence.
    """
    texts: dict[bytes, bytes] = {}
    for item in inputs:
        if isinstance(item, SkippedInput):
            yield item
            continue
        key = hashlib.sha256(item.identifier.encode("utf-8", "surrogatepass")).digest()[:16]
        text = bytes.fromhex(item.sha256[:16])
        if key not in texts:
            texts[key] = text
            yield item
        elif texts[key] != text:
            why = "another input of this run has the same name but another text; rename one of the two"
            yield SkippedInput(item.identifier, why)
