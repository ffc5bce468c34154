"""The compiled functions, as set up: one object file for this processor, loaded without the compiler that made it.

`python -m forensics.engines.fast.setup` writes it. An argument is a number, or a numpy array whose address is handed on; what a
function has to say it writes into the arrays.
"""

import ctypes
import hashlib
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Any

import llvmlite
import llvmlite.binding as llvm
import pyarrow as pa

from forensics.engines.fast.made_once import made_once

SIGNATURES = {
    "scan": "bwnInInInInIIIIiibhiiiiiinw",
    "count_lines": "bnI",
    "measure": "bIInnIb",
    "copy": "bInIb",
    "intern": "bIInInIII",
    "marked": "InnnbI",
    "beyond": "InnnI",
    "words_of": "IniIibI",
    "kept": "IIInInIIn",
    "numbered": "InnbIIIIInII",
    "instants": "InnnibnIIIII",
    "heads": "InnnIIniIIibI",
    "filled": "bInInIbI",
    "copied": "bInInIb",
    "room_for": "IInI",
    "ck_offsets": "bIIIInII",
    "ack_offsets": "bIInII",
}
"""The arguments of each function: a number, or the address of bytes, or of integers of 16 bits, 32, 64, or 64 without sign."""
NUMBER = "n"
_LONG = {"scan", "count_lines", "copy"}
"""What runs so long that other threads go on meanwhile; for the others, letting them costs more than waiting for them."""
_COMPILED = (
    "characters.py", "columns.py", "compiled_statements.py", "fill.py", "gather.py", "heads.py", "interpreter.py", "kernel.py",
    "native.py", "printed_times.py", "programs.py", "shapes.py", "steps.py", "traces.py", "tree.py",
)  # fmt: skip
"""What is compiled, and what it takes its constants from."""
Function = Callable[..., None]


def place() -> Path:
    """Return where the object file lies or will lie: its name tells what it was made of and for."""
    parts = [llvmlite.__version__, platform.system(), llvm.get_host_cpu_name(), llvm.get_host_cpu_features().flatten()]
    here = Path(__file__).parent
    parts += [hashlib.sha256((here / name).read_bytes()).hexdigest() for name in _COMPILED]
    return here / "__pycache__" / f"kernel-{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()[:16]}.o"


def target_machine() -> Any:
    """Return what compiles and links for this processor."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    features = llvm.get_host_cpu_features().flatten()
    target = llvm.Target.from_default_triple()
    return target.create_target_machine(cpu=llvm.get_host_cpu_name(), features=features, opt=3, jit=True, codemodel="jitdefault")


def function(name: str) -> Function:
    """Return one of the compiled functions."""
    return _functions()[name]


@made_once
def _functions() -> dict[str, Function]:
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target_machine())
    engine.add_object_file(llvm.ObjectFileRef.from_path(str(place())))
    engine.finalize_object()
    return {name: _function(engine, name) for name in SIGNATURES}


def _function(engine: Any, name: str) -> Function:
    """Return a function that calls a compiled one, whose code lives as long as the *engine* does."""
    by_address = [code != NUMBER for code in SIGNATURES[name]]
    arguments = [ctypes.c_void_p if address else ctypes.c_int64 for address in by_address]
    kind = ctypes.CFUNCTYPE if name in _LONG else ctypes.PYFUNCTYPE
    raw = kind(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *arguments)(engine.get_function_address(name))

    def called(*values: Any, _engine: Any = engine) -> None:
        nothing = (ctypes.c_void_p * 2)()
        at = ctypes.addressof(nothing)
        # numpy's own ways to an address take ten times as long, which is more than most of these functions do
        given = [pa.py_buffer(value).address if address else value for value, address in zip(values, by_address, strict=True)]
        if raw(at, at + ctypes.sizeof(ctypes.c_void_p), *given):
            raise RuntimeError(f"the compiled function {name} failed")

    return called
