"""Runs rmqf with a Spark engine as its command line does, and writes to PEAKS what the driver took at most, in bytes.

Run: python tests/spark_driver.py PEAKS ARGUMENTS... The driver is this process and the JVM that it starts.
"""

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

from forensics.cli import main


def peaks() -> dict[str, int]:
    """Return the most memory that the two processes of the driver have had, in bytes."""
    from pyspark import SparkContext

    status = Path(f"/proc/{SparkContext._gateway.proc.pid}/status").read_text(encoding="ascii")
    java = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return {"python": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10, "java": java << 10}


if __name__ == "__main__":
    into, sys.argv = Path(sys.argv[1]), ["rmqf", *sys.argv[2:]]
    with suppress(SystemExit):
        main()
    into.write_text(json.dumps(peaks()), encoding="utf-8")
