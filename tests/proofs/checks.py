"""What each kind of finding claims, checked from its quoted lines alone; AssertionError says what does not hold."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from proofs.raw import Quote, members, quotes_of

Finding = dict[str, Any]
Check = Callable[[Finding, list[Quote], dict[str, bytes]], None]


def problems(document: dict[str, Any], archive: Path) -> list[str]:
    """Return what does not hold of the violated findings of *document*, made from *archive*; empty where all of it does."""
    told = [(one, _problem(one, members(archive))) for one in document["findings"] if one["verdict"] == "violated"]
    return [f"{finding['rule']} {finding['subject']}: {problem}" for finding, problem in told if problem]


def _problem(finding: Finding, files: dict[str, bytes]) -> str | None:
    check = CHECKS.get(finding["kind"])
    if check is None:
        return f"no check knows the kind {finding['kind']}"
    quotes = quotes_of(finding, files)
    try:
        for quote in quotes:
            need(quote.lies_there, f"{quote.path} has no such text at byte {quote.offset}: {quote.text[:80]}")
        nodes = {value for name, value in finding["subject"].items() if name.endswith("node")}
        need(nodes <= {quote.node for quote in quotes}, f"no line of {nodes} is quoted")
        check(finding, quotes, files)
    except AssertionError as error:
        return str(error)
    return None


def need(holds: object, otherwise: str) -> None:
    """Raise AssertionError that says *otherwise* where something does not hold."""
    if not holds:
        raise AssertionError(otherwise)


def having(quotes: Iterable[Quote], *texts: str) -> list[Quote]:
    """Return the quotes that hold all of *texts*, in order of time."""
    return sorted((q for q in quotes if all(text in q.text for text in texts)), key=lambda q: (q.ms, q.path, q.offset))


def one(quotes: list[Quote], what: str) -> Quote:
    """Return the first of *quotes*; there must be one."""
    need(quotes, f"no line shows {what}")
    return quotes[0]


def counted(finding: Finding, quotes: list[Quote], what: str) -> None:
    """Check that as many lines show *what* as the finding counts."""
    need(len(quotes) == finding["occurrences"], f"{finding['occurrences']} are counted, {len(quotes)} lines show {what}")


def raw_lines(files: dict[str, bytes], quote: Quote, *texts: str) -> list[bytes]:
    """Return the lines of the quoted line's whole file that hold all of *texts*."""
    wanted = [text.encode() for text in texts]
    return [line for line in files[quote.path].splitlines() if all(text in line for text in wanted)]


def own_node(quotes: list[Quote], broker: str, files: dict[str, bytes]) -> None:
    """Check that every quoted node's own files call it a broker of this name."""
    for folder in {q.path.removesuffix(q.path.split(f"{q.node}/", 1)[-1]) for q in quotes}:
        named = re.compile(rf"(?:brokerName ?= ?|broker\[){re.escape(broker)}\b".encode())
        need(any(named.search(data) for path, data in files.items() if path.startswith(folder)), f"{folder} is not of {broker}")


def _same_queue(subject: Finding, body: dict[str, Any]) -> bool:
    names = {"t": "topic", "c": "group", "q": "queue_id", "so": "start_offset"}
    return all(body[short] == subject[name] for short, name in names.items() if name in subject and short in body)


