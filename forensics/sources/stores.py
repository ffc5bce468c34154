"""A broker's store among the files of the input, known by the directories and file names RocketMQ gives it.

Layout under storePathRootDir, 4.8.0 to 5.3.3: `commitlog/<20 digits>`, `consumequeue/<topic>/<queueId>/<20 digits>`, `config/`,
and what need not be read: `index/`, `timerwheel`, `timerlog/`, `checkpoint`, `abort`, `lock`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from forensics.sources.find import Source

_HEART = re.compile(r"(?P<root>.*?)(?:^|/)(?:commitlog/\d{20}|consumequeue/[^/]+/\d+/\d{20})$")
_PARTS = {
    "commitlog", "consumequeue", "consumequeue_ext", "config", "index", "timerwheel", "timerlog", "timerwheel.bak",
    "checkpoint", "abort", "abort.bak", "lock", "kvStore", "rocksdb", "compaction", "compactionLog", "epochFileCheckpoint",
    "transaction", "transRocksDBStore", "timerRocksDBStore", "indexRocksDBStore", "popConsumerStore",
}  # fmt: skip


@dataclass(frozen=True)
class StoreFiles:
    """The files of one store: `root` as evidence quotes it, `files` by their path under it."""

    root: str
    files: dict[str, Source]

    @property
    def places(self) -> tuple[Path, ...]:
        """Return what must be within reach to open it."""
        return tuple(place for source in self.files.values() for place in source.places)

    def path(self, inner: str) -> str:
        """Return the path of a file of the store as evidence quotes it."""
        return f"{self.root}/{inner}" if self.root else inner


def split_stores(sources: Sequence[Source]) -> tuple[list[StoreFiles], list[Source]]:
    """Return the stores among *sources*, and the sources that belong to none."""
    roots = {found["root"] for source in sources if (found := _HEART.match(source.path))}
    stores: dict[str, dict[str, Source]] = {root: {} for root in sorted(roots)}
    rest = []
    for source in sources:
        root = _root_of(source.path, roots)
        if root is None:
            rest.append(source)
        else:
            stores[root][source.path[len(root) :].lstrip("/")] = source
    return [StoreFiles(root, files) for root, files in stores.items()], rest


def _root_of(path: str, roots: set[str]) -> str | None:
    """Return the store that *path* is a part of: the innermost, by the name of the directory right under it."""
    pieces = path.split("/")
    for cut in range(len(pieces) - 1, -1, -1):
        if pieces[cut] in _PARTS and (root := "/".join(pieces[:cut])) in roots:
            return root
    return None
