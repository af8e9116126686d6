"""Why a job was not done, by what the one who asked can do about it."""

from kg.errors import KgError


class TimedOut(KgError):  # noqa: N818 - they say what happened, as `SkippedInput` does
    """The answer took longer than answers may."""


class TooLarge(KgError):  # noqa: N818
    """The answer, or what it takes to find it, is larger than answers may be."""


class Busy(KgError):  # noqa: N818
    """Everybody is at work; the same may be asked again in a while."""


class TooMany(KgError):  # noqa: N818
    """One client asks for more at once than its part."""


class NotFound(KgError):  # noqa: N818
    """What was asked for by its name is not there."""


class NotAcceptable(KgError):  # noqa: N818
    """It is not to be had in any of the formats that are wanted."""


class AddressTooLong(KgError):  # noqa: N818
    """More stands in an address than may."""


class UnknownMedia(KgError):  # noqa: N818
    """What was sent is in no format that is understood here."""


class Forbidden(KgError):  # noqa: N818
    """What was asked for is not done here, or not for this client."""


class Gone(KgError):  # noqa: N818
    """Whoever asked has hung up; nobody is told."""


class Broken(Exception):  # noqa: N818 - no KgError: what it says is for the log
    """A job failed by a fault of ours; the message is the traceback."""
