"""What brokers print at DEBUG, which their shipped logback files leave out: requests, filters, offsets."""

from forensics.statements.template import Statement

KIND = "broker"

FLUSHED_WAL = Statement(
    template="Flush and Sync WAL of RocksDB[{_}] costs {_:int}ms, write-ops={_:int}",
    logged_by="ConfigStorage.syncLoop, 5.3.2 to 5.5.1",
)
BIT_MAP = Statement(
    template="Result of Calc bit map:ret={_}, data={_}, props={_}, offset={_:int}",
    logged_by="CommitLogDispatcherCalcBitMap.dispatch, 4.8.0 to 5.5.1",
)
PULL_EVALUATED = Statement(
    template="Pull eval result: {_}, {_}, {_}",
    logged_by="ExpressionMessageFilter and ExpressionForRetryMessageFilter.isMatchedByCommitLog, 4.8.0 to 5.5.1",
)
PULL_NOT_LIVE = Statement(
    template="Pull matched because not in live: {_}, {_}",
    logged_by="ExpressionMessageFilter.isMatchedByConsumeQueue, 4.8.0 to 5.5.1",
)
PULL_BY_BIT_MAP = Statement(
    template="Pull {_:bool} by bit map:{_}, {_}, {_}",
    logged_by="ExpressionMessageFilter.isMatchedByConsumeQueue, 4.8.0 to 5.5.1",
)
LAG = Statement(
    template="GetConsumerLagStats, topic={_}, group={_}, lag={_:int}, latency={_:int}",
    logged_by="ConsumerLagCalculator.getConsumerLagStats, 5.3.2 to 5.5.1",
)
OFFSET_RESET = Statement(
    template="Reset offset OK. Topic={_}, group={_}, queueId={_:int}, resetOffset={_:int}",
    logged_by="ConsumerOffsetManager.assignResetOffset, 5.1.0 to 5.5.1",
)
PULL_REQUESTED = Statement(
    template="receive PullMessage request command, {_}",
    logged_by="PullMessageProcessor.processRequest, 4.8.0 to 5.5.1",
)
PULL_REDIRECTED = Statement(
    template=(
        "slave redirect pullRequest to master, topic: {_}, queueId: {_:int}, consumer group: {_}, next: {_:int}, "
        "min: {_:int}, max: {_:int}"
    ),
    logged_by="PullMessageProcessor.composeResponseHeader, 5.0.0 to 5.5.1",
)
REPLY_REQUESTED = Statement(
    template="receive SendReplyMessage request command, {_}",
    logged_by="ReplyMessageProcessor.preSend, 4.8.0 to 5.5.1",
)
SEND_REQUESTED_EARLY = Statement(
    template="receive SendMessage request command, {_}",
    logged_by="SendMessageProcessor, 4.8.0 to 4.9.8",
)
SEND_REQUESTED = Statement(
    template="Receive SendMessage request command {_}",
    logged_by="SendMessageProcessor.preSend, 4.8.0 to 5.5.1",
)
SAVED_METRICS = Statement(
    template="Finished writing tmp file: {_:path}",
    logged_by="TimerMetrics.persist, 5.0.0 to 5.3.3, and TransactionMetrics.persist, 5.2.0 to 5.3.3",
)
