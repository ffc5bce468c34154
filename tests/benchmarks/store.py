"""How fast a store is read when only POP is wanted: gigabytes of commit log per second of CPU, and the most memory it takes.

Run: python tests/benchmarks/store.py [GIB]. Makes a sparse commit log, writes nothing where no message lies, and prints the
rate beside that of `cat` over the same files, so that two machines can be compared by the ratio.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from storemaker import Made

GIB = 1 << 30
_BATCHES_PER_GIB = 500
_BUSINESS_PER_GIB = 5_000


def make(root: Path, gib: int) -> None:
    """Write *gib* sparse gigabytes: batches of eight with their acks, one in ten retried, among business messages."""
    made = Made(root, file_size=GIB)
    for number in range(gib * _BATCHES_PER_GIB):
        made.at = max(made.at, number * (GIB // _BATCHES_PER_GIB))
        now = 1_700_000_000_000 + number * 1_000
        _batch(made, now, retried=number % 10 == 0)
        for one in range(_BUSINESS_PER_GIB // _BATCHES_PER_GIB):
            made.put("other", one % 4, b"x" * 256, now)
    made.config("consumerOffset.json", '{"offsetTable":{}}')


def _batch(made: Made, now: int, *, retried: bool) -> None:
    first = made.ends.get(("T", 0), 0)
    for at in range(8):
        made.put("T", 0, b"x" * 256, now - 10, properties={"UNIQ_KEY": f"ID{first + at}"})
    distances = ",".join(str(d) for d in range(8))
    ck = f'{{"bm":0,"bn":"b","c":"G","d":[{distances}],"it":20000,"n":8,"pt":{now},"q":0,"ro":0,"so":{first},"t":"T"}}'
    acks = [f'{{"ao":{first + at},"bn":"b","c":"G","pt":{now},"q":0,"so":{first},"t":"T"}}' for at in range(8 - retried)]
    real = {"REAL_TOPIC": "rmq_sys_REVIVE_LOG_C", "REAL_QID": "3"}
    for tag, body in (("ck", ck), *(("ack", ack) for ack in acks)):
        delivered = {"TIMER_DEQUEUE_MS": str(now)}
        made.put("rmq_sys_wheel_timer", 0, body.encode(), now + 5, tag=tag, properties=real, born_ms=now + 5)
        made.put("rmq_sys_REVIVE_LOG_C", 3, body.encode(), now + 19_000, tag=tag, properties=delivered, born_ms=now + 5)
    if retried:
        kept = {"UNIQ_KEY": f"ID{first + 7}", "1ST_POP_TIME": str(now)}
        made.put("%RETRY%G_T", 0, b"x" * 256, now + 23_000, properties=kept, again=1)


def read(root: Path) -> int:
    """Read what POP wrote, as an analysis does, and return how many records that is."""
    from forensics.storefiles import pop
    from forensics.storefiles.store import Store

    with Store({path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}) as store:
        found = pop.read(store)
        pop.read_originals(store, found, pop.wanted([found]))
        return len(found.records) + len(found.retries) + len(found.originals)


def analyze(root: Path) -> None:
    """Analyze the store as `rmqf analyze` does, to the findings."""
    from forensics.library import case_of, check_case

    with case_of([str(root)]) as case:
        check_case(case)


def main(gib: int) -> None:
    """Make, read, analyze and print."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        make(root, gib)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        records = read(root)
        own = time.process_time() - begun
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        analyze(root)
        whole, whole_most = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        files = sorted(str(path) for path in (root / "commitlog").iterdir())
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["wc", "-l", *files], check=True, stdout=subprocess.DEVNULL)  # noqa: S607 - a benchmark's yardstick
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        yardstick = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    print(f"{gib} GiB, {records} records of POP: {own:.2f} s CPU = {gib / own:.1f} GiB/s; wc -l {yardstick:.2f} s CPU")  # noqa: T201
    print(f"the whole analysis: {whole:.2f} s CPU = {gib / whole:.1f} GiB/s, peak memory {whole_most / 1024:.0f} MiB")  # noqa: T201
    print(f"ratio to wc -l {yardstick / own:.2f}; peak memory {most / 1024:.0f} MiB ({before / 1024:.0f} before reading)")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 16)
