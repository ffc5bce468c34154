"""How the kernel takes one message apart: the steps of a program, compiled by numba. Positions are offsets into the bytes.

A step gives where what it takes ends, or why it takes nothing; the two numbers to be kept; and what its choice leaves in doubt.
"""

from numba import njit

from forensics.engines.fast import programs as p
from forensics.engines.fast.characters import (
    float_end,
    found,
    is_beyond_ascii,
    is_digit,
    is_name,
    is_space,
    is_word,
    null_at,
    number_at,
    spaced,
    stands,
    word_at,
)
from forensics.engines.fast.columns import NULL
from forensics.engines.fast.shapes import (
    ack_body,
    ack_head,
    ack_named,
    client_end,
    closed_end,
    command_end,
    enclosed,
    fields_end,
    flag,
    json_int,
    json_list_end,
    last_closing,
    numbers_end,
    pairs_end,
    re_put,
    re_put_body,
)

LITERAL, TEXT_UNTIL, WORD_UNTIL, TEXT_FINAL, WORD_FINAL = p.LITERAL, p.TEXT_UNTIL, p.WORD_UNTIL, p.TEXT_FINAL, p.WORD_FINAL
TEXT_END, REST_END, INT, BOOL, JSON_INT, FLOAT = p.TEXT_END, p.REST_END, p.INT, p.BOOL, p.JSON_INT, p.FLOAT
KEY, TLS, COUNTS, NAME, IDENTIFIER, TO_BRACKET = p.KEY, p.TLS, p.COUNTS, p.NAME, p.IDENTIFIER, p.TO_BRACKET
TO_BRACE, CLOSED, COMMAND, BRACED, CLIENT = p.TO_BRACE, p.CLOSED, p.COMMAND, p.BRACED, p.CLIENT
ENCLOSED, NUMBERS, JSON_LIST, ACK_HEAD, RE_PUT = p.ENCLOSED, p.NUMBERS, p.JSON_LIST, p.ACK_HEAD, p.RE_PUT
ACK_BODY, RE_PUT_BODY, REMOTE_PUT, SUSPEND, SUSPEND_BODY = p.ACK_BODY, p.RE_PUT_BODY, p.REMOTE_PUT, p.SUSPEND, p.SUSPEND_BODY
MARK, THREAD, PATH, GUESSES, OR_NULL = p.MARK, p.THREAD, p.PATH, p.GUESSES, p.OR_NULL

FAILED, GONE, UNKNOWN, REFUSED = -1, -2, -3, -4
"""Instead of an end: what stands here is nothing to the step; its literal stands nowhere behind; only the expression can tell;
it can be no such message."""
GUESSED, GREEDY = 1, 2
"""Doubts, as bits: a step took the first of several choices; it may have taken more than it had to, and what is not found
behind it may stand before its end."""


@njit
def run_end(code, buf, at, end):
    """Return where the longest text ends that a step with a class of characters takes, or why it takes none."""
    i = at
    if code == NAME:
        while i < end and is_name(buf[i]):
            i += 1
        return i
    if code == IDENTIFIER:
        while i < end and is_word(buf[i]):
            i += 1
        return UNKNOWN if is_beyond_ascii(buf, i, end) else i if i > at else FAILED
    if code == KEY:
        if i >= end or not (65 <= buf[i] <= 90 or 97 <= buf[i] <= 122):
            return FAILED
        while i < end and (is_word(buf[i]) or buf[i] == 46):
            i += 1
        return UNKNOWN if is_beyond_ascii(buf, i, end) else i
    if code == FLOAT:
        return float_end(buf, at, end)
    if code == TLS:
        if i + 3 > end or buf[i] != 116 or buf[i + 1] != 108 or buf[i + 2] != 115:
            return FAILED
        i += 3
        while i + 1 < end and buf[i] == 46 and is_word(buf[i + 1]):
            i += 1
            while i < end and is_word(buf[i]):
                i += 1
        if is_beyond_ascii(buf, i, end) or (i < end and buf[i] == 46 and is_beyond_ascii(buf, i + 1, end)):
            return UNKNOWN
        return i if i > at + 3 else FAILED
    if code == COUNTS:
        while i < end and (is_digit(buf[i]) or buf[i] == 58 or buf[i] == 44 or buf[i] == 32):
            i += 1
        return i
    if code == TO_BRACKET or code == TO_BRACE:
        while i < end and buf[i] != 93 and buf[i] != 125:
            i += 1
        return i + 1 if i < end and buf[i] == (93 if code == TO_BRACKET else 125) else FAILED
    while i < end and not is_space(buf[i]):
        i += 1
    if i == at:
        return FAILED
    word_end = i
    while i < end and (buf[i] == 32 or buf[i] == 9):
        i += 1
    return i if i > word_end else FAILED


@njit
def text_step(code, buf, at, end, bare_end, literals, begin, length, flags):
    """Take a literal, or a text up to a literal or to the message's end."""
    if code == LITERAL:
        if stands(buf, at, end, literals, begin, length):
            return at + length, at, -1, flags & GUESSES
        return FAILED, at, -1, 0
    if code == TEXT_UNTIL or code == WORD_UNTIL:
        high = found(buf, at, end, literals, begin, length)
        if high < 0:
            return GONE, at, -1, 0
        fits = code == TEXT_UNTIL or not spaced(buf, at, high)
        return high + length if fits else FAILED, at, high, flags & GUESSES
    if code == TEXT_FINAL or code == WORD_FINAL:
        high = bare_end - length
        while is_space(literals[begin + length - 1 - (high - bare_end + length)]):
            high += 1
        if high < at or not stands(buf, high, end, literals, begin, length):
            return GONE, at, -1, 0
        return end if code == TEXT_FINAL or not spaced(buf, at, high) else FAILED, at, high, 0
    if code == REST_END:
        return end, at, end, 0
    high = max(at, bare_end)
    return end if code == TEXT_END or not spaced(buf, at, high) else FAILED, at, high, 0


