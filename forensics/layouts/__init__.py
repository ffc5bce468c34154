"""How a record begins and looks: the layouts of each kind of process, tried in the order of this tuple."""

from forensics.layouts import client, console, languages, server, slf4j
from forensics.layouts.layout import Layout

OWN: tuple[Layout, ...] = (*client.LAYOUTS, *server.LAYOUTS, *console.LAYOUTS)
"""The layouts that RocketMQ ships."""
COMMON: tuple[Layout, ...] = (*slf4j.LAYOUTS, *languages.LAYOUTS)
"""Those that others' logs have as well: of applications, and of clients in other languages."""
LAYOUTS: tuple[Layout, ...] = (*OWN, *COMMON)
"""All that are known."""
UNDATED: tuple[Layout, ...] = (console.BASIC, slf4j.BOOT_CLOCK)
"""Those of whole logs whose lines have a clock and no date."""
