"""Arrow columns to the bodies of Parquet pages. Compiled by numba at set-up; arrays are pointers, columns are told by address.

The formats are those of parquet-format: a dictionary page and data pages of version 1, whose values are plain, numbers of a
dictionary, or DELTA_BINARY_PACKED; levels and numbers of a dictionary are its hybrid of runs and packed bits.
"""

import numpy as np
from numba import njit, types
from numba.extending import intrinsic

from forensics.engines.fast.stored_columns import DELTA, IN_POOL, NUMBER, NUMBERS, OF_COLUMN, OF_PAGES, PLAIN, TEXT, TRUTH, WORD

(
    _KIND, _ROWS, _THERE, _OFFSET, _VALIDITY, _VALUES, _DATA, _POOL_OFFSET, _POOL_ROWS, _POOL_OFFSETS, _POOL_DATA,
    _ITEMS, _ITEMS_OFFSET, _ITEMS_VALIDITY, _ITEMS_VALUES, _ITEMS_DATA,
) = range(OF_COLUMN)  # fmt: skip
_POOL_BEGIN, _BEGIN, _END, _LEVELS, _VALUED, _ENCODING, _LOWEST, _HIGHEST = range(OF_PAGES)
_BLOCK, _MINI = 128, 32
_RUN = 16
"""How often a value is repeated that is worth a run."""
_ONE, _SEVEN, _EIGHT, _HALF = np.uint64(1), np.uint64(7), np.uint64(8), np.uint64(32)
_LOW_SEVEN, _NEXT, _BYTE, _LOW_HALF = np.uint64(0x7F), np.uint64(0x80), np.uint64(0xFF), np.uint64(0xFFFFFFFF)


def _pointer_to(kind):
    """Return what makes of an address a pointer to numbers of a *kind*."""

    @intrinsic
    def pointer(_context, address):
        def made(context, builder, signature, arguments):
            return builder.inttoptr(arguments[0], context.get_value_type(signature.return_type))

        return types.CPointer(kind)(address), made

    return pointer


@intrinsic
def behind(_context, pointer, count):
    """Return a pointer to what stands so many numbers behind another."""

    def made(_context, builder, _signature, arguments):
        return builder.gep(arguments[0], [arguments[1]])

    return pointer(pointer, count), made


bytes_at, halves_at, numbers_at = _pointer_to(types.uint8), _pointer_to(types.int32), _pointer_to(types.int64)


@njit
def is_there(validity, at):
    """Return whether a row has a value, by the address of the bitmap that tells it, 0 where all have."""
    return validity == 0 or (bytes_at(validity)[at >> 3] >> (at & 7)) & 1 == 1


@njit
def varint(out, at, value):
    """Write a number of no sign, seven bits a byte."""
    while value > _LOW_SEVEN:
        out[at] = (value & _LOW_SEVEN) | _NEXT
        value >>= _SEVEN
        at += 1
    out[at] = value
    return at + 1


@njit
def zigzag(value):
    """Return a number as one of no sign, small where it is near 0."""
    return (np.uint64(value) << _ONE) ^ np.uint64(value >> 63)


@njit
def four(out, at, value):
    """Write the lowest four bytes of a number."""
    for k in range(4):
        out[at + k] = (np.uint64(value) >> np.uint64(8 * k)) & _BYTE
    return at + 4


@njit
def put(out, at, waiting, filled, value, width):
    """Add up to 32 bits to those that wait until there are 32 of them; return what waits then."""
    waiting |= value << np.uint64(filled)
    filled += width
    if filled >= 32:
        four(out, at, waiting)
        return at + 4, waiting >> _HALF, filled - 32
    return at, waiting, filled


@njit
def rest(out, at, waiting, filled):
    """Write the bits that wait still."""
    while filled > 0:
        out[at] = waiting & _BYTE
        waiting >>= _EIGHT
        filled -= 8
        at += 1
    return at


@njit
def step(values, k):
    """Return how much a number is beyond the one before, as one of no sign that wraps."""
    return np.uint64(values[k]) - np.uint64(values[k - 1])


@njit
def mini_block(out, at, values, begin, end, low):
    """Write by how much up to 32 numbers go further than *low*; return how many bits each takes, too."""
    bits = np.uint64(0)
    for k in range(begin, end):
        bits |= step(values, k) - low
    width = 0
    while bits:
        bits >>= _ONE
        width += 1
    if width == 0:
        return at, 0
    waiting, filled = np.uint64(0), 0
    for k in range(begin, begin + _MINI):
        value = step(values, k) - low if k < end else np.uint64(0)
        at, waiting, filled = put(out, at, waiting, filled, value & _LOW_HALF, min(width, 32))
        if width > 32:
            at, waiting, filled = put(out, at, waiting, filled, value >> _HALF, width - 32)
    return at, width


