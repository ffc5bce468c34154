"""The remoting client's calls and what servers ask of it: MQClientAPIImpl, MQAdminImpl, ClientRemotingProcessor."""

from forensics.statements.template import Statement

NAME_SERVER_ADDRESS_CHANGED = Statement(
    template="name server address changed, old={_}, new={_}",
    logged_by="MQClientAPIImpl.onNameServerAddressChange, 4.8.0 to 5.3.3",
)
FETCH_NAME_SERVER_ADDR = Statement(
    template="fetchNameServerAddr Exception",
    logged_by="MQClientAPIImpl.fetchNameServerAddr, 4.8.0 to 5.3.3",
    throws=True,
)
ASYNC_SEND_MSG_RETRY = Statement(
    event="async_send_retried",
    template="async send msg by retry {_:int} times. topic={topic}, brokerAddr={address}, brokerName={broker}",
    logged_by="MQClientAPIImpl.onExceptionImpl, 4.8.0 to 5.3.3",
    seen="K-5.3.3-asyncretry:producer/logs/rocketmqlogs/rocketmq_client.log:75",
    throws=True,
)
ASYNC_SEND_MSG_RETRY_UNFILLED = Statement(
    event="async_send_retried",
    template="async send msg by retry {{}} times. topic={{}}, brokerAddr={{}}, brokerName={{}}",
    logged_by="MQClientAPIImpl.onExceptionImpl, 4.9.3: String.format leaves logback's places empty",
    throws=True,
)
FAILED_RESUME_HALF_MESSAGE = Statement(
    template="Failed to resume half message check logic. Remark={_}",
    logged_by="MQClientAPIImpl.resumeCheckHalfMessage, 4.8.0 to 5.3.3",
)
QUEUE_OFFSET_MSG_STRANGE = Statement(
    template="Queue offset[%d] of msg is strange, not equal to the stored in msg, %s",
    logged_by="MQClientAPIImpl.processPopResponse, 5.0.0 to 5.2.0",
    throws=True,
)
INVOKE_BROKER_RESET_OFFSET = Statement(
    template="Invoke broker to reset offset error code={_}, remark={_}",
    logged_by="MQClientAPIImpl.invokeBrokerToResetOffset, 5.1.0 to 5.3.3",
)
QUEUE_OFFSET_MSG_STRANGE_NOT = Statement(
    template="Queue offset[{_}] of msg is strange, not equal to the stored in msg, {_}",
    logged_by="MQClientAPIImpl.processPopResponse, 5.3.0 to 5.3.3",
)
GET_ALL_SUBSCRIPTION_GROUP = Statement(
    template="getAllSubscriptionGroup from seq {_}, max {_}, dataVersion {_}",
    logged_by="MQClientAPIImpl.getAllSubscriptionGroup, after 5.3.3",
)
DATA_VERSION_CHANGED_CURRENT = Statement(
    template="dataVersion changed, currentDataVersion: {_}, newDataVersion: {_}",
    logged_by="MQClientAPIImpl.getAllTopicConfig, after 5.3.3",
)
GET_ALL_SUBSCRIPTION_GROUP_CONFIG = Statement(
    template="get all subscription group config, totalGroupNum: {_}",
    logged_by="MQClientAPIImpl.getAllSubscriptionGroup, after 5.3.3",
)
GET_ALL_TOPIC_CONFIG = Statement(
    template="getAllTopicConfig from seq {_}, max {_}, dataVersion {_}",
    logged_by="MQClientAPIImpl.getAllTopicConfig, after 5.3.3",
)
GET_ALL_TOPIC_CONFIG_TOTAL = Statement(
    template="get all topic config, totalTopicNum: {_}",
    logged_by="MQClientAPIImpl.getAllTopicConfig, after 5.3.3",
)
DECODE_COMMAND_CUSTOM_HEADER = Statement(
    template="decodeCommandCustomHeader exception",
    logged_by="MQAdminImpl.operationSucceed, 4.8.0 to 5.3.3",
    throws=True,
)
GET_RESPONSE_COMMAND_FAILED = Statement(
    template="getResponseCommand failed, {_} {_}",
    logged_by="MQAdminImpl.operationSucceed, 4.8.0 to 5.3.3",
)
GET_RESPONSE_COMMAND_RETURN = Statement(
    template="getResponseCommand return null",
    logged_by="MQAdminImpl.operationComplete, 4.8.0 to 5.1.4",
)
QUERY_MESSAGE_FAILED = Statement(
    template="queryMessage exception",
    logged_by="MQAdminImpl.operationFail, 4.8.0 to 5.3.3",
    throws=True,
)
QUERY_MESSAGE_MAYBE_SOME = Statement(
    template="queryMessage, maybe some broker failed",
    logged_by="MQAdminImpl.operationFail, 4.8.0 to 5.3.3",
)
QUERY_MESSAGE_UNIQ_KEY = Statement(
    template="queryMessage by uniqKey, find message key not matched, maybe hash duplicate {_}",
    logged_by="MQAdminImpl.operationFail, 4.8.0 to 5.3.3",
)
QUERY_MESSAGE_FIND_MESSAGE = Statement(
    template="queryMessage, find message key not matched, maybe hash duplicate {_}",
    logged_by="MQAdminImpl.operationFail, 4.8.0 to 5.3.3",
)
QUERY_MESSAGE_ERROR_REQUEST = Statement(
    template="queryMessage error, requestHeader={_}",
    logged_by="MQAdminImpl.operationFail, 5.2.0 to 5.3.3",
)
CHECK_TRANSACTION_STATE_PICK = Statement(
    template="checkTransactionState, pick producer group failed",
    logged_by="ClientRemotingProcessor.checkTransactionState, 4.8.0 to 5.3.3",
)
CHECK_TRANSACTION_STATE_DECODE = Statement(
    template="checkTransactionState, decode message failed",
    logged_by="ClientRemotingProcessor.checkTransactionState, 4.8.0 to 5.3.3",
)
CONSUMERS_CHANGED = Statement(
    event="consumers_changed",
    template="receive broker's notification[{address:word}], the consumer group: {group} changed, rebalance immediately",
    logged_by="ClientRemotingProcessor.notifyConsumerIdsChanged, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:consumer/logs/rocketmqlogs/rocketmq_client.log:61",
)
NOTIFY_CONSUMER_IDS_CHANGED = Statement(
    template="notifyConsumerIdsChanged exception",
    logged_by="ClientRemotingProcessor.notifyConsumerIdsChanged, 4.8.0 to 5.3.3",
    throws=True,
)
OFFSET_RESET = Statement(
    event="offset_reset",
    template="invoke reset offset operation from broker. brokerAddr={address:word}, topic={topic}, group={group}, "
    "timestamp={_:int}",
    logged_by="ClientRemotingProcessor.resetOffset, 4.8.0 to 5.3.3",
)
ERR_UNCOMPRESS_CONSTANT = Statement(
    template="err when uncompress constant",
    logged_by="ClientRemotingProcessor.receiveReplyMessage, 4.8.0 to 5.3.3",
    throws=True,
)
UNKNOWN_ERR_RECEIVE_REPLY = Statement(
    template="unknown err when receiveReplyMsg",
    logged_by="ClientRemotingProcessor.receiveReplyMessage, 4.8.0 to 5.3.3",
    throws=True,
)
RECEIVE_REPLY_MESSAGE_BUT = Statement(
    template="receive reply message, but not matched any request, CorrelationId: {_} , reply from host: {_}",
    logged_by="ClientRemotingProcessor.processReplyMessage, 4.8.0 to 5.3.3",
)
QUERY_MESSAGE_GET_RESPONSE = Statement(
    template="queryMessage getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.queryMessage, 5.1.1 to 5.3.3",
)
GET_TOPIC_STATS_INFO = Statement(
    template="getTopicStatsInfo getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.getTopicStatsInfo, 5.1.1 to 5.3.3",
)
QUERY_CONSUMER_TIME_SPAN = Statement(
    template="queryConsumerTimeSpan getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.queryConsumeTimeSpan, 5.1.1 to 5.3.3",
)
UPDATE_CREATE_TOPIC_GET = Statement(
    template="updateOrCreateTopic getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.updateOrCreateTopic, 5.1.1 to 5.3.3",
)
UPDATE_CREATE_SUBSCRIPTION_GROUP = Statement(
    template="updateOrCreateSubscriptionGroup getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.updateOrCreateSubscriptionGroup, 5.1.1 to 5.3.3",
)
DELETE_TOPIC_BROKER_GET = Statement(
    template="deleteTopicInBroker getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.deleteTopicInBroker, 5.1.1 to 5.3.3",
)
DELETE_TOPIC_NAMESERVER_GET = Statement(
    template="deleteTopicInNameserver getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.deleteTopicInNameserver, 5.1.1 to 5.3.3",
)
DELETE_KV_CONFIG_GET = Statement(
    template="deleteKvConfig getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.deleteKvConfig, 5.1.1 to 5.3.3",
)
DELETE_SUBSCRIPTION_GROUP_GET = Statement(
    template="deleteSubscriptionGroup getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.deleteSubscriptionGroup, 5.1.1 to 5.3.3",
)
INVOKE_BROKER_RESET_OFFSET_SUCCESS = Statement(
    template="Invoke broker to reset offset success. address:{_}, header:{_}, offsetTable:{_}",
    logged_by="MqClientAdminImpl.invokeBrokerToResetOffset, 5.1.1 to 5.3.3",
)
INVOKE_BROKER_RESET_OFFSET_GET = Statement(
    template="invokeBrokerToResetOffset getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.invokeBrokerToResetOffset, 5.1.1 to 5.3.3",
)
VIEW_MESSAGE_GET_RESPONSE = Statement(
    template="viewMessage getResponseCommand failed, {_} {_}, header={_}",
    logged_by="MqClientAdminImpl.viewMessage, 5.1.1 to 5.3.3",
)
GET_BROKER_CLUSTER_INFO = Statement(
    template="getBrokerClusterInfo getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.getBrokerClusterInfo, 5.1.1 to 5.3.3",
)
GET_CONSUMER_CONNECTION_LIST = Statement(
    template="getConsumerConnectionList getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.getConsumerConnectionList, 5.1.1 to 5.3.3",
)
QUERY_TOPICS_CONSUMER_GET = Statement(
    template="queryTopicsByConsumer getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.queryTopicsByConsumer, 5.1.1 to 5.3.3",
)
QUERY_SUBSCRIPTION_CONSUMER_GET = Statement(
    template="querySubscriptionByConsumer getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.querySubscriptionByConsumer, 5.1.1 to 5.3.3",
)
GET_CONSUME_STATS_GET = Statement(
    template="getConsumeStats getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.getConsumeStats, 5.1.1 to 5.3.3",
)
QUERY_TOPIC_CONSUME_WHO = Statement(
    template="queryTopicConsumeByWho getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.queryTopicConsumeByWho, 5.1.1 to 5.3.3",
)
GET_CONSUMER_RUNNING_INFO = Statement(
    template="getConsumerRunningInfo getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.getConsumerRunningInfo, 5.1.1 to 5.3.3",
)
CONSUME_MESSAGE_DIRECTLY_GET = Statement(
    template="consumeMessageDirectly getResponseCommand failed, {_} {_}",
    logged_by="MqClientAdminImpl.consumeMessageDirectly, 5.1.1 to 5.3.3",
)
UPDATE_CONSUMER_OFFSET_ASYNC = Statement(
    template="updateConsumerOffsetAsync failed, brokerAddr={_}, requestHeader={_}",
    logged_by="MQClientAPIExt.updateConsumerOffsetAsync, 5.3.1 to 5.3.3",
    throws=True,
)
RESET_OFFSET_TIMESTAMP_UPDATE = Statement(
    template="resetOffsetByTimestamp updateConsumeOffset success, {_} {_} {_}",
    logged_by="MQHelper.resetOffsetByTimestamp, 4.8.0 to 5.3.3",
)
RESET_OFFSET_TIMESTAMP_FAILED = Statement(
    template="resetOffsetByTimestamp Exception",
    logged_by="MQHelper.resetOffsetByTimestamp, 4.8.0 to 5.3.3",
    throws=True,
)
