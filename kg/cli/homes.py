"""How a command line names where the graph lives: written once, for all commands."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Annotated, Any, Final, TypeVar

import typer
from typer.models import CommandFunctionType

from kg.cli import options
from kg.errors import UsageError
from kg.home import Home, home_of

R = TypeVar("R")

_OPTIONS: Final = {
    "store": Annotated[
        str | None,
        typer.Option(
            "--store",
            metavar="DIR",
            help="Folder of the embedded store. Default: ./kg-store. A URL is taken for --endpoint.",
        ),
    ],
    "endpoint": Annotated[
        str | None,
        typer.Option(
            "--endpoint", metavar="URL", help="The graph is on this server: URL of its SPARQL queries."
        ),
    ],
    "update_endpoint": Annotated[
        str | None,
        typer.Option(
            "--update-endpoint",
            metavar="URL",
            help="Where that server takes updates, if it is not seen from --endpoint.",
        ),
    ],
    "graph_store": Annotated[
        str | None,
        typer.Option(
            "--graph-store",
            metavar="URL",
            help="Where that server takes whole graphs (Graph Store protocol).",
        ),
    ],
}


class Commands(typer.Typer):
    """Commands that say by four options where the graph lives, and get one `Home`, or None where no option is given."""

    def command(self, *arguments: Any, **more: Any) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Register a command; its parameter that is marked `options.HOME` becomes the options."""
        register = super().command(*arguments, **more)

        def registered(command: CommandFunctionType) -> CommandFunctionType:
            register(_with_options(command))
            return command

        return registered


def _with_options(command: Callable[..., R]) -> Callable[..., R]:
    signature = inspect.signature(command, eval_str=True)
    marked = [
        name
        for name, each in signature.parameters.items()
        if options.HOME in getattr(each.annotation, "__metadata__", ())
    ]
    if not marked:
        return command
    [place] = marked

    @wraps(command)
    def with_home(**given: Any) -> R:
        given[place] = named(*(given.pop(name) for name in _OPTIONS))
        return command(**given)

    parameters: list[inspect.Parameter] = []
    for name, each in signature.parameters.items():
        stands = _OPTIONS if name == place else {name: each.annotation}
        parameters += [
            each.replace(name=option, annotation=annotation, kind=inspect.Parameter.KEYWORD_ONLY)
            for option, annotation in stands.items()
        ]
    with_home.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    with_home.__annotations__ = {each.name: each.annotation for each in parameters}
    return with_home


def named(
    store: str | None, endpoint: str | None, update_endpoint: str | None, graph_store: str | None
) -> Home | None:
    """What the options name; the settings complete it where they mean the same server."""
    if store and endpoint:
        raise UsageError("--store names a folder and --endpoint a server; give one of them")
    if not (store or endpoint or update_endpoint or graph_store):
        return None
    home = settled = options.home(None)
    if endpoint:
        home = Home(endpoint=endpoint)
    elif store:
        home = home_of(store)
    if home.endpoint is not None and home.endpoint == settled.endpoint:
        home = settled
    return replace(
        home,
        update_endpoint=update_endpoint or home.update_endpoint,
        graph_store=graph_store or home.graph_store,
        credentials=settled.credentials,
        ca_file=settled.ca_file,
        timeout=settled.timeout,
        base=settled.base,
    )