def acked_and_redelivered(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for the checkpoint, an ack of each offset before it was due, and each offset delivered again."""
    subject, offsets = finding["subject"], set(finding["subject"]["offsets"])
    need(finding["occurrences"] == len(offsets), "its offsets are not as many as its occurrences")
    bodies = [(q, body) for q in quotes if (body := q.body()) and _same_queue(subject, body)]
    checkpoints = [(q, body) for q, body in bodies if "reviveTime" in body]
    need(checkpoints, "no checkpoint of the batch is quoted")
    due = min(body["reviveTime"] for _, body in checkpoints)
    need(any(offsets <= set(body["d"]) for _, body in checkpoints), "no quoted checkpoint holds the offsets")
    popped = {body["pt"] for _, body in bodies if "pt" in body}
    need(popped <= {subject["pop_time"]} and subject["pop_time"] < due, "its lines are of another pop")
    acked = {offset for q, body in bodies for offset in body.get("ao", []) if (q.stored["born_ms"] if q.stored else q.ms) <= due}
    seen_acked = {offset for _, body in bodies for offset in body.get("ao", [])}
    counts = [q.text for q in having(quotes, "RequestCode Distribution") if q.ms <= due]
    requests = sum(int(n) for text in counts for n in re.findall(r"200051:(\d+)", text))
    need(offsets <= acked or (offsets <= seen_acked and requests >= len(offsets)), f"no ack in time of {offsets - acked}")
    revived = {int(n) for q in having(quotes, "retry msg", "putMessageStatus=PUT_OK") if q.until_ms >= due
               for n in re.findall(r"\], msg queueId -?\d+, offset (\d+)", q.text)}  # fmt: skip
    stored = [q for q in quotes if q.stored and q.stored["topic"].startswith("%RETRY%") and q.ms >= due]
    first_pops = {int(q.stored["properties"]["1ST_POP_TIME"]) for q in stored}
    need(first_pops <= {subject["pop_time"]}, "a retry is of another pop")
    popped_again = any(body["reviveTime"] > due and offsets <= set(body["d"]) for _, body in checkpoints)
    again = offsets if popped_again or len(stored) >= len(offsets) else revived
    need(offsets <= again, f"no line delivers {offsets - again} again")


def rewrite_loop(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for a failed read of the same message for each rewrite, and whether the pauses between them grow."""
    subject = finding["subject"]
    of_it = [q for q in having(quotes, subject["topic"]) if re.search(rf"offset(?:s| is)?[ :]*{subject['offset']}\b", q.text)]
    written = [q for q in quotes if (body := q.body()) and q.stored and _same_queue(subject | {"start_offset": body["so"]}, body)]
    moments = max(having(of_it, "an not get msg"), having(of_it, "can not get biz msg"), written, key=len)
    need(abs(len(moments) - subject["rewrites"]) <= 1, f"{subject['rewrites']} rewrites are counted, {len(moments)} are shown")
    need(len(moments) >= 2 or subject["backs_off"], "one failure is no loop")
    pauses = [later.ms - earlier.ms for earlier, later in pairwise(sorted(moments, key=lambda q: q.ms))]
    grows = len(pauses) >= 2 and pauses[-1] >= 2 * max(pauses[0], 1000)
    need(grows == subject["backs_off"] or len(pauses) < 2, f"its pauses are {pauses} ms")


def given_up(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check that revive judged the checkpoint or failed to read the message, and no line of the whole file delivers it again."""
    subject = finding["subject"]
    passed_over = having(quotes, "skip ck from last epoch", f"topic={subject['topic']},", f"queueId={subject.get('queue_id')},")
    need(len(passed_over) in {0, finding["occurrences"]}, "other checkpoints are passed over than are counted")
    deleted = f"static topic: {subject['topic']} not exists".encode()
    need(not (passed_over and any(deleted in data for data in files.values())), "its topic was deleted")
    bodies = [(q, b) for q in quotes if (b := q.body()) and "reviveTime" in b and b["t"] == subject["topic"]]
    holding = [(q, b) for q, b in bodies if subject.get("offset") in b["d"]]
    reads = having(quotes, "an not get", subject["topic"], f"{subject.get('offset')}") + passed_over
    need(holding or reads, "no line has the message in a checkpoint or a failed read")
    passed = [q for q in having(quotes, "revive finish") if int(re.search(r"new offset is (-?\d+)", q.text)[1]) >= 0]
    refused = having(quotes, "ResponseCode Distribution") + having(quotes, "find broker address") + having(quotes, "can not get")
    refused += having(quotes, "Can not get msg", "NO_MESSAGE_IN_QUEUE") + passed_over
    need(passed or refused, "no line says how revive came to give it up")
    need((subject["outcome"] == "came_back") <= (len({b["reviveTime"] for _, b in holding}) > 1), "no later delivery is quoted")
    for quote, body in holding[:1]:
        again = raw_lines(files, quote, "retry msg", f"reviveTime={body['reviveTime']}", f", offset {subject['offset']},")
        need(not again, "revive wrote it to the retry topic")


def exceptions_in(frame: str, top: str = "getChannelId") -> Check:
    """Return the check of NullPointerExceptions with *top* on top and *frame* below: as many as counted."""

    def check(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
        thrown = [q for q in having(quotes, "NullPointerException", frame) if top in q.text.split("\tat ")[1]]
        counted(finding, thrown, f"the exception under {frame}")
        need({q.node for q in thrown} <= {finding["subject"]["proxy_node"]}, "another proxy threw it")

    return check


def risk_window(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for the exceptions counted, or the two ends of a window in which none was thrown."""
    exceptions_in("AckMessageActivity")(finding, quotes, files)
    subject = finding["subject"]
    need((subject["outcome"] == "npe") == (finding["occurrences"] > 0), "its outcome is not what its lines show")
    if "client_id" in subject:
        arrivals = having(quotes, subject["client_id"], "lastUpdateTimestamp=")  # the first of two is at the proxy that is gone
        known = one(arrivals[-1:], "when the proxy came to know the client")
        need(known.node == subject["proxy_node"] and subject["group"] in known.text, "another proxy or group knew it")
        came = int(re.search(r"lastUpdateTimestamp=(\d+)", known.text)[1])
        need(known.ms - 1000 <= came <= known.until_ms, "the line is not of the time that it prints")
        need(all(q.ms <= came for q in having(quotes, "AckMessageActivity")), "an exception is later than the window")


def misrouted(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for a route without a master before the first request, and an answer of no broker to each of them."""
    subject = finding["subject"]
    need(having(quotes, "new name server is chosen", f"NEW: {subject['nameserver']}"), "no line has it choose the name server")
    answers = [q for q in quotes if re.search(r"(?i)send ?MessageBack exception, (?!group)|failed to send message back", q.text)]
    counted(finding, answers, "a request that failed")
    for quote in answers:
        own = f"request type {subject['request_code']} not supported" in quote.text or subject["nameserver"] in quote.text
        need(own, "an answer is neither the name server's nor of its channel")
    _no_master(subject, quotes, min(q.ms for q in answers))


def _no_master(subject: Finding, quotes: list[Quote], before_ms: int) -> None:
    addresses = re.compile(rf"brokerName={re.escape(subject['broker'])}, brokerAddrs=\{{(.*?)\}}")
    routes = [q for q in having(quotes, "TopicRouteData", subject["topic"]) if q.ms <= before_ms]
    route = one(routes[-1:], "the route it held")
    held = addresses.search(route.text)
    need(held is None or not re.match(r"0=|.*, 0=", held[1]), "its route held a master")


def async_retry(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for asynchronous sends tried again with brokerAddr=null, for whose broker the route held no master."""
    subject = finding["subject"]
    retries = having(quotes, "async send msg by retry", "brokerAddr=null", f"brokerName={subject['broker']}", subject["topic"])
    counted(finding, retries, "a retry to no address")
    _no_master(subject, quotes, retries[0].ms)


def silent_server(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for timeouts one after the other, and in the whole file no other server chosen between them."""
    subject = finding["subject"]
    chosen = one(having(quotes, "new name server is chosen", f"NEW: {subject['nameserver']}"), "which server it stayed with")
    timeouts = having(quotes, "wait response timeout exception, the channel") or having(quotes, "RemotingTimeoutException")
    need(len(timeouts) == subject["timeouts"] >= 2, f"{subject['timeouts']} timeouts are counted, {len(timeouts)} quoted")
    need(chosen.ms <= timeouts[0].ms < timeouts[-1].ms, "the timeouts are not one after the other, after the choice")
    between = files[chosen.path][timeouts[0].offset : timeouts[-1].offset].splitlines()
    others = [b for b in between if b"new name server is chosen" in b and f"NEW: {subject['nameserver']}".encode() not in b]
    need(not others, "it chose another server between them")


def channel_closed_unsent(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check that each time there is: one server not reached, the next one connected, the call out of time, its channel closed."""
    subject, times = finding["subject"], finding["occurrences"]
    counted(finding, having(quotes, "close socket because of timeout"), "a channel closed")
    need(len(having(quotes, "createChannel", subject["tried"])) >= times, "it reached the first server")
    need(len(having(quotes, "createChannel", subject["nameserver"], "success")) >= times, "it did not connect to the next")


def master_unregistered(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check that the name went with the address before, after the new one had registered."""
    subject = finding["subject"]
    removed = one(having(quotes, "unregisterBroker, remove addr", subject["left_address"]), "the address before being removed")
    name = one(having(quotes, "unregisterBroker, remove name", subject["broker"]), "the name being removed")
    need(having(quotes, "boot success", subject["broker"], subject["address"]), "no line has the new address start")
    registered = one(having(quotes, "Registering current broker to name server completed"), "the new one's registration")
    need(registered.ms <= removed.ms <= name.until_ms, "it registered only after that")


def never_ready(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for refusals after the time that the name server was to wait had passed since its start."""
    booted = one(having(quotes, "The Name Server boot success"), "its start")
    need(having(quotes, f"waitSecondsForService={finding['subject']['wait_s']}"), "no line has the time it waits")
    refused = having(quotes, "name server not ready")
    counted(finding, refused, "a refusal")
    need(refused[0].ms > booted.until_ms + 1000 * finding["subject"]["wait_s"], "a refusal was within its wait")


def unregistered_twice(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check that the same address took the client's leave once and then failed on it with a null key."""
    address = finding["subject"]["address"]
    taken = one(having(quotes, "unregister client", address, "success"), "the first unregistration")
    failed = having(quotes, "unregister client", address, "CODE: 1 ", '"key" is null')
    counted(finding, failed, "a second one that failed")
    need(taken.ms <= failed[0].ms, "the failure was the first")


def heartbeats_denied(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for a heartbeat, and after it the leader's scans left out because none had come; as many in its file as counted."""
    beat = one(having(quotes, "heart beat"), "a heartbeat")
    skipped = one(having(quotes, "has not received any heartbeat from broker"), "a scan left out")
    need(beat.ms < having(quotes, skipped.text.split(" - ")[1])[-1].ms, "no scan was left out after a heartbeat")
    need(len(raw_lines(files, skipped, "has not received any heartbeat")) >= finding["subject"]["scans_skipped"], "fewer scans")


def masters_at_once(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check that one node registers as master of an epoch after the other had begun the next one, and gives way to that later."""
    subject = finding["subject"]
    named = f"brokerName:{subject['broker']},"
    old = one(having(quotes, "Begin to change to master", named, f"new Epoch:{subject['master_epoch']}"), "the old master's role")
    later = [q for q in having(quotes, "Begin to change to master", named) if q.node == subject["other_node"]]
    new = one(later, "the new master's role")
    gave = one(having(quotes, "Begin to change to slave", f"brokerName={subject['broker']},"), "the old master giving way")
    need(gave.text.endswith(f"newMasterEpoch={new.text.rpartition('new Epoch:')[2]}"), "it gives way to another epoch")
    registered = one(having(quotes, "Registering current broker to name server completed"), "a registration")
    need(
        {old.node, gave.node, registered.node} == {subject["broker_node"]} != {new.node},
        "these are not one node's, or the other's",
    )
    need(old.until_ms < new.ms < new.until_ms < registered.ms < gave.ms, "they are in another order")


def one_identity(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for two nodes that start as one broker at two addresses, and register in turn."""
    subject = finding["subject"]
    starts = having(quotes, f"[{subject['broker']},", "boot success")
    addresses = {q.node: re.search(r"\[[^,]*, ([^\]]+)\]", q.text)[1] for q in starts}
    need(set(addresses) == {subject["broker_node"], subject["other_node"]}, "not both nodes start as this broker")
    need(len(set(addresses.values())) == 2, "both have one address")
    turns = [q.node for q in having(quotes, "Registering current broker to name server completed", subject["nameserver"])]
    changes = sum(earlier != later for earlier, later in pairwise(turns))
    need(changes == finding["occurrences"], f"the place changed {changes} times in its lines")


def keys_shared(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for two checkpoints of one pop whose queue and start offset read alike when run together."""
    bodies = [body for q in having(quotes, "find ck") if (body := q.body())]
    need(len(bodies) == 2, "no two checkpoints are quoted")
    first, second = bodies
    need((first["t"], first["c"]) == (finding["subject"]["topic"], finding["subject"]["group"]), "they are of another group")
    need((first["q"], first["so"]) != (second["q"], second["so"]), "they are one checkpoint")
    need(f"{first['q']}{first['so']}" == f"{second['q']}{second['so']}", "their keys differ")
    need(all(first[name] == second[name] for name in ("t", "c", "pt")), "they are of two pops")
    need(having(quotes, "revive finish"), "no line has revive go beyond them")


def halted(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for failed cycles of the revive queue; as many in its file as are counted."""
    subject, cycles = finding["subject"], having(quotes, "revive error")
    own_node(cycles, subject["broker"], files)
    lines = [raw_lines(files, cycles[0], f"reviveQueueId={queue}, revive error") for queue in subject["revive_queue_ids"]]
    need(all(lines) and sum(map(len, lines)) >= finding["occurrences"], f"its file has {list(map(len, lines))} failed cycles")


def not_stored(text: str) -> Check:
    """Return the check that lines of *text* have a put refused."""

    def check(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
        refused = having(quotes, text, "putMessageStatus=")
        need(len(refused) >= finding["occurrences"], "fewer puts failed than are counted")
        need(not any("putMessageStatus=PUT_OK" in q.text for q in refused), "a put went well")
        need(finding["subject"].get("topic", "") in refused[0].text, "it is another topic's")
        own_node(refused, finding["subject"]["broker"], files)

    return check


def revived_twice(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for the same offsets of one pop written to a retry topic several times, all of them well."""
    written: Counter[int] = Counter()
    for quote in having(quotes, "retry msg", "putMessageStatus=PUT_OK"):
        body = quote.body()
        need(body and _same_queue(finding["subject"] | {"start_offset": body["so"]}, body), "a retry is of another queue")
        written.update(int(n) for n in re.findall(r"\], msg queueId -?\d+, offset (\d+)", quote.text))
    need(sorted(written) == finding["subject"]["offsets"], "its lines write other offsets")
    need(sum(written.values()) - len(written) == finding["occurrences"], f"they are written {dict(written)} times")


def lock_kept(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for a lock taken in the second of a refusal, and removed as unused long after."""
    subject = finding["subject"]
    key = f"{subject['topic']}@{subject['group']}@{subject['queue_id']}"
    refused = one(having(quotes, "Too much msgs unacked", f"topic={subject['topic']}"), "the refusal")
    removed = one(having(quotes, "Remove unused queue lock", key), "the lock's removal")
    locked = int(re.search(rf"{re.escape(key)}, (\d+)", removed.text)[1])
    need(refused.ms <= locked <= refused.until_ms and locked < removed.ms, "the lock is not of the refusal")


def time_as_offset(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for a checkpoint whose start offset is a moment shortly before the line that reads it."""
    offset = finding["subject"]["offset"]
    found = [q for q in quotes if (body := q.body()) and body.get("so") == offset]
    need(found and all(0 <= q.until_ms - offset < 3_600_000 for q in found), "no checkpoint has a time for an offset")
    need(all(_same_queue(finding["subject"] | {"start_offset": offset}, q.body()) for q in found), "it is another queue's")


def order_ignored(finding: Finding, quotes: list[Quote], files: dict[str, bytes]) -> None:
    """Check for acks under one pop while the broker keeps the order of a later one; each offset is acked."""
    subject = finding["subject"]
    refused = having(quotes, "popTime is not equal to orderInfo saved", f"key: {subject['topic']}@{subject['group']},")
    need(refused and all(q.text.rstrip().endswith(f"{subject['pop_time']}") for q in refused), "an ack is of another pop")
    held_by = [int(re.search(r"\{popTime=(\d+)", q.text)[1]) for q in refused]
    need(min(held_by) > subject["pop_time"], "no later pop holds the queue")
    acked = {int(n) for q in refused for n in re.findall(r"[oO]ffset: (\d+), orderInfo", q.text)}
    need(acked == set(subject["offsets"]), f"its lines ack {acked}")


CHECKS: dict[str, Check] = {
    "duplicate_redelivery": acked_and_redelivered,
    "ck_rewrite_loop": rewrite_loop,
    "lost_message": given_up,
    "npe_risk_window": risk_window,
    "npe_change_invisible": exceptions_in("ChangeInvisibleDurationActivity"),
    "npe_forward_to_dlq": exceptions_in("ForwardMessageToDLQActivity"),
    "npe_receive": exceptions_in("ReceiveMessageActivity"),
    "npe_receive_settings": exceptions_in("", top="ReceiveMessageActivity.receiveMessage"),
    "npe_query_assignment": exceptions_in("RouteActivity.queryAssignment", top="setBroker"),
    "npe_client_termination": exceptions_in("", top="notifyClientTermination"),
    "npe_unregister_client": unregistered_twice,
    "misrouted_request": misrouted,
    "misrouted_async_retry": async_retry,
    "stale_nameserver_channel": silent_server,
    "good_nameserver_channel_closed": channel_closed_unsent,
    "new_master_unregistered": master_unregistered,
    "nameserver_never_ready": never_ready,
    "silent_master_kept": heartbeats_denied,
    "two_masters_at_once": masters_at_once,
    "broker_identity_clash": one_identity,
    "checkpoint_key_shared": keys_shared,
    "revive_halted": halted,
    "ack_not_stored": not_stored("put ack msg error"),
    "checkpoint_not_stored": not_stored("put ck to store fail"),
    "revived_twice": revived_twice,
    "orderly_ack_ignored": order_ignored,
    "queue_lock_kept": lock_kept,
    "timestamp_taken_for_offset": time_as_offset,
}
