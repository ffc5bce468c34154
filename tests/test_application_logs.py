"""Clients whose lines stand in their application's log: it is a source, and one that proves no absence."""

import pytest
from conftest import write_logs

from forensics.engines.look import look_at
from forensics.library import case_of, check_case
from forensics.sources.find import Source

LINES = [
    f"2026-01-01 20:00:{second:02d}.562  INFO 17 --- [           main] {logger:40} : {message}"
    for second, logger, message in (
        (0, "RocketmqRemoting", "name server address updated. NEW : [10.0.0.1:9876, 10.0.0.2:9876] , OLD: null"),
        (1, "RocketmqClient", "Created a new client Instance, InstanceIndex:0, ClientID:c@1, ClientConfig:C, ClientVersion:V, S"),
        (2, "RocketmqRemoting", "new name server is chosen. OLD: null , NEW: 10.0.0.1:9876. namesrvIndex = 1"),
        (9, "RocketmqClient", "the client factory [c@1] shutdown OK"),
    )
]  # fmt: skip


def test_an_application_prints_what_its_client_does_and_may_leave_lines_out(tmp_path):
    write_logs(tmp_path / "input", {"c": {"app.log": LINES}})
    with case_of([str(tmp_path / "input")]) as case:
        (found,) = (rule for rule in check_case(case)["rules"] if rule["rule"] == "nameserver/silent_nameserver_kept")
    assert found["verdict"] == "not_seen"
    assert any("may leave lines out" in lacking["how"] for lacking in found["missing"])
    assert not any("is not in the case" in lacking["how"] for lacking in found["missing"] if lacking["node"] == "c")


WAITED = "invokeSync: wait response timeout exception, the channel[10.0.0.1:9876]"


@pytest.mark.parametrize(
    ("head", "kind"),
    [("2026-01-01 20:00:00,424 WARN RocketmqRemoting(635) - ", "client"), ("2026-01-01 20:00:00 WARN main - ", None)],
)
def test_what_any_process_prints_is_a_clients_in_a_layout_of_clients_and_otherwise_costs_nothing(tmp_path, head, kind):
    write_logs(tmp_path / "input", {"c": {"app.log": [head + WAITED] * 3}})
    with case_of([str(tmp_path / "input")]) as case:
        (file,) = check_case(case)["case"]["files"]
    assert (file["kind"], file["records"], file["unread_records"]) == (kind, 3, 0)
    assert bool(file["problems"]) is (kind is None)


class CountedSource(Source):
    """A source that counts how often it is read."""

    opened = 0

    def open(self):
        """Return the file's bytes."""
        CountedSource.opened += 1
        return super().open()


@pytest.mark.parametrize(
    "head", ["2026-01-01 20:00:00.562 [main] INFO  com.shop.Cart - ", "2026-01-01 20:00:00 | INFO | ", "Cart: "]
)
def test_a_small_log_of_an_application_without_rocketmq_is_read_once_to_tell(head, tmp_path, monkeypatch):
    monkeypatch.setattr(CountedSource, "opened", 0)
    path = tmp_path / "app.log"
    path.write_text(f"{head}item added\n" * 300, encoding="utf-8")
    (look,) = look_at(CountedSource("c/app.log", path), ())
    assert (look.status, look.wrapping, CountedSource.opened) == ("unknown", None, 1)
