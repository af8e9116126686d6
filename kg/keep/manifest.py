"""What a backup says of itself: how many quads each graph has, and a digest of them in any order."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import KgError

MANIFEST: Final = "kg-backup.json"
DATA: Final = "graph.nq.gz"
FORMAT: Final = 1
_SIZE: Final = 2**256


@dataclass(slots=True)
class Content:
    """What a dataset holds, counted quad by quad.

    Attributes:
        graphs: how many quads each has, by name; "" is the default graph.
        digest: the sum of the SHA-256 of each quad's line, modulo 2**256: the same whatever their order. Quads with blank
            nodes are left out, since each store names these in its own way.
    """

    graphs: Counter[str] = field(default_factory=Counter)
    digest: int = 0

    @property
    def quads(self) -> int:
        """How many there are in all."""
        return self.graphs.total()

    def line(self, quad: ox.Quad) -> bytes:
        """Count a quad; gives its line of N-Quads."""
        line = f"{quad} .\n".encode()
        graph = quad.graph_name
        self.graphs[graph.value if isinstance(graph, ox.NamedNode) else ""] += 1
        if not _has_blank(quad):
            self.digest = (self.digest + int.from_bytes(hashlib.sha256(line).digest(), "big")) % _SIZE
        return line

    def counted(self, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        """The same quads, counted as they pass."""
        for quad in quads:
            self.line(quad)
            yield quad


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it stands in a folder.

    Attributes:
        store_format: of the store that it was made of.
    """

    folder: Path
    content: Content
    store_format: int

    @property
    def data(self) -> Path:
        """The file of its quads."""
        return self.folder / DATA

    def written(self) -> bytes:
        """The manifest."""
        told = {
            "format": FORMAT,
            "store_format": self.store_format,
            "data": DATA,
            "quads": self.content.quads,
            "digest": f"{self.content.digest:064x}",
            "graphs": dict(sorted(self.content.graphs.items())),
        }
        return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_backup(folder: Path) -> Backup:
    """The backup in a folder, as its manifest tells; its quads are not looked at.

    Raises:
        KgError: there is none, or a newer version wrote it, or its manifest is damaged.
    """
    manifest = folder / MANIFEST
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
        written = int(told["format"])
        if written > FORMAT:
            raise KgError(
                f"the backup at {folder} was made by a newer kg-populator (format {written}, this one knows {FORMAT}); "
                "update kg-populator"
            )
        graphs = Counter({str(name): int(count) for name, count in told["graphs"].items()})
        content = Content(graphs, int(told["digest"], 16))
        if content.quads != int(told["quads"]):
            raise KgError(f"{manifest} is damaged (its graphs do not add up); use another backup")
        return Backup(folder, content, int(told["store_format"]))
    except FileNotFoundError as error:
        raise KgError(f"there is no backup at {folder}; make one with: kg backup {folder}") from error
    except OSError as error:
        raise KgError(f"the backup at {folder} cannot be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KgError(f"{manifest} is damaged ({error}); use another backup") from error


def _has_blank(quad: ox.Quad) -> bool:
    return (
        isinstance(quad.subject, ox.BlankNode)
        or isinstance(quad.object, ox.BlankNode)
        or isinstance(quad.graph_name, ox.BlankNode)
    )
