"""Files that are the beginning of another: the same log, collected twice while it grew."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from forensics.engines.survey import Surveyed
from forensics.sources.archives import DAMAGE

_PIECE = 1 << 20


def beginnings(surveyed: Sequence[Surveyed]) -> dict[str, str]:
    """Return for each file that is the beginning of another the path of that other."""
    alike: dict[str, list[Surveyed]] = defaultdict(list)
    for one in surveyed:
        if one.status == "read" and one.look and not one.look.stream and not one.problems:
            alike[one.look.first_line].append(one)
    found: dict[str, str] = {}
    for group in alike.values():
        if len(group) > 1:
            found |= _beginnings(group)
    return found


def _beginnings(group: Sequence[Surveyed]) -> dict[str, str]:
    sizes = {one.source.path: _digests(one, ()) for one in group}
    ordered = sorted(
        (one for one in group if sizes[one.source.path]), key=lambda one: (-max(sizes[one.source.path]), one.source.path)
    )
    found: dict[str, str] = {}
    for number, larger in enumerate(ordered):
        smaller = [one for one in ordered[number + 1 :] if one.source.path not in found]
        cuts = {max(sizes[one.source.path]) for one in smaller} - {max(sizes[larger.source.path])}
        if cuts and larger.source.path not in found:
            heads = _digests(larger, tuple(cuts))
            for one in smaller:
                size = max(sizes[one.source.path])
                if heads.get(size) == sizes[one.source.path][size]:
                    found[one.source.path] = larger.source.path
    return found


def _digests(one: Surveyed, cuts: Sequence[int]) -> dict[int, str]:
    """Return the hash of a file's first bytes up to each of *cuts* and up to its end; none where it cannot be read whole."""
    digest, size, found = hashlib.sha256(), 0, {}
    waiting = sorted(cuts)
    try:
        with one.source.open() as stream:
            while piece := stream.read(min(_PIECE, waiting[0] - size) if waiting else _PIECE):
                digest.update(piece)
                size += len(piece)
                if waiting and size == waiting[0]:
                    found[waiting.pop(0)] = digest.hexdigest()
    except DAMAGE:
        return {}
    return found | {size: digest.hexdigest()}
