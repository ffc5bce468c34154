"""How the kernel runs a statement's program over a message: step by step, until one takes nothing. Compiled by numba."""

from typing import Any, NamedTuple

from numba import njit

from forensics.engines.fast import programs as p
from forensics.engines.fast.characters import found
from forensics.engines.fast.steps import (
    FAILED,
    GREEDY,
    GUESSED,
    REFUSED,
    UNKNOWN,
    number_step,
    other_step,
    part_step,
    run_end,
    shape_step,
    text_step,
)

NO, YES, MAYBE = 0, 1, 2
"""What a program says of a message: that its expression does not fit, that it does, or that only the expression can tell."""
LITERAL, WORD_FINAL, REST_END, JSON_INT, TO_BRACE = p.LITERAL, p.WORD_FINAL, p.REST_END, p.JSON_INT, p.TO_BRACE
PAIRS, FIELDS, END = p.PAIRS, p.FIELDS, p.END
CAPTURES, GUESSES, INNER = p.CAPTURES, p.GUESSES, p.INNER


class Message(NamedTuple):
    """A message, as the kernel hands it on: `bare_end` is its end but for white space, a negative `thread` none."""

    buf: Any
    at: Any
    end: Any
    bare_end: Any
    thread: Any
    thread_end: Any


@njit
def still_possible(buf, at, end, steps, step, last, literals):
    """Return whether what is left of a program's literals stands somewhere behind a position, in their order."""
    for s in range(step, last):
        code, begin, length, flags = steps[4 * s], steps[4 * s + 1], steps[4 * s + 2], steps[4 * s + 3]
        if code <= WORD_FINAL and length > 0 and not flags & INNER:
            at = found(buf, at, end, literals, begin, length)
            if at < 0:
                return False
            at += length
    return True


@njit
def verdict(stop, doubt, possible):
    """Return what a program says whose step took nothing: *possible* is whether its literals still stand behind."""
    if stop == REFUSED:
        return NO
    if stop == UNKNOWN or doubt & GREEDY:
        return MAYBE
    return MAYBE if stop == FAILED and doubt & GUESSED and possible else NO


@njit
def run(message, programs, number, keep, slot):
    """Run the program of a statement over a message; return what it says, and the slot behind what it kept."""
    buf, at, end, bare_end = message.buf, message.at, message.end, message.bare_end
    steps, literals, last = programs.steps, programs.literals, programs.begins[number + 1]
    doubt = 0
    for s in range(programs.begins[number], last):
        code, begin, length, flags = steps[4 * s], steps[4 * s + 1], steps[4 * s + 2], steps[4 * s + 3]
        if flags & INNER:
            doubt |= GUESSED
        if code <= REST_END:
            stop, low, high, more = text_step(code, buf, at, end, bare_end, literals, begin, length, flags)
            more = GUESSED if more else 0
        elif code <= JSON_INT:
            stop, low, high, more = number_step(code, buf, at, end, flags)
        elif code <= TO_BRACE:
            stop, low, more = run_end(code, buf, at, end), at, GUESSED | GREEDY if flags & GUESSES else 0
            high = stop
        elif code == END:
            return (YES if at >= bare_end else MAYBE if doubt else NO), slot
        elif code <= PAIRS:
            tail = steps[4 * s + 6] if steps[4 * s + 4] == LITERAL else 0
            stop, low, high, more = shape_step(code, buf, at, end, bare_end, literals, begin, length, flags, tail, doubt)
        elif code <= FIELDS:
            stop, low, high, more = part_step(code, buf, at, end, keep, slot)
        else:
            stop, low, high, more = other_step(code, message, at, literals, begin, length)
        doubt |= more
        if stop < 0:
            possible = doubt == GUESSED and still_possible(buf, at, end, steps, s, last, literals)
            return verdict(stop, doubt, possible), slot
        if flags & CAPTURES:
            if code == FIELDS:
                slot += 16
            keep[slot], keep[slot + 1] = low, high
            slot += 2
        at = stop
    return NO, slot
