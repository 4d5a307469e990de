"""What `theme.yaml` may say. Colours are #RRGGBB, lengths pixels of a 1920 x 1080 screen, times milliseconds."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Colour = Annotated[str, Meta(pattern="^#[0-9A-Fa-f]{6}$", description="#RRGGBB in quotes")]
Family = Annotated[str, Meta(min_length=1, max_length=60)]
Pixels = Annotated[int, Meta(ge=0, le=2000)]
Time = Annotated[int, Meta(ge=0, le=60_000)]
Weight = Annotated[int, Meta(ge=1, le=1000)]
Share = Annotated[float, Meta(ge=0, le=1)]
Scale = Annotated[float, Meta(ge=1, le=3)]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of the theme. Every key of it must be there, and no other."""


class Palette(Part, frozen=True):
    """The colours that every zone shares."""

    ink: Colour
    """Text."""
    ink_soft: Colour
    """Quieter text."""
    paper: Colour
    """The page, the rail and speech bubbles."""
    card: Colour
    """Cards and choices."""
    line: Colour
    """The outline of quiet buttons."""
    rule: Colour
    """Hairlines between things, for decoration only."""
    thread: Colour
    """Decorative stitches; they never carry a meaning alone."""
    stitch_empty: Colour
    """Stitches still to come."""
    slot: Colour
    """The circle of something not noticed yet."""
    slot_ink: Colour
    """The question mark in it."""
    shadow: Colour
    """Shadows of paper, drawn at the strengths in `depth`."""
    under: Colour
    """The hard lower edge of a primary button."""
    done: Colour
    """Found and done, always with a tick."""
    done_deep: Colour
    """The same, for words."""
    done_tint: Colour
    """The same, as a ground."""
    warning: Colour
    """Something to look at."""
    fault: Colour
    """Something to mend."""
    good_lane: Colour
    """The different road of a debrief."""
    usual_lane: Colour
    """The usual road of a debrief."""
    host_ground: Colour
    """Behind the host's menu."""
    dim: Colour
    """Over the page while a sheet is open."""
    sunflower: Colour
    """The accent that every zone shares."""


class ZoneColours(Part, frozen=True):
    """The colours of one zone."""

    base: Colour
    """The zone's own colour."""
    on_base: Colour
    """Words on it."""
    deep: Colour
    """A darker one, for light words on it."""
    ink_on_deep: Colour
    """Words on the darker one."""
    ground: Colour
    """The page above the hills."""
    tint: Colour
    """The first hill, and chosen cards."""
    hill: Colour
    """The second hill."""
    button: Colour
    """The one primary button."""
    on_button: Colour
    """The words on that button."""
    name: Colour
    """A speaker's name on paper."""


class Zones(Part, frozen=True):
    """The colours of each zone."""

    sunflower: ZoneColours
    """Sunflower yellow."""
    coral: ZoneColours
    """Coral red."""
    teal: ZoneColours
    """Teal."""
    leaf: ZoneColours
    """Leaf green."""
    plum: ZoneColours
    """Plum."""


class HighContrast(Part, frozen=True):
    """Black ground, white outlines, bold and larger words."""

    ground: Colour
    """Every ground."""
    ink: Colour
    """Words and outlines."""
    accent: Colour
    """What is chosen or leads on."""
    on_accent: Colour
    """Words on that."""
    outline: Pixels
    """How thick outlines are."""
    text_scale: Scale
    """How much larger words are."""


class Sizes(Part, frozen=True):
    """How large each sort of text is."""

    attract: Pixels
    """The title on the attract picture."""
    title: Pixels
    """The heading of a page."""
    question: Pixels
    """A question."""
    section: Pixels
    """The heading of a section."""
    card_title: Pixels
    """The title of a card."""
    speech: Pixels
    """What a person says."""
    choice: Pixels
    """Something to say or pick."""
    lead: Pixels
    """A first paragraph."""
    body: Pixels
    """Running text."""
    label: Pixels
    """Labels and buttons."""
    meta: Pixels
    """Minutes, company and the like."""
    floor: Pixels
    """No words are smaller."""


class Type(Part, frozen=True):
    """Typefaces. `display_axes` belong to the variable one; `steps` are the factors of a delegate's text sizes."""

    display: Family
    """The typeface of headings and speech."""
    display_axes: dict[str, float]
    """The settings of that typeface, which is a variable one."""
    heading_weight: Weight
    """How heavy headings are."""
    speech_weight: Weight
    """How heavy speech is."""
    body: Family
    """The typeface of everything else."""
    sizes: Sizes
    """How large each sort of text is."""
    steps: tuple[Scale, Scale, Scale]
    """By how much the three text sizes that visitors choose from enlarge it."""


class Depth(Part, frozen=True):
    """Shadows: how strong, and how far the near and the far one lie below."""

    strength_near: Share
    """How strong the near shadow is."""
    strength_far: Share
    """How strong the far one is."""
    low: tuple[Pixels, Pixels]
    """How far both lie below quiet things."""
    card: tuple[Pixels, Pixels]
    """How far they lie below cards."""
    sheet: tuple[Pixels, Pixels]
    """How far they lie below sheets."""
    press: Pixels
    """How far a button goes down."""


class Shape(Part, frozen=True):
    """Radii of corners, and the measures that every page keeps."""

    card: Pixels
    """Corners of cards."""
    choice: Pixels
    """Corners of choices."""
    bubble: Pixels
    """Corners of speech bubbles."""
    sheet: Pixels
    """Corners of sheets."""
    quiet: Pixels
    """Corners of quiet buttons."""
    touch: Pixels
    """The least height of what can be touched."""
    rail: Pixels
    """The height of the rail at the bottom."""
    margin: Pixels
    """The margin of a page on a wide screen."""
    margin_portrait: Pixels
    """The margin on a tall one."""


class Motion(Part, frozen=True):
    """How long everything takes."""

    press_in: Time
    """A button going down."""
    press_out: Time
    """A button coming up."""
    card_in: Time
    """A card coming in."""
    card_rise: Pixels
    """How far it rises, in pixels."""
    card_stagger: Time
    """How much later each next card comes."""
    page: Time
    """From one page to the next."""
    fade: Time
    """Something coming or going."""
    stitch: Time
    """A stitch being sewn."""
    ring: Time
    """The ring round something to touch."""
    ring_every: Time
    """How often it comes."""
    mouth_hold: Time
    """How long a mouth stays as it is."""
    blink: Time
    """A blink."""
    blink_every_least: Time
    """The shortest time between two blinks."""
    blink_every_most: Time
    """The longest."""
    reduced_fade: Time
    """The one fade there is with reduced motion."""


class Theme(Part, frozen=True):
    """The look of every screen."""

    kind: Literal["theme"]
    """Always the same."""
    palette: Palette
    """The colours that every zone shares."""
    zones: Zones
    """The colours of each zone."""
    high_contrast: HighContrast
    """What high contrast looks like."""
    type: Type
    """Typefaces and sizes of text."""
    depth: Depth
    """Shadows."""
    shape: Shape
    """Corners, and the measures that every page keeps."""
    motion: Motion
    """How long everything takes, in milliseconds."""
