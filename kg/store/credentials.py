"""What a server wants to know of whoever comes: a name and a password, or a token.

They come from the environment or a file that nobody else may read, and go to the server that they are for and to no other.
"""

import os
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

from kg.errors import UsageError

USER: Final = "KG_SERVER_USER"
PASSWORD: Final = "KG_SERVER_PASSWORD"
TOKEN: Final = "KG_SERVER_TOKEN"
SCHEME: Final = "KG_SERVER_AUTH"
PLAIN: Final = "KG_SERVER_PLAIN_HTTP"
HINT: Final = f"set {USER} and {PASSWORD}, or {TOKEN}, or write them into a file of your own (setting credentials = FILE)"
_PORTS: Final = {"http": 80, "https": 443}
_KEYS: Final = frozenset({"user", "password", "token", "auth", "plain_http"})


class Scheme(StrEnum):
    """How a name and a password, or a token, are told."""

    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password, or a token.

    Attributes:
        scheme: how they are told; None: as the server asks for it.
        origin: where they were found, for messages.
        plain_http: whether they may be told to another machine without encryption.
    """

    user: str = ""
    secret: str = field(default="", repr=False)
    scheme: Scheme | None = None
    origin: str = ""
    plain_http: bool = False


def credentials_for(
    url: str, file: Path | None = None, environment: Mapping[str, str] | None = None
) -> Credentials | None:
    """What to tell a server; the environment goes before the file. None where nothing was given.

    Args:
        file: TOML with a table for each server, called by the URL that all of its URLs begin with; the longest one counts.

    Raises:
        UsageError: something is missing, or others may read the file.
    """
    given = _of_environment(os.environ if environment is None else environment)
    return given if given is not None or file is None else _of_file(url, file)


def is_loopback(host: str | None) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host or "").is_loopback
    except ValueError:
        return False


def same_server(one: str, other: str) -> bool:
    """Whether two URLs lead to one server: scheme, host and port; the second may be the encrypted one of the first."""
    first, second = urlsplit(one), urlsplit(other)
    if first.hostname != second.hostname:
        return False
    ports = _port(first), _port(second)
    return (first.scheme == second.scheme and ports[0] == ports[1]) or (
        (first.scheme, second.scheme) == ("http", "https") and ports == (80, 443)
    )


def _of_environment(environment: Mapping[str, str]) -> Credentials | None:
    user, password, token = (environment.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if not (user or password or token):
        return None
    table = {"user": user, "password": password, "token": token, "auth": environment.get(SCHEME, "")}
    plain = environment.get(PLAIN, "").lower() in {"1", "yes", "true"}
    return _credentials({name: text for name, text in table.items() if text}, plain, "the environment")


def _of_file(url: str, file: Path) -> Credentials | None:
    try:
        mode = file.stat().st_mode
        if os.name == "posix" and mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise UsageError(f"{file} holds passwords and can be read by others: chmod 600 {file}")
        servers = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the passwords of the servers cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: is no TOML: {error}") from error
    fitting = [
        prefix for prefix, table in servers.items() if isinstance(table, dict) and _begins(url, prefix)
    ]
    if not fitting:
        return None
    prefix = max(fitting, key=len)
    table: dict[str, Any] = servers[prefix]
    plain = table.pop("plain_http", False)
    return _credentials(table, plain is True, str(file))


def _begins(url: str, prefix: str) -> bool:
    """Whether a URL lies at or below another one, so that a name that only begins alike is another server's."""
    here, there = urlsplit(url), urlsplit(prefix)
    if (here.scheme, here.hostname, _port(here)) != (there.scheme, there.hostname, _port(there)):
        return False
    path = there.path.rstrip("/")
    return here.path == path or here.path.startswith(f"{path}/")


def _port(parts: SplitResult) -> int | None:
    return parts.port or _PORTS.get(parts.scheme)


def _credentials(table: Mapping[str, object], plain_http: bool, origin: str) -> Credentials:
    if unknown := sorted(set(table) - _KEYS):
        raise UsageError(
            f"{origin}: {unknown[0]!r} says nothing of a server; there are {', '.join(sorted(_KEYS))}"
        )
    texts = {name: text for name, text in table.items() if isinstance(text, str) and text.isprintable()}
    if wrong := sorted(set(table) - set(texts)):
        raise UsageError(f"{origin}: {wrong[0]} of a server must be one line of text")
    scheme = _scheme(texts.get("auth", ""), origin)
    if token := texts.get("token"):
        if "user" in texts or "password" in texts or scheme not in (None, Scheme.BEARER):
            raise UsageError(
                f"{origin}: a token needs no name, no password and no other scheme than bearer; give one kind"
            )
        return Credentials("", token, Scheme.BEARER, origin, plain_http)
    if not texts.get("user") or not texts.get("password") or scheme is Scheme.BEARER:
        missing = "a token" if scheme is Scheme.BEARER else "a name and a password, both"
        raise UsageError(f"{origin}: a server wants {missing}; {HINT}")
    if ":" in texts["user"]:
        raise UsageError(f"{origin}: the name of a user can have no colon")
    return Credentials(texts["user"], texts["password"], scheme, origin, plain_http)


def _scheme(text: str, origin: str) -> Scheme | None:
    try:
        return Scheme(text.lower()) if text else None
    except ValueError as error:
        raise UsageError(f"{origin}: there is no scheme {text!r}; there are {', '.join(Scheme)}") from error
