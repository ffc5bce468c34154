"""What RocketMQ prints of its own objects: where such a text ends, and the numbers in it. Compiled by numba."""

from numba import njit

from forensics.engines.fast.characters import is_digit, is_word, null_at, number_at, stands, word_at
from forensics.engines.fast.columns import NULL


@njit
def numbers_end(buf, at, end):
    """Return where a printed list of numbers ends, -1 for none."""
    if at >= end or buf[at] != 91:
        return -1
    i = at + 1
    while i < end and (is_digit(buf[i]) or buf[i] == 45 or buf[i] == 44 or buf[i] == 32):
        i += 1
    return i + 1 if i < end and buf[i] == 93 else -1


@njit
def closed_end(buf, at, end, literal, begin, length, nullable):
    """Return where a text with a fixed beginning ends at its first bracket, -1 for none."""
    if nullable and null_at(buf, at, end):
        return at + 4
    if not stands(buf, at, end, literal, begin, length):
        return -1
    for i in range(at + length, end):
        if buf[i] == 93:
            return i + 1
    return -1


@njit
def command_end(buf, at, end, literal, begin, length):
    """Return where a printed RemotingCommand ends, -1 for none."""
    if not stands(buf, at, end, literal, begin, length):
        return -1
    for i in range(at + length, end - 24):
        if buf[i] == 115 and buf[i + 23] == 61 and word_at(buf, i, end, b"serializeTypeCurrentRPC="):
            k = i + 24
            while k < end and is_word(buf[k]):
                k += 1
            return k + 1 if k > i + 24 and k < end and buf[k] == 93 else -1
    return -1


@njit
def ack_head(buf, at, end, keep, slot):
    """Take `AckMsg{ackOffset=1` or `BatchAckMsg{ackOffsetList=[1, 2]`; return where it ends, -1 for neither."""
    i = at
    if i + 17 <= end and buf[i] == 65 and buf[i + 6] == 123 and buf[i + 16] == 61:
        value, stop = number_at(buf, i + 17, end)
        keep[slot], keep[slot + 1] = value, -1
        return stop if stop > i + 17 else -1
    if i + 26 <= end and buf[i] == 66 and buf[i + 11] == 123 and buf[i + 25] == 61:
        stop = numbers_end(buf, i + 26, end)
        keep[slot], keep[slot + 1] = i + 26, stop
        return stop
    return -1


@njit
def client_end(buf, at, end, literal, begin, length):
    """Return where a printed ClientChannelInfo ends, -1 for none."""
    if not stands(buf, at, end, literal, begin, length):
        return -1
    for i in range(at + length, end - 22):
        if buf[i] == 44 and buf[i + 2] == 108 and word_at(buf, i, end, b", lastUpdateTimestamp="):
            k = i + 22
            while k < end and is_digit(buf[k]):
                k += 1
            return k + 1 if k > i + 22 and k < end and buf[k] == 93 else -1
    return -1


@njit
def enclosed(buf, at, end, literal, begin, length):
    """Return whether all from a position to the end is a shape with a fixed beginning, in brackets or braces."""
    if end - at < length + 1 or not stands(buf, at, end, literal, begin, length):
        return False
    opening = literal[begin + length - 1]
    closing = buf[end - 1]
    if opening == 91 or opening == 123:
        return closing == opening + 2
    i = at + length
    if buf[i] == 32:
        i += 1
    return i < end - 1 and (buf[i] == 91 or buf[i] == 123) and (closing == 93 or closing == 125)


@njit
def ack_named(buf, at, end):
    """Return whether the name of an ack stands at a position."""
    return word_at(buf, at, end, b"AckMsg{ackOffset=") or word_at(buf, at, end, b"BatchAckMsg{ackOffsetList=")


@njit
def re_put(buf, at, end, keep, slot):
    """Take `, rePutTimes=1` if it stands here; return where it ends, -1 where it is none that is known."""
    keep[slot], keep[slot + 1] = NULL, 0
    if at + 13 > end or buf[at] != 44:
        return at
    if not word_at(buf, at, end, b", rePutTimes="):
        return -1
    if null_at(buf, at + 13, end):
        return at + 17
    value, stop = number_at(buf, at + 13, end)
    if stop <= at + 13 or buf[at + 13] == 45:
        return -1
    keep[slot] = value
    return stop


@njit
def flag(buf, at, end, name):
    """Return where a field *name* ends that is true or false, itself where it does not stand here, -1 for another value."""
    if not word_at(buf, at, end, name):
        return at
    i = at + len(name)
    if word_at(buf, i, end, b"false"):
        return i + 5
    return i + 4 if word_at(buf, i, end, b"true") else -1


@njit
def json_int(buf, at, end):
    """Return the number in JSON at a position, and where it ends: there for none, -1 for one too long."""
    value, stop = number_at(buf, at, end)
    first = at + 1 if at < end and buf[at] == 45 else at
    if stop > first + 1 and buf[first] == 48:
        return 0, at
    return value, stop


@njit
def json_list_end(buf, at, end):
    """Return where a list of numbers in JSON ends, -1 for none."""
    if at + 1 >= end or buf[at] != 91:
        return -1
    if buf[at + 1] == 93:
        return at + 2
    i = at + 1
    while True:
        _, stop = json_int(buf, i, end)
        if stop <= i or stop >= end:
            return -1
        if buf[stop] == 93:
            return stop + 1
        if buf[stop] != 44:
            return -1
        i = stop + 1


