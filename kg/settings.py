"""What a user sets once: `kg.toml` in the user's configuration folder and the working folder, and `KG_*` variables."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from kg.errors import UsageError
from kg.home import SERVER_TIMEOUT, web_complaint

DEFAULT_BASE: Final = "https://w3id.org/kg-populator/data/"
FILE_NAME: Final = "kg.toml"
PREFIX: Final = "KG_"
LANGUAGE: Final = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")
_HOME: Final = frozenset({"store", "endpoint", "update_endpoint", "graph_store"})
_OTHER_VARIABLES: Final = frozenset({"KG_DEBUG"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds unless a command's option says otherwise.

    Attributes:
        store: folder of the embedded store, where no server is named; a URL stands for `endpoint`.
        endpoint: URL of the queries of the SPARQL 1.1 server that keeps the graph.
        update_endpoint, graph_store: URLs of its updates, and of its graphs; None: see `kg.home.Home`.
        credentials: file of names and passwords by server.
        ca_file: certificates of authorities to trust beside those of the system.
        timeout: seconds that a server may take for one request.
        model: name or folder of the spaCy pipeline to build on; None for the default.
        base: IRI under which articles, entities and claims are named; ends with "/".
        jobs: how many processes extract side by side; None for one a core.
        patience: seconds that an article may take, and as much again for each 10,000 characters.
        relations, queries: folders with relations and questions beside the shipped ones.
        gazetteers: files of known names beside the shipped ones.
        min_confidence: claims less sure than this are not kept, 0 to 1.
        reader: whether the trained reader stands beside the grammar.
        user: who judges, a name or an address; None for the login name.
        register: URL of the SPARQL service in which entities are looked for; None where none was chosen.
        link_language: of the names in that register.
        cache: folder of the answers that it gave; None for one among the user's caches.
        contact: a mail address or web page that registers are told with each request.
    """

    store: str = "kg-store"
    endpoint: str | None = None
    update_endpoint: str | None = None
    graph_store: str | None = None
    credentials: Path | None = None
    ca_file: Path | None = None
    timeout: int = SERVER_TIMEOUT
    model: str | None = None
    base: str = DEFAULT_BASE
    jobs: int | None = None
    patience: int = 60
    relations: tuple[Path, ...] = ()
    queries: tuple[Path, ...] = ()
    gazetteers: tuple[Path, ...] = ()
    min_confidence: float = 0.0
    reader: bool = False
    user: str | None = None
    register: str | None = None
    link_language: str = "en"
    cache: Path | None = None
    contact: str | None = None


NAMES: Final = tuple(each.name for each in fields(Settings))


def load_settings(
    folder: Path | None = None, environment: Mapping[str, str] | None = None, user_folder: Path | None = None
) -> Settings:
    """The settings in force: the user's file, over it the working folder's, over both the variables.

    Raises:
        UsageError: a file is not TOML, or a setting is unknown or has a wrong value.
    """
    folder = Path.cwd() if folder is None else folder
    environment = os.environ if environment is None else environment
    user_folder = user_configuration_folder(environment) if user_folder is None else user_folder
    values: dict[str, Any] = {}
    for path in (user_folder / FILE_NAME, folder / FILE_NAME):
        values = _over(values, _from_file(path), str(path))
    return Settings(**_over(values, _from_environment(environment), "the variables"))


def _over(values: dict[str, Any], nearer: dict[str, Any], where: str) -> dict[str, Any]:
    """The settings with nearer ones over them; who names a home anew drops all that was said of the one before."""
    if "store" in nearer and "endpoint" in nearer:
        raise UsageError(f"{where}: store names a folder and endpoint a server; set one of them")
    if "store" in nearer or "endpoint" in nearer:
        values = {name: value for name, value in values.items() if name not in _HOME}
    return values | nearer


def user_configuration_folder(environment: Mapping[str, str]) -> Path:
    """Where this user's own `kg.toml` stands."""
    if configured := environment.get("XDG_CONFIG_HOME") or environment.get("APPDATA"):
        return Path(configured) / "kg"
    return Path.home() / ".config" / "kg"


def user_cache_folder(environment: Mapping[str, str]) -> Path:
    """Where what can be had again is kept for this user."""
    if configured := environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA"):
        return Path(configured) / "kg"
    return Path.home() / ".cache" / "kg"


