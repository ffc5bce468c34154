"""From what the user names to the files to read: files, directories, globs, archives and standard input."""

import glob
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from forensics.errors import NoSuchInput
from forensics.sources import archives
from forensics.sources.answers import SNIFFED, Answer, is_answer
from forensics.sources.archives import Spool
from forensics.sources.careful import Within

STANDARD_INPUT = "-"
_LONGEST_PATH = 1_000
"""Characters of a path; of a longer one its beginning and its end are shown."""
_LINE_END = re.compile("[\n-\r\x1c-\x1e\x85\u2028\u2029]")
"""What ends a line for any reader: a name that holds one could pass for lines of its own where names are told."""
_PIECE = re.compile(r"\.(?:zip|7z|rar|tar|gz|tgz|zst|xz|bz2)\.(?:(?!bz|gz|xz)[a-z]{2}|\d{2,4}|part\d+)$|\.z\d\d$|\.part\d+\.rar$")
"""How split, zip and others name the pieces of an archive."""
_LINK = "is a link to a directory and not followed: name it as an input, with DIR/* for one, and it is read"
_PIECE_OF = "is a piece of an archive: join all its pieces in their order, with cat for one, and give the whole"


@dataclass(frozen=True)
class Source:
    """One file to read: `path` as evidence quotes it, `where` it can be opened if it can, `problem` if something is wrong.

    `span` is from where to where its bytes are meant, None for all of them.
    """

    path: str
    where: Path | None
    problem: str | None = None
    span: tuple[int, int] | None = None

    @property
    def places(self) -> tuple[Path, ...]:
        """Return what must be within reach to open it: nothing where it cannot be opened anyway."""
        return (self.where,) if self.where else ()

    def open(self) -> BinaryIO:
        """Return the file's bytes, decompressed, an interface's answer as lines; what of `DAMAGE` it raises is wrong with it."""
        if self.where is None:
            raise OSError(self.problem)
        plain = self._laid_out(self.where)
        return plain if self.span is None else cast(BinaryIO, Within(plain, self.span))

    def _laid_out(self, where: Path) -> BinaryIO:
        plain = archives.open_plain(where)
        answer = is_answer(plain.read(SNIFFED))
        if plain.seekable():
            plain.seek(0)
        else:
            plain.close()
            plain = archives.open_plain(where)
        return cast(BinaryIO, Answer(plain)) if answer else plain

    @property
    def size(self) -> int:
        """Return how many bytes are meant, compressed as they lie there where that is all of them; 0 where they are gone."""
        if self.span:
            return self.span[1] - self.span[0]
        return self.stored

    @property
    def stored(self) -> int:
        """Return how many bytes lie there, none where they are gone since: a log that is still written is rotated away."""
        try:
            return self.where.stat().st_size if self.where else 0
        except OSError:
            return 0


def find_sources(inputs: list[str], spool: Spool) -> list[Source]:
    """Return every file under *inputs*, sorted by path; archive members are spooled, never unpacked by their names."""
    found: list[Source] = []
    for root, label in _labels(roots_of(inputs)):
        found += [replace(source, path=f"{label}{source.path}") for source in _under(root, spool)]
    return sorted(_named(found), key=lambda source: source.path)


def roots_of(inputs: Sequence[str]) -> list[str]:
    """Return what *inputs* name, globs expanded; NoSuchInput where one names nothing."""
    return [root for text in inputs for root in _expand(text)]


def _named(found: list[Source]) -> Iterator[Source]:
    """Yield *found* with paths that can be printed and are each there once."""
    copies: Counter[str] = Counter()
    for source in found:
        path = _printable(source.path)
        copies[path] += 1
        yield replace(source, path=path if copies[path] == 1 else f"{path}#{copies[path]}")


