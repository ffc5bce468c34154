"""From offsets into a piece of a log to the buffers of Arrow columns. Compiled by numba at set-up; arrays are pointers."""

import numpy as np
from numba import njit

from forensics.engines.fast.characters import is_digit, null_at
from forensics.engines.fast.columns import ENDPOINT, MOST_MESSAGES, NOT_EMPTY, NULL, PLAIN


@njit
def is_value(buf, begin, end, how):
    """Return whether the text between two positions is a value."""
    if begin < 0 or (how >= ENDPOINT and end == begin):
        return False
    return how == PLAIN or how == NOT_EMPTY or not (end - begin == 4 and null_at(buf, begin, end))


@njit
def begin_of(buf, begin, end, how):
    """Return where in a text the value begins."""
    if how == ENDPOINT:
        for k in range(begin, end):
            if buf[k] == 47:
                begin = k + 1
    return begin


def count_lines(buf, end, counts):
    """Set *counts* to the line feeds up to *end*."""
    found = 0
    for i in range(end):
        found += buf[i] == 10
    counts[0] = found


@njit
def measured_at(buf, begins, low, ends, high, count, how, offsets, first, bits, byte_at):
    """Do what `measure` does, each array from a place of its own on; return how many texts are no values."""
    at = 0
    nulls = 0
    byte = 0
    for i in range(count):
        offsets[first + i] = at
        begin, end = begins[low + i], ends[high + i]
        if is_value(buf, begin, end, how):
            at += end - begin_of(buf, begin, end, how)
            byte |= 1 << (i & 7)
        else:
            nulls += 1
        if i & 7 == 7 or i == count - 1:
            bits[byte_at + (i >> 3)] = byte
            byte = 0
    offsets[first + count] = at
    return nulls


def measure(buf, begins, ends, count, how, offsets, bits):
    """Fill *offsets* and the bitmap of which texts are values; behind the last offset goes how many are none."""
    offsets[count + 1] = measured_at(buf, begins, 0, ends, 0, count, how, offsets, 0, bits, 0)


def copy(buf, ends, count, offsets, data):
    """Fill *data* with the texts that end at *ends* and are as long as *offsets* say."""
    for i in range(count):
        at, length = offsets[i], offsets[i + 1] - offsets[i]
        begin = ends[i] - length
        for k in range(length):
            data[at + k] = buf[begin + k]


@njit
def is_same(buf, at, other, length):
    """Return whether the same bytes stand at two positions."""
    for k in range(length):
        if buf[at + k] != buf[other + k]:
            return False
    return True


@njit
def slot_of(buf, begins, ends, i, slots, mask, firsts):
    """Return where in the table *slots* a text stands or is to stand, which holds numbers of *firsts*."""
    begin, length = begins[i], ends[i] - begins[i]
    code = np.uint64(14695981039346656037)
    for k in range(length):
        code = (code ^ np.uint64(buf[begin + k])) * np.uint64(1099511628211)
    at = np.int64((code ^ (code >> np.uint64(32))) & np.uint64(mask))
    while slots[at] >= 0:
        first = firsts[slots[at]]
        if ends[first] - begins[first] == length and is_same(buf, begin, begins[first], length):
            break
        at = (at + 1) & mask
    return at


def intern(buf, begins, ends, count, slots, mask, codes, firsts, found):
    """Fill *codes* with numbers of texts in the order of their first appearance, which goes to *firsts*; -1 is none.

    *slots* is a table of `mask + 1` places that are -1, at least twice as many as texts.
    """
    distinct = 0
    last = -1
    for i in range(count):
        if begins[i] < 0:
            codes[i] = -1
            continue
        length = ends[i] - begins[i]
        if last >= 0 and ends[last] - begins[last] == length and is_same(buf, begins[i], begins[last], length):
            codes[i] = codes[last]
            continue
        last = i
        at = slot_of(buf, begins, ends, i, slots, mask, firsts)
        if slots[at] < 0:
            slots[at] = distinct
            firsts[distinct] = i
            distinct += 1
        codes[i] = slots[at]
    found[0] = distinct


