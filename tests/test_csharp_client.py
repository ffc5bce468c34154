"""A client of C# is known by what it prints each minute, and tells the model what one of Java does."""

from conftest import write_logs

from forensics.library import case_of
from forensics.storefiles.events import held_events
from forensics.tables import STATES, Table

ID, PROXY = "host@7412@0@abc", "127.0.0.1:8081"
SAID = (
    f"Receive setting from remote, endpoints={PROXY}, clientId={ID}",
    f"The rocketmq simple consumer starts successfully, clientId={ID}",
    f"ClientId={ID}, ClientVersion=5.2.1, .NET Version=6.0.1, ThreadCount=5, CompletedWorkItemCount=7, PendingWorkItemCount=0, "
    "AvailableWorkerThreads=32, AvailableCompletionPortThreads=1000",
    f"Send heartbeat successfully, endpoints={PROXY}, clientId={ID}",
    f"Failed to send heartbeat, endpoints={PROXY}, code=InternalServerError, statusMessage=no, not now, clientId={ID}",
)


def test_a_csharp_client_is_known_and_its_heartbeats_and_settings_are_read(tmp_path):
    lines = [
        f"2026-08-01 10:00:0{n}.1234 INFO  [7412] [4] [Org.Apache.Rocketmq.Client.X:88] {said} " for n, said in enumerate(SAID)
    ]
    write_logs(tmp_path, {"consumer": {"rocketmq-client.log": lines}})
    with case_of([str(tmp_path)]) as case:
        (client,) = case.read(Table("states/clients", "", STATES["clients"].columns)).to_dicts()
        (refused,) = case.read(held_events("grpc_heartbeat_failed")).to_dicts()
        heard = [case.read(held_events(kind))["client_id"].to_list() for kind in ("grpc_heartbeat_ok", "grpc_settings_received")]
    assert (client["client_id"], client["node"], client["protocol"]) == (ID, "consumer", "grpc")
    assert (refused["client_id"], refused["status"], refused["status_text"]) == (ID, "InternalServerError", "no, not now")
    assert heard == [[ID], [ID]]
