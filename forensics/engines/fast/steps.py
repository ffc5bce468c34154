"""How the kernel takes one message apart: the steps of a program, compiled by numba. Positions are offsets into the bytes.

Only ASCII without control characters but tab and line feed comes here, so that classes of characters are those of `re`.
"""

from numba import njit

from forensics.engines.fast import programs as p
from forensics.engines.fast.characters import (
    NULL,
    float_end,
    found,
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
from forensics.engines.fast.shapes import (
    ack_body,
    ack_head,
    ack_named,
    client_end,
    closed_end,
    command_end,
    enclosed,
    fields_end,
    json_int,
    json_list_end,
    last_closing,
    numbers_end,
    pairs_end,
    re_put,
    re_put_body,
)

NO, YES, MAYBE = 0, 1, 2
"""What a program says of a message: that its expression does not fit, that it does, or that only the expression can tell."""
LITERAL, TEXT_UNTIL, WORD_UNTIL, TEXT_FINAL, WORD_FINAL = p.LITERAL, p.TEXT_UNTIL, p.WORD_UNTIL, p.TEXT_FINAL, p.WORD_FINAL
TEXT_END, WORD_END, REST_END, INT, BOOL, FLOAT, KEY, TLS = (
    p.TEXT_END, p.WORD_END, p.REST_END, p.INT, p.BOOL, p.FLOAT, p.KEY, p.TLS,
)  # fmt: skip
PADDED, COUNTS, CLOSED, COMMAND, BRACED, NAME, DIGITS = p.PADDED, p.COUNTS, p.CLOSED, p.COMMAND, p.BRACED, p.NAME, p.DIGITS
NUMBERS, ACK_HEAD, RE_PUT, MARK, END, ASK, NEVER = p.NUMBERS, p.ACK_HEAD, p.RE_PUT, p.MARK, p.END, p.ASK, p.NEVER
THREAD, PATH, IDENTIFIER, PAIRS, JSON_INT, JSON_LIST = p.THREAD, p.PATH, p.IDENTIFIER, p.PAIRS, p.JSON_INT, p.JSON_LIST
ACK_BODY, RE_PUT_BODY, TO_BRACKET, TO_BRACE = p.ACK_BODY, p.RE_PUT_BODY, p.TO_BRACKET, p.TO_BRACE
REMOTE_PUT, FIELDS, ENCLOSED, CLIENT = p.REMOTE_PUT, p.FIELDS, p.ENCLOSED, p.CLIENT
CAPTURES, GUESSES, OR_NULL, INNER = p.CAPTURES, p.GUESSES, p.OR_NULL, p.INNER


@njit(nogil=True, cache=True)
def run_end(code, buf, at, end):
    """Return where the longest text ends that a step with a class of characters takes, -1 for none."""
    i = at
    if code == KEY:
        if i >= end or not (65 <= buf[i] <= 90 or 97 <= buf[i] <= 122):
            return -1
        while i < end and (is_word(buf[i]) or buf[i] == 46):
            i += 1
        return i
    if code == FLOAT:
        return float_end(buf, at, end)
    if code == TLS:
        if i + 3 > end or buf[i] != 116 or buf[i + 1] != 108 or buf[i + 2] != 115:
            return -1
        i += 3
        while i + 1 < end and buf[i] == 46 and is_word(buf[i + 1]):
            i += 1
            while i < end and is_word(buf[i]):
                i += 1
        return i if i > at + 3 else -1
    if code == COUNTS:
        while i < end and (is_digit(buf[i]) or buf[i] == 58 or buf[i] == 44 or buf[i] == 32):
            i += 1
        return i
    if code == NAME:
        while i < end and is_name(buf[i]):
            i += 1
        return i
    if code == IDENTIFIER:
        while i < end and is_word(buf[i]):
            i += 1
        return i if i > at else -1
    if code == TO_BRACKET or code == TO_BRACE:
        while i < end and buf[i] != 93 and buf[i] != 125:
            i += 1
        return i + 1 if i < end and buf[i] == (93 if code == TO_BRACKET else 125) else -1
    while i < end and not is_space(buf[i]):
        i += 1
    if i == at:
        return -1
    word_end = i
    while i < end and (buf[i] == 32 or buf[i] == 9):
        i += 1
    return i if i > word_end else -1


@njit(nogil=True, cache=True)
def still_possible(buf, at, end, steps, step, last, literal):
    """Return whether what is left of a program's literals stands somewhere behind a position, in their order."""
    for s in range(step, last):
        code = steps[s, 0]
        if code <= WORD_FINAL and steps[s, 2] > 0 and not steps[s, 3] & INNER:
            at = found(buf, at, end, literal, steps[s, 1], steps[s, 2])
            if at < 0:
                return False
            at += steps[s, 2]
    return True


@njit(nogil=True, cache=True)
def run(buf, at, end, bare_end, thread, thread_end, steps, step, last, literal, keep, slot):
    """Run a program's steps over a message, which ends bare of white space at *bare_end*.

    Return what it says, and the slot behind what it kept.
    """
    # guessed: a step took the first of several choices. greedy: a step may have taken more than it had to, and what is not
    # found behind it may stand before its end.
    guessed = False
    greedy = False
    for s in range(step, last):
        code, begin, length, flags = steps[s, 0], steps[s, 1], steps[s, 2], steps[s, 3]
        before = at
        stop = -1
        low = at
        high = -1
        if flags & INNER:
            guessed = True
        if code == LITERAL:
            if stands(buf, at, end, literal, begin, length):
                stop = at + length
        elif code == TEXT_UNTIL or code == WORD_UNTIL:
            high = found(buf, at, end, literal, begin, length)
            if high < 0:
                return (MAYBE if greedy else NO), slot
            if flags & GUESSES:
                guessed = True
            if code == TEXT_UNTIL or not spaced(buf, at, high):
                stop = high + length
        elif code == TEXT_FINAL or code == WORD_FINAL:
            high = bare_end - length
            while is_space(literal[begin + length - 1 - (high - bare_end + length)]):
                high += 1
            if high < at or not stands(buf, high, end, literal, begin, length):
                return (MAYBE if greedy else NO), slot
            if code == TEXT_FINAL or not spaced(buf, at, high):
                stop = end
        elif code == TEXT_END or code == WORD_END:
            high = max(at, bare_end)
            if code == TEXT_END or not spaced(buf, at, high):
                stop = end
        elif code == REST_END:
            high = end
            stop = end
        elif code == END:
            return (YES if at >= bare_end else MAYBE if guessed else NO), slot
        elif code == INT or code == DIGITS:
            if flags & GUESSES:
                guessed = greedy = True
            low, stop = number_at(buf, at, end)
            if stop < 0:
                return MAYBE, slot
            if stop == at:
                stop = -1
                if code == INT and null_at(buf, at, end):
                    low, stop = NULL, at + 4
            high = 0
        elif code == BOOL:
            if at + 4 <= end and buf[at] == 116 and buf[at + 1] == 114 and buf[at + 2] == 117 and buf[at + 3] == 101:
                low, stop = 1, at + 4
            elif (
                at + 5 <= end and buf[at] == 102 and buf[at + 1] == 97 and buf[at + 2] == 108 and buf[at + 3] == 115
                and buf[at + 4] == 101
            ):  # fmt: skip
                low, stop = 0, at + 5
            high = 0
        elif code == CLOSED:
            stop = closed_end(buf, at, end, literal, begin, length, flags & OR_NULL)
            high = stop
            guessed = guessed or stop >= 0
        elif code == CLIENT:
            stop = client_end(buf, at, end, literal, begin, length)
            high = stop
            guessed = True
        elif code == ENCLOSED:
            tail = steps[s + 1, 2] if steps[s + 1, 0] == LITERAL else 0
            if flags & OR_NULL and null_at(buf, at, end):
                stop = at + 4
            elif enclosed(buf, at, bare_end - tail, literal, begin, length):
                stop = bare_end - tail
            high = stop
        elif code == COMMAND:
            stop = command_end(buf, at, end, literal, begin, length)
            high = stop
            guessed = True
        elif code == BRACED:
            stop = last_closing(buf, at, end)
            high = stop
            guessed = greedy = guessed or stop >= 0
        elif code == NUMBERS:
            guessed = True
            if null_at(buf, at, end):
                low, high, stop = NULL, 0, at + 4
            else:
                stop = numbers_end(buf, at, end)
                high = stop
        elif code == ACK_HEAD:
            if ack_named(buf, at, end):
                guessed = True
                stop = ack_head(buf, at, end, keep, slot)
                low, high = keep[slot], keep[slot + 1]
            elif at < end and (buf[at] == 65 or buf[at] == 66):
                guessed = True
        elif code == RE_PUT:
            guessed = True
            stop = re_put(buf, at, end, keep, slot)
            low, high = keep[slot], 0
        elif code == MARK:
            high = stop = at
        elif code == NEVER:
            return NO, slot
        elif code == THREAD:
            if thread_end - thread != length or thread < 0 or not stands(buf, thread, thread_end, literal, begin, length):
                return NO, slot
            stop = at
        elif code == PATH:
            if at < end and buf[at] == 47:
                stop = at + 1
            elif at + 2 < end and (65 <= buf[at] <= 90 or 97 <= buf[at] <= 122) and buf[at + 1] == 58 and buf[at + 2] == 92:
                stop = at + 3
        elif code == JSON_INT:
            guessed = True
            low, stop = json_int(buf, at, end)
            stop = -1 if stop == at else stop
            high = 0
            if stop < 0:
                return MAYBE, slot
        elif code == JSON_LIST:
            guessed = True
            stop = json_list_end(buf, at, end)
            high = stop
        elif code == ACK_BODY:
            if at < end and buf[at] == 123:
                guessed = greedy = True
                stop = ack_body(buf, at, end, keep, slot)
                low, high = keep[slot], keep[slot + 1]
        elif code == RE_PUT_BODY:
            guessed = True
            stop = re_put_body(buf, at, end, keep, slot)
            low, high = keep[slot], 0
        elif code == REMOTE_PUT:
            guessed = True
            low, high, stop = 0, 0, at
            if word_at(buf, at, end, b", remotePut=true"):
                low, stop = 1, at + 16
            elif word_at(buf, at, end, b", remotePut=false"):
                stop = at + 17
        elif code == PAIRS:
            guessed = greedy = True
            stop = pairs_end(buf, at, end)
            high = stop
        elif code == FIELDS:
            if word_at(buf, at, end, b"RemotingCommand ["):
                guessed = True
                stop = fields_end(buf, at, end, keep, slot)
                if stop < 0:
                    return MAYBE, slot
                if flags & CAPTURES:
                    slot += 16
                low, high = keep[slot], keep[slot + 1]
        elif code == ASK:
            return (MAYBE if greedy or still_possible(buf, at, end, steps, s, last, literal) else NO), slot
        else:
            if flags & GUESSES:
                guessed = greedy = True
            stop = run_end(code, buf, at, end)
            high = stop
        if stop < 0:
            if not greedy and (not guessed or not still_possible(buf, before, end, steps, s, last, literal)):
                return NO, slot
            return MAYBE, slot
        if code == LITERAL and flags & GUESSES:
            guessed = True
        if flags & CAPTURES:
            keep[slot], keep[slot + 1] = low, high
            slot += 2
        at = stop
    return NO, slot
