"""One pass over a piece of a log: lines, heads, records, and the statement of each. Compiled by numba when it is set up.

`python -m forensics.engines.fast.setup` compiles it. What is not plain in a record leaves the record to the plain way.
All arrays come as pointers. A piece's bytes come twice, by ones and by eights.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import njit

from forensics.engines.fast.characters import is_clean, is_digit, is_readable, is_space, line_end, null_at, stands
from forensics.engines.fast.columns import (
    BEGIN,
    COLUMNS,
    KEPT,
    LAYOUT,
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
from forensics.engines.fast.compiled_statements import Programs
from forensics.engines.fast.heads import HEAD, NOT_HEAD, UNSURE, head_at
from forensics.engines.fast.interpreter import NO, YES, Message, run
from forensics.engines.fast.traces import trace_begin
from forensics.engines.fast.tree import A_NUMBER, WIDTH

LONGEST = 1 << 20
_NUMBER_ROOM = 64


class Piece(NamedTuple):
    """What the kernel reads and writes: the bytes, the layouts to try, the table of records by columns, and room for work.

    Where *given_count* is not negative, the heads are *given* by rows, and no layout is tried.
    """

    buf: Any
    words: Any
    end: Any
    layouts: Any
    layout_count: Any
    given: Any
    given_count: Any
    clean: Any
    rows: Any
    room: Any
    keep: Any
    keep_room: Any
    spare: Any
    met: Any
    path: Any


@njit
def candidates(buf, at, end, programs, path):
    """Fill *path* with the statements whose beginning a message has, in the order in which they are to be tried.

    Return how many, -1 where a number may be `null`.
    """
    node = 0
    count = 0
    while at < end:
        number = programs.children[WIDTH * node + A_NUMBER]
        if number and (is_digit(buf[at]) or buf[at] == 45):
            node = number
            at += 1
            while at < end and is_digit(buf[at]):
                at += 1
        elif number and null_at(buf, at, end):
            return -1
        else:
            node = programs.children[WIDTH * node + buf[at]] if buf[at] < WIDTH else 0
            at += 1
        if node == 0 or not stands(buf, at, end, programs.literals, programs.run_begins[node], programs.run_lengths[node]):
            break
        at += programs.run_lengths[node]
        for k in range(programs.candidate_begins[node], programs.candidate_begins[node + 1]):
            statement = programs.candidates[k]
            i = count
            while i > 0 and programs.ranks[path[i - 1]] > programs.ranks[statement]:
                path[i] = path[i - 1]
                i -= 1
            path[i] = statement
            count += 1
    return count


@njit
def characters_of(buf, at, end):
    """Return which characters a message has, a bit each, those below 64 and the others; bytes beyond ASCII may stand for some."""
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


@njit
def matched(message, programs, path, keep, slot):
    """Return the statement of a message, `UNREAD`, or `LEFT`, and the slot behind what it kept.

    Longer beginnings are tried first, and of one beginning the statements in their order; then those that begin with a hole.
    """
    count = candidates(message.buf, message.at, message.end, programs, path)
    if count < 0:
        return LEFT, slot
    for c in range(count):
        said, after = run(message, programs, path[c], keep, slot)
        if said != NO:
            return (path[c] if said == YES else LEFT), after
    low, high = characters_of(message.buf, message.at, message.end)
    for c in range(programs.by_run_count):
        if programs.needs[2 * c] & ~low or programs.needs[2 * c + 1] & ~high:
            continue
        number = programs.by_run[c]
        said, after = run(message, programs, number, keep, slot)
        if said != NO:
            return (number if said == YES else LEFT), after
    return UNREAD, slot


@njit
def opened(piece, count, at):
    """Begin a record with the parts of its head."""
    for column in range(COLUMNS):
        piece.rows[column * piece.room + count] = piece.spare[column]
    piece.rows[BEGIN * piece.room + count] = at
    piece.rows[LINES * piece.room + count] = 0


@njit
def message_end_of(piece, last, message, head_end, bare):
    """Return where the message of a record ends that goes on below its head, -1 where that is not decided here."""
    trace = trace_begin(piece.buf, piece.words, head_end + 1, bare)
    if trace < 0:
        return -1
    if trace < bare:
        piece.rows[TRACE * piece.room + last] = trace
    if trace == head_end + 1 and trace < bare:
        return head_end
    end = trace - 1 if trace < bare else bare
    while end > message and is_space(piece.buf[end - 1]):
        end -= 1
    return end


@njit
def message_of(piece, last, stop):
    """Return the message of a record as far as it is to be matched, which is to *stop*."""
    rows, room = piece.rows, piece.room
    at = rows[MESSAGE * room + last]
    bare_end = stop
    while bare_end > at and is_space(piece.buf[bare_end - 1]):
        bare_end -= 1
    return Message(piece.buf, at, stop, bare_end, rows[THREAD * room + last], rows[THREAD_END * room + last])


@njit
def close(piece, programs, last, head_end, end, slot):
    """Find the statement of a record that ends at *end*, its last line feed included; return the slot behind what was kept."""
    buf, rows, room = piece.buf, piece.rows, piece.room
    rows[STOP * room + last] = end
    if rows[STATEMENT * room + last] == LEFT:
        return slot
    rows[STATEMENT * room + last] = LEFT
    begin = rows[BEGIN * room + last]
    at = rows[MESSAGE * room + last]
    bare = end - 1 if end > begin and buf[end - 1] == 10 else end
    if bare - begin >= LONGEST or slot + _NUMBER_ROOM > piece.keep_room:
        return slot
    if not piece.clean and not is_readable(buf, piece.words, begin, end):
        return slot
    stop = message_end_of(piece, last, at, head_end, bare) if rows[LINES * room + last] > 1 else head_end
    if stop < 0:
        return slot
    statement, after = matched(message_of(piece, last, stop), programs, piece.path, piece.keep, slot)
    if statement == UNREAD and stop != head_end:
        first_line, _ = matched(message_of(piece, last, head_end), programs, piece.path, piece.keep, slot)
        statement = UNREAD if first_line == UNREAD else LEFT
    if statement == LEFT or (statement >= 0 and stop > head_end):  # a name could have a line end in it
        return slot
    rows[STATEMENT * room + last] = statement
    rows[KEPT * room + last] = slot
    return after


@njit
def given_head(piece, number, at, stop):
    """Return whether the line is a record's head: the one that was given by that *number*. Its parts go to the spare row."""
    if not piece.clean and not is_readable(piece.buf, piece.words, at, stop):
        return UNSURE
    first = number * COLUMNS
    if number >= piece.given_count or piece.given[first + BEGIN] != at:
        return NOT_HEAD
    for column in range(COLUMNS):
        piece.spare[column] = piece.given[first + column]
    return HEAD if piece.given[first + LAYOUT] >= 0 else UNSURE


