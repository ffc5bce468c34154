"""Times as the lines of servers and clients print them, to the second or with milliseconds. Compiled by numba."""

from numba import njit

from forensics.engines.fast.characters import is_digit


@njit
def two(buf, at):
    """Return the number of two digits at a position, -1 where they are none."""
    if is_digit(buf[at]) and is_digit(buf[at + 1]):
        return (buf[at] - 48) * 10 + (buf[at + 1] - 48)
    return -1


@njit
def days_of(year, month, day):
    """Return the days since the epoch of a date, -1 for none of the calendar."""
    if year < 1970 or year > 9998 or month < 1 or month > 12 or day < 1:
        return -1
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31
    if month == 2:
        longest = 29 if leap else 28
    if day > longest:
        return -1
    y = year - (month <= 2)
    m = month + (9 if month <= 2 else -3)
    era_day = (y % 400) * 365 + (y % 400) // 4 - (y % 400) // 100 + (153 * m + 2) // 5 + day - 1
    return y // 400 * 146097 + era_day - 719468


@njit
def time_at(buf, at, end, met):
    """Return the seconds since the epoch that `2026-11-21 19:39:10` at a position prints, -1 for none.

    *met* holds the date met last, and its days since the epoch.
    """
    if at + 19 > end or buf[at + 4] != 45 or buf[at + 7] != 45 or buf[at + 10] != 32 or buf[at + 13] != 58 or buf[at + 16] != 58:
        return -1
    century, year, month, day_of_month = two(buf, at), two(buf, at + 2), two(buf, at + 5), two(buf, at + 8)
    hour, minute, second = two(buf, at + 11), two(buf, at + 14), two(buf, at + 17)
    if century < 0 or year < 0 or month < 1 or month > 12 or day_of_month < 1:
        return -1
    if hour < 0 or hour > 23 or minute < 0 or minute > 59 or second < 0 or second > 59:
        return -1
    date = ((century * 100 + year) * 16 + month) * 32 + day_of_month
    if date != met[0]:
        met[0], met[1] = date, days_of(century * 100 + year, month, day_of_month)
    days = met[1]
    return -1 if days < 0 else days * 86400 + hour * 3600 + minute * 60 + second


@njit
def seconds_at(buf, at, end, met):
    """Return what `time_at` returns; *met* also holds where the last printed time stood, and its seconds."""
    if met[2] >= 0 and at + 19 <= end:
        others = 0
        for i in range(19):
            others += buf[at + i] != buf[met[2] + i]
        if others == 0:
            return met[3]
    seconds = time_at(buf, at, end, met)
    if seconds >= 0:
        met[2], met[3] = at, seconds
    return seconds


@njit
def millis_at(buf, at, end, mark):
    """Return the milliseconds behind *mark* at a position, -1 for none."""
    if at + 4 > end or buf[at] != mark or not is_digit(buf[at + 3]):
        return -1
    high = two(buf, at + 1)
    return -1 if high < 0 else high * 10 + (buf[at + 3] - 48)
