"""From offsets into a piece of a log to the buffers of Arrow columns. Compiled by numba when it is set up."""

import numpy as np
from numba import njit

from forensics.engines.fast.characters import NULL, is_digit, null_at

PLAIN, NULLABLE, ENDPOINT, OR_EMPTY, NOT_EMPTY = range(5)
"""How a text becomes a value: as it stands; `null` is none; what follows its last slash; neither null nor empty; not empty."""
_MOST_MESSAGES = 127


@njit(nogil=True, cache=True)
def texts(buf, begins, ends, how, offsets, valid):
    """Return the texts between *begins* and *ends* run together, with their offsets and which of them are values."""
    total = 0
    for i in range(len(begins)):
        begin, end = begins[i], ends[i]
        valid[i] = begin >= 0 and (how == PLAIN or how == NOT_EMPTY or not (end - begin == 4 and null_at(buf, begin, end)))
        if how >= ENDPOINT and end == begin:
            valid[i] = False
        if valid[i]:
            total += end - begin
    data = np.empty(total, np.uint8)
    at = 0
    for i in range(len(begins)):
        offsets[i] = at
        if not valid[i]:
            continue
        begin, end = begins[i], ends[i]
        if how == ENDPOINT:
            for k in range(begin, end):
                if buf[k] == 47:
                    begin = k + 1
        for k in range(begin, end):
            data[at] = buf[k]
            at += 1
    offsets[len(begins)] = at
    return data[:at]


@njit(nogil=True, cache=True)
def kept(keep, begins, slot, low, high):
    """Fill *low* and *high* with the two numbers that the programs kept at *slot*."""
    for i in range(len(begins)):
        low[i] = keep[begins[i] + slot]
        high[i] = keep[begins[i] + slot + 1]


@njit(nogil=True, cache=True)
def numbers_in(buf, at, end, values, count):
    """Add the numbers of a printed list to *values*; return how many there are now, -1 where one is too long."""
    i = at
    while i < end:
        if not is_digit(buf[i]):
            i += 1
            continue
        begin = i
        value = 0
        while i < end and is_digit(buf[i]):
            value = value * 10 + (buf[i] - 48)
            i += 1
        if i - begin > 18:
            return -1
        values[count] = -value if begin > at and buf[begin - 1] == 45 else value
        count += 1
    return count


@njit(nogil=True, cache=True)
def room_for(lows, highs):
    """Return how many numbers printed lists can hold at most."""
    room = 0
    for i in range(len(lows)):
        room += max(highs[i] - lows[i], 0) // 2 + 1 + _MOST_MESSAGES
    return room


@njit(nogil=True, cache=True)
def ck_offsets(buf, starts, nums, lows, highs, offsets, values):
    """Fill *values* with the queue offsets of checkpoints: a start and what is printed as `diff`, or a count without it.

    Return how many there are, -1 where one is too long to be a number.
    """
    count = 0
    for i in range(len(starts)):
        offsets[i] = count
        if lows[i] != NULL:
            stop = numbers_in(buf, lows[i], highs[i], values, count)
            if stop < 0:
                return -1
            for k in range(count, stop):
                values[k] += starts[i]
            if stop > count:
                count = stop
                continue
        for k in range(min(max(nums[i], 0), _MOST_MESSAGES)):
            values[count] = starts[i] + k
            count += 1
    offsets[len(starts)] = count
    return count


@njit(nogil=True, cache=True)
def ack_offsets(buf, lows, highs, offsets, values):
    """Fill *values* with the queue offsets that acks name, one or a list of them; return as `ck_offsets` does."""
    count = 0
    for i in range(len(lows)):
        offsets[i] = count
        if highs[i] < 0:
            values[count] = lows[i]
            count += 1
            continue
        stop = numbers_in(buf, lows[i], highs[i], values, count)
        if stop < 0:
            return -1
        count = stop
    offsets[len(lows)] = count
    return count
