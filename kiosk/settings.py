"""Every setting of a kiosk: its type, its default and what it does. Read once, at the start."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import KnownError

HERE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Where things are and how the kiosk behaves.

    `data` holds the database, what is compiled and drawn ahead; it belongs to this kiosk alone. `content` and `zones`
    are read only. `zone` is the id of the zone that this kiosk stands in; empty: the first. `station` is this kiosk's
    name in the records. `idle`, `countdown` are seconds, see `kiosk.visit.Timing`. `hub`: whether iPads are served;
    `hub_address` and `hub_port` are where they come in, `hub_name` is the name by which they find this machine (empty:
    its address). `hub_https`: by https where there is a certificate; `hub_certificate` is the folder that must hold it
    then, None: see `certificates`.
    """

    data: Path
    content: Path
    zones: Path
    zone: str = ""
    station: str = "kiosk"
    windowed: bool = False
    reduced_motion: bool = False
    idle: float = 60.0
    countdown: float = 20.0
    hub: bool = True
    hub_address: str = "0.0.0.0"  # noqa: S104 - the iPads come in from the zone's own network
    hub_port: int = 8787
    hub_name: str = ""
    hub_https: bool = True
    hub_certificate: Path | None = None

    @property
    def certificates(self) -> Path:
        """Where the hub's certificate is kept, when there is one."""
        return self.hub_certificate or self.data / "certificate"


def read(
    *,
    environment: Mapping[str, str],
    data: str | None = None,
    content: str | None = None,
    zones: str | None = None,
    zone: str | None = None,
    windowed: bool = False,
    port: int | None = None,
) -> Settings:
    """The settings from the command line, then the environment (`KIOSK_DATA`, `KIOSK_ZONE`, …), then the defaults."""

    def path(given: str | None, name: str, default: Path) -> Path:
        return Path(given or environment.get(name) or default).expanduser().absolute()

    certificate = environment.get("KIOSK_HUB_CERTIFICATE", "")
    return Settings(
        data=path(data, "KIOSK_DATA", default_data(environment)),
        content=path(content, "KIOSK_CONTENT", HERE / "content"),
        zones=path(zones, "KIOSK_ZONES", HERE / "zones.yaml"),
        zone=zone or environment.get("KIOSK_ZONE", ""),
        station=environment.get("KIOSK_STATION", "kiosk"),
        windowed=windowed,
        reduced_motion=_switch(environment, "KIOSK_REDUCED_MOTION"),
        idle=_seconds(environment, "KIOSK_IDLE", 60.0, least=10.0),
        countdown=_seconds(environment, "KIOSK_COUNTDOWN", 20.0, least=20.0),
        hub=_switch(environment, "KIOSK_HUB", default=True),
        hub_address=environment.get("KIOSK_HUB_ADDRESS") or Settings.hub_address,
        hub_port=_port(environment, "KIOSK_HUB_PORT", Settings.hub_port) if port is None else port,
        hub_name=environment.get("KIOSK_HUB_NAME", ""),
        hub_https=_switch(environment, "KIOSK_HUB_HTTPS", default=True),
        hub_certificate=Path(certificate).expanduser().absolute() if certificate else None,
    )


def default_data(environment: Mapping[str, str]) -> Path:
    """Where a program of this user keeps its data on this system."""
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA", "~/AppData/Local")) / "Kiosk"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/Kiosk")
    return Path(environment.get("XDG_DATA_HOME") or "~/.local/share") / "kiosk"


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name, "").strip()
    if value and not (value.isdecimal() and int(value) <= 65535):
        raise KnownError(f"{name} is `{value}`: set it to a port from 1 to 65535, or 0 for any that is free.")
    return int(value) if value else default


def _switch(environment: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    value = environment.get(name, "").strip().lower()
    if not value:
        return default
    if value in ("0", "false", "no", "off"):
        return False
    if value in ("1", "true", "yes", "on"):
        return True
    raise KnownError(f"{name} is `{value}`: set it to 1 or 0.")


def _seconds(environment: Mapping[str, str], name: str, default: float, *, least: float) -> float:
    value = environment.get(name, "")
    try:
        seconds = float(value) if value else default
    except ValueError:
        raise KnownError(f"{name} is `{value}`: set it to a number of seconds.") from None
    if not least <= seconds <= 3600:
        raise KnownError(f"{name} is {seconds:g} seconds: set it to {least:g} to 3600.")
    return seconds


def of_this_process(**given: str | bool | int | None) -> Settings:
    """The settings of this process, with its own environment."""
    return read(environment=os.environ, **given)  # type: ignore[arg-type]
