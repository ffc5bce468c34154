"""`rmqf demo`: a real incident that comes with the tool, analyzed."""

from pathlib import Path

import forensics
from forensics.cli.analyze import analyze
from forensics.errors import NoSuchInput

_TRACE = Path("sample_traces") / "S-5.3.1-s1" / "input.tar.zst"


def demo() -> int:
    """Analyze the logs of a real incident: a master is killed while a consumer holds its messages."""
    package = Path(forensics.__file__).parent
    for home in (package, package.parent):
        if (home / _TRACE).is_file():
            return analyze([str(home / _TRACE)])
    raise NoSuchInput(str(_TRACE), "does not lie in this installation", "install the wheel, or run it in a checkout")
