"""How fast logs are read into a case: megabytes per second of CPU, beside our own plain reader and other tools.

Run: python tests/benchmarks/ingest.py [MEGABYTES] [REPEATS]. Every way reads the same bundle in a process of its own, one after
the other and all of them again REPEATS times, so that they share the machine's moods; CPU is user and system, start included.
Printed are the best and the worst run of each, how many seconds of CPU it spends per second, and its ratio to the plain reader:
of the bests, and over the rounds. Only the first two ways give every column of every statement; what the others leave out is said
beside them. The largest log is also packed, and unpacked by us and by the bare library. Tools not installed are left out.
"""

import gc
import gzip
import importlib.util
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from compileall import compile_dir
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import zstandard

HERE = Path(__file__).parent
FREQUENT = (
    "pop_revive.TAIL", "pop_buffer.ACK_BUFFERED", "watermark.BROKER", "pop_message.RECEIVED", "pop_buffer.OFFSET_COMMITTED",
    "pop_buffer.CK_DONE", "pop_buffer.CK_BUFFERED", "pop_revive.CYCLE_SKIPPED", "pop_buffer.SCANNED", "pop_revive.CYCLE_ENDED",
)  # fmt: skip
"""The statements that the table libraries look for: those of most bytes in the sample traces."""


_OBJECTS = 200_000
"""What the command line sets before it loads anything: objects that are made between two searches for cycles of them."""
DRAINED = 20_000
"""Lines that Drain gets: of all of them it would take too long."""


def read(logs: Path, compiled: bool) -> None:
    """Read *logs* into a case, as the command line does."""
    from forensics import memory

    memory.share_heap()
    gc.set_threshold(_OBJECTS)
    from forensics.case import new_case
    from forensics.engines import local
    from forensics.engines.fast import setup

    if not compiled:
        setup.is_ready = lambda: False
    with tempfile.TemporaryDirectory() as home:
        case = new_case(Path(home) / "case")
        local.ingest([str(logs)], case, local.Reading(), lambda *_: None)
        case.commit()


def by_polars(logs: Path) -> None:
    """Extract the frequent statements with polars' expressions."""
    import polars as pl

    from forensics.statements import statements

    for log in plain_logs(logs):
        lines = pl.read_csv(log, separator="\x01", has_header=False, quote_char=None, new_columns=["line"], encoding="utf8-lossy")
        message = lines.select(pl.col("line").str.extract(r" - (.*)").alias("m")).drop_nulls()
        for statement in map(statements().get, FREQUENT):
            pattern = f"(?s)^(?P<whole_>{statement.pattern.pattern.removesuffix('Z')}z)"
            message.filter(pl.col("m").str.starts_with(statement.prefix)).select(pl.col("m").str.extract_groups(pattern))


def by_duckdb(logs: Path) -> None:
    """Extract the frequent statements with DuckDB's expressions."""
    import duckdb

    from forensics.statements import statements

    for log in plain_logs(logs):
        reading = "read_csv(?, delim='\x01', header=false, quote='', escape='', columns={'line': 'VARCHAR'})"
        duckdb.execute(f"CREATE OR REPLACE TABLE l AS SELECT regexp_extract(line, ' - (.*)', 1) AS m FROM {reading}", [str(log)])  # noqa: S608
        for statement in map(statements().get, FREQUENT):
            pattern = f"(?s)^({statement.pattern.pattern.removesuffix('Z')}z)"
            query = "SELECT count(regexp_extract(m, ?)) FROM l WHERE starts_with(m, ?)"
            duckdb.execute(query, [pattern, statement.prefix]).fetchall()


def by_drain(logs: Path) -> None:
    """Mine templates of the first lines of pop.log."""
    from drain3 import TemplateMiner

    miner = TemplateMiner()
    with next(log for log in plain_logs(logs) if log.name == "pop.log").open(encoding="utf-8") as lines:
        for line in islice(lines, DRAINED):
            miner.add_log_message(line)


def unpacked(packed: Path) -> None:
    """Read what *packed* holds as a log is read."""
    from forensics.sources.archives import open_plain

    with open_plain(packed) as stream:
        while stream.read(_PIECE):
            pass


def bare_gzip(packed: Path) -> None:
    """Unpack *packed* with zlib alone."""
    import zlib

    inflate = zlib.decompressobj(31)
    with packed.open("rb") as raw:
        while rest := raw.read(1 << 16):
            while rest:
                inflate.decompress(rest, _PIECE)
                rest = inflate.unconsumed_tail


def bare_zstd(packed: Path) -> None:
    """Unpack *packed* with zstandard alone."""
    import zstandard

    with packed.open("rb") as raw, zstandard.ZstdDecompressor().stream_reader(raw) as stream:
        while stream.read(_PIECE):
            pass


_PIECE = 1 << 20
WAYS: dict[str, Callable[[Path], None]] = {
    "unpacked": unpacked,
    "bare_gzip": bare_gzip,
    "bare_zstd": bare_zstd,
    "compiled": lambda logs: read(logs, True),
    "plain": lambda logs: read(logs, False),
    "polars": by_polars,
    "duckdb": by_duckdb,
    "drain3": by_drain,
}


def plain_logs(logs: Path) -> list[Path]:
    """Return the logs that are not compressed."""
    return [path for path in sorted(logs.rglob("*.log")) if path.stat().st_size]


