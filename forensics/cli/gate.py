"""`rmqf gate`: `analyze` as CI wants it, with a threshold."""

import inspect
from typing import Any

from forensics.cli.analyze import analyze
from forensics.cli.options import FailOn


def gate(**options: Any) -> int:
    """Look for the known failures in captured traces; exit with 1 at one that is not known, expected or suppressed."""
    return analyze(**options)


def _with_threshold(signature: inspect.Signature) -> inspect.Signature:
    """Return *signature* with `--fail-on error` as its default: all else of the two commands is the same, by construction."""
    parameters = signature.parameters | {"fail_on": signature.parameters["fail_on"].replace(default=FailOn.ERROR)}
    return signature.replace(parameters=list(parameters.values()))


gate.__signature__ = _with_threshold(inspect.signature(analyze))  # type: ignore[attr-defined]
gate.__annotations__ = analyze.__annotations__
