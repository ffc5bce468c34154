"""How a record begins, by the layouts of servers and clients: strictly, and what is not plain is said to be unsure.

Compiled by numba.
"""

from numba import njit

from forensics.engines.fast.characters import is_beyond_ascii, is_digit, is_readable, is_space, is_word
from forensics.engines.fast.columns import (
    CLASSIC_SECONDS,
    CLIENT,
    COLUMNS,
    LAYOUT,
    LEVEL,
    LOGGER,
    LOGGER_END,
    MESSAGE,
    PID,
    PRINTED,
    PROXY_WATERMARK,
    SERVER,
    STATS,
    THREAD,
    THREAD_END,
    WATERMARK,
)
from forensics.engines.fast.printed_times import millis_at, seconds_at

NOT_HEAD, HEAD, UNSURE = 0, 1, 2


@njit
def level_at(buf, at, end):
    """Return the level at a position by its number, -1 for none, and its length."""
    if at + 5 > end:
        return -1, 0
    a, b, c, d, e = buf[at], buf[at + 1], buf[at + 2], buf[at + 3], buf[at + 4]
    if a == 73 and b == 78 and c == 70 and d == 79:
        return 2, 4
    if a == 87 and b == 65 and c == 82 and d == 78:
        return 3, 4
    if a == 69 and b == 82 and c == 82 and d == 79 and e == 82:
        return 4, 5
    if a == 68 and b == 69 and c == 66 and d == 85 and e == 71:
        return 1, 5
    if a == 84 and b == 82 and c == 65 and d == 67 and e == 69:
        return 0, 5
    return -1, 0


@njit
def dash_at(buf, at, end):
    """Return whether ` - ` stands at a position."""
    return at + 3 <= end and buf[at] == 32 and buf[at + 1] == 45 and buf[at + 2] == 32


@njit
def server_head(buf, at, end, row):
    """Take ` INFO thread - ` at a position."""
    level, length = level_at(buf, at + 1, end)
    if level < 0 or buf[at] != 32:
        return NOT_HEAD
    begin = at + 1 + length + 1
    if begin >= end or buf[begin - 1] != 32 or is_space(buf[begin]):
        return NOT_HEAD
    i = begin + 1
    while i + 3 <= end:
        if buf[i] == 32 and buf[i + 1] == 45 and buf[i + 2] == 32 and not is_space(buf[i - 1]):
            row[LEVEL], row[THREAD], row[THREAD_END], row[MESSAGE] = level, begin, i, i + 3
            return HEAD
        i += 1
    return NOT_HEAD


@njit
def stats_head(buf, at, end, row):
    """Take ` INFO - ` at a position."""
    level, length = level_at(buf, at + 1, end)
    if level < 0 or buf[at] != 32 or not dash_at(buf, at + 1 + length, end):
        return NOT_HEAD
    row[LEVEL], row[MESSAGE] = level, at + 1 + length + 3
    return HEAD


@njit
def has_slow(buf, begin, end):
    """Return whether `Slow` stands in a word, behind its first character."""
    for i in range(begin + 1, end - 3):
        if buf[i] == 83 and buf[i + 1] == 108 and buf[i + 2] == 111 and buf[i + 3] == 119:
            return True
    return False


@njit
def proxy_watermark_head(buf, at, end, row):
    """Take the blank before a thread pool and what is told of it."""
    if at >= end or (buf[at] != 32 and buf[at] != 9):
        return NOT_HEAD
    i = at + 1
    while i < end and is_word(buf[i]):
        i += 1
    if is_beyond_ascii(buf, i, end):
        return UNSURE
    blank = i
    while i < end and (buf[i] == 32 or buf[i] == 9):
        i += 1
    if blank == at + 1 or i == blank:
        return NOT_HEAD
    word = i
    while i < end and is_word(buf[i]):
        i += 1
    if is_beyond_ascii(buf, i, end):
        return UNSURE
    if i >= end or (buf[i] != 32 and buf[i] != 9):
        return NOT_HEAD
    size = i - word > 4 and buf[i - 4] == 83 and buf[i - 3] == 105 and buf[i - 2] == 122 and buf[i - 1] == 101
    if not size and not has_slow(buf, word, i):
        return NOT_HEAD
    row[MESSAGE] = at + 1
    return HEAD


@njit
def pid_at(buf, at, end):
    """Return the number in brackets at a position and where it ends, -1 for none."""
    i = at + 1
    value = 0
    while i < end and is_digit(buf[i]) and i - at <= 10:
        value = value * 10 + (buf[i] - 48)
        i += 1
    if buf[at] != 91 or i == at + 1 or i >= end or buf[i] != 93:
        return 0, -1
    return value, i + 1


