"""`python -m roomdisplay.ui.bytecode`: compiles the screen of an installed release, each X.qml to X.qmlc beside it.

Without it Qt compiles at the first start and keeps the result in the user's cache, or, where that cannot be written, at
every start. Qt takes X.qmlc without another look at X.qml, unless it is of another Qt: so not in a source tree.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

QML = Path(__file__).resolve().parent / "qml"
COMPILER = Path("Qt", "libexec", "qmlcachegen")
"""Within PySide6."""


class NotCompiled(Exception):
    """The screen works as before; the message says why it is no faster."""


def compile_beside(folder: Path) -> int:
    """Compiles every QML file below the folder; how many. Raises NotCompiled."""
    found = find_spec("PySide6")
    compiler = Path(found.origin).parent / COMPILER if found is not None and found.origin is not None else COMPILER
    sources = sorted(folder.rglob("*.qml"))
    for source in sources:
        command = [compiler, "--only-bytecode", "-o", source.with_suffix(".qmlc"), source]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
        except (OSError, subprocess.SubprocessError) as error:
            for half in sources:
                half.with_suffix(".qmlc").unlink(missing_ok=True)
            said = (getattr(error, "stderr", None) or str(error)).strip()
            raise NotCompiled(f"{source} cannot be compiled: {said}. It is compiled at the start instead.") from error
    return len(sources)


def main() -> int:
    if (QML.parents[3] / "pyproject.toml").exists():
        print("roomdisplay: this is a source tree, whose QML may change. Compile an installation.", file=sys.stderr)
        return 1
    try:
        compile_beside(QML)
    except NotCompiled as error:
        print(f"roomdisplay: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