@njit
def words_at(codes, first, count, places, order, indices, at, bits, byte_at):
    """Do what `words_of` does, each array from a place of its own on; return how many distinct ones there are, and nulls."""
    distinct = 0
    nulls = 0
    byte = 0
    for i in range(count):
        code = codes[first + i]
        if code < 0:
            nulls += 1
            indices[at + i] = 0
        else:
            if places[code] < 0:
                places[code] = distinct
                order[at + distinct] = code
                distinct += 1
            indices[at + i] = places[code]
            byte |= 1 << (i & 7)
        if i & 7 == 7 or i == count - 1:
            bits[byte_at + (i >> 3)] = byte
            byte = 0
    for k in range(distinct):
        places[order[at + k]] = -1
    return distinct, nulls


def words_of(codes, count, places, order, indices, bits, found):
    """Fill *indices* with the numbers of *codes* in the order of their first appearance, and *order* with the codes in it.

    *places* are -1 for every code, before and after. A negative code is none, and not in the bitmap *bits*. How many distinct
    ones there are and how many are none goes to *found*.
    """
    found[0], found[1] = words_at(codes, 0, count, places, order, indices, 0, bits, 0)


@njit
def marks_at(values, first, count, value, equal, bits, byte_at):
    """Do what `marked` does, each array from a place of its own on; return how many others there are."""
    missing = 0
    byte = 0
    for i in range(count):
        if (values[first + i] == value) == (equal != 0):
            byte |= 1 << (i & 7)
        else:
            missing += 1
        if i & 7 == 7 or i == count - 1:
            bits[byte_at + (i >> 3)] = byte
            byte = 0
    return missing


def marked(values, count, value, equal, bits, found):
    """Fill the bitmap *bits* with which of *values* are *value*, or where *equal* is 0 are not, *found* with how many others."""
    found[0] = marks_at(values, 0, count, value, equal, bits, 0)


def beyond(values, count, limit, null, found):
    """Set *found* to how many of *values* are further than *limit* from 0, those that are *null* not counted."""
    far = 0
    for i in range(count):
        far += (values[i] > limit or values[i] < -limit) and values[i] != null
    found[0] = far


def kept(keep, slots, rows, count, captures, wanted, places, values, room):
    """Fill two rows of *values*, of *room* numbers each, for every one of the *wanted* captures with the numbers kept for it.

    They go to *places*; a capture that the program has not, a negative number, is null.
    """
    for c in range(wanted):
        low, high = 2 * c * room, (2 * c + 1) * room
        slot = 2 * captures[c]
        for i in range(count):
            if slot >= 0:
                at = slots[rows[i]] + slot
                values[low + places[i]], values[high + places[i]] = keep[at], keep[at + 1]
            else:
                values[low + places[i]], values[high + places[i]] = NULL, NULL


@njit
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


def room_for(lows, highs, count, room):
    """Set *room* to how many numbers printed lists can hold at most."""
    room[0] = 0
    for i in range(count):
        room[0] += max(highs[i] - lows[i], 0) // 2 + 1 + MOST_MESSAGES


@njit
def offsets_of(buf, start, num, low, high, values, count):
    """Add the queue offsets of a checkpoint to *values*; return how many there are now, -1 where one is too long."""
    if low != NULL:
        stop = numbers_in(buf, low, high, values, count)
        if stop < 0:
            return -1
        for k in range(count, stop):
            values[k] += start
        if stop > count:
            return stop
    for k in range(min(max(num, 0), MOST_MESSAGES)):
        values[count + k] = start + k
    return count + min(max(num, 0), MOST_MESSAGES)


def ck_offsets(buf, starts, nums, lows, highs, rows, offsets, values):
    """Fill *values* with the queue offsets of checkpoints: a start and what is printed as `diff`, or a count without it.

    The last of *offsets* is how many there are, -1 where one is too long to be a number.
    """
    count = 0
    for i in range(rows):
        offsets[i] = count
        count = offsets_of(buf, starts[i], nums[i], lows[i], highs[i], values, count)
        if count < 0:
            break
    offsets[rows] = count


def ack_offsets(buf, lows, highs, rows, offsets, values):
    """Fill *values* with the queue offsets that acks name, one or a list of them; else as `ck_offsets` does."""
    count = 0
    for i in range(rows):
        offsets[i] = count
        if highs[i] < 0:
            values[count] = lows[i]
            count += 1
            continue
        count = numbers_in(buf, lows[i], highs[i], values, count)
        if count < 0:
            break
    offsets[rows] = count
