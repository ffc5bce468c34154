"""What brokers and proxies print in releases after 5.3.3 is read: lite topics, timers and transactions in RocksDB and others."""

import pytest
from readings import statement_of

from forensics import statements

LINES = {
    "broker_lite.START_CHECKING_TTL": "Start checking lite ttl.",
    "broker_lite.CHECK_CLIENT_SET": "Check client event set. size:0",
    "pop_lite.RESULT_SUC": "lite polling RemotingCommand [code=200070], result POLLING_SUC",
    "newer_releases.REGISTERED_COMMIT_LOG": "Registered CommitLogDispatchStore: IndexService",
    "newer_releases.SKIP_RECORD_BECAUSE": (
        "[PopBuffer] skip pop record because consumer group not exist, group=g.1, ck=PopCheckPoint [topic=t]"
    ),
    "store_timer_rocksdb.FOUND_WHEEL_SNAPSHOT": "found timerWheel snapshot offset 42",
    "escape_bridge.NO_LATER_ESCAPE_ROUTE": "asyncPutMessage: no route info of topic t.1 when escaping message, msgId=7F000001",
}
"""A line of each, by its statement, as RocketMQ's source prints it."""


@pytest.mark.parametrize("name", LINES)
def test_a_line_of_a_newer_release_is_read(name):
    assert statement_of(LINES[name]) == name


def test_a_topic_without_a_route_is_a_failed_escape_in_any_release():
    failed = [value for value in statements.statements().values() if value.fixed.get("reason") == "no_route"]
    assert {value.event for value in failed} == {"escape_failed"}
    texts = {"putMessageToRemoteBroker", "asyncPutMessage", "asyncRemotePutMessageToSpecificQueue"}
    for method in texts:
        hit = statements.matcher().match(f"{method}: no route info of topic t when escaping message, msgId=7F", None)
        assert hit
        assert hit[0].fixed["reason"] == "no_route"
        assert hit[0].values(hit[1])["topic"] == "t"
