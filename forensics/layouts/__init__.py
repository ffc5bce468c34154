"""How a record begins and looks: the layouts of each kind of process, tried in the order of this tuple."""

from forensics.layouts import client, console, server
from forensics.layouts.layout import Layout

LAYOUTS: tuple[Layout, ...] = (*client.LAYOUTS, *server.LAYOUTS, *console.LAYOUTS)
