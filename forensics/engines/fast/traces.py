"""Where in the lines below a head a stack trace begins. Compiled by numba."""

from numba import njit

from forensics.engines.fast.characters import is_beyond_ascii, is_space, is_word, line_end, word_at
from forensics.engines.fast.interpreter import MAYBE, NO, YES


@njit
def is_name_part(c):
    """Return whether a character can stand in a Java name."""
    return is_word(c) or c == 36


@njit
def names_a_throwable(buf, begin, end):
    """Return whether one of the words that classes of throwables have stands in a name."""
    for i in range(begin, end):
        c = buf[i]
        if c != 69 and c != 84 and c != 73:
            continue
        if (
            word_at(buf, i, end, b"Exception") or word_at(buf, i, end, b"Error") or word_at(buf, i, end, b"Throwable")
            or word_at(buf, i, end, b"Timeout") or word_at(buf, i, end, b"Interrupt")
        ):  # fmt: skip
            return True
    return False


@njit
def is_blank(buf, at, end):
    """Return whether there is only white space between two positions."""
    while at < end and is_space(buf[at]):
        at += 1
    return at == end


@njit
def throwable_line(buf, at, end):
    """Return whether a line begins a stack trace with the class of a throwable: no, yes, or not decided here."""
    i = at
    segments = 0
    begin = at
    while True:
        begin = i
        while i < end and is_name_part(buf[i]):
            i += 1
        if is_beyond_ascii(buf, i, end):
            return MAYBE if names_a_throwable(buf, at, end) else NO
        if i == begin or i >= end or buf[i] != 46:
            break
        segments += 1
        if i - begin > 200 or segments > 20:
            return MAYBE
        i += 1
    if segments == 0 or i == begin or (i < end and buf[i] != 58 and not is_blank(buf, i, end)):
        return NO
    if i - begin > 190:
        return MAYBE
    return YES if names_a_throwable(buf, begin, i) else NO


@njit
def frame_line(buf, at, end):
    """Return whether a line is a frame of a stack trace: no, yes, or not decided here."""
    i = at
    while i < end and is_space(buf[i]):
        i += 1
    if i == at or i + 3 > end or buf[i] != 97 or buf[i + 1] != 116 or buf[i + 2] != 32:
        return NO
    if i - at > 20:
        return MAYBE
    i += 3
    dots = 0
    begin = i
    while i < end and (is_name_part(buf[i]) or buf[i] == 46 or buf[i] == 60 or buf[i] == 62):
        if buf[i] == 46:
            if i == begin or i - begin > 200:
                return MAYBE
            dots += 1
            begin = i + 1
        elif (buf[i] == 60 or buf[i] == 62) and dots == 0:
            return MAYBE
        i += 1
    if i >= end or buf[i] != 40 or i == begin or i - begin > 200 or dots < 1 or dots > 30:
        return MAYBE
    for k in range(at, begin):
        if buf[k] == 60 or buf[k] == 62:
            return MAYBE
    return YES


@njit
def net_line(buf, at, end):
    """Return whether a line can stand below a .NET exception, as no line of a Java stack trace does."""
    return word_at(buf, at, end, b" ---> ") or word_at(buf, at, end, b"   --- End of ")


@njit
def trace_begin(buf, words, at, end):
    """Return where in the lines below a head the stack trace begins, the end for nowhere, -1 for not decided here."""
    while at < end:
        stop = line_end(buf, words, at, end)
        said = throwable_line(buf, at, stop)
        if said == NO:
            said = frame_line(buf, at, stop)
        if said == MAYBE or (said == NO and net_line(buf, at, stop)):
            return -1
        if said == YES:
            return at
        at = stop + 1
    return end
