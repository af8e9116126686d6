"""Commands that are imported when they are asked for: `kg ask` loads what answers, and nothing of the others."""

from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from kg.cli.homes import Commands

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Late:
    """Where a command stands.

    Attributes:
        panel: the heading of its place in the help.
        summary: the first paragraph of its own help, so that the list of all need not import it.
        module: in `kg.cli`, where it is not called like the command. It has a function of the command's name, or
            commands within that one as `app`.
    """

    name: str
    panel: str
    summary: str
    module: str = ""

    def load(self) -> "Callable[..., Any] | typer.Typer":
        """The function, or the commands within it."""
        module = import_module(f"kg.cli.{self.module or self.name}")
        found: Callable[..., Any] | typer.Typer = getattr(module, self.name, None) or module.app
        return found


class LateGroup(TyperGroup):
    """Commands of which each is made when it is run or looked at; for their list, what they are for is enough.

    Attributes:
        listed: the commands, in the order of the help.
    """

    listed: ClassVar[Sequence[Late]] = ()

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = _Loaded(self.listed)

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in order."""
        del ctx
        return list(self.commands)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """What the list needs of a command; None where there is none."""
        del ctx
        late = next((each for each in self.listed if each.name == cmd_name), None)
        if late is None:
            return None
        return TyperCommand(
            late.name, help=late.summary, rich_help_panel=late.panel, rich_markup_mode=self.rich_markup_mode
        )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is run."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, listed and self.commands[name or ""], rest


class _Loaded(MutableMapping[str, Any]):
    """Commands by name, made when they are looked up."""

    def __init__(self, listed: Sequence[Late]) -> None:
        self._listed = {each.name: each for each in listed}
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = _made(self._listed[name])
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._listed[name]
        self._made.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._listed, **self._made})

    def __len__(self) -> int:
        return len({**self._listed, **self._made})


def _made(late: Late) -> Any:
    alone = Commands(rich_markup_mode="markdown")
    found = late.load()
    if isinstance(found, typer.Typer):
        alone.add_typer(found, name=late.name, rich_help_panel=late.panel)
    else:
        alone.command(late.name, rich_help_panel=late.panel)(found)
    return get_group(alone).commands[late.name]
