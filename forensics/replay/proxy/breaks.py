"""When a client lost its proxy: its stream breaks again at each try to renew it, each second, until a proxy takes it.

ClientSessionImpl.onError and renewRequestObserver of rocketmq-client-java; an address that does not answer holds a try up for
some 20 s.
"""

from collections.abc import Sequence

from forensics.model.spans import SECOND_US
from forensics.replay.events import Row

BROKEN = "grpc_stream_broken"
SETTINGS = "grpc_settings_received"
BEAT = "grpc_heartbeat_ok"
HEALED = "healed_us"
_TRIED_AGAIN_US = 30 * SECOND_US


def breaks_of(rows: Sequence[Row]) -> list[Row]:
    """Return the breaks among the rows of one client, each with when its session next had settings, None where it did not."""
    healed, found = dict[str | None, int](), []
    for row in reversed(outages(rows)):
        if row["event"] == BROKEN:
            found.append(row | {HEALED: healed.get(row["endpoints"])})
        else:
            healed[row["endpoints"]] = row["ts_hi"]
    return found[::-1]


def outages(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of all kinds, in order, of one client without the breaks that only repeat the one before them."""
    kept, tried = [], dict[str | None, int]()
    for row in rows:
        session = row["endpoints"]
        last = tried.pop(session, None)
        if row["event"] == BROKEN:
            tried[session] = row["ts_hi"]
        if row["event"] != BROKEN or last is None or row["ts_lo"] - last > _TRIED_AGAIN_US:
            kept.append(row)
    return kept
