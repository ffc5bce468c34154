"""A case survives what happens to it: kill -9, flipped bits, full disks, two at once; and what is read again is what is new.

`CRASHES=300 pytest tests/test_crashes.py -k killed` kills it so often; by default it is a few times.
"""

import multiprocessing
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import filelock
import pytest
import zstandard
from conftest import TRACES

from forensics.case import new_case, open_case
from forensics.engines import filing, local
from forensics.errors import BadCase, MachineError
from forensics.library import ingest_logs
from forensics.locks import locked
from forensics.scratch import Scratch
from forensics.tables import FILES

RMQF = str(Path(sys.executable).parent / "rmqf")
KILLS = int(os.environ.get("CRASHES", "8"))
CHANCE = random.Random(int(os.environ.get("SEED", "7")))  # noqa: S311 - moments, not secrets


@pytest.fixture(scope="module")
def logs(tmp_path_factory):
    """Give the logs of a name server and an old client, whose times wait for a zone, as files."""
    root = tmp_path_factory.mktemp("logs") / "input"
    with (TRACES / "H-4.8.0-bfail" / "input.tar.zst").open("rb") as packed:
        stream = zstandard.ZstdDecompressor().stream_reader(packed)
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            tar.extractall(root, filter="data")
    return root


@pytest.fixture(scope="module")
def whole(logs, tmp_path_factory):
    """Give the case that an undisturbed ingest makes of them."""
    case = tmp_path_factory.mktemp("whole") / "case"
    ingest_logs([str(logs)], case)
    return case


def content(case: Path) -> dict[str, bytes]:
    return {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in case.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def start(logs, case, *options, **more):
    return subprocess.Popen(
        [RMQF, "ingest", str(logs), "--case", str(case), *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
    )


def finish(running):
    out, err = running.communicate(timeout=120)
    return running.returncode, out.decode(), err.decode()


FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["forensics.library"])


def forked(logs, case):
    """Return a process that ingests, begun where all is imported: what is killed is the work and not the way to it."""
    running = FORKS.Process(target=ingest_logs, args=([str(logs)], case))
    running.start()
    return running


def ended(running):
    running.join(600)
    return running.exitcode


def test_a_run_killed_at_any_moment_leaves_nothing_wrong(logs, whole, tmp_path):
    ended(forked(logs, tmp_path / "first"))
    begun = time.monotonic()
    assert ended(forked(logs, tmp_path / "timed")) == 0
    lasts = time.monotonic() - begun
    case, killed = tmp_path / "case", 0
    for number in range(KILLS):
        running = forked(logs, case)
        time.sleep(CHANCE.uniform(0, 1) * lasts)
        running.kill()
        killed += ended(running) == -signal.SIGKILL
        if number % 4 == 3:
            assert ended(forked(logs, case)) == 0
            assert content(case) == content(whole)
        if number % 8 == 7:
            shutil.rmtree(case)
    assert ended(forked(logs, case)) == 0
    assert content(case) == content(whole)
    print(f"{killed} of {KILLS} were killed at work")  # noqa: T201 - the number is what `make crashes` is asked for
    assert killed > KILLS // 2


def test_a_run_goes_on_from_its_last_checkpoint(logs, whole, tmp_path, monkeypatch):
    class Killed(BaseException):
        pass

    def killed(path, _size):
        seen.append(path)
        if len(seen) == 6:
            raise Killed

    seen: list[str] = []
    read: list[str] = []
    streams = filing.read_streams
    monkeypatch.setattr(filing, "read_streams", lambda found, *more: read.append(found[0].source.path) or streams(found, *more))
    monkeypatch.setattr(local, "_CHECKPOINT_BYTES", 1)
    case = tmp_path / "case"
    with pytest.raises(Killed):
        ingest_logs([str(logs)], case, progress=killed)
    with pytest.raises(BadCase, match="not finished"):
        open_case(case)
    done = {path for path in seen[:-1] if (logs / path).stat().st_size}
    read.clear()
    ingest_logs([str(logs)], case)
    assert len(done) > 1
    kept = {row["path"] for row in open_case(case).read(FILES).to_dicts() if row["zone_from"] == "layout"} & done
    assert kept
    assert kept.isdisjoint(read)
    assert content(case) == content(whole)


def test_what_a_manifest_names_is_on_the_disk_before_it(logs, tmp_path, monkeypatch):
    synced: list[str] = []
    sync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (synced.append(Path(f"/proc/self/fd/{file}").readlink().name), sync(file))[1])
    case = ingest_logs([str(logs)], tmp_path / "case")
    parts = {path.name for path in case.directory.rglob("*.parquet")}
    assert parts <= set(synced[: synced.index("manifest.json.tmp")])
    assert {"records", "case"} <= set(synced)
    synced.clear()
    ingest_logs([str(logs)], tmp_path / "brief", lasting=False)
    assert not set(synced) - {"manifest.json.tmp", "manifest.unfinished.json.tmp"}


