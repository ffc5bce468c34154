"""What is in a store, as a screen of text."""

import textwrap
from collections.abc import Iterable, Sequence

from forensics.storefiles.summary import QueueFacts, ReviveFacts, Summary
from forensics.storefiles.words import clock

_MOST_TOPICS = 20
_MOST_GROUPS = 12


def render(root: str, found: Summary, width: int) -> str:
    """Return *found*, of the store at *root*, as text *width* columns wide."""
    lines = [f"store {root}", *_log(found), "", *_topics(found.queues), "", *_revive(found), "", *_groups(found)]
    lines += [found.timer] if found.timer else []
    lines += [f"problem: {problem}" for problem in found.problems]
    return "\n".join(piece for line in lines for piece in _wrapped(line, width)) + "\n"


def _log(found: Summary) -> Iterable[str]:
    if found.log_from is None:
        yield "  no commit log"
        return
    times = [ms for q in found.queues for ms in (q.from_ms, q.to_ms) if ms is not None]
    span = f", messages stored from {clock(min(times))} to {clock(max(times))}" if times else ""
    noun = "file" if found.log_files == 1 else "files"
    yield f"  commit log of {found.log_files} {noun} from offset {found.log_from}{span}"


def _topics(queues: Sequence[QueueFacts]) -> Iterable[str]:
    """Yield one line a topic: those with the most messages first, the rest counted."""
    by_topic: dict[str, list[QueueFacts]] = {}
    for queue in queues:
        by_topic.setdefault(queue.topic, []).append(queue)
    ordered = sorted(by_topic.items(), key=lambda item: (-_messages(item[1]), item[0]))
    rows: list[tuple[str, ...]] = [("topic", "queues", "messages", "offsets", "first stored", "last stored")]
    rows += [_topic(topic, own) for topic, own in ordered[:_MOST_TOPICS]]
    yield from _aligned(rows)
    if len(ordered) > _MOST_TOPICS:
        yield f"  and {len(ordered) - _MOST_TOPICS} more topics"


def _messages(queues: Sequence[QueueFacts]) -> int:
    return sum(q.next - q.first for q in queues)


def _topic(topic: str, queues: Sequence[QueueFacts]) -> tuple[str, ...]:
    times = [ms for q in queues for ms in (q.from_ms, q.to_ms) if ms is not None]
    span = f"{min(q.first for q in queues)} to {max(q.next for q in queues) - 1}" if times else "-"
    first, last = (clock(min(times)), clock(max(times))) if times else ("-", "-")
    return topic, str(len(queues)), str(_messages(queues)), span, first, last


def _revive(found: Summary) -> Iterable[str]:
    if found.open_records:
        yield f"{len(found.open_records)} records of messages popped and not acked, the first due: {found.open_records[0]}"
    if not found.revive:
        yield "no revive queue: no checkpoint was stored in one"
        return
    rows: list[tuple[str, ...]] = [("revive queue", "next offset", "judged to", "checkpoints not judged", "behind")]
    now = max((q.to_ms or 0 for q in found.queues), default=0)
    rows += [_revive_row(one, now, known=found.committed_known) for one in found.revive]
    yield from _aligned(rows)
    if not found.committed_known:
        yield "committed offsets are not in the store, or not read: what was judged is not known"
        return
    waiting = [one for one in found.revive if one.oldest_due_ms is not None]
    oldest = min(waiting, key=lambda one: one.oldest_due_ms or 0, default=None)
    yield f"oldest checkpoint not judged: {oldest.oldest}" if oldest else "every checkpoint in the revive queues is judged"


def _revive_row(one: ReviveFacts, now: int, *, known: bool) -> tuple[str, ...]:
    if not known:
        return str(one.queue.queue_id), str(one.queue.next), "not known", "-", "-"
    late = 0 if one.oldest_due_ms is None else max(0, now - one.oldest_due_ms)
    committed = "never" if one.committed is None else str(one.committed)
    return str(one.queue.queue_id), str(one.queue.next), committed, str(one.unjudged), f"{late / 1000:.1f} s"


def _groups(found: Summary) -> Iterable[str]:
    """Yield one line a group and topic: those furthest behind first, the rest counted."""
    ordered = sorted(found.groups, key=lambda row: (-row["behind"], row["group"], row["topic"]))
    rows: list[tuple[str, ...]] = [("group", "topic", "messages beyond its offset")]
    rows += [(row["group"], row["topic"], str(row["behind"])) for row in ordered[:_MOST_GROUPS]]
    yield from _aligned(rows)
    if len(ordered) > _MOST_GROUPS:
        yield f"  and {len(ordered) - _MOST_GROUPS} more groups and topics"


def _wrapped(line: str, width: int) -> list[str]:
    """Return a line of prose in pieces; a row of a table stays whole."""
    return [line] if "  " in line or not line else textwrap.wrap(line, width, subsequent_indent="  ")


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
