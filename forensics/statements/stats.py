"""What brokers and clients count of topics and groups: StatsItem and MomentStatsItem, in stats.log and in clients' logs."""

from forensics.statements.template import Statement

MINUTE = Statement(
    event="stat_counted",
    template="[{stat:word}] [{stat_key}] Stats In One Minute, SUM: {sum:int} TPS: {_:word} AVGPT: {_:word}",
    logged_by="StatsItem.printAtMinutes, 4.8.0 to 5.3.3: at each full minute, of the minute before",
    seen="C-5.2.0-loop-default:broker-b-0/logs/stats.log:1",
)
HOUR = Statement(
    template="[{_:word}] [{_}] Stats In One Hour, {_:rest}",
    logged_by="StatsItem.printAtHour, 4.8.0 to 5.3.3",
)
DAY = Statement(
    template="[{_:word}] [{_}] Stats In One Day, {_:rest}",
    logged_by="StatsItem.printAtDay, 4.8.0 to 5.3.3",
)
MINUTE_TIMES = Statement(
    template="[{_:word}] [{_}] Stats In One Minute, TIMES: {_:int} AVGRT: {_:word}",
    logged_by="RTStatsItem.statPrintDetail, 4.9.3 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-a-0/logs/stats.log:14",
)
MOMENT = Statement(
    template="[{_:word}] [{_}] Stats Every {_:int} Minutes, Value: {_:int}",
    logged_by="MomentStatsItem.printAtMinutes, 4.8.0 to 5.3.3",
    seen="C-5.3.0-dead-default:broker-b-0/logs/stats.log:64",
)
