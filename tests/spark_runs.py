"""A real Spark cluster of two workers gives what this machine alone gives, and says what fails: `make test-spark`."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, TRACES
from spark_cluster import QUICK, cluster, environment, free_port, master

RMQF = [sys.executable, "-c", "from forensics.cli import main; main()"]
SMALL = ("H-4.8.0-bfail", "P-5.3.3-poplog", "E-5.3.3-stores")
BUNDLE_MB = 48
MINUTES = 48
"""How long a case is whose suspects make several parts."""
LONG = """
import sys
from pathlib import Path
sys.path.insert(0, "tests/benchmarks")
from replay import grown, write_minute
from forensics.library import ingest_logs
home = Path(sys.argv[1])
write_minute(home / "minute-logs")
grown(ingest_logs([str(home / "minute-logs")], home / "minute"), home / "long", int(sys.argv[2]))
"""
MEGABYTE = 1 << 20


def run(*command: str, results_mb: int = 1) -> subprocess.CompletedProcess[str]:
    """Run *command*, whose driver has little memory, and no more of it for results than *results_mb*."""
    options = {"driver.memory": "512m", "driver.maxResultSize": f"{results_mb}m"}
    options |= {"driver.extraJavaOptions": QUICK, "executor.extraJavaOptions": QUICK}
    given = " ".join(f"--conf spark.{name}={value}" for name, value in options.items())
    env = environment(PYSPARK_SUBMIT_ARGS=f"{given} pyspark-shell")
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=600, check=False)


def done(*command: str) -> str:
    finished = run(*command)
    assert finished.returncode == 0, finished.stderr
    assert finished.stderr == ""
    return finished.stdout


def by_driver(home: Path, *arguments: str) -> dict[str, int]:
    done(sys.executable, str(ROOT / "tests" / "spark_driver.py"), str(home / "peaks.json"), *arguments)
    return json.loads((home / "peaks.json").read_text(encoding="utf-8"))


def content(case: Path) -> dict[str, bytes]:
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in case.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("spark")


@pytest.fixture(scope="module")
def address(home):
    with cluster(home) as found:
        yield found


@pytest.fixture(scope="module")
def inputs(home):
    """Give three traces at once: a release whose clients print their own zone, POP, and stores."""
    for name in SMALL:
        shutil.copy(TRACES / name / "input.tar.zst", home / f"{name}.tar.zst")
    return [str(home / f"{name}.tar.zst") for name in SMALL]


@pytest.fixture(scope="module")
def local(home, inputs):
    done(*RMQF, "ingest", *inputs, "--case", str(home / "local"))
    return home / "local"


@pytest.fixture(scope="module")
def spread(home, inputs, address):
    """Give the case that the workers make, and what the driver took for it."""
    peaks = by_driver(home, "ingest", *inputs, "--case", str(home / "spread"), "--engine", address)
    return home / "spread", peaks


def test_a_case_made_by_two_workers_is_that_of_one_machine(local, spread, home):
    assert content(spread[0]) == content(local)
    assert all(list((home / f"worker-{number}").glob("app-*/*")) for number in (0, 1))


def test_replay_and_findings_of_the_workers_are_those_of_one_machine(local, spread, home, address):
    before = content(spread[0])
    by_driver(home, "replay", str(spread[0]), "--engine", address)
    assert content(spread[0]) == before
    expect = ["-f", "json", "--expect", str(TRACES / "P-5.3.3-poplog" / "trace.toml")]
    documents = []
    for case, more in ((spread[0], ["--engine", address]), (local, [])):
        out, page = home / f"{case.name}.json", home / f"{case.name}.html"
        finished = run(*RMQF, "analyze", str(case), *expect, "-o", str(out), "--html", str(page), *more)
        assert finished.stderr.startswith("rmqf: exit code 1: ")
        documents.append((finished.returncode, out.read_bytes(), page.read_bytes(), finished.stderr))
    assert documents[0] == documents[1]
    assert json.loads(documents[0][1])["findings"]


def test_each_worker_replays_parts_of_a_long_case(home, address):
    made = subprocess.run(
        [sys.executable, "-c", LONG, str(home), str(MINUTES)], check=False, capture_output=True, text=True, cwd=ROOT
    )
    assert made.returncode == 0, made.stderr
    shutil.copytree(home / "long", home / "long-spread")
    done(*RMQF, "replay", str(home / "long"))
    before = [len(list((home / f"worker-{number}").glob("app-*/*"))) for number in (0, 1)]
    peaks = by_driver(home, "replay", str(home / "long-spread"), "--engine", address)
    assert content(home / "long-spread") == content(home / "long")
    assert len(list((home / "long" / "states" / "checkpoints").iterdir())) > 2
    assert all(len(list((home / f"worker-{number}").glob("app-*/*"))) > before[number] for number in (0, 1))
    print(f"driver's peaks at the replay of {MINUTES} minutes: {peaks}")  # noqa: T201 - what the test is asked for


def test_no_step_brings_more_than_findings_to_the_driver(spread, home, address):
    bundle, case, found = home / "bundle", home / "big", home / "found.json"
    done(sys.executable, str(ROOT / "tests" / "benchmarks" / "bundle.py"), str(bundle), str(BUNDLE_MB))
    peaks = by_driver(home, "ingest", str(bundle), "--case", str(case), "--engine", address)
    print(f"driver's peaks: {spread[1]}, and with {BUNDLE_MB} MB of logs {peaks}")  # noqa: T201 - what the test is asked for
    assert peaks["python"] < spread[1]["python"] + 16 * MEGABYTE
    assert peaks["java"] < spread[1]["java"] + BUNDLE_MB * MEGABYTE
    analyzed = run(*RMQF, "analyze", str(case), "--engine", address, "-f", "json", "-o", str(found), results_mb=16)
    assert analyzed.returncode == 0, analyzed.stderr
    assert json.loads(found.read_text(encoding="utf-8"))["case"]["bytes"]["read"] > BUNDLE_MB * 900_000


def test_what_fails_on_a_worker_is_told_with_its_task(address):
    lines = [json.loads(line) for line in done(sys.executable, str(ROOT / "tests" / "spark_failures.py"), address).splitlines()]
    words, err, refuse, gone, die, again = lines
    assert words["done"] == [f"WORD {number}" for number in range(40)]
    assert err["kind"] == "WorkerFault"
    assert err["text"].startswith("err.log, on ")
    assert "ZeroDivisionError" in err["text"]
    assert refuse == {"kind": "NoLogs", "text": "some.log: holds none"}
    assert gone["kind"] == "MachineError"
    assert gone["text"].startswith("/no/such/mount/a.log: the worker on ")
    assert "storage that every worker has" in gone["text"]
    assert die["kind"] == "MachineError"
    assert die["text"].startswith("die.log: its worker did not end well")
    assert again["done"] == ["WORD 0"]


def test_a_cluster_that_cannot_be_used_is_told(home):
    nowhere = f"spark://127.0.0.1:{free_port()}"
    gone = run(*RMQF, "analyze", str(ROOT / "sample_traces"), "--engine", nowhere)
    assert (gone.returncode, gone.stdout) == (6, "")
    assert gone.stderr.startswith(f"rmqf: --engine {nowhere}: no Spark master answers: Connection refused")
    (home / "alone").mkdir()
    with master(home / "alone") as address:
        script = "from forensics.engines import spark; spark._WAIT_S = 1; from forensics.cli import main; main()"
        idle = run(sys.executable, "-c", script, "analyze", str(ROOT / "sample_traces"), "--engine", address)
    assert idle.returncode == 6
    assert "the cluster gave no worker within 1 s" in idle.stderr
