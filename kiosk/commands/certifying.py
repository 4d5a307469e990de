"""`kiosk hub certificate`: what makes iPads trust the hub."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kiosk.commands.terminal import out
from kiosk.settings import Settings


def certificate(
    settings: Settings, *, folder: str | None, names: Sequence[str], addresses: Sequence[str], days: int
) -> int:
    """Make the server's certificate and what IT gives to the iPads, in `folder`. Raises KnownError."""
    from kiosk.hub import certificate as making
    from kiosk.hub.profile import write_trust
    from kiosk.hub.serving import ANYWHERE, own_address
    from kiosk.hub.trust import CA

    kept = settings.certificates
    to = Path(folder).expanduser().absolute() if folder else kept
    bound = "" if settings.hub_address in ANYWHERE else settings.hub_address
    own = making.own_names(host=making.host_name(), address=bound or own_address(), called=settings.hub_name)
    given = [*map(making.name_of, names), *map(making.address_of, addresses)]
    made = making.make(kept, names=list(dict.fromkeys((*own, *given))), days=days, now=datetime.now(UTC))
    profile, cer = write_trust(made.ca, to)
    held = making.read(made.file)
    lines = [
        f"Made a certificate for {', '.join(held.names)}.",
        f"It is good until {made.server.not_valid_after_utc:%d %B %Y}. The hub answers with it from its next start on.",
        f"It was signed by {'a new CA' if made.new_ca else 'the CA that is kept here'}, which is good until "
        f"{made.ca.not_valid_after_utc:%d %B %Y}.",
        f"For the iPads: {profile}",
        f"The CA alone: {cer}",
        f"Secret: {kept / CA} and {made.file}. Give them to nobody; they are for this user alone.",
        "What to do next: push the profile to every iPad by MDM, then start the hub again (docs/for-it.md)."
        if made.new_ca
        else "What to do next: start the hub again. The iPads that have this CA need nothing new.",
    ]
    for line in lines:
        out.print(line)
    return 0
