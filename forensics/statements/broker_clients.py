"""Clients as a broker or proxy knows them: ConsumerManager, ConsumerGroupInfo, ProducerManager."""

from forensics.statements.template import Statement

CONSUMER_CONNECTED = Statement(
    event="consumer_connected",
    template="new consumer connected, group: {group} {_:word} {_:word} channel: {client:client}",
    logged_by="ConsumerGroupInfo.updateChannel, 4.8.0 to 5.3.3: the first heartbeat of a channel",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:200",
)
CONSUMER_UNREGISTERED = Statement(
    event="consumer_unregistered",
    template="unregister a consumer[{group}] from consumerGroupInfo {client:client}",
    logged_by="ConsumerGroupInfo.unregisterChannel, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:282",
)
CONSUMER_CHANNEL_CLOSED = Statement(
    event="client_channel_removed",
    template="NETTY EVENT: remove not active channel[{client:client}] from ConsumerGroupInfo groupChannelTable, "
    "consumer group: {group}",
    logged_by="ConsumerGroupInfo.doChannelCloseEvent, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:218",
    fixed={"client_role": "consumer", "removed_because": "closed"},
)
CONSUMER_CHANNEL_EXPIRED = Statement(
    event="client_channel_removed",
    template="SCAN: remove expired channel from ConsumerManager consumerTable. channel={address:word}, consumerGroup={group}",
    logged_by="ConsumerManager.scanNotActiveChannel, 4.8.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:broker-a-0/logs/rocketmqlogs/broker.log:368",
    fixed={"client_role": "consumer", "removed_because": "expired"},
)
PRODUCER_CONNECTED = Statement(
    event="producer_connected",
    template="new producer connected, group: {group} channel: {client:client}",
    logged_by="ProducerManager.registerProducer, 4.8.0 to 5.3.3: the first heartbeat of a channel",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:344",
)
PRODUCER_UNREGISTERED = Statement(
    event="producer_unregistered",
    template="unregister a producer[{group}] from groupChannelTable {client:client}",
    logged_by="ProducerManager.unregisterProducer, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:818",
)
PRODUCER_CHANNEL_CLOSED = Statement(
    event="client_channel_removed",
    template="NETTY EVENT: remove channel[{client:client}][{_:word}] from ProducerManager groupChannelTable, producer group: "
    "{group}",
    logged_by="ProducerManager.doChannelCloseEvent, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:216",
    fixed={"client_role": "producer", "removed_because": "closed"},
)
PRODUCER_CHANNEL_EXPIRED = Statement(
    event="client_channel_removed",
    template="ProducerManager#scanNotActiveChannel: remove expired channel[{address:word}] from ProducerManager "
    "groupChannelTable, "
    "producer group name: {group}",
    logged_by="ProducerManager.scanNotActiveChannel, 5.0.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:broker-a-0/logs/rocketmqlogs/broker.log:367",
    fixed={"client_role": "producer", "removed_because": "expired"},
)
PRODUCER_CHANNEL_EXPIRED_OLD = Statement(
    event="client_channel_removed",
    template="SCAN: remove expired channel[{address:word}] from ProducerManager groupChannelTable, producer group name: {group}",
    logged_by="ProducerManager.scanNotActiveChannel, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:214",
    fixed={"client_role": "producer", "removed_because": "expired"},
)
