"""Secrets and what customers wrote are masked before anything is shown: the same value gets the same pseudonym, in every output.

A pseudonym is the kind of the value and a keyed hash of it, `key~3fa9c1d2`. The hash's key is made of the contents of the
case's files: two outputs of one case can be laid beside each other, and from an output alone no value can be tried out.
Message ids, topics, groups, offsets and addresses stay: an incident cannot be followed without them.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from forensics.report.rows import Rows

_VALUE = r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\\+["'][^"'\\]*|[^\s,;&"'{}()\[\]<>|]+)"""
_TO = r"""(?:\\*["'])?\s*(?:=>|->|:=|=|:)\s*"""
_NAME = (
    r"(?i:access[_ -]?key(?:[_ -]?(?:id|secret))?|secret(?:[_ -]?(?:access[_ -]?)?(?:key|id))?|access[_ -]?secret"
    r"|passw(?:or)?d|passphrase|passcode|(?:key|store)pass|token|signature|credentials?|api[_ -]?key|private[_-]?key"
    r"|user[_-]?name)"
)
"""The end of a name whose value is secret: what stands before, as in `tls.server.keyPassword`, does not matter. A user's name
is one: from 5.3.0 on it is the access key (AclSigner)."""
_NAME_HINTS = ("key", "secret", "pass", "token", "signature", "credential", "username", "user_name", "user-name")
_SHORT_NAME = r"(?<![A-Za-z0-9])(?i:ak|sk|pwd|sign)"
_TELLING = r"""(?:"[^"]+"|'[^']+'|(?=[^\s,;]*\d)[^\s,;&"'{}()\[\]<>|]{6,})"""
"""What may be a secret after its name in a sentence: quoted, or long and with a digit, as no word of a sentence is."""
_SAID = rf"\s+(?:(?:is|was|of|value)\s+)?(?={_TELLING})"
_IN_BRACKETS = r"\[[^\]]*\]?"
_IN_QUOTES = r'"(?:[^"\\]|\\.)*"'
_KEY = (
    r"(?<![\w.])(?:KEYS|keys|msgKeys?|messageKeys?|originKeys?)"
    + _TO
    + rf"""(?P<value>{_IN_BRACKETS}|{_IN_QUOTES}|'[^']*'|[^,}}\])"'\x01\x02\n]+)"""
)
_BODY = (
    r"(?<![\w.])(?:body|msgBody|messageBody)"
    + _TO
    + rf"""(?P<value>{_IN_BRACKETS}|{_IN_QUOTES}|'.{{0,20000}}?'(?=[,}}\])\s]|$)|[^\s,}}\])]+)"""
)
_PEM = r"-----BEGIN [A-Z ]*PRIVATE KEY-----(?P<value>.*?)(?:-----END [A-Z ]*PRIVATE KEY-----|$)"

