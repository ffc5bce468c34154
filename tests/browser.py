"""A headless Chromium, driven over the WebDriver protocol that chromedriver speaks: a few requests, and no package for it."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MISSING = "make test-browser needs Chromium and its driver: apt-get install -y chromium chromium-driver"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def chromium() -> str | None:
    """Return the browser's path, None where it or its driver is missing."""
    found = next((path for name in _CHROMIUM if (path := shutil.which(name))), None)
    return found if shutil.which("chromedriver") else None


class Browser:
    """One window; what it logs and requests is kept by the driver until it is asked for."""

    def __init__(self, address: str, capabilities: dict[str, Any]) -> None:
        self._address = address
        self._session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})["sessionId"]

    def open(self, page: Path) -> None:
        """Load a file and forget what was logged before."""
        self.messages(), self.requests()
        self._do("POST", "/url", {"url": page.resolve().as_uri()})

    def size(self, width: int, height: int = 900) -> None:
        """Give the page a viewport of this size, as a phone or a screen would; Chromium's window cannot be so small."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 640)

    def scheme(self, name: str) -> None:
        """Prefer a colour scheme: dark or light."""
        self.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def media(self, name: str) -> None:
        """Show the page as on this medium: print or screen."""
        self.command("Emulation.setEmulatedMedia", media=name)

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what *script* returns."""
        return self._do("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys: str) -> None:
        """Press keys one after the other, where the focus is."""
        presses = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._do("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": presses}]})

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag the mouse from one place of the viewport to another."""
        moves = [
            {"type": "pointerMove", "duration": 0, "x": start[0], "y": start[1]}, {"type": "pointerDown", "button": 0},
            {"type": "pointerMove", "duration": 50, "x": end[0], "y": end[1]}, {"type": "pointerUp", "button": 0},
        ]  # fmt: skip
        self._do("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": moves}]})

    def messages(self) -> list[str]:
        """Return what was written to the console since the last time."""
        return [f"{row['level']}: {row['message']}" for row in self._do("POST", "/se/log", {"type": "browser"})]

    def requests(self) -> list[str]:
        """Return the addresses requested since the last time."""
        rows = [json.loads(row["message"])["message"] for row in self._do("POST", "/se/log", {"type": "performance"})]
        return [row["params"]["request"]["url"] for row in rows if row["method"] == "Network.requestWillBeSent"]

    def screenshot(self, whole: bool = False) -> bytes:
        """Return the viewport, or the *whole* page, as a PNG."""
        if not whole:
            return base64.b64decode(self._do("GET", "/screenshot"))
        shot = self.command("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(shot["data"])

    def command(self, name: str, **params: Any) -> Any:
        """Send a command of the DevTools protocol."""
        return self._do("POST", "/goog/cdp/execute", {"cmd": name, "params": params})

    def close(self) -> None:
        """End the window."""
        self._do("DELETE", "")

    def _do(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._ask(method, f"/session/{self._session}{path}", body)

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - our own driver
            self._address + path, method=method, data=None if body is None else json.dumps(body).encode()
        )
        with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 - our own driver
            return json.load(response)["value"]


@contextmanager
def browser(width: int = 1280, height: int = 900) -> Iterator[Browser]:
    """Give a window of its own profile, gone when the block ends."""
    arguments = [*_ARGUMENTS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with tempfile.TemporaryDirectory(prefix="rmqf-browser-", ignore_cleanup_errors=True) as profile:
        options = {"binary": chromium(), "args": [*arguments, f"--user-data-dir={profile}", f"--window-size={width},{height}"]}
        wanted = {
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True)  # noqa: S607 - from the path
        try:
            window = Browser(f"http://127.0.0.1:{_port(driver)}", wanted)
            window.size(width, height)
            yield window
            window.close()
        finally:
            driver.terminate()
            driver.wait(10)
            driver.stdout.close()


def _port(driver: "subprocess.Popen[str]") -> int:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        line = driver.stdout.readline()
        if "started successfully on port" in line:
            return int(line.rstrip().rstrip(".").rpartition(" ")[2])
    raise RuntimeError("chromedriver did not start")
