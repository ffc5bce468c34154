"""Nodes whose clients are in other languages, as the layouts of their logs tell where no line names a client of theirs.

The remoting Go client asks its name servers in turn, each request another one, and tells of no connection to them (namesrvs in
internal/route.go and namesrv.go, 2.0.0 to 2.1.2 of rocketmq-client-go): that its log shows no fault proves nothing. The gRPC
clients in C++ and Rust hardly name themselves, and no rule reads what they print of acks and sessions. None that speaks gRPC
knows a name server.
"""

from forensics.layouts.languages import CPP, CPP_OLD, CSHARP, GO, GO_REMOTING, NODE, PYTHON, RUST
from forensics.model.roster import SPEAKS_GRPC, STRANGER
from forensics.replay.events import CLIENT_KINDS, Events, Rows, by

_READ_BY_NONE = frozenset(layout.name for layout in (GO_REMOTING, CPP, CPP_OLD, RUST))
_GRPC = frozenset(layout.name for layout in (GO, PYTHON, NODE, CSHARP, CPP, CPP_OLD, RUST))


def replay(events: Events) -> Rows:
    """Return of `features` the nodes all of whose clients' logs are of clients that no rule reads, or that speak gRPC."""
    own = by([file for file in events.files if file["kind"] in CLIENT_KINDS and file["records"]], "node")
    layouts = {node: {file["layout"] for file in files} for node, files in own.items()}
    told = [
        (node, feature)
        for feature, names in ((STRANGER, _READ_BY_NONE), (SPEAKS_GRPC, _GRPC))
        for node in sorted(layouts)
        if layouts[node] <= names
    ]
    return {"features": [{"node": node, "feature": feature, "shown": True, "record_ids": []} for node, feature in told]}
