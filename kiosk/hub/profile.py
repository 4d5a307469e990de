"""What IT gives to every iPad so that it trusts the hub: the CA's certificate, by itself and in a profile for MDM."""

from __future__ import annotations

import plistlib
import uuid
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID

from kiosk.errors import KnownError

CER: Final = "kiosk-hub-ca.cer"
PROFILE: Final = "kiosk-hub-ca.mobileconfig"


def write_trust(ca: x509.Certificate, out: Path) -> tuple[Path, Path]:
    """The profile and the certificate (DER), as files in `out`. No key is in them. Raises KnownError."""
    profile, cer = out / PROFILE, out / CER
    try:
        out.mkdir(parents=True, exist_ok=True)
        profile.write_bytes(profile_of(ca))
        cer.write_bytes(ca.public_bytes(serialization.Encoding.DER))
    except OSError as error:
        raise KnownError(
            f"Nothing can be written to {out} ({error.strerror}): name another folder with --out."
        ) from None
    return profile, cer


def profile_of(ca: x509.Certificate) -> bytes:
    """A configuration profile, not signed. For the same CA it is always the same, so that it replaces itself."""
    print_ = ca.fingerprint(hashes.SHA256())
    own, inner = (str(uuid.uuid5(uuid.NAMESPACE_OID, f"{print_.hex()} {part}")).upper() for part in ("profile", "ca"))
    name = f"kiosk.hub.ca.{print_.hex()[:12]}"
    title = str(ca.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)
    return plistlib.dumps({
        "PayloadType": "Configuration",
        "PayloadVersion": 1,
        "PayloadIdentifier": name,
        "PayloadUUID": own,
        "PayloadDisplayName": title,
        "PayloadDescription": "Lets this iPad trust the kiosk in the same room.",
        "PayloadContent": [
            {
                "PayloadType": "com.apple.security.root",
                "PayloadVersion": 1,
                "PayloadIdentifier": f"{name}.root",
                "PayloadUUID": inner,
                "PayloadDisplayName": title,
                "PayloadCertificateFileName": CER,
                "PayloadContent": ca.public_bytes(serialization.Encoding.DER),
            }
        ],
    })  # fmt: skip
