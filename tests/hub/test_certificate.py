"""A certificate that iPadOS accepts, kept so that nobody else can read its key, and the profile that goes with it."""

from __future__ import annotations

import plistlib
import stat
import sys
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store

from kiosk.errors import KnownError
from kiosk.hub.certificate import MOST_DAYS, Made, address_of, make, name_of, own_names, read
from kiosk.hub.profile import CER, PROFILE, write_trust
from kiosk.hub.trust import CA, SERVER, Held, found

NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
NAMES = ("kiosk-1", "kiosk-1.local", "192.168.4.10", "localhost", "127.0.0.1", "::1")


def made_in(folder: Path, *, days: int = 397, now: datetime = NOW) -> Made:
    return make(folder, names=NAMES, days=days, now=now)


def test_it_says_what_ipados_asks_of_it(tmp_path: Path) -> None:
    server = made_in(tmp_path, days=MOST_DAYS).server
    said = server.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert said.get_values_for_type(x509.DNSName) == ["kiosk-1", "kiosk-1.local", "localhost"]
    assert said.get_values_for_type(x509.IPAddress) == [ip_address(one) for one in ("192.168.4.10", "127.0.0.1", "::1")]
    # Both ends count, to the second.
    length = server.not_valid_after_utc - server.not_valid_before_utc + timedelta(seconds=1)
    assert length == timedelta(days=825)
    used = server.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(used) == [ExtendedKeyUsageOID.SERVER_AUTH]
    key = server.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name == "secp256r1"
    assert isinstance(server.signature_hash_algorithm, hashes.SHA256)
    assert not server.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


@pytest.mark.parametrize("name", NAMES)
def test_whoever_trusts_the_ca_trusts_it_by_each_of_its_names(tmp_path: Path, name: str) -> None:
    made = made_in(tmp_path)
    called = x509.IPAddress(ip_address(name)) if name[0].isdigit() or ":" in name else x509.DNSName(name)
    builder = PolicyBuilder().store(Store([made.ca])).time(NOW)
    assert builder.build_server_verifier(called).verify(made.server, [])[-1] == made.ca


def test_the_ca_can_make_certificates_and_no_further_cas(tmp_path: Path) -> None:
    ca = made_in(tmp_path).ca
    limits = ca.extensions.get_extension_for_class(x509.BasicConstraints)
    assert (limits.critical, limits.value.ca, limits.value.path_length) == (True, True, 0)
    assert ca.not_valid_after_utc > NOW + timedelta(days=3600)


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such mode there")
def test_keys_can_be_read_by_their_owner_only_also_where_they_were_open_before(tmp_path: Path) -> None:
    folder = tmp_path / "certificate"
    made_in(folder)
    (folder / SERVER).chmod(0o644)
    made_in(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in (CA, SERVER):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert sorted(path.name for path in folder.iterdir()) == [CA, SERVER]


def test_the_same_ca_signs_again_so_that_ipads_need_nothing_new(tmp_path: Path) -> None:
    first, second = made_in(tmp_path), made_in(tmp_path, now=NOW + timedelta(days=300))
    assert (first.new_ca, second.new_ca) == (True, False)
    assert first.ca == second.ca
    assert first.server != second.server


def test_a_ca_that_would_end_before_the_certificate_is_followed_by_a_new_one(tmp_path: Path) -> None:
    first, late = made_in(tmp_path), made_in(tmp_path, now=NOW + timedelta(days=3400))
    assert late.new_ca and late.ca != first.ca


def test_a_ca_that_cannot_be_used_is_never_replaced_without_a_word(tmp_path: Path) -> None:
    made_in(tmp_path)
    whole = (tmp_path / CA).read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], whole[: whole.index(b"-----BEGIN CERTIFICATE")]):
        (tmp_path / CA).write_bytes(damaged)
        with pytest.raises(KnownError, match="put back a copy"):
            made_in(tmp_path)
        assert (tmp_path / CA).read_bytes() == damaged


@pytest.mark.parametrize("days", [-1, 0, 826, 9999])
def test_more_days_than_ipads_trust_are_refused(tmp_path: Path, days: int) -> None:
    with pytest.raises(KnownError, match="give --days 1 to 825"):
        made_in(tmp_path, days=days)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KnownError, match="can't be kept"):
        made_in(tmp_path / "file")
    with pytest.raises(KnownError, match="name another folder with --out"):
        write_trust(made_in(tmp_path).ca, tmp_path / "file")


