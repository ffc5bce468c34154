"""Exceptions of acks that one window alone fits, and that may be another client's all the same.

Its log shows refused acks that are in no window of its own: where the lines are lost that would show when it lost its proxy, or
came to this one, its window is not known, or begins too late.
"""

from collections.abc import Mapping, Sequence

from forensics.replay.events import Row, by
from forensics.replay.proxy.acks import ANSWERED_WITHIN_US, IN_ORDER, SLACK_US, Refusals
from forensics.replay.proxy.answers import Clients, left_by
from forensics.replay.proxy.signs import Case
from forensics.replay.timeline import Timeline


def lines_outside(windows: Sequence[Row], refusals: Refusals) -> list[Row]:
    """Return in order of time the refused acks that clients' logs show outside of these windows of theirs."""
    told = by([{"client_id": w["client_id"], "ts_lo": w["from_lo"], "ts_hi": w["to_hi"]} for w in windows], "client_id")
    found = []
    for client_id, lines in refusals.of_clients():
        own = Timeline(told.get(client_id, ()))
        found += [line for line in lines if not own.within(_asked(line))]
    return sorted(found, key=IN_ORDER)


def _asked(line: Row) -> tuple[int, int]:
    """Return when the ack of a line can have been refused: it stands behind the answer."""
    return line["ts_lo"] - ANSWERED_WITHIN_US - SLACK_US, line["ts_lo"] + SLACK_US


def anothers(
    node: str, told: Mapping[str, list[str]], thrown: Sequence[Row], clients: Clients, outside: Sequence[Row], case: Case
) -> set[str]:
    """Return, by state_id, as many exceptions *thrown* at a proxy as lines *outside* of windows can be the answer to.

    Asked for are those that are *told* as of one window, of a client that prints no refused ack: another's has its own line.
    """
    alone = [e for e in thrown if len(told[e["state_id"]]) == 1 and not clients[told[e["state_id"]][0]].prints]
    doubts = {source: case.clock.doubt(source, node) for source in {line["node"] for line in outside}} if alone else {}
    fitting = [line for line in outside if doubts.get(line["node"]) is not None]
    slack = SLACK_US + max((doubt or 0 for doubt in doubts.values()), default=0)
    owned: dict[str, str] = {}
    left_by(sorted(alone, key=IN_ORDER), node, fitting, slack, owned, last_first=False)
    return set(owned)
