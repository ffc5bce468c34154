"""All columns of some records or events in one call: heads, and what was kept. Compiled by numba; arrays are pointers."""

from forensics.engines.fast.columns import (
    BEGIN,
    LAYOUT,
    LEVEL,
    LINES,
    NULL,
    NUMBERS,
    PID,
    PRINTED,
    STATEMENT,
    STOP,
    TRUTHS,
    UNREAD,
)
from forensics.engines.fast.gather import marks_at, measured_at, words_at


def numbered(table, room, total, left, numbers, bases, moved, lasting, codes, count, places, counted):
    """Fill *codes*, with room for *count* each, with what is told of the records of a piece by numbers, but for those *left*.

    They are the id, line, offset, earliest and latest time, order, process and, behind the thread's, level and statement; *bases*
    are the first id, line, offset and order, *moved* and *lasting* by layout what their times are ahead of UTC and last. *places*
    get which of the records each is, and *counted* the sums of lines, unread lines, unread records and bytes, the earliest and
    the latest time, and how many there are of each layout.
    """
    i = 0
    line = bases[1]
    for row in range(total):
        lines = table[LINES * room + row]
        if not left[row]:
            begin, layout, statement = table[BEGIN * room + row], table[LAYOUT * room + row], table[STATEMENT * room + row]
            low = table[PRINTED * room + row] - moved[layout]
            high = low + lasting[layout]
            codes[i], codes[count + i], codes[2 * count + i] = bases[0] + numbers[i], line, bases[2] + begin
            codes[3 * count + i], codes[4 * count + i], codes[5 * count + i] = low, high, bases[3] + numbers[i]
            codes[6 * count + i] = table[PID * room + row]
            codes[8 * count + i], codes[9 * count + i] = table[LEVEL * room + row], statement
            places[row] = i
            counted[0] += lines
            if statement == UNREAD:
                counted[1] += lines
                counted[2] += 1
            counted[3] += table[STOP * room + row] - begin
            counted[4] = low if i == 0 else min(counted[4], low)
            counted[5] = high if i == 0 else max(counted[5], high)
            counted[6 + layout] += 1
            i += 1
        line += lines


def instants(at, count, before, known, codes, bits, first_bit, beats, last, rows, which, found):
    """Fill *rows* with which of records, by their times *at*, show a new time, *which* with the beat it is new of, -1 for all.

    *before* is the time above the first, if it is *known*. *beats* is by a statement's code the beat that it is, or -1, *last* by
    beat the time that was shown last; *bits* tell from *first_bit* on which records have a code: all, where that is negative. How
    many there are goes to *found*.
    """
    n = 0
    for i in range(count):
        if at[i] != before or (i == 0 and known == 0):
            rows[n], which[n] = i, -1
            n += 1
        before = at[i]
        bit = first_bit + i
        if first_bit < 0 or bits[bit >> 3] >> (bit & 7) & 1:
            beat = beats[codes[i]]
            if beat >= 0 and last[beat] != at[i]:
                rows[n], which[n] = i, beat
                n += 1
                last[beat] = at[i]
    found[0] = n


def heads(codes, room, numbers, words, places, rows, count, scratch, taken, order, indices, bits, found):
    """Fill *taken* with the columns of *codes*, which has *room* for each, at the *places* of *rows*.

    First come *numbers*, the last of which is -1 where it is null, then *words*, which are also numbered as they first appear:
    see `gather.words_of`. What is null goes to *found*: of the last number, then of each word behind how many distinct ones.
    """
    for column in range(numbers + words):
        for i in range(count):
            taken[column * count + i] = codes[column * room + places[rows[i]]]
    stride = count // 8 + 1
    found[0] = marks_at(taken, (numbers - 1) * count, count, -1, 0, bits, 0)
    for word in range(words):
        distinct, nulls = words_at(
            taken, (numbers + word) * count, count, scratch, order, indices, word * count, bits, (1 + word) * stride
        )
        found[1 + 2 * word], found[2 + 2 * word] = distinct, nulls


def filled(buf, values, count, spec, columns, offsets, bits, found):
    """Make columns of the two rows of *values* that each is of, as *spec* says: their bitmaps, and of texts the offsets.

    The second bitmap of a truth is where it is one. How many are null goes to *found*, and behind it the length of all texts.
    """
    stride = count // 8 + 1
    for column in range(columns):
        low, code, how = spec[3 * column] * count, spec[3 * column + 1], spec[3 * column + 2]
        byte = 2 * column * stride
        found[2 * column + 1] = 0
        if code == NUMBERS or code == TRUTHS:
            found[2 * column] = marks_at(values, low, count, NULL, 0, bits, byte)
            if code == TRUTHS:
                marks_at(values, low, count, 1, 1, bits, byte + stride)
        else:
            first = column * (count + 1)
            nulls = measured_at(buf, values, low, values, low + count, count, how, offsets, first, bits, byte)
            found[2 * column], found[2 * column + 1] = nulls, offsets[first + count]


def copied(buf, values, count, spec, columns, offsets, data):
    """Fill *data* with the texts of all columns that `filled` measured, one behind the other."""
    begin = 0
    for column in range(columns):
        if spec[3 * column + 1] == NUMBERS or spec[3 * column + 1] == TRUTHS:
            continue
        high, first = (spec[3 * column] + 1) * count, column * (count + 1)
        for i in range(count):
            at, length = begin + offsets[first + i], offsets[first + i + 1] - offsets[first + i]
            start = values[high + i] - length
            for k in range(length):
                data[at + k] = buf[start + k]
        begin += offsets[first + count]
