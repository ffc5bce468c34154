"""What of the Spark engine needs no Spark: names, shares, and what its errors say. `make test-spark` runs it on a cluster."""

import pickle
import sys
from itertools import chain

import pytest
from conftest import TRACES

from forensics.engines import spark as engine
from forensics.engines.engine import Task
from forensics.engines.named import engine_of
from forensics.errors import BadUsage, ForensicsError, MachineError
from forensics.library import case_of, ingest_logs, replay_case
from forensics.replay.pop import bulk, near, parts, sieve, stories, windows
from forensics.sources.archives import Spool
from forensics.sources.find import find_sources


def tasks(*sizes):
    return [Task(size, f"{number}.log", size=size << 20) for number, size in enumerate(sizes)]


def outcome(work, needs=(), code=None):
    return engine._outcome(work, Task("a", "a.log", needs), code or engine.code())


def test_what_is_large_stands_alone_and_what_is_small_together():
    shares = engine._shares(tasks(1, 1, 500, 1, 1, 400), 3)
    assert sorted(map(sorted, shares)) == [[0, 1, 3, 4], [2], [5]]
    assert sorted(chain.from_iterable(engine._shares(tasks(*range(100)), 8))) == list(range(100))
    assert engine._shares(tasks(5), 8) == [[0]]


def test_no_worker_works_on_what_it_does_not_see_or_with_another_rmqf(tmp_path):
    done = []
    how, error = outcome(done.append, (tmp_path / "gone.log",))
    assert (how, done) == ("error", [])
    with pytest.raises(MachineError, match=r"gone\.log: the worker on .* does not see it \(put the logs and the case on storage"):
        engine._result((how, error))
    how, error = outcome(done.append, code="other")
    assert (how, done) == ("error", [])
    assert "this worker has another rmqf" in str(error)
    assert outcome(done.append, (tmp_path,)) == ("done", None)
    assert done == ["a"]


def test_a_fault_on_a_worker_names_the_file_and_shows_its_trace():
    def work(_of):
        return {}["missing"]

    with pytest.raises(engine.WorkerFault, match=r"(?s)a\.log, on .*in work.*KeyError: 'missing'"):
        engine._result(outcome(work))


@pytest.mark.parametrize("error", [MachineError("there", "full", "free some"), BadUsage("--x", "is none")])
def test_errors_raised_on_purpose_come_back_as_they_were(error):
    def work(_of):
        raise error

    how, told = pickle.loads(pickle.dumps(outcome(work)))  # noqa: S301 - our own bytes
    assert how == "error"
    with pytest.raises(ForensicsError) as raised:
        engine._result((how, told))
    assert (str(raised.value), raised.value.exit_code) == (str(error), error.exit_code)


def test_a_job_that_failed_as_a_whole_names_what_its_worker_was_at():
    text = "An error occurred\n: org.apache.spark.SparkException: Task 1 in stage 3.0 failed 4 times: ExecutorLostFailure"
    assert str(engine._told(text, [["a.log"], ["b.log", "c.log"]])).startswith("b.log or c.log: its worker did not end well: ")
    for missing in ("ModuleNotFoundError: No module named 'forensics'", "[PYTHON_VERSION_MISMATCH] Python in worker"):
        assert "install rocketmq-forensics" in str(engine._told(missing, [["a.log"]]))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("remote", "is no engine"),
        ("sparks://h:1", "is no engine"),
        ("spark://nowhere", "names no host and port"),
        ("local[x]", "is not installed"),
    ],
)
def test_an_engine_that_cannot_be_is_told(name, said, monkeypatch):
    if "installed" in said:
        monkeypatch.setitem(sys.modules, "pyspark", None)
    else:
        monkeypatch.setitem(sys.modules, "pandas", sys)
        monkeypatch.setitem(sys.modules, "pyspark", sys)
        monkeypatch.setattr(engine.shutil, "which", lambda _: "java")
    with pytest.raises(BadUsage, match=said), engine_of(name):
        pass


