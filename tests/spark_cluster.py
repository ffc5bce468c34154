"""A Spark cluster for tests: a master and two workers, each a process of its own, started here and stopped by their ids."""

import importlib.util
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FOUND = importlib.util.find_spec("pyspark")
assert _FOUND, "make test-spark installs it"
_SPARK = Path(str(_FOUND.origin)).parent
_ROOT = Path(__file__).parent.parent
_START_S = 120
LOOPBACK = "127.0.0.1"
QUICK = "-XX:TieredStopAtLevel=1"
"""Lets Java compile in one step: none of these processes lives long enough for more."""


def _command(*more: str) -> list[str]:
    return [str(_SPARK / "bin" / "spark-class"), *more]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of everything that belongs to the cluster: on this machine alone, with this Python."""
    own = {"SPARK_HOME": str(_SPARK), "SPARK_LOCAL_IP": LOOPBACK, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(_ROOT)}
    own |= {"SPARK_DAEMON_JAVA_OPTS": QUICK}
    return os.environ | own | more


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])


def _until(log: Path, words: str, running: subprocess.Popen[bytes]) -> None:
    """Wait until *log* holds *words*."""
    until = time.monotonic() + _START_S
    while words not in log.read_text(encoding="utf-8", errors="replace"):
        if running.poll() is not None or time.monotonic() > until:
            raise AssertionError(
                f"{log.name} does not say {words!r}:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}"
            )
        time.sleep(0.1)


@contextmanager
def started(home: Path, name: str, words: str, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Give a running process of Spark that has said *words*; it is stopped with the block."""
    log = home / f"{name}.log"
    with log.open("wb") as out:
        running = subprocess.Popen(_command(*command), stdout=out, stderr=subprocess.STDOUT, env=environment(), cwd=home)
    try:
        _until(log, words, running)
        yield running
    finally:
        running.terminate()
        running.wait(30)


@contextmanager
def master(home: Path) -> Iterator[str]:
    """Give the address of a running master without workers."""
    port = free_port()
    words = "I have been elected leader"
    place = ("--host", LOOPBACK, "--port", str(port), "--webui-port", "0")
    with started(home, "master", words, "org.apache.spark.deploy.master.Master", *place):
        yield f"spark://{LOOPBACK}:{port}"


@contextmanager
def worker(home: Path, address: str, number: int) -> Iterator[subprocess.Popen[bytes]]:
    """Give a running worker of one core, with a directory of its own."""
    own = home / f"worker-{number}"
    own.mkdir(parents=True)
    place = ("--host", LOOPBACK, "--webui-port", "0", "--cores", "1", "--memory", "1g", "--work-dir", str(own))
    with started(
        home, f"worker-{number}", "Successfully registered", "org.apache.spark.deploy.worker.Worker", *place, address
    ) as one:
        yield one


@contextmanager
def cluster(home: Path) -> Iterator[str]:
    """Give the address of a running cluster of two workers."""
    with master(home) as address, worker(home, address, 0), worker(home, address, 1):
        yield address
