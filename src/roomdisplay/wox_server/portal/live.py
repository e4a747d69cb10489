"""Pages that change by themselves: a stream says that there is news, and the page fetches itself again."""

import asyncio
from collections.abc import AsyncGenerator, Collection

from starlette.requests import Request
from starlette.responses import StreamingResponse

from roomdisplay.wox_server.hub import Hub

KEEP_ALIVE = 15.0


def stream(request: Request, hub: Hub, rooms: Collection[int] | None) -> StreamingResponse:
    """An event `changed` whenever one of `rooms` (None: any) has news, until the browser leaves."""

    async def lines() -> AsyncGenerator[str]:
        yield "retry: 5000\n\n"
        with hub.watching() as watch:
            while not await request.is_disconnected():
                try:
                    changed = await asyncio.wait_for(watch.changed(), KEEP_ALIVE)
                except TimeoutError:
                    yield ":\n\n"
                    continue
                if rooms is None or not changed.isdisjoint(rooms):
                    yield "event: changed\ndata:\n\n"

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(lines(), media_type="text/event-stream", headers=headers)
