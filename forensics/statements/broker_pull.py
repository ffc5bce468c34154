"""Pulls at a broker: PullMessageProcessor, PullRequestHoldService, DefaultPullMessageResultHandler, QueryMessageProcessor."""

from forensics.statements.template import Statement

TOPIC_NOT_EXIST_CONSUMER = Statement(
    template="the topic {_} not exist, consumer: {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s2:broker-a-1/logs/rocketmqlogs/broker.log:406",
)
CONSUMERS_GROUP_INFO_NOT = Statement(
    template="the consumer's group info not exist, group: {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:220",
)
CONSUMERS_SUBSCRIPTION_NOT_EXIST = Statement(
    template="the consumer's subscription not exist, group: {_}, topic:{_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.3.3",
    seen="S-5.3.1-s1:broker-a-0/logs/rocketmqlogs/broker.log:725",
)
BROKERS_SUBSCRIPTION_NOT_LATEST = Statement(
    template="The broker's subscription is not latest, group: {_} {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:208",
)
BROKERS_CONSUMER_FILTER_DATA = Statement(
    template="The broker's consumer filter data is not latest, group: {_}, topic: {_}, serverV: {_}, clientV: {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.3.3",
)
BROKER_STORE_NO_QUEUE = Statement(
    template="the broker store no queue data, fix the request offset {_} to {_}, Topic: {_} QueueId: {_} Consumer Group: {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 4.9.8",
)
REQUEST_OFFSET_OVER_FLOW = Statement(
    template="the request offset: {_} over flow badly, broker max offset: {_}, consumer: {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 4.9.8",
)
REQUEST_OFFSET_SMALL_GROUP = Statement(
    template="the request offset too small. group={_}, topic={_}, requestOffset={_}, brokerMinOffset={_}, clientIp={_}",
    logged_by="PullMessageProcessor.composeResponseHeader, 4.8.0 to 5.3.3",
)
TRANSFER_MANY_MESSAGE_PAGECACHE = Statement(
    template="transfer many message by pagecache failed, {_}",
    logged_by="PullMessageProcessor.operationComplete, 4.8.0 to 4.9.8",
    throws=True,
)
TRANSFER_MANY_MESSAGE_PAGECACHE_FAILED = Statement(
    template="transfer many message by pagecache exception",
    logged_by="PullMessageProcessor.operationComplete, 4.8.0 to 4.9.8",
    throws=True,
)
PULL_OFFSET_MOVED_CORRECTION = Statement(
    template="PULL_OFFSET_MOVED:correction offset. topic={_}, groupId={_}, requestOffset={_}, newOffset={_}, suggestBrokerId={_}",
    logged_by="PullMessageProcessor.operationComplete, 4.8.0 to 4.9.8; DefaultPullMessageResultHandler.handle, 5.0.0 to 5.3.3",
)
PULL_OFFSET_MOVED_NONE = Statement(
    template="PULL_OFFSET_MOVED:none correction. topic={_}, groupId={_}, requestOffset={_}, suggestBrokerId={_}",
    logged_by="PullMessageProcessor.operationComplete, 4.8.0 to 4.9.8; DefaultPullMessageResultHandler.handle, 5.0.0 to 5.3.3",
    seen="F-5.3.3-freeze:broker-a-1/logs/rocketmqlogs/broker.log:675",
)
GENERATE_OFFSET_MOVED_EVENT = Statement(
    template="generateOffsetMovedEvent Exception, {_}",
    logged_by="PullMessageProcessor.generateOffsetMovedEvent, 4.8.0 to 4.9.8; "
    "DefaultPullMessageResultHandler.generateOffsetMovedEvent, 5.0.0 to 5.3.3",
    throws=True,
)
PROCESS_REQUEST_WRAPPER_RESPONSE = Statement(
    template="processRequestWrapper response to {_} failed",
    logged_by="PullMessageProcessor.executeRequestWhenWakeup, 4.8.0 to 5.3.3",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/broker.log:221",
    throws=True,
)
PROCESS_REQUEST_WRAPPER_PROCESS = Statement(
    template="processRequestWrapper process request over, but response failed",
    logged_by="PullMessageProcessor.executeRequestWhenWakeup, 4.8.0 to 5.3.3",
    throws=True,
)
EXCUTE_REQUEST_WAKEUP_RUN = Statement(
    template="excuteRequestWhenWakeup run",
    logged_by="PullMessageProcessor.executeRequestWhenWakeup, 4.8.0 to 5.3.1",
    throws=True,
)
BROKER_STORES_NO_QUEUE = Statement(
    template="the broker stores no queue data, fix the request offset {_} to {_}, Topic: {_} QueueId: {_} Consumer Group: {_}",
    logged_by="PullMessageProcessor.composeResponseHeader, 5.0.0 to 5.3.3",
)
REQUEST_OFFSET_OVER_FLOW_BADLY = Statement(
    template="the request offset: {_} over flow badly, fix to {_}, broker max offset: {_}, consumer: {_}",
    logged_by="PullMessageProcessor.composeResponseHeader, 5.0.0 to 5.3.3",
    seen="F-5.3.3-freeze:broker-a-1/logs/rocketmqlogs/broker.log:674",
)
QUEUE_UNDER_PULLING_PREVIOUSLY = Statement(
    template="The queue under pulling was previously reset to start from {_}",
    logged_by="PullMessageProcessor.composeResponseHeader, 5.1.0 to 5.3.3",
)
EXECUTE_REQUEST_WAKEUP_RUN = Statement(
    template="executeRequestWhenWakeup run",
    logged_by="PullMessageProcessor.executeRequestWhenWakeup, 5.3.2 to 5.3.3",
    throws=True,
)
NOTIFYME_CHECK_HOLD_REQUEST = Statement(
    template="[NOTIFYME] check hold request cost {_} ms.",
    logged_by="PullRequestHoldService.run, 4.8.0 to 4.9.8",
)
CHECK_HOLD_REQUEST_FAILED = Statement(
    template="check hold request failed. topic={_}, queueId={_}",
    logged_by="PullRequestHoldService.checkHoldRequest, 4.8.0 to 4.9.8; LmqPullRequestHoldService.checkHoldRequest, 4.9.3 to "
    "5.3.3",
    throws=True,
)
EXECUTE_REQUEST_WAKEUP_FAILED = Statement(
    template="execute request when wakeup failed.",
    logged_by="PullRequestHoldService.notifyMessageArriving, 4.8.0 to 4.9.8",
    throws=True,
)
CHECK_HOLD_PULL_REQUEST = Statement(
    template="PullRequestHoldService: check hold pull request cost {_}ms",
    logged_by="PullRequestHoldService.run, 5.0.0 to 5.3.3",
)
FAILED_CHECK_HOLD_REQUEST = Statement(
    template="PullRequestHoldService: failed to check hold request failed, topic={_}, queueId={_}",
    logged_by="PullRequestHoldService.checkHoldRequest, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_EXECUTE_REQUEST_MESSAGE = Statement(
    template="PullRequestHoldService#notifyMessageArriving: failed to execute request when message matched, topic={_}, "
    "queueId={_}",
    logged_by="PullRequestHoldService.notifyMessageArriving, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_EXECUTE_REQUEST_TIMES = Statement(
    template="PullRequestHoldService#notifyMessageArriving: failed to execute request when time's up, topic={_}, queueId={_}",
    logged_by="PullRequestHoldService.notifyMessageArriving, 5.0.0 to 5.3.3",
    throws=True,
)
NOTIFY_MASTER_ONLINE_WAKEUP = Statement(
    template="notify master online, wakeup {_} {_}",
    logged_by="PullRequestHoldService.notifyMasterOnline, 5.0.0 to 5.3.3",
)
EXECUTE_REQUEST_MASTER_ONLINE = Statement(
    template="execute request when master online failed.",
    logged_by="PullRequestHoldService.notifyMasterOnline, 5.0.0 to 5.3.3",
    throws=True,
)
FAILED_TP_GET_MAX = Statement(
    template="Failed tp get max offset in queue",
    logged_by="PullRequestHoldService.notifyMessageArriving, 5.3.2 to 5.3.3",
    throws=True,
)
BUG_IMPOSSIBLE_RESULT_CODE = Statement(
    template="[BUG] impossible result code of get message: {_}",
    logged_by="DefaultPullMessageResultHandler.handle, 5.0.0 to 5.3.3",
)
CHANNEL_NOT_WRITABLE_CID = Statement(
    template="channel {_} not writable ,cid {_}",
    logged_by="DefaultPullMessageResultHandler.channelIsWritable, 5.0.0 to 5.3.3",
)
TRANSFER_QUERY_MESSAGE_PAGE = Statement(
    template="transfer query message by page cache failed, ",
    logged_by="QueryMessageProcessor.queryMessage, 4.8.0 to 5.3.3",
    throws=True,
)
TRANSFER_ONE_MESSAGE_PAGE = Statement(
    template="Transfer one message from page cache failed, ",
    logged_by="QueryMessageProcessor.viewMessageById, 4.8.0 to 5.3.3",
    throws=True,
)
CHECK_COLD_DATA_PULL = Statement(
    template="[{_}] checkColdDataPullRequest-cost {_} ms.",
    logged_by="ColdDataPullRequestHoldService.run, 5.1.2 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/coldctr.log:4",
)
PULL_REQUEST_COLD_HOLD = Statement(
    template="PullRequestColdHoldService checkColdDataPullRequest error",
    logged_by="ColdDataPullRequestHoldService.checkColdDataPullRequest, 5.1.2 to 5.3.3",
    throws=True,
)
CHECK_COLD_PULL_REQUEST = Statement(
    template="checkColdPullRequest-info-finish, queueSize: {_} successTotal: {_} errorTotal: {_}",
    logged_by="ColdDataPullRequestHoldService.checkColdDataPullRequest, 5.1.2 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/coldctr.log:3",
)
CLEAR_DATA_ACC_COST = Statement(
    template="[{_}] clearTheDataAcc-cost {_} ms.",
    logged_by="ColdDataCgCtrService.run, 5.1.2 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/coldctr.log:21",
)
SERVICE_FAILED = Statement(
    template="{_} service has exception",
    logged_by="ColdDataCgCtrService.run and ColdDataPullRequestHoldService.run, 5.1.2 to 5.3.3",
    throws=True,
)
CLEAR_DATA_ACC_CG = Statement(
    template="clearDataAcc cgColdThresholdMapRuntime key size: {_}",
    logged_by="ColdDataCgCtrService.clearDataAcc, 5.1.2 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/coldctr.log:20",
)
COLDCTR_CONSUMER_GROUP_ACC = Statement(
    template="Coldctr consumerGroup: {_}, acc: {_}, threshold: {_}",
    logged_by="ColdDataCgCtrService.clearDataAcc, 5.1.2 to 5.3.3",
)
COLDCTR_GLOBAL_ACC_THRESHOLD = Statement(
    template="Coldctr global acc: {_}, threshold: {_}",
    logged_by="ColdDataCgCtrService.clearDataAcc, 5.1.2 to 5.3.3",
)
FAILED_GET_CONFIG_TOPIC = Statement(
    template="failed to get config of topic {_}",
    logged_by="ConsumerLagCalculator.getAvailableMsgCount, 5.1.0 to 5.3.3",
)
TRY_BUILD_SUBSCRIPTION_GROUP = Statement(
    template="Try to build subscription for group:{_}, topic:{_} exception.",
    logged_by="ConsumerLagCalculator.calculateMessageCount, 5.2.0 to 5.3.3",
    throws=True,
)
FAILED_GET_LAG_STATS = Statement(
    template="Failed to get lag stats",
    logged_by="ConsumerLagCalculator.calculate, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_GET_INFLIGHT_MESSAGE = Statement(
    template="Failed to get inflight message stats",
    logged_by="ConsumerLagCalculator.calculateInflight, 5.3.2 to 5.3.3",
    throws=True,
)
FAILED_GET_AVAILABLE_MESSAGE = Statement(
    template="Failed to get available message count",
    logged_by="ConsumerLagCalculator.calculateAvailable, 5.3.2 to 5.3.3",
    throws=True,
)
