"""Exceptions of acks that one window alone fits, and that may be another client's all the same.

Its log shows refused acks that are in no window of its own: where the lines are lost that would show when it lost its proxy, or
came to this one, its window is not known, or begins too late.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forensics.replay.events import Events, Row, by
from forensics.replay.proxy.acks import ANSWERED_WITHIN_US, IN_ORDER, SLACK_US, Refusals, arrivals_of, removals_of
from forensics.replay.proxy.answers import Clients, left_by
from forensics.replay.proxy.arrivals import Ends
from forensics.replay.proxy.signs import Case
from forensics.replay.timeline import NOTHING, Timeline, timelines

_ByClient = Mapping[tuple[str, str], Timeline]


@dataclass(frozen=True)
class Outside:
    """The refused acks that clients' logs show outside of their windows, in order of time.

    By proxy and client come when it `arrived` there, and when its channel was `removed`.
    """

    lines: Sequence[Row]
    arrived: _ByClient
    removed: _ByClient

    @classmethod
    def of(cls, events: Events, windows: Sequence[Row], refusals: Refusals) -> "Outside":
        """Return those outside of *windows*."""
        told = by([{"client_id": w["client_id"], "ts_lo": w["from_lo"], "ts_hi": w["to_hi"]} for w in windows], "client_id")
        found: list[Row] = []
        for client_id, lines in refusals.of_clients():
            own = Timeline(told.get(client_id, ()))
            found += [line for line in lines if not own.within(_asked(line))]
        if not found:
            return cls((), {}, {})
        arrived, removed = (timelines(rows, "node", "client_id") for rows in (arrivals_of(events), removals_of(events)))
        return cls(sorted(found, key=IN_ORDER), arrived, removed)

    def knew(self, node: str, line: Row, process: Ends) -> bool:
        """Return whether the proxy on *node* knew the client of a line, whose ack met a channel then, wherever it went."""
        key = node, line["client_id"]
        last = self.arrived.get(key, NOTHING).latest(line["ts_lo"])
        if last is None or process.ended(last["ts_lo"], line["ts_hi"]) is not None:
            return False
        gone = self.removed.get(key, NOTHING).within((last["ts_lo"], line["ts_hi"]))
        return all(row["ts_lo"] <= last["ts_lo"] for row in gone)


def _asked(line: Row) -> tuple[int, int]:
    """Return when the ack of a line can have been refused: it stands behind the answer."""
    return line["ts_lo"] - ANSWERED_WITHIN_US - SLACK_US, line["ts_lo"] + SLACK_US


def anothers(
    node: str, told: Mapping[str, list[str]], thrown: Sequence[Row], clients: Clients, outside: Outside, case: Case
) -> set[str]:
    """Return, by state_id, as many exceptions *thrown* at a proxy as lines *outside* of windows can be the answer to.

    Asked for are those that are *told* as of one window, of a client that prints no refused ack: another's has its own line.
    """
    alone = [e for e in thrown if len(told[e["state_id"]]) == 1 and not clients[told[e["state_id"]][0]].prints]
    doubts = {source: case.clock.doubt(source, node) for source in {line["node"] for line in outside.lines}} if alone else {}
    process = case.gone.get(node, Ends())
    compared = (line for line in outside.lines if doubts.get(line["node"]) is not None)
    fitting = [line for line in compared if not outside.knew(node, line, process)]
    slack = SLACK_US + max((doubt or 0 for doubt in doubts.values()), default=0)
    owned: dict[str, str] = {}
    left_by(sorted(alone, key=IN_ORDER), node, fitting, slack, owned, last_first=False)
    return set(owned)
