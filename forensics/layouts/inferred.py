"""The patterns that lines were printed by, read off their heads: what the application's own configuration would say."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

DATE = re.compile(
    r"\d{4}(?P<mark>[-/.])\d\d(?P=mark)\d\d(?P<between>[T ])\d\d:\d\d:\d\d(?:(?P<point>[.,])(?P<fraction>\d{1,9}))?"
    r"(?:(?P<blank> ?)(?P<zone>Z|[+-]\d\d:?\d\d))?(?!\d)"
)
_LEVEL = re.compile(r" *(?<!\w)(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)(?!\w) *")
"""With its blanks: levels are padded, so that another has more of them, or fewer."""
_BLANKS = re.compile(" +")
_BRACKETED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|\{[^{}]*\}|<[^<>]*>")
_WORD = re.compile(r"\w(?:[\w.$@/#*-]*\w)?")
_LOGGER = re.compile(r" *(?:Rocketmq\w*|(?:o\.a\.r|org\.apache\.rocketmq|com\.alibaba\.rocketmq)\b[\w.$]*) *")
"""With the blanks that a pattern pads it with; what holds another kind of white space is any text."""
_THREAD = re.compile(r"thread|netty|service|selector|scan|main|pool|exec|worker|schedul|consum|produc", re.IGNORECASE)
_TAKEN = frozenset("%\\(){}")
"""Characters that mean something in a pattern."""
_PADDED = 5
"""Letters of the longest usual level, to which patterns pad the others."""
_MOST = 3
"""So many patterns are told apart: an application's log is printed by one, whose fields can be empty or of several words."""
_SHARE = 0.05
"""The share of the heads that each of several patterns has at least."""


class _Token(NamedTuple):
    """What stands in a head: text as it is printed, a time as a pattern gives it, a level, blanks, or a field of any text."""

    kind: str
    text: str = ""


_VARYING = ("blank", "field", "level")
"""Kinds of tokens whose text is another one in each head of a pattern."""
_Columns = Sequence[Sequence[str]]
"""The texts of each token that varies, over all heads of a pattern."""


def patterns_of(heads: Sequence[str]) -> list[str]:
    """Return the patterns, as logback writes them, of lines with these *heads*, the most usual first.

    A head is all before the message; one without a date counts nothing. Fields whose meaning does not show are `%X{1}` and so on.
    """
    found: dict[tuple[_Token, ...], list[list[str]]] = {}
    for head in heads:
        tokens = list(_tokens(head))
        if any(token.kind == "time" for token in tokens):
            shape = tuple(_Token(token.kind) if token.kind in _VARYING else token for token in tokens)
            found.setdefault(shape, []).append([token.text for token in tokens if token.kind in _VARYING])
    counts = Counter({shape: len(texts) for shape, texts in found.items()})
    usual = [shape for shape, count in counts.most_common(_MOST) if count >= _SHARE * counts.total()]
    return [_pattern(shape, list(zip(*found[shape], strict=True))) for shape in usual]


def _tokens(head: str) -> Iterator[_Token]:
    """Yield what stands in *head*: in brackets is one field, unless it holds the time or the level."""
    at, once = 0, {"time": DATE, "level": _LEVEL}
    while at < len(head):
        kind, found = next(((kind, found) for kind, one in once.items() if (found := one.match(head, at))), ("", None))
        if found:
            yield _Token(kind, _date(found) if kind == "time" else found[0])
            del once[kind]
        elif found := _BLANKS.match(head, at):
            yield _Token("blank", found[0])
        elif (found := _BRACKETED.match(head, at)) and not any(one.search(found[0]) for one in once.values()):
            yield from (_Token("text", head[at]), _Token("field", found[0][1:-1]), _Token("text", found[0][-1]))
        elif found := _WORD.match(head, at):
            yield _Token("field", found[0])
        else:
            yield _Token("text", head[at])
        at = found.end() if found else at + 1


def _date(found: re.Match[str]) -> str:
    between = "'T'" if found["between"] == "T" else " "
    fraction = found["point"] + "S" * len(found["fraction"]) if found["fraction"] else ""
    zone = found["blank"] + "XXX" if found["zone"] else ""
    return f"yyyy{found['mark']}MM{found['mark']}dd{between}HH:mm:ss{fraction}{zone}"


def _pattern(shape: Sequence[_Token], columns: _Columns) -> str:
    """Return the pattern of heads of one *shape*."""
    kinds = [token.kind for token in shape if token.kind in _VARYING]
    fields = iter(_names([texts for kind, texts in zip(kinds, columns, strict=True) if kind == "field"]))
    after_text = _stands_after_text(shape)
    written: dict[str, Callable[[Sequence[str]], str]] = {
        "field": lambda _: next(fields),
        "blank": _blanks,
        "level": lambda texts: _level(texts, after_text),
    }
    varying = iter([written[kind](texts) for kind, texts in zip(kinds, columns, strict=True)])
    return "".join([*(next(varying) if token.kind in _VARYING else _fixed(token) for token in shape), "%m"])


def _names(fields: _Columns) -> list[str]:
    """Return how a pattern writes the fields: what can be the logger or the thread as that, once each, others by number."""
    names = [f"%X{{{number}}}" for number in range(1, len(fields) + 1)]
    loggers = [n for n, texts in enumerate(fields) if all(map(_LOGGER.fullmatch, texts))]
    threads = [n for n, texts in enumerate(fields) if n not in loggers and any(map(_THREAD.search, texts))]
    for name, fitting in (("%c", loggers), ("%t", threads)):
        for n in fitting[:1]:
            names[n] = name
    return names


def _blanks(texts: Sequence[str]) -> str:
    """Return how a pattern writes a run of blanks: one, or any number where a field is padded."""
    return " " if set(texts) == {" "} else " %()"


def _stands_after_text(shape: Sequence[_Token]) -> bool:
    """Return whether the level stands next to text that is the same in all heads, as a bar or a bracket is."""
    return any(token.kind == "level" and before.kind == "text" for before, token in pairwise(shape))


def _level(texts: Sequence[str], after_text: bool) -> str:
    """Return how a pattern writes a level: one of four letters and a blank may be padded, so that one of five has no blank."""
    letters, behind = {len(text.strip()) for text in texts}, {len(text) - len(text.rstrip()) for text in texts}
    if after_text and behind == {0} and {len(text) for text in texts} == {_PADDED}:
        return f"%{_PADDED}p"
    before = " " if all(text.startswith(" ") for text in texts) else ""
    if behind == {1} and letters == {_PADDED - 1}:
        return f"{before}%-{_PADDED}p"
    return f"{before}%p" if 0 in behind else f"{before}%p "


def _fixed(token: _Token) -> str:
    if token.kind == "time":
        return f"%d{{{token.text}}}"
    return f"\\{token.text}" if token.text in _TAKEN else token.text