def test_java_must_be_there(monkeypatch):
    for module in ("pandas", "pyspark"):
        monkeypatch.setitem(sys.modules, module, sys)
    monkeypatch.setattr(engine.shutil, "which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MachineError, match="Spark needs Java"), engine_of("spark://h:7077"):
        pass


def test_the_place_of_a_yarn_cluster_must_be_told(monkeypatch):
    for module in ("pandas", "pyspark"):
        monkeypatch.setitem(sys.modules, module, sys)
    monkeypatch.setattr(engine.shutil, "which", lambda _: "java")
    for name in ("HADOOP_CONF_DIR", "YARN_CONF_DIR"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(MachineError, match="set HADOOP_CONF_DIR to the directory"), engine_of("yarn"):
        pass


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (
            "An error\n: k8s.ClientException: An error has occurred.\n\tat A\nCaused by: java.net.ConnectException: refused\n",
            "java.net.ConnectException: refused",
        ),
        (
            "An error occurred\n: org.apache.spark.SparkException: no master\n\tat A\n",
            "org.apache.spark.SparkException: no master",
        ),
        ("[JAVA_GATEWAY_EXITED] it exited", "[JAVA_GATEWAY_EXITED] it exited"),
        ("", ""),
    ],
)
def test_what_spark_says_of_a_cluster_it_does_not_reach_is_its_last_cause(text, cause):
    assert engine._cause(text) == cause


def test_what_archives_hold_lies_where_workers_see_it(tmp_path):
    with Spool(tmp_path) as spool:
        found = find_sources([str(TRACES / "E-5.3.3-stores" / "input.tar.zst")], spool)
        (place,) = spool.places
        assert {source.where.parent for source in found if source.where} == {place}
        assert place.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_a_case_is_replayed_again_whatever_was_asked_of_it_before(tmp_path):
    made = ingest_logs([str(TRACES / "S-5.3.1-s1" / "input.tar.zst")], tmp_path / "case")
    before = made.held(*made.names())
    assert any(part.startswith("states/") for part in before)
    replay_case(made)
    assert made.held(*made.names()) == before
    sent = made.sent()
    sent.drop("records")
    assert made.has("records")


class Apart:
    """An engine whose tasks and results go through bytes, as to another machine; `sent` counts those of the results."""

    elsewhere = True

    def __init__(self):
        self.names, self.sent = [], 0

    def each(self, work, tasks):
        for task in tasks:
            assert all(place.exists() for place in task.needs)
            done = pickle.dumps(pickle.loads(pickle.dumps(work))(pickle.loads(pickle.dumps(task.of))))  # noqa: S301 - our own bytes
            self.names.append(task.name)
            self.sent += len(done)
            yield pickle.loads(done)  # noqa: S301 - our own bytes


@pytest.mark.parametrize(("name", "several"), [("P-5.3.1-poplog", True), ("P-5.3.3-poplog", False), ("S-5.3.1-s1", False)])
def test_workers_that_judge_parts_of_pop_give_the_states_of_one_process(name, several, tmp_path, monkeypatch):
    monkeypatch.setattr(sieve, "FEWEST", 1 if several else sieve.FEWEST)
    monkeypatch.setattr(windows, "AT_ONCE", 100)
    monkeypatch.setattr(near, "AT_ONCE", 20)
    monkeypatch.setattr(parts, "MOST", 5)
    monkeypatch.setattr(stories, "MOST", 5)
    monkeypatch.setattr(bulk, "FEWEST", 1 if several else bulk.FEWEST)
    made = ingest_logs([str(TRACES / name / "input.tar.zst")], tmp_path / "case")
    before = made.held(*made.names())
    apart = Apart()
    replay_case(made, apart)
    assert made.held(*made.names()) == before
    judged = [told for told in apart.names if told.startswith("part ")]
    end = ["the replay's end"] if several else []
    assert (len(judged) > 2) == several
    assert apart.names == ["the replay", *(f"part {n + 1} of {len(judged)} of the replay" for n in range(len(judged))), *end]
    assert not [path for path in (tmp_path / "case").iterdir() if path.name.startswith("replay-")]


def test_no_table_goes_through_the_driver():
    apart = Apart()
    with case_of([str(TRACES / "S-5.3.1-s1" / "input.tar.zst")], engine=apart) as case:
        assert {"rows", "sha256"} == {key for part in case.held(*case.names()).values() for key in part}
        tables = sum((case.directory / part).stat().st_size for part in case.held(*case.names()))
    assert apart.sent < tables / 4
