"""How the store is, for diagnostics: sizes and counts, nothing of what is in it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def statistics(path: Path) -> dict[str, object]:
    """Blocks. What cannot be read is said instead."""
    sizes = {file.name: file.stat().st_size for file in sorted(path.parent.glob(f"{path.name}*"))}
    told: dict[str, object] = {"bytes": sizes}
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=2)) as db:
            tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            told["rows"] = {
                name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - the schema's own names
                for name in tables
            }
            told["version"] = db.execute("PRAGMA user_version").fetchone()[0]
            told["check"] = db.execute("PRAGMA quick_check(3)").fetchone()[0]
    except sqlite3.Error as error:
        told["unreadable"] = str(error)
    return told
