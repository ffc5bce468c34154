"""What copying makes of all lines of a log alike: colours, blanks that do not break, HTML's escapes, a margin before each."""

import html
import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

_COLOURS = re.compile(r"\x1b\[[\d;]*[mK]")
_NO_BREAK = "\u00a0"
_ESCAPE = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[\da-fA-F]{2,4});")
_ESCAPED = re.compile(rb"&(?:lt|gt|quot|apos|#3[49]|#x2[27]);")
_UNESCAPED = re.compile(rb"[<>]|&(?!(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[\da-fA-F]{2,4});)")
_QUOTES = tuple((raw, re.compile(escaped)) for raw, escaped in ((b'"', rb"&(?:quot|#34|#x22);"), (b"'", rb"&(?:apos|#39|#x27);")))
"""Each quote with its escapes: what escapes some of a text escapes all."""
_TAG = re.compile(r"</?(?:html|head|body|title|meta|pre|code|div|span|p|br)\b[^<>]{0,200}>", re.IGNORECASE)
_TAGS = re.compile(_TAG.pattern.encode(), re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/]*+={0,2}\r?")
_LEAST_BASE64 = 60
"""Characters of its first line; nothing else has as many without any other."""
_MARGIN = re.compile(r"[ \t\u00a0>|\u2502]*(?:[-*\u2022] )?")
"""What stands before lines that are quoted in a mail, indented in a document, framed, or listed."""
_DATED = re.compile(r"\[?\d{4}[-/]\d\d[-/]\d\d[ T]")


def plain(text: str) -> str:
    """Return *text* without colours, its blanks such as those of a log."""
    text = text.replace(_NO_BREAK, " ")
    return _COLOURS.sub("", text) if "\x1b" in text else text


def is_coloured(text: str) -> bool:
    """Return whether *text* has colours."""
    return _COLOURS.search(text) is not None


def is_unbroken(text: str) -> bool:
    """Return whether *text* has blanks that do not break a line, as web pages and office programs put them."""
    return _NO_BREAK in text


def is_base64(texts: Sequence[str]) -> bool:
    """Return whether *texts* are bytes written as characters."""
    long = [text for text in texts if text.strip()]
    return bool(long) and len(long[0]) >= _LEAST_BASE64 and all(_BASE64.fullmatch(text) for text in long)


def is_escaped(beginning: bytes) -> bool:
    """Return whether a file that begins so was escaped as HTML throughout: quotes or angle brackets are, and none is not.

    Tags of a page may stand around it, or end each line.
    """
    if b"&" not in beginning and b">\n" not in beginning:
        return False
    text, tags = _TAGS.subn(b"", beginning[: beginning.rfind(b"\n") + 1] or beginning)
    shows = _ESCAPED.search(text) is not None or 2 * tags > beginning.count(b"\n")
    return shows and not _UNESCAPED.search(text) and not any(raw in text and escape.search(text) for raw, escape in _QUOTES)


def unescaped(text: str) -> str | None:
    """Return what *text* says that is HTML, without tags; None where nothing in it is."""
    if "&" not in text and "<" not in text:
        return None
    return _ESCAPE.sub(lambda found: html.unescape(found[0]), _TAG.sub("", text))


def is_shown(text: str) -> bool:
    """Return whether *text* ends as `cat -A` and vim's `:set list` show the end of a line."""
    return text.endswith("$")


def unshown(text: str) -> str | None:
    """Return what such a *text* is without the marks for its end and its tabs, None where it has none."""
    return text.removesuffix("$").removesuffix("^M").replace("^I", "\t") if is_shown(text) else None


def margin_of(texts: Sequence[str]) -> str:
    """Return what stands before each of *texts*: where some begin with a date, what most of these have before it."""
    margins = [(text, found[0]) for text in texts if text.strip() and (found := _MARGIN.match(text))]
    before_dates = Counter(margin for text, margin in margins if _DATED.match(text, len(margin)))
    if before_dates:
        return before_dates.most_common(1)[0][0]
    every = [margin for _, margin in margins]
    ends = zip(min(every, default=""), max(every, default=""), strict=False)  # what these two share, all share
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], ends))


def without(margin: str, text: str) -> str | None:
    """Return *text* without the *margin* before it, None where it has another."""
    return text.removeprefix(margin) if text.startswith(margin) else "" if text.rstrip() == margin.rstrip() else None
