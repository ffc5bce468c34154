"""Runs the command line on one input after another and tells what each took: its CPU seconds and the most memory it held."""

import io
import json
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from forensics.cli import main


def peak_mib() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def run(arguments: list[str]) -> dict[str, object]:
    Path("/proc/self/clear_refs").write_text("5")
    out, err, begun, code = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO(), time.process_time(), 0
    sys.argv = ["rmqf", *arguments]
    with redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    out.flush()
    shown = out.buffer.getvalue().decode("utf-8", "surrogateescape")
    return {"code": code, "cpu": time.process_time() - begun, "mib": peak_mib(), "out": shown, "err": err.getvalue()}


for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), file=sys.__stdout__, flush=True)
