"""A proxy's clients and their receipt handles: ClientActivity, ClientManagerActivity, DefaultReceiptHandleManager."""

from forensics.statements.template import Statement

KIND = "proxy"

HANDLES_CLEARED = Statement(
    event="handles_cleared",
    template="clear handle of this client when client unregister. group:{group}, clientChannelInfo:{client:client}",
    logged_by="DefaultReceiptHandleManager, 5.1.4 to 5.3.3; ReceiptHandleProcessor, 5.1.0 to 5.1.3",
    seen="N-5.3.1-graceful:proxyB/logs/rocketmqlogs/proxy.log:308",
)
GRPC_CHANNEL_REMOVED = Statement(
    event="grpc_channel_removed",
    template="remove grpc channel when client unregister. group:{group}, clientChannelInfo:{client:client}, removed:{_:bool}",
    logged_by="ClientActivity.ConsumerIdsChangeListenerImpl.handle, 5.1.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyB/logs/rocketmqlogs/proxy.log:309",
)
REMOTING_CHANNEL_REMOVED = Statement(
    event="remoting_channel_removed",
    template="remove remoting channel when client unregister. clientChannelInfo:{client:client}",
    logged_by="ClientManagerActivity.ConsumerIdsChangeListenerImpl.handle, 5.1.0 to 5.3.3",
    seen="N-5.3.1-graceful:proxyB/logs/rocketmqlogs/proxy.log:310",
)
