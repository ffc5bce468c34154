"""Each statement understands the line it was written for, and nearly every line of every sample trace has a statement."""

import functools
import io
import re
import signal
import tarfile
from collections import Counter, defaultdict
from pathlib import PurePosixPath

import polars as pl
import pytest
import zstandard
from conftest import TRACES

from forensics import statements
from forensics.layouts import LAYOUTS
from forensics.layouts.records import join_records, split_trace
from forensics.sources.lines import split_lines
from forensics.statements.holes import HOLES
from forensics.statements.template import Statement
from forensics.tables.reading import GLOSSARY

ALL = statements.statements()
WHOLE = {
    "C-5.2.0-loop-default", "C-5.3.0-loop-default", "C-5.3.3-noslaveread-default", "H-4.8.0-bfail", "H-4.8.0-sigstop",
    "H-5.3.3-restart", "N-5.3.1-push", "N-5.3.3-kill", "P-5.3.0-poplog", "P-5.3.1-default", "P-5.3.2-poplog", "S-5.3.1-noperm",
}  # fmt: skip
"""Sample traces read to the last line: of each release two, where there are two; of the others the files pointed to."""

TYPES = {column.name: column.dtype for column in GLOSSARY}
HOLE_TYPES = {
    "int": pl.Int64, "bool": pl.Boolean, "float": pl.Float64, "list": pl.List(pl.String), "numbers": pl.List(pl.Int64),
    "route": TYPES["route"], "counts": TYPES["counts"],
}  # fmt: skip
"""What type a hole's value has, String where it is not named here; a hole with columns of its own names those."""

SHORT = {
    "broker_life.STOPPED_SERVICE": "a service's name, then these words",
    "broker_transactions.CHECK_ERROR": "the whole line",
    "configuration.LOADED": "a path between two words",
    "configuration.LOAD_FAILED": "a path between two words",
    "fragments.CAUSE": "a throwable's class follows",
    "fragments.FRAME": "a frame follows",
    "fragments.MORE": "a number stands in it",
    "jraft_log.FAIL_MKDIR": "a fixed beginning, then a path",
    "jraft_snapshot_files.FAIL_COPY": "a fixed beginning, then a file's name",
    "jraft_snapshot_files.INVALID_URI": "a fixed beginning, then a URI",
    "options.DUMPED": "an option's name before it, on the main thread alone",
    "options.TLS": "names that begin with tls.",
    "pop_revive.NULL_BUFFER": "a fixed beginning",
    "service_threads.ENDED": "a thread's name, then these words",
    "service_threads.INTERRUPTED": "the whole line",
    "transaction_debug.OPS": "a fixed beginning, then a map",
    "store_counters.TICKS_STARTED": "a class's name, then these words",
    "store_counters.TICKS_STOPPED": "a class's name, then these words",
    "store_file_queues.DIRECTORY_MADE": "a path, then these words",
    "store_files.ABORT_MADE": "a path, then these words",
    "store_files.FILE_DELETED": "a path, then these words",
    "watermark.PROXY_SIZE": "a padded name, then this word and a number",
    "watermark.PROXY_SIZE_TABBED": "a padded name, then this word and a number",
    "watermark.PROXY_SLOW": "a padded name, then this word and a number",
    "watermark.PROXY_SLOW_TABBED": "a padded name, then this word and a number",
}
"""Statements with fewer than twelve letters of their own, each with what makes it a proof all the same."""

SAMPLES = {
    "text": "x", "rest": "y", "word": "w", "address": "127.0.0.1:1", "int": "1", "bool": "true", "float": "0.5", "key": "aKey",
    "tls": "tls.a", "path": "/a/b", "frame": "a.B.c(B.java:1)", "padded": "T  ", "throwable": "a.b.C", "route": "null",
    "counts": "1:2", "list": "a, b", "message": "MessageExt [a]", "json": "{}", "grpc_queue": "b.t.1",
    "go_queue": 'topic:{name:"a"}  broker:{name:"b"}', "go_endpoints": "scheme:IPv4", "go_status": "OK",
    "client": "ClientChannelInfo [channel=[id: 0x1], clientId=a, language=JAVA, version=1, lastUpdateTimestamp=2]",
    "queue": "MessageQueue [topic=a, brokerName=b, queueId=1]", "topic_config": "TopicConfig [topicName=a]",
    "group_config": "SubscriptionGroupConfig{groupName=a}", "receipt": "MessageReceiptHandle{a}",
    "pull": "PullRequest [consumerGroup=a, messageQueue=MessageQueue [topic=a, brokerName=b, queueId=1], nextOffset=1]",
}  # fmt: skip
"""A text that fits each type of hole."""


