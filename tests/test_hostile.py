"""Whatever the input: an end in time and memory, the documented exit code, nothing written elsewhere, nothing good lost."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_inputs import GOOD, INPUTS, put

from forensics.errors import ExitCode

pytestmark = [pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for memory"), pytest.mark.xdist_group("hostile")]
MOST_CPU_S, MOST_MIB = 30, 512
"""A line of a gigabyte, the largest of these inputs, takes six seconds, and up to eleven on a busy machine; what grows with the
square of an input takes hours."""
RESTING_MIB = 256
"""Above this a worker is started anew: an allocator keeps what one input took, and the next one does not answer for it."""
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")


@pytest.fixture(scope="module")
def worker(tmp_path_factory):
    """Give a function that runs one command in a process of its own home and temporary directory."""
    home = tmp_path_factory.mktemp("home")
    (home / "tmp").mkdir()
    command = [sys.executable, str(Path(__file__).parent / "hostile_worker.py")]

    def started():
        return subprocess.Popen(
            command, cwd=home, env={**os.environ, "TMPDIR": str(home / "tmp"), "HOME": str(home)}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def ended():
        running.stdin.close()
        running.wait(60)
        running.stdout.close()

    running = started()

    def run(*arguments):
        nonlocal running
        running.stdin.write(json.dumps([str(a) for a in arguments]) + "\n")
        running.stdin.flush()
        answer = json.loads(running.stdout.readline())
        assert sorted(path.name for path in home.rglob("*")) == ["tmp"], "something was left in the home or temporary directory"
        if answer["mib"] > RESTING_MIB:
            ended()
            running = started()
        return answer

    yield run
    ended()


def listing(directory: Path) -> dict[str, int]:
    """Return the size of everything under *directory* by its name."""
    found = (Path(at, name) for at, folders, files in os.walk(directory) for name in folders + files)
    return {os.fsencode(path).hex(): path.lstat().st_size for path in found}


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_is_read_as_far_as_it_is_good(name, worker, tmp_path):
    INPUTS[name](tmp_path)
    put(tmp_path / "well" / "namesrv.log", GOOD.replace(b"01-01", b"01-02"))
    before = listing(tmp_path)
    shown = worker("analyze", tmp_path, "--format", "json")
    assert shown["code"] == ExitCode.DONE, shown["err"]
    assert shown["cpu"] < MOST_CPU_S
    assert shown["mib"] < MOST_MIB
    assert listing(tmp_path) == before
    case = json.loads(shown["out"])["case"]
    assert [f["status"] for f in case["files"] if f["path"] == "well/namesrv.log"] == ["read"]
    assert case["bytes"]["read"] == case["bytes"]["kept"] + case["bytes"]["rejected"] + case["bytes"]["set_aside"]
    assert case["lines"]["read"] == case["lines"]["understood"] + case["lines"]["unread"]
    assert good_lines(case) > 1 or name in NOTHING_GOOD


NOTHING_GOOD = {
    "only_nul", "random_bytes", "a_journald_export_cut_short", "links_that_loop", "a_pipe_a_socket_and_devices",
    "many_files_that_are_no_logs", "links_and_devices_in_an_archive", "a_member_twenty_thousand_times",
    "twenty_thousand_members_in_a_plain_archive", "an_encrypted_zip", "unreadable_files", "a_store_that_is_none",
    "files_that_are_not_what_their_names_say", "a_zip_that_lies_about_sizes", "an_answer_of_an_api_that_never_ends",
}  # fmt: skip
"""Inputs that hold no line of a log that can be had."""


def good_lines(case):
    return case["lines"]["understood"]


def test_there_are_sixty_and_more():
    assert len(INPUTS) >= 60


def test_what_may_not_be_read_is_told_and_the_rest_is_read(worker, tmp_path):
    INPUTS["unreadable_files"](tmp_path)
    put(tmp_path / "well" / "namesrv.log", GOOD)
    files = json.loads(worker("analyze", tmp_path, "--format", "json")["out"])["case"]["files"]
    assert {f["path"]: (f["status"], f["problems"]) for f in files} == {
        "closed": ("unreadable", ["is a directory that cannot be listed"]),
        "ns/broker.log": ("unreadable", ["may not be read: permission denied"]),
        "well/namesrv.log": ("read", []),
    }


def test_no_yaml_is_read():
    """A bomb in it has nothing to go off in: rules are TOML and SQL, expectations JSON, and no reader of YAML is there."""
    ours = subprocess.run(
        [sys.executable, "-c", "import sys, forensics.library, forensics.cli.rules; print('yaml' in sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ours.stdout.strip() == "False"


@pytest.mark.parametrize("format_", ["text", "json", "csv"])
def test_no_control_byte_of_a_log_reaches_the_terminal(format_, worker, tmp_path):
    for name in (
        "control_and_escape_bytes",
        "a_member_name_that_clears_the_screen",
        "names_that_are_no_text",
        "a_pod_named_like_a_path",
    ):
        (tmp_path / name).mkdir()
        INPUTS[name](tmp_path / name)
    shown = worker("analyze", tmp_path, "--format", format_)
    assert not UNSEEN.search(shown["out"] + shown["err"])
    listed = worker("unread", tmp_path)
    assert not UNSEEN.search(listed["out"] + listed["err"])


@pytest.mark.parametrize("name", ["only_nul", "random_bytes", "an_encrypted_zip", "files_that_are_not_what_their_names_say"])
def test_what_holds_no_log_is_told_and_ends_with_its_code(name, worker, tmp_path):
    INPUTS[name](tmp_path)
    shown = worker("analyze", tmp_path)
    assert (shown["code"], shown["out"]) == (ExitCode.UNREADABLE, "")
    assert shown["err"].count("\n") == 1
