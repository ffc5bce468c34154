"""Reading in processes forked from this one: the same case, and nothing left of them however it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import TRACES

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists() or len(os.sched_getaffinity(0)) < 2,
    reason="processes are forked on Linux, for two processors",
)
_READ = """
import json, resource, sys
from pathlib import Path
from forensics.case import new_case
from forensics.engines import filing, local

local._FORKED_BYTES, local._WORTH_BYTES = int(sys.argv[1]), 0
case = new_case(Path(sys.argv[2]))
local.ingest(sys.argv[3:], case, local.Reading(), lambda *_: None)
case.commit()
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime > 0)
print(json.dumps(case._manifest["parts"], sort_keys=True))
"""
_ENGINE = """
import os, signal, sys, time
from functools import partial
from forensics import memory
from forensics.engines.engine import HERE, Task
from forensics.engines.forked import forked

def pid(_of):
    return os.getpid()

def told(of):
    os.write(1, b"%d\\n" % os.getpid())  # at once: two of them write here
    time.sleep(of)

def none():
    pass

def torn(_of):
    raise EOFError("of the work itself")

def end(_of):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def ran(program: str, *arguments: str) -> str:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def test_a_case_read_in_processes_is_that_of_one(tmp_path):
    trace = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")
    forked, several = ran(_READ, "0", str(tmp_path / "several"), trace).splitlines()
    itself, alone = ran(_READ, str(1 << 40), str(tmp_path / "alone"), trace).splitlines()
    assert (forked, itself) == ("True", "False")
    assert several == alone
    assert len(json.loads(alone)) > 10


def test_work_runs_in_processes_and_its_results_come_in_order():
    program = """
with forked(none) as engine:
    pids = set(engine.each(pid, [Task(n, "") for n in range(50)]))
    print(os.getpid() not in pids, list(engine.each(abs, [Task(-n, "") for n in range(50)])) == list(range(50)))
"""
    assert ran(_ENGINE + program).split() == ["True", "True"]


@pytest.mark.parametrize(
    "before",
    [
        "import polars as pl; pl.DataFrame({'a': [1]}).select(pl.col('a') + 1)",
        "bound = memory.held_to(1 << 30); bound.__enter__()",
    ],
)
def test_nothing_is_forked_once_polars_has_worked_or_where_memory_is_bound(before):
    wait = "import time; time.sleep(0.5)"  # a thread has its name a moment after it has begun
    assert ran(f"{_ENGINE}\n{before}\n{wait}\nwith forked(none) as engine:\n    print(engine is HERE)").strip() == "True"


def test_a_process_that_is_killed_is_told_as_a_fault_of_the_machine():
    program = """
from forensics.errors import MachineError
try:
    with forked(none) as engine:
        list(engine.each(end, [Task(1, "")]))
except MachineError as error:
    print(error)
"""
    assert "a process that read logs was killed" in ran(_ENGINE + program)


def is_gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    return not status.exists() or "State:\tZ" in status.read_text()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_one_that_forked_it(how):
    program = 'with forked(none) as engine:\n    list(engine.each(told, [Task(60, "") for _ in range(2)]))'
    running = subprocess.Popen(
        [sys.executable, "-c", _ENGINE + program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert running.stdout
    pids = [int(running.stdout.readline()) for _ in range(2)]
    running.send_signal(how)
    assert running.wait(timeout=30)
    until = time.monotonic() + 30
    while not all(map(is_gone, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    assert all(map(is_gone, pids))
    running.stdout.close()


def test_what_reads_is_loaded_beside_this_process_and_not_in_it(tmp_path):
    program = f"{_READ}\nprint('pyarrow' in sys.modules, 'llvmlite' in sys.modules)"
    trace = str(TRACES / "S-5.3.1-s1" / "input.tar.zst")
    assert ran(program, "0", str(tmp_path / "several"), trace).splitlines()[-1] == "False False"
    assert ran(program, str(1 << 40), str(tmp_path / "alone"), trace).splitlines()[-1].startswith("True")


def test_an_error_of_work_is_raised_in_its_result_s_place_and_names_its_own_line():
    program = """
results = []
with forked(none) as engine:
    try:
        for result in engine.each(int, [Task("7", ""), Task("seven", ""), Task("8", "")]):
            results.append(result)
    except ValueError as error:
        print(results, "Traceback" in "".join(error.__notes__))
    print(list(engine.each(abs, [Task(-1, "")])))
"""
    assert ran(_ENGINE + program).splitlines() == ["[7] True", "[1]"]


def test_an_error_of_work_is_none_of_the_processes():
    program = """
try:
    with forked(none) as engine:
        list(engine.each(torn, [Task(1, "")]))
except EOFError as error:
    print(error)
"""
    assert ran(_ENGINE + program).strip() == "of the work itself"
