"""Writes into docs/quality.md what is measured now: python benchmarks/report.py, some minutes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annotated import BUILDING, HELD_OUT, REFERENCE, annotated_sets
from calibration import Weighed, curve_table, reliability_table, weigh
from classes import Missed, Wrong, count, triggers_of
from classes import table as class_table
from quality import table as quality_table

from kg.extract.pipeline import Extractor

TARGET: Final = Path(__file__).resolve().parent.parent / "docs" / "quality.md"


def main() -> None:
    """Measure and write."""
    extractor = Extractor()
    sections = {"figures": "\n".join(quality_table(extractor))} | dict(_of_sets(extractor))
    text = TARGET.read_text(encoding="utf-8")
    for name, content in sections.items():
        section = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
        text = section.sub(lambda _, content=content: f"{content}\n", text)
    TARGET.write_text(text, encoding="utf-8")
    print(f"written to {TARGET}")


def _of_sets(extractor: Extractor) -> Iterator[tuple[str, str]]:
    triggers = triggers_of(extractor)
    for chosen in annotated_sets():
        if chosen.name in (BUILDING, REFERENCE):
            missed, wrong = count(extractor, chosen, triggers)
            tables = class_table("missed", Missed, missed), class_table("wrong", Wrong, wrong)
            yield f"classes of {chosen.name}", "\n\n".join(tables)
        extractions = list(extractor.extract(chosen.articles))
        weighed = weigh(chosen, extractions)
        yield f"reliability of {chosen.name}", reliability_table(chosen.name, weighed)
        if chosen.name == HELD_OUT:
            yield "diagram", diagram(weighed)
            yield "curve", curve_table(chosen, extractions)


def diagram(weighed: Weighed) -> str:
    """A reliability diagram: the bars are the share of right claims, the line is what the confidence says."""
    bins = [each for each in weighed.bins() if each[1] >= 10]
    labels = ", ".join(f'"{begin:.1f}"' for begin, *_ in bins)
    said = ", ".join(f"{mean:.2f}" for _, _, mean, _ in bins)
    right = ", ".join(f"{share:.2f}" for *_, share in bins)
    return f"""```mermaid
xychart-beta
    title "Right claims by confidence, held-out articles"
    x-axis "confidence from" [{labels}]
    y-axis "share" 0 --> 1
    bar [{right}]
    line [{said}]
```"""


if __name__ == "__main__":
    main()
