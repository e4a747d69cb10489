"""Pages that change by themselves: a stream says that there is news, and the page fetches itself again."""

import asyncio
from collections.abc import AsyncGenerator, Collection

from starlette.requests import Request
from starlette.responses import StreamingResponse

from roomdisplay.wox_server.hub import Hub, Watch

KEEP_ALIVE = 15.0


class OpenPages:
    """The streams of this process; `end` ends them, so that the server can stop."""

    def __init__(self) -> None:
        self._open: set[asyncio.Task[set[int]]] = set()
        self._is_over = False

    def end(self) -> None:
        self._is_over = True
        for waiting in self._open:
            waiting.cancel()

    async def news(self, watch: Watch) -> set[int] | None:
        """The rooms with news; none after a while without any; None: it is over."""
        waiting = asyncio.ensure_future(watch.changed())
        self._open.add(waiting)
        try:
            done, _ = await asyncio.wait([waiting], timeout=KEEP_ALIVE)
            if self._is_over:
                return None
            return waiting.result() if done else set()
        finally:
            waiting.cancel()
            self._open.discard(waiting)


def stream(request: Request, hub: Hub, pages: OpenPages, rooms: Collection[int] | None) -> StreamingResponse:
    """An event `changed` whenever one of `rooms` (None: any) has news, until the browser leaves."""

    async def lines() -> AsyncGenerator[str]:
        yield "retry: 5000\n\n"
        with hub.watching() as watch:
            while (changed := await pages.news(watch)) is not None and not await request.is_disconnected():
                if not changed:
                    yield ":\n\n"
                elif rooms is None or not changed.isdisjoint(rooms):
                    yield "event: changed\ndata:\n\n"

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)
