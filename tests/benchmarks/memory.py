"""How memory and time grow with the logs: the most that reading, replaying and judging take, at several sizes of one bundle.

Run: python tests/benchmarks/memory.py [MEGABYTES...], by default 1024 4096 16384, which needs some 20 GB of disk and half
an hour. Each size is made by bundle.py, read into a case and replayed by one process, as `rmqf ingest` does, replayed again and
judged by another that makes the whole document, and removed again. Printed are the peak memory of both, which counts pages of
programs and mapped files too, their CPU seconds, those of processes that they fork included, and between the smallest and the
largest size the exponents by which CPU and memory grow. A peak is what one process ever had resident, or what it and those that
it forked had together, looked at again and again, pages that they share counted once: whichever is more.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from replay import exponent

HERE = Path(__file__).parent
_EVERY_S = 0.03
_SEEN = """
    status = Path("/proc/self/status")
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps([sum(one.ru_utime + one.ru_stime for one in used), peak]))
"""
_READ = f"""
import json, resource, sys
from pathlib import Path
from forensics import memory
memory.share_heap()
from forensics.library import ingest_logs
if __name__ == "__main__":
    ingest_logs([sys.argv[1]], Path(sys.argv[2]))
{_SEEN}"""
_JUDGE = f"""
import json, resource, sys
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
        with _begun(str(HERE / "bundle.py"), logs, str(megabytes)) as making:
            _said(making)
        return [_took(program, logs, case) for program in (_READ, _JUDGE)]


def _took(program: str, logs: str, case: str) -> Took:
    with _begun("-c", program, logs, case) as running:
        together = 0.0
        while running.poll() is None:
            together = max(together, sum(map(_share, _family(running.pid))))
            time.sleep(_EVERY_S)
        cpu, peak = json.loads(_said(running).splitlines()[-1])
    return Took(cpu, max(peak, together))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and those that its main thread has forked."""
    yield pid
    with suppress(OSError):  # it may have ended by now
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            yield from _family(int(child))


def _share(pid: int) -> float:
    """Return the MiB that a process has resident: of pages that others have too, its share; none where it has ended."""
    with suppress(OSError, IndexError):
        return int(Path(f"/proc/{pid}/smaps_rollup").read_text().partition("\nPss:")[2].split()[0]) / 1024
    return 0.0


def _begun(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, *arguments], stdout=subprocess.PIPE, text=True, cwd=HERE.parent.parent)


def _said(running: "subprocess.Popen[str]") -> str:
    out, _ = running.communicate()
    if running.returncode:
        raise SystemExit(running.returncode)
    return out


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
