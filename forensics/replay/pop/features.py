"""What the brokers of a case show of POP: whether it is consumed by, and how much their logs hold of it."""

from collections.abc import Iterable

import polars as pl

from forensics.model.coverage import STORE
from forensics.model.pop_releases import ACK_REQUESTS
from forensics.model.spans import SECOND_US
from forensics.replay.coverage import roster_of
from forensics.replay.events import Events, Row, Rows, by
from forensics.replay.pop.lines import DETAIL_KINDS, KV_KINDS, is_detail

POP_CONSUMPTION = "pop_consumption"
POP_LOG = "enablePopLog=true"
POP_STORED = "popConsumerKVServiceEnable=false"
"""Behind it checkpoints and acks lie in the commit log; the key value store forgets what is acked (5.3.2 on)."""
_KEPT_ANEW = "popConsumerKVServiceEnable"
"""Where it is on, pop.log tells of single messages by popConsumerKVServiceLog alone, whatever enablePopLog says (5.3.2 on)."""
_RECORDS = (*KV_KINDS, "orderly_acked")
"""Lines of single messages in the key value store."""
_POP_REQUEST = 200050
_REVIVE_IN = "pop.log"
_FAR = ("revive_cycle", "revive_skipped")
_REVIVE_WITHIN_US = 60 * SECOND_US
"""Revive says how far it is every few seconds; a process that is stopped in order prints other lines for most of a minute."""
_LONG_US = 600 * SECOND_US
"""What is popped last is judged long after: a log that was cut tells only of what was popped well before."""
_MANY_OPTIONS = 100
"""A dump of fewer options than this is not whole, so that an option it lacks says nothing."""


def replay(events: Events) -> Rows:
    """Return the rows of `features`: for each broker whether POP is consumed from it, and whether its pop.log has the detail."""
    nodes = [n["node"] for n in events.states["nodes"] if n["kind"] == "broker"]
    options = events.options
    details = _details(events)
    uses = _uses(events) | details
    keyed = _keyed(events)
    idle, forgetful = _idle(events, nodes, options) - keyed, _forgetful(events)
    silent = keyed - _printed(events, _RECORDS)
    rows = []
    for node in nodes:
        rows.append(_row(node, POP_CONSUMPTION, node in uses or node not in idle, uses.get(node, [])))
        told = options.get(node, {}).get("enablePopLog")
        shown = details.get(node) or ([told["record_id"]] if told else [])
        rows.append(_row(node, POP_LOG, node in details and node not in silent, shown))
        rows.append(_row(node, POP_STORED, node not in forgetful, []))
    if not nodes or roster_of(events).unlisted("broker"):
        rows.append(_row(None, POP_CONSUMPTION, True, []))
    return {"features": rows}


def _row(node: str | None, feature: str, shown: bool, records: list[int]) -> Row:
    return {"node": node, "feature": feature, "shown": shown, "record_ids": records[:1]}


def _details(events: Events) -> dict[str, list[int]]:
    """Return by node a record that only enablePopLog gives."""
    file, record = pl.col("file_id"), pl.col("record_id")
    # Of lines of one file that stand beside each other, one after a lower record is not the lowest: few are left to be grouped.
    low = file.ne_missing(file.shift()) | (record < record.shift())
    kinds = [kind for kind in DETAIL_KINDS if is_detail(kind)]
    firsts = [
        events.frame(kind).select("file_id", "record_id").filter(low).group_by("file_id").agg(record.min()) for kind in kinds
    ]
    found = dict(pl.concat(firsts).group_by("file_id").agg(record.min()).collect().iter_rows())
    logs = [file for file in events.files if file["series"] != STORE and file["file_id"] in found]
    return {node: [min(found[file["file_id"]] for file in own)] for node, own in by(logs, "node").items()}


def _printed(events: Events, kinds: Iterable[str]) -> set[str]:
    """Return the nodes that printed an event of one of *kinds*."""
    return {node for kind in kinds if events.has(kind) for node in events.frame(kind).select("node").unique().collect()["node"]}


