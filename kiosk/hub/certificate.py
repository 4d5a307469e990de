"""A small CA and a server's certificate that iPadOS accepts, in two files that only their owner can read."""

from __future__ import annotations

import ipaddress
import os
import re
import socket
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.errors import KnownError
from kiosk.hub.trust import CA, SERVER, Held

MOST_DAYS: Final = 825
"""What iPadOS accepts of a server's certificate."""
CA_DAYS: Final = 3650
LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
_EARLY: Final = timedelta(hours=1)
"""Good from this long ago, for iPads whose clock is behind."""
_FRESH: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LABEL: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


class Pair(msgspec.Struct, frozen=True):
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey


class Made(msgspec.Struct, frozen=True):
    """What was made: the CA, whether it is a new one, and the server's certificate with where it is kept."""

    ca: x509.Certificate
    new_ca: bool
    server: x509.Certificate
    file: Path


def make(folder: Path, *, names: Sequence[str], days: int, now: datetime) -> Made:
    """Make a server's certificate in `folder`, signed by the CA that is kept there, or by a new one.

    `names` are names and addresses as `name_of` and `address_of` give them, the first being what the machine is called.
    Raises KnownError for days that can't be, and for a CA or a folder that can't be used.
    """
    if not 1 <= days <= MOST_DAYS:
        raise KnownError(
            f"A certificate for {days} days can't be made: give --days 1 to {MOST_DAYS}, iPads trust no more."
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = _kept_ca(folder / CA)
        ca = kept if kept and _outlives(kept, now + timedelta(days=days)) else _new_ca(names[0], now)
        if ca is not kept:
            _write(folder / CA, [ca.key, ca.certificate])
        server = _new_server(ca, names, days, now)
        _write(folder / SERVER, [server.key, server.certificate, ca.certificate])
    except OSError as error:
        raise KnownError(
            f"The certificate can't be kept in {folder} ({error.strerror}): name another in KIOSK_HUB_CERTIFICATE."
        ) from None
    return Made(ca.certificate, ca is not kept, server.certificate, folder / SERVER)


def read(file: Path) -> Held:
    """How long a server's certificate is good for, and for which names. Raises KnownError."""
    try:
        certificate = x509.load_pem_x509_certificate(file.read_bytes())
        said = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound):
        raise KnownError(
            f"{file} holds no certificate with names: make it again with `kiosk hub certificate`."
        ) from None
    names = (*said.get_values_for_type(x509.DNSName), *map(str, said.get_values_for_type(x509.IPAddress)))
    return Held(certificate.not_valid_after_utc.timestamp(), tuple(name.lower() for name in names))


def own_names(*, host: str, address: str, called: str) -> tuple[str, ...]:
    """What this machine is called: as the hub is told to be called, by its host name, in its network, and to itself.

    A host name that can't be one in a network is left out. Raises KnownError for `called` that is no name or address.
    """
    short = host.lower().rstrip(".").removesuffix(".local")
    found = [called and (_plain_address(called) or name_of(called))]
    found += [name for name in (short, f"{short.split('.')[0]}.local") if short and _is_name(name)]
    return tuple(dict.fromkeys(one for one in (*found, address, *LOOPBACK) if one))


def name_of(text: str) -> str:
    """A name of a machine as a certificate has it. Raises KnownError."""
    name = text.strip().lower().rstrip(".")
    if _plain_address(name):
        raise KnownError(f"`{text}` is an address: give it with --address.")
    if not _is_name(name):
        raise KnownError(
            f"`{text}` is no name of a machine: give one like kiosk.example.org, without https:// or a port."
        )
    return name


def address_of(text: str) -> str:
    """An IP address as a certificate has it. Raises KnownError."""
    found = _plain_address(text)
    if not found:
        raise KnownError(f"`{text}` is no address: give one like 192.168.4.10.")
    return found


def host_name() -> str:
    """What this machine calls itself."""
    return socket.gethostname()


def _plain_address(text: str) -> str:
    try:
        return str(ipaddress.ip_address(text.strip()))
    except ValueError:
        return ""


def _is_name(name: str) -> bool:
    labels = name.split(".")
    # What ends in a number is an address to a browser, whatever it was meant to be.
    return len(name) <= 253 and all(map(_LABEL.fullmatch, labels)) and not labels[-1].isdecimal()


def _kept_ca(file: Path) -> Pair | None:
    try:
        kept = file.read_bytes()
    except FileNotFoundError:
        return None
    with suppress(ValueError, TypeError):
        key = serialization.load_pem_private_key(kept, password=None)
        certificate = x509.load_pem_x509_certificate(kept)
        if isinstance(key, ec.EllipticCurvePrivateKey) and certificate.public_key() == key.public_key():
            return Pair(certificate, key)
    raise KnownError(
        f"{file} is no CA that can be used: put back a copy of it, or remove it to begin with a new CA, "
        "which every iPad has to be given."
    )


def _outlives(ca: Pair, ends: datetime) -> bool:
    return ca.certificate.not_valid_after_utc >= ends


def _new_ca(name: str, now: datetime) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _called(f"Kiosk hub CA of {name}")
    made = _begun(subject, subject, key, now, CA_DAYS)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    made = made.add_extension(_usage(ca=True), critical=True)
    return Pair(made.sign(key, hashes.SHA256()), key)


def _new_server(ca: Pair, names: Iterable[str], days: int, now: datetime) -> Pair:
    key = ec.generate_private_key(ec.SECP256R1())
    said = [x509.IPAddress(ipaddress.ip_address(one)) if _plain_address(one) else x509.DNSName(one) for one in names]
    made = _begun(ca.certificate.subject, _called("Kiosk hub"), key, now, days)
    made = made.add_extension(x509.SubjectAlternativeName(said), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
    made = made.add_extension(_usage(ca=False), critical=True)
    made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    by = x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.key.public_key())
    made = made.add_extension(by, critical=False)
    return Pair(made.sign(ca.key, hashes.SHA256()), key)


def _begun(
    issuer: x509.Name, subject: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    begins = now.astimezone(UTC).replace(microsecond=0) - _EARLY
    return (
        x509.CertificateBuilder()
        .issuer_name(issuer)
        .subject_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        # Its last second belongs to it.
        .not_valid_after(begins + timedelta(days=days, seconds=-1))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _called(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca, key_cert_sign=ca, crl_sign=ca, content_commitment=False, key_encipherment=False,
        data_encipherment=False, key_agreement=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip


def _write(file: Path, parts: Sequence[ec.EllipticCurvePrivateKey | x509.Certificate]) -> None:
    """All of it or nothing, and never readable by anybody else, not even while it is written."""
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, _FRESH, 0o600), "wb") as out:
        for part in parts:
            if isinstance(part, x509.Certificate):
                out.write(part.public_bytes(serialization.Encoding.PEM))
            else:
                out.write(
                    part.private_bytes(
                        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
                    )
                )
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