@dataclass(frozen=True)
class Way:
    """A way of reading: its command, the megabytes of text that it reads, and what it does less than ours."""

    command: Sequence[str]
    megabytes: float
    less: str = ""


def own(name: str, what: Path) -> Sequence[str]:
    """Return the command that runs one of `WAYS`."""
    return (sys.executable, __file__, "--way", name, str(what))


def ways_of(logs: Path) -> dict[str, Way]:
    """Return the ways to read *logs*; other tools read only what is not compressed."""
    files = [str(path) for path in plain_logs(logs)]
    whole, plain = text_of(logs), sum(path.stat().st_size for path in plain_logs(logs)) / 1e6
    found = {
        "rmqf, compiled": Way(own("compiled", logs), whole),
        "rmqf, plain": Way(own("plain", logs), whole),
        "polars": Way(own("polars", logs), plain, "ten statements, nothing written"),
        "duckdb": Way(own("duckdb", logs), plain, "ten statements, nothing written"),
        "wc -l": Way(["wc", "-l", *files], plain, "counts lines"),
    }
    if importlib.util.find_spec("drain3"):
        found["drain3"] = Way(own("drain3", logs), drained(logs) / 1e6, f"templates of {DRAINED:,} lines")
    if shutil.which("rg"):
        found["ripgrep"] = Way(["rg", "-c", r"add ack, rqId=(\d+)", *files], plain, "one pattern, counted")
    if shutil.which("lnav"):
        found["lnav"] = Way(["lnav", "-n", "-c", ";SELECT count(*) FROM all_logs", *files], plain, "its own format, no fields")
    return found


def packed_ways(logs: Path, beside: Path) -> dict[str, Way]:
    """Pack the largest log of *logs* into *beside*, and return the ways to unpack it."""
    log = max(plain_logs(logs), key=lambda path: path.stat().st_size)
    data = log.read_bytes()
    gz, zst = beside / "log.gz", beside / "log.zst"
    gz.write_bytes(gzip.compress(data, mtime=0))
    zst.write_bytes(zstandard.ZstdCompressor().compress(data))
    size = len(data) / 1e6
    return {
        "gz by rmqf": Way(own("unpacked", gz), size, "unpacks"),
        "gz by zlib": Way(own("bare_gzip", gz), size, "unpacks"),
        "zst by rmqf": Way(own("unpacked", zst), size, "unpacks"),
        "zst by zstandard": Way(own("bare_zstd", zst), size, "unpacks"),
    }  # fmt: skip


def drained(logs: Path) -> int:
    """Return the bytes of the lines that Drain gets."""
    with next(log for log in plain_logs(logs) if log.name == "pop.log").open("rb") as lines:
        return sum(len(line) for line in islice(lines, DRAINED))


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of CPU, and on the clock."""

    cpu: float
    wall: float


def measured(command: Sequence[str]) -> Run:
    """Return what a command takes."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(HERE.parent.parent)})
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begun
    return Run(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def text_of(logs: Path) -> float:
    """Return the megabytes of text in a bundle, packed parts included."""
    from forensics.sources.archives import open_plain

    total = 0
    for path in logs.rglob("*"):
        if path.is_file():
            with open_plain(path) as stream:
                while piece := stream.read(1 << 20):
                    total += len(piece)
    return total / 1e6


def line_of(name: str, way: Way, runs: Sequence[Run], plain: Sequence[float]) -> str:
    """Return what is printed of a way; *plain* are the rates of our plain reader in the same rounds."""
    rates = [way.megabytes / max(run.cpu, 0.001) for run in runs]
    ratios = [rate / other for rate, other in zip(rates, plain, strict=True)]
    cores = max(run.cpu / run.wall for run in runs)
    return (
        f"{name:17}{max(rates):9.1f}  (worst {min(rates):7.1f}; {cores:.1f} cores)  {max(rates) / max(plain):7.1f} x plain"
        f"  ({min(ratios):.1f} to {max(ratios):.1f})  {way.less}\n"
    )


def main(megabytes: int, repeats: int) -> None:
    """Measure all ways on a bundle of so many megabytes, and print them."""
    from forensics.engines.fast import setup

    if not setup.is_ready():
        sys.exit("the kernel is not compiled here: run make, or python -m forensics.engines.fast.setup")
    compile_dir(HERE.parent.parent / "forensics", quiet=1)  # as set-up left it, whatever was edited since
    with tempfile.TemporaryDirectory() as home:
        logs = Path(home) / "logs"
        subprocess.run([sys.executable, str(HERE / "bundle.py"), str(logs), str(megabytes)], check=True)
        ways = ways_of(logs) | packed_ways(logs, Path(home))
        runs: dict[str, list[Run]] = {name: [] for name in ways}
        for _ in range(repeats):
            for name, way in ways.items():
                runs[name].append(measured(way.command))
    plain = [ways["rmqf, plain"].megabytes / run.cpu for run in runs["rmqf, plain"]]
    sys.stdout.write(f"{ways['rmqf, plain'].megabytes:.0f} MB of text, {repeats} runs each; MB per second of CPU\n")
    for name, own_runs in runs.items():
        sys.stdout.write(line_of(name, ways[name], own_runs, plain))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        WAYS[sys.argv[2]](Path(sys.argv[3]))
    else:
        size, given = [*sys.argv[1:], *("256", "3")[len(sys.argv) - 1 :]]
        main(int(size), int(given))
