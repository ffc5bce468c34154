"""Secrets and what customers wrote are masked before anything is shown: the same value gets the same pseudonym, in every output.

A pseudonym is the kind of the value and a keyed hash of it, `key~3fa9c1d2`. The hash's key is made of the contents of the
case's files: two outputs of one case can be laid beside each other, and from an output alone no value can be tried out.
Message ids, topics, groups, offsets and addresses stay: an incident cannot be followed without them.
"""

import hashlib
import hmac
import re
from collections.abc import Callable, Iterable
from typing import Any

_VALUE = r"""(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&"'{}()\[\]<>|]+)"""
_TO = r"""["']?\s*(?:=|:)\s*"""
_NAME = (
    r"(?i:access[_-]?key(?:[_-]?(?:id|secret))?|secret(?:[_-]?(?:access[_-]?)?key)?|access[_-]?secret|passw(?:or)?d|passphrase"
    r"|token|signature|credentials?|api[_-]?key|(?<![a-z0-9])(?:ak|sk|pwd))"
)
"""The end of a name whose value is secret: what stands before, as in `tls.server.keyPassword`, does not matter."""
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

_NAME_HINTS = ("key", "secret", "passw", "passphrase", "token", "signature", "credential", "ak", "sk", "pwd")
_CLOUD = r"(?P<value>\b(?:LTAI[0-9A-Za-z]{12,}|(?:AKIA|ASIA)[0-9A-Z]{16}|AKID[0-9A-Za-z]{13,})\b)"
_PATTERNS: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    ("secret", ("private key",), re.compile(_PEM, re.DOTALL)),
    ("password", ("://",), re.compile(r"(?<=://)(?P<value>[^\s/@]+)(?=@)")),
    ("secret", ("bearer", "basic"), re.compile(r"(?i:\b(?:bearer|basic)\s+)(?P<value>[\w.~+/\-]{8,}=*)")),
    ("secret", ("eyj",), re.compile(r"(?P<value>\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*)")),
    ("secret", ("ltai", "akia", "asia", "akid"), re.compile(_CLOUD)),
    ("secret", _NAME_HINTS, re.compile(_NAME + _TO + _VALUE)),
    ("body", ("body",), re.compile(_BODY, re.DOTALL)),
    ("key", ("key",), re.compile(_KEY)),
    ("key", ("keys\x01",), re.compile("KEYS\x01(?P<value>[^\x02]+)")),
    ("key", (", key ",), re.compile(r", key (?P<value>[^\n]{1,200}?)(?=, born at )")),  # a message of a store, in our words
)
"""The kind of value, what a text holds in small letters if the pattern can fit at all, and the pattern."""
_SECRET_NAME = re.compile(_NAME + "$")
_WORD = re.compile(r"[^\s,\[\]]+")
_PLAIN = frozenset({"", "null", "true", "false", "none", "[]", '""', "''", "[null]", "is", "or"})
_MASKED = re.compile(r"(?:secret|password|body|key)~[0-9a-f]{8}")
_SHORTEST_KEY = 3
"""A shorter key may be part of any word, and is masked only where it stands as a key."""

Row = dict[str, Any]


class Masker:
    """Masks the texts of one case; *keys* are message keys known by their field, masked wherever they stand."""

    def __init__(self, salt: str, keys: Iterable[str] = ()) -> None:
        self._salt = salt.encode()
        known = sorted({key for key in keys if len(key) >= _SHORTEST_KEY and key not in _PLAIN}, key=lambda key: (-len(key), key))
        self._known = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?!\w)") if known else None

    def text(self, text: str) -> str:
        """Return *text* with what must not be shown replaced by pseudonyms."""
        low = text.lower()
        for kind, hints, pattern in _PATTERNS:
            if any(hint in low for hint in hints):
                text = pattern.sub(self._replacing(kind), text)
        return self._known.sub(lambda found: self.pseudonym("key", found[0]), text) if self._known else text

    def pseudonym(self, kind: str, value: str) -> str:
        """Return the name that stands for *value* in every output of this case."""
        return f"{kind}~{hmac.new(self._salt, value.encode('utf-8', 'replace'), hashlib.sha256).hexdigest()[:8]}"

    def value(self, value: Any) -> Any:
        """Return *value*, whatever it is made of, with every text in it masked; the fields `key` and `keys` wholly."""
        match value:
            case str():
                return self.text(value)
            case dict():
                return self.row(value)
            case list() | tuple():
                return [self.value(part) for part in value]
        return value

    def row(self, row: Row) -> Row:
        """Return *row* with every text in it masked; fields that hold a key, a body or a secret wholly."""
        secret_option = isinstance(row.get("option"), str) and _SECRET_NAME.search(row["option"])
        return {name: self._field("secret" if secret_option and name == "value" else name, value) for name, value in row.items()}

    def _field(self, name: str, value: Any) -> Any:
        kind = {"key": "key", "keys": "key", "body": "body"}.get(name) or ("secret" if _SECRET_NAME.search(name) else None)
        if kind and isinstance(value, str) and value.lower() not in _PLAIN:
            return self._each(kind, value)
        return self.value(value)

    def _each(self, kind: str, value: str) -> str:
        """Return the pseudonym of *value*; RocketMQ joins several keys with a blank, and each of them has its own."""
        return _WORD.sub(lambda found: self.pseudonym(kind, found[0]), value) if kind == "key" else self.pseudonym(kind, value)

    def _replacing(self, kind: str) -> Callable[[re.Match[str]], str]:
        def replaced(found: re.Match[str]) -> str:
            value = found["value"]
            inner = value.strip().strip("\"'")
            if inner.lower() in _PLAIN or _MASKED.match(inner):
                return found[0]
            start, end = found.span("value")
            before, after = found[0][: start - found.start()], found[0][end - found.start() :]
            quote = value[0] if value[0] in "\"'" else ""
            return f"{before}{quote}{self._each(kind, inner)}{quote}{after}"

        return replaced


def masked(doc: Row, salt: str) -> Row:
    """Return the findings document *doc* masked."""
    keys = {message["key"] for finding in doc["findings"] for message in finding["messages"] if message["key"]}
    result: Row = Masker(salt, keys).value(doc)
    return result
