"""A proxy that runs a broker in its own process (proxyMode LOCAL): one node of two kinds."""

import pytest
from conftest import write_logs

from forensics.library import case_of, check_case

_AT = "2026-01-01 20:00:0"
PROXY = [f"{_AT}0 INFO main - grpc server start successfully."]
BROKER = [f"{_AT}1 INFO main - user specified name server address: 10.0.0.1:9876", f"{_AT}1 INFO main - reviveQueueNum=8"]
STORE = [f"{_AT}1 INFO main - load /data/store/config/delayOffset.json OK"]
POP = [f"{_AT}2 INFO PopReviveService_0 - reviveQueueId=0,revive finish,old offset is 1, new offset is 1"]


@pytest.mark.parametrize(
    ("logs", "kinds"),
    [
        ({"store.log": STORE, "pop.log": POP}, ["broker", "proxy"]),
        ({"pop.log": POP}, ["broker", "proxy"]),
        ({"store.log": [], "pop.log": []}, ["proxy"]),  # as the clients in a proxy leave them
    ],
)
def test_a_proxy_with_a_store_is_a_broker_too(tmp_path, logs, kinds):
    files = {f"rocketmqlogs/{name}": lines for name, lines in {"proxy.log": PROXY, "broker.log": BROKER, **logs}.items()}
    write_logs(tmp_path / "input", {"all-in-one": files})
    with case_of([str(tmp_path / "input")]) as case:
        doc = check_case(case)
    assert sorted((node["node"], node["kind"]) for node in doc["case"]["nodes"]) == [("all-in-one", kind) for kind in kinds]
    assert not [row for rule in doc["rules"] for row in rule["missing"] if "broker.log of all-in-one is not" in row["how"]]
