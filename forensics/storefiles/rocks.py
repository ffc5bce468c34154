"""State that lies in RocksDB: config from 5.2.0 on, POP's key value store from 5.3.2 on. Read with the extra `rocksdb` alone.

Layouts: RocksDBOffsetSerializeWrapper, RocksDBTopicConfigManager and RocksDBSubscriptionGroupManager (5.2.0 to 5.3.3) keep under
each name the JSON that the config file would have there; PopConsumerRocksdbStore (5.3.2, 5.3.3) keeps a record of every message
popped and not acked yet in the column family `popState`, its value as JSON.
"""

import contextlib
import importlib.util
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from forensics.scratch import Scratch
from forensics.storefiles import config
from forensics.storefiles.commitlog import LATEST_MS, Damage

KV_STORE = "kvStore"
CONFIGS = {
    "consumerOffset.json": ("config/consumerOffsets", "offsetTable"),
    "topics.json": ("config/topics", "topicConfigTable"),
    "subscriptionGroup.json": ("config/subscriptionGroups", "subscriptionGroupTable"),
}
"""By the config file that is not there: the database in its place, and the table of the file that it holds."""
MISSING = "in RocksDB: not read, the package rocksdict is not installed: pip install 'rocketmq-forensics[rocksdb]'"
_RECORDS, _NAMED = "popState", "default"
Row = dict[str, Any]


def databases(files: Mapping[str, Path]) -> list[str]:
    """Return the directories of a store that are databases of RocksDB, by their paths under it."""
    return sorted(inner.removesuffix("/CURRENT") for inner in files if inner.endswith("/CURRENT"))


def readable() -> bool:
    """Return whether the reader of RocksDB is installed."""
    return importlib.util.find_spec("rocksdict") is not None


def stands_for(files: Mapping[str, Path], name: str) -> str | None:
    """Return the database that holds what the config file *name* would, None where there is none."""
    directory = CONFIGS[name][0] if name in CONFIGS else name
    return directory if f"{directory}/CURRENT" in files else None


def unread(files: Mapping[str, Path]) -> list[tuple[str, str]]:
    """Return the databases of a store that are not read, by their paths under it, each with what it holds and why not."""
    known = {KV_STORE: "POP's key value store", **{directory: "config" for directory, _ in CONFIGS.values()}}
    found = []
    for directory in databases(files):
        if directory == "consumequeue":
            found.append((directory, "queues in RocksDB (storeType=defaultRocksDB): not read; the commit log was walked"))
        elif directory not in known:
            found.append((directory, "state in RocksDB: not read"))
        elif not readable():
            found.append((directory, f"{known[directory]} {MISSING}"))
    return found


def configured(files: Mapping[str, Path], name: str) -> Row:
    """Return the object that the config file *name* would hold, of the database in its place; Damage where it cannot be read."""
    directory, table = CONFIGS[name]
    found: Row = {}
    for key, value in _items(files, directory, _NAMED):
        held = config.parse(value.decode(errors="replace"))
        found[key.decode(errors="replace")] = held.get(table, held) if table == "offsetTable" else held
    return {table: found}


def open_records(files: Mapping[str, Path]) -> Iterator[Row]:
    """Yield POP's records of messages popped and not acked: `topic`, `group`, `queue_id`, `offset`, `pop_time`, `invisible_ms`.

    Damage where the database cannot be read, or a value is no record.
    """
    for _, value in _items(files, KV_STORE, _RECORDS):
        held = config.parse(value.decode(errors="replace"))
        numbers = {"queue_id": "queueId", "offset": "offset", "pop_time": "popTime", "invisible_ms": "invisibleTime"}
        row: Row = {name: config.whole(held.get(key)) for name, key in numbers.items()}
        row |= {name: held.get(key) for name, key in {"topic": "topicId", "group": "groupId"}.items()}
        if None in row.values() or not all(isinstance(row[name], str) for name in ("topic", "group")):
            raise Damage(f"holds what is no record: {json.dumps(held)[:80]}")
        if not all(0 <= row[name] < LATEST_MS for name in numbers):
            raise Damage("holds numbers that no record has")
        yield row


def _items(files: Mapping[str, Path], directory: str, family: str) -> list[tuple[bytes, bytes]]:
    """Return all that a column family of a database holds, in the order of its keys.

    The files are opened where they lie, by links: beside them their reader writes notes of its own.
    """
    import rocksdict

    own = {inner.rpartition("/")[2]: where for inner, where in files.items() if inner.rpartition("/")[0] == directory}
    with Scratch() as place:
        for name, where in own.items():
            _linked(where, Path(place) / name)
        try:
            names = rocksdict.Rdict.list_cf(place)
            raw = {name: rocksdict.Options(raw_mode=True) for name in names}
            access = rocksdict.AccessType.read_only()
            opened = rocksdict.Rdict(place, options=rocksdict.Options(raw_mode=True), column_families=raw, access_type=access)
            with contextlib.closing(opened):
                held: Any = opened.get_column_family(family).items() if family in names else ()
                return list(held)
        except Exception as error:  # noqa: BLE001 - rocksdict raises nothing narrower
            raise Damage(f"cannot be opened: {str(error)[:200]}") from None


def _linked(where: Path, target: Path) -> None:
    try:
        target.symlink_to(where.resolve())
    except OSError:  # some systems let only administrators make links
        shutil.copyfile(where, target)
