"""Runs work on a Spark cluster: Arrow batches of tasks go out to its workers, Arrow batches of small results come back.

The functions are those that run here; what they make is written into the case, on storage that all workers share, so that the
driver holds results alone. Spark's own options are read where Spark reads them: spark-defaults.conf, PYSPARK_SUBMIT_ARGS.
"""

import hashlib
import heapq
import os
import re
import shutil
import socket
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import forensics
from forensics import memory
from forensics.engines.engine import R, T, Task
from forensics.errors import BadUsage, ForensicsError, MachineError
from forensics.version import VERSION

_EXTRA = "pip install 'rocketmq-forensics[spark]'"
_SHARED = "put the logs and the case on storage that every worker has under the same path"
_SHARES_PER_CORE = 4
"""Shares of a job for each core: more even out what takes longer than its size says, and each costs Spark its start."""
_TASK_BYTES = 1 << 20
"""What a task costs whatever its size, in bytes that are read in that time."""
_MOST_NAMED = 5
"""Files that an error names."""
_WAIT_S = 60
"""How long to wait for the cluster's first worker, and for the resource manager of YARN to answer."""
_YARN_WAIT = "spark.hadoop.yarn.resourcemanager.connect.max-wait.ms"
_YARN_SETTINGS = ("HADOOP_CONF_DIR", "YARN_CONF_DIR")
_MASTERS = re.compile(r"spark://|yarn$|k8s://|local\[|local-cluster\[")
_MASTER = re.compile(r"(?P<host>[^:,/]+):(?P<port>\d+)")
_TASK = re.compile(r"Task (\d+) in stage")
_SILENT = """\
appender.none.type = Null
appender.none.name = none
logger.shell.name = org.apache.spark.api.python.PythonGatewayServer
logger.shell.level = off
rootLogger.level = off
rootLogger.appenderRef.none.ref = none
"""
"""Spark's log: what it says of failures comes as exceptions, and all else would hide our own words. Without an appender of
any kind Spark takes its own settings."""


class WorkerFault(Exception):
    """A fault of the tool on a worker: which one, over which task, and what it said."""


class Spark:
    """The workers of one Spark session."""

    elsewhere = True

    def __init__(self, session: Any) -> None:
        self._session = session

    def each(self, work: Callable[[T], R], tasks: Sequence[Task[T]]) -> Iterator[R]:
        """Yield what *work* returns for each of *tasks*, once all are done; an error of one names its task and its worker."""
        if not tasks:
            return
        from pyspark import cloudpickle

        context = self._session.sparkContext
        shares = _shares(tasks, context.defaultParallelism * _SHARES_PER_CORE)
        rows = [[(number, bytearray(cloudpickle.dumps(tasks[number]))) for number in share] for share in shares]
        sent = self._session.createDataFrame(context.parallelize(rows, len(rows)).flatMap(iter), "number int, task binary")
        made = sent.mapInArrow(_on_worker(work), "number int, result binary")
        for _, packed in sorted(_collected(made, [[tasks[number].name for number in share] for share in shares])):
            yield _result(cloudpickle.loads(bytes(packed)))


def _shares(tasks: Sequence[Task[Any]], most: int) -> list[list[int]]:
    """Return the numbers of *tasks* in shares of about the same size: what is large stands alone, what is small together."""
    shares: list[list[int]] = [[] for _ in range(min(len(tasks), most))]
    sizes = [(0, number) for number in range(len(shares))]
    for number in sorted(range(len(tasks)), key=lambda number: (-tasks[number].size, number)):
        size, least = heapq.heappop(sizes)
        shares[least].append(number)
        heapq.heappush(sizes, (size + tasks[number].size + _TASK_BYTES, least))
    return shares