@njit
def scanned(piece, programs):
    """Fill the table with the records of a piece; return how many they are, and how many numbers were kept.

    A line not known to be a head is taken as one that continues the record before it, which is then `LEFT` whole.
    """
    count = 0
    slot = 0
    at = 0
    head_end = 0
    number = 0
    rows, room = piece.rows, piece.room
    while at < piece.end:
        stop = line_end(piece.buf, piece.words, at, piece.end)
        if piece.given_count < 0:
            said = head_at(
                piece.buf, piece.words, at, stop, piece.layouts, piece.layout_count, piece.clean, piece.spare, piece.met
            )
        else:
            said = given_head(piece, number, at, stop)
            if number < piece.given_count and piece.given[number * COLUMNS + BEGIN] == at:
                number += 1
        if said == HEAD:
            if count:
                slot = close(piece, programs, count - 1, head_end, at, slot)
            piece.spare[STATEMENT] = UNREAD
            opened(piece, count, at)
            count += 1
            head_end = stop
        elif count == 0:
            for column in range(COLUMNS):
                piece.spare[column] = -1
            opened(piece, count, at)
            count = 1
        elif said == UNSURE:
            rows[STATEMENT * room + count - 1] = LEFT
        rows[LINES * room + count - 1] += 1
        at = stop + 1
    if count:
        slot = close(piece, programs, count - 1, head_end, piece.end, slot)
    return count, slot


def scan(
    buf, words, end, layouts, layout_count, given, given_count, rows, room, keep, keep_room, spare, met, path, counts,
    steps, begins, literals, children, run_begins, run_lengths, candidate_list, candidate_begins, ranks, by_run, by_run_count,
    needs,
):  # fmt: skip
    """Do what `scanned` does, from a piece's bytes and the arrays of the programs; both numbers go to *counts*."""
    met[0] = -1
    met[2] = -1
    clean = is_clean(buf, words, 0, end)
    piece = Piece(
        buf, words, end, layouts, layout_count, given, given_count, clean, rows, room, keep, keep_room, spare, met, path
    )
    programs = Programs(
        steps, begins, literals, children, run_begins, run_lengths, candidate_list, candidate_begins, ranks, by_run,
        by_run_count, needs,
    )  # fmt: skip
    counts[0], counts[1] = scanned(piece, programs)
