"""Makes stores as a broker writes them: commit log, consume queues, config. For tests and the benchmark."""

import json
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

MAGIC, MAGIC_V2, BLANK = 0xDAA320A7, 0xDAA320AB, 0xCBD43194
HOST = b"\x0a\x00\x00\x01" + struct.pack(">i", 10911)
TAGS = {"ck": 3176, "ack": 96393, "bAck": 2985159}


@dataclass
class Made:
    """A store in the making: `ends` is the next offset of each queue, `at` where the next message goes."""

    root: Path
    file_size: int = 1 << 20
    at: int = 0
    ends: dict[tuple[str, int], int] = field(default_factory=dict)

    def put(self, topic: str, queue: int, body: bytes, store_ms: int, *, tag: str = "", v2: bool = False, **more) -> int:
        """Append a message and its queue entry; return its physical offset."""
        properties = {**({"TAGS": tag} if tag else {}), **more.pop("properties", {})}
        offset = self.ends.get((topic, queue), 0)
        size = len(encode(topic, queue, offset, 0, body, store_ms, properties, v2=v2, **more))
        if self.at % self.file_size + size + 8 > self.file_size:
            self.blank()
        raw = encode(topic, queue, offset, self.at, body, store_ms, properties, v2=v2, **more)
        self.write(self.at, raw)
        self.entry(topic, queue, offset, self.at, size, TAGS.get(tag, 7))
        self.ends[topic, queue] = offset + 1
        self.at += size
        return self.at - size

    def blank(self) -> None:
        """End the file with a blank record and go on in the next one."""
        left = self.file_size - self.at % self.file_size
        self.write(self.at, struct.pack(">iI", left, BLANK))
        self.at += left

    def write(self, at: int, raw: bytes) -> None:
        """Write *raw* at a physical offset; the file is set up whole, as a broker does."""
        start = at - at % self.file_size
        path = self.root / "commitlog" / f"{start:020d}"
        _write(path, at - start, raw, self.file_size)

    def entry(self, topic: str, queue: int, offset: int, physical: int, size: int, code: int) -> None:
        """Write one entry of a consume queue."""
        path = self.root / "consumequeue" / topic / str(queue) / f"{0:020d}"
        _write(path, offset * 20, struct.pack(">qiq", physical, size, code), max(6000, (offset + 1) * 20))

    def config(self, name: str, text: str) -> None:
        """Write a config file."""
        path = self.root / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _write(path: Path, at: int, raw: bytes, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.touch()
    with path.open("r+b") as out:
        out.truncate(max(size, path.stat().st_size))
        out.seek(at)
        out.write(raw)


def encode(topic, queue, offset, physical, body, store_ms, properties, *, v2=False, born_ms=None, flags=0, again=0) -> bytes:
    """Return one message as MessageExtEncoder writes it."""
    named = "".join(f"{k}\x01{v}\x02" for k, v in properties.items()).encode()
    name = topic.encode()
    hosts = [b"\0" * 15 + b"\1" + HOST[4:] if flags & bit else HOST for bit in (0x10, 0x20)]
    rest = struct.pack(">iiiqqiq", zlib.crc32(body) & 0x7FFFFFFF, queue, 0, offset, physical, flags, born_ms or store_ms)
    rest += hosts[0] + struct.pack(">q", store_ms) + hosts[1] + struct.pack(">iq", again, 0)
    rest += struct.pack(">i", len(body)) + body + struct.pack(">h" if v2 else ">B", len(name)) + name
    rest += struct.pack(">h", len(named)) + named
    return struct.pack(">iI", 8 + len(rest), MAGIC_V2 if v2 else MAGIC) + rest


def pop_store(root: Path, *, broker: str = "b", acks: str = "", retried: bool = True, queue: int = 0) -> Made:
    """Make a store in which a batch of two is popped, one of them acked in time, and both come back if *retried*.

    *acks* is what the ack names as its broker: nothing, as the buffer's acks do up to 5.3.1; *queue* what the checkpoint names.
    """
    made = Made(root)
    for number in range(2):
        made.put("T", queue % 256, b"SECRET BODY", 900, properties={"UNIQ_KEY": f"ID{number}", "KEYS": f"k{number}"})
    ck = f'{{"bm":0,"bn":"{broker}","c":"G","d":[0,1],"it":20000,"n":2,"pt":1000,"q":{queue},"ro":0,"so":0,"t":"T"}}'
    name = f'"bn":"{acks}",' if acks else ""
    ack = f'{{"ao":0,{name}"c":"G","pt":1000,"q":0,"so":0,"t":"T"}}'
    for tag, body, due in (("ck", ck, 20_000), ("ack", ack, 21_000)):
        real = {"REAL_TOPIC": "rmq_sys_REVIVE_LOG_C", "REAL_QID": "3", "TIMER_DELIVER_MS": str(due)}
        made.put("rmq_sys_wheel_timer", 0, body.encode(), 11_005, tag=tag, properties=real, born_ms=11_005)
    for tag, body, due in (("ck", ck, 20_000), ("ack", ack, 21_000)):
        delivered = {"TIMER_DEQUEUE_MS": str(due)}
        made.put("rmq_sys_REVIVE_LOG_C", 3, body.encode(), due, tag=tag, properties=delivered, born_ms=11_005)
    for number in range(2 if retried else 0):
        kept = {"UNIQ_KEY": f"ID{number}", "KEYS": f"k{number}", "1ST_POP_TIME": "1000"}
        made.put("%RETRY%G_T", 0, b"SECRET BODY", 24_000, properties=kept, again=1)
    topics = ["T", *(["%RETRY%G_T"] if retried else [])]
    made.config("topics.json", json.dumps({"topicConfigTable": {topic: {"perm": 6} for topic in topics}}))
    made.config("consumerOffset.json", '{"offsetTable":{"rmq_sys_REVIVE_LOG_C@CID_RMQ_SYS_REVIVE_GROUP":{3:0}}}')
    return made
