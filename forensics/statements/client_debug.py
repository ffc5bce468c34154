"""What clients print at DEBUG."""

from forensics.statements.template import Statement

KIND = "client"

PRODUCER_NOT_FOUND = Statement(
    template="checkTransactionState, pick producer by group[{_}] failed",
    logged_by="ClientRemotingProcessor.checkTransactionState, 4.8.0 to 5.5.1",
)
REPLIED = Statement(
    template="receive reply message :{_}",
    logged_by="ClientRemotingProcessor.receiveReplyMessage, 4.8.0 to 5.5.1",
)
PAUSED = Statement(
    template="Message Queue: {_} has been paused!",
    logged_by="DefaultLitePullConsumerImpl.PullTaskImpl.run, 4.8.0 to 5.5.1",
)
CHECK_WITHOUT_LISTENER = Statement(
    template="TransactionCheckListener is null, used new check API, producerGroup={_}",
    logged_by="DefaultMQProducerImpl.checkTransactionState, 5.1.0 to 5.5.1",
)
NEW_CHECK = Statement(
    template="Used new check API in transaction message",
    logged_by="DefaultMQProducerImpl.checkTransactionState, 4.8.0 to 5.0.0",
)
NEW_TRANSACTION = Statement(
    template="Used new transaction API",
    logged_by="DefaultMQProducerImpl.sendMessageInTransaction, 4.8.0 to 5.5.1",
)
TRACE_POLL = Statement(
    template="traceContextQueue#poll exception",
    logged_by="AsyncTraceDispatcher.AsyncRunnable.run, 4.9.8 to 5.3.0",
)
