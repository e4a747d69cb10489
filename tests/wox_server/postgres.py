"""A PostgreSQL server of the tests' own: Debian's programs, a directory of its own, a Unix socket and no port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

import psycopg


class PostgresMissing(Exception):
    """The message says what to install."""


class Postgres:
    """A context manager; `url(name)` is that of a database in it."""

    def __init__(self) -> None:
        self._programs = _programs()
        # PostgreSQL refuses to run as root; sockets have short paths
        self._owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
        if self._owner:
            os.chown(self.folder, self._owner.pw_uid, self._owner.pw_gid)

    def __enter__(self) -> "Postgres":
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "roomdisplay", "-A", "trust", "-E", "UTF8", "-N")
        # a test's data need not survive the power: what is measured is not the disk
        settings = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off -c max_connections=200"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-l", log, "-o", settings, "start")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://roomdisplay@/{name}?host={self.folder}"

    def create(self, name: str, template: str = "template1") -> str:
        """A new database; returns its URL."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())
        return self.url(name)

    def drop(self, name: str) -> None:
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())

    def _run(self, program: str, *options: str) -> None:
        owner: dict[str, Any] = (
            {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []} if self._owner else {}
        )
        subprocess.run(
            [self._programs / program, *options],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)},
            **owner,
        )


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise PostgresMissing("PostgreSQL is missing. Install Debian's package postgresql (script/bootstrap dev does).")
    return found[-1].parent
