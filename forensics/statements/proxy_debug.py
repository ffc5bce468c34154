"""What proxies print at DEBUG."""

from forensics.statements.template import Statement

KIND = "proxy"

SETTINGS_SYNCED = Statement(
    template="save client settings sync from other proxy. group:{_}, channelInfo:{_}, settings:{_}",
    logged_by="ClientActivity.ConsumerManagerListener, 5.1.0 to 5.5.1",
)
ANSWERS = Statement(
    template="start to write response. response: {_}",
    logged_by="ResponseWriter.writeResponse, 5.0.0 to 5.5.1",
)
EXPIRED = Statement(
    template="An expired request is found, request: {_}",
    logged_by="InvocationChannel.clearExpireContext, 5.0.0 to 5.5.1",
)
REGISTER_SYNCED = Statement(
    template="sync register heart beat. topic:{_:word}, data:{_}",
    logged_by="HeartbeatSyncer.onConsumerRegister, 5.1.0 to 5.5.1",
)
UNREGISTER_SYNCED = Statement(
    template="sync unregister heart beat. topic:{_:word}, data:{_}",
    logged_by="HeartbeatSyncer.onConsumerUnRegister, 5.1.0 to 5.5.1",
)
REMOTE_CHANNEL = Statement(
    template="start process remote channel. data:{_}, clientChannelInfo:{_}",
    logged_by="HeartbeatSyncer.consumeMessage, 5.1.0 to 5.5.1",
)
