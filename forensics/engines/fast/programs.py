"""Statements as programs for the kernel: each template a run of steps.

A step that always takes its first choice, and a program all of whose steps succeed with it, give what the statement's
expression gives. What a program cannot decide so, it leaves to the expression.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from forensics.statements.template import Statement

(
    LITERAL, TEXT_UNTIL, WORD_UNTIL, TEXT_FINAL, WORD_FINAL, TEXT_END, WORD_END, REST_END,
    INT, DIGITS, BOOL, JSON_INT,
    FLOAT, KEY, TLS, PADDED, COUNTS, NAME, IDENTIFIER, TO_BRACKET, TO_BRACE,
    CLOSED, COMMAND, BRACED, CLIENT, ENCLOSED, NUMBERS, JSON_LIST, PAIRS,
    ACK_HEAD, RE_PUT, SUSPEND, ACK_BODY, RE_PUT_BODY, SUSPEND_BODY, REMOTE_PUT, FIELDS,
    MARK, END, ASK, THREAD, PATH,
) = range(42)  # fmt: skip
"""The steps: of texts, numbers, classes of characters, shapes kept as text, shapes taken apart, and others.

`*_UNTIL` end at their literal, `*_FINAL` at their literal at the message's end, `*_END` at the message's end.
"""
CAPTURES, GUESSES, OR_NULL, INNER = 1, 2, 4, 8
"""What a step does beside: keep what it found; give up exactness, so that a later failure proves nothing; take a null.
An inner step is stricter than the expression of its hole: where it fails, the expression may fit."""
_SIMPLE = {"int": INT, "bool": BOOL, "float": FLOAT, "key": KEY, "tls": TLS, "padded": PADDED, "counts": COUNTS}
_NOT_AFTER = {
    INT: "0123456789", BOOL: "", FLOAT: "0123456789.E", KEY: "_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    TLS: "_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", PADDED: " \t", COUNTS: "0123456789:, ",
}  # fmt: skip
"""First characters of what follows that would let a step take less than all it can."""
_CLOSED = {
    "put_result": ("PutMessageResult [", OR_NULL),
    "queue": ("MessageQueue [", OR_NULL),
    "found": ("GetMessageResult [", 0),
}
_ENCLOSED = {
    "topic_config": ("TopicConfig [", OR_NULL),
    "group_config": ("SubscriptionGroupConfig", OR_NULL),
    "route": ("TopicRouteData [", OR_NULL),
    "receipt": ("MessageReceiptHandle{", OR_NULL),
    "message": ("MessageExt [", 0),
}
"""Shapes of which only the end of the message tells where they end."""
_BRACED = {"json", "ck_body", "ack_body"}
_CK = (
    "PopCheckPoint [topic=", NAME, ", cid=", NAME, ", queueId=", DIGITS, ", startOffset=", DIGITS, ", bitMap=", None,
    ", num=", DIGITS, ", reviveTime=", DIGITS, ", reviveOffset=", DIGITS, ", diff=", NUMBERS, ", brokerName=", NAME, RE_PUT,
    -SUSPEND, "]",
)  # fmt: skip
_PRINTED: dict[str, tuple[str | int | None, ...]] = {
    "ck": _CK,
    "ck_wrap": (
        "CkWrap{rq=", DIGITS, ", rqo=", DIGITS, ", ck=", *_CK, ", bits=", DIGITS, ", sBits=", DIGITS, ", nbo=", DIGITS,
        ", cks=", BOOL, ", jo=", BOOL, "}",
    ),
    "ack": (
        ACK_HEAD, ", startOffset=", DIGITS, ", consumerGroup='", NAME, "', topic='", NAME, "', queueId=", DIGITS, ", popTime=",
        DIGITS, ", brokerName=", NAME, "}",
    ),
    "ck_body": (
        '{"bm":', None, ',"bn":"', NAME, '","c":"', NAME, '","d":', JSON_LIST, ',"it":', JSON_INT, ',"n":', JSON_INT, ',"pt":',
        JSON_INT, ',"q":', JSON_INT, ',"reviveTime":', None, ',"ro":', JSON_INT, RE_PUT_BODY, ',"so":', JSON_INT, -SUSPEND_BODY,
        ',"t":"', NAME, '"}',
    ),
    "ack_body": (
        ACK_BODY, ',"bn":"', NAME, '","c":"', NAME, '","pt":', JSON_INT, ',"q":', JSON_INT, ',"so":', JSON_INT, ',"t":"', NAME,
        '"}',
    ),
    "found": (
        "GetMessageResult [status=", IDENTIFIER, ", nextBeginOffset=", None, ", minOffset=", DIGITS, ", maxOffset=", DIGITS,
        -TO_BRACKET,
    ),
    "queue": ("MessageQueue [topic=", NAME, ", brokerName=", NAME, ", queueId=", DIGITS, "]"),
    "put_result": (
        "PutMessageResult [putMessageStatus=", IDENTIFIER, ", appendMessageResult=AppendMessageResult{status=", -IDENTIFIER,
        ", wroteOffset=", DIGITS, ", wroteBytes=", None, ", msgId='", -NAME, "', storeTimestamp=", DIGITS, ", logicsOffset=",
        DIGITS, ", ", -TO_BRACE, REMOTE_PUT, "]",
    ),
    "counts": (PAIRS,),
    "command": (FIELDS,),
}  # fmt: skip
"""What RocketMQ prints, in its one order; None is a number that nobody asks for, and negative is a step that keeps nothing."""
_ALWAYS = {"ck", "ck_wrap", "ack"}
"""Shapes that are taken apart even where nobody asks for them."""
_SLOTS = {
    "ck": (
        "topic", "group", "queue_id", "start_offset", "num", "revive_time", "ck_revive_offset", "diff", "broker", "re_put_times",
    ),
    "ck_wrap": (
        "revive_queue_id", "stored_offset", "topic", "group", "queue_id", "start_offset", "num", "revive_time",
        "ck_revive_offset", "diff", "broker", "re_put_times", "acked_bits", "stored_bits", "next_begin_offset", "ck_stored",
        "just_offset",
    ),
    "ack": ("ack", "start_offset", "group", "topic", "queue_id", "pop_time", "ack_broker"),
    "ck_body": (
        "broker", "group", "diff", "invisible_ms", "num", "pop_time", "queue_id", "ck_revive_offset", "re_put_times",
        "start_offset", "topic",
    ),
    "ack_body": ("ack", "ack_broker", "group", "pop_time", "queue_id", "start_offset", "topic"),
    "found": ("read_status", "min_offset", "max_offset"),
    "queue": ("topic", "broker", "queue_id"),
    "put_result": ("put_status", "wrote_offset", "store_ms", "stored_queue_offset", "remote_put"),
    "counts": ("",),
    "command": (
        "request_code", "topic", "group", "queue_id", "invisible_ms", "poll_ms", "born_ms", "ordered", "attempt_id",
    ),
}  # fmt: skip
"""The names of what the steps of these shapes keep, in order."""
BULK = {"int", "bool", "text", "rest", "word", "address", "key", "tls", "padded", *_PRINTED}
"""Hole types that become columns in bulk. A statement with another keeps the text of every hole."""


BEGINS, ENDS = "begins", "ends"
"""The parts of a shape that is kept as text."""


class Captured(NamedTuple):
    """What one capture of a program is: of the hole *hole* of type *kind*, and there the part *part*."""

    hole: str
    kind: str
    part: str


@dataclass
class Program:
    """The steps of one statement, and what they keep: two numbers each."""

    steps: list[tuple[int, str, int]] = field(default_factory=list)
    captures: list[Captured] = field(default_factory=list)

    def step(self, code: int, literal: str = "", flags: int = 0) -> None:
        """Add a step."""
        self.steps.append((code, literal, flags))


def program_of(statement: Statement) -> Program:
    """Return *statement* as a program; what it has no step for ends in `ASK`."""
    program = Program()
    wanted = bool(statement.event)
    bulk = is_bulk(statement)
    pieces = statement.pieces
    pending = pieces[0][0]
    if statement.thread:
        name = statement.thread.removesuffix("$")
        program.step(THREAD if name.isalnum() and name != statement.thread else ASK, name)
    for number, (_, name, kind) in enumerate(pieces[:-1]):
        if pending:
            program.step(LITERAL, pending)
        last = number == len(pieces) - 2
        pending = pieces[number + 1][0]
        keeps = CAPTURES if wanted and name != "_" else 0
        marked = bool(keeps) and kind in _ALWAYS and not bulk
        if marked:
            program.step(MARK, "", CAPTURES)
        taken = _hole(program, kind, pending, last, 0 if marked else keeps, bulk and bool(keeps))
        if marked:
            program.step(MARK, "", CAPTURES)
        if keeps:
            parts = (BEGINS, ENDS) if marked else _SLOTS.get(kind, ("",)) if bulk else ("",)
            program.captures += [Captured(name, kind, part) for part in parts]
        if taken:
            pending = ""
    if pending:
        program.step(LITERAL, pending)
    program.step(END)
    return program


def is_bulk(statement: Statement) -> bool:
    """Return whether the events of *statement* are made in bulk: all that it names is of types that become columns so."""
    named = [kind for _, name, kind in statement.pieces[:-1] if name != "_"]
    ends = not statement.pieces[-1][0] and statement.pieces[-2][1] != "_" if named else False
    return set(named) <= BULK and (_BRACED.isdisjoint(named) or (ends and _BRACED.isdisjoint(named[:-1])))


def _hole(program: Program, kind: str, following: str, last: bool, keeps: int, apart: bool) -> bool:
    """Add the steps of a hole, taken *apart* where it is a known shape; return whether they take the literal *following* too."""
    if kind in _ALWAYS or (apart and kind in _PRINTED):
        _printed(program, kind, keeps)
        return False
    if kind in {"text", "word", "address", "list"}:
        return _lazy(program, kind in {"word", "address"}, following, last, keeps)
    if kind in _SIMPLE:
        code = _SIMPLE[kind]
        loose = GUESSES if not following and not last else 0
        program.step(ASK if following and following[0] in _NOT_AFTER[code] else code, "", keeps | loose)
    elif kind == "rest" and last and not following:
        program.step(REST_END, "", keeps)
    elif kind == "path" and not keeps:
        program.step(PATH)
        return _lazy(program, False, following, last, keeps)
    elif not _shape(program, kind, following, last, keeps):
        program.step(ASK)
    return False


def _shape(program: Program, kind: str, following: str, last: bool, keeps: int) -> bool:
    """Add the step of a shape of RocketMQ's that is kept as text; return whether there is one."""
    if kind in _CLOSED:
        program.step(CLOSED, _CLOSED[kind][0], keeps | _CLOSED[kind][1] | GUESSES)
    elif kind in _BRACED:
        program.step(BRACED, "", keeps | GUESSES)
    elif kind in _ENCLOSED and last and not following.endswith((" ", "\t", "\n")):
        program.step(ENCLOSED, _ENCLOSED[kind][0], keeps | _ENCLOSED[kind][1])
    elif kind == "client":
        program.step(CLIENT, "ClientChannelInfo [channel=", keeps | GUESSES)
    elif kind == "command":
        program.step(COMMAND, "RemotingCommand [", keeps | GUESSES)
    else:
        return False
    return True


def _lazy(program: Program, word: bool, following: str, last: bool, keeps: int) -> bool:
    if not following:
        program.step((WORD_END if word else TEXT_END) if last else ASK, "", keeps)
        return False
    if last:
        program.step(ASK if following.isspace() else WORD_FINAL if word else TEXT_FINAL, following, keeps)
        return True
    program.step(WORD_UNTIL if word else TEXT_UNTIL, following, keeps | (0 if word and following[0].isspace() else GUESSES))
    return True


def _printed(program: Program, kind: str, keeps: int) -> None:
    for number, part in enumerate(_PRINTED[kind]):
        if isinstance(part, str):
            program.step(LITERAL, part, GUESSES if number == 0 and kind in _ALWAYS else INNER)
        else:
            kept = keeps if part is not None and part > 0 else 0
            program.step(DIGITS if part is None else abs(part), "", kept | (INNER if number else 0))