def _printable(path: str) -> str:
    """Return *path* on one line, with bytes that are no text spelled out, shortened where only an attacker makes it so long."""
    text = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    text = _LINE_END.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)
    return text if len(text) <= _LONGEST_PATH else f"{text[: _LONGEST_PATH // 2]}…{text[-_LONGEST_PATH // 2 :]}"


def _expand(text: str) -> list[str]:
    """Return the roots one argument names: itself, or what its glob matches; NoSuchInput where there is nothing."""
    if text == STANDARD_INPUT or os.path.lexists(text):
        return [text]
    if glob.has_magic(text) and (matches := sorted(glob.glob(text, recursive=True))):  # noqa: PTH207 - a pattern may be absolute
        return matches
    if _is_barred(text):
        raise NoSuchInput(text, "may not be looked for: permission denied", "check the rights of the directories it lies in")
    raise NoSuchInput(text, "there is no such file or directory", "check the path; quote a glob to let rmqf expand it")


def _is_barred(text: str) -> bool:
    """Return whether a directory that *text* lies in may not be looked into."""
    try:
        os.lstat(text)
    except PermissionError:
        return True
    except (OSError, ValueError):  # there is nothing, or no path can be called that
        return False
    return False


def _labels(roots: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each of *roots* with what goes before its paths: of several directories their names, and what tells equals apart."""
    parts = {root: Path(root).resolve().parts for root in roots}
    for root, own in parts.items():
        others = {other for other in parts.values() if other != own}
        length = next((n for n in range(1, len(own) + 1) if all(other[-n:] != own[-n:] for other in others)), 1)
        named = own[-length:] if Path(root).is_dir() else own[-length:-1]
        yield root, "".join(f"{part}/" for part in named) if others else ""


def _under(root: str, spool: Spool) -> Iterator[Source]:
    if root == STANDARD_INPUT:
        yield from _piped(spool)
        return
    path = Path(root)
    if path.is_dir():
        for file in _walk(path):
            yield from _file(file, file.relative_to(path).as_posix(), spool)
    else:
        yield from _file(path, path.name, spool)


def _piped(spool: Spool) -> Iterator[Source]:
    """Yield what standard input gives: a log, or the members of an archive, as `tar -cz logs` on another host writes it."""
    if sys.stdin is None:
        raise NoSuchInput(STANDARD_INPUT, "standard input is closed", "pipe logs into it, or name their files")
    where, problem = spool.keep(sys.stdin.buffer)
    if archives.is_archive("stdin", where):
        for member in archives.members(where, "stdin", spool):
            yield Source(member.path, member.where, member.problem)
    else:
        yield Source("stdin.log", where, problem)


def _walk(directory: Path) -> Iterator[Path]:
    """Yield what is not a directory under *directory*; links to directories are not followed, so none can loop.

    A directory that cannot be listed is yielded itself, for `_why_not` to tell.
    """
    waiting = [directory]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield here
            continue
        waiting += [Path(entry.path) for entry in reversed(ordered) if entry.is_dir(follow_symlinks=False)]
        yield from (Path(entry.path) for entry in ordered if not entry.is_dir(follow_symlinks=False))


def _file(file: Path, name: str, spool: Spool) -> Iterator[Source]:
    problem = _why_not(file) or (_PIECE_OF if _PIECE.search(name.lower()) else None)
    if problem:
        yield Source(name, None, problem)
    elif archives.is_archive(name, file):
        for member in archives.members(file, name, spool):
            yield Source(member.path, member.where, member.problem)
    else:
        yield Source(name, file.absolute())


def _why_not(file: Path) -> str | None:
    """Return why *file* must not be opened (it would block, loop or fail), None where it may."""
    try:
        mode = file.stat().st_mode
    except OSError as error:
        return f"cannot be opened: {error.strerror}"
    if stat.S_ISDIR(mode):
        return "is a directory that cannot be listed" if not file.is_symlink() else _LINK
    if not stat.S_ISREG(mode):
        return "is not a regular file"
    return None if os.access(file, os.R_OK) else "may not be read: permission denied"
