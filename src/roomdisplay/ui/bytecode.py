"""`python -m roomdisplay.ui.bytecode`: compiles what an installed release would compile at its starts.

The screen, each X.qml to X.qmlc beside it: without that Qt compiles at the first start and keeps the result in the
user's cache, or, where that cannot be written, at every start. Qt takes X.qmlc without another look at X.qml, unless it
is of another Qt: so not in a source tree.

PySide's own Python: it is text within a library, compiled at every start, unless it was once told by SBK_EMBED=0 to lay
it out as files (signature_bootstrap.py of PySide).
"""

import compileall
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

QML = Path(__file__).resolve().parent / "qml"
COMPILER = Path("Qt", "libexec", "qmlcachegen")
"""Within PySide6."""
LAID_OUT = Path("files.dir")
"""Within shiboken6."""


class NotCompiled(Exception):
    """The panel works as before; the message says why it starts no faster."""


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


def lay_out_pyside() -> None:
    """Makes Python files, and their bytecode, of what PySide carries as text. Raises NotCompiled."""
    found = find_spec("shiboken6")
    folder = (Path(found.origin).parent if found is not None and found.origin is not None else Path()) / LAID_OUT
    command = [sys.executable, "-c", "import PySide6.QtCore"]
    try:
        subprocess.run(command, check=True, capture_output=True, env=os.environ | {"SBK_EMBED": "0"}, timeout=60)
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)  # PySide would take half of it for the whole
        raise NotCompiled(f"PySide cannot be laid out in {folder}: {error}. It is compiled at each start.") from error
    if not folder.is_dir() or not compileall.compile_dir(folder, quiet=2):
        raise NotCompiled(f"PySide laid nothing out in {folder}. It is compiled at each start.")


def main() -> int:
    if (QML.parents[3] / "pyproject.toml").exists():
        print("roomdisplay: this is a source tree, whose QML may change. Compile an installation.", file=sys.stderr)
        return 1
    try:
        compile_beside(QML)
        lay_out_pyside()
    except NotCompiled as error:
        print(f"roomdisplay: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
