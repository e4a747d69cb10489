"""What one process at a time does for all: PostgreSQL's advisory locks. SQLite serves one process."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from anyio.to_thread import run_sync
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from roomdisplay.wox_server.database import Database

log = logging.getLogger(__name__)

LEASE_EVERY = 5.0
"""Seconds between two tries to get it, and between two looks whether it is still held."""


@asynccontextmanager
async def lease(database: Database, number: int) -> AsyncGenerator[asyncio.Event]:
    """The lease of that number, held by one process at a time; the event is set once it is lost."""
    lost = asyncio.Event()
    if not database.is_shared:
        yield lost
        return
    connection = await _leased(database, number)
    watch = asyncio.create_task(_watch(connection, lost))
    try:
        yield lost
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        # invalidated, not given back to the pool: the lock ends with the connection
        with suppress(SQLAlchemyError):
            await run_sync(connection.invalidate)
        await run_sync(connection.close)


async def _leased(database: Database, number: int) -> Connection:
    held: list[Connection] = []
    try:
        while not held:
            try:
                await run_sync(_try_lease, database, number, held)
            except SQLAlchemyError as error:
                log.warning("the database cannot be reached: %s", type(error).__name__)
            if not held:
                await asyncio.sleep(LEASE_EVERY)
    except asyncio.CancelledError:  # perhaps in the very moment in which the thread got it
        for connection in held:
            connection.invalidate()
            connection.close()
        raise
    return held[0]


def _try_lease(database: Database, number: int, held: list[Connection]) -> None:
    connection = database.engine.connect()
    try:
        if connection.execute(text(f"SELECT pg_try_advisory_lock({number})")).scalar_one():
            held.append(connection)
        connection.commit()
    finally:
        if not held:
            connection.close()


async def _watch(connection: Connection, lost: asyncio.Event) -> None:
    def look() -> None:
        connection.execute(text("SELECT 1"))
        connection.commit()

    while True:
        await asyncio.sleep(LEASE_EVERY)
        try:
            await run_sync(look)
        except SQLAlchemyError:
            lost.set()
            return
