"""Transactions from the event loop: each runs in a thread, few at once."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

import anyio
from anyio.to_thread import run_sync
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from roomdisplay.wox_server.database import Database, Writing

AT_ONCE = 4
"""Threads at work on the database; more would only wait for each other and for the interpreter."""

P = ParamSpec("P")
T = TypeVar("T")


class Transactions:
    def __init__(self, database: Database) -> None:
        self.database = database
        self._limiter = anyio.CapacityLimiter(AT_ONCE)

    async def read(self, function: Callable[Concatenate[Connection, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """`function(connection, …)` in a reading transaction."""

        def run() -> T:
            with self.database.reading() as connection:
                return function(connection, *arguments, **named)

        return await run_sync(run, limiter=self._limiter)

    async def write(self, function: Callable[Concatenate[Writing, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """`function(writing, …)` in a writing transaction; committed once this returns, rolled back if it raises."""

        def run() -> T:
            with self.database.writing() as writing:
                return function(writing, *arguments, **named)

        try:
            return await run_sync(run, limiter=self._limiter)
        except IntegrityError:  # somebody made the same at the same time: it is there now
            return await run_sync(run, limiter=self._limiter)
