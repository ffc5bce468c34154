"""What starting costs: CPU seconds of `rmqf --help`, of small commands, and of a whole small case, beside those of Python itself.

Run: python tests/benchmarks/start.py [RUNS], by default 5. The commands take turns, so that a busy machine is as busy for each;
printed are the median and the spread of user and system seconds, and the ratio to an interpreter that does nothing. The small
case is a sample trace of about a megabyte of logs, from its archive to the answer.
"""

import os
import statistics
import subprocess
import sys
from compileall import compile_dir
from pathlib import Path

from forensics.findings.setup import set_up

ROOT = Path(__file__).parent.parent.parent
_RMQF = [sys.executable, "-c", "from forensics.cli import main; main()"]
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "import polars, duckdb": [sys.executable, "-c", "import polars, duckdb"],
    "rmqf --help": [*_RMQF, "--help"],
    "rmqf explain ck_rewrite_loop": [*_RMQF, "explain", "ck_rewrite_loop"],
    "rmqf analyze (0.8 MB of logs)": [*_RMQF, "analyze", str(ROOT / "sample_traces" / "H-5.3.3-cfreeze" / "input.tar.zst")],
}


def cpu_s(command: list[str]) -> float:
    """Return the CPU seconds that *command* takes."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main(runs: int) -> None:
    """Measure in turn and print."""
    compile_dir(ROOT / "forensics", quiet=1)  # as set-up left it, whatever was edited since
    set_up()
    found: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            found[name].append(cpu_s(command))
    bare = statistics.median(found["python -c pass"][1:])
    for name, (_, *seconds) in found.items():  # the first run fills the caches
        middle = statistics.median(seconds)
        print(f"{name:30} {middle:.2f} s CPU ({min(seconds):.2f} to {max(seconds):.2f}), {middle / bare:.0f} times Python")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
