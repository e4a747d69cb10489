"""A language that is longer than any, to see what overflows."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from roomdisplay.ui import texts

PSEUDO = "eo"
"""Nobody's panel speaks it, so it can stand for a language that is too long."""
ACCENTS = str.maketrans("aeiouyncsAEIOUYNCS", "áéîöüýñçšÁÉÎÖÜÝÑÇŠ")


def pseudo(text: str) -> str:
    """Accented, four tenths longer (two where it is long), between brackets; its places stay, and so do letters."""
    if len(text) <= 3 or text == texts.WHO_LETTERS:
        return text
    parts = re.split(r"(%\d|%Ln)", text)
    accented = "".join(part if part.startswith("%") else part.translate(ACCENTS) for part in parts)
    return f"[{accented}{'~' * round(len(text) * (0.2 if len(text) > 60 else 0.4))}]"


def compile_pseudo(i18n: Path, directory: Path) -> None:
    """Beside links to the catalogues in `i18n`, one of `PSEUDO` in `directory`."""
    for catalogue in i18n.glob("*.qm"):
        (directory / catalogue.name).symlink_to(catalogue)
    tree = ElementTree.parse(i18n / "roomdisplay_de.ts")  # noqa: S314  a file of our own
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        said = pseudo(message.findtext("source") or "")
        for form in translation.findall("numerusform") or (translation,):
            form.text = said
    source = directory / f"roomdisplay_{PSEUDO}.ts"
    tree.write(source, encoding="utf-8", xml_declaration=True)
    lrelease = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([str(lrelease), str(source), "-silent"], check=True)
