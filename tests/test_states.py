"""What held at an instant: what a process had in memory goes with it."""

from datetime import UTC, datetime, timedelta

import pytest
from conftest import write_logs

from forensics.library import case_of, state_at

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
USES = "c@1 uses name server 10.0.0.1:9876"
PERHAPS = f"{USES} (perhaps: the record leaves open whether already or still)"
STOP = "the client factory [c@1] shutdown OK"


def line(second, message, pid=17):
    at = NOON + timedelta(hours=8, seconds=second)
    return f"{at:%Y-%m-%d %H:%M:%S}.000 INFO  [{pid}] [main] [RocketmqRemoting#?:?] - {message}"


def run(second, client_id="c@1", pid=17):
    """Return the first lines of a client: it is made, and chooses the first of its name servers."""
    return [
        line(
            second,
            f"Created a new client Instance, InstanceIndex:0, ClientID:{client_id}, ClientConfig:ClientConfig{{}}, "
            "ClientVersion:V5_3_3, SerializerType:JSON",
            pid,
        ),
        line(second, "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1", pid),
    ]


@pytest.fixture
def uses(tmp_path):
    """Give a function from a client's lines and a second to what is said of its name server then; the case lasts 200 s."""

    def said(lines, second):
        other = [*run(0, "d@1"), line(200, "the client factory [d@1] shutdown OK")]
        write_logs(tmp_path / "input", {"c": {"rocketmq_client.log": lines}, "d": {"rocketmq_client.log": other}})
        at = int((NOON + timedelta(seconds=second)).timestamp() * 1_000_000)
        with case_of([str(tmp_path / "input")]) as case:
            return [row["what"] for row in state_at(case, at) if row["node"] == "c" and row["kind"] == "name server"]

    return said


@pytest.mark.parametrize(("second", "held"), [(3, [USES]), (8, []), (150, [])])
def test_a_client_that_stopped_uses_no_name_server(uses, second, held):
    assert uses([*run(0), line(5, STOP)], second) == held


def test_a_client_whose_log_just_ends_may_still_use_one(uses):
    assert uses([*run(0), line(5, "a")], 100) == [PERHAPS]


@pytest.mark.parametrize(("second", "held"), [(50, []), (110, ["c@2 uses name server 10.0.0.1:9876"])])
def test_what_a_process_held_is_not_held_by_the_next_one_of_its_log(uses, second, held):
    assert uses([*run(0), line(5, STOP), *run(100, "c@2", 18), line(120, "a", 18)], second) == held