_CLOUD = r"(?P<value>\b(?:LTAI[0-9A-Za-z]{12,}|(?:AKIA|ASIA)[0-9A-Z]{16}|AKID[0-9A-Za-z]{13,})\b)"
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("secret", ("private key",), re.compile(_PEM, re.DOTALL)),
    ("password", ("://",), re.compile(r"""(?<=://)(?P<value>[^\s/"'<>]+)(?=@)""")),
    ("password", ("@",), re.compile(r"""(?<![\w@/])[\w.+-]+:(?P<value>(?!\d+@)[^\s:@/,;"'<>()\[\]{}=]+)(?=@[\w.-]+:\d)""")),
    ("secret", ("bearer", "basic"), re.compile(r"(?i:\b(?:bearer|basic(?=\s+\S*[\d=+/]))\s+)(?P<value>[\w.~+/\-]{6,}=*)")),
    ("secret", ("authorization",), re.compile(r"""(?i:authorization)""" + _TO + r"""["']?(?:[\w-]+ +)?(?P<value>[^\s,;"']+)""")),
    ("secret", ("cookie",), re.compile(r"(?i:cookie2?)" + _TO + r"(?P<value>[^\n]+)")),
    ("secret", ("eyj",), re.compile(r"(?P<value>\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*)")),
    ("secret", ("ltai", "akia", "asia", "akid"), re.compile(_CLOUD)),
    ("secret", _NAME_HINTS, re.compile(rf"{_NAME}(?:{_TO}|{_SAID}){_VALUE}")),
    ("secret", ("ak", "sk", "pwd", "sign"), re.compile(_SHORT_NAME + _TO + _VALUE)),
    ("secret", ("--",), re.compile(rf"--[\w-]*{_NAME}\s+{_VALUE}")),
    ("secret", ("</",), re.compile(r"<[\w.:-]*" + _NAME + r"\b[^<>]*>\s*(?P<value>[^<]+?)\s*</")),
    ("secret", ("no acl config for ",), re.compile(r"(?i:no acl config for )(?P<value>\S+)")),  # PlainPermissionManager.validate
    ("secret", ("user:",), re.compile(r"User:(?P<value>[^\s,]+)(?= is (?:disabled|not found))")),  # UserAuthenticationHandler
    ("body", ("body",), re.compile(_BODY, re.DOTALL)),
    ("key", ("key",), re.compile(_KEY)),
    ("key", ("keys\x01",), re.compile("KEYS\x01(?P<value>[^\x02]+)")),
    ("key", ("pub\x01", "subbefore\x01"), re.compile("(?:Pub|SubBefore)(?:\x01[^\x01\x02]*){6}\x01(?P<value>[^\x01\x02]+)")),
    ("key", ("subafter\x01",), re.compile("SubAfter(?:\x01[^\x01\x02]*){4}\x01(?P<value>[^\x01\x02]+)")),  # TraceDataEncoder
    ("key", (", key ",), re.compile(r", key (?P<value>[^\n]{1,200}?)(?=, born at )")),  # a message of a store, in our words
)
"""The kind of value, what a text holds in small letters if the pattern can fit at all, and the pattern."""
_HINTS = tuple(sorted({hint for _, hints, _ in _PATTERNS for hint in hints}))
_SECRET_NAME = re.compile(rf"(?:{_NAME}|{_SHORT_NAME})$")
_WORD = re.compile(r"[^\s,\[\]]+")
_PLAIN = frozenset({"", "null", "true", "false", "none", "[]", '""', "''", "[null]", "is", "or"})
_MASKED = re.compile(r"(?:secret|password|body|key)~[0-9a-f]{8}")
_MOST_TEXTS = 4096
"""How many answers are kept."""
_SHORTEST_KEY = 3
_SHORTEST_NUMBER = 8
"""A shorter key may be part of any word, a shorter number any count: they are masked only where they stand as keys."""
_CHUNK = re.compile(r"""[^\x00-\x20,;"'()\[\]{}<>=|&]+""")
_PART = re.compile(r"[^:/@]+")
_NO_TEXT = frozenset({int, float, bool, type(None)})
"""Types of most fields of a document, in which nothing can be hidden."""
_QUOTES = re.compile(r"""[\\"']*""")

Row = dict[str, Any]


