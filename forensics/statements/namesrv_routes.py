"""A name server's view of brokers and topics: RouteInfoManager."""

from forensics.statements.template import Statement

KIND = "namesrv"

BROKER_REGISTERED = Statement(
    event="broker_registered",
    template="new broker registered, {_:word} [clusterName={cluster}, brokerAddr={address:word}] HAService: {ha_address:word}",
    logged_by="RouteInfoManager.registerBroker, 5.0.0 to 5.3.3: BrokerAddrInfo up to 5.1.0, then BrokerIdentityInfo",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:97",
)
BROKER_REGISTERED_OLD = Statement(
    event="broker_registered",
    template="new broker registered, {address:word} HAServer: {ha_address:word}",
    logged_by="RouteInfoManager.registerBroker, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:61",
)
BROKER_LIVE_REMOVED = Statement(
    event="broker_unregistered",
    template="unregisterBroker, remove from brokerLiveTable {status:word}, {_:word} [clusterName={cluster}, "
    "brokerAddr={address:word}]",
    logged_by="RouteInfoManager.unRegisterBroker, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:147",
    fixed={"task": "brokerLiveTable"},
)
BROKER_LIVE_REMOVED_OLD = Statement(
    event="broker_unregistered",
    template="unregisterBroker, remove from brokerLiveTable {status:word}, {address:word}",
    logged_by="RouteInfoManager.unregisterBroker, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:87",
    fixed={"task": "brokerLiveTable"},
)
BROKER_ADDRESS_REMOVED = Statement(
    event="broker_unregistered",
    template="unregisterBroker, remove addr from brokerAddrTable {status:word}, {_:word} [clusterName={cluster}, "
    "brokerAddr={address:word}]",
    logged_by="RouteInfoManager.unRegisterBroker, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:148",
    fixed={"task": "brokerAddrTable"},
)
BROKER_ADDRESS_REMOVED_OLD = Statement(
    event="broker_unregistered",
    template="unregisterBroker, remove addr from brokerAddrTable {status:word}, {address:word}",
    logged_by="RouteInfoManager.unregisterBroker, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:88",
    fixed={"task": "brokerAddrTable"},
)
BROKER_CHANNEL_DESTROYED = Statement(
    event="broker_channel_destroyed",
    template="the broker's channel destroyed, submit the unregister request at once, broker info: {_}, submit result: {_:bool}",
    logged_by="RouteInfoManager.onChannelDestroy, 5.0.0 to 5.3.3: names no broker",
    seen="C-5.3.0-dead-default:namesrv/logs/namesrv.log:172",
)
BROKER_CHANNEL_DESTROYED_OLD = Statement(
    event="broker_channel_destroyed",
    template="the broker's channel destroyed, {address:word}, clean it's data structure at once",
    logged_by="RouteInfoManager.onChannelDestroy, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:ns0/logs/rocketmqlogs/namesrv.log:76",
)
BROKER_EXPIRED = Statement(
    event="broker_expired",
    template="The broker channel expired, {_:word} [clusterName={cluster}, brokerAddr={address:word}] {silent_ms:int}ms",
    logged_by="RouteInfoManager.scanNotActiveBroker, 5.0.0 to 5.3.3",
    seen="H-5.3.3-sigstop:ns1/logs/rocketmqlogs/namesrv.log:102",
)
BROKER_EXPIRED_OLD = Statement(
    event="broker_expired",
    template="The broker channel expired, {address:word} {silent_ms:int}ms",
    logged_by="RouteInfoManager.scanNotActiveBroker, 4.8.0 to 4.9.8",
    seen="H-4.8.0-sigstop:ns0/logs/rocketmqlogs/namesrv.log:68",
)
TOPIC_REGISTERED = Statement(
    event="topic_registered",
    template="new topic registered, {topic} QueueData [brokerName={broker}, readQueueNums={read_queues:int}, "
    "writeQueueNums={write_queues:int}, perm={perm:int}, {_:word}={_:int}]",
    logged_by="RouteInfoManager.createAndUpdateQueueData, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:namesrv/logs/namesrv.log:85",
)
TOPIC_CHANGED = Statement(
    event="topic_changed",
    template="topic changed, {topic} OLD: {_} NEW: QueueData [brokerName={broker}, readQueueNums={read_queues:int}, "
    "writeQueueNums={write_queues:int}, perm={perm:int}, {_:word}={_:int}]",
    logged_by="RouteInfoManager.createAndUpdateQueueData, 4.8.0 to 5.3.3",
    seen="S-5.3.1-noperm:ns0/logs/rocketmqlogs/namesrv.log:119",
)
REQUEST_RECEIVED = Statement(
    template="receive request, {_} {_} RemotingCommand [code={_}",
    logged_by="DefaultRequestProcessor.processRequest, 4.8.0 to 5.3.3",
)
