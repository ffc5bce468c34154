"""Records as applications print them through a layout of their own: Spring Boot's, and the common ones of slf4j.

Tried after every layout of RocketMQ's: before 5.1 a client with `rocketmq.client.logUseSlf4j=true` logs like its application.
"""

import re

from forensics.layouts.layout import AS_PRINTED, Layout, Zone

_DATE = r"\d{4}[-/.]\d\d[-/.]\d\d"
_CLOCK = r"\d\d:\d\d:\d\d(?:[.,]\d{1,9})?"
_TIME = rf"\[?(?P<time>{_DATE}[T ]{_CLOCK}(?: ?(?:Z|[+-]\d\d:?\d\d))?)\]?"
_INSTANT = rf"(?P<time>{_DATE}T{_CLOCK}Z)"
_LEVEL = r"\[? *(?P<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) *\]?"
_THREAD = r"[\[(] *(?P<thread>[^\]]{0,200}?) *[\])]"
_LOGGER = r"\[?(?P<logger>[\w.$]{1,300})(?:#[\w$<>?]{1,100})?(?:[:(][\w.?]{1,100}(?::\d{1,6})?\)?)?\]?"
_END = r" ?(?:[:|-]|--|\]:) (?P<message>.*)"
_BOOT = rf"{_LEVEL} (?P<pid>\d{{1,10}}) --- (?:\[[^\]]{{0,100}}\] )??{_THREAD} {_LOGGER} *: (?P<message>.*)"

STRUCTURED = Layout(
    name="structured",
    head=re.compile(
        rf"(?P<time>{_DATE}T\d\d:\d\d:\d\d\.\d{{1,9}}(?:Z|[+-]\d\d:?\d\d)?) (?P<level>[A-Z]{{4,8}}) "
        r"\[(?P<thread>[^\]]{0,300})\] (?P<logger>\S{1,300}) - (?P<message>.*)",
        re.DOTALL,
    ),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "2026-11-21T11:39:10.562Z INFO [main] RocketmqRemoting - new name server is chosen. OLD: null , NEW: 127.0.0.1:29876. "
        "namesrvIndex = 601",
    ),
)
"""What a structured entry of a JSON encoder is printed as."""

BOOT = Layout(
    name="spring_boot",
    head=re.compile(rf"{_TIME} +{_BOOT}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "2026-11-21 19:39:10.562  INFO 2422 --- [           main] RocketmqRemoting                         : new name server is "
        "chosen. OLD: null , NEW: 127.0.0.1:29876. namesrvIndex = 601",
        "2026-11-21T19:39:10.562+08:00  INFO 2422 --- [shop] [           main] RocketmqRemoting : new name server is chosen. "
        "OLD: null , NEW: 127.0.0.1:29876. namesrvIndex = 601",
    ),
)
BOOT_CLOCK = Layout(
    name="spring_boot_clock",
    head=re.compile(rf"(?P<clock>{_CLOCK}) +{_BOOT}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "19:39:10.562  INFO 2422 --- [           main] RocketmqRemoting                         : new name server is chosen. "
        "OLD: null , NEW: 127.0.0.1:29876. namesrvIndex = 601",
    ),
)
"""Spring Boot's console with a date pattern of its own that leaves the date out."""

TIME_THREAD_LEVEL = Layout(
    name="slf4j_thread_level",
    head=re.compile(rf"{_TIME} +{_THREAD} +{_LEVEL} +{_LOGGER}{_END}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "2026-11-21 19:39:10.562 [main] INFO  RocketmqRemoting - new name server is chosen. OLD: null , NEW: 127.0.0.1:29876. "
        "namesrvIndex = 601",
    ),
)
TIME_LEVEL_THREAD = Layout(
    name="slf4j_level_thread",
    head=re.compile(rf"{_TIME} +{_LEVEL} +{_THREAD} +{_LOGGER}{_END}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "[2026-11-21 19:39:10,562] [INFO ] [main] RocketmqRemoting - new name server is chosen. OLD: null , NEW: "
        "127.0.0.1:29876. namesrvIndex = 601",
    ),
)
LEVEL_TIME = Layout(
    name="slf4j_level_time",
    head=re.compile(rf"{_LEVEL} +{_TIME} +(?:{_THREAD} +)?{_LOGGER}{_END}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "INFO  2026-11-21 19:39:10,562 [main] RocketmqRemoting: new name server is chosen. OLD: null , NEW: 127.0.0.1:29876. "
        "namesrvIndex = 601",
    ),
)
TIME_LEVEL_LOGGER = Layout(
    name="slf4j_level_logger",
    head=re.compile(rf"{_TIME} +{_LEVEL} +{_LOGGER}{_END}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "2026/11/21 19:39:10.562 INFO RocketmqRemoting: new name server is chosen. OLD: null , NEW: 127.0.0.1:29876. "
        "namesrvIndex = 601",
    ),
)

INSTANT_CLOCK = Layout(
    name="slf4j_instant_clock",
    head=re.compile(rf"{_INSTANT} {_CLOCK} +{_THREAD} +{_LEVEL} +{_LOGGER}{_END}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "2026-11-21T11:39:10.562Z 19:39:10.562 [main] INFO  RocketmqRemoting - new name server is chosen. OLD: null , NEW: "
        "127.0.0.1:29876. namesrvIndex = 601",
    ),
)
BOOT_INSTANT_CLOCK = Layout(
    name="spring_boot_instant_clock",
    head=re.compile(rf"{_INSTANT} {_CLOCK} +{_BOOT}", re.DOTALL),
    zone=Zone.PROCESS,
    resolution_us=AS_PRINTED,
    samples=(
        "2026-11-21T11:39:10.562Z 19:39:10.562  INFO 2422 --- [           main] RocketmqRemoting                         : new "
        "name server is chosen. OLD: null , NEW: 127.0.0.1:29876. namesrvIndex = 601",
    ),
)
"""Lines without a date, behind the instant that their wrapping tells (forensics.sources.undated)."""

LAYOUTS = (
    STRUCTURED,
    BOOT,
    BOOT_CLOCK,
    INSTANT_CLOCK,
    BOOT_INSTANT_CLOCK,
    TIME_THREAD_LEVEL,
    TIME_LEVEL_THREAD,
    LEVEL_TIME,
    TIME_LEVEL_LOGGER,
)
