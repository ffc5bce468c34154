"""How hostile inputs are made: each by its name, each made anew in a directory of its own."""

import io
import random
import tarfile
from collections.abc import Callable
from pathlib import Path

GOOD = b"2026-01-01 08:00:00 INFO main - The Name Server boot success. serializeType=JSON\n"

Maker = Callable[[Path], None]
INPUTS: dict[str, Maker] = {}


def hostile(maker: Maker) -> Maker:
    """Take *maker* into the corpus under its own name."""
    INPUTS[maker.__name__] = maker
    return maker


def logs(name: str, data: bytes) -> None:
    """Take a single log of *data* into the corpus."""
    INPUTS[name] = lambda where: put(where / "ns" / "namesrv.log", data)


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for info, data in members:
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - bytes that are the same each time


def named(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info