def test_a_case_being_written_again_stays_what_it_was_until_it_is_done(logs, whole, tmp_path):
    case = tmp_path / "case"
    shutil.copytree(whole, case)
    (logs.parent / "more").mkdir(exist_ok=True)
    refused = finish(start(logs.parent / "more", case))
    assert refused[0] == 2
    assert "--replace" in refused[2]
    assert finish(start(logs.parent / "more", case, "--replace"))[0] == 4
    open_case(case).verify()
    assert finish(start(logs, case))[0] == 0
    assert content(case) == content(whole)


def test_a_flipped_bit_is_found_before_analysis(whole, tmp_path):
    case = tmp_path / "case"
    shutil.copytree(whole, case)
    for name, data in content(case).items():
        for at in {0, len(data) - 1, CHANCE.randrange(len(data))}:
            flipped = bytes([data[at] ^ (1 << CHANCE.randrange(8))])
            (case / name).write_bytes(data[:at] + flipped + data[at + 1 :])
            with pytest.raises(BadCase):
                open_case(case)
        (case / name).write_bytes(data)
    open_case(case)


def test_only_what_is_new_or_grown_is_read_again(logs, whole, tmp_path, monkeypatch):
    read = []
    streams = filing.read_streams
    monkeypatch.setattr(filing, "read_streams", lambda found, *how: read.append(found[0].source.path) or streams(found, *how))
    again = tmp_path / "input"
    shutil.copytree(logs, again)
    last = max(path for path in again.rglob("*.log") if path.stat().st_size)
    kept = last.read_bytes()
    last.write_bytes(b"".join(kept.splitlines(keepends=True)[:-2]))
    first = min(again.iterdir())
    first.rename(tmp_path / "aside")
    ingest_logs([str(again)], tmp_path / "case")
    before = set(read)
    read.clear()
    last.write_bytes(kept)
    (tmp_path / "aside").rename(first)
    ingest_logs([str(again)], tmp_path / "case")
    new = {path.relative_to(again).as_posix() for path in first.rglob("*") if path.is_file()}
    known = {path for path in read if path in before and (again / path).stat().st_size} - new
    assert known == {last.relative_to(again).as_posix()}
    assert content(tmp_path / "case") == content(whole)


@pytest.mark.parametrize("environment", [{"PYTHONHASHSEED": "1", "POLARS_MAX_THREADS": "1"}, {"PYTHONHASHSEED": "99"}])
def test_the_same_input_gives_the_same_bytes(environment, logs, whole, tmp_path):
    assert finish(start(logs, tmp_path / "case", env={**os.environ, **environment}))[0] == 0
    assert content(tmp_path / "case") == content(whole)


