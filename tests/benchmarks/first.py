"""How soon the first findings of a large bundle are there, beside all of it: on the clock and in CPU seconds.

Run: python tests/benchmarks/first.py [MEGABYTES], by default 1024. The bundle is that of bundle.py; imports are counted, and
the CPU of the processes that read it once they have ended.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
_RUN = """
import resource, sys, time
from forensics.library import case_of, check_case

def told(what):
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(what, time.monotonic() - float(sys.argv[2]), sum(one.ru_utime + one.ru_stime for one in used), flush=True)

with case_of([sys.argv[1]], first=lambda doc: told(f"{len(doc['findings'])} findings first")) as case:
    told("all is read and replayed")
    told(f"{len(check_case(case)['findings'])} findings in the end")
"""


def main(megabytes: str) -> None:
    """Make the bundle, measure, and print."""
    with tempfile.TemporaryDirectory(prefix="rmqf-bench-") as directory:
        subprocess.run([sys.executable, HERE / "bundle.py", directory, megabytes], check=True, stdout=subprocess.DEVNULL)
        command = [sys.executable, "-c", _RUN, directory, str(time.monotonic())]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=HERE.parent.parent)
    for line in done.stdout.splitlines():
        what, wall, cpu = line.rsplit(" ", 2)
        print(f"{what:28} after {float(wall):.1f} s, {float(cpu):.1f} s of CPU")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "1024")
