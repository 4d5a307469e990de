"""A whole venue in a few small files, for tests that need real YAML: two zones, one activity of most kinds."""

from __future__ import annotations

import math
import shutil
import struct
import wave
import zlib
from array import array
from pathlib import Path

from kiosk.settings import Settings

SHIPPED = Path(__file__).resolve().parent.parent / "content"

ZONES = """\
kind: venue
name: Small venue
title: A small conversation
invitation: Touch to begin
promise: "Two minutes."
attract:
  landscape: {file: pictures/wide.png, describe: A wide hill under rain.}
  portrait: {file: pictures/tall.png, describe: A tall hill under rain.}
pause: {heading: Back soon, text: We are having tea.}
finish: {heading: Thank you., text: Goodbye.}
zones:
  - id: front
    name: The front room
    colour: coral
    heading: Come in.
    intro: Start anywhere.
    activities: [before, after, voices, walk, wall]
    scenarios: [kitchen, porch]
  - id: back
    name: The back room
    colour: teal
    heading: Sit down.
    intro: Start anywhere.
    activities: [walk]
"""

CARD = """\
title: {title}
summary: What this is about.
minutes: 3
picture: {{file: card.png, describe: A plain grey card.}}
"""

SURVEY = """\
kind: survey
heading: Two questions
moment: {moment}
questions:
  - {{id: sure, ask: scale, text: How sure are you?}}
  - {{id: words, ask: words, text: Anything else?}}
thanks: {{heading: Thank you, text: That helps.}}
"""

SOUNDBOARD = """\
kind: soundboard
heading: Two voices
leaders:
  - id: ada
    name: Ada
    role: Runs things
    picture: {file: ada.svg, describe: Ada looks straight at you.}
    clips:
      - {id: hello, title: Hello, file: hello.wav, text: "Hello there. How nice that you came today. Do sit down."}
      - {id: bye, title: Goodbye, file: bye.wav, text: "Goodbye then. Come again soon."}
  - id: ben
    name: Ben
    role: Mends things
    picture: {file: card.png, describe: Ben looks at the floor.}
    clips:
      - {id: hum, title: A hum, file: hum.wav, text: "Hum hum hum."}
"""

CASE_STUDY = """\
kind: case_study
heading: A walk
parts:
  - label: One
    text: It began with rain.
    next: Go on
    clip: {file: rain.wav, text: It began with rain and then some sun.}
  - {label: Two, text: It went on in sun., next: Done}
"""

PLEDGES = """\
kind: pledge_wall
heading: One thing
prompt: What will you do?
starters:
  - {id: ask, text: Ask first.}
  - {id: listen, text: Listen longer.}
wall_heading: The wall
wall_text: What others said.
"""

SCENARIO = """\
kind: scenario
room: {file: room.png, describe: A room without a door.}
people:
  dot: {name: Dot, about: Lives here, figure: dot, view: [600, 200, 800, 600], portrait: [700, 200, 500, 700]}
person: dot
look:
  heading: Look around
  hint: Touch what you notice.
  next: Sit down
  things:
    - id: quilt
      label: A quilt
      text: Old.
      box: [900, 500, 100, 100]
      touch: [860, 460, 180, 180]
      marker: [950, 550]
      telling: true
prompt: What do you say?
getting_to_know: Getting to know
turns:
  - id: hello
    says: Who are you?
    mood: guarded
    choices:
      - {id: name, say: I am your visitor., style: kind, goto: fine}
      - {id: sew, say: Did you sew this?, style: open, noticed: [quilt], goto: better, mood: moved, reply: I did.}
endings:
  - id: fine
    title: It was fine
    text: Nothing changed.
    mood: listening
    different: &ROAD
    tomorrow: Ask once more.
  - id: better
    title: It was better
    text: Something changed.
    mood: moved
    different: &ROAD
    tomorrow: Ask again.
debrief:
  heading: Two roads
  intro: Look at both.
  usual: &ROAD
  note: Nobody was wrong.
  tomorrow_heading: Tomorrow
""".replace(
    "&ROAD",
    "{title: A road, steps: [{icon: cup, text: Tea}, {icon: bus, text: Bus}, {icon: sun, text: Sun}], people: 2,"
    " people_text: Two people., hours: 3, pounds: 80, miles: 2,"
    " miles_text: Two miles., feels: Not so bad., picture: {file: card.png, describe: A road with nobody on it.}}",
)

FACE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="#fff"/>
<g id="head"><circle cx="100" cy="90" r="70" fill="#c96"/></g>
<g id="mouth" data-role="mouth" data-anchor="100 130"><ellipse cx="100" cy="130" rx="20" ry="8" fill="#600"/></g>
<g id="eyes"><circle cx="70" cy="80" r="6"/><circle cx="130" cy="80" r="6"/></g></svg>
"""

ACTIVITIES = {
    "before": ("Before", SURVEY.format(moment="before")),
    "after": ("After", SURVEY.format(moment="after")),
    "voices": ("Voices", SOUNDBOARD),
    "walk": ("A walk in the rain", CASE_STUDY),
    "wall": ("The wall", PLEDGES),
    "kitchen": ("The kitchen", SCENARIO),
    "porch": ("The porch", SCENARIO),
}


def write_venue(folder: Path, *, drawn: bool = False) -> Settings:
    """Write the venue into a folder. `drawn` adds the icons that a window needs."""
    content = folder / "content"
    for name, (title, text) in ACTIVITIES.items():
        write_activity(content, name, title, text)
    pictures = content / "pictures"
    pictures.mkdir()
    write_png(pictures / "wide.png", 64, 36)
    write_png(pictures / "tall.png", 36, 64)
    (folder / "zones.yaml").write_text(ZONES, encoding="utf-8")
    shutil.copy(SHIPPED / "theme.yaml", content)
    if drawn:
        shutil.copytree(SHIPPED / "icons", content / "icons")
    return Settings(data=folder / "data", content=content, zones=folder / "zones.yaml", reduced_motion=True)


def write_activity(content: Path, name: str, title: str, text: str) -> Path:
    """One activity's folder with the media that its kind names."""
    folder = content / name
    folder.mkdir(parents=True, exist_ok=True)
    write_png(folder / "card.png", 60, 40)
    (folder / "activity.yaml").write_text(CARD.format(title=title) + text, encoding="utf-8")
    if "room.png" in text:
        write_png(folder / "room.png", 1920, 1080)
    if "ada.svg" in text:
        (folder / "ada.svg").write_text(FACE, encoding="utf-8")
    for number, clip in enumerate(("hello.wav", "bye.wav", "hum.wav", "rain.wav")):
        if clip in text:
            write_clip(folder / clip, seconds=6.0 - number)
    return folder


def replace_in(path: Path, old: str, new: str) -> None:
    """Change a file's text; what is to be replaced must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def write_png(path: Path, width: int, height: int, shade: int = 200) -> None:
    """A plain grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + bytes([shade]) * width) * height
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )


def write_clip(path: Path, *, seconds: float, rate: int = 8000) -> None:
    """A tone as loud as clips are to be; no two lengths have the same fingerprint."""
    samples = array("h", (int(8000 * math.sin(i * 0.3)) for i in range(int(rate * seconds))))
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(samples.tobytes())
