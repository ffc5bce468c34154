"""What a proxy knows of a gRPC client: GrpcChannelManager, GrpcClientSettingsManager and the receipt handle manager.

States of a client on a proxy: unknown; heard of (HeartbeatSyncer brought its settings and a remote channel from another
proxy); known (its telemetry or an accepted heartbeat made a GrpcClientChannel here); gone. The risk window of a client is
from its first request here to the moment it is known here.

Forbidden, and what it costs: an ack of a client that is not known. AckMessageActivity passes the missing channel on, and
ReceiptHandleGroupKey.getChannelId dereferences it (5.1.0 to 5.3.1; 5.3.2 uses the client's own handle instead).
ChangeInvisibleDurationActivity and ForwardMessageToDLQActivity have the same call in every release from 5.1.0 on;
ReceiveMessageActivity.addReceiptHandle had it up to 5.3.3. Another exception, of ReceiveMessageActivity without settings
(`Settings.getSubscription()`), comes from the same moment and is not it.
"""

ACK = "ack"
CHANGE_INVISIBLE = "change_invisible"
FORWARD_TO_DLQ = "forward_to_dlq"
RECEIVE_HANDLE = "receive_handle"
RECEIVE_SETTINGS = "receive_settings"
UNKNOWN = "unknown"
OTHER = "other"

_NULL_POINTER = "java.lang.NullPointerException"
_NULL_CHANNEL = "ReceiptHandleGroupKey.getChannelId"
_BY_ACTIVITY = (
    ("AckMessageActivity.", ACK),
    ("ChangeInvisibleDurationActivity.", CHANGE_INVISIBLE),
    ("ForwardMessageToDLQActivity.", FORWARD_TO_DLQ),
    ("ReceiveMessageActivity", RECEIVE_HANDLE),
)


def activity(exception: str, frames: tuple[str, ...]) -> str:
    """Return which request met the exception: one of the null channel's, another, or `unknown` without frames."""
    if exception != _NULL_POINTER:
        return OTHER
    if not frames:
        return UNKNOWN
    if any(frame.endswith(_NULL_CHANNEL) for frame in frames[:3]):
        return next((name for prefix, name in _BY_ACTIVITY if any(f.startswith(prefix) for f in frames)), OTHER)
    return RECEIVE_SETTINGS if frames[0].startswith("ReceiveMessageActivity") else OTHER
