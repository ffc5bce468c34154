"""Lines of RocketMQ made from the statement templates, with marks at the numbers and times that move on with each period.

A mark stands before digits; how many they are is in `MARKS`. Every template is filled by names, so that lines of one
log speak of the same brokers, topics, groups and clients.
"""

import random
import re
from dataclasses import dataclass

from forensics.statements import matcher, statements
from forensics.statements.template import Statement

MS, OFFSET, REVIVE, WROTE, STAMP = "\x01\x02\x03\x04\x05"
MARKS = {MS: 13, OFFSET: 9, REVIVE: 9, WROTE: 12, STAMP: 19}
"""The characters after each mark: epoch milliseconds, queue offsets, revive offsets, commit log offsets, the head's time."""
BROKERS = ("broker-a", "broker-b")
TOPICS = ("orders", "payments", "shipments", "audit")
GROUP = "GID_{topic}"
REVIVE_TOPIC = "rmq_sys_REVIVE_LOG_DefaultCluster"
_HOLE = re.compile(r"\{\{|\}\}|\{(\w*)(?::(\w+))?\}")


def ms(value: int) -> str:
    """Return epoch milliseconds that move on."""
    return f"{MS}{value:013d}"


def offset(value: int) -> str:
    """Return a queue offset that moves on."""
    return f"{OFFSET}{value:09d}"


def revive(value: int) -> str:
    """Return a revive queue's offset that moves on."""
    return f"{REVIVE}{value:09d}"


def wrote(value: int) -> str:
    """Return a commit log offset that moves on."""
    return f"{WROTE}{value:012d}"


def server(level: str, thread: str, message: str) -> str:
    """Return a record of a broker, name server or proxy; its time is put in by who lays it into a log."""
    return f"{STAMP}{'0' * 19} {level} {thread} - {message}\n"


def filled(name: str, *anonymous: object, **named: object) -> str:
    """Return the message of a statement with its holes filled: the nameless ones in order, the others by name."""
    rest = iter(anonymous)

    def text(hole: re.Match[str]) -> str:
        if hole[0] in {"{{", "}}"}:
            return hole[0][0]
        return str(next(rest) if hole[1] == "_" else named[hole[1]])

    return _HOLE.sub(text, statements()[name].template)


@dataclass(frozen=True)
class Batch:
    """One popped batch: what its checkpoint is named by, in every text that prints it."""

    broker: str
    topic: str
    group: str
    queue: int
    start: int
    count: int
    popped: int
    invisible: int
    revive_queue: int

    @property
    def due(self) -> int:
        """Return the revive time."""
        return self.popped + self.invisible

    @property
    def diff(self) -> str:
        """Return the distances of its messages."""
        return "[" + ", ".join(str(n) for n in range(self.count)) + "]"

    def ck(self, bits: int = 0) -> str:
        """Return it as PopCheckPoint.toString prints it, 5.3.1."""
        return (
            f"PopCheckPoint [topic={self.topic}, cid={self.group}, queueId={self.queue}, startOffset={offset(self.start)}, "
            f"bitMap={bits}, num={self.count}, reviveTime={ms(self.due)}, reviveOffset=0, diff={self.diff}, "
            f"brokerName={self.broker}, rePutTimes=null]"
        )

    def wrap(self, bits: int = 0, stored_bits: int = 0, at: int | None = None) -> str:
        """Return it as the buffer prints it; *at* is where it is stored in the revive queue."""
        place = "-1" if at is None else revive(at)
        return (
            f"CkWrap{{rq={self.revive_queue}, rqo={place}, ck={self.ck()}, bits={bits}, sBits={stored_bits}, "
            f"nbo={offset(self.start + self.count)}, cks={str(at is not None).lower()}, jo=false}}"
        )

    def ack(self, index: int, broker: str | None = None) -> str:
        """Return an ack of one of its messages as AckMsg.toString prints it."""
        return (
            f"AckMsg{{ackOffset={offset(self.start + index)}, startOffset={offset(self.start)}, consumerGroup='{self.group}', "
            f"topic='{self.topic}', queueId={self.queue}, popTime={ms(self.popped)}, brokerName={broker or 'null'}}}"
        )

    def body(self, re_put: int = 0) -> str:
        """Return the JSON that the revive queue holds of it."""
        tail = f',"rp":"{re_put}"' if re_put else ""
        return (
            f'{{"bm":0,"bn":"{self.broker}","c":"{self.group}","d":{self.diff.replace(" ", "")},"it":{self.invisible},'
            f'"n":{self.count},"pt":{ms(self.popped)},"q":{self.queue},"reviveTime":{ms(self.due)},"ro":0{tail},'
            f'"so":{offset(self.start)},"t":"{self.topic}"}}'
        )

    def ack_body(self, index: int, broker: str | None = None) -> str:
        """Return the JSON that the revive queue holds of an ack."""
        name = f'"bn":"{broker}",' if broker else ""
        return (
            f'{{"ao":{offset(self.start + index)},{name}"c":"{self.group}","pt":{ms(self.popped)},"q":{self.queue},'
            f'"so":{offset(self.start)},"t":"{self.topic}"}}'
        )


