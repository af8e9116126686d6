"""A process that answers: opens the store and does the jobs that come on its standard input, one after the other."""

import os
import signal
import sys
import threading
import time
import traceback
from typing import Any, BinaryIO, Final

from kg.errors import KgError
from kg.serve.frames import framed, read
from kg.serve.guard import forbid_network, limit_memory
from kg.serve.refusals import TooLarge
from kg.serve.replies import Failed, Refused
from kg.serve.served import Limits, Opening, Served, opened

_LOOKS: Final = 1.0
"""Seconds between two looks whether the server is still there."""


def main() -> None:
    """Work until nothing more comes."""
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints, prints where it does no harm
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server gets it too, and ends its workers
    threading.Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()
    try:
        _work(source, sink, read(source))
    except (EOFError, BrokenPipeError):
        return


def _work(source: BinaryIO, sink: BinaryIO, opening: Opening) -> None:
    # before the store is opened: threads of the engine are bound by it too
    guarded = opening.home.folder is None or forbid_network()
    try:
        served = opened(opening)
    except KgError as error:
        _send(sink, framed(Refused(error)))
        return
    limit_memory(opening.memory)
    _send(sink, framed(guarded))
    try:
        while True:
            function, arguments, limits = read(source)
            served.limits = limits
            _send(sink, _done(served, function, arguments, limits))
    finally:
        served.close()


def _done(served: Served, function: Any, arguments: tuple[Any, ...], limits: Limits) -> bytes:
    """The reply, as it is sent."""
    try:
        reply = framed(function(served, *arguments))
    except KgError as error:
        return framed(Refused(error))
    except MemoryError:
        return framed(Refused(TooLarge("the answer needs more memory than answers may take; ask for less")))
    except Exception:  # noqa: BLE001 - a process has nobody else to tell
        return framed(Failed(traceback.format_exc()))
    if len(reply) > limits.bytes:
        return framed(Refused(TooLarge(f"the answer is larger than {limits.bytes} bytes; ask for less")))
    return reply


def _send(sink: BinaryIO, reply: bytes) -> None:
    sink.write(reply)
    sink.flush()


def _end_with_parent(parent: int) -> None:
    """End where the server was killed, which then could not end its workers."""
    while os.getppid() == parent:
        time.sleep(_LOOKS)
    os._exit(1)
