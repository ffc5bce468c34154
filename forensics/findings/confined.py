"""A stranger's rules run in a process of their own: no file, no network, and bounds on memory and time that end it."""

import contextlib
import io
import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import Any, BinaryIO

import polars as pl

from forensics.errors import BadRule
from forensics.findings.query import Tables
from forensics.findings.rules import Rule

LONGEST_S = 8
"""How long one query of a stranger's may take, the start of its process not counted."""
_START_S = 60
_MOST_BYTES = 1 << 30
_LONGEST_ANSWER = 32 << 20
Row = dict[str, Any]


class ConfinedTables:
    """The state tables in another process; answers as `Tables` does, and ends what does not end by itself."""

    def __init__(self, frames: Mapping[str, pl.DataFrame]) -> None:
        self._frames = frames
        self._running: subprocess.Popen[bytes] | None = None

    def candidates(self, rule: Rule) -> list[Row]:
        """Return the rows of the rule's query; BadRule where it does not run, or took more than it may."""
        place = f"{rule.id}.sql"
        self._start()
        self._tell(json.dumps({"id": rule.id, "query": rule.query}).encode() + b"\n")
        answer = self._hear(LONGEST_S)
        if answer is None:
            raise BadRule(place, f"its query took more than {LONGEST_S} s or more memory than a rule may")
        told = json.loads(answer)
        if "rows" not in told:
            raise BadRule(*told["error"])
        rows: list[Row] = told["rows"]
        return rows

    def close(self) -> None:
        """End the process."""
        if self._running:
            self._running.kill()
            self._running.communicate()
            self._running = None

    def _start(self) -> None:
        if self._running and self._running.poll() is None:
            return
        self.close()
        command = [sys.executable, "-c", "from forensics.findings.confined import serve; serve()"]
        self._running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own code
        for name, frame in self._frames.items():
            packed = io.BytesIO()
            frame.write_ipc(packed)
            self._tell(json.dumps({"table": name, "size": packed.tell()}).encode() + b"\n" + packed.getvalue())
        self._tell(b"{}\n")
        if self._hear(_START_S) is None:
            raise BadRule("--rules", "the process that runs them did not start")

    def _tell(self, data: bytes) -> None:
        if self._running and self._running.stdin:
            with contextlib.suppress(BrokenPipeError):
                self._running.stdin.write(data)
                self._running.stdin.flush()

    def _hear(self, seconds: float) -> bytes | None:
        """Return the next answer, None where the process ended without one or had to be ended."""
        running = self._running
        if running is None or running.stdout is None:
            return None
        timer = threading.Timer(seconds, running.kill)
        timer.start()
        try:
            answer = running.stdout.readline(_LONGEST_ANSWER)
        finally:
            timer.cancel()
        if not answer.endswith(b"\n"):
            self.close()
            return None
        return answer


def serve() -> None:
    """Answer the queries that come on standard input, until it ends."""
    source, answers = sys.stdin.buffer, sys.stdout.buffer
    tables = Tables(_tables_from(source))
    _give_up_what_is_not_needed()
    answers.write(b"{}\n")
    answers.flush()
    for line in source:
        asked = json.loads(line)
        answers.write(json.dumps(_answer(tables, asked), default=str).encode() + b"\n")
        answers.flush()


def _answer(tables: Tables, asked: Row) -> Row:
    try:
        return {"rows": tables.rows(asked["id"], asked["query"])}
    except BadRule as error:
        return {"error": [error.place, error.what, error.cure]}
    except MemoryError:
        return {"error": [f"{asked['id']}.sql", "its query needs more memory than a rule may take", ""]}


def _tables_from(source: BinaryIO) -> dict[str, pl.DataFrame]:
    frames = {}
    while head := json.loads(source.readline()):
        frames[head["table"]] = pl.read_ipc(io.BytesIO(source.read(head["size"])))
    return frames


def _give_up_what_is_not_needed() -> None:
    """Let this process write no file and take no more memory than a rule may, where the system knows such bounds."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in ((resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_DATA, 3 * _MOST_BYTES)):
            resource.setrlimit(what, (most, most))
