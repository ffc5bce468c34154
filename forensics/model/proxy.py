"""What a proxy knows of a gRPC client: GrpcChannelManager, GrpcClientSettingsManager and the receipt handle manager.

States of a client on a proxy: unknown; heard of (HeartbeatSyncer brought its settings and a remote channel from another
proxy); known (its telemetry or an accepted heartbeat made a GrpcClientChannel here); gone. The risk window of a client is
from its first request here to the moment it is known here.

Forbidden, and what it costs: an ack of a client that is not known. AckMessageActivity passes the missing channel on, and
ReceiptHandleGroupKey.getChannelId dereferences it (5.1.0 to 5.3.1; 5.3.2 uses the client's own handle instead).
ChangeInvisibleDurationActivity and ForwardMessageToDLQActivity have the same call in every release from 5.1.0 on;
ReceiveMessageActivity had it for the handles of a batch just popped, up to 5.3.3. Two more null pointers come of a client that is
not known and have other keys: ReceiveMessageActivity asks settings that are not there for the subscription, in every release;
ClientActivity.notifyClientTermination asks them for the client's type, up to 5.3.2.

A null pointer of no client's, but of a broker without a master: RouteActivity.queryAssignment puts the master of each broker of
a topic into its answer, and MessageQueue.Builder.setBroker takes no null, 5.0.0 to 5.5.0. So one such broker leaves a client that
asks for its queues without any.

What a refused change of the invisible time leaves behind: SimpleConsumers in Java and Go take the handle of every answer to it
for the message's new one (SimpleConsumerImpl.changeInvisibleDuration0 of rocketmq-client-java 5.0.0 to 5.2.1, simple_consumer.go
up to 5.1.4), and that of a refusal is empty. No later request for the message can be read: ReceiptHandle.decode.
"""

ACK = "ack"
CHANGE_INVISIBLE = "change_invisible"
FORWARD_TO_DLQ = "forward_to_dlq"
RECEIVE_HANDLE = "receive_handle"
RECEIVE_SETTINGS = "receive_settings"
TERMINATION = "termination"
ASSIGNMENT = "query_assignment"
NO_HANDLE = "no_handle"
UNKNOWN = "unknown"
OTHER = "other"

_NULL_POINTER = "java.lang.NullPointerException"
NULL_CHANNEL = frozenset({ACK, CHANGE_INVISIBLE, FORWARD_TO_DLQ, RECEIVE_HANDLE})
"""Requests of a client that the proxy does not know, or no longer, which met its missing channel."""
NOT_KNOWN = NULL_CHANNEL | {RECEIVE_SETTINGS}
"""Those, and the receives that met its missing settings."""
_NULL_CHANNEL = "ReceiptHandleGroupKey.getChannelId"
_BY_ACTIVITY = (
    ("AckMessageActivity.", ACK),
    ("ChangeInvisibleDurationActivity.", CHANGE_INVISIBLE),
    ("ForwardMessageToDLQActivity.", FORWARD_TO_DLQ),
    ("ReceiveMessageActivity", RECEIVE_HANDLE),
)
_BY_TOP_FRAME = (
    ("ReceiveMessageActivity", RECEIVE_SETTINGS),
    ("ClientActivity.notifyClientTermination", TERMINATION),
)
_NO_BROKER = "MessageQueue$Builder.setBroker"
_OF_ASSIGNMENTS = "RouteActivity.queryAssignment"
_NO_HANDLE = "java.lang.IllegalArgumentException", "Parse failed, dataList size 1", "ReceiptHandle.decode"
"""What is thrown, with which text and from where, where a handle is one word or none: a handle is eight words."""


def activity(exception: str, text: str, frames: tuple[str, ...]) -> str:
    """Return which request met a null channel, null settings or no master, or came without a handle, by what was thrown.

    It is `unknown` of a null pointer without frames, else `other`.
    """
    if (exception, text, *frames[:1]) == _NO_HANDLE:
        return NO_HANDLE
    if exception != _NULL_POINTER:
        return OTHER
    if not frames:
        return UNKNOWN
    if any(frame.endswith(_NULL_CHANNEL) for frame in frames[:3]):
        return next((name for prefix, name in _BY_ACTIVITY if any(f.startswith(prefix) for f in frames)), OTHER)
    if frames[0] == _NO_BROKER and any(frame == _OF_ASSIGNMENTS for frame in frames[1:3]):
        return ASSIGNMENT
    return next((name for prefix, name in _BY_TOP_FRAME if frames[0].startswith(prefix)), OTHER)
