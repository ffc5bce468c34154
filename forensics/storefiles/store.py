"""One store: its commit log, its queues by topic, its config files; opened for reading alone."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from forensics.storefiles import config, rocks
from forensics.storefiles.commitlog import CommitLog, Damage, Head, Message
from forensics.storefiles.queues import Entry, Queue, queues_of, walked

TIMER_TOPIC = "rmq_sys_wheel_timer"
REVIVE_PREFIX = "rmq_sys_REVIVE_LOG_"
REVIVE_GROUP = "CID_RMQ_SYS_REVIVE_GROUP"
RETRY_PREFIX = "%RETRY%"
TRACE_TOPIC = "RMQ_SYS_TRACE_TOPIC"

_COMMIT_LOG = re.compile(r"commitlog/(\d{20})$")
_LARGEST_CONFIG = 256 << 20
"""Bytes of a file of config/: one beyond this is damaged, and would be parsed whole."""


class Store:
    """The files of a store by their path under it; closed with the block.

    `gaps` counts the places of the commit log at which a walk over it found no message.
    """

    def __init__(self, files: Mapping[str, Path]) -> None:
        self.files = files
        starts = {int(m[1]): where for path, where in files.items() if (m := _COMMIT_LOG.match(path))}
        self.log = CommitLog(starts)
        self.gaps = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.log.__exit__(kind, error, trace)

    @cached_property
    def queues(self) -> dict[tuple[str, int], Queue]:
        """Return the queues by topic and queue id: those of the files, or where there are none those of a walk over the log."""
        found = queues_of(self.files) or walked(self._walk())
        return {(queue.topic, queue.queue_id): queue for queue in found}

    def _walk(self) -> Iterator[Head]:
        for found in self.log.walk():
            if isinstance(found, Damage):
                self.gaps += 1
            else:
                yield found

    def of_topic(self, topic: str) -> list[Queue]:
        """Return the queues of one topic."""
        return [queue for (name, _), queue in self.queues.items() if name == topic]

    def topics(self, prefix: str = "") -> list[str]:
        """Return the topics that have queues and begin with *prefix*."""
        return sorted({topic for topic, _ in self.queues if topic.startswith(prefix)})

    def states(self, name: str) -> str | None:
        """Return the path under the store of what holds the config file *name*, None where nothing that can be read does."""
        if f"config/{name}" in self.files:
            return f"config/{name}"
        return rocks.stands_for(self.files, name) if rocks.readable() else None

    def message(self, queue: Queue, entry: Entry, *, body: bool) -> Message:
        """Return the message an entry points to; Damage where another, or none, lies there."""
        found = self.log.message(entry.physical, entry.size, body=body)
        if (found.topic, found.queue_id, found.queue_offset) != (queue.topic, queue.queue_id, entry.offset):
            raise Damage(f"is of {found.topic} queue {found.queue_id} offset {found.queue_offset}")
        return found

    def config(self, name: str) -> dict[str, Any]:
        """Return the object in `config/<name>`, or of the database in its place; Damage where it cannot be read."""
        where = self.files.get(f"config/{name}")
        if where is None:
            return rocks.configured(self.files, name) if rocks.stands_for(self.files, name) and rocks.readable() else {}
        if where.stat().st_size > _LARGEST_CONFIG:
            raise Damage(f"is {where.stat().st_size} bytes long")
        return config.parse(where.read_bytes().decode(errors="replace"))
