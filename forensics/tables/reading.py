"""What reading writes: the files, the records, and one event table per kind of event."""

import polars as pl

from forensics.tables.table import COUNTS, ROUTE, TIME, Column, Table

FILES = Table(
    "files",
    "one file of the input",
    (
        Column("file_id", pl.Int64, "number of the file in path order"),
        Column("path", pl.String, "relative to the input; archive!/member"),
        Column("node", pl.String, "the node it belongs to"),
        Column("kind", pl.String, "process kind: broker, namesrv, controller, proxy, client, tools"),
        Column("series", pl.String, "the log's name without rotation, e.g. pop.log"),
        Column("series_order", pl.Int64, "place of the file in its series, oldest 0"),
        Column("layout", pl.String, "the layout most of its records have"),
        Column("status", pl.String, "read, empty, unknown, unreadable, duplicate"),
        Column("problems", pl.List(pl.String), "what was wrong with it, one sentence each"),
        Column("bytes", pl.Int64, "its bytes once decompressed"),
        Column("rejected_bytes", pl.Int64, "bytes that could not be kept as text"),
        Column("lines", pl.Int64, "its lines"),
        Column("unread_lines", pl.Int64, "lines of records that no statement understands"),
        Column("records", pl.Int64, "its records"),
        Column("unread_records", pl.Int64, "records that no statement understands"),
        Column("from_lo", TIME, "earliest instant of its first timed record"),
        Column("to_hi", TIME, "latest instant of its last timed record"),
        Column("zone_offset_s", pl.Int64, "seconds its printed times are ahead of UTC"),
        Column("zone_from", pl.String, "how the zone is known: layout, option, lines, sibling, overlap, assumed"),
        Column("content_hash", pl.String, "SHA-256 of its bytes once decompressed"),
    ),
)

RECORDS = Table(
    "records",
    "one record: a line with the lines that belong to it",
    (
        Column("record_id", pl.Int64, "file_id * 2^32 + number of the record in its file"),
        Column("node", pl.String, "the node it belongs to"),
        Column("file_id", pl.Int64, "the file it stands in"),
        Column("line", pl.Int64, "number of its first line, from 1"),
        Column("lines", pl.Int64, "how many lines it takes"),
        Column("byte_offset", pl.Int64, "where its first line begins in the decompressed file"),
        Column("ts_lo", TIME, "earliest instant its printed time allows"),
        Column("ts_hi", TIME, "latest instant its printed time allows"),
        Column("seq", pl.Int64, "order inside its series: series_order * 2^32 + number in its file"),
        Column("level", pl.String, "level as printed"),
        Column("thread", pl.String, "thread as printed"),
        Column("logger", pl.String, "logger as printed"),
        Column("statement", pl.String, "the statement that understands it, null for an unread record"),
        Column("text", pl.String, "all of its lines"),
    ),
)

HEAD = (
    Column("record_id", pl.Int64, "the record the event was read from"),
    Column("node", pl.String, "the node that logged it"),
    Column("kind", pl.String, "the process kind that logged it"),
    Column("file_id", pl.Int64, "the file it stands in"),
    Column("line", pl.Int64, "number of its first line, from 1"),
    Column("byte_offset", pl.Int64, "where its first line begins in the decompressed file"),
    Column("ts_lo", TIME, "earliest instant its printed time allows"),
    Column("ts_hi", TIME, "latest instant its printed time allows"),
    Column("seq", pl.Int64, "order inside its series"),
    Column("source", pl.String, "log or store"),
    Column("series", pl.String, "the log's name without rotation"),
    Column("thread", pl.String, "thread as printed"),
    Column("pid", pl.Int64, "process id as printed by clients"),
    Column("level", pl.String, "level as printed"),
    Column("statement", pl.String, "the statement that understands it"),
)
"""The columns that every event table begins with."""

THROWN = (
    Column("exception", pl.String, "class of the throwable under the line"),
    Column("exception_text", pl.String, "message of that throwable, its second lines with it"),
    Column("frames", pl.List(pl.String), "frames of the trace as Class.method, topmost first"),
    Column("causes", pl.List(pl.String), "the `Caused by` lines of the trace"),
)
"""The columns a statement with `throws` adds."""

