"""Keeps the Entra application's keys in step with the panels: registers those of paired panels, takes out the others.

What is to be done follows from the database and from what the directory tells, so it survives restarts, lost answers,
and administrators who replace the whole collection. One process at a time does it, one change at a time.
"""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import assert_never

from sqlalchemy.exc import SQLAlchemyError

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Refusal, Rejected, Transient
from roomdisplay.core.registration import Plan, RegisteredKey, plan
from roomdisplay.ports import ApplicationKeys, Failed
from roomdisplay.wox_server import keys
from roomdisplay.wox_server.database import Writing
from roomdisplay.wox_server.keys import PanelKey
from roomdisplay.wox_server.lease import lease
from roomdisplay.wox_server.schema import Complaint
from roomdisplay.wox_server.transactions import Transactions

log = logging.getLogger(__name__)

LEASE = 0x4B455953
"""PostgreSQL's advisory lock of whoever registers; any number."""
LOOK_EVERY = 1.0
"""Seconds between two looks for something to do; a revoked panel is to lose its access within a minute."""
VERIFY_EVERY = 3600.0
"""Seconds between two looks at the directory where there is nothing to do: somebody else may change it."""
SETTLING = 120.0
"""Seconds for which reads may not know of a change yet (observed: seconds to two minutes)."""
SETTLING_EVERY = 10.0
"""Seconds between two looks while what was done is not to be read yet."""
AGAIN_FIRST, AGAIN_LONGEST = 5.0, 600.0


