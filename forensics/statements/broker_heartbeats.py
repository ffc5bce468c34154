"""What clients ask about themselves and brokers ask of clients: ClientManageProcessor, ConsumerManageProcessor, Broker2Client."""

from forensics.statements.template import Statement

REGISTER_CONSUMER_INFO_CHANGED = Statement(
    template="registerConsumer info changed {_} {_}",
    logged_by="ClientManageProcessor.heartBeat, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:203",
)
CLIENT_FILTER_MESSAGE_BUT = Statement(
    template="Client {_}@{_} filter message, but failed to compile expression! sub={_}, error={_}",
    logged_by="ClientManageProcessor.checkClientConfig, 4.8.0 to 5.3.3",
)
REGISTER_CONSUMER_INFO_CHANGED_SDK = Statement(
    template="ClientManageProcessor: registerConsumer info changed, SDK address={_}, consumerData={_}",
    logged_by="ClientManageProcessor.heartBeat, 5.0.0 to 5.3.3",
    seen="H-5.3.3-cfreeze:broker-a-0/logs/rocketmqlogs/broker.log:342",
)
HEART_BEAT_CLIENT_MANAGE = Statement(
    template="heartBeatV2 ClientManageProcessor: registerConsumer info changed, SDK address={_}, consumerData={_}",
    logged_by="ClientManageProcessor.heartBeatV2, 5.1.3 to 5.3.3",
)
GET_ALL_CLIENT_ID = Statement(
    template="getAllClientId failed, {_} {_}",
    logged_by="ConsumerManageProcessor.getConsumerListByGroup, 4.8.0 to 5.3.3",
)
GET_CONSUMER_GROUP_INFO = Statement(
    template="getConsumerGroupInfo failed, {_} {_}",
    logged_by="ConsumerManageProcessor.getConsumerListByGroup, 4.8.0 to 5.3.3",
)
UPDATE_CONSUMER_OFFSET_REJECTED = Statement(
    template="Update consumer offset is rejected because of previous offset-reset. Group={_}, Topic={_}, QueueId={_}, Offset={_}",
    logged_by="ConsumerManageProcessor.updateConsumerOffset, 5.1.0 to 5.3.3",
)
CHECK_TRANSACTION_FAILED_INVOKE = Statement(
    template="Check transaction failed because invoke producer exception. group={_}, msgId={_}, error={_}",
    logged_by="Broker2Client.checkProducerTransactionState, 4.8.0 to 5.3.3",
)
NOTIFY_CONSUMER_IDS_CHANGED = Statement(
    template="notifyConsumerIdsChanged consumerGroup is null",
    logged_by="Broker2Client.notifyConsumerIdsChanged, 4.8.0 to 5.3.3",
)
NOTIFY_CONSUMER_IDS_CHANGED_EXCEPTION = Statement(
    template="notifyConsumerIdsChanged exception. group={_}, error={_}",
    logged_by="Broker2Client.notifyConsumerIdsChanged, 4.8.0 to 5.3.3",
)
RESET_OFFSET_RESET_OFFSET = Statement(
    template="[reset-offset] reset offset failed, no topic in this broker. topic={_}",
    logged_by="Broker2Client.resetOffset, 4.8.0 to 5.3.3",
)
CONSUMER_NOT_ONLINE_RESET = Statement(
    template="Consumer not online, so can not reset offset, Group: {_:word} Topic: {_:word} Timestamp: {_:int}",
    logged_by="Broker2Client.resetOffset, 4.8.0 to 5.3.3",
)
RESET_OFFSET_INVALID_TOPIC = Statement(
    template="reset offset is invalid. topic={_}, queueId={_}, timeStampOffset={_}",
    logged_by="Broker2Client.resetOffset, 4.8.0 to 5.3.3",
)
RESET_OFFSET_RESET_OFFSET_SUCCESS = Statement(
    template="[reset-offset] reset offset success. topic={_}, group={_}, clientId={_}",
    logged_by="Broker2Client.resetOffset, 4.8.0 to 5.3.3",
)
RESET_OFFSET_RESET_OFFSET_EXCEPTION = Statement(
    template="[reset-offset] reset offset exception. topic={_}, group={_} ,error={_}",
    logged_by="Broker2Client.resetOffset, 4.8.0 to 5.3.3",
)
RESET_OFFSET_CLIENT_NOT = Statement(
    template="[reset-offset] the client does not support this feature. channel={_}, version={_}",
    logged_by="Broker2Client.resetOffset, 4.8.0 to 5.3.3",
)
GET_CONSUMER_STATUS_CLIENT = Statement(
    template="[get-consumer-status] the client does not support this feature. channel={_}, version={_}",
    logged_by="Broker2Client.getConsumeStatus, 4.8.0 to 5.3.3",
)
GET_CONSUMER_STATUS_GET = Statement(
    template="[get-consumer-status] get consumer status success. topic={_}, group={_}, channelRemoteAddr={_}",
    logged_by="Broker2Client.getConsumeStatus, 4.8.0 to 5.3.3",
)
GET_CONSUMER_STATUS_GET_CONSUMER = Statement(
    template="[get-consumer-status] get consumer status exception. topic={_}, group={_}, error={_}",
    logged_by="Broker2Client.getConsumeStatus, 4.8.0 to 5.3.3",
)
NO_ASSIGNMENT_GROUP_TOPIC = Statement(
    template="QueryLoad: no assignment for group[{_}], the topic[{_}] does not exist.",
    logged_by="QueryAssignmentProcessor.doLoadBalance, 5.0.0 to 5.3.3",
)
NO_ASSIGNMENT_GROUP_TOPIC_GET = Statement(
    template="QueryLoad: no assignment for group[{_}] topic[{_}], get consumer id list failed",
    logged_by="QueryAssignmentProcessor.doLoadBalance, 5.0.0 to 5.3.3",
)
UNSUPPORTED_STRATEGY = Statement(
    template="QueryLoad: unsupported strategy [{_}],  {_}",
    logged_by="QueryAssignmentProcessor.doLoadBalance, 5.0.0 to 5.3.3",
)
NO_ASSIGNMENT_GROUP_TOPIC_ALLOCATE = Statement(
    template="QueryLoad: no assignment for group[{_}] topic[{_}], allocate message queue exception. strategy name: {_}, ex: {_}",
    logged_by="QueryAssignmentProcessor.doLoadBalance, 5.0.0 to 5.3.3",
)