def wanted() -> dict[str, dict[str, dict[int, str]]]:
    """Return the statement by trace, path and line that its `seen` points to."""
    by_trace: dict[str, dict[str, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for name, statement in ALL.items():
        if statement.seen:
            trace, path, line = re.fullmatch(r"([^:]+):(.+):(\d+)", statement.seen).groups()
            by_trace[trace][path][int(line)] = name
    return by_trace


WANTED = wanted()


@functools.lru_cache(maxsize=2)
def read(trace):
    """Return what the matcher made of the wanted records of a sample trace, and lines and bytes read and unread by file name."""
    rows, totals = {}, defaultdict(Counter)
    with (TRACES / trace / "input.tar.zst").open("rb") as packed:
        stream = zstandard.ZstdDecompressor().stream_reader(packed)
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for member in archive:
                path = PurePosixPath(member.name)
                if path.suffix in {".log", ".txt"} and member.size:
                    look(
                        io.BytesIO(archive.extractfile(member).read()), WANTED[trace].get(str(path), {}), rows, totals[path.name]
                    )
    return rows, totals


def look(stream, lines, rows, total):
    """Add the matches of a file's records on *lines* to *rows*, and its lines and bytes to *total*."""
    for record in join_records(split_lines(stream), LAYOUTS)[1]:
        message, _ = split_trace(record.message, record.tail)
        hit = statements.matcher().match(message, record.thread)
        total.update(lines=1 + len(record.tail), bytes=record.size)
        if not hit:
            total.update(unread_lines=1 + len(record.tail), unread_bytes=record.size)
        if record.line in lines:
            rows[lines[record.line]] = hit


@pytest.mark.parametrize("trace", sorted(WANTED), scope="module")
def test_a_statement_understands_its_line(trace):
    rows, _ = read(trace)
    names = statements.names()
    for name in [name for lines in WANTED[trace].values() for name in lines.values()]:
        hit = rows.get(name)
        assert hit, f"{name}: nothing understands {ALL[name].seen}"
        assert names[id(hit[0])] == name, f"{name}: {names[id(hit[0])]} understands {ALL[name].seen}"
        if hit[0].event:
            statements.event_tables()[hit[0].event].frame([hit[0].values(hit[1])])


@pytest.mark.parametrize("trace", sorted(WHOLE), scope="module")
def test_nearly_every_line_is_understood(trace):
    _, totals = read(trace)
    for name, total in totals.items():
        for unit in ("lines", "bytes"):
            assert total[f"unread_{unit}"] <= total[unit] * 0.005, f"{trace}: {name} has {total}"


def test_every_line_pointed_to_is_in_a_sample_trace():
    assert set(WANTED) <= {path.parent.name for path in TRACES.glob("*/input.tar.zst")}


@pytest.mark.parametrize("family", sorted({name.partition(".")[0] for name in ALL}))
def test_every_hole_is_a_column_of_its_type(family):
    for name, statement in ALL.items():
        if name.startswith(f"{family}."):
            assert statement.columns <= set(TYPES), name
            for hole, kind in named_holes(statement):
                assert TYPES[hole] == HOLE_TYPES.get(kind, pl.String), f"{name}: {hole}"


def named_holes(statement: Statement) -> list[tuple[str, str]]:
    """Return name and type of the holes that give a column of their own name."""
    return [(name, kind) for _, name, kind in statement.pieces if name not in {"", "_"} and not HOLES[kind].columns]


def test_a_statement_says_enough_to_be_a_proof():
    assert not {name for name, statement in ALL.items() if statement.literal_chars < 12} - set(SHORT)


def test_statements_are_told_apart_by_what_they_say_and_not_by_numbers():
    assert [name for name in ALL if re.search(r"[A-Z]_\d+$", name)] == []


def test_no_statement_hides_another():
    names, hidden = statements.names(), []
    for name, statement in ALL.items():
        pieces = statement.pieces
        if all(kind in SAMPLES for _, _, kind in pieces if kind):
            message = "".join(literal + (SAMPLES[kind] if kind else "") for literal, _, kind in pieces)
            hit = statements.matcher().match(message, "main")
            hidden += [] if hit and hit[0] is statement else [(name, names[id(hit[0])] if hit else None)]
    assert not hidden


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the platform cannot interrupt a match")
def test_no_statement_is_slow_on_text_made_to_confuse_it():
    def give_up(*_):
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, give_up)
    slow = []
    for name, statement in ALL.items():
        literals = [literal for literal, _, _ in statement.pieces]
        filler = (("".join(literals[1:]) + " ") * 6)[:600]
        message = literals[0] + "".join(filler + literal for literal in literals[1:]) + "\0~"
        signal.setitimer(signal.ITIMER_VIRTUAL, 2)
        try:
            statement.pattern.match(message)
        except TimeoutError:
            slow.append(name)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, before)
    assert not slow


