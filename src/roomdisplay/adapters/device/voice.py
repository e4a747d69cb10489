"""Saying a text aloud, by a program of the machine: espeak-ng, or spd-say of Speech Dispatcher."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from types import MappingProxyType

LONGEST = 60.0
"""Seconds; whatever is still being said then is cut off."""
ARGUMENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"espeak-ng": ("--stdin", "-v"), "spd-say": ("--pipe-mode", "--wait", "--language")}
)
"""By program, the one to be preferred first; the language follows."""
_NAMED_OTHERWISE = {("espeak-ng", "zh"): "cmn"}


class ProgramVoice:
    """One text at a time: while one is being said, another is not begun."""

    def __init__(self, program: Path, *, longest: float = LONGEST) -> None:
        self._program = program
        self._longest = longest
        self._saying: Thread | None = None

    def say(self, text: str, language: str) -> None:
        """Returns at once. A program that fails says nothing, and nothing else happens."""
        if self._saying is not None and self._saying.is_alive():
            return
        self._saying = Thread(target=self._said, args=(text, language), name="voice", daemon=True)
        self._saying.start()

    def _said(self, text: str, language: str) -> None:
        name = self._program.name
        command = [str(self._program), *ARGUMENTS[name], _NAMED_OTHERWISE.get((name, language), language)]
        silent = subprocess.DEVNULL
        try:
            subprocess.run(
                command, input=text.encode(), stdout=silent, stderr=silent, timeout=self._longest, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return


def voice() -> ProgramVoice | None:
    """None where no such program is installed."""
    found = (shutil.which(name) for name in ARGUMENTS)
    return next((ProgramVoice(Path(path)) for path in found if path is not None), None)