def test_the_profile_carries_the_ca_and_no_key(tmp_path: Path) -> None:
    ca = made_in(tmp_path / "kept").ca
    profile, cer = write_trust(ca, tmp_path / "it")
    assert (profile.name, cer.name) == (PROFILE, CER)
    told = plistlib.loads(profile.read_bytes())
    assert (told["PayloadType"], told["PayloadVersion"]) == ("Configuration", 1)
    (root,) = told["PayloadContent"]
    assert root["PayloadType"] == "com.apple.security.root"
    assert root["PayloadContent"] == cer.read_bytes() == ca.public_bytes(serialization.Encoding.DER)
    identifiers = {(one["PayloadIdentifier"], one["PayloadUUID"]) for one in (told, root)}
    assert len(identifiers) == 2
    assert b"PRIVATE" not in profile.read_bytes() + cer.read_bytes()


def test_the_profile_of_one_ca_replaces_itself_and_no_other(tmp_path: Path) -> None:
    first, second = made_in(tmp_path / "a").ca, made_in(tmp_path / "b").ca
    texts = [write_trust(ca, tmp_path / str(i))[0].read_bytes() for i, ca in enumerate((first, first, second))]
    assert texts[0] == texts[1]
    assert plistlib.loads(texts[0])["PayloadUUID"] != plistlib.loads(texts[2])["PayloadUUID"]


@pytest.mark.parametrize(
    ("host", "called", "expected"),
    [
        ("Kiosk-1", "", ("kiosk-1", "kiosk-1.local")),
        ("kiosk-1.local", "", ("kiosk-1", "kiosk-1.local")),
        ("kiosk-1.example.org", "", ("kiosk-1.example.org", "kiosk-1.local")),
        ("kiosk-1", "Front.example.org", ("front.example.org", "kiosk-1", "kiosk-1.local")),
        ("kiosk-1", "10.0.0.9", ("10.0.0.9", "kiosk-1", "kiosk-1.local")),
        ("my_kiosk", "", ()),
        ("", "", ()),
    ],
)
def test_a_machine_knows_what_it_is_called(host: str, called: str, expected: tuple[str, ...]) -> None:
    names = own_names(host=host, address="192.168.4.10", called=called)
    assert names == (*expected, "192.168.4.10", "localhost", "127.0.0.1", "::1")


@pytest.mark.parametrize("text", ["https://kiosk", "kiosk:8787", "*.example.org", "a b", "", "-a", "x" * 64, "kiosk.9"])
def test_what_is_no_name_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(KnownError, match="is no name of a machine"):
        name_of(text)


def test_names_and_addresses_are_told_apart() -> None:
    assert (name_of(" Kiosk.Example.org. "), address_of(" 192.168.4.10 ")) == ("kiosk.example.org", "192.168.4.10")
    with pytest.raises(KnownError, match="give it with --address"):
        name_of("192.168.4.10")
    for text in ("kiosk", "192.168.4", "192.168.4.10:8787", ""):
        with pytest.raises(KnownError, match="is no address"):
            address_of(text)


def test_how_long_it_is_good_for_and_for_whom_is_read_back(tmp_path: Path) -> None:
    held = read(made_in(tmp_path, days=10).file)
    assert (held.days(NOW.timestamp()), held.days((NOW + timedelta(days=9)).timestamp())) == (9, 0)
    assert held.days((NOW + timedelta(days=10)).timestamp()) < 0
    assert held.covers("Kiosk-1.local") and held.covers("192.168.4.10") and not held.covers("192.168.4.11")
    assert isinstance(held, Held)


def test_a_file_that_is_no_certificate_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / SERVER).write_text("Hello.")
    with pytest.raises(KnownError, match="make it again with `kiosk hub certificate`"):
        read(tmp_path / SERVER)


def test_only_a_folder_that_was_named_must_hold_one(tmp_path: Path) -> None:
    assert found(tmp_path, wanted=False) is None
    with pytest.raises(KnownError, match="make it with `kiosk hub certificate`"):
        found(tmp_path / "nowhere", wanted=True)
    made_in(tmp_path)
    assert found(tmp_path, wanted=True) == tmp_path / SERVER
