"""A scheduler and workers of Dask distributed as processes of their own, which tests may kill."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = Path(__file__).resolve()
_START = (sys.executable, "-W", "ignore", "-m")


class Processes:
    """One scheduler and its workers; made by `dask_processes()`."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self._folder = folder
        self._port = _free_port()
        self.address = f"tcp://127.0.0.1:{self._port}"
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(HERE.parents[2]), str(HERE.parent)]),
            **environment,
        }
        self._all: list[subprocess.Popen[bytes]] = []
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self.start_scheduler()

    def start_scheduler(self) -> "subprocess.Popen[bytes]":
        """A scheduler at the address, which answers."""
        options = ("--host", "127.0.0.1", "--port", str(self._port), "--no-dashboard")
        self.scheduler = self._started("distributed.cli.dask_scheduler", *options)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 1):
                return self.scheduler
            time.sleep(0.1)
        raise TimeoutError("the scheduler did not start")

    def start_worker(self) -> "subprocess.Popen[bytes]":
        """One more worker, a single process."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        where = ("--local-directory", str(self._folder))
        worker = self._started("distributed.cli.dask_worker", self.address, *options, *where)
        self.workers.append(worker)
        return worker

    def kill(self, process: "subprocess.Popen[bytes]") -> None:
        """Kill a process as for want of memory: it cannot do anything more."""
        process.send_signal(signal.SIGKILL)
        process.wait(30)

    def end(self) -> None:
        """End all that still run."""
        for process in self._all:
            if process.poll() is None:
                process.kill()
            process.wait(30)

    def _started(self, module: str, *arguments: str) -> "subprocess.Popen[bytes]":
        with (self._folder / "processes.log").open("ab") as log:
            process = subprocess.Popen(
                [*_START, module, *arguments], env=self._environment, cwd=self._folder, stdout=log, stderr=log
            )
        self._all.append(process)
        return process


@contextmanager
def dask_processes(folder: Path, workers: int, **environment: str) -> Iterator[Processes]:
    """A scheduler with some workers, all ended at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    processes = Processes(folder, environment)
    try:
        for _ in range(workers):
            processes.start_worker()
        yield processes
    finally:
        processes.end()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
