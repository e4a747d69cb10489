"""Server-sent events (WHATWG HTML, "Interpreting an event stream"), from bytes as they come to messages."""

import re

from msgspec import Struct

_ENDS = re.compile(rb"\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


class Endless(Exception):
    """A message is larger than anything that is meant."""


class Message(Struct, frozen=True, kw_only=True):
    event: str
    data: str
    id: str
    """The last one the stream told, of this message or one before."""


class EventStream:
    """`retry` is how long (seconds) the other side wants a reconnect to wait; None: it has not said."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._pending: list[bytes] = []
        self._size = 0
        self._begun = self._after_cr = False
        self._event = ""
        self._data: list[str] = []
        self._id = ""
        self.retry: float | None = None

    def receive(self, chunk: bytes) -> list[Message]:
        """The messages that `chunk` completes. Raises Endless."""
        if self._after_cr:
            # the second half of a CR LF
            chunk = chunk.removeprefix(b"\n")
        self._size += len(chunk)
        if self._size > self._largest:
            raise Endless(f"a message of more than {self._largest} bytes")
        self._pending.append(chunk)
        if b"\n" not in chunk and b"\r" not in chunk:
            self._after_cr = self._after_cr and not chunk
            return []
        self._after_cr = chunk.endswith(b"\r")
        buffer = b"".join(self._pending)
        if not self._begun:
            self._begun = True
            buffer = buffer.removeprefix(_BOM)
        *lines, rest = _ENDS.split(buffer)
        self._pending = [rest]
        self._size = len(rest) + sum(len(part) for part in self._data)
        return [message for line in lines if (message := self._line(line)) is not None]

    def _line(self, line: bytes) -> Message | None:
        if not line:
            return self._dispatched()
        name, _, value = line.decode("utf-8", "replace").partition(":")
        value = value.removeprefix(" ")
        match name:
            case "event":
                self._event = value
            case "data":
                self._data.append(value)
                self._size += len(value)
            case "id" if "\0" not in value:
                self._id = value
            case "retry" if re.fullmatch(r"[0-9]{1,9}", value):
                self.retry = int(value) / 1000
            case _:
                pass  # a comment, or a field of another day
        return None

    def _dispatched(self) -> Message | None:
        event, data = self._event or "message", self._data
        self._event, self._data = "", []
        return Message(event=event, data="\n".join(data), id=self._id) if data else None