@njit
def delta(out, at, values, count):
    """Write numbers as DELTA_BINARY_PACKED."""
    at = varint(out, at, np.uint64(_BLOCK))
    at = varint(out, at, np.uint64(_BLOCK // _MINI))
    at = varint(out, at, np.uint64(count))
    at = varint(out, at, zigzag(values[0]))
    for first in range(1, count, _BLOCK):
        stop = min(first + _BLOCK, count)
        low = np.int64(step(values, first))
        for k in range(first + 1, stop):
            low = min(low, np.int64(step(values, k)))
        widths = varint(out, at, zigzag(low))
        at = widths + _BLOCK // _MINI
        for mini in range(_BLOCK // _MINI):
            begin = first + mini * _MINI
            at, out[widths + mini] = mini_block(out, at, values, begin, min(begin + _MINI, stop), np.uint64(low))
    return at


@njit
def run_of(values, at, end, most):
    """Return how often the value at a place stands there, up to *most* times."""
    i = at + 1
    while i < end and i - at < most and values[i] == values[at]:
        i += 1
    return i - at


@njit
def hybrid(out, at, values, i, end, width):
    """Write numbers of so many bits as runs of one value, and packed by eights."""
    while i < end:
        length = run_of(values, i, end, end - i)
        if length >= _RUN or i + length == end:
            at = varint(out, at, np.uint64(length) << _ONE)
            for k in range((width + 7) // 8):
                out[at] = (values[i] >> (8 * k)) & 255
                at += 1
            i += length
            continue
        stop = i + 8
        while stop < end and run_of(values, stop, end, _RUN) < _RUN:
            stop += 8
        at = varint(out, at, np.uint64((stop - i) // 8) << _ONE | _ONE)
        waiting, filled = np.uint64(0), 0
        for k in range(i, stop):
            at, waiting, filled = put(out, at, waiting, filled, np.uint64(values[k] if k < end else 0), width)
        at = rest(out, at, waiting, filled)
        i = stop
    return at


@njit
def levels(out, at, values, begin, end, width):
    """Write levels, their length before them."""
    stop = hybrid(out, at + 4, values, begin, end, width)
    four(out, at, stop - at - 4)
    return stop


@njit
def text(out, at, offsets, data, i):
    """Write a text, its length before it."""
    begin, length = offsets[i], offsets[i + 1] - offsets[i]
    at = four(out, at, length)
    for k in range(length):
        out[at + k] = data[begin + k]
    return at + length


@njit
def defined(out, at, told, scratch):
    """Write which rows have a value."""
    rows, there = told[_ROWS], told[_THERE]
    if there == rows or there == 0:
        end = varint(out, at + 4, np.uint64(rows) << _ONE)
        out[end] = there > 0
        four(out, at, end + 1 - at - 4)
        return end + 1
    for i in range(rows):
        scratch[i] = is_there(told[_VALIDITY], told[_OFFSET] + i)
    return levels(out, at, scratch, 0, rows, 1)


@njit
def nested(out, at, told, scratch):
    """Write the levels of lists; return how many there are, and how many of them have a value, too."""
    offsets, half = numbers_at(told[_VALUES]), told[_ROWS] + told[_ITEMS]
    count = values = 0
    for i in range(told[_OFFSET], told[_OFFSET] + told[_ROWS]):
        is_list = is_there(told[_VALIDITY], i)
        scratch[count], scratch[half + count] = 0, is_list
        length = offsets[i + 1] - offsets[i] if is_list else 0
        for k in range(length):
            there = is_there(told[_ITEMS_VALIDITY], told[_ITEMS_OFFSET] + offsets[i] + k)
            scratch[count + k], scratch[half + count + k] = k > 0, 2 + there
            values += there
        count += max(length, 1)
    at = levels(out, at, scratch, 0, count, 1)
    return levels(out, at, scratch, half, half + count, 2), count, values


@njit
def valued(numbers, validity, begin, end, values, count):
    """Add the numbers that are there to *values*; return how many there are now."""
    if validity == 0:
        for i in range(end - begin):
            values[count + i] = numbers[begin + i]
        return count + end - begin
    for i in range(begin, end):
        if is_there(validity, i):
            values[count] = numbers[i]
            count += 1
    return count


@njit
def number_page(out, at, values, count, pages):
    """Write numbers, and note the least and the greatest."""
    low = high = values[0]
    for i in range(count):
        low = min(low, values[i])
        high = max(high, values[i])
    pages[_ENCODING], pages[_LOWEST], pages[_HIGHEST] = DELTA, low, high
    return delta(out, at, values, count)


@njit
def texts(out, at, offsets, data, validity, begin, end):
    """Write the texts that are there."""
    for i in range(begin, end):
        if is_there(validity, i):
            at = text(out, at, offsets, data, i)
    return at


@njit
def truth_page(out, at, told):
    """Write the truths that are there, a bit each."""
    bits = bytes_at(told[_VALUES])
    waiting, filled = np.uint64(0), 0
    for i in range(told[_OFFSET], told[_OFFSET] + told[_ROWS]):
        if is_there(told[_VALIDITY], i):
            at, waiting, filled = put(out, at, waiting, filled, np.uint64((bits[i >> 3] >> (i & 7)) & 1), 1)
    return rest(out, at, waiting, filled)


@njit
def word_page(out, at, told, scratch):
    """Write the numbers that the words which are there have in their dictionary."""
    width = 1
    while told[_POOL_ROWS] > 1 << width:
        width += 1
    numbers, count = halves_at(told[_VALUES]), 0
    for i in range(told[_OFFSET], told[_OFFSET] + told[_ROWS]):
        if is_there(told[_VALIDITY], i):
            scratch[count] = numbers[i]
            count += 1
    out[at] = width
    return hybrid(out, at + 1, scratch, 0, count, width)


@njit
def list_page(out, at, told, scratch, pages):
    """Write what the lists hold and is there."""
    lists, validity, count = numbers_at(told[_VALUES]), told[_ITEMS_VALIDITY], 0
    for i in range(told[_OFFSET], told[_OFFSET] + told[_ROWS]):
        if not is_there(told[_VALIDITY], i):
            continue
        begin, end = told[_ITEMS_OFFSET] + lists[i], told[_ITEMS_OFFSET] + lists[i + 1]
        if told[_KIND] == NUMBERS:
            count = valued(numbers_at(told[_ITEMS_VALUES]), validity, begin, end, scratch, count)
        else:
            at = texts(out, at, numbers_at(told[_ITEMS_VALUES]), bytes_at(told[_ITEMS_DATA]), validity, begin, end)
    return number_page(out, at, scratch, count, pages) if told[_KIND] == NUMBERS else at


@njit
def value_page(out, at, told, scratch, pages):
    """Write what a column has of values; there are some."""
    kind, validity, begin, end = told[_KIND], told[_VALIDITY], told[_OFFSET], told[_OFFSET] + told[_ROWS]
    if kind == NUMBER:
        return number_page(out, at, scratch, valued(numbers_at(told[_VALUES]), validity, begin, end, scratch, 0), pages)
    if kind == TEXT:
        return texts(out, at, numbers_at(told[_VALUES]), bytes_at(told[_DATA]), validity, begin, end)
    if kind == TRUTH:
        return truth_page(out, at, told)
    if kind == WORD:
        pages[_ENCODING] = IN_POOL
        return word_page(out, at, told, scratch)
    return list_page(out, at, told, scratch, pages)


@njit
def pages_of(out, at, told, scratch, pages):
    """Write the bodies of a column's pages: a dictionary where it has one and uses it, levels and values."""
    pages[_POOL_BEGIN], pages[_ENCODING], pages[_LOWEST], pages[_HIGHEST] = at, PLAIN, 0, -1
    if told[_KIND] == WORD:
        pool, end = numbers_at(told[_POOL_OFFSETS]), told[_POOL_OFFSET] + told[_POOL_ROWS]
        at = texts(out, at, pool, bytes_at(told[_POOL_DATA]), 0, told[_POOL_OFFSET], end)
    pages[_BEGIN], pages[_LEVELS] = at, told[_ROWS]
    if told[_KIND] <= WORD:
        at, pages[_VALUED] = defined(out, at, told, scratch), told[_THERE]
    else:
        at, pages[_LEVELS], pages[_VALUED] = nested(out, at, told, scratch)
    if pages[_VALUED]:
        at = value_page(out, at, told, scratch, pages)
    pages[_END] = at
    return at


def encoded(spec, columns, out, scratch, pages):
    """Write to *out*, one behind the other, the pages of *columns* that *spec* tells, and to *pages* what they are."""
    at = 0
    for column in range(columns):
        at = pages_of(out, at, behind(spec, column * OF_COLUMN), scratch, behind(pages, column * OF_PAGES))  # type: ignore[call-arg]
