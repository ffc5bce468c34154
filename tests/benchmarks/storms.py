"""How replay grows where one failure goes on: loops of rewrites, clocks of revive that stand, clients that ask in vain for days.

Run: python tests/benchmarks/storms.py [TRACE...], by default traces of six failures. The case of each is made longer, its events
one and again with times and offsets moved on, as if nobody had mended anything: 16 times, and 128 times. Starts, stops, roles and
routes come once. Each is replayed and judged by a process of its own. Printed are CPU seconds, events a CPU second, peak memory,
and the exponents by which both grow: at 1 a day of the failure takes 24 times an hour of it.
"""

import sys
import tempfile
from pathlib import Path

import polars as pl
from replay import Stride, exponent, grown, replayed

from forensics.library import ingest_logs
from forensics.tables import RECORDS

_TRACES = Path(__file__).parent.parent.parent / "sample_traces"
_STORMS = (
    "C-5.3.0-loop-poplog", "F-5.1.0-notimer", "F-5.1.4-replay", "H-5.3.3-sigstop-closefalse", "K-4.9.8-onedead", "S-mixed-ns4",
)  # fmt: skip
_TIMES = (16, 128)
ONCE = frozenset((
    "process_started", "nameserver_boot", "proxy_started", "option_dumped", "proxy_config", "proxy_config_file", "client_started",
    "client_instance", "grpc_client_started", "client_stopped", "grpc_client_stopped", "process_stopped", "proxy_stopped",
    "role_changing", "role_changed", "service_status_changed", "topic_created", "topic_deleted", "topic_changed", "store_loading",
    "nameserver_addresses", "nameserver_chosen", "route_put", "client_broker_dropped",
))  # fmt: skip


def storm(name: str, place: Path) -> list[str]:
    """Return in words what the failure of the trace *name* takes at each length, and how that grows."""
    case = ingest_logs([str(path) for path in sorted((_TRACES / name).glob("input*"))], place / "once")
    begin, end = case.scan(RECORDS).select(pl.col("ts_lo").min(), pl.col("ts_hi").max()).collect().row(0)
    stride = Stride((end - begin) // 1_000 + 1_000, 10_000_000, 10_000_000, real=-1)
    events = [grown(case, place / str(times), times, stride, ONCE) for times in _TIMES]
    runs = [replayed(place / str(times)) for times in _TIMES]
    seconds, peaks = [run["replay"] + run["check"] for run in runs], [run["peak"] for run in runs]
    each = [
        f"{name} {times:4} times: {number:8} events, {cpu:6.2f} s of CPU, {number / cpu / 1e6:.2f} million a s, {peak:.0f} MiB"
        for times, number, cpu, peak in zip(_TIMES, events, seconds, peaks, strict=True)
    ]
    sizes = list(_TIMES)
    return [*each, f"{name} growth: CPU to the power of {exponent(sizes, seconds):.2f}, memory {exponent(sizes, peaks):.2f}"]


def main(names: list[str]) -> None:
    """Measure each failure and print."""
    for name in names:
        with tempfile.TemporaryDirectory(prefix="rmqf-bench-") as place:
            print("\n".join(storm(name, Path(place))), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:] or list(_STORMS))
