"""A receipt handle in plain words."""

from forensics.questions.handle import Handle
from forensics.report.scrub import scrubbed
from forensics.report.times import iso

_ORDERLY_QUEUE = 999
_TOPIC_TYPES = {0: "the topic itself", 1: "its retry topic", 2: "its retry topic of version 2"}


def render(handle: Handle) -> str:
    """Return what *handle* says, a line for each of its fields."""
    orderly = handle.revive_queue_id == _ORDERLY_QUEUE
    due = "orderly: there is no checkpoint" if orderly else f"its checkpoint goes to revive queue {handle.revive_queue_id}"
    said = [
        ("message", f"offset {handle.offset} of queue {handle.queue_id}, on broker {handle.broker}"),
        ("of", _TOPIC_TYPES.get(handle.topic_type, f"topic type {handle.topic_type}, which no release has")),
        ("batch", f"read from offset {handle.start_offset} on"),
        ("popped", iso(handle.pop_time * 1000) or ""),
        ("invisible", f"{handle.invisible_ms / 1000:g} s"),
        ("visible again", iso((handle.pop_time + handle.invisible_ms) * 1000) or ""),
        ("revive", due),
        ("commit log", "not named" if handle.commit_log_offset is None else f"offset {handle.commit_log_offset}"),
    ]
    return scrubbed("".join(f"{name:14} {what}\n" for name, what in said))
