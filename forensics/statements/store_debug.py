"""What the message store prints at DEBUG, which the shipped logback files leave out."""

from forensics.statements.template import Statement

KIND = "broker"

NO_ENTRIES = Statement(
    template="ConsumeQueue[topic={_}, queue-id={_:int}] contains no valid entries",
    logged_by="ConsumeQueue.correctMinOffset, 5.0.0 to 5.5.1",
)
ESTIMATED = Statement(
    template="Result={_:int}, raw={_:int}, match={_:int}, sample={_:int}",
    logged_by="ConsumeQueue and BatchConsumeQueue.estimateMessageCount, 5.1.0 to 5.5.1",
)
LMQ_OFFSET = Statement(
    template="Max offset of LMQ[{_}:{_:int}] increased: {_} --> {_}",
    logged_by="QueueOffsetOperator.increaseLmqOffset, 5.3.2 to 5.5.1",
)
LMQ_DISPATCHED = Statement(
    template="Dispatch LMQ[{_}:{_:int}]:{_:int} --> {_:int}",
    logged_by="RocksDBConsumeQueueStore.dispatchLMQ, 5.3.2 to 5.5.1",
)
TIMER_PERIOD = Statement(
    template="{_:int} period's total num: {_:int}",
    logged_by="TimerMessageStore.calcTimerDistribution, 5.0.0 to 5.5.1",
)
TIMER_COUNTED = Statement(
    template="Total cost Time: {_:int}",
    logged_by="TimerMessageStore.calcTimerDistribution, 5.0.0 to 5.5.1",
)
TIMER_ENQUEUES = Statement(
    template="Do enqueue [{_}] [{_}]",
    logged_by="TimerMessageStore.doEnqueue, 5.0.0 to 5.5.1",
)
