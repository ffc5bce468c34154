"""The kinds of events that a store gives: the same that the logs give, and some that only a store has."""

from functools import cache

from forensics import statements
from forensics.tables import Table, event_table

_BATCH = ("topic", "group", "queue_id", "start_offset", "pop_time")
PUT = ("born_host", "born_ms", "commit_log_offset", "deliver_ms", "put_status", "store_host", "store_ms", "stored_queue_offset")
CK = (*_BATCH, "ck_offsets", "revive_time", "ck_revive_offset", "broker", "re_put_times", "invisible_ms", "revive_queue_id")
ACK = (*_BATCH, "ack_offsets", "ack_broker", "revive_queue_id")

COLUMNS = {
    "ck_stored": (*CK, *PUT),
    "ack_stored": (*ACK, *PUT),
    "ck_found": (*CK, *PUT, "revive_offset", "suspended"),
    "ack_found": (*ACK, *PUT, "revive_offset"),
    "ck_popped": (*CK, *PUT),
    "message_retried": (*CK, "offset", "msg_queue_id", "put_status", "stored_queue_offset", "store_ms"),
    "invisible_changed": (*CK, "offset", "put_status", "store_ms"),
    "message_missing": ("topic", "group", "queue_id", "offset", "broker", "info", "needs_retry", "revive_queue_id", "pop_time"),
    "ack_not_buffered": (*ACK, "now_ms", "reason"),
    "message_stored": (
        "topic", "queue_id", "offset", "message_id", "key", "reconsume_times", "first_pop_time", "born_ms", "store_ms",
        "store_host", "commit_log_offset",
    ),
    "log_ended": ("store_ms", "commit_log_offset", "failures"),
    "message_traced": ("what", "message_id", "topic", "group", "key", "success", "cost_ms", "attempt", "store_host", "now_ms"),
    "offset_stored": ("topic", "group", "queue_id", "offset"),
    "order_info_stored": (
        "topic", "group", "queue_id", "offsets", "acked_bits", "pop_time", "invisible_ms", "attempt_id",
    ),
    "kv_stored": ("topic", "group", "queue_id", "offset", "pop_time", "invisible_ms"),
    "topic_stored": ("topic", "perm", "read_queues", "write_queues"),
    "group_stored": ("group",),
    "timer_checkpoint": ("last_update_ms", "offset"),
}  # fmt: skip
"""The columns a store gives, by kind of event; some of the kinds follow only from others, in replay. `ts_lo` is the store's
own time, to the millisecond."""


@cache
def event_tables() -> dict[str, Table]:
    """Return the table of every event that some statement or some file of a store fills."""
    tables = dict(statements.event_tables())
    for kind, names in COLUMNS.items():
        old = tables.get(kind)
        known = {column.name for column in old.columns} if old else set()
        head = {column.name for column in event_table(kind, set(), throws=False).columns}
        throws = {"exception"} <= known
        own = (known - head - {"exception", "exception_text", "frames", "causes"}) | set(names)
        tables[kind] = event_table(kind, own, throws)
    return tables


@cache
def held_events(kind: str) -> Table:
    """Return the table that a case holds of the events of one kind."""
    table = event_tables()[kind]
    return Table(f"events/{kind}", table.row, table.columns)
