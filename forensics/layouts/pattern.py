"""A layout from a pattern of logback, log4j or Spring Boot, as it stands in the application's own configuration."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from forensics.errors import BadUsage
from forensics.layouts.layout import AS_PRINTED, Layout, Zone

_WORD = re.compile(
    r"%(?:[-.\d]*)(?:(?P<word>[A-Za-z]+)(?P<group>\()?|(?P<open>\())(?:\{(?P<first>[^{}]*)\})?(?:\{[^{}]*\})*"
    r"|(?P<close>\))(?:\{[^{}]*\})*|(?P<slash>\\.)|(?P<percent>%%)"
)
_BLANKS = " "
"""Any number of blanks, as padding and colours leave them; all other pieces are regular expressions."""
_WILD = r".{0,300}?"
_LEVEL = (_BLANKS, r"(?P<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|ALL|OFF)", _BLANKS)
_PIECES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("p", "le", "level"), _LEVEL),
    **dict.fromkeys(("t", "thread", "tn", "threadName"), (_BLANKS, rf"(?P<thread>{_WILD})", _BLANKS)),
    **dict.fromkeys(("c", "lo", "logger"), (_BLANKS, r"(?P<logger>\S{0,300}?)", _BLANKS)),
    **dict.fromkeys(("m", "msg", "message"), (r"(?P<message>.*)",)),
    **dict.fromkeys(("pid", "processId"), (_BLANKS, r"(?P<pid>\d{1,10})", _BLANKS)),
    **dict.fromkeys(("n", "ex", "exception", "throwable", "wEx", "wex", "xEx", "xException", "nopex", "nopexception"), ()),
}
_ENDLESS = re.compile(r"\{0,300}\?\)?$|\.\*\)$")
"""Pieces that can be of many lengths: each makes matching longer by as many times, so no more than two are tried together."""
_MOST_ENDLESS = 2
_WIDEST = 200
_ONCE = ("level", "thread", "logger", "message", "pid", "time")
_DATES = {"ISO8601": "yyyy-MM-dd HH:mm:ss,SSS", "DEFAULT": "yyyy-MM-dd HH:mm:ss,SSS", "STRICT": "yyyy-MM-dd'T'HH:mm:ss,SSS"}
_LETTERS = re.compile(r"yyyy|yyy|uuuu|MM|dd|HH|mm|ss|[.,]?S+|XXX|XX|Z|'[^']*'|[A-Za-z]+|.")
_DIGITS = {"yyyy": r"\d{4}", "yyy": r"\d{4}", "uuuu": r"\d{4}", **dict.fromkeys(("MM", "dd", "HH", "mm", "ss"), r"\d\d")}
_OFFSETS = dict.fromkeys(("XXX", "XX", "Z"), r"(?:Z|[+-]\d\d:?\d\d)")
_GMT8 = {"GMT+8", "GMT+08:00", "UTC+8", "+08:00", "Asia/Shanghai"}


_NAMED = "pattern "
"""How the name of a layout begins that a pattern gives."""


def named(name: str) -> Layout | None:
    """Return the layout of that *name*, None where it is no pattern's."""
    return layout_of(name.removeprefix(_NAMED)) if name.startswith(_NAMED) else None


def layout_of(pattern: str) -> Layout:
    """Return the layout that prints by *pattern*; BadUsage names what in it cannot be read."""
    pieces: list[str] = []
    at = 0
    for found in _WORD.finditer(pattern):
        pieces += [*_literal(pattern[at : found.start()]), *_piece(pattern, found)]
        at = found.end()
    pieces += _literal(pattern[at:])
    for name in _ONCE:
        if sum(f"(?P<{name}>" in piece for piece in pieces) > 1:
            raise _bad(pattern, f"prints its {name} twice")
    body = _joined(pieces)
    if "(?P<message>" not in body or "(?P<time>" not in body:
        raise _bad(pattern, "has no %d or no %m")
    zone = Zone.GMT8 if any(f",{zone}" in pattern.replace(" ", "").replace('"', "") for zone in _GMT8) else Zone.PROCESS
    try:
        head = re.compile(body, re.DOTALL)
    except re.error as error:
        raise _bad(pattern, f"cannot be read: {error}") from None
    return Layout(f"{_NAMED}{pattern}", head, zone, AS_PRINTED, ())


def _literal(text: str) -> list[str]:
    """Return the pieces of text that stands in a pattern as it is printed."""
    return [re.escape(part) for part in re.split(r"( )", text) if part]


def _joined(pieces: Sequence[str]) -> str:
    """Return *pieces* as one expression that ends soon on any line: what can be of many lengths ends where the next thing fits.

    Only where mere blanks stand between two such pieces are both tried together.
    """
    done, group, endless, fixed = "", "", 0, False
    for piece in _merged(pieces):
        if _ENDLESS.search(piece):
            if endless and (fixed or endless == _MOST_ENDLESS):
                done, group, endless = f"{done}(?>{group})", "", 0
            endless, fixed = endless + 1, False
        elif not _is_blank(piece):
            fixed = True
        group += piece
    return f"{done}{group}"


def _merged(pieces: Sequence[str]) -> Iterator[str]:
    """Yield *pieces* with each run of blanks as one, which has at least as many as are printed there."""
    for blank, run in groupby(pieces, key=_is_blank):
        parts = list(run)
        if not blank:
            yield from parts
        elif _BLANKS in parts:
            yield rf"\ {{{sum(part != _BLANKS for part in parts)},{_WIDEST}}}"
        else:
            yield "".join(parts)


def _is_blank(piece: str) -> bool:
    return piece == _BLANKS or piece.startswith("\\ ")


def _piece(pattern: str, found: re.Match[str]) -> tuple[str, ...]:
    word = found["word"]
    if found["percent"] or found["slash"]:
        return (re.escape(found[0][1:]),)
    if found["open"] or found["group"] or found["close"]:
        return (_BLANKS,)
    if word in {"d", "date"}:
        return (_date(pattern, found["first"] or "ISO8601"),)
    return _PIECES.get(word, (_WILD,))


def _date(pattern: str, text: str) -> str:
    shape = _DATES.get(text.split(",")[0], re.split(r",\s*(?:GMT|UTC|[A-Z][a-z]+/|[+-]\d)", text)[0]).strip('"')
    if not re.match(r"'?(?:yyyy?|uuuu)([-/.])MM\1dd(?: |'T')HH:mm:ss", shape):
        raise _bad(pattern, f"prints its date as {text}: only year, month, day and time in digits are read")
    return f"(?P<time>{''.join(map(_digits, _LETTERS.findall(shape)))})"


def _digits(piece: str) -> str:
    if piece.strip(".,") and not piece.strip(".,").strip("S"):
        return re.escape(piece[: len(piece) - len(piece.lstrip(".,"))]) + rf"\d{{{piece.count('S')}}}"
    return _DIGITS.get(piece) or _OFFSETS.get(piece) or re.escape(piece.strip("'"))


def _bad(pattern: str, what: str) -> BadUsage:
    return BadUsage(f"--pattern {pattern}", what, "take it from the application's logging configuration")
