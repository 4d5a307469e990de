"""What `kiosk check` says of languages."""

from __future__ import annotations

from pathlib import Path

from kiosk.activities import kinds
from kiosk.commands.terminal import out
from kiosk.content.deck import Deck
from kiosk.content.editions import tell
from kiosk.content.faults import Fault, Faults
from kiosk.content.languages import Language
from kiosk.content.translation import read_languages


def translations(folder: Path, deck: Deck | None) -> tuple[list[Fault], tuple[Language, ...]]:
    """What is wrong with the translations of one activity, and how far it is in each language."""
    if deck is None:
        return [], ()
    read = read_languages(folder.parent, Faults())
    told = tell(folder, deck, kinds(), read)
    languages = tuple(
        Language(code, one.file.name, draft=one.file.draft or "", counts=(told[code].count,))
        for code, one in read.items()
    )
    return [fault for one in told.values() for fault in one.faults], languages


def tell_language(language: Language) -> None:
    """How far a language is, and for a draft in which files something is missing."""
    said, texts = sum(one.said for one in language.counts), sum(one.texts for one in language.counts)
    state = f"a draft ({language.draft})" if language.draft else "finished"
    out.print(f"{language.name}: {said:,} of {texts:,} texts, {state}")
    for one in language.counts if language.draft else ():
        if 0 < one.said < one.texts:
            out.print(f"  {one.file}: {one.texts - one.said:,} of {one.texts:,} texts are shown in English")
    untouched = [one.file.partition("/")[0] for one in language.counts if not one.said]
    if untouched and language.draft:
        out.print(f"  all in English: {', '.join(untouched)}")
