"""`--memory`: a run stays below what it may take, gives the same findings with less, and says so when it cannot."""

import ctypes
import os
import platform
import subprocess
import sys
import time

import duckdb
import pytest
from conftest import ROOT

from forensics import memory
from forensics.cli.options import memory_of
from forensics.errors import BadUsage, MachineError
from forensics.findings.bounded import bounded
from forensics.findings.query import Tables

MEASURED = """
import sys, threading
from forensics import memory
from forensics.cli import main

most, done = [0], threading.Event()

def watch():
    while not done.wait(0.01):
        most.append(max(most.pop(), memory.taken()))

watching = threading.Thread(target=watch)
watching.start()
try:
    main()
finally:
    done.set()
    watching.join()
    print(*most, file=sys.stderr)
"""


def measured(*arguments):
    """Return what `rmqf` prints, and the most memory it took, in MiB."""
    done = subprocess.run([sys.executable, "-c", MEASURED, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout, int(done.stderr.splitlines()[-1]) >> 20


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    made = tmp_path_factory.mktemp("logs") / "bundle"
    subprocess.run(
        [sys.executable, str(ROOT / "tests" / "benchmarks" / "bundle.py"), str(made), "18"], check=True, stdout=subprocess.PIPE
    )
    return made


def test_a_run_stays_below_what_it_may_take_and_finds_the_same(bundle):
    least, peak = measured("analyze", str(bundle), "-f", "json", "--memory", f"{memory.LEAST >> 20}M")
    assert peak <= memory.LEAST >> 20
    usual, peak = measured("analyze", str(bundle), "-f", "json")
    assert peak <= memory.DEFAULT >> 20
    assert least == usual


def wait_with(size):
    """Do something for a long time that needs more than *size*."""
    with memory.held_to(size):
        assert memory.allowed() == size
        time.sleep(20)


def test_a_run_that_needs_more_is_ended_with_a_sentence():
    before = memory.allowed()
    with pytest.raises(MachineError, match=r"--memory 1M: this input needs more memory.*allow more"):
        wait_with(memory.MIB)
    assert memory.allowed() == before


def query_with(size):
    """Run a query for a long time where it may take no more than *size*."""
    with memory.held_to(size), bounded(duckdb.connect()) as connection:
        connection.execute("SELECT count(*) FROM range(10000000000) a, range(1000) b")


def test_a_query_that_needs_more_is_ended_with_the_same_sentence():
    with pytest.raises(MachineError, match=r"--memory 1M: this input needs more memory"):
        query_with(memory.MIB)


def test_the_user_can_still_stop_a_run():
    with pytest.raises(KeyboardInterrupt), memory.held_to(1 << 50):
        raise KeyboardInterrupt


def test_a_rule_that_needs_more_is_no_bad_rule():
    tables = Tables({}, 16 << 20)
    with pytest.raises(MachineError, match=r"own/greedy\.sql: its query needs more than 16 MiB \(allow more with --memory\)"):
        tables.rows("own/greedy", "SELECT list(i::VARCHAR || repeat('x', 100)) FROM range(3000000) t(i)")
    tables.close()


@pytest.mark.parametrize(
    ("text", "size"), [("512M", 512 << 20), ("2G", 2 << 30), ("1gib", 1 << 30), ("320mb", 320 << 20), (None, None)]
)
def test_sizes_are_read(text, size):
    assert memory_of(text) == size


@pytest.mark.parametrize(
    ("text", "said"), [("512", "is not a size"), ("-1G", "is not a size"), ("100M", "is less than any case takes: 320M")]
)
def test_sizes_that_cannot_be_meant_are_told(text, said):
    with pytest.raises(BadUsage, match=said):
        memory_of(text)


def test_batches_grow_and_shrink_with_what_is_allowed():
    with memory.held_to(2 * memory.DEFAULT):
        assert memory.scaled(500) == 1000
    assert memory.scaled(500) == 500
    with memory.held_to(memory.DEFAULT // 512):
        assert memory.scaled(5) == 1


ALLOCATING = """
import ctypes, sys, tempfile, threading
from forensics import memory

memory.share_heap()
libc = ctypes.CDLL(None)
libc.malloc.restype = libc.fopen.restype = ctypes.c_void_p
libc.malloc_info.argtypes, libc.fclose.argtypes = (ctypes.c_int, ctypes.c_void_p), (ctypes.c_void_p,)
workers = [threading.Thread(target=libc.malloc, args=(1 << 16,)) for _ in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
with tempfile.NamedTemporaryFile("r") as told:
    told_by_c = libc.fopen(told.name.encode(), b"w")
    libc.malloc_info(0, told_by_c)
    libc.fclose(told_by_c)
    print(told.read().count("<heap nr="))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone has a heap for each thread")
def test_threads_share_one_heap():
    done = subprocess.run([sys.executable, "-c", ALLOCATING], check=True, capture_output=True, text=True, cwd=ROOT)
    assert done.stdout == "1\n"
    apart = ALLOCATING.replace("memory.share_heap()\n", "")
    done = subprocess.run([sys.executable, "-c", apart], check=True, capture_output=True, text=True, cwd=ROOT)
    assert int(done.stdout) > 1


TABLES = """
import os
from forensics import memory

memory.share_heap()
os.environ["_RJEM_MALLOC_CONF"] += ",stats_print:true"
import polars
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere polars may have another allocator")
def test_tables_are_in_one_heap_too():
    done = subprocess.run([sys.executable, "-c", TABLES], check=True, capture_output=True, text=True, cwd=ROOT)
    assert "opt.narenas: 1\n" in done.stderr


THREADS = """
import os
os.cpu_count = lambda: 64
from forensics import memory

memory.share_heap()
import polars
print(polars.thread_pool_size())
"""


def test_polars_begins_two_threads_on_a_large_machine_or_what_its_user_says():
    environment = {name: value for name, value in os.environ.items() if name != "POLARS_MAX_THREADS"}
    for told, threads in ((environment, "2\n"), ({**environment, "POLARS_MAX_THREADS": "3"}, "3\n")):
        done = subprocess.run([sys.executable, "-c", THREADS], check=True, capture_output=True, text=True, cwd=ROOT, env=told)
        assert done.stdout == threads


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone tells how to give memory back")
def test_what_is_free_between_what_is_kept_goes_back_when_much_is_taken():
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, (ctypes.c_void_p,)
    blocks = [libc.malloc(1 << 16) for _ in range(1024)]
    for block in blocks:
        ctypes.memset(block, 1, 1 << 16)
    *freed, last = blocks
    for block in freed:
        libc.free(block)
    held, before = memory.taken(), memory.allowed()
    memory.allow(4 * held)
    memory.relieve()
    assert memory.taken() > held - 8 * memory.MIB, "where much may be taken it stays for what comes next"
    memory.allow(memory.MIB)
    memory.relieve()
    memory.allow(before)
    libc.free(last)
    assert memory.taken() < held - 48 * memory.MIB
