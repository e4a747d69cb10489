"""Every language has its room. (The walk in test_accessibility draws each scene in each of them.)"""

from pathlib import Path

from roomdisplay.core.appearance import LANGUAGES
from roomdisplay.ui import window

I18N = Path(window.__file__).parent / "i18n"


def test_there_is_a_catalogue_for_each_language_but_english() -> None:
    assert {path.stem for path in I18N.glob("*.qm")} == {f"roomdisplay_{language}" for language in LANGUAGES[1:]}
