"""`roomdisplay gallery`: every screen × size × theme × language × mode, with a page to look through them."""

import sys
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.appearance import Appearance, Theme
from roomdisplay.ui.platform import prepare

SIZES = ((800, 480), (1024, 600), (1280, 800), (1920, 1080), (800, 1280))
LOCALES = ("en_GB", "de_DE", "ar_EG")
MODES = {
    "usual": Appearance(),
    "large-text": Appearance(large_text=True),
    "low-reach": Appearance(low_reach=True),
    "large-text-low-reach": Appearance(large_text=True, low_reach=True),
}


class GalleryOptions(Struct, frozen=True, kw_only=True):
    out: Path
    screens: tuple[str, ...]
    """Their names; empty: all there are."""
    sizes: tuple[tuple[int, int], ...]
    themes: tuple[Theme, ...]
    locales: tuple[str, ...]
    modes: tuple[str, ...]


def run_gallery(options: GalleryOptions) -> int:
    """Draws and writes the pictures and index.html, and prints what is wrong in them. Exit status 1 if anything is."""
    prepare(max(options.sizes), display=False)
    from PySide6.QtGui import QGuiApplication

    from roomdisplay.gallery.page import Entry, page
    from roomdisplay.gallery.pictures import draw_all
    from roomdisplay.gallery.scenes import SCENES

    unknown = [name for name in options.screens if name not in SCENES]
    if unknown:
        print(
            f"roomdisplay gallery: there is no screen {unknown[0]!r}; there are: {', '.join(SCENES)}", file=sys.stderr
        )
        return 2
    application = QGuiApplication.instance() or QGuiApplication(["roomdisplay"])
    scenes = {name: SCENES[name] for name in options.screens or SCENES}
    looks = [
        (f"{theme}-{locale}-{mode}", replace(MODES[mode], theme=theme, locale=locale, reduced_motion=True))
        for theme in options.themes
        for locale in options.locales
        for mode in options.modes
    ]
    entries: list[Entry] = []
    wrong = 0
    for label, look in looks:
        for picture in draw_all(scenes, options.sizes, [look]):
            width, height = picture.size
            file = Path(f"{width}x{height}-{label}") / f"{picture.name}.png"
            (options.out / file.parent).mkdir(parents=True, exist_ok=True)
            if not picture.image.save(str(options.out / file)):
                print(f"roomdisplay gallery: {options.out / file} cannot be written.", file=sys.stderr)
                return 2
            entries.append(Entry(name=picture.name, group=str(file.parent), complaints=picture.complaints))
            for complaint in picture.complaints:
                print(f"{file}: {complaint}")
            wrong += len(picture.complaints)
    (options.out / "index.html").write_text(page(entries), encoding="utf-8")
    found = "nothing is cut off, overlaps or is too small" if not wrong else f"{wrong} things are wrong, as said above"
    print(f"{options.out / 'index.html'}: {len(entries)} pictures; {found}.")
    del application
    return 1 if wrong else 0
