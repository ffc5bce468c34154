"""Lets work on the cluster at MASTER fail in each way, and prints what the driver is told, as JSON lines.

Run: python tests/spark_failures.py MASTER
"""

import json
import os
import signal
import sys
from pathlib import Path

from forensics.engines.engine import Task
from forensics.engines.spark import spark
from forensics.errors import NoLogs


def at_work(what: str) -> str:
    """Do *what* a task can do."""
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "refuse":
        raise NoLogs("some.log", "holds none")
    return what.upper() if what != "err" else str(1 // 0)


def told(error: Exception) -> dict[str, str]:
    """Return what a user sees of *error*."""
    return {"kind": type(error).__name__, "text": str(error)}


def show(**what: object) -> None:
    """Print one line."""
    sys.stdout.write(json.dumps(what) + "\n")


if __name__ == "__main__":
    with spark(sys.argv[1]) as workers:
        many = [Task(f"word {number}", str(number), size=number) for number in range(40)]
        show(done=list(workers.each(at_work, many)))
        for what, needs in (("err", ()), ("refuse", ()), ("gone", (Path("/no/such/mount/a.log"),)), ("die", ())):
            try:
                list(workers.each(at_work, [Task("word", "good.log"), Task(what, f"{what}.log", needs)]))
            except Exception as error:  # noqa: BLE001 - every kind is what is asked
                show(**told(error))
        show(done=list(workers.each(at_work, many[:1])))
