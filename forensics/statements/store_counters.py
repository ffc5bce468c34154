"""What a store counts of itself: StoreStatsService, PerfCounter, BrokerStatsManager."""

from forensics.statements.template import Statement

STORETPS_PUT_TPS_GET = Statement(
    template="[STORETPS] put_tps {_} get_found_tps {_} get_miss_tps {_} get_transfered_tps {_}",
    logged_by="StoreStatsService.printTps, 4.8.0 to 4.9.8",
    seen="H-4.8.0-bfail:broker-a-0/logs/rocketmqlogs/store.log:29",
)
PAGECACHERT_TOTAL_PUT_PUT = Statement(
    template="[PAGECACHERT] TotalPut {_}, PutMessageDistributeTime {_}",
    logged_by="StoreStatsService.printTps, 4.8.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:86",
)
FIND_PUT_MESSAGE_ENTIRE = Statement(
    template="findPutMessageEntireTimePX {_}={_}ms cost {_}ms",
    logged_by="StoreStatsService.findPutMessageEntireTimePX, 4.9.4 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:84",
)
STORETPS_PUT_TPS_GET_FOUND = Statement(
    template="[STORETPS] put_tps {_} get_found_tps {_} get_miss_tps {_} get_transferred_tps {_}",
    logged_by="StoreStatsService.printTps, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:83",
)
KEY_FULL = Statement(
    template="The key is full {_}-{_} {_}-{_}",
    logged_by="PerfCounter.run, 5.0.0 to 5.3.3",
)
GET_UNKNOWN_ERRROR = Statement(
    template="{_} get unknown errror",
    logged_by="PerfCounter.run, 5.0.0 to 5.3.1",
    throws=True,
)
GET_UNKNOWN_FAILED = Statement(
    template="{_} get unknown error",
    logged_by="PerfCounter.run, 5.3.2 to 5.3.3",
    throws=True,
)
YESTERDAY_PUT_MESSAGE_TOTAL = Statement(
    template="yesterday put message total: {_}",
    logged_by="BrokerStats.record, 4.8.0 to 5.3.3",
)
YESTERDAY_GET_MESSAGE_TOTAL = Statement(
    template="yesterday get message total: {_}",
    logged_by="BrokerStats.record, 4.8.0 to 5.3.3",
)
PARSE_ACCOUNT_STAT_KEY = Statement(
    template="parse account stat key failed, key: {_}",
    logged_by="BrokerStatsManager.online, 5.0.0 to 5.3.3",
)
BROKER_STATS_MANAGER_CLEAN = Statement(
    template="[BrokerStatsManager#cleanAllResource] maxStatsIdleTimeInMinutes={_}, no need to clean resource",
    logged_by="BrokerStatsManager.cleanAllResource, 5.3.3",
)
BROKER_STATS_MANAGER_CLEAN_ALL = Statement(
    template="[BrokerStatsManager#cleanAllResource] clean resource error",
    logged_by="BrokerStatsManager.cleanAllResource, 5.3.3",
    throws=True,
)
PERF_COUNTER = Statement(
    template="PERF_COUNTER_{_:word}[{_}] num:{_:int} cost:{_:int} tps:{_:float} min:{_:int} max:{_:int} tp50:{_:int} {_:rest}",
    logged_by="PerfCounter.print, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:49",
)
TICKS_STARTED = Statement(
    template="{_:word} get started",
    logged_by="PerfCounter.Ticks.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:33",
)
TICKS_STOPPED = Statement(
    template="{_:word} get stopped",
    logged_by="PerfCounter.Ticks.run, 5.0.0 to 5.3.3",
    seen="C-5.2.0-loop-default:broker-b-0/logs/store.log:149",
)
