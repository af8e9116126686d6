"""The prefixes of the data, for queries that do not declare them."""

from collections.abc import Mapping
from itertools import pairwise

from kg.query.tokens import significant


def with_prefixes(text: str, prefixes: Mapping[str, str]) -> str:
    """The text with those prefixes before it that it uses and does not declare itself.

    >>> with_prefixes("ASK { ?s kg:indicted ?o }", {"kg": "urn:kg#", "rdf": "urn:rdf#"})
    'PREFIX kg: <urn:kg#> ASK { ?s kg:indicted ?o }'
    """
    named = [name for name in prefixes if f"{name}:" in text]
    if not named:
        return text
    tokens = significant(text)
    own = {after.text.rstrip(":") for before, after in pairwise(tokens) if before.is_word("PREFIX")}
    used = {token.text.partition(":")[0] for token in tokens if ":" in token.text}
    declared = [f"PREFIX {name}: <{prefixes[name]}>" for name in named if name in used - own]
    # on the first line, so that a message's line numbers stay those of the text
    return " ".join([*declared, text])