def user_state_folder(environment: Mapping[str, str]) -> Path:
    """Where what cannot be had again is kept for this user."""
    if configured := environment.get("XDG_STATE_HOME") or environment.get("LOCALAPPDATA"):
        return Path(configured) / "kg"
    return Path.home() / ".local" / "state" / "kg"


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: not a settings file that can be read: {error}") from error
    return {
        name: _checked(name, value, where=f"{path}: {name}", base=path.parent)
        for name, value in table.items()
    }


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for variable, value in sorted(environment.items()):
        name = variable.removeprefix(PREFIX).lower()
        # KG_ is a short prefix: a variable of somebody else's is none of our business
        if variable.startswith(PREFIX) and variable not in _OTHER_VARIABLES and name in NAMES and value:
            values[name] = _checked(name, value, where=variable, base=Path())
    return values


def _checked(name: str, value: object, *, where: str, base: Path) -> object:
    if name not in NAMES:
        raise UsageError(f"{where}: there is no such setting; there are {', '.join(NAMES)}")
    return _CHECKS[name](value, where, base)


def _text(value: object, where: str, _: Path) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UsageError(f"{where}: must be a text, not {value!r}")
    return value


def _store(value: object, where: str, base: Path) -> str:
    text = _text(value, where, base)
    return text if "://" in text else str(base / Path(text).expanduser())


def _server(value: object, where: str, base: Path) -> str:
    text = _text(value, where, base)
    if complaint := web_complaint(text):
        raise UsageError(f"{where}: {complaint}")
    return text


def _line(value: object, where: str, base: Path) -> str:
    text = _text(value, where, base)
    if not text.isprintable() or not text.isascii():
        raise UsageError(f"{where}: must be one line of ASCII, not {value!r}")
    return text


def _language(value: object, where: str, base: Path) -> str:
    text = _text(value, where, base).lower()
    if not LANGUAGE.fullmatch(text):
        raise UsageError(f"{where}: must be the code of a language (en, pt-br), not {value!r}")
    return text


def _folder_to_be(value: object, where: str, base: Path) -> Path:
    return base / Path(_text(value, where, base)).expanduser()


def _iri(value: object, where: str, base: Path) -> str:
    text = _text(value, where, base)
    if "://" not in text or not text.endswith("/") or any(c in text for c in ' <>"{}|\\^`#'):
        raise UsageError(f'{where}: must be an absolute IRI that ends with "/", not {text!r}')
    return text


def _count(value: object, where: str, _: Path) -> int:
    try:
        number = int(value) if isinstance(value, str) else value
    except ValueError:
        number = None
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise UsageError(f"{where}: must be a whole number of at least 1, not {value!r}")
    return number


def _share(value: object, where: str, _: Path) -> float:
    try:
        number = float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        number = None
    if number is None or isinstance(value, bool) or not 0 <= number <= 1:
        raise UsageError(f"{where}: must be a number from 0 to 1, not {value!r}")
    return number


def _switch(value: object, where: str, _: Path) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("on", "off"):
        raise UsageError(f"{where}: must be on or off, not {value!r}")
    return value == "on"


def _folders(value: object, where: str, base: Path) -> tuple[Path, ...]:
    paths = _paths(value, where, base)
    if missing := next((path for path in paths if not path.is_dir()), None):
        raise UsageError(f"{where}: there is no folder {missing}")
    return paths


def _files(value: object, where: str, base: Path) -> tuple[Path, ...]:
    paths = _paths(value, where, base)
    if missing := next((path for path in paths if not path.is_file()), None):
        raise UsageError(f"{where}: there is no file {missing}")
    return paths


def _file(value: object, where: str, base: Path) -> Path:
    path = _folder_to_be(value, where, base)
    if not path.is_file():
        raise UsageError(f"{where}: there is no file {path}")
    return path


def _paths(value: object, where: str, base: Path) -> tuple[Path, ...]:
    names = value.split(os.pathsep) if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise UsageError(f"{where}: must be a list of paths, not {value!r}")
    return tuple(base / Path(name).expanduser() for name in names)


_CHECKS: Final[dict[str, Callable[[object, str, Path], object]]] = {
    "store": _store,
    "endpoint": _server,
    "update_endpoint": _server,
    "graph_store": _server,
    "credentials": _file,
    "ca_file": _file,
    "timeout": _count,
    "model": _text,
    "base": _iri,
    "jobs": _count,
    "patience": _count,
    "relations": _folders,
    "queries": _folders,
    "gazetteers": _files,
    "min_confidence": _share,
    "reader": _switch,
    "user": _text,
    "register": _text,
    "link_language": _language,
    "cache": _folder_to_be,
    "contact": _line,
}
