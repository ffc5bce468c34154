"""What a broker's log shows of POP where its records are kept in the key value store, which prints few lines of its own."""

import pytest
from conftest import write_logs
from test_pop_releases import KV, T0, analyze, line, started

from forensics.library import case_of
from forensics.replay.pop.features import POP_CONSUMPTION
from forensics.tables import STATES

__all__ = ["analyze"]

RULE = "pop/acked_message_redelivered"
ASKED = (
    "receive PopMessage request command, RemotingCommand [code=200050, language=JAVA, version=485, opaque=1, flag(B)=0, remark="
    "null, extFields={topic=T, consumerGroup=G, queueId=-1, invisibleTime=20000}, serializeTypeCurrentRPC=JSON]"
)
POPPED = f"PopConsumerService pop, time={T0}, invisible=20000, {KV}[10], attemptId=null"
CYCLE = "PopConsumerService, revive count={}, failure count=0, behindInMillis=0, scanInMillis=0, costInMillis=1"
NONE_JUDGED = "reviveQueueId=0, revive finish,old offset is -1, new offset is -1, ckDelay=0  "
KEPT = line(-60_000, "popConsumerKVServiceEnable=true", thread="main")


def verdict(analyze, *lines, options=()):
    broker = [*options, started(), line(901_000, "the broker goes on")]
    doc, _ = analyze({"n": {"pop.log": list(lines), "broker.log": broker}})
    return next(rule["verdict"] for rule in doc["rules"] if rule["rule"] == RULE)


@pytest.mark.parametrize(
    ("options", "says", "expected"),
    [
        ([], CYCLE.format(0), "not_seen"),
        ([KEPT], CYCLE.format(0), "inconclusive"),
        ([], CYCLE.format(1), "inconclusive"),
        ([KEPT], POPPED, "not_seen"),
    ],
    ids=["in files", "by its option", "switched at run time", "with popConsumerKVServiceLog"],
)
def test_requests_for_pops_are_no_detail_of_what_the_key_value_store_keeps(analyze, options, says, expected):
    assert verdict(analyze, line(0, ASKED), line(1_000, says), line(900_000, NONE_JUDGED), options=options) == expected


@pytest.mark.parametrize(("revived", "shown"), [(0, False), (3, True)])
def test_a_broker_whose_revive_queues_stay_empty_may_keep_pop_in_its_key_value_store(tmp_path, revived, shown):
    lines = [line(0, NONE_JUDGED), line(1_000, CYCLE.format(revived)), line(900_000, NONE_JUDGED)]
    options = [line(-60_000, "reviveQueueNum=1", thread="main"), started()]
    write_logs(tmp_path, {"n": {"pop.log": lines, "broker.log": options}})
    table = STATES["features"]
    with case_of([str(tmp_path)]) as case:
        rows = case.read(type(table)("states/features", table.row, table.columns)).to_dicts()
    assert [row["shown"] for row in rows if row["node"] and row["feature"] == POP_CONSUMPTION] == [shown]
