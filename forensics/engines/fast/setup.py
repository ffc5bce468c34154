"""Sets the compiled way of reading up, and tells whether it is: in a user's run nothing is compiled.

`python -m forensics.engines.fast.setup` compiles it for this processor; without it, reading goes the plain way.
"""

import importlib.util
from functools import cache
from typing import Any

from forensics import prepared


@cache
def is_ready() -> bool:
    """Return whether what `compile_all` made is there and made for this processor and code."""
    if importlib.util.find_spec("llvmlite") is None or importlib.util.find_spec("numpy") is None:
        return False
    from forensics.engines.fast import native

    return native.place().is_file()


def compile_all() -> None:
    """Compile all functions into one object file, and remove what was compiled before."""
    from forensics.engines.fast import fill, gather, kernel, native

    defined = {**vars(gather), **vars(fill), "scan": kernel.scan}
    made = [_module(defined[name], codes) for name, codes in native.SIGNATURES.items()]
    for other in made[1:]:
        made[0].link_in(other)
    prepared.replace(native.place(), native.target_machine().emit_object(made[0]))
    is_ready.cache_clear()


def store_programs() -> None:
    """Keep what the kernel is told of all statements."""
    from forensics.engines.fast import compiled_statements, groups, stored

    stored.store({**compiled_statements.compile_all().plain(), "firsts": groups.all_firsts()})


def _module(function: Any, codes: str) -> Any:
    """Return *function*, compiled, as a module that exports it under its own name and nothing else."""
    import llvmlite.binding as llvm
    from numba import cfunc, types

    from forensics.engines.fast import native

    pointer: Any = types.CPointer
    by_code = {"n": types.int64, "b": types.uint8, "h": types.uint16, "i": types.int32, "I": types.int64, "w": types.uint64}
    arguments = [types.int64 if code == "n" else pointer(by_code[code]) for code in codes]
    compiled: Any = cfunc(types.void(*arguments), error_model="numpy")(function)
    module = llvm.parse_assembly(compiled._library.get_llvm_str())
    for own in module.functions:
        if own.name == compiled._wrapper_name.removeprefix("cfunc."):
            own.name = function.__name__
        elif not own.is_declaration:
            own.linkage = "internal"
    passes = llvm.create_new_module_pass_manager()
    passes.add_global_dead_code_eliminate_pass()
    passes.run(module, llvm.create_pass_builder(native.target_machine(), llvm.create_pipeline_tuning_options()))
    return module


if __name__ == "__main__":
    compile_all()
    store_programs()
