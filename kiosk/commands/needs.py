"""What the shell needs of the machine, and the sentence for each thing that is missing."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping

from kiosk.errors import KnownError

LIBRARIES = {
    "libX11.so.6": "libx11-6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libpulse.so.0": "libpulse0",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libdrm.so.2": "libdrm2",
}
"""What Qt needs of Debian and Ubuntu to draw at all and to show films (the last four): library, package."""

ON_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What it needs besides for a window on an X display."""


def missing_packages(libraries: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL) -> list[str]:
    """The packages whose library can't be loaded here."""
    missing = []
    for library, package in libraries.items():
        try:
            load(library)
        except OSError:
            missing.append(package)
    return missing


def require_qt(*, on_screen: bool = True, load: Callable[[str], object] = ctypes.CDLL) -> None:
    """Raises KnownError naming the system packages that Qt lacks here. Only Linux leaves them to the system."""
    if sys.platform != "linux":
        return
    missing = missing_packages({**LIBRARIES, **(ON_SCREEN if on_screen else {})}, load)
    if missing:
        raise KnownError(
            "Qt needs system libraries that are not installed: "
            f"run `sudo apt install {' '.join(missing)}` and try again."
        )


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether there is a screen to draw on."""
    there = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return platform != "linux" or any(environment.get(name) for name in there)


def require_display(environment: Mapping[str, str], platform: str) -> None:
    """Raises KnownError when there is no screen to draw on."""
    if not has_display(environment, platform):
        raise KnownError(
            "There is no display to show the kiosk on: start it from a desktop session, "
            "or see every screen as a picture with `kiosk tour --out DIR`."
        )
