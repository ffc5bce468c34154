"""Dumps of all threads: UtilAll.jstack, thousands of lines in one record."""

from forensics.statements.template import Statement

BROKER = Statement(
    template="broker jstack \n{_:rest}",
    logged_by="BrokerFastFailure.cleanExpiredRequest, 5.0.0 to 5.3.3: the send queue's head is too old",
    seen="P-5.3.1-healthy:broker-a-0/logs/broker.log:342",
)
THREAD_POOL = Statement(
    template="jstack start\n{_:rest}",
    logged_by="ThreadPoolMonitor.logThreadPoolStatus, 5.0.0 to 5.3.3: a queue is too long",
)
