"""A stranger's rules run in a process of their own: no file, no network, and bounds on memory and time that end it."""

import contextlib
import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import polars as pl

from forensics.errors import BadRule, MachineError
from forensics.findings.candidates import checked
from forensics.findings.query import Tables
from forensics.findings.rules import Rule

LONGEST_S = 8
"""How long one query of a stranger's may take, the start of its process not counted."""
_START_S = 60
"""How long that process may take to start, on a busy machine."""
_MOST_BYTES = 768 << 20
"""What the queries may take beside their tables: DuckDB has 512 MiB of it, the rows as Python has them the rest."""
_LONGEST_ANSWER = 32 << 20
"""Bytes of an answer: one without an end by then is none."""
Row = dict[str, Any]


class Confinement:
    """A process for a stranger's queries, begun when the first is asked and after each that had to be ended."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._holds: ConfinedTables | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def tables(self, frames: Mapping[str, pl.DataFrame]) -> "ConfinedTables":
        """Return *frames* as the tables of queries in this process."""
        return ConfinedTables(frames, self)

    def ask(self, tables: "ConfinedTables", question: Row) -> bytes | None:
        """Return the answer to *question* with these *tables*, None where there was none in time or memory."""
        self._hold(tables)
        self._tell(json.dumps(question).encode() + b"\n")
        return self._hear(LONGEST_S)

    def close(self) -> None:
        """End the process."""
        if self._running:
            self._running.kill()
            self._running.communicate()
            self._running = self._holds = None

    def _hold(self, tables: "ConfinedTables") -> None:
        """Begin the process where there is none, and give it *tables* where it holds others."""
        if self._running is None or self._running.poll() is not None:
            self.close()
            command = [sys.executable, "-c", "from forensics.findings.confined import serve; serve()"]
            self._running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own code
        elif self._holds is tables:
            return
        for name, frame in tables.frames.items():
            packed = io.BytesIO()
            frame.write_ipc(packed)
            self._tell(json.dumps({"table": name, "size": packed.tell()}).encode() + b"\n" + packed.getvalue())
        self._tell(b"{}\n")
        if self._hear(_START_S) is None:
            raise BadRule("--rules", "the process that runs them did not start")
        self._holds = tables

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


class ConfinedTables:
    """State tables in another process; answers as `Tables` does, and ends what does not end by itself."""

    def __init__(self, frames: Mapping[str, pl.DataFrame], process: Confinement | None = None) -> None:
        self.frames = frames
        self._own, self._process = process is None, process or Confinement()

    def candidates(self, rule: Rule) -> list[Row]:
        """Return the rows of the rule's query; BadRule where it does not run, or took more than it may."""
        answer = self._process.ask(self, {"id": rule.id, "query": rule.query})
        if answer is None:
            raise BadRule(f"{rule.id}.sql", f"its query took more than {LONGEST_S} s or more memory than a rule may")
        told = json.loads(answer)
        if "rows" not in told:
            raise BadRule(*told["error"])
        return [checked(row, f"{rule.id}.sql") for row in told["rows"]]

    def close(self) -> None:
        """End the process, if it is for these tables alone."""
        if self._own:
            self._process.close()


def serve() -> None:
    """Answer what comes on standard input, until it ends: tables, closed by an empty object, and queries over the last."""
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no answer
    frames: dict[str, pl.DataFrame] = {}
    tables: Tables | None = None
    for line in source:
        asked = json.loads(line)
        if "table" in asked:
            frames[asked["table"]] = pl.read_ipc(io.BytesIO(source.read(asked["size"])))
            continue
        if tables is not None and "query" in asked:
            answer = _answer(tables, asked)
        else:
            if tables:
                tables.close()
            first, tables, frames, answer = tables is None, Tables(frames, spills=False), {}, {}
            if first:
                _give_up_what_is_not_needed()
        answers.write(json.dumps(answer, default=str).encode() + b"\n")
        answers.flush()


def _answer(tables: Tables, asked: Row) -> Row:
    try:
        return {"rows": tables.rows(asked["id"], asked["query"])}
    except BadRule as error:
        return {"error": [error.place, error.what, error.cure]}
    except (MemoryError, MachineError):
        return {"error": [f"{asked['id']}.sql", "its query needs more memory than a rule may take", ""]}


def _give_up_what_is_not_needed() -> None:
    """Let this process write no file and take no more memory than a rule may, where the system knows such bounds."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        for what, most in (
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_DATA, _data_bytes() + _MOST_BYTES),
        ):
            resource.setrlimit(what, (most, most))


def _data_bytes() -> int:
    """Return the bytes of private memory this process has set aside, its tables and threads included; Linux tells."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmData:")[2].split()[0]) << 10
