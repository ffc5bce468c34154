"""Name servers that refuse route lookups as not ready: ClientRequestProcessor.getRouteInfoByTopic, 5.1.0 on.

With needWaitForService a name server refuses lookups for waitSecondsForService after its start, so that brokers can register
first. From 5.1.0 to 5.3.1 it counts as ready only as long as no lookup has been answered: the first answer after the wait is
the last, and every later lookup is refused for good.
"""

from bisect import bisect_left
from operator import itemgetter

import polars as pl

from forensics.model.spans import SECOND_US, Instant, Span
from forensics.replay.events import Events, Row, Rows, at, by, state_id, timed
from forensics.replay.timeline import NOTHING, timelines

_USUAL_WAIT_S = 45
"""NamesrvConfig.waitSecondsForService, where the option's line is lost."""
_SLACK_US = 2 * SECOND_US


def replay(events: Events) -> Rows:
    """Return the rows of `nameserver_refusals`: one for each life of a name server in which it refused lookups."""
    told = (pl.col("option") == "waitSecondsForService") & pl.col("value").is_not_null() & (pl.col("value") != "")
    waits = timelines(timed(events.some("option_dumped", told)), "node")
    boots = by(timed(events.rows("nameserver_boot")), "node")
    refused = [row for row in timed(events.rows("nameserver_not_ready")) if row["kind"] == "namesrv"]
    out = []
    for node, rows in by(refused, "node").items():
        for boot, own in _lives(rows, boots.get(node, [])):
            out.append(_state(node, boot, waits.get(node, NOTHING).latest(own[0]["ts_hi"]), own))
    return {"nameserver_refusals": out}


def _lives(rows: list[Row], boots: list[Row]) -> list[tuple[Row | None, list[Row]]]:
    """Return the refusals of each life, with the line of its start; None where that is lost."""
    logged = sorted((b for b in boots if b["series"] == rows[0]["series"]), key=itemgetter("seq"))
    lives: dict[int, list[Row]] = {}
    for row in rows:
        lives.setdefault(bisect_left(logged, row["seq"], key=itemgetter("seq")), []).append(row)
    return [(logged[number - 1] if number else None, own) for number, own in sorted(lives.items())]


def _state(node: str, boot: Row | None, option: Row | None, rows: list[Row]) -> Row:
    wait_s = int(option["value"]) if option else _USUAL_WAIT_S
    ready = at(boot).hi + wait_s * SECOND_US + _SLACK_US if boot else None
    first = rows[0]
    late = [row for row in rows if row["ts_lo"] > (ready if ready is not None else at(first).hi + wait_s * SECOND_US + _SLACK_US)]
    span = Span(at(late[0]) if late else at(first), Instant(rows[-1]["ts_lo"], rows[-1]["ts_hi"]))
    return {
        "state_id": state_id("refused", node, first["record_id"]),
        "node": node,
        "wait_s": wait_s,
        "wait_known": option is not None and boot is not None,
        "refused": len(rows),
        "refused_late": len(late),
        **span.columns(),
        "boot_lo": boot["ts_lo"] if boot else None,
        "boot_record_id": boot["record_id"] if boot else None,
        "option_record_id": option["record_id"] if option else None,
        "record_ids": [row["record_id"] for row in (late or rows)],
    }
