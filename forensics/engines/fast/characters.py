"""Characters, literals and numbers in bytes, compiled by numba. Bytes come as a pointer, and positions are offsets from it.

Of control characters only tab and line feed come here, and beyond ASCII no white space and no digits, so that these classes are
those of `re`. Which characters beyond ASCII are of words is not known here: who asks for words is unsure where one ends at such.
"""

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

_LONGEST_NUMBER = 18
_EACH = 0x0101010101010101
_ONES, _HIGHS = np.uint64(_EACH), np.uint64(_EACH * 0x80)
_TABS, _FEEDS, _BLANKS = np.uint64(_EACH * 9), np.uint64(_EACH * 10), np.uint64(_EACH * 32)
"""The same byte eight times over."""


@njit
def line_end(buf, words, at, end):
    """Return where the line that goes on at a position ends: at its line feed, or at the end. *words* are the bytes by eights."""
    while at & 7 and at < end:
        if buf[at] == 10:
            return at
        at += 1
    word = at >> 3
    last = end >> 3
    while word < last:
        other = words[word] ^ _FEEDS
        if (other - _ONES) & ~other & _HIGHS:
            break
        word += 1
    at = max(at, word << 3)
    while at < end and buf[at] != 10:
        at += 1
    return at


@njit
def is_plain(c):
    """Return whether a character is of ASCII and no control character but tab and line feed."""
    return c < 128 and (c >= 32 or c == 9 or c == 10)


@njit
def is_clean(buf, words, at, end):
    """Return whether there are only plain characters between two positions."""
    while at & 7 and at < end:
        if not is_plain(buf[at]):
            return False
        at += 1
    bad = np.uint64(0)
    last = max(at, end & ~7)
    for word in range(at >> 3, last >> 3):
        w = words[word]
        control = ~((w | _HIGHS) - _BLANKS)
        other = (((w ^ _TABS) | _HIGHS) - _ONES) & (((w ^ _FEEDS) | _HIGHS) - _ONES)
        bad |= (w | (control & other)) & _HIGHS
    if bad:
        return False
    for i in range(last, end):
        if not is_plain(buf[i]):
            return False
    return True


@njit
def character_end(buf, at, end):
    """Return where the character beyond ASCII ends that begins at a position in UTF-8, -1 for one that is not known here.

    Known are blocks without white space and digits, in whatever release of Unicode: Latin to Hebrew, punctuation, signs, Chinese,
    Japanese, Korean, what fonts define, and pictures.
    """
    first = buf[at]
    if first < 0xC2 or first > 0xF4:
        return -1
    size = 2 + (first >= 0xE0) + (first >= 0xF0)
    if at + size > end:
        return -1
    code = first & (0x7F >> size)
    for i in range(at + 1, at + size):
        if buf[i] & 0xC0 != 0x80:
            return -1
        code = code << 6 | (buf[i] & 0x3F)
    if size == 2:
        known = 0xA1 <= code <= 0x65F
    elif size == 4:
        known = 0x1F000 <= code <= 0x1FAFF or 0x20000 <= code <= 0x3FFFF
    elif code < 0x3000:
        spaces = 0x2000 <= code <= 0x200A or code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F
        known = code >= 0x1E00 and not spaces
    else:
        known = 0x3001 <= code <= 0xA61F or 0xAC00 <= code <= 0xD7FF or 0xE000 <= code <= 0xFF0F or code >= 0xFF1A
    return at + size if known else -1


@njit
def is_readable(buf, words, at, end):
    """Return whether there are only plain characters between two positions, and such beyond ASCII as are known."""
    if is_clean(buf, words, at, end):
        return True
    while at < end:
        if buf[at] < 128:
            if not is_plain(buf[at]):
                return False
            at += 1
        else:
            at = character_end(buf, at, end)
            if at < 0:
                return False
    return True


@njit
def is_beyond_ascii(buf, at, end):
    """Return whether a character beyond ASCII begins at a position."""
    return at < end and buf[at] >= 128


@njit
def is_space(c):
    """Return whether a character is white space."""
    return c == 32 or c == 9 or c == 10


@njit
def is_digit(c):
    """Return whether a character is a digit."""
    return 48 <= c <= 57


@njit
def is_word(c):
    """Return whether a character is a letter, a digit or an underscore."""
    return 48 <= c <= 57 or 65 <= c <= 90 or 97 <= c <= 122 or c == 95


@njit
def word_at(buf, at, end, word):
    """Return whether *word* stands at a position."""
    if at + len(word) > end:
        return False
    for j in range(len(word)):
        if buf[at + j] != word[j]:
            return False
    return True


@intrinsic
def eight_at(_context, pointer, at):
    """Return the eight bytes that begin at a position, wherever that is."""

    def made(_context, builder, _signature, arguments):
        address = builder.gep(arguments[0], [arguments[1]])
        return builder.load(builder.bitcast(address, ir.IntType(64).as_pointer()), align=1)

    return types.uint64(pointer, at), made


@njit
def stands(buf, at, end, literal, begin, length):
    """Return whether a literal stands at a position."""
    if at + length > end:
        return False
    i = 0
    while i + 8 <= length:
        if eight_at(buf, at + i) != eight_at(literal, begin + i):  # type: ignore[call-arg]  # numba gives the context itself
            return False
        i += 8
    while i < length:
        if buf[at + i] != literal[begin + i]:
            return False
        i += 1
    return True


@njit
def found(buf, at, end, literal, begin, length):
    """Return where a literal first stands, -1 for nowhere."""
    first = literal[begin]
    last = end - length
    while at <= last:
        if buf[at] == first and stands(buf, at, end, literal, begin, length):
            return at
        at += 1
    return -1


@njit
def spaced(buf, at, end):
    """Return whether white space stands between two positions."""
    for i in range(at, end):
        if is_space(buf[i]):
            return True
    return False


@njit
def number_at(buf, at, end):
    """Return the number that begins at a position, and where it ends: there for none, -1 for one too long."""
    i = at
    negative = False
    if i < end and buf[i] == 45:
        negative = True
        i += 1
    begin = i
    value = 0
    while i < end and is_digit(buf[i]):
        if i - begin >= _LONGEST_NUMBER:
            return 0, -1
        value = value * 10 + (buf[i] - 48)
        i += 1
    if i == begin:
        return 0, at
    return (-value if negative else value), i


@njit
def null_at(buf, at, end):
    """Return whether `null` stands at a position."""
    return at + 4 <= end and buf[at] == 110 and buf[at + 1] == 117 and buf[at + 2] == 108 and buf[at + 3] == 108


@njit
def float_end(buf, at, end):
    """Return where a printed number with a fraction ends, -1 for none."""
    i = at
    if i + 3 <= end and buf[i] == 78 and buf[i + 1] == 97 and buf[i + 2] == 78:
        return i + 3
    if i < end and buf[i] == 45:
        i += 1
    begin = i
    while i < end and (is_digit(buf[i]) or buf[i] == 46):
        i += 1
    if i == begin:
        return -1
    if i < end and buf[i] == 69:
        j = i + 1
        if j < end and buf[j] == 45:
            j += 1
        if j < end and is_digit(buf[j]):
            while j < end and is_digit(buf[j]):
                j += 1
            return j
    return i


@njit
def is_name(c):
    """Return whether a character can stand in a name without being taken for what follows it."""
    return is_word(c) or c == 37 or c == 45 or c == 46 or c == 36 or c == 64 or c == 124 or c == 58 or c == 47