CLIENT = "ClientChannelInfo [channel=%s, clientId=c@1, language=JAVA, version=475, lastUpdateTimestamp=1700000000123]"
CHANNELS = {
    "remoting": ("[id: 0x1a5466d6, L:/127.0.0.1:31111 - R:/127.0.0.2:49148]", None),
    "grpc": ("GrpcClientChannel{clientId=c@1, remoteAddress=127.0.0.2:49148, localAddress=127.0.0.1:31111}", None),
    "remote": (
        "RemoteChannel{channelId=RemoteChannelId{id=127.0.0.9@127.0.0.2:49148@127.0.0.1:31111@GRPC_V2}, type=GRPC_V2, "
        "remoteProxyIp=127.0.0.9, extendAttribute=null}",
        "127.0.0.9",
    ),
    "remoting_proxy": (
        "RemotingChannel{parent=[id: 0x1], clientId=c@1, remoteAddress=127.0.0.2:49148, localAddress=127.0.0.1:31111, "
        "subscriptionData=[]}",
        None,
    ),
}


@pytest.mark.parametrize("kind", CHANNELS)
def test_a_client_is_known_by_its_channel_in_every_shape(kind):
    channel, proxy = CHANNELS[kind]
    row = HOLES["client"].decode(CLIENT % channel)
    assert row["channel_kind"] == kind
    assert (row["address"], row["local_address"]) == ("127.0.0.2:49148", "127.0.0.1:31111")
    assert (row["client_id"], row["client_version_code"], row["last_update_ms"]) == ("c@1", 475, 1700000000123)
    assert row["remote_proxy"] == proxy


def test_a_channel_that_is_gone_still_names_its_peer():
    row = HOLES["client"].decode(CLIENT % "[id: 0x1a5466d6, L:/127.0.0.1:31111 ! R:/127.0.0.2:49148]")
    assert (row["address"], row["channel_id"]) == ("127.0.0.2:49148", "1a5466d6")


@pytest.mark.parametrize("printed", ["{groupName='GID_%a-b', ", "{groupName=GID_%a-b, ", " [groupName=GID_%a-b, "])
def test_a_group_is_named_without_the_quotes_that_some_releases_print(printed):
    assert HOLES["group_config"].decode(f"SubscriptionGroupConfig{printed}consumeEnable=true]") == {"group": "GID_%a-b"}


def test_permissions_are_bits():
    text = (
        "TopicConfig [topicName=%%RETRY%%G, readQueueNums=1, writeQueueNums=2, perm=%s, topicFilterType=SINGLE_TAG, order=false]"
    )
    assert HOLES["topic_config"].decode(text % "RW-") == {"topic": "%RETRY%G", "read_queues": 1, "write_queues": 2, "perm": 6}
    assert HOLES["topic_config"].decode(text % "R--")["perm"] == 4
    assert HOLES["topic_config"].decode("null") == {}


def test_a_handle_names_its_message():
    text = "MessageReceiptHandle{group=G, topic=T, queueId=3, messageId=AB, queueOffset=9, originalReceiptHandleStr=1 2}"
    assert HOLES["receipt"].decode(text) == {"group": "G", "topic": "T", "queue_id": 3, "message_id": "AB", "offset": 9}


def test_a_topic_with_dots_is_not_torn():
    assert HOLES["grpc_queue"].decode("broker.a.Topic_1.-1") == {"broker": "broker.a", "topic": "Topic_1", "queue_id": -1}


def test_acks_that_a_broker_prints_without_line_ends_are_one_line():
    ack = "put ack to store AckMsg{ackOffset=3, startOffset=3, consumerGroup='G', topic='T', queueId=2, popTime=1, brokerName=b}"
    hit = statements.matcher().match(ack * 3, None)
    assert hit
    assert hit[0].releases == (("5.1.3", "5.1.3"),)


@pytest.mark.parametrize(
    "line",
    [
        "WriteSocketService service has exception.",
        "#C-broker-a-0#PullRequestHoldService service has exception. ",
        "sun.misc.Unsafe: unavailable (io.netty.noUnsafe)",
        "lock heartBeat, but failed.",
        "sending heartbeat, but no consumer and no producer",
        "updateTopicRouteInfoFromNameServer, getTopicRouteInfoFromNameServer return null, Topic: T",
        "updateTopicRouteInfoFromNameServer tryLock timeout 3000ms",
        "jdk.internal.misc.Unsafe.allocateUninitializedArray(int): unavailable: class a.B$6 cannot access class c.D",
    ],
)
def test_what_threads_netty_and_older_clients_say_is_read_in_each_wording(line):
    assert statements.matcher().match(line, None)


def test_a_pop_that_waited_is_read_as_the_broker_prints_it():
    command = "RemotingCommand [code=200050, language=JAVA, version=493, opaque=1, flag(B)=0, remark=null, extFields={topic=T}]"
    context = "ChannelHandlerContext(NettyRemotingServer$NettyServerHandler#0, [id: 0x1, L:/127.0.0.1:1 ! R:/127.0.0.1:2])"
    line = f"PopRequest{{cmd={command}, ctx={context}, expired=1795434754740, complete=true, op=-9223372036854775745}}"
    assert statements.matcher().match(line, None)
