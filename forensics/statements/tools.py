"""What the administrator's classes log: DefaultMQAdminExtImpl and the monitor."""

from forensics.statements.template import Statement

ADMIN_EXT_START_OK = Statement(
    template="the adminExt [{_}] start OK",
    logged_by="DefaultMQAdminExtImpl.start, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:27",
)
ADMIN_EXT_SHUTDOWN_OK = Statement(
    template="the adminExt [{_}] shutdown OK",
    logged_by="DefaultMQAdminExtImpl.shutdown, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:admin/logs/rocketmqlogs/rocketmq_client.log:86",
)
MSG_ID_MAYBE_CREATED = Statement(
    template="the msgId maybe created by new client. msgId={_}",
    logged_by="DefaultMQAdminExtImpl.queryMessage, 4.8.0 to 5.3.3",
    throws=True,
)
CONSUMER_GROUP_NOT_ONLINE = Statement(
    template="the consumer group not online. brokerAddr={_}, group={_}",
    logged_by="DefaultMQAdminExtImpl.examineConsumerConnectionInfo, 4.8.0 to 5.3.3",
)
PRODUCER_GROUP_NOT_ONLINE = Statement(
    template="the producer group not online. brokerAddr={_}, group={_}",
    logged_by="DefaultMQAdminExtImpl.examineProducerConnectionInfo, 4.8.0 to 5.3.3",
)
CLEAN_EXPIRED_CONSUMER_QUEUE = Statement(
    template="cleanExpiredConsumerQueue error.",
    logged_by="DefaultMQAdminExtImpl.cleanUnusedTopic, 4.8.0 to 5.3.3",
    throws=True,
)
CLEAN_EXPIRED_CONSUME_QUEUE = Statement(
    template="clean expired ConsumeQueue on target {_} broker {_}",
    logged_by="DefaultMQAdminExtImpl.cleanUnusedTopicByAddr, 4.8.0 to 4.9.8",
)
DELETE_EXPIRED_COMMIT_LOG = Statement(
    template="deleteExpiredCommitLog error.",
    logged_by="DefaultMQAdminExtImpl.deleteExpiredCommitLog, 4.9.4 to 5.3.3",
    throws=True,
)
DELETE_EXPIRED_COMMIT_LOG_TARGET = Statement(
    template="Delete expired CommitLog on target {_} broker {_}",
    logged_by="DefaultMQAdminExtImpl.deleteExpiredCommitLogByAddr, 4.9.4 to 4.9.8",
)
GET_TOPIC_STATS_INFO = Statement(
    template="getTopicStatsInfo error. topic={_}",
    logged_by="DefaultMQAdminExtImpl.run, 5.0.0 to 5.3.3",
    throws=True,
)
GET_CONSUME_STATS_ERROR = Statement(
    template="getConsumeStats error. topic={_}, consumerGroup={_}",
    logged_by="DefaultMQAdminExtImpl.run, 5.0.0 to 5.3.3",
    throws=True,
)
DELETE_TOPIC_BROKER_ERROR = Statement(
    template="deleteTopicInBroker error. topic={_}, broker={_}",
    logged_by="DefaultMQAdminExtImpl.run, 5.0.0 to 5.3.3",
    throws=True,
)
QUERY_TOPICS_CONSUMER_ERROR = Statement(
    template="queryTopicsByConsumer error. group={_}",
    logged_by="DefaultMQAdminExtImpl.run, 5.0.0 to 5.3.3",
    throws=True,
)
QUERY_CONSUME_TIME_SPAN = Statement(
    template="queryConsumeTimeSpan error. topic={_}, group={_}",
    logged_by="DefaultMQAdminExtImpl.run, 5.0.0 to 5.3.3",
    throws=True,
)
CLEAN_EXPIRED_CONSUME_QUEUE_TARGET = Statement(
    template="clean expired ConsumeQueue on target broker={_}, execute result={_}",
    logged_by="DefaultMQAdminExtImpl.cleanExpiredConsumerQueueByAddr, 5.0.0 to 5.3.3",
)
DELETE_EXPIRED_COMMIT_LOG_TARGET_BROKER = Statement(
    template="Delete expired CommitLog on target broker={_}, execute result={_}",
    logged_by="DefaultMQAdminExtImpl.deleteExpiredCommitLogByAddr, 5.0.0 to 5.3.3",
)
CLEAN_UNUSED_TOPIC_TARGET = Statement(
    template="clean unused topic on target broker={_}, execute result={_}",
    logged_by="DefaultMQAdminExtImpl.cleanUnusedTopicByAddr, 5.0.0 to 5.3.3",
)
RESET_SINGLE_MESSAGE_QUEUE = Statement(
    template="Reset single message queue {_} offset from {_} to {_}",
    logged_by="DefaultMQAdminExtImpl.resetOffsetByQueueId, 5.1.0 to 5.3.3",
)
REPORT_UNDONE_MSGS = Statement(
    template="{_}reportUndoneMsgs: {_}",
    logged_by="DefaultMonitorListener.reportUndoneMsgs, 4.8.0 to 5.3.3",
)
REPORT_FAILED_MSGS = Statement(
    template="{_}reportFailedMsgs: {_}",
    logged_by="DefaultMonitorListener.reportFailedMsgs, 4.8.0 to 5.3.3",
)
REPORT_DELETE_MSGS_EVENT = Statement(
    template="{_}reportDeleteMsgsEvent: {_}",
    logged_by="DefaultMonitorListener.reportDeleteMsgsEvent, 4.8.0 to 5.3.3",
)
REPORT_CONSUMER_RUNNING_INFO = Statement(
    template="{_}reportConsumerRunningInfo: ConsumerGroup: {_}, Subscription different",
    logged_by="DefaultMonitorListener.reportConsumerRunningInfo, 4.8.0 to 5.3.3",
)
REPORT_CONSUMER_RUNNING_INFO_CONSUMER = Statement(
    template="{_}reportConsumerRunningInfo: ConsumerGroup: {_}, ClientId: {_}, {_}",
    logged_by="DefaultMonitorListener.reportConsumerRunningInfo, 4.8.0 to 5.3.3",
)
DO_MONITOR_WORK_FAILED = Statement(
    template="doMonitorWork Exception",
    logged_by="MonitorService.run, 4.8.0 to 5.3.3",
    throws=True,
)
EXECUTE_ONE_ROUND_MONITOR = Statement(
    template="Execute one round monitor work, spent timemills: {_}",
    logged_by="MonitorService.doMonitorWork, 4.8.0 to 5.3.3",
)
