"""The theme as a stylesheet: the names and values of content/theme.yaml, for the page to use by `var(--…)`.

Lengths are rem, ten pixels of a 1920 x 1080 screen each; what a rem comes to on a device is for the page to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.deck import Props

_CONTRAST = {
    "ink": "ink", "ink_soft": "ink", "paper": "ground", "card": "ground", "line": "ink", "rule": "ink",
    "thread": "accent", "stitch_empty": "ink", "slot": "ground", "slot_ink": "ink", "done": "accent",
    "done_deep": "accent", "done_tint": "ground", "warning": "accent", "fault": "accent", "good_lane": "ground",
    "usual_lane": "ground", "host_ground": "ground", "dim": "ground",
}  # fmt: skip
"""Which colour of high contrast stands for each of the palette; the others stay as they are."""
_ZONE_CONTRAST = {
    "base": "accent", "on_base": "on_accent", "deep": "accent", "ink_on_deep": "on_accent", "ground": "ground",
    "tint": "ground", "hill": "ground", "button": "accent", "on_button": "on_accent", "name": "accent",
}  # fmt: skip
LARGE = 48
"""Type over this many pixels grows half as much with the text size."""


def stylesheet(tokens: Props) -> str:
    """The whole of `theme.css`."""
    return "\n".join(_rules(tokens)) + "\n"


def _rules(tokens: Props) -> Iterator[str]:
    palette, contrast, zones = tokens["palette"], tokens["high_contrast"], tokens["zones"]
    yield _rule(":root", {
        **{_name(key): value for key, value in palette.items()},
        "solid-ink": palette["ink"], "solid-paper": palette["paper"], "done-ink": palette["paper"], "outline": "0px",
        **{f"radius-{key}": _rem(value) for key, value in tokens["shape"].items()},
        **{f"time-{_name(key)}": f"{value}ms" for key, value in tokens["motion"].items()},
        **_shadows(tokens["depth"], palette["shadow"]),
        "press": _rem(tokens["depth"]["press"]),
        **_type(tokens["type"]),
    })  # fmt: skip
    for name, colours in zones.items():
        yield _rule(f'[data-zone="{name}"]', {f"z-{_name(key)}": value for key, value in colours.items()})
        yield _rule(":root", {f"{name}-{_name(key)}": value for key, value in colours.items()})
    yield _rule("[data-zone]", {"accent": "var(--z-deep)", "accent-ink": "var(--z-ink-on-deep)"})
    for step, factor in enumerate(tokens["type"]["steps"]):
        yield _rule(f':root[data-step="{step}"]', _sizes(tokens["type"]["sizes"], factor))
        large = factor * contrast["text_scale"]
        yield _rule(f':root[data-step="{step}"][data-contrast]', _sizes(tokens["type"]["sizes"], large))
    yield _rule(":root[data-contrast]", {
        **{_name(key): contrast[value] for key, value in _CONTRAST.items()},
        "accent": contrast["accent"], "accent-ink": contrast["on_accent"], "done-ink": contrast["on_accent"],
        "outline": _rem(contrast["outline"]), "display": f'"{tokens["type"]["body"]}", sans-serif',
        "shadow-low": "none", "shadow-card": "none", "shadow-sheet": "none", "speech-weight": "700",
    })  # fmt: skip
    roles = {f"z-{_name(key)}": contrast[value] for key, value in _ZONE_CONTRAST.items()}
    yield _rule(":root[data-contrast] [data-zone], :root[data-contrast][data-zone]", roles)


def _type(kind: Props) -> dict[str, str]:
    return {
        "display": f'"{kind["display"]}", serif',
        "body": f'"{kind["body"]}", sans-serif',
        "heading-weight": str(kind["heading_weight"]),
        "speech-weight": str(kind["speech_weight"]),
    }


def _sizes(sizes: Props, factor: float) -> dict[str, str]:
    grown = {name: size * ((1 + (factor - 1) / 2) if size > LARGE else factor) for name, size in sizes.items()}
    return {f"size-{_name(name)}": _rem(size) for name, size in grown.items()} | {"text": f"{factor:g}"}


def _shadows(depth: Props, colour: str) -> dict[str, str]:
    near, far = (_alpha(colour, depth[name]) for name in ("strength_near", "strength_far"))
    return {
        f"shadow-{name}": f"0 {_rem(depth[name][0])} 0 {near}, 0 {_rem(depth[name][1])} 0 {far}"
        for name in ("low", "card", "sheet")
    }


def _alpha(colour: str, share: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {share:g})"


def _rem(pixels: float) -> str:
    return f"{pixels / 10:g}rem"


def _name(key: str) -> str:
    return key.replace("_", "-")


def _rule(selector: str, values: dict[str, str]) -> str:
    return selector + " {" + " ".join(f"--{name}: {value};" for name, value in values.items()) + "}"