class Masker:
    """Masks the texts of one case; *keys* are message keys known by their field, *secrets* what some line says is one.

    Both are masked wherever they stand, as far as they are not too short to be told from other words.
    """

    def __init__(self, salt: str, keys: Iterable[str] = (), secrets: Iterable[str] = ()) -> None:
        self._salt = salt.encode()
        known = {text: kind for kind, texts in (("key", keys), ("secret", secrets)) for text in texts if _is_telling(text)}
        self._words = {text: kind for text, kind in known.items() if _CHUNK.fullmatch(text)}
        odd = sorted(known.keys() - self._words.keys(), key=lambda text: (-len(text), text))
        self._odd = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, odd)) + r")(?!\w)") if odd else None
        self._kinds = known
        self.text = lru_cache(_MOST_TEXTS)(self._text)
        """Returns a text with what must not be shown replaced by pseudonyms. Names and verdicts come again and again."""

    def _text(self, text: str) -> str:
        for kind, pattern in _fitting(text):
            text = pattern.sub(self._replacing(kind), text)
        text = self._odd.sub(lambda found: self.pseudonym(self._kinds[found[0]], found[0]), text) if self._odd else text
        return _CHUNK.sub(self._chunk, text) if self._words else text

    def _chunk(self, found: re.Match[str]) -> str:
        """Return a chunk of text without blanks with the known word that it is, or that are its parts, masked."""
        return self._word(found[0]) or _PART.sub(lambda part: self._word(part[0]) or part[0], found[0])

    def _word(self, word: str) -> str | None:
        bare = word if word in self._words else word.strip(".:!?")
        return word.replace(bare, self.pseudonym(self._words[bare], bare)) if bare in self._words else None

    def pseudonym(self, kind: str, value: str) -> str:
        """Return the name that stands for *value* in every output of this case."""
        return f"{kind}~{hmac.new(self._salt, value.encode('utf-8', 'replace'), hashlib.sha256).hexdigest()[:8]}"

    def value(self, value: Any) -> Any:
        """Return *value*, whatever it is made of, with every text in it masked; the fields `key` and `keys` wholly."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return self.row(value)
        if isinstance(value, Rows):
            return value.masked(self.field)
        return [self.value(part) for part in value] if isinstance(value, (list, tuple)) else value

    def row(self, row: Row) -> Row:
        """Return *row* with every text in it masked; fields that hold a key, a body or a secret wholly."""
        secret_option = isinstance(row.get("option"), str) and _SECRET_NAME.search(row["option"])
        return {
            name: value if type(value) in _NO_TEXT else self.field("secret" if secret_option and name == "value" else name, value)
            for name, value in row.items()
        }

    def field(self, name: str, value: Any) -> Any:
        """Return *value* masked as what a field of this *name* holds."""
        kind = _kind_of(name)
        if kind and isinstance(value, str) and value.lower() not in _PLAIN:
            return self._each(kind, value)
        return self.value(value)

    def _each(self, kind: str, value: str) -> str:
        """Return the pseudonym of *value*; RocketMQ joins several keys with a blank, and each of them has its own."""
        return _WORD.sub(lambda found: self.pseudonym(kind, found[0]), value) if kind == "key" else self.pseudonym(kind, value)

    def _replacing(self, kind: str) -> Callable[[re.Match[str]], str]:
        def replaced(found: re.Match[str]) -> str:
            before, value, after = _around(found)
            if value.lower() in _PLAIN or _MASKED.match(value):
                return found[0]
            return f"{before}{self._each(kind, value)}{after}"

        return replaced


def _fitting(text: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the kinds and patterns that can fit *text*, by their hints: most texts have none."""
    low = text.lower()
    there = {hint for hint in _HINTS if hint in low}
    return [(kind, pattern) for kind, hints, pattern in _PATTERNS if not there.isdisjoint(hints)] if there else []


@lru_cache(_MOST_TEXTS)
def _kind_of(name: str) -> str | None:
    """Return what a field of this name holds that must not be shown."""
    return {"key": "key", "keys": "key", "body": "body"}.get(name) or ("secret" if _SECRET_NAME.search(name) else None)


def _around(found: re.Match[str]) -> tuple[str, str, str]:
    """Return what a match holds before its value, the value without quotes and blanks, and what it holds after it."""
    start, end = found.span("value")
    opening = _QUOTES.match(found["value"])
    start += opening.end() if opening else 0
    value = found.string[start:end].rstrip("\"'\\ \n") if start < end else ""
    return found.string[found.start() : start], value, found.string[start + len(value) : found.end()]


def _is_telling(text: str) -> bool:
    """Return whether *text* can be told from other words wherever it stands."""
    return text.lower() not in _PLAIN and len(text) >= (_SHORTEST_NUMBER if text.isdecimal() else _SHORTEST_KEY)


def secrets_in(texts: Iterable[str]) -> set[str]:
    """Return every value in *texts* that its name or form says is a secret."""
    found = set()
    for text in texts:
        for kind, pattern in _fitting(text):
            if kind in {"secret", "password"}:
                found |= {value for match in pattern.finditer(text) if (value := _around(match)[1]) and not _MASKED.match(value)}
    return found


_LONG_HINTS = sorted({hint for kind, hints, _ in _PATTERNS if kind in {"secret", "password"} for hint in hints if len(hint) > 3})
MAY_HOLD_SECRETS = "(?i)" + "|".join(map(re.escape, _LONG_HINTS)) + r"|\b(?:ak|sk|pwd|sign)\b|\beyj|key|://[^/\s]+@|@[\w.-]+:\d"
"""What a text matches that may hold a secret, without what not every engine of expressions has: to ask few of many."""


def masked(doc: Row, masker: Masker) -> Row:
    """Return the findings document *doc* masked."""
    result: Row = masker.value(doc)
    return result
