"""When a proxy did not know a client: after another proxy's end, and after the end of its own process."""

import pytest

from forensics import case as storage
from forensics.library import case_of
from forensics.model.spans import SECOND_US
from forensics.replay.events import Events
from forensics.replay.proxy.windows import replay
from forensics.storefiles.events import event_tables
from forensics.tables import FILES, STATES, Table

SEEN_S, ENDED_S, BACK_S = 100, 130, 150
_TOLD = {"client_id": "c@1", "group": "G", "channel_kind": "grpc", "last_update_ms": None}


def connected(number, at, node="p"):
    head = {"record_id": number, "node": node, "series": "broker.log", "kind": "proxy", "seq": number, "source": "log"}
    return head | _TOLD | {"ts_lo": at * SECOND_US, "ts_hi": (at + 1) * SECOND_US - 1}


def ended(node, at, back=None):
    """Return the end of a process, *at* seconds, and when the next one of its node began."""
    return {"node": node, "state": "ended", "from_lo": at * SECOND_US, "to_lo": back and back * SECOND_US}


def replayed(path, lives, clients=(), **rows):
    """Return what is replayed of *rows* by kind of event, where the proxies that logged them ended as *lives* tell."""
    case = storage.new_case(path / "case")
    for kind, own in rows.items():
        case.write(f"events/{kind}", 0, event_tables()[kind].frame(own))
    case.write("files", 0, FILES.frame([]))
    events = Events(case)
    events.states.update({"nodes": [{"node": "p", "kind": "proxy"}], "lives": lives, "clients": list(clients), "coverage": []})
    return replay(events)


def windows(path, rows, lives):
    return replayed(path, lives, consumer_connected=rows)["proxy_windows"]


def thrown(number, at):
    """Return the exception of an ack at proxy p, *at* seconds."""
    head = {name: value for name, value in connected(number, at).items() if name not in _TOLD}
    return head | {
        "exception": "java.lang.NullPointerException",
        "frames": ["ReceiptHandleGroupKey.getChannelId", "AckMessageActivity.getHandleString"],
    }


def printed(number, at, thread="AsyncWorker-0", **told):
    """Return a line of a client's log, *at* seconds."""
    head = {"record_id": number, "node": "c", "series": "rocketmq-client.log", "kind": "client", "seq": number, "source": "log"}
    span = {"ts_lo": at * SECOND_US, "ts_hi": at * SECOND_US + 999}
    return head | span | {"thread": thread, "client_id": "c@1"} | told


