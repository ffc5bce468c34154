"""One pass over a piece of a log: lines, heads, records, and the statement of each. Compiled by numba when it is set up.

`python -m forensics.engines.fast.setup` compiles it. What is not plain in a record leaves the record to the plain way.
"""

import numpy as np
from numba import njit

from forensics.engines.fast.characters import is_digit, is_space, null_at
from forensics.engines.fast.columns import (
    BEGIN,
    COLUMNS,
    KEPT,
    LEFT,
    LINES,
    MESSAGE,
    STATEMENT,
    STOP,
    THREAD,
    THREAD_END,
    TRACE,
    UNREAD,
)
from forensics.engines.fast.heads import HEAD, UNSURE, head_at, is_clean
from forensics.engines.fast.steps import NO, YES, run
from forensics.engines.fast.traces import trace_begin
from forensics.engines.fast.tree import A_NUMBER

LONGEST = 1 << 20
_NUMBER_ROOM = 64


@njit(nogil=True, cache=True)
def candidates(buf, at, end, children, numbers, begins, ranks, path):
    """Fill *path* with the statements whose beginning a message has, in the order in which they are to be tried.

    Return how many, -1 where a number may be `null`.
    """
    node = 0
    count = 0
    while at < end:
        c = buf[at]
        number = children[node, A_NUMBER]
        if number and (is_digit(c) or c == 45):
            node = number
            at += 1
            while at < end and is_digit(buf[at]):
                at += 1
        elif number and null_at(buf, at, end):
            return -1
        else:
            node = children[node, c]
            if node == 0:
                break
            at += 1
        for k in range(begins[node], begins[node + 1]):
            i = count
            while i > 0 and ranks[path[i - 1]] > ranks[numbers[k]]:
                path[i] = path[i - 1]
                i -= 1
            path[i] = numbers[k]
            count += 1
    return count


@njit(nogil=True, cache=True)
def characters_of(buf, at, end):
    """Return which characters a message has, a bit each, those below 64 and the others."""
    low = np.uint64(0)
    high = np.uint64(0)
    one = np.uint64(1)
    for i in range(at, end):
        bit = one << np.uint64(buf[i] & 63)
        if buf[i] < 64:
            low |= bit
        else:
            high |= bit
    return low, high


@njit(nogil=True, cache=True)
def matched(buf, at, end, thread, thread_end, programs, path, keep, slot):
    """Return the statement of a message, `UNREAD`, or `LEFT`, and the slot behind what it kept.

    Longer beginnings are tried first, and of one beginning the statements in their order.
    """
    steps, begins, literal = programs.steps, programs.begins, programs.literals
    bare_end = end
    while bare_end > at and is_space(buf[bare_end - 1]):
        bare_end -= 1
    count = candidates(buf, at, end, programs.children, programs.candidates, programs.candidate_begins, programs.ranks, path)
    if count < 0:
        return LEFT, slot
    for c in range(count):
        number = path[c]
        said, after = run(
            buf, at, end, bare_end, thread, thread_end, steps, begins[number], begins[number + 1], literal, keep, slot
        )
        if said != NO:
            return (number if said == YES else LEFT), after
    low, high = characters_of(buf, at, end)
    by_run, needs = programs.by_run, programs.needs
    for c in range(len(by_run)):
        if needs[c, 0] & ~low or needs[c, 1] & ~high:
            continue
        number = by_run[c]
        said, after = run(
            buf, at, end, bare_end, thread, thread_end, steps, begins[number], begins[number + 1], literal, keep, slot
        )
        if said != NO:
            return (number if said == YES else LEFT), after
    return UNREAD, slot


@njit(nogil=True, cache=True)
def opened(rows, count, spare, at):
    """Begin a record with the parts of its head."""
    for i in range(COLUMNS):
        rows[count, i] = spare[i]
    rows[count, BEGIN], rows[count, LINES], rows[count, TRACE] = at, 0, -1


@njit(nogil=True, cache=True)
def scan(buf, end, layouts, clean, programs, rows, keep, path):
    """Fill *rows* with the records of the lines up to *end*; return how many they are, and how many numbers were kept.

    A line not known to be a head is taken as one that continues the record before it, which is then `LEFT` whole.
    """
    count = 0
    slot = 0
    at = 0
    head_end = 0
    spare = rows[len(rows) - 1]
    day = path[:2]
    tried = path[2:]
    day[0] = -1
    while at < end:
        stop = at
        while stop < end and buf[stop] != 10:
            stop += 1
        said = head_at(buf, at, stop, layouts, clean, spare, day)
        if said == HEAD:
            if count:
                slot = close(buf, rows, count - 1, head_end, at, clean, programs, keep, slot, tried)
            spare[STATEMENT] = UNREAD
            opened(rows, count, spare, at)
            count += 1
            head_end = stop
        elif count == 0:
            spare[:] = -1
            opened(rows, count, spare, at)
            count = 1
        elif said == UNSURE:
            rows[count - 1, STATEMENT] = LEFT
        rows[count - 1, LINES] += 1
        at = stop + 1
    if count:
        slot = close(buf, rows, count - 1, head_end, end, clean, programs, keep, slot, tried)
    return count, slot


@njit(nogil=True, cache=True)
def close(buf, rows, last, head_end, end, clean, programs, keep, slot, path):
    """Find the statement of a record that ends at *end*, its last line feed included; return the slot behind what was kept."""
    rows[last, STOP] = end
    if rows[last, STATEMENT] == LEFT:
        return slot
    rows[last, STATEMENT] = LEFT
    begin = rows[last, BEGIN]
    message = rows[last, MESSAGE]
    bare = end - 1 if end > begin and buf[end - 1] == 10 else end
    if bare - begin >= LONGEST or slot + _NUMBER_ROOM > len(keep) or not (clean or is_clean(buf, begin, end)):
        return slot
    message_end = head_end
    if rows[last, LINES] > 1:
        trace = trace_begin(buf, head_end + 1, bare)
        if trace < 0:
            return slot
        if trace < bare:
            rows[last, TRACE] = trace
        if trace > head_end + 1 or trace == bare:
            message_end = trace - 1 if trace < bare else bare
            while message_end > message and is_space(buf[message_end - 1]):
                message_end -= 1
    statement, after = matched(buf, message, message_end, rows[last, THREAD], rows[last, THREAD_END], programs, path, keep, slot)
    if statement == LEFT or (statement == UNREAD and rows[last, LINES] > 1):
        return slot
    rows[last, STATEMENT], rows[last, KEPT] = statement, slot
    return after
