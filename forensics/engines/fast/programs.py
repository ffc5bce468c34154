"""Statements as programs for the kernel: each template a run of steps, all of them found by a tree of their beginnings.

A step that always takes its first choice, and a program all of whose steps succeed with it, give what the statement's
expression gives. What a program cannot decide so, it leaves to the expression.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from forensics import statements
from forensics.engines.fast import stored
from forensics.engines.fast.made_once import made_once
from forensics.engines.fast.tree import PREFIX, SHORTEST, WIDTH, characters_of, tree
from forensics.statements.template import Statement

(
    LITERAL, TEXT_UNTIL, WORD_UNTIL, TEXT_FINAL, WORD_FINAL, TEXT_END, WORD_END, REST_END,
    INT, DIGITS, BOOL, JSON_INT,
    FLOAT, KEY, TLS, PADDED, COUNTS, NAME, IDENTIFIER, TO_BRACKET, TO_BRACE,
    CLOSED, COMMAND, BRACED, CLIENT, ENCLOSED, NUMBERS, JSON_LIST, PAIRS,
    ACK_HEAD, RE_PUT, SUSPEND, ACK_BODY, RE_PUT_BODY, SUSPEND_BODY, REMOTE_PUT, FIELDS,
    MARK, END, ASK, NEVER, THREAD, PATH,
) = range(43)  # fmt: skip
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
    bulk = _is_bulk(statement)
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


def _is_bulk(statement: Statement) -> bool:
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


class Programs(NamedTuple):
    """All programs as arrays: the kernel's view of `statements`, which gets them as pointers."""

    steps: npt.NDArray[np.int32]
    """Per step: code, where its literal begins, the literal's length, flags."""
    begins: npt.NDArray[np.int32]
    """Per statement, where its steps begin; one more at the end."""
    literals: npt.NDArray[np.uint8]
    children: npt.NDArray[np.uint16]
    """The tree: per node and character, the next node; 0 for none."""
    run_begins: npt.NDArray[np.int32]
    run_lengths: npt.NDArray[np.int32]
    """Per node of the tree, the literal text that leads to it behind its first character."""
    candidates: npt.NDArray[np.int32]
    candidate_begins: npt.NDArray[np.int32]
    """Per node of the tree, the statements that begin so; one more at the end."""
    ranks: npt.NDArray[np.int32]
    """Per statement, its place in the order in which statements are tried."""
    by_run: npt.NDArray[np.int32]
    """The statements that begin with a hole, in their order."""
    by_run_count: int
    needs: npt.NDArray[np.uint64]
    """The characters of their literal text, a bit each, those below 64 and the others: a message without one is none of them."""


@dataclass(frozen=True)
class Compiled:
    """The statements by number, their programs, and those as arrays."""

    statements: tuple[Statement, ...]
    names: tuple[str, ...]
    captures: tuple[tuple[Captured, ...], ...]
    """By statement, what its program keeps."""
    bulk: tuple[bool, ...]
    """Whether a statement's events are made in bulk."""
    arrays: Programs

    def plain(self) -> dict[str, Any]:
        """Return it as values that can be stored."""
        arrays = [one if isinstance(one, int) else (one.dtype.str, one.shape, one.tobytes()) for one in self.arrays]
        captures = [[tuple(one) for one in captures] for captures in self.captures]
        return {"names": list(self.names), "captures": captures, "bulk": list(self.bulk), "arrays": arrays}


@made_once
def compiled() -> Compiled:
    """Return all statements compiled: as they were stored at set-up, else made now."""
    kept = stored.load()
    return restored(kept) if kept else compile_all()


def restored(kept: dict[str, Any]) -> Compiled:
    """Return what `plain` was made of."""
    named = statements.statements()
    captures = tuple(tuple(Captured(*one) for one in captures) for captures in kept["captures"])
    arrays: list[Any] = [one if isinstance(one, int) else np.frombuffer(one[2], one[0]).reshape(one[1]) for one in kept["arrays"]]
    values = tuple(named[name] for name in kept["names"])
    return Compiled(values, tuple(kept["names"]), captures, tuple(kept["bulk"]), Programs(*arrays))


def compile_all() -> Compiled:
    """Compile all statements."""
    named = sorted(statements.statements().items(), key=lambda item: -item[1].literal_chars)
    programs = [program_of(statement) for _, statement in named]
    values = tuple(statement for _, statement in named)
    bulk = tuple(_is_bulk(statement) for statement in values)
    captures = tuple(tuple(program.captures) for program in programs)
    return Compiled(values, tuple(name for name, _ in named), captures, bulk, _arrays(values, programs))


def _arrays(values: Sequence[Statement], programs: Sequence[Program]) -> Programs:
    literals = bytearray()
    steps, begins = [], [0]
    for program in programs:
        for code, literal, flags in program.steps:
            plain = literal.isascii()
            steps.append((code if plain else NEVER, len(literals), len(literal) if plain else 0, flags))
            literals += literal.encode() if plain else b""
        begins.append(len(steps))
    nodes = tree(values)
    children = np.zeros((len(nodes), WIDTH), np.uint16)
    for number, node in enumerate(nodes):
        children[number, list(node.children)] = list(node.children.values())
    runs = np.cumsum([len(literals), *(len(node.run) for node in nodes)])
    literals += b"".join(node.run for node in nodes)
    flat = [number for node in nodes for number in node.own]
    ends = np.cumsum([0, *(len(node.own) for node in nodes)])
    order = sorted(range(len(values)), key=lambda number: (-len(values[number].prefix[:PREFIX]), number))
    by_run = [number for number, value in enumerate(values) if len(value.prefix) < SHORTEST]
    return Programs(
        np.array(steps, np.int32), np.array(begins, np.int32), np.frombuffer(bytes(literals) or b"\0", np.uint8), children,
        runs[:-1].astype(np.int32), np.diff(runs).astype(np.int32), np.array(flat, np.int32), ends.astype(np.int32),
        np.argsort(order).astype(np.int32), np.array(by_run, np.int32), len(by_run),
        np.array([characters_of(values[number]) for number in by_run], np.uint64),
    )  # fmt: skip
