"""What replay writes about proxies: when one could get requests of clients it did not know, and what it threw."""

import polars as pl

from forensics.tables.shared import INSTANT, PROOF, SPAN, STATE
from forensics.tables.table import IDS, Column, Table

PROXY_WINDOWS = Table(
    "proxy_windows",
    "one stretch in which a proxy could get requests of a client it did not know yet",
    (
        *STATE,
        Column("client_id", pl.String, "clientId"),
        Column("group", pl.String, "consumer group"),
        Column("moved_from", pl.String, "the proxy node it had been connected to, where known"),
        Column(
            "moved_by",
            pl.String,
            "what shows that it came from elsewhere: stream_broken, proxy_gone, heard_from_other_proxy; or that this proxy "
            "knew it no longer: channel_removed; or never_known, never_known_again",
        ),
        *SPAN,
        Column("client_node", pl.String, "the node with the client's own log, where the case has it"),
        Column("failed_acks", pl.Int64, "acks in the window that threw at the proxy, by the client's own log"),
        Column("failed_message_ids", pl.List(pl.String), "message ids of those failed acks"),
        Column("failed_ack_record_ids", IDS, "records of those failed acks"),
        Column("exceptions", pl.Int64, "ack exceptions of the proxy that are of this window alone"),
        Column(
            "exceptions_told", pl.Int64, "how many of them fit other windows too, and clients' failed acks tell whose they are"
        ),
        Column("exceptions_shared", pl.Int64, "ack exceptions that this and another window explain"),
        Column("log_complete", pl.Boolean, "whether the proxy's log covers the window"),
        Column("exception_record_ids", IDS, "records of the exceptions counted in `exceptions`"),
        *PROOF,
    ),
)
PROXY_EXCEPTIONS = Table(
    "proxy_exceptions",
    "one internal server error of a proxy",
    (
        *STATE,
        Column(
            "activity",
            pl.String,
            "ack, change_invisible, forward_to_dlq, receive_handle, receive_settings, termination, query_assignment, no_handle, "
            "unknown, other",
        ),
        Column("windows", pl.List(pl.String), "state_id of the windows that can explain it"),
        *INSTANT,
        Column("exception", pl.String, "class of the exception"),
        Column("exception_text", pl.String, "its text"),
        Column("record_id", pl.Int64, "its record"),
    ),
)
PROXY_REFUSALS = Table(
    "proxy_refusals",
    "requests of one kind of clients that a proxy did not know, those aside that one window alone explains",
    (
        *STATE,
        Column("activity", pl.String, "ack, change_invisible, forward_to_dlq, receive_handle, receive_settings"),
        Column("exceptions", pl.Int64, "how many were thrown"),
        *INSTANT,
        Column("client_ids", pl.List(pl.String), "the clients whose windows fit, in order of their names"),
        Column("ended_ids", pl.List(pl.String), "the clients that had just ended their sessions there, in order of their names"),
        Column("record_ids", pl.List(pl.Int64), "the exceptions' records"),
    ),
)

PROXIES = (PROXY_WINDOWS, PROXY_EXCEPTIONS, PROXY_REFUSALS)
