"""What the keyboard sends, and the processes that are started meanwhile."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

FROM_THE_KEYBOARD: Final = [getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def signals_held() -> Iterator[None]:
    """Let no signal from the keyboard reach a process or thread that is started inside, unless it asks for them itself.

    What comes meanwhile comes to this thread afterwards.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # or it would be started inside, and let the signals through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, FROM_THE_KEYBOARD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
