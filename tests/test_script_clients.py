"""Logs of the gRPC clients in Python and Node: they tell the model what one of Java does, and are taken for no other's."""

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case
from forensics.storefiles.events import held_events
from forensics.tables import STATES, Table

ID, PROXY = "host@7412@0@abc", "127.0.0.1:8081"
PYTHON = (
    f"SIMPLE_CONSUMER:G, client_id:{ID} send setting to {PROXY} success.",
    f"SIMPLE_CONSUMER:G, client_id:{ID} send heartbeat to {PROXY} success.",
    f"SIMPLE_CONSUMER:G, client_id:{ID} read stream from endpoints {PROXY} occurred AioRpcError. "
    "code: StatusCode.UNAVAILABLE, message: Socket closed",
    f"PRODUCER client_id:p@1 read stream from endpoints {PROXY} occurred AioRpcError. code: StatusCode.UNAVAILABLE, message: ",
    f"SIMPLE_CONSUMER:G, client_id:{ID} send heartbeat to {PROXY} error, code:50001, message:no, not now.",
)
NODE = (
    f"Receive settings from remote, endpoints={PROXY}, clientId={ID}",
    f"Heartbeat failed for endpoints={PROXY}, clientId={ID}, error=14 UNAVAILABLE: no, not now",
    f"Exception raised from stream response observer, endpoints={PROXY}, clientId={ID}, error=Error: 14 UNAVAILABLE: dropped\n"
    "    at callErrorFromStatus (/app/call.js:32:19) {\n  code: 14\n}",
    f"Syncing settings to new stream, endpoints={PROXY}, clientId={ID}",
)
LOGS = {
    "python": ("logs/rocketmq_python/rocketmq_client.log", "[INFO]", PYTHON),
    "node": ("logs/rocketmq/rocketmq_client_nodejs.log", "INFO 7412", NODE),
}


@pytest.mark.parametrize("language", LOGS)
def test_a_client_whose_start_is_lost_is_known_and_so_is_the_break_of_its_stream(language, tmp_path):
    name, head, said = LOGS[language]
    lines = [f"2026-08-01 10:00:0{n},123 {head} {text}" for n, text in enumerate(said)]
    write_logs(tmp_path, {"consumer": {name: lines}})
    with case_of([str(tmp_path)]) as case:
        (client,) = case.read(Table("states/clients", "", STATES["clients"].columns)).to_dicts()
        (broken,) = case.read(held_events("grpc_stream_broken")).to_dicts()
        (refused,) = case.read(held_events("grpc_heartbeat_failed")).to_dicts()
    assert (client["client_id"], client["node"], client["protocol"]) == (ID, "consumer", "grpc")
    assert {(row["client_id"], row["endpoints"]) for row in (broken, refused)} == {(ID, PROXY)}


def test_the_release_of_a_client_in_node_is_told_and_is_not_taken_for_its_proxys(tmp_path):
    moved = (
        f'Received settings command, clientId={ID}, settings={{"clientType":3,"userAgent":{{"language":8,"version":"1.0.8",'
        '"platform":"linux","hostname":"h"},"metric":{"on":false}}',
        NODE[2],
        f"Receive settings from remote, endpoints={PROXY}, clientId={ID}",
    )
    lines = [f"2026-08-01 10:00:0{n},123 INFO 7412 {text}" for n, text in enumerate(moved)]
    write_logs(tmp_path, {"consumer": {"rocketmq/rocketmq_client_nodejs.log": lines}})
    with case_of([str(tmp_path)]) as case:
        found = check_case(case)
    (finding,) = found["findings"]
    assert [(node["node"], node["releases"]) for node in found["case"]["nodes"]] == [("consumer", ["1.0.8"])]
    assert (finding["kind"], finding["verdict"]) == ("npe_risk_window", "suspected")
    assert "was known to another proxy, or to its own again, at " in finding["explanation"]
    assert finding["remedy"].startswith("Upgrade the proxies")