@njit
def number_step(code, buf, at, end, flags):
    """Take a number, or a truth."""
    if code == BOOL:
        if word_at(buf, at, end, b"true"):
            return at + 4, 1, 0, 0
        return at + 5 if word_at(buf, at, end, b"false") else FAILED, 0, 0, 0
    if code == JSON_INT:
        value, stop = json_int(buf, at, end)
        return UNKNOWN if stop < 0 or stop == at else stop, value, 0, GUESSED
    doubt = GUESSED | GREEDY if flags & GUESSES else 0
    value, stop = number_at(buf, at, end)
    if stop < 0:
        return UNKNOWN, 0, 0, doubt
    if stop > at:
        return stop, value, 0, doubt
    return at + 4 if code == INT and null_at(buf, at, end) else FAILED, NULL, 0, doubt


@njit
def shape_step(code, buf, at, end, bare_end, literals, begin, length, flags, tail, doubt):
    """Take what RocketMQ prints of an object as a text; *tail* is the length of the literal behind it."""
    stop = at + 4
    if code == CLOSED:
        stop = closed_end(buf, at, end, literals, begin, length, flags & OR_NULL)
        return stop, at, stop, GUESSED if stop >= 0 else 0
    if code == CLIENT:
        stop = client_end(buf, at, end, literals, begin, length)
    elif code == ENCLOSED:
        if not (flags & OR_NULL and null_at(buf, at, end)):
            stop = bare_end - tail if enclosed(buf, at, bare_end - tail, literals, begin, length) else FAILED
        return stop, at, stop, 0
    elif code == COMMAND:
        stop = command_end(buf, at, end, literals, begin, length)
    elif code == BRACED:
        stop = last_closing(buf, at, end)
        return stop, at, stop, GUESSED | GREEDY if stop >= 0 or doubt & GUESSED else 0
    elif code == NUMBERS:
        if null_at(buf, at, end):
            return stop, NULL, 0, GUESSED
        stop = numbers_end(buf, at, end)
    elif code == JSON_LIST:
        stop = json_list_end(buf, at, end)
    else:
        stop = pairs_end(buf, at, end)
        return stop, at, stop, GUESSED | GREEDY
    return stop, at, stop, GUESSED


@njit
def part_step(code, buf, at, end, keep, slot):
    """Take what RocketMQ prints of an object apart; what is not the last number of it is kept in *keep* from *slot* on."""
    if code == ACK_HEAD:
        if not ack_named(buf, at, end):
            return FAILED, at, -1, GUESSED if at < end and (buf[at] == 65 or buf[at] == 66) else 0
        stop = ack_head(buf, at, end, keep, slot)
        return stop, keep[slot], keep[slot + 1], GUESSED
    if code == RE_PUT:
        stop = re_put(buf, at, end, keep, slot)
        return stop, keep[slot], 0, GUESSED
    if code == SUSPEND:
        return flag(buf, at, end, b", suspend="), 0, 0, GUESSED
    if code == SUSPEND_BODY:
        return flag(buf, at, end, b',"sp":'), 0, 0, GUESSED
    if code == ACK_BODY:
        if at >= end or buf[at] != 123:
            return FAILED, at, -1, 0
        stop = ack_body(buf, at, end, keep, slot)
        return stop, keep[slot], keep[slot + 1], GUESSED | GREEDY
    if code == RE_PUT_BODY:
        stop = re_put_body(buf, at, end, keep, slot)
        return stop, keep[slot], 0, GUESSED
    if code == REMOTE_PUT:
        if word_at(buf, at, end, b", remotePut=true"):
            return at + 16, 1, 0, GUESSED
        return at + 17 if word_at(buf, at, end, b", remotePut=false") else at, 0, 0, GUESSED
    if not word_at(buf, at, end, b"RemotingCommand ["):
        return FAILED, at, -1, 0
    stop = fields_end(buf, at, end, keep, slot)
    return stop if stop >= 0 else UNKNOWN, keep[slot + 16], keep[slot + 17], GUESSED


@njit
def other_step(code, message, at, literals, begin, length):
    """Look at what is no text: a mark, the thread's name, the beginning of a path."""
    buf, end = message.buf, message.end
    if code == MARK:
        return at, at, at, 0
    if code == THREAD:
        same = message.thread >= 0 and message.thread_end - message.thread == length
        fits = same and stands(buf, message.thread, message.thread_end, literals, begin, length)
        return at if fits else REFUSED, at, -1, 0
    if code == PATH:
        if at < end and buf[at] == 47:
            return at + 1, at, -1, 0
        drive = at + 2 < end and (65 <= buf[at] <= 90 or 97 <= buf[at] <= 122) and buf[at + 1] == 58 and buf[at + 2] == 92
        return at + 3 if drive else FAILED, at, -1, 0
    return FAILED, at, -1, GUESSED