@njit
def logger_head(buf, at, end, row):
    """Take `logger#method:line] - ` at a position."""
    i = at
    while i < end and (is_word(buf[i]) or buf[i] == 46 or buf[i] == 36):
        i += 1
    if i == at or i - at > 300 or i >= end or buf[i] != 35:
        return UNSURE
    sharp, colon = i, -1
    i += 1
    while i < end and buf[i] != 93:
        if buf[i] == 58:
            colon = i
        i += 1
    if i >= end or colon < 0 or colon - sharp - 1 > 100 or i - colon - 1 > 20 or not dash_at(buf, i + 1, end):
        return UNSURE
    row[LOGGER], row[LOGGER_END], row[MESSAGE] = at, sharp, i + 4
    return HEAD


@njit
def stamped(buf, at, end, mark, row):
    """Take `.562 INFO ` at a position, milliseconds behind *mark*; return where it ends, -1 for none."""
    millis = millis_at(buf, at, end, mark)
    level, length = level_at(buf, at + 5, end)
    after = at + 5 + length + 1
    if millis < 0 or level < 0 or buf[at + 4] != 32 or after > end or buf[after - 1] != 32:
        return -1
    row[LEVEL] = level
    row[PRINTED] += millis * 1000
    return after


@njit
def client_head(buf, at, end, row):
    """Take `.562 INFO  [2422] [main] [logger#method:line] - ` at a position."""
    i = stamped(buf, at, end, 46, row)
    if i < 0:
        return NOT_HEAD
    while i < end and buf[i] == 32:
        i += 1
    if i >= end:
        return NOT_HEAD
    pid, after = pid_at(buf, i, end)
    if after < 0 or after + 2 > end or buf[after] != 32 or buf[after + 1] != 91:
        return NOT_HEAD
    thread = after + 2
    i = thread
    while i + 3 <= end and not (buf[i] == 93 and buf[i + 1] == 32 and buf[i + 2] == 91):
        i += 1
    if i + 3 > end:
        return NOT_HEAD
    if i - thread > 300:
        return UNSURE
    row[PID], row[THREAD], row[THREAD_END] = pid, thread, i
    return logger_head(buf, i + 3, end, row)


@njit
def classic_head(buf, at, end, row):
    """Take `,623 WARN logger - ` at a position."""
    begin = stamped(buf, at, end, 44, row)
    i = begin
    while 0 <= i < end and not is_space(buf[i]):
        i += 1
    if i == begin or not dash_at(buf, i, end):
        return NOT_HEAD
    row[LOGGER], row[LOGGER_END], row[MESSAGE] = begin, i, i + 3
    return HEAD


@njit
def classic_seconds_head(buf, at, end, row):
    """Take `,005 WARN logger - ` behind the second 05, which it prints again."""
    if at + 4 > end or buf[at + 1] != 48 or buf[at + 2] != buf[at - 2] or buf[at + 3] != buf[at - 1]:
        return NOT_HEAD
    printed = row[PRINTED]
    said = classic_head(buf, at, end, row)
    row[PRINTED] = printed
    return said


@njit
def by_layout(layout, buf, at, end, row):
    """Return whether what follows a printed time is the rest of a head in a layout; its parts go to *row*."""
    if layout == SERVER:
        return server_head(buf, at, end, row)
    if layout == STATS:
        return stats_head(buf, at, end, row)
    if layout == WATERMARK:
        row[MESSAGE] = at + 3
        return HEAD if dash_at(buf, at, end) else NOT_HEAD
    if layout == PROXY_WATERMARK:
        return proxy_watermark_head(buf, at, end, row)
    if layout == CLASSIC_SECONDS:
        return classic_seconds_head(buf, at, end, row)
    return client_head(buf, at, end, row) if layout == CLIENT else classic_head(buf, at, end, row)


@njit
def head_at(buf, words, at, end, layouts, layout_count, clean, row, met):
    """Return whether the line is a record's head, by the first of *layouts* that fits; its parts go to *row*."""
    seconds = seconds_at(buf, at, end, met) if at < end and is_digit(buf[at]) else -1
    if seconds < 0:
        return NOT_HEAD
    if not clean and not is_readable(buf, words, at, end):
        return UNSURE
    for number in range(layout_count):
        for i in range(COLUMNS):
            row[i] = -1
        row[PRINTED] = seconds * 1_000_000
        row[LAYOUT] = layouts[number]
        said = by_layout(layouts[number], buf, at + 19, end, row)
        if said != NOT_HEAD:
            return said
    return NOT_HEAD