@njit
def ack_body(buf, at, end, keep, slot):
    """Take `{"ao":1` or `{"aol":[1,2]`; return where it ends, -1 for neither."""
    if word_at(buf, at, end, b'{"ao":'):
        value, stop = json_int(buf, at + 6, end)
        keep[slot], keep[slot + 1] = value, -1
        return stop if stop > at + 6 else -1
    if word_at(buf, at, end, b'{"aol":'):
        stop = json_list_end(buf, at + 7, end)
        keep[slot], keep[slot + 1] = at + 7, stop
        return stop
    return -1


@njit
def re_put_body(buf, at, end, keep, slot):
    """Take `,"rp":"1"` if it stands here; return where it ends, -1 where it is none that is known."""
    keep[slot], keep[slot + 1] = NULL, 0
    if not word_at(buf, at, end, b',"rp":'):
        return at
    if not word_at(buf, at, end, b',"rp":"'):
        return -1
    value, stop = number_at(buf, at + 7, end)
    if stop <= at + 7 or buf[at + 7] == 45 or stop >= end or buf[stop] != 34:
        return -1
    keep[slot] = value
    return stop + 1


@njit
def pairs_end(buf, at, end):
    """Return where `105:8, 36:8` ends, -1 where it is not so."""
    i = at
    while i < end and is_digit(buf[i]):
        _, stop = number_at(buf, i, end)
        if stop < 0 or stop >= end or buf[stop] != 58:
            return -1
        _, after = number_at(buf, stop + 1, end)
        if after <= stop + 1 or buf[stop + 1] == 45:
            return -1
        i = after
        if i + 2 < end and buf[i] == 44 and buf[i + 1] == 32 and is_digit(buf[i + 2]):
            i += 2
        else:
            break
    return -1 if i < end and (buf[i] == 44 or buf[i] == 58 or buf[i] == 32) else i


@njit
def is_value(c):
    """Return whether a character can stand in the value of a field without being taken for what follows it."""
    return c != 44 and c != 61 and c != 123 and c != 125 and c != 91 and c != 93 and c >= 32


@njit
def field_number(buf, at, end):
    """Return the number that a field's value is, `NULL` for none, and whether it is one of these."""
    if at == end or (end - at == 4 and null_at(buf, at, end)):
        return NULL, True
    value, stop = number_at(buf, at, end)
    return value, stop == end


@njit
def field(buf, key, key_end, begin, end, keep, slot):
    """Keep the value of a POP request's field; return whether it can be kept."""
    number = -1
    if word_at(buf, key, key_end, b"topic") and key_end - key == 5:
        keep[slot + 2], keep[slot + 3] = begin, end
    elif word_at(buf, key, key_end, b"consumerGroup") and key_end - key == 13:
        keep[slot + 4], keep[slot + 5] = begin, end
    elif word_at(buf, key, key_end, b"queueId") and key_end - key == 7:
        number = 6
    elif word_at(buf, key, key_end, b"invisibleTime") and key_end - key == 13:
        number = 8
    elif word_at(buf, key, key_end, b"pollTime") and key_end - key == 8:
        number = 10
    elif word_at(buf, key, key_end, b"bornTime") and key_end - key == 8:
        number = 12
    elif word_at(buf, key, key_end, b"order") and key_end - key == 5:
        keep[slot + 14] = 1 if end - begin == 4 and word_at(buf, begin, end, b"true") else 0
    elif word_at(buf, key, key_end, b"attemptId") and key_end - key == 9:
        keep[slot + 16], keep[slot + 17] = begin, end
    if number < 0:
        return True
    keep[slot + number], good = field_number(buf, begin, end)
    return good


@njit
def fields_end(buf, at, end, keep, slot):
    """Take a printed RemotingCommand apart, its code and eight fields; return where it ends, -1 where it is not plain."""
    for k in range(9):
        keep[slot + 2 * k], keep[slot + 2 * k + 1] = -1, -1
    for k in (6, 8, 10, 12, 14):
        keep[slot + k] = NULL
    if not word_at(buf, at, end, b"RemotingCommand [code="):
        return -1
    keep[slot], i = number_at(buf, at + 22, end)
    if i <= at + 22:
        return -1
    while i < end and not (buf[i] == 123 or buf[i] == 125 or buf[i] == 91 or buf[i] == 93):
        i += 1
    if not word_at(buf, i - 10, end, b"extFields={"):
        return -1
    i += 1
    while True:
        key = i
        while i < end and is_word(buf[i]):
            i += 1
        if i == key or i >= end or buf[i] != 61:
            return -1
        key_end = i
        i += 1
        begin = i
        while i < end and is_value(buf[i]):
            i += 1
        if not field(buf, key, key_end, begin, i, keep, slot):
            return -1
        if i + 1 < end and buf[i] == 44 and buf[i + 1] == 32:
            i += 2
            continue
        break
    if not word_at(buf, i, end, b"}, serializeTypeCurrentRPC="):
        return -1
    i += 27
    begin = i
    while i < end and is_word(buf[i]):
        i += 1
    return i + 1 if i > begin and i < end and buf[i] == 93 else -1


@njit
def last_closing(buf, at, end):
    """Return the end of the longest text in braces, -1 for none."""
    if at >= end or buf[at] != 123:
        return -1
    for i in range(end - 1, at, -1):
        if buf[i] == 125:
            return i + 1
    return -1
