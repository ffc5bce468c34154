"""How memory and time grow with the logs: the most that reading, replaying and judging take, at several sizes of one bundle.

Run: python tests/benchmarks/memory.py [MEGABYTES...], by default 1024 4096 16384, which needs some 20 GB of disk and half
an hour. Each size is made by bundle.py, read into a case and replayed by one process, as `rmqf ingest` does, replayed again and
judged by another that makes the whole document, and removed again. Printed are the peak resident memory of both, which counts
pages of programs and mapped files too, their CPU seconds, and between the smallest and the largest size the exponents by which
CPU and memory grow.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from replay import exponent

HERE = Path(__file__).parent
_SEEN = """
    status = Path("/proc/self/status")
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    print(json.dumps([time.process_time(), peak]))
"""
_READ = f"""
import json, sys, time
from pathlib import Path
from forensics import memory
memory.share_heap()
from forensics.library import ingest_logs
if __name__ == "__main__":
    ingest_logs([sys.argv[1]], Path(sys.argv[2]))
{_SEEN}"""
_JUDGE = f"""
import json, sys, time
from pathlib import Path
from forensics import memory
memory.share_heap()
from forensics.library import document_of, open_case, replay_case
from forensics.report.outputs import pieces
from forensics.report.view import View
if __name__ == "__main__":
    case = open_case(Path(sys.argv[2]))
    replay_case(case)
    sum(map(len, pieces(document_of(case), "json", View())))
{_SEEN}"""


@dataclass(frozen=True)
class Took:
    """What one process took: CPU seconds, and MiB at its peak."""

    cpu: float
    peak: float


def measured(megabytes: int) -> list[Took]:
    """Make a bundle of *megabytes*, and return what reading it took, and what replaying and judging."""
    with tempfile.TemporaryDirectory(prefix="rmqf-bench-") as place:
        logs, case = f"{place}/logs", f"{place}/case"
        _output(str(HERE / "bundle.py"), logs, str(megabytes))
        return [Took(*json.loads(_output("-c", program, logs, case).splitlines()[-1])) for program in (_READ, _JUDGE)]


def _output(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=HERE.parent.parent).stdout


def main(sizes: list[int]) -> None:
    """Measure each size and print."""
    seen: list[list[Took]] = []
    for megabytes in sizes:
        seen.append(measured(megabytes))
        read, judged = seen[-1]
        speed = f"{megabytes / read.cpu:.1f} MB a CPU second"
        reading = f"read and replayed in {read.cpu:.1f} s of CPU ({speed}) with {read.peak:.0f} MiB"
        print(f"{megabytes:6} MB: {reading}, judged in {judged.cpu:.1f} s with {judged.peak:.0f} MiB", flush=True)  # noqa: T201
    if len(sizes) > 1:
        cpu = exponent(sizes, [sum(one.cpu for one in took) for took in seen])
        peak = exponent(sizes, [max(one.peak for one in took) for took in seen])
        print(f"growth: CPU to the power of {cpu:.2f}, memory {peak:.2f}")  # noqa: T201


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [1024, 4096, 16384])
