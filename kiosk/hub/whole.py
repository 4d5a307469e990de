"""Everything that a page needs to start, by address with what it must be: so that a device can keep it whole."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from kiosk.hub.feed import Feed, Sheet, packed

ICONS = ".png"
_FACES = re.compile(r'url\("(/fonts/[a-z0-9-]+\.woff)"\)')
_RTL_FACE = "/fonts/arabic.woff"


def whole(
    *,
    web: Path,
    kinds: Path,
    part: Callable[[Path], Sheet | None],
    fonts: Callable[[str], bytes | None],
    feed: Feed,
    made: Mapping[str, Sheet],
) -> Sheet:
    """`{tag, files: {address: tag}}`: a tag is what the file's SHA-256 begins with, as in `Sheet`. Media are not in it.

    `part` packs a file of the folders `web` and `kinds`; `made` are those that are no files.
    """  # fmt: skip
    index = msgspec.json.decode(gzip.decompress(feed.index().body))
    files = {"/": part(web / "index.html"), "/feed": feed.index(), **made}
    for path in sorted(web.iterdir()):
        if path.suffix in (".mjs", ".css", ".webmanifest", ICONS):
            files[f"/face/{path.name}"] = part(path)
    for kind in index["kinds"]:
        for path in sorted((kinds / kind).iterdir()):
            if path.suffix in (".mjs", ".css"):
                files[f"/kinds/{kind}/{path.name}"] = part(path)
    files |= {address: feed.deck(name) for name, address in index["decks"].items()}
    files |= {f"/edition/{one['code']}": feed.edition(one["code"]) for one in index["languages"]}
    tags = {address: sheet.tag for address, sheet in files.items() if sheet}
    rtl = any(one["rtl"] for one in index["languages"])
    for address in _faces(web, part):
        body = fonts(address.rpartition("/")[2]) if rtl or address != _RTL_FACE else None
        if body:
            tags[address] = hashlib.sha256(body).hexdigest()[:12]
    said = msgspec.json.encode(tags, order="sorted")
    return packed(msgspec.json.encode({"tag": hashlib.sha256(said).hexdigest()[:12], "files": tags}))


def _faces(web: Path, part: Callable[[Path], Sheet | None]) -> Iterator[str]:
    """The addresses of the typefaces that the stylesheets name."""
    for path in sorted(web.glob("*.css")):
        sheet = part(path)
        if sheet:
            yield from _FACES.findall(gzip.decompress(sheet.body).decode())