class Registrar:
    """`run` goes on until it is cancelled. `own_thumbprint` is that of the server's own certificate, which is never
    taken out; it blocks, and raises Failed."""

    def __init__(
        self,
        application: ApplicationKeys,
        own_thumbprint: Callable[[], str],
        transactions: Transactions,
        now: Callable[[], datetime],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        settling: float = SETTLING,
    ) -> None:
        self._application = application
        self._own_thumbprint = own_thumbprint
        self._transactions = transactions
        self._now = now
        self._monotonic = monotonic
        self._settling = settling
        self._added: dict[str, float] = {}
        """Thumbprints that were registered a moment ago: reads need not know of them yet."""
        self._removed: dict[str, float] = {}
        """The same, of keys' ids."""
        self._verified = float("-inf")
        self._tried: frozenset[tuple[str, bool]] = frozenset()
        """What was due at the last look at the directory."""
        self._again_at = float("-inf")
        """When that is tried again; what has come since waits for nothing."""
        self._failures = 0

    async def run(self) -> None:
        while True:
            async with lease(self._transactions.database, LEASE) as lost:
                self._verified, self._tried = float("-inf"), frozenset()
                while not lost.is_set():
                    pause = await self._looked()
                    with suppress(TimeoutError):
                        async with asyncio.timeout(pause):
                            await lost.wait()

    async def _looked(self) -> float:
        """Does what is to be done; seconds until the next look."""
        now = self._monotonic()
        try:
            due = await self._transactions.read(keys.due, self._now())
            is_settled = any(at + self._settling <= now for at in self._added.values())
            is_again = now >= self._again_at and (due or is_settled or now - self._verified >= VERIFY_EVERY)
            if not is_again and due <= self._tried:
                self._tried &= due
                return LOOK_EVERY
            self._tried = due
            await self.reconcile()
        except SQLAlchemyError as error:
            log.warning("the panels' keys cannot be read: %s", type(error).__name__)
            return AGAIN_FIRST
        except Failed as failed:
            self._failures += 1
            pause = min(AGAIN_LONGEST, AGAIN_FIRST * 2.0 ** min(self._failures - 1, 10))
            wish = failed.failure.retry_after if isinstance(failed.failure, Transient) else None
            self._again_at = self._monotonic() + max(pause, wish or 0.0)
            log.warning("the application's keys are not as they should be yet: %s", failed.failure)
            return max(LOOK_EVERY, wish or 0.0)
        self._failures = 0
        self._again_at = self._monotonic() + (SETTLING_EVERY if due else 0.0)
        return LOOK_EVERY

    async def reconcile(self) -> None:
        """One look at both sides, and what follows. Raises Failed, once everything that could be done has been."""
        known = await self._transactions.read(keys.everything, self._now())
        if not known:
            self._verified = self._monotonic()
            return
        try:
            own = await asyncio.to_thread(self._own_thumbprint)
            present = await self._application.keys()
        except Failed as failed:
            due = [key.thumbprint for key in known if not key.is_wanted or key.registered_at is None]
            await self._transactions.write(keys.complain, due, complaint_of(failed.failure))
            raise
        self._settle()
        # reads need not know yet of what was registered a moment ago
        unseen = self._added.keys() - {key.thumbprint for key in present}
        found = plan(
            {key.thumbprint for key in known if key.is_wanted},
            {key.thumbprint for key in known if not key.is_wanted},
            (*present, *(RegisteredKey(id="", thumbprint=name) for name in unseen)),
            own=own,
        )
        await self._transactions.write(_learned, found, self._now())
        failure = await self._carry_out(found, {key.thumbprint: key for key in known if key.is_wanted})
        if failure is not None:
            raise Failed(failure)
        self._verified = self._monotonic()

    def _settle(self) -> None:
        recent = self._monotonic() - self._settling
        self._added = {name: at for name, at in self._added.items() if at > recent}
        self._removed = {name: at for name, at in self._removed.items() if at > recent}

    async def _carry_out(self, found: Plan, wanted: dict[str, PanelKey]) -> Failure | None:
        """All of it, whatever becomes of a part; the last failure."""
        last: Failure | None = None
        for key in found.remove:
            if not key.id or key.id in self._removed:
                continue  # not to be read yet, or still to be read: its turn comes
            try:
                await self._application.remove(key.id)
            except Failed as failed:
                if isinstance(failed.failure, Rejected):
                    # it is gone already, which reads do not know yet
                    self._removed[key.id] = self._monotonic()
                    continue
                last = failed.failure
                await self._transactions.write(keys.complain, [key.thumbprint], complaint_of(last))
                continue
            self._removed[key.id] = self._monotonic()
            self._added.pop(key.thumbprint, None)
            log.info("the key %s was taken out of the application", key.thumbprint)
        for thumbprint in found.add:
            panel = wanted[thumbprint]
            try:
                await self._application.add(panel.der, f"Room Display {panel.serial}")
            except ValueError:
                await self._transactions.write(keys.complain, [thumbprint], Complaint.REFUSED)
                continue
            except Failed as failed:
                last = failed.failure
                await self._transactions.write(keys.complain, [thumbprint], complaint_of(last))
                continue
            self._added[thumbprint] = self._monotonic()
            await self._transactions.write(keys.registered, [thumbprint], self._now())
            log.info("the key %s of panel %d was registered with the application", thumbprint, panel.panel_id)
        return last


def _learned(writing: Writing, found: Plan, now: datetime) -> None:
    keys.registered(writing, found.registered, now)
    keys.missing(writing, found.add)
    keys.gone(writing, found.gone, now)


def complaint_of(failure: Failure) -> Complaint:
    match failure:
        case AccessLost(access=Access.PERMISSION):
            return Complaint.PERMISSION
        case AccessLost(access=Access.CERTIFICATE | Access.SECRET_MISSING):
            return Complaint.PROOF
        case AccessLost():
            return Complaint.APPLICATION
        case Rejected(refusal=Refusal.FULL):
            return Complaint.FULL
        case Rejected() | Bug():
            return Complaint.REFUSED
        case Transient():
            return Complaint.UNREACHABLE
        case _:
            assert_never(failure)


@asynccontextmanager
async def registering(
    application: ApplicationKeys | None,
    own_thumbprint: Callable[[], str],
    *,
    transactions: Transactions,
    now: Callable[[], datetime],
) -> AsyncGenerator[None]:
    """As long as the block lasts; nothing where the server may register no keys."""
    if application is None:
        yield
        return
    task = asyncio.create_task(Registrar(application, own_thumbprint, transactions, now).run())
    task.add_done_callback(_report)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def _report(task: "asyncio.Task[None]") -> None:
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("registering keys ended in a way that was not foreseen", exc_info=error)
