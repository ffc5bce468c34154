"""From what the user names to the files to read: files, directories, globs, archives and standard input."""

import glob
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from forensics.errors import NoSuchInput
from forensics.sources import archives
from forensics.sources.archives import Spool

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Source:
    """One file to read: `path` as evidence quotes it, `where` it can be opened, `problem` if it cannot."""

    path: str
    where: Path | None
    problem: str | None = None

    def open(self) -> BinaryIO:
        """Return the file's bytes with any compression undone; OSError or BadBytes where it is damaged."""
        if self.where is None:
            raise OSError(self.problem)
        return archives.open_plain(self.where)


def find_sources(inputs: list[str], spool: Spool) -> list[Source]:
    """Return every file under *inputs*, sorted by path; archive members are spooled, never unpacked by their names."""
    roots = [root for text in inputs for root in _expand(text)]
    found: dict[str, Source] = {}
    for root in roots:
        prefix = f"{_label(root)}/" if len(roots) > 1 and Path(root).is_dir() else ""
        for source in _under(root, spool):
            _add(found, Source(prefix + source.path, source.where, source.problem))
    return [found[path] for path in sorted(found)]


def _add(found: dict[str, Source], source: Source) -> None:
    path, copy = source.path, 1
    while path in found:
        copy += 1
        path = f"{source.path}#{copy}"
    found[path] = Source(path, source.where, source.problem)


def _expand(text: str) -> list[str]:
    """Return the roots one argument names: itself, or what its glob matches; NoSuchInput where there is nothing."""
    if text == STANDARD_INPUT or os.path.lexists(text):
        return [text]
    if glob.has_magic(text) and (matches := sorted(glob.glob(text, recursive=True))):  # noqa: PTH207 - a pattern may be absolute
        return matches
    raise NoSuchInput(text, "there is no such file or directory", "check the path; quote a glob to let rmqf expand it")


def _label(root: str) -> str:
    return Path(root).resolve().name


def _under(root: str, spool: Spool) -> Iterator[Source]:
    if root == STANDARD_INPUT:
        yield Source("stdin.log", spool.keep(sys.stdin.buffer, "stdin"))
        return
    path = Path(root)
    if path.is_dir():
        for file in _walk(path):
            yield from _file(file, file.relative_to(path).as_posix(), spool)
    else:
        yield from _file(path, path.name, spool)


def _walk(directory: Path) -> Iterator[Path]:
    """Yield what is not a directory under *directory*; links to directories are not followed, so none can loop."""
    with os.scandir(directory) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _file(file: Path, name: str, spool: Spool) -> Iterator[Source]:
    problem = _why_not(file)
    if problem:
        yield Source(name, None, problem)
    elif archives.is_archive(name):
        for member in archives.members(file, name, spool):
            yield Source(member.path, member.where, member.problem)
    else:
        yield Source(name, file)


def _why_not(file: Path) -> str | None:
    """Return why *file* must not be opened (it would block, loop or fail), None where it may."""
    try:
        mode = file.stat().st_mode
    except OSError as error:
        return f"cannot be opened: {error.strerror}"
    if not stat.S_ISREG(mode):
        return "is not a regular file"
    return None if os.access(file, os.R_OK) else "may not be read: permission denied"