def _collected(made: Any, names: Sequence[Sequence[str]]) -> list[tuple[int, bytes]]:
    """Return the numbered results of a job whose shares hold tasks of these *names*."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        return [(row.number, row.result) for row in made.collect()]
    except (Py4JError, PySparkException) as error:
        raise _told(str(error), names) from error


def _told(text: str, names: Sequence[Sequence[str]]) -> MachineError:
    """Return what Spark says of a job that failed as a whole, in one sentence."""
    if "No module named" in text or "PYTHON_VERSION_MISMATCH" in text or "different version" in text:
        cure = f"install rocketmq-forensics {VERSION} on every worker, for the Python that PYSPARK_PYTHON names"
        return MachineError("Spark", "its workers cannot run rmqf", cure)
    found = _TASK.search(text)
    place = " or ".join(names[int(found[1])][:_MOST_NAMED]) if found else "Spark"
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    said = next((line for line in lines if "Exception" in line or "failure" in line), lines[0] if lines else "")
    return MachineError(place, f"its worker did not end well: {said[:300]}", "the worker's own log says why: memory, as a rule")


def _on_worker(work: Callable[[T], R]) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Return what a worker does with its batches of tasks: it returns errors, too, so that no task is tried in vain again."""
    expected, allowed = code(), memory.allowed()

    def over(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa
        from pyspark import cloudpickle

        memory.allow(allowed)
        for batch in batches:
            for number, packed in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                result = _outcome(work, cloudpickle.loads(packed), expected)
                row = [pa.array([number], pa.int32()), pa.array([cloudpickle.dumps(result)], pa.binary())]
                yield pa.RecordBatch.from_arrays(row, ["number", "result"])

    return over


def _outcome(work: Callable[[T], R], task: Task[T], expected: str) -> tuple[str, Any]:
    host = socket.gethostname()
    if code() != expected:
        cure = f"install the same rocketmq-forensics, {VERSION}, on every worker"
        return "error", MachineError(host, f"this worker has another rmqf, {VERSION}", cure)
    for place in task.needs:
        if not place.exists():
            return "error", MachineError(str(place), f"the worker on {host} does not see it", _SHARED)
    try:
        return "done", work(task.of)
    except ForensicsError as error:
        return "error", error
    except Exception:  # noqa: BLE001 - a fault of the tool travels to the driver, and is shown whole there
        return "fault", f"{task.name}, on {host}: {traceback.format_exc()}"


def _result(outcome: tuple[str, Any]) -> Any:
    how, what = outcome
    if how == "fault":
        raise WorkerFault(what)
    if how == "error":
        raise what
    return what


@cache
def code() -> str:
    """Return a hash of the code of this rmqf: the same on every worker, or results could differ."""
    root = Path(forensics.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def spark(master: str, progress: bool = False) -> Iterator[Spark]:
    """Give the workers of the cluster at *master*, as Spark names one; an error says what it lacks."""
    _check(master)
    with tempfile.TemporaryDirectory(prefix="rmqf-spark-") as home:
        session = _session(master, Path(home), progress)
        try:
            _wait(session, master)
            yield Spark(session)
        finally:
            session.stop()


def _check(master: str) -> None:
    """Raise what is missing, before Spark would wait for it."""
    if not _MASTERS.match(master):
        cure = "local, or a Spark master: spark://HOST:7077, yarn, k8s://…, local[2]"
        raise BadUsage(f"--engine {master}", "is no engine", cure)
    try:
        import pandas as pd  # noqa: F401 - pyspark's Arrow functions ask for it
        import pyspark  # noqa: F401
    except ImportError as error:
        raise BadUsage(f"--engine {master}", f"{error.name} is not installed", _EXTRA) from None
    home = os.environ.get("JAVA_HOME")
    if not (shutil.which("java") or (home and (Path(home) / "bin" / "java").is_file())):
        raise MachineError(f"--engine {master}", "Spark needs Java, and there is none", "install a JDK 17, or set JAVA_HOME")
    if master == "yarn" and not any(os.environ.get(name) for name in _YARN_SETTINGS):
        cure = "set HADOOP_CONF_DIR to the directory that holds the cluster's yarn-site.xml"
        raise MachineError("--engine yarn", "nothing says where the cluster is", cure)
    if master.startswith("spark://"):
        places = _MASTER.findall(master)
        if not places:
            raise BadUsage(f"--engine {master}", "names no host and port", "write it like spark://HOST:7077")
        _reach(master, [(host, int(port)) for host, port in places])


def _reach(master: str, places: Sequence[tuple[str, int]]) -> None:
    for place in places:
        try:
            socket.create_connection(place, timeout=10).close()
        except OSError as error:
            said = error.strerror or error
        else:
            return
    raise MachineError(f"--engine {master}", f"no Spark master answers: {said}", "check that it runs, its host and its port")


def _session(master: str, home: Path, progress: bool) -> Any:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if "SPARK_CONF_DIR" not in os.environ:
        (home / "log4j2.properties").write_text(_SILENT, encoding="ascii")
        given = os.environ.get("SPARK_SUBMIT_OPTS", "")
        os.environ["SPARK_SUBMIT_OPTS"] = f"{given} -Dlog4j2.configurationFile={home / 'log4j2.properties'}".strip()
    builder = SparkSession.builder.master(master).appName("rmqf").config("spark.ui.showConsoleProgress", progress)
    if master == "yarn":
        builder = builder.config(_YARN_WAIT, _WAIT_S * 1000)
    try:
        return builder.getOrCreate()
    except (Py4JError, PySparkException) as error:
        raise MachineError(f"--engine {master}", f"Spark does not start: {_cause(str(error))}") from None


def _cause(text: str) -> str:
    """Return the line of Spark's *text* that says why: its last cause, else its first exception."""
    lines = [line.strip(" \t:") for line in text.splitlines() if line.strip(" \t:")]
    causes = [line for line in lines if line.startswith("Caused by:")]
    exceptions = [line for line in lines if "Exception" in line]
    return (causes[-1:] + exceptions[:1] + lines[:1] + [""])[0].removeprefix("Caused by: ")[:300]


def _wait(session: Any, master: str) -> None:
    """Wait for the first worker: without one Spark would wait for ever."""
    context = session.sparkContext
    if master.startswith("local") or context.getConf().get("spark.dynamicAllocation.enabled") == "true":
        return
    until = time.monotonic() + _WAIT_S
    while context._jsc.sc().getExecutorMemoryStatus().size() < 2:  # the driver is one of them
        if time.monotonic() > until:
            cure = "start workers, or ask for less with spark.executor.memory and spark.executor.cores"
            raise MachineError(f"--engine {master}", f"the cluster gave no worker within {_WAIT_S} s", cure)
        time.sleep(0.2)