def _keyed(events: Events) -> set[str]:
    """Return the nodes that keep POP in the key value store, or did so for a while: by the option, or by what they revived."""
    on = pl.col("option").eq(_KEPT_ANEW) & pl.col("value").eq("true")
    revived = events.frame("kv_cycle").filter(_OF_RECORDS).select("node").unique().collect()
    return {row["node"] for row in events.some("option_dumped", on)} | set(revived["node"]) | _printed(events, KV_KINDS)


_OF_RECORDS = (pl.col("revived") + pl.col("failures")) > 0
"""Whether a cycle of the key value store revived a record: the cycles go on also where none is kept there."""


def _uses(events: Events) -> dict[str, list[int]]:
    """Return by node a record that shows POP consumed: requests counted, checkpoints revived, acks summed."""
    codes = pl.element().struct.field("code").is_in(sorted(ACK_REQUESTS | {_POP_REQUEST}))
    record, stored = pl.col("record_id"), pl.col("source") == "store"
    shown = {
        "requests_counted": pl.col("counts").list.eval(codes).list.any(),
        "revive_cycle": pl.col("new_offset") > 0,
        "stat_counted": pl.col("stat").is_in(["GROUP_ACK_NUMS", "GROUP_CK_NUMS"]) & (pl.col("sum") != 0),
        "buffer_scanned": pl.col("buffer_size") != 0,
        "kv_cycle": _OF_RECORDS,
        "ck_found": stored,
        "ck_stored": stored,
    }
    found: dict[str, list[int]] = {}
    for kind, which in shown.items():
        firsts = (
            events.frame(kind)
            .filter(which)
            .group_by("node")
            .agg(record.first() if which is stored else record.sort_by("series", "seq").first())
        )
        found = dict(firsts.select("node", pl.concat_list("record_id")).collect().iter_rows()) | found
    return found


def _forgetful(events: Events) -> set[str]:
    """Return the nodes whose stores keep POP's records as keys and values, and none in their queues."""
    kinds = ("ck_stored", "ck_found", "ack_stored", "ack_found")
    queued = {row["node"] for kind in kinds for row in events.stored(kind, "node")}
    return {
        file["node"] for file in events.files if file["series"] == STORE and file["path"].rpartition("/")[2] == "kvStore"
    } - queued


def _to_their_end(events: Events) -> set[str]:
    """Return the nodes that tell to their end how far revive is: the last time tells of all before."""
    roster = roster_of(events)
    far = pl.concat(events.frame(kind).select("node", "ts_hi") for kind in _FAR)
    last = dict(far.drop_nulls().group_by("node").agg(pl.col("ts_hi").max()).collect().iter_rows())
    logs = [row for row in events.states["coverage"] if row["series"] == _REVIVE_IN and row["to_hi"] is not None]
    whole = [row for row in logs if roster.to_its_end(row) and not (roster.was_cut(row) and _spans(row) < _LONG_US)]
    return {row["node"] for row in whole if last.get(row["node"], 0) >= row["to_hi"] - _REVIVE_WITHIN_US}


def _spans(row: Row) -> int:
    return int(row["to_hi"] - row["from_lo"])


def _never_judged(told: int, reached: int, queues: Row | None) -> bool:
    """Return whether every revive queue, as many as the option says, tells that no checkpoint was ever judged from it.

    *told* are how many tell, *reached* is the greatest of their offsets.
    """
    return queues is not None and (queues["value"] or "").isdigit() and told >= int(queues["value"]) and reached < 0


def _idle(events: Events, nodes: list[str], options: dict[str, dict[str, Row]]) -> set[str]:
    """Return the nodes that show to have no POP: none of its options, no checkpoint ever judged, or slaves of such."""
    reached = pl.col("new_offset").fill_null(0).max()
    of_node = events.frame("revive_cycle").group_by("node").agg(pl.col("revive_queue_id").n_unique(), reached).collect()
    cycles = {node: facts for node, *facts in of_node.iter_rows()}
    told = _to_their_end(events)
    without = {n for n in nodes if len(options.get(n, {})) >= _MANY_OPTIONS and "reviveQueueNum" not in options[n]}
    queues = {n: options.get(n, {}).get("reviveQueueNum") for n in cycles}
    never = {n for n, (shown, far) in cycles.items() if n in told and _never_judged(shown, far, queues[n])}
    slaves = told - set(cycles)
    return without | never | (slaves if never else set())