def put_result(wrote_at: int, stored_ms: int, queue_offset: str) -> str:
    """Return a PutMessageResult of the own store."""
    return (
        f"PutMessageResult [putMessageStatus=PUT_OK, appendMessageResult=AppendMessageResult{{status=PUT_OK, "
        f"wroteOffset={wrote(wrote_at)}, wroteBytes=436, msgId='null', storeTimestamp={ms(stored_ms)}, "
        f"logicsOffset={queue_offset}, pagecacheRT=0, msgNum=1}}, remotePut=false]"
    )


def command(batch: Batch) -> str:
    """Return the pop request of *batch* as RemotingCommand.toString prints it."""
    return (
        "RemotingCommand [code=200050, language=JAVA, version=475, opaque=31, flag(B)=0, remark=null, extFields={pollTime=500, "
        f"invisibleTime={batch.invisible}, queueId=-1, bornTime={ms(batch.popped - 3)}, maxMsgNums=32, topic={batch.topic}, "
        f"expType=TAG, exp=*, consumerGroup={batch.group}, initMode=0, order=false}}, serializeTypeCurrentRPC=JSON]"
    )


_WORDS = {
    "broker": "broker-a", "topic": "orders", "group": "GID_orders", "client_id": "10.0.0.7@4711#8", "address": "10.0.0.1:10911",
    "nameserver": "10.0.0.2:9876", "revive_topic": REVIVE_TOPIC, "cluster": "DefaultCluster", "thread": "NettyServerScheduler_1",
}  # fmt: skip
_QUEUE = "MessageQueue [topic=orders, brokerName=broker-a, queueId=3]"
_CHANNEL = "[id: 0x5bbfc08e, L:/10.0.0.1:10911 - R:/10.0.0.7:52634]"
_OF_TYPE = {
    "address": "10.0.0.1:10911", "bool": "true", "float": "0.0", "key": "brokerName", "tls": "tls.enable",
    "path": "/home/rocketmq/store/commitlog/00000000000000000000", "frame": "org.apache.Thing.run(Thing.java:77)",
    "padded": "GrpcRequestExecutorThread     ", "throwable": "java.lang.IllegalStateException", "counts": "105:8, 103:2",
    "numbers": "[1, 2, 3]", "list": "10.0.0.2:9876, 10.0.0.3:9876", "queue": _QUEUE, "grpc_queue": "broker-a.orders.3",
    "pull": f"PullRequest [consumerGroup=GID_orders, messageQueue={_QUEUE}, nextOffset=1024]", "json": '{"a":1}',
    "client": f"ClientChannelInfo [channel={_CHANNEL}, clientId=10.0.0.7@4711#8, language=JAVA, version=475, "
    "lastUpdateTimestamp=1772294400000]",
    "route": "TopicRouteData [orderTopicConf=null, queueDatas=[], brokerDatas=[BrokerData [brokerName=broker-a, "
    "brokerAddrs={0=10.0.0.1:10911}, enableActingMaster=false]], filterServerTable={}, topicQueueMappingInfoTable=null]",
    "topic_config": "TopicConfig [topicName=orders, readQueueNums=8, writeQueueNums=8, perm=RW-, topicFilterType=SINGLE_TAG]",
    "group_config": "SubscriptionGroupConfig{groupName=GID_orders, consumeEnable=true}",
}  # fmt: skip


def example(statement: Statement, random_: random.Random) -> str | None:
    """Return a message of *statement* with its holes filled at random, None where what came of it is not that statement."""

    def text(hole: re.Match[str]) -> str:
        if hole[0] in {"{{", "}}"}:
            return hole[0][0]
        kind = hole[2] or "text"
        if hole[1] == "port":
            return "9876"
        if kind == "int":
            return str(random_.randrange(100_000))
        return _OF_TYPE.get(kind) or _WORDS.get(hole[1], f"value{random_.randrange(100)}")

    message = _HOLE.sub(text, statement.template)
    hit = matcher().match(message, "main")
    return message if hit and hit[0] is statement else None


def trace(lines: int) -> str:
    """Return a stack trace of *lines* lines, as Java prints them below a record."""
    frames = [f"\tat org.apache.rocketmq.client.impl.Step{n}.call(Step{n}.java:{100 + n})\n" for n in range(max(lines - 1, 0))]
    return "org.apache.rocketmq.client.exception.MQClientException: no route info of this topic\n" + "".join(frames)
