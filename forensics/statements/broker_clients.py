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
BUG_CONSUMER_CHANNEL_EXIST = Statement(
    template="[BUG] consumer channel exist in broker, but clientId not equal. GROUP: {_} OLD: {_} NEW: {_} ",
    logged_by="ConsumerGroupInfo.updateChannel, 4.8.0 to 4.9.8",
)
SUBSCRIPTION_CHANGED_ADD_NEW = Statement(
    template="subscription changed, add new topic, group: {_} {_}",
    logged_by="ConsumerGroupInfo.updateSubscription, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:201",
)
SUBSCRIPTION_CHANGED_GROUP_OLD = Statement(
    template="subscription changed, group: {_} OLD: {_} NEW: {_}",
    logged_by="ConsumerGroupInfo.updateSubscription, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:207",
)
SUBSCRIPTION_CHANGED_GROUP_REMOVE = Statement(
    template="subscription changed, group: {_} remove topic {_} {_}",
    logged_by="ConsumerGroupInfo.updateSubscription, 4.8.0 to 5.3.3",
)
CONSUMER_CHANNEL_EXISTS_BROKER = Statement(
    template="ConsumerGroupInfo: consumer channel exists in broker, but clientId is not the same one, group={_}, old "
    "clientChannelInfo={_}, new clientChannelInfo={_}",
    logged_by="ConsumerGroupInfo.updateChannel, 5.0.0 to 5.3.3",
)
UNREGISTER_CONSUMER_OK_NO = Statement(
    template="unregister consumer ok, no any connection, and remove consumer group, {_}",
    logged_by="ConsumerManager.unregisterConsumer, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:219",
)
REMOVE_EXPIRED_CHANNEL_CONSUMER = Statement(
    template="SCAN: remove expired channel from ConsumerManager consumerTable, all clear, consumerGroup={_}",
    logged_by="ConsumerManager.scanNotActiveChannel, 4.8.0 to 5.3.3",
)
ERR_CALL_CONSUMER_IDS = Statement(
    template="err when call consumerIdsChangeListener",
    logged_by="ConsumerManager.callConsumerIdsChangeListener, 5.0.0 to 5.3.3",
    throws=True,
)
CHANNEL_CLOSE_EVENT_MANY = Statement(
    template="channel close event, too many consumer groups one channel, {_}, {_}, {_}",
    logged_by="ConsumerManager.doChannelCloseEvent, 5.3.3",
)
UNREGISTER_PRODUCER_GROUP_GROUP = Statement(
    template="unregister a producer group[{_}] from groupChannelTable",
    logged_by="ProducerManager.unregisterProducer, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/broker.log:819",
)
CHECK_TRANSACTION_FAILED_CHANNEL = Statement(
    template="Check transaction failed, channel table is empty. groupId={_}",
    logged_by="ProducerManager.getAvailableChannel, 4.8.0 to 5.3.3",
)
CHANNEL_LIST_EMPTY_GROUP = Statement(
    template="Channel list is empty. groupId={_}",
    logged_by="ProducerManager.getAvailableChannel, 4.8.0 to 5.3.3",
)
REMOVE_EXPIRED_CHANNEL_PRODUCER = Statement(
    template="SCAN: remove expired channel from ProducerManager groupChannelTable, all clear, group={_}",
    logged_by="ProducerManager.scanNotActiveChannel, 5.0.0 to 5.3.3",
)
ERR_CALL_PRODUCER_CHANGE = Statement(
    template="err when call producerChangeListener",
    logged_by="ProducerManager.callProducerChangeListener, 5.0.0 to 5.3.3",
    throws=True,
)
CHANNEL_CLOSE_EVENT_MANY_PRODUCER = Statement(
    template="channel close event, too many producer groups one channel, {_}, {_}, {_}",
    logged_by="ProducerManager.doChannelCloseEvent, 5.3.3",
)
UNEXPECTED_ERROR_OCCURS = Statement(
    template="DefaultConsumerIdsChangeListen#notifyConsumerChange: unexpected error occurs",
    logged_by="DefaultConsumerIdsChangeListener.run0, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_NOTIFY_CONSUMER_SOME = Statement(
    template="Failed to notify consumer when some consumers changed, consumerId to notify: {_}",
    logged_by="DefaultConsumerIdsChangeListener.notifyConsumerChange, 5.0.0 to 5.3.3",
    throws=True,
)
