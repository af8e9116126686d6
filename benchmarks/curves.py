"""Draws what `growth.py` has measured: processor time an article, as a ratio to the first size, over the number of articles.

python benchmarks/curves.py RESULTS docs/growth.svg
"""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from math import log10
from pathlib import Path
from typing import Final

LINES: Final = {
    "bare bulk load": "#888888",
    "load and make": "#1f77b4",
    "derive all": "#d62728",
    "resolve": "#9467bd",
    "facts": "#ff7f0e",
    "update 1 %": "#2ca02c",
}
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 360, 48, 16, 150, 40


def drawing(results: Sequence[tuple[int, Mapping[str, float]]]) -> Iterator[str]:
    """The lines of an SVG."""
    sizes = [size for size, _ in results]
    curves = {
        name: [
            (size, found[name] / size / (results[0][1][name] / sizes[0]))
            for size, found in results
            if name in found
        ]
        for name in LINES
        if name in results[0][1]
    }
    curves["n log n"] = [(size, log10(size) / log10(sizes[0])) for size in sizes]
    most = max(2.0, *(ratio for points in curves.values() for _, ratio in points))
    span = log10(sizes[-1] / sizes[0]) or 1

    def x(size: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * log10(size / sizes[0]) / span

    def y(ratio: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - ratio / most)

    size = f'width="{WIDTH}" height="{HEIGHT}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="12">'
    yield f'<rect {size} fill="white"/>'
    yield f'<path d="M{LEFT},{TOP} V{HEIGHT - BOTTOM} H{WIDTH - RIGHT}" fill="none" stroke="black"/>'
    for number in sizes:
        yield f'<text x="{x(number):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{number:,}</text>'
    yield f'<text x="{(LEFT + WIDTH - RIGHT) / 2:.1f}" y="{HEIGHT - 6}" text-anchor="middle">articles</text>'
    for ratio in range(int(most) + 1):
        yield f'<text x="{LEFT - 8}" y="{y(ratio) + 4:.1f}" text-anchor="end">{ratio}</text>'
    ends = sorted(curves, key=lambda name: -curves[name][-1][1])
    heights: list[float] = []
    for name in ends:
        heights.append(max(y(curves[name][-1][1]) + 4, heights[-1] + 14 if heights else 0))
    for name, height in zip(ends, heights, strict=True):
        colour = LINES.get(name, "#000000")
        dashes = "" if name in LINES else ' stroke-dasharray="4 3"'
        points = " ".join(f"{x(size):.1f},{y(ratio):.1f}" for size, ratio in curves[name])
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
        yield f'<text x="{WIDTH - RIGHT + 8}" y="{height:.1f}" fill="{colour}">{name}</text>'
    yield "</svg>"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("results", type=Path, help="a file that growth.py has written")
    parser.add_argument("drawing", type=Path)
    arguments = parser.parse_args()
    results = json.loads(arguments.results.read_text())
    arguments.drawing.write_text("\n".join(drawing(results)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
