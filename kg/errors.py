"""What can go wrong, by what the caller must do about it. Messages say what was wrong, where, and what to do."""


class KgError(Exception):
    """The command cannot go on; the message is for the user."""


class UsageError(KgError):
    """The user asked for something that does not exist or does not fit together."""


class SkippedInput(KgError):  # noqa: N818 - names what happens to the input, not a failure of the run
    """One input cannot be read; the run goes on with the next.

    Args:
        where: the file, record or URL, as the user would name it.
        why: what was wrong with it, and what to do.
    """

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, why)  # both, so that it can be handed from one process to another
        self.where = where
        self.why = why

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"

    def as_dict(self) -> dict[str, str]:
        """Both in plain values, as JSON has them."""
        return {"where": self.where, "why": self.why}


class StoreError(KgError):
    """The store or the server cannot be used: locked, unreachable, refused or broken."""


class OntologyError(KgError):
    """An ontology file, a relation block or a frame cannot be understood."""


class QueryError(KgError):
    """A stored query, its header or a parameter cannot be understood."""


def what_ended(error: BaseException) -> str:
    """What ended a run before its time, in a few words for its report."""
    if isinstance(error, KeyboardInterrupt):
        return "interrupted"
    return str(error) if isinstance(error, KgError) else f"{type(error).__name__}: {error}"
