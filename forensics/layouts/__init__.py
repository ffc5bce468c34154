"""How a record begins and looks: the layouts of each kind of process, tried in the order of this tuple."""

from forensics.layouts import client, console, server, slf4j
from forensics.layouts.layout import Layout

OWN: tuple[Layout, ...] = (*client.LAYOUTS, *server.LAYOUTS, *console.LAYOUTS)
"""The layouts that RocketMQ ships."""
LAYOUTS: tuple[Layout, ...] = (*OWN, *slf4j.LAYOUTS)
"""All that are known; an application's own come last."""
UNDATED: tuple[Layout, ...] = (console.BASIC, slf4j.BOOT_CLOCK)
"""Those of whole logs whose lines have a clock and no date."""
