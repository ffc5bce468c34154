"""How fast logs are read into a case: megabytes per second of CPU, beside our own plain reader and other tools.

Run: python tests/benchmarks/ingest.py [MEGABYTES] [REPEATS]. Every way reads the same bundle in a process of its own, one after
the other and all of them again REPEATS times, so that they share the machine's moods; CPU is user and system, start included.
Printed are the best and the worst run of each, and the ratio of the bests to the plain reader. Only the first two ways
give every column of every statement; what the others leave out is said beside them. Tools that are not installed are left out.
"""

import importlib.util
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
FREQUENT = (
    "pop_revive.TAIL", "pop_buffer.ACK_BUFFERED", "watermark.BROKER", "pop_message.RECEIVED", "pop_buffer.OFFSET_COMMITTED",
    "pop_buffer.CK_DONE", "pop_buffer.CK_BUFFERED", "pop_revive.CYCLE_SKIPPED", "pop_buffer.SCANNED", "pop_revive.CYCLE_ENDED",
)  # fmt: skip
"""The statements that the table libraries look for: those of most bytes in the sample traces."""


def read(logs: Path, compiled: bool) -> None:
    """Read *logs* into a case."""
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
    """Mine templates of the first 20,000 lines of pop.log, and say how many megabytes those are."""
    from drain3 import TemplateMiner

    miner = TemplateMiner()
    with next(log for log in plain_logs(logs) if log.name == "pop.log").open(encoding="utf-8") as lines:
        for _, line in zip(range(20_000), lines, strict=False):
            miner.add_log_message(line)


WAYS: dict[str, Callable[[Path], None]] = {
    "compiled": lambda logs: read(logs, True),
    "plain": lambda logs: read(logs, False),
    "polars": by_polars,
    "duckdb": by_duckdb,
    "drain3": by_drain,
}


def plain_logs(logs: Path) -> list[Path]:
    """Return the logs that are not compressed."""
    return [path for path in sorted(logs.rglob("*.log")) if path.stat().st_size]


def commands(logs: Path) -> dict[str, tuple[str, Sequence[str], bool]]:
    """Return for each way what it does less, its command, and whether it reads only what is not compressed."""
    files = [str(path) for path in plain_logs(logs)]
    own = {name: (sys.executable, __file__, "--way", name, str(logs)) for name in WAYS}
    found: dict[str, tuple[str, Sequence[str], bool]] = {
        "rmqf, compiled": ("", own["compiled"], False),
        "rmqf, plain": ("", own["plain"], False),
        "polars": ("ten statements, nothing written", own["polars"], True),
        "duckdb": ("ten statements, nothing written", own["duckdb"], True),
        "wc -l": ("counts lines", ["wc", "-l", *files], True),
    }
    if importlib.util.find_spec("drain3"):
        found["drain3"] = ("20,000 lines, its rate is not comparable", own["drain3"], True)
    if shutil.which("rg"):
        found["ripgrep"] = ("one pattern, counted", ["rg", "-c", r"add ack, rqId=(\d+)", *files], True)
    if shutil.which("lnav"):
        found["lnav"] = ("its own format, no fields", ["lnav", "-n", "-c", ";SELECT count(*) FROM all_logs", *files], True)
    return found


def measured(command: Sequence[str]) -> float:
    """Return the seconds of CPU that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(HERE.parent.parent)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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


def main(megabytes: int, repeats: int) -> None:
    """Measure all ways on a bundle of so many megabytes, and print them."""
    from forensics.engines.fast import setup

    if not setup.is_ready():
        sys.exit("the kernel is not compiled here: run make, or python -m forensics.engines.fast.setup")
    with tempfile.TemporaryDirectory() as home:
        logs = Path(home) / "logs"
        subprocess.run([sys.executable, str(HERE / "bundle.py"), str(logs), str(megabytes)], check=True)
        whole, open_ = text_of(logs), sum(path.stat().st_size for path in plain_logs(logs)) / 1e6
        ways = commands(logs)
        seconds: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(repeats):
            for name, (_, command, _) in ways.items():
                seconds[name].append(measured(command))
    rates = {name: [(open_ if ways[name][2] else whole) / each for each in own] for name, own in seconds.items()}
    sys.stdout.write(f"{whole:.0f} MB of text, {repeats} runs each; MB per second of CPU\n")
    for name, own in rates.items():
        ratio = max(own) / max(rates["rmqf, plain"])
        sys.stdout.write(f"{name:16}{max(own):9.1f}  (worst {min(own):.1f})  {ratio:7.1f} x plain  {ways[name][0]}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        WAYS[sys.argv[2]](Path(sys.argv[3]))
    else:
        size, runs = [*sys.argv[1:], *("256", "3")[len(sys.argv) - 1 :]]
        main(int(size), int(runs))