@pytest.mark.parametrize(
    ("first_at", "lives", "expected"),
    [
        ("p", [ended("p", ENDED_S)], [(None, ENDED_S)]),  # the same proxy, started again
        ("p", [], []),  # it went and came, and the proxy lived
        ("p", [ended("p", BACK_S + 40)], []),
        ("p", [ended("p", SEEN_S - 40)], []),
        ("q", [ended("q", ENDED_S)], [("q", SEEN_S)]),
    ],
)
def test_a_client_is_unknown_to_a_process_that_began_after_it_came(tmp_path, first_at, lives, expected):
    found = windows(tmp_path, [connected(1, SEEN_S, first_at), connected(2, BACK_S)], lives)
    assert [(w["moved_from"], w["from_lo"] // SECOND_US) for w in found] == expected
    assert {(w["node"], w["client_id"], w["moved_by"], w["to_lo"]) for w in found} <= {
        ("p", "c@1", "proxy_gone", BACK_S * SECOND_US)
    }


@pytest.mark.parametrize(
    ("arrivals", "lives", "starter", "count"),
    [
        ([connected(1, SEEN_S)], [ended("p", ENDED_S)], "SimpleConsumerImpl-0 STARTING", 1),  # it is at a proxy without logs
        ([], [], "PushConsumerImpl-0 STARTING", 1),
        ([connected(1, SEEN_S)], [], "SimpleConsumerImpl-0 STARTING", 0),  # its proxy goes on, and knows it still
        # So may the one before.
        ([connected(1, SEEN_S - 9), connected(2, SEEN_S, "q")], [ended("q", ENDED_S)], "SimpleConsumerImpl-0 STARTING", 0),
        ([connected(1, SEEN_S)], [ended("p", ENDED_S)], "ProducerImpl-0 STARTING", 0),  # which acks nothing
        ([], [], "any other thread", 1),
        ([connected(1, ENDED_S + 2)], [], "SimpleConsumerImpl-0 STARTING", 0),  # a proxy's log shows that it came from elsewhere
    ],
)
def test_a_client_whose_stream_broke_may_be_at_a_proxy_without_logs(tmp_path, arrivals, lives, starter, count):
    lines = {
        "grpc_client_starting": [printed(10, SEEN_S - 1, starter)],
        "grpc_stream_broken": [printed(11, ENDED_S)],
        "grpc_settings_received": [printed(12, ENDED_S + 2)],
    }
    found = replayed(tmp_path, lives, consumer_connected=arrivals, **lines)["proxy_windows"]
    assert sum(window["node"] is None for window in found) == count


@pytest.mark.parametrize(("producer", "begun"), [([], [ENDED_S]), ([printed(9, SEEN_S - 1)], [])])
def test_a_client_that_prints_no_settings_is_known_by_its_next_heartbeat(tmp_path, producer, begun):
    beats = [printed(number, at) for number, at in ((10, SEEN_S), (12, ENDED_S + 8), (13, ENDED_S + 18))]
    lines = {"grpc_stream_broken": [printed(11, ENDED_S)], "grpc_heartbeat_ok": beats, "grpc_producer": producer}
    found = replayed(tmp_path, [], **lines)["proxy_windows"]
    assert [w["from_lo"] // SECOND_US for w in found] == begun
    assert {w["to_lo"] for w in found} <= {(ENDED_S + 8) * SECOND_US}


@pytest.mark.parametrize(("dropped_s", "count"), [(SEEN_S + 9, 1), (SEEN_S - 9, 0)])
def test_a_proxy_that_dropped_the_channel_knows_its_client_no_more(tmp_path, dropped_s, count):
    lines = {"grpc_stream_broken": [printed(11, ENDED_S)], "grpc_settings_received": [printed(12, ENDED_S + 2)]}
    dropped = [connected(2, dropped_s)]
    found = replayed(tmp_path, [], consumer_connected=[connected(1, SEEN_S)], grpc_channel_removed=dropped, **lines)[
        "proxy_windows"
    ]
    assert len(found) == count


def test_only_acks_that_threw_are_refused_in_a_window(tmp_path):
    """All acks under way fail when a proxy dies; those met no proxy that did not know their client."""
    acks = [
        printed(n, ENDED_S + 1, status=status, message_id=f"M{n}") for n, status in ((13, None), (14, "INTERNAL_SERVER_ERROR"))
    ]
    lines = {"grpc_stream_broken": [printed(11, ENDED_S)], "grpc_settings_received": [printed(12, ENDED_S + 2)]}
    (window,) = replayed(tmp_path, [], grpc_ack_failed=acks, **lines)["proxy_windows"]
    assert (window["failed_acks"], window["failed_message_ids"]) == (1, ["M14"])


@pytest.mark.parametrize(("left_s", "expected"), [(99, ["c@1"]), (100, ["c@1"]), (60, []), (102, [])])
def test_an_ack_after_its_client_ended_is_told_with_the_client(tmp_path, left_s, expected):
    head = {name: value for name, value in connected(1, SEEN_S).items() if name not in _TOLD}
    frames = ["ReceiptHandleGroupKey.getChannelId"]
    frames += ["AckMessageActivity.getHandleString"]
    thrown = head | {"exception": "java.lang.NullPointerException", "frames": frames}
    lines = {"proxy_internal_error": [thrown], "grpc_channel_removed": [connected(2, left_s)]}
    (refusal,) = replayed(tmp_path, [], **lines)["proxy_refusals"]
    assert (refusal["ended_ids"], refusal["client_ids"]) == (expected, [])


def test_clients_that_ended_are_told_where_each_exception_can_be_of_one(tmp_path):
    errors = [thrown(number, SEEN_S + at) for number, at in ((1, 0), (3, 60))]
    (refusal,) = replayed(tmp_path, [], proxy_internal_error=errors, grpc_channel_removed=[connected(2, SEEN_S + 59)])[
        "proxy_refusals"
    ]
    assert (refusal["exceptions"], refusal["ended_ids"]) == (2, [])


@pytest.mark.parametrize(("came_s", "told"), [(SEEN_S, True), (BACK_S + 1, False)])
def test_a_client_that_a_proxy_never_comes_to_know_is_refused_until_it_ends(tmp_path, came_s, told):
    """Its proxy is started again, and it acks without a stream; another client comes in the same second and prints nothing."""
    acks = [printed(20 + n, BACK_S + n, status="INTERNAL_SERVER_ERROR", message_id=f"M{n}") for n in range(3, 6)]
    other = [connected(number, at) | {"client_id": "d@1"} for number, at in ((2, SEEN_S), (3, BACK_S + 4))]
    lines = {
        "consumer_connected": [connected(1, came_s), *other],
        "proxy_internal_error": [thrown(30 + n, BACK_S + n) for n in range(3, 6)],
        "grpc_stream_broken": [printed(11, ENDED_S)],
    }
    lives = [ended("p", ENDED_S, BACK_S)]
    homes = [{"client_id": "c@1", "node": "c"}]
    found = replayed(tmp_path, lives, clients=homes, grpc_ack_failed=acks, **lines)["proxy_windows"]
    never = [window for window in found if window["moved_by"] == "never_known"]
    spans = [(w["client_id"], w["exceptions"], w["from_lo"] // SECOND_US, w["from_hi"] // SECOND_US) for w in never]
    assert spans == [("c@1", 3, BACK_S, BACK_S + 3)] * told
    assert [w["exceptions"] for w in found if w["client_id"] == "d@1"] == ([0] if told else [2])


@pytest.mark.parametrize(("thrown_s", "told"), [((0,), [("d@1", 1)]), ((0, 0), [("d@1", 1), ("c@1", 1)])])
def test_an_exception_that_another_client_was_answered_is_not_told_as_one_of_an_unknown_client(tmp_path, thrown_s, told):
    """Both are refused in one second; an ack whose broker is gone is answered alike, and no exception of it is logged."""
    acks = [
        printed(20 + n, BACK_S, status="INTERNAL_SERVER_ERROR") | own
        for n, own in enumerate(({"client_id": "d@1", "node": "d"}, {}))
    ]
    arrivals = [connected(1, SEEN_S, "q"), connected(2, BACK_S + 1)]
    lines = {
        "consumer_connected": [connected(3, SEEN_S, "r"), *(row | {"client_id": "d@1"} for row in arrivals)],
        "proxy_internal_error": [thrown(30 + n, BACK_S + at) for n, at in enumerate(thrown_s)],
    }
    homes = [{"client_id": "c@1", "node": "c"}, {"client_id": "d@1", "node": "d"}]
    found = replayed(tmp_path, [ended("q", ENDED_S)], clients=homes, grpc_ack_failed=acks, **lines)["proxy_windows"]
    assert [(window["client_id"], window["exceptions"]) for window in found] == told


@pytest.mark.parametrize(("thrown_s", "told"), [((1, 2, 3), {"c@1": 1, "d@1": 2}), ((1, 2), {"c@1": 1})])
def test_of_several_clients_that_a_proxy_never_knows_each_is_told_whose_acks_have_exceptions(tmp_path, thrown_s, told):
    """One ack of the one, two of the other: where an exception is missing, one ack was refused for another reason."""
    own = [("c@1", "c", 1), ("d@1", "d", 2), ("d@1", "d", 3)]
    acks = [
        printed(20 + at, BACK_S + at, status="INTERNAL_SERVER_ERROR") | {"client_id": client, "node": node}
        for client, node, at in own
    ]
    lives, homes = [ended("p", ENDED_S, BACK_S)], [{"client_id": client, "node": node} for client, node, _ in own]
    errors = [thrown(30 + at, BACK_S + at) for at in thrown_s]
    found = replayed(tmp_path, lives, clients=homes, grpc_ack_failed=acks, proxy_internal_error=errors)["proxy_windows"]
    assert {w["client_id"]: w["exceptions"] for w in found if w["moved_by"] == "never_known"} == told


REMOVED_S = 120


@pytest.mark.parametrize(
    ("more", "lives", "homes", "expected"),
    [
        ({}, [], ["c"], [("channel_removed", REMOVED_S, 1)]),
        ({}, [], [], []),  # whose log is not there may have been anywhere
        ({"consumer_connected": [connected(5, 110, "q")]}, [], ["c"], []),
        ({"grpc_stream_broken": [printed(6, 110)]}, [], ["c"], [("stream_broken", 110, 1)]),
        ({"grpc_stream_broken": [printed(6, 145)]}, [], ["c"], [("channel_removed", REMOVED_S, 1)]),
        ({}, [ended("p", ENDED_S, ENDED_S + 1)], ["c"], [("proxy_gone", ENDED_S + 1, 1)]),
    ],
)
def test_a_client_whose_channel_its_proxy_removed_is_unknown_until_it_is_back(tmp_path, more, lives, homes, expected):
    """It was frozen: its stream stands, and its acks come before the proxy knows it again."""
    lines = {
        "consumer_connected": [connected(1, SEEN_S), connected(2, BACK_S), *more.pop("consumer_connected", [])],
        "grpc_channel_removed": [connected(3, REMOVED_S)],
        "proxy_internal_error": [thrown(4, 140)],
    }
    clients = [{"client_id": "c@1", "node": node} for node in homes]
    found = replayed(tmp_path, lives, clients=clients, **lines, **more)["proxy_windows"]
    assert [(w["moved_by"], w["from_lo"] // SECOND_US, w["exceptions"]) for w in found] == expected


def test_a_stream_that_broke_before_the_client_came_does_not_show_that_it_came_again(tmp_path):
    broken = {"grpc_stream_broken": [printed(3, SEEN_S)]}
    arrivals = [connected(1, SEEN_S + 2), connected(2, BACK_S)]
    (window,) = replayed(tmp_path, [], consumer_connected=arrivals, **broken)["proxy_windows"]
    assert window["to_lo"] == (SEEN_S + 2) * SECOND_US


@pytest.mark.parametrize(("at", "told"), [("p", [("p", 2)]), ("r", [])])
def test_of_two_proxies_that_threw_it_was_the_one_that_had_removed_the_clients_channel(tmp_path, at, told):
    """The proxy is killed before it knows the client again."""
    acks = [printed(20 + n, 140 + n, status="INTERNAL_SERVER_ERROR") for n in range(2)]
    errors = [thrown(30 + n, 140 + n) | {"node": node} for node in "pq" for n in range(2)]
    lines = {"consumer_connected": [connected(1, SEEN_S, at)], "grpc_channel_removed": [connected(3, REMOVED_S, at)]}
    homes = [{"client_id": "c@1", "node": "c"}]
    found = replayed(tmp_path, [], clients=homes, grpc_ack_failed=acks, proxy_internal_error=errors, **lines)["proxy_windows"]
    assert [(w["node"], w["exceptions"]) for w in found if w["moved_by"] == "never_known_again"] == told


@pytest.mark.parametrize(("came_to", "more", "told"), [("q", 0, [("c@1", 2)]), ("q", 3, []), ("p", 3, [("c@1", 2)])])
def test_a_client_no_line_shows_at_a_proxy_is_told_there_only_where_its_lines_are_all(tmp_path, came_to, more, told):
    """It may have been refused by a proxy whose log is not there, while this one refused others."""
    acks = [printed(20 + at, BACK_S + at, status="INTERNAL_SERVER_ERROR") for at in (0, 5)]
    errors = [thrown(30 + n, BACK_S + at) for n, at in enumerate((0, 5, *[2] * more))]
    lives, homes = [ended(node, ENDED_S, ENDED_S + 1) for node in "pq"], [{"client_id": "c@1", "node": "c"}]
    lines = {"consumer_connected": [connected(1, SEEN_S, came_to)], "proxy_internal_error": errors}
    found = replayed(tmp_path, lives, clients=homes, grpc_ack_failed=acks, **lines)["proxy_windows"]
    assert [(window["client_id"], window["exceptions"]) for window in found] == told


@pytest.mark.parametrize(("node", "told"), [("p", []), ("q", ["c@1"])])
def test_whom_the_proxy_has_known_since_it_began_is_not_told_to_stay_unknown(tmp_path, node, told):
    """Its channel was removed since: acks of it are refused long after it came."""
    acks = [printed(20, BACK_S + 90, status="INTERNAL_SERVER_ERROR")]
    lives, homes = [ended("p", ENDED_S, BACK_S)], [{"client_id": "c@1", "node": "c"}]
    lines = {"consumer_connected": [connected(1, BACK_S + 1, node)], "proxy_internal_error": [thrown(30, BACK_S + 90)]}
    found = replayed(tmp_path, lives, clients=homes, grpc_ack_failed=acks, **lines)["proxy_windows"]
    assert [window["client_id"] for window in found if window["moved_by"] == "never_known"] == told


@pytest.mark.parametrize(("apart_s", "counts"), [(3, [2]), (90, [1, 1])])
def test_exceptions_of_two_changes_of_proxies_are_told_apart(tmp_path, apart_s, counts):
    """Two clients come each time, so that the exception of that second may be of either."""
    arrivals, errors, lives = [], [], []
    for n, at in enumerate((ENDED_S, ENDED_S + apart_s)):
        for client in ("a", "b"):
            own = {"client_id": f"{client}{n}"}
            arrivals += [connected(10 * n + 1, at - 9, "q") | own, connected(10 * n + 2, at + 2) | own]
        lives.append(ended("q", at - 1, at))
        errors.append(thrown(50 + n, at))
    found = replayed(tmp_path, lives, consumer_connected=arrivals, proxy_internal_error=errors)["proxy_refusals"]
    assert [(row["exceptions"]) for row in sorted(found, key=lambda row: row["ts_lo"])] == counts
    assert len({row["state_id"] for row in found}) == len(counts)


@pytest.mark.parametrize(("tries", "begun"), [((0, 1, 3), 0), ((0, 1, 90), 90)])
def test_a_window_begins_where_the_client_lost_its_proxy(tmp_path, tries, begun):
    """Its stream breaks again at each try, while its acks go to the next proxy already."""
    arrivals = [connected(1, SEEN_S, "q"), connected(2, ENDED_S + 95)]
    breaks = [printed(10 + n, ENDED_S + after, endpoints="q:1") for n, after in enumerate(tries)]
    (window,) = replayed(tmp_path, [], consumer_connected=arrivals, grpc_stream_broken=breaks)["proxy_windows"]
    assert (window["from_lo"], window["record_ids"][0]) == ((ENDED_S + begun) * SECOND_US, 10 + tries.index(begun))


@pytest.mark.parametrize(("first_at", "came_from"), [(("q", "p"), None), (("p", "q"), "q")])
def test_who_comes_back_to_a_proxy_that_was_started_again_came_from_no_other(tmp_path, first_at, came_from):
    """Where it was last is what it came from, and that is the proxy itself once."""
    arrivals = [connected(1, SEEN_S, first_at[0]), connected(2, SEEN_S + 10, first_at[1]), connected(3, BACK_S)]
    broken = [printed(11, ENDED_S, endpoints="v:1")]
    found = replayed(tmp_path, [ended("p", ENDED_S, ENDED_S + 5)], consumer_connected=arrivals, grpc_stream_broken=broken)
    assert [w["moved_from"] for w in found["proxy_windows"] if w["to_lo"] == BACK_S * SECOND_US] == [came_from]


@pytest.mark.parametrize(("back_s", "begun_s"), [(None, ENDED_S), (BACK_S, BACK_S), (BACK_S + 60, ENDED_S)])
def test_a_window_begins_with_the_process_of_its_proxy(tmp_path, back_s, begun_s):
    """The stream to it broke with the process before, and that refuses nothing any more."""
    arrivals = [connected(1, SEEN_S), connected(2, ENDED_S + 5, "q"), connected(3, BACK_S + 30)]
    broken = [printed(11, ENDED_S, endpoints="p:1")]
    found = replayed(tmp_path, [ended("p", ENDED_S, back_s)], consumer_connected=arrivals, grpc_stream_broken=broken)
    (window,) = [w for w in found["proxy_windows"] if w["node"] == "p"]
    assert window["from_lo"] == begun_s * SECOND_US


@pytest.mark.parametrize(
    ("acked_s", "threw", "begun_s"),
    [(BACK_S, True, BACK_S), (BACK_S, False, BACK_S + 20), (ENDED_S - 5, True, BACK_S + 20), (ENDED_S + 3, True, BACK_S + 20)],
)
def test_a_client_elsewhere_may_ack_at_the_proxy_that_came_back(tmp_path, acked_s, threw, begun_s):
    """It got the handles from the process that ended; its own log and the proxy's tell that their acks threw."""
    arrivals = [connected(1, SEEN_S), connected(2, ENDED_S + 5, "q"), connected(3, BACK_S + 30)]
    lines = {
        "grpc_stream_broken": [printed(11, BACK_S + 20, endpoints="q:1")],
        "grpc_ack_failed": [printed(12, acked_s, status="INTERNAL_SERVER_ERROR", message_id="M")],
        "proxy_internal_error": [thrown(13, acked_s)] if threw else [],
    }
    found = replayed(tmp_path, [ended("p", ENDED_S, BACK_S - 1)], consumer_connected=arrivals, **lines)["proxy_windows"]
    (window,) = [w for w in found if w["node"] == "p"]
    assert (window["from_lo"], window["failed_acks"]) == (begun_s * SECOND_US, int(threw and acked_s == BACK_S))


def test_a_window_begins_no_later_than_its_exceptions(tmp_path):
    lines = {
        "consumer_connected": [connected(1, SEEN_S, "q"), connected(2, BACK_S + 5)],
        "grpc_stream_broken": [printed(3, BACK_S, endpoints="q:1")],
        "proxy_internal_error": [thrown(4, BACK_S - 1)],
    }
    (window,) = replayed(tmp_path, [], **lines)["proxy_windows"]
    assert window["exceptions"] == 1
    assert window["from_lo"] <= window["from_hi"] < BACK_S * SECOND_US


def test_a_proxy_that_names_its_file_a_second_before_its_options_was_gone_until_then(tmp_path):
    said = (
        (0, "The current configuration file path is /conf/rmq-proxy.json"),
        (1, "Current configuration: {}"),
        (4, "grpc server start successfully."),
    )
    lines = [f"2026-01-01 20:{minute:02}:{at:02} INFO main - {text}\n" for minute in (0, 1) for at, text in said]
    log = tmp_path / "input" / "p" / "logs" / "rocketmqlogs" / "proxy.log"
    log.parent.mkdir(parents=True)
    log.write_text("".join(lines), encoding="utf-8")
    with case_of([str(tmp_path / "input")]) as case:
        lives = case.read(Table("states/lives", "", STATES["lives"].columns)).to_dicts()
    assert [(row["to_lo"] - row["from_lo"]) // SECOND_US for row in lives if row["state"] == "down"] == [56]


@pytest.mark.parametrize(
    ("refused_s", "arrived", "counts"),
    [
        ((), [], (2, 0)),
        ((ENDED_S - 25, ENDED_S + 2), [], (1, 1)),
        ((ENDED_S - 25,), [], (2, 0)),
        ((ENDED_S - 25, ENDED_S + 2), [connected(3, SEEN_S)], (2, 0)),  # the proxy knew it: its ack failed otherwise
    ],
)
def test_an_exception_may_be_of_a_client_whose_own_window_is_not_known(tmp_path, refused_s, arrived, counts):
    """Where its own log has an ack that was refused then, the window of another one that fits alone does not show whose it is."""
    other = {"client_id": "c@2"}
    came = [connected(1, SEEN_S, "q") | other, connected(2, BACK_S) | other]
    acks = [printed(20 + at, at, status="INTERNAL_SERVER_ERROR", message_id=f"M{at}") for at in refused_s]
    lines = {"proxy_internal_error": [thrown(30, ENDED_S + 2), thrown(31, ENDED_S + 2)], "grpc_ack_failed": acks}
    homes = [{"client_id": "c@1", "node": "c"}]
    found = replayed(tmp_path, [ended("q", ENDED_S)], homes, consumer_connected=[*came, *arrived], **lines)
    (window,) = found["proxy_windows"]
    assert (window["exceptions"], window["exceptions_shared"]) == counts
    assert [(r["exceptions"], r["client_ids"]) for r in found["proxy_refusals"]] == [(1, ["c@2"])] * counts[1]


@pytest.mark.parametrize("kind", ["grpc_producer", "producer_connected"])
def test_a_producer_whose_start_is_lost_is_told_by_its_sends_or_by_a_proxy(tmp_path, kind):
    lines = {"grpc_stream_broken": [printed(11, ENDED_S)], "grpc_settings_received": [printed(12, ENDED_S + 2)]}
    shown = {kind: [printed(13, ENDED_S + 9)]}
    assert len(replayed(tmp_path / "consumer", [], **lines)["proxy_windows"]) == 1
    assert replayed(tmp_path / "producer", [], **lines, **shown)["proxy_windows"] == []


@pytest.mark.parametrize(
    ("renewed", "lives", "expected"),
    [
        ("one", [], []),  # its stream was back at the first proxy, which went on
        ("one", [ended("q", BACK_S - 5)], [("proxy_gone", SEEN_S)]),
        ("other", [], [("stream_broken", ENDED_S)]),
    ],
)
def test_a_stream_that_was_renewed_does_not_show_that_its_client_moved(tmp_path, renewed, lives, expected):
    """A client that has a session with a second proxy too needs no loss of the first one for it."""
    lines = {
        "grpc_stream_broken": [printed(11, ENDED_S, endpoints="one")],
        "grpc_settings_received": [printed(12, ENDED_S + 2, endpoints=renewed)],
    }
    arrivals = [connected(1, SEEN_S, "q"), connected(2, BACK_S)]
    found = replayed(tmp_path, lives, consumer_connected=arrivals, **lines)["proxy_windows"]
    assert [(w["moved_by"], w["from_lo"] // SECOND_US) for w in found if w["node"] == "p"] == expected


@pytest.mark.parametrize(("stops_s", "begun"), [(ENDED_S, [SEEN_S]), (BACK_S + 20, [])])
def test_a_proxy_that_stops_in_order_is_gone_from_its_first_line_of_that_on(tmp_path, stops_s, begun):
    """It waits up to 30 s for requests under way before it prints that it has stopped; its clients move meanwhile."""
    head = {name: value for name, value in connected(3, stops_s, "q").items() if name not in _TOLD}
    lives = [ended("q", BACK_S + 25)]
    found = replayed(tmp_path, lives, consumer_connected=[connected(1, SEEN_S, "q"), connected(2, BACK_S)], proxy_stopping=[head])
    assert [w["from_lo"] // SECOND_US for w in found["proxy_windows"]] == begun