@pytest.fixture
def unignored():
    """Let signals end what is started here, as they would not where these tests were begun by nohup or in the background."""
    usual = {signal.SIGHUP: signal.SIG_DFL, signal.SIGINT: signal.default_int_handler}
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("unignored")
@pytest.mark.parametrize(
    ("how", "told"),
    [(signal.SIGTERM, ""), (signal.SIGHUP, ""), (signal.SIGINT, "rmqf: stopped by the user: nothing is left behind\n")],
)
def test_a_job_that_is_cancelled_leaves_no_log_of_the_incident_behind(how, told, tmp_path):
    """It holds what came on standard input so far, and waits for more."""
    here = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([RMQF, "analyze", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=here) as running:
        os.write(running.stdin.fileno(), b"a line\n" * 1000)
        while not any(tmp_path.glob("rmqf-*/1")):
            time.sleep(0.02)
        running.send_signal(how)
        assert (running.communicate(timeout=60)[1], running.returncode) == (told, 128 + how)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("unignored")
@pytest.mark.parametrize("loaded", ["forensics.memory", "typer", "forensics.cli.app"])
def test_who_stops_a_command_that_is_still_being_loaded_is_told_so_in_one_sentence(loaded):
    script = (
        "import os, signal, sys\n"
        "class Interrupted:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {loaded!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupted())\n"
        "from forensics.cli import main\n"
        "main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (130, "rmqf: stopped by the user: nothing is left behind\n")


def test_who_stops_the_writing_of_a_case_is_told_what_is_left_of_it(tmp_path):
    new, begun, kept, whole = (tmp_path / name for name in ("new", "begun", "kept", "whole"))
    frame = FILES.frame([{"file_id": 0}])
    new_case(begun).write("files", 0, frame)
    for directory in (kept, whole):
        case = new_case(directory)
        case.write("files", 0, frame)
        case.commit() if directory is whole else case.checkpoint()
    left = {
        whole: [f"{whole} is the case it was before (the same command writes it anew)"],
        kept: [f"{kept} keeps what was read so far (the same command goes on from there)"],
        begun: [f"{begun} is a case that was only begun (the same command begins again)"],
        new: [],
    }
    for directory, notes in left.items():
        with pytest.raises(KeyboardInterrupt) as stopped, locked(directory):
            raise KeyboardInterrupt
        assert getattr(stopped.value, "__notes__", []) == notes
    assert not new.exists()


def test_where_no_lock_can_be_taken_it_is_told_with_its_place(tmp_path):
    (tmp_path / ".lock").mkdir()
    with pytest.raises(MachineError, match=f"^{tmp_path}: cannot be written"), locked(tmp_path):
        pass


def test_who_is_killed_while_removing_leaves_what_the_next_run_knows_by(tmp_path, monkeypatch):
    def killed(directory, *_how, **_more):
        for path in Path(directory).iterdir():
            if path.is_file():
                path.unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    own = Scratch()
    (Path(own.name) / "logs").mkdir()
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            own.cleanup()
    assert (Path(own.name) / ".held").is_file()
    own.cleanup()


@pytest.mark.skipif(os.name != "posix", reason="the system has no such locks")
def test_what_a_killed_run_left_is_removed_by_the_next_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    held = "from forensics.scratch import Scratch; kept = Scratch(); print(kept.name, flush=True); input()"
    command, here = [sys.executable, "-c", held], {**os.environ, "TMPDIR": str(tmp_path)}
    runs = [subprocess.Popen(command, env=here, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    killed, living = (Path(run.stdout.readline().strip()) for run in runs)
    (killed / "1").write_text("a line", encoding="utf-8")
    (tmp_path / "rmqf-mine").mkdir()
    runs[0].kill()
    runs[0].communicate(timeout=60)
    with Scratch() as own:
        assert {path.name for path in tmp_path.iterdir()} == {living.name, "rmqf-mine", Path(own).name}
    runs[1].communicate("\n", timeout=60)
    assert [path.name for path in tmp_path.iterdir()] == ["rmqf-mine"]


def test_a_temporary_directory_that_takes_no_lock_is_used_all_the_same(tmp_path, monkeypatch):
    def full(_handle, _how):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("fcntl.flock", full)
    with Scratch() as own, Scratch() as other:
        assert {path.name for path in tmp_path.iterdir()} == {Path(own).name, Path(other).name}
    assert list(tmp_path.iterdir()) == []


def test_a_screen_that_takes_nothing_is_told():
    with Path("/dev/full").open("w") as full:
        shown = subprocess.run([RMQF, "tables"], stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    assert (shown.returncode, shown.stderr) == (6, "rmqf: standard output: cannot be written: No space left on device\n")


def test_a_screen_that_is_not_there_is_told():
    shown = subprocess.run(
        [RMQF, "tables"], preexec_fn=lambda: os.close(1), stderr=subprocess.PIPE, text=True, timeout=120, check=False
    )
    assert (shown.returncode, shown.stderr) == (6, "rmqf: standard output: is closed (write to a file with --output)\n")


def test_two_at_once_do_not_mix(logs, whole, tmp_path):
    case = tmp_path / "case"
    shutil.copytree(whole, case)
    with filelock.FileLock(case / ".lock"):
        code, out, err = finish(start(logs, case))
    assert (code, out) == (6, "")
    assert "another rmqf is writing this case" in err
    assert content(case) == content(whole)


@pytest.mark.parametrize("most", [0, 3_000, 9_000])
def test_a_full_disk_is_told_and_costs_nothing_that_was_there(most, logs, whole, tmp_path):
    case = tmp_path / "case"
    if most:
        shutil.copytree(whole, case)
        next(case.glob("records/*.parquet")).unlink()

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    code, out, err = finish(start(logs, case, preexec_fn=limited))
    assert (code, out) == (6, "")
    assert "cannot be written" in err
    assert "free some space" in err
    assert err.count("\n") == 1


def test_a_full_temporary_directory_is_told(tmp_path):
    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    trace = TRACES / "H-4.8.0-bfail" / "input.tar.zst"
    code, _, err = finish(start(trace, tmp_path / "case", preexec_fn=limited))
    assert code == 6
    assert err.count("\n") == 1


def test_a_file_that_grows_while_it_is_read_gives_what_was_there(tmp_path):
    from forensics.sources.careful import Careful
    from forensics.sources.lines import split_lines

    growing = tmp_path / "namesrv.log"
    growing.write_bytes(b"a\n" * 10)
    with growing.open("rb") as stream:
        lines = split_lines(Careful(stream))  # type: ignore[arg-type]
        next(lines)
        with growing.open("ab") as more:
            more.write(b"b\n" * 10)
        assert sum(1 for _ in lines) in {9, 19}
