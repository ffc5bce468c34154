"""Nodes whose clients print other lines than the Java client of their protocol does, of which no rule reads anything.

The remoting Go client asks its name servers in turn, each request another one, and tells of no connection to them (namesrvs in
internal/route.go and namesrv.go, 2.0.0 to 2.1.2 of rocketmq-client-go): that its log shows no fault proves nothing.
"""

from forensics.layouts.languages import GO_REMOTING
from forensics.model.roster import STRANGER
from forensics.replay.events import CLIENT_KINDS, Events, Rows, by


def replay(events: Events) -> Rows:
    """Return of `features` the nodes all of whose clients' logs are of such clients."""
    own = by([file for file in events.files if file["kind"] in CLIENT_KINDS and file["records"]], "node")
    strange = sorted(node for node, files in own.items() if all(file["layout"] == GO_REMOTING.name for file in files))
    return {"features": [{"node": node, "feature": STRANGER, "shown": True, "record_ids": []} for node in strange]}
