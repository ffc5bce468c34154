"""Which logs may lack lines without a mark: what stands before each file, by process kind and release.

An asynchronous appender of logback that is left at its defaults drops INFO and below when fewer than a fifth of its 256 slots
are free, and never WARN or ERROR; with discardingThreshold 0, or without such an appender, nothing is dropped. Facts:
logback_*.xml under distribution/conf (4.8.0 to 5.0.0) and rmq.*.logback.xml in the jars (5.1.0 to 5.5.1), of every one.
"""

from collections.abc import Collection

from forensics.model.releases import releases, spanned

_EVERY = "4.8.0 - 5.5.1"
_SYNC_UNTIL_5_1_0 = "4.8.0 - 5.1.0"

_KEEPS: dict[str, dict[str, str]] = {
    "broker": {
        "": "5.1.0",  # rmq.broker.logback.xml of that release has no asynchronous appender at all
        "broker_default.log": _SYNC_UNTIL_5_1_0,
        "stats.log": _SYNC_UNTIL_5_1_0,
        "commercial.log": _SYNC_UNTIL_5_1_0,
        "broker_metric.log": _EVERY,
        "coldctr.log": _EVERY,
    },
    "namesrv": {"namesrv.log": _EVERY, "namesrv_default.log": _EVERY},
    "controller": {
        "controller.log": _EVERY,
        "controller_default.log": _EVERY,
        "dledger.log": _EVERY,
        "jraft.log": _EVERY,
    },
    "proxy": {
        "broker_default.log": _EVERY,
        "stats.log": _EVERY,
        "commercial.log": _EVERY,
        "proxy_metric.log": _EVERY,
    },
    "client": {"rocketmq_client.log": "5.1.0"},
    "tools": {"tools_default.log": _EVERY},
}
"""By process kind and log the releases whose appender drops nothing; the name "" stands for every other log of the kind."""


def may_drop_info(kind: str, series: str, fitting: Collection[str] = ()) -> bool:
    """Return whether the log *series* of a process may lack INFO lines, when it is of one of the releases *fitting*.

    Without any release it may where some release's does; a log that no configuration names may, too.
    """
    own = _KEEPS.get(kind, {})
    keeping = spanned(own[series if series in own else ""]) if own.keys() & {series, ""} else frozenset()
    return not frozenset(fitting or releases()) <= keeping
