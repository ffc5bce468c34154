"""A layout from a pattern of logback, log4j or Spring Boot, as it stands in the application's own configuration."""

import re

from forensics.errors import BadUsage
from forensics.layouts.layout import AS_PRINTED, Layout, Zone

_WORD = re.compile(
    r"%(?:[-.\d]*)(?:(?P<word>[A-Za-z]+)(?P<group>\()?|(?P<open>\())(?:\{(?P<first>[^{}]*)\})?(?:\{[^{}]*\})*"
    r"|(?P<close>\))(?:\{[^{}]*\})*|(?P<slash>\\.)|(?P<percent>%%)"
)
_LEVEL = r" *(?P<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|ALL|OFF) *"
_PIECES = {
    **dict.fromkeys(("p", "le", "level"), _LEVEL),
    **dict.fromkeys(("t", "thread", "tn", "threadName"), r" *(?P<thread>.{0,300}?) *"),
    **dict.fromkeys(("c", "lo", "logger"), r" *(?P<logger>\S{0,300}?) *"),
    **dict.fromkeys(("m", "msg", "message"), r"(?P<message>.*)"),
    **dict.fromkeys(("pid", "processId"), r" *(?P<pid>\d{1,10}) *"),
    **dict.fromkeys(("n", "ex", "exception", "throwable", "wEx", "wex", "xEx", "xException", "nopex", "nopexception"), ""),
}
_ANYTHING = r".{0,300}?"
_ONCE = ("level", "thread", "logger", "message", "pid", "time")
_DATES = {"ISO8601": "yyyy-MM-dd HH:mm:ss,SSS", "DEFAULT": "yyyy-MM-dd HH:mm:ss,SSS", "STRICT": "yyyy-MM-dd'T'HH:mm:ss,SSS"}
_LETTERS = re.compile(r"yyyy|yyy|uuuu|MM|dd|HH|mm|ss|[.,]?S+|XXX|XX|Z|'[^']*'|[A-Za-z]+|.")
_DIGITS = {"yyyy": r"\d{4}", "yyy": r"\d{4}", "uuuu": r"\d{4}", **dict.fromkeys(("MM", "dd", "HH", "mm", "ss"), r"\d\d")}
_OFFSETS = dict.fromkeys(("XXX", "XX", "Z"), r"(?:Z|[+-]\d\d:?\d\d)")
_GMT8 = {"GMT+8", "GMT+08:00", "UTC+8", "+08:00", "Asia/Shanghai"}


def layout_of(pattern: str) -> Layout:
    """Return the layout that prints by *pattern*; BadUsage names what in it cannot be read."""
    pieces, at = [], 0
    for found in _WORD.finditer(pattern):
        pieces += [re.escape(pattern[at : found.start()]), _piece(pattern, found)]
        at = found.end()
    body = "".join([*pieces, re.escape(pattern[at:])])
    for name in _ONCE:
        body = _named_once(body, name)
    if "(?P<message>" not in body or "(?P<time>" not in body:
        raise _bad(pattern, "has no %d or no %m")
    zone = Zone.GMT8 if any(f",{zone}" in pattern.replace(" ", "").replace('"', "") for zone in _GMT8) else Zone.PROCESS
    try:
        head = re.compile(body.rstrip(), re.DOTALL)
    except re.error as error:
        raise _bad(pattern, f"cannot be read: {error}") from None
    return Layout(f"pattern {pattern}", head, zone, AS_PRINTED, ())


def _piece(pattern: str, found: re.Match[str]) -> str:
    word = found["word"]
    if found["percent"] or found["slash"]:
        return re.escape(found[0][1:])
    if found["open"] or found["group"] or found["close"]:
        return " *"
    if word in {"d", "date"}:
        return _date(pattern, found["first"] or "ISO8601")
    return _PIECES.get(word, _ANYTHING)


def _date(pattern: str, text: str) -> str:
    shape = _DATES.get(text.split(",")[0], re.split(r",\s*(?:GMT|UTC|[A-Z][a-z]+/|[+-]\d)", text)[0]).strip('"')
    if not re.match(r"'?(?:yyyy?|uuuu)([-/.])MM\1dd(?: |'T')HH:mm:ss", shape):
        raise _bad(pattern, f"prints its date as {text}: only year, month, day and time in digits are read")
    return f"(?P<time>{''.join(map(_digits, _LETTERS.findall(shape)))})"


def _digits(piece: str) -> str:
    if piece.strip(".,") and not piece.strip(".,").strip("S"):
        return re.escape(piece[: len(piece) - len(piece.lstrip(".,"))]) + rf"\d{{{piece.count('S')}}}"
    return _DIGITS.get(piece) or _OFFSETS.get(piece) or re.escape(piece.strip("'"))


def _named_once(body: str, name: str) -> str:
    first, group, rest = body.partition(f"(?P<{name}>")
    return first + group + rest.replace(group, "(?:") if group else body


def _bad(pattern: str, what: str) -> BadUsage:
    return BadUsage(f"--pattern {pattern}", what, "take it from the application's logging configuration")
