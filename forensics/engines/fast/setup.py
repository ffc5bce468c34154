"""Sets the compiled way of reading up, and tells whether it is: in a user's run nothing is compiled.

`python -m forensics.engines.fast.setup` compiles it for this processor; without it, reading goes the plain way.
"""

import hashlib
import importlib.util
import sys
from functools import cache
from pathlib import Path

_COMPILED = (
    "characters.py", "columns.py", "gather.py", "heads.py", "kernel.py", "programs.py", "shapes.py", "steps.py", "traces.py",
    "tree.py",
)  # fmt: skip
"""What is compiled, and what it takes its constants from."""
_MARK = "compiled-for.txt"


def is_ready() -> bool:
    """Return whether what `compile_all` made is there and made for this processor, interpreter and code."""
    return _place().is_file() and _place().read_text(encoding="ascii") == _key()


def _place() -> Path:
    return Path(__file__).parent / "__pycache__" / f"{sys.implementation.cache_tag}-{_MARK}"


@cache
def _key() -> str:
    """Return what the compiled code depends on, hashed: numba looks at the same."""
    if importlib.util.find_spec("numba") is None:
        return ""
    from importlib.metadata import version

    import llvmlite.binding as llvm

    parts = [version("numba"), version("llvmlite"), version("numpy"), sys.version, llvm.get_host_cpu_name()]
    parts.append(llvm.get_host_cpu_features().flatten())
    for name in _COMPILED:
        stat = (Path(__file__).parent / name).stat()
        parts += [name, str(stat.st_mtime_ns), str(stat.st_size)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def compile_all() -> None:
    """Compile the kernel and note what it was compiled for.

    What was compiled before is removed: numba looks only at the file of a function, not at those of the functions it calls.
    """
    from forensics.engines.fast.piece import warm_up

    _place().parent.mkdir(exist_ok=True)
    for old in (_place(), *_place().parent.glob("*.nb[ic]")):
        old.unlink(missing_ok=True)
    warm_up()
    _place().write_text(_key(), encoding="ascii")


if __name__ == "__main__":
    compile_all()