GLOSSARY = (
    Column("address", pl.String, "ip:port of the peer or broker"),
    Column("allowed_ms", pl.Int64, "milliseconds a request was allowed to take"),
    Column("attempt", pl.Int64, "how often it had been tried, this time included"),
    Column("born_ms", pl.Int64, "epoch milliseconds at which the producer made the message"),
    Column("broker", pl.String, "brokerName"),
    Column("broker_id", pl.Int64, "brokerId: 0 is the master"),
    Column("channel", pl.String, "a channel as printed"),
    Column("channel_id", pl.String, "netty's short id of a channel"),
    Column("channel_kind", pl.String, "shape of a client's channel: remoting, grpc, remoting_proxy, remote (told by a proxy)"),
    Column("channel_state", pl.String, "a server's channel: registered, active, inactive, unregistered, idle, broken"),
    Column("client_id", pl.String, "clientId"),
    Column("client_role", pl.String, "producer or consumer"),
    Column("client_version", pl.String, "release of RocketMQ a client names itself"),
    Column("client_version_code", pl.Int64, "version a client names itself, as RocketMQ's number for the release"),
    Column("cluster", pl.String, "clusterName"),
    Column("commit_log_offset", pl.Int64, "physical offset of the message in the commit log, bytes"),
    Column("config", pl.String, "options as JSON"),
    Column("counts", COUNTS, "how many by request or response code"),
    Column("enabled", pl.Boolean, "whether the service runs from now on"),
    Column("endpoints", pl.String, "endpoints of a gRPC client"),
    Column("group", pl.String, "consumer or producer group"),
    Column("ha_address", pl.String, "ip:port of the broker's replication service"),
    Column("key", pl.String, "KEYS property of a message"),
    Column("last_update_ms", pl.Int64, "epoch milliseconds at which the server last heard the client on this channel"),
    Column("local_address", pl.String, "ip:port of the logging side of a connection"),
    Column("master_epoch", pl.Int64, "masterEpoch of controller mode"),
    Column("message_id", pl.String, "the message's unique id (UNIQ_KEY)"),
    Column("nameserver", pl.String, "ip:port of a name server"),
    Column("nameservers", pl.List(pl.String), "name server addresses"),
    Column("new_nameserver", pl.String, "ip:port of the name server just chosen"),
    Column("now_ms", pl.Int64, "epoch milliseconds on the process's clock when it logged"),
    Column("offset", pl.Int64, "offset of the message in its queue"),
    Column("offset_message_id", pl.String, "message id made of store host and commit log offset"),
    Column("old_address", pl.String, "address before the change"),
    Column("old_broker_id", pl.Int64, "brokerId before the change"),
    Column("old_nameserver", pl.String, "ip:port of the name server chosen before"),
    Column("option", pl.String, "name of an option"),
    Column("perm", pl.Int64, "permission bits of a topic's queues: 4 read, 2 write, 1 inherit"),
    Column("port", pl.Int64, "listening port"),
    Column("queue_id", pl.Int64, "queueId"),
    Column("read_queues", pl.Int64, "readQueueNums"),
    Column("reconsume_times", pl.Int64, "how often the message had been retried before"),
    Column("remote_address", pl.String, "ip:port of the other side of a connection"),
    Column("remote_proxy", pl.String, "ip of the proxy the client is connected to"),
    Column("removed_because", pl.String, "closed: its channel closed; expired: not heard for too long"),
    Column("request_code", pl.Int64, "RequestCode"),
    Column("request_id", pl.String, "a gRPC client's request id"),
    Column("response_code", pl.Int64, "ResponseCode"),
    Column("role", pl.String, "role of a broker: master, slave, as printed"),
    Column("route", ROUTE, "brokers of a topic with the addresses of their replicas"),
    Column("silent_ms", pl.Int64, "milliseconds without a heartbeat that made a server expire a peer"),
    Column("status", pl.String, "status code by name"),
    Column("status_text", pl.String, "status message"),
    Column("store_host", pl.String, "ip:port of the broker that stored the message"),
    Column("store_ms", pl.Int64, "epoch milliseconds at which the broker stored the message"),
    Column("task", pl.String, "a scheduled task or service"),
    Column("topic", pl.String, "the topic the queue belongs to"),
    Column("value", pl.String, "value of an option"),
    Column("write_queues", pl.Int64, "writeQueueNums"),
)
"""Every name a hole may have. A statement's event table has the columns of its holes, by these types."""

_BY_NAME = {column.name: column for column in GLOSSARY}


def event_table(event: str, names: set[str], throws: bool) -> Table:
    """Return the table of *event*: the head, its statements' holes by name, and the thrown columns where asked for."""
    own = tuple(_BY_NAME[name] for name in sorted(names))
    return Table(event, "one event read from one record", HEAD + own + (THROWN if throws else ()))
