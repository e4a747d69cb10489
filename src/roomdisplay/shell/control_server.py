"""The answering side of `roomdisplay ctl`."""

import asyncio
import json
import os
import stat
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from roomdisplay.shell.control import PATIENCE, THOROUGH, ControlError, is_answered

LONGEST_LINE = 64 * 1024

Command = Callable[[dict[str, Any]], Awaitable[object]]


class ControlServer:
    """Answers `commands` on the socket; one that raises ControlError is told to the client as its sentence."""

    def __init__(self, path: Path, commands: Mapping[str, Command]) -> None:
        self._path = path
        self._commands = commands
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Raises ControlError where the socket cannot be made."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            folder = self._path.parent.stat()
            is_open = folder.st_mode & 0o022 and not folder.st_mode & stat.S_ISVTX
            if folder.st_uid not in (os.getuid(), 0) or is_open:
                raise ControlError(
                    f"{self._path.parent} belongs to someone else or others may write to it, so the control socket is "
                    "not made there. Name another place with --socket."
                )
            if is_answered(self._path):
                raise ControlError(
                    f"Another panel already listens on {self._path}. Stop it, or name another place with --socket."
                )
            self._path.unlink(missing_ok=True)
            before = os.umask(0o177)
            try:
                self._server = await asyncio.start_unix_server(self._serve, str(self._path), limit=LONGEST_LINE)
            finally:
                os.umask(before)
        except OSError as error:
            raise ControlError(
                f"The control socket {self._path} cannot be made: {error.strerror}. Name another with --socket."
            ) from error

    async def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._path.unlink(missing_ok=True)
            for client in tuple(self._clients):
                client.cancel()
            await asyncio.gather(*self._clients, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = asyncio.current_task()
        assert client is not None
        self._clients.add(client)
        try:
            async with asyncio.timeout(PATIENCE):
                line = await reader.readline()
            async with asyncio.timeout(THOROUGH):
                writer.write(json.dumps(await self._answer(line), ensure_ascii=False).encode() + b"\n")
                await writer.drain()
        except (TimeoutError, OSError, ValueError):
            pass
        finally:
            self._clients.discard(client)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _answer(self, line: bytes) -> dict[str, object]:
        try:
            asked = json.loads(line)
            name = asked["command"]
            command = self._commands[name]
        except (ValueError, TypeError, KeyError):
            return {"ok": False, "error": f"The panel knows these commands: {', '.join(sorted(self._commands))}."}
        try:
            return {"ok": True, "result": await command(asked)}
        except ControlError as error:
            return {"ok": False, "error": str(error)}
