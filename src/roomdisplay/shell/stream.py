"""Following WOX's stream: it is opened again whenever it ends, from where it had come to, ever more slowly."""

import asyncio
import logging
import random
from collections.abc import Callable

from roomdisplay.core.failure import AccessLost, Bug, Failure, Transient
from roomdisplay.core.machine import FeedTold, StreamEnded
from roomdisplay.core.wox import Command
from roomdisplay.ports import Clock, Failed, WoxServer
from roomdisplay.shell.engine import Engine

RETRY_FIRST = 1.0
RETRY_LONGEST = 60.0

log = logging.getLogger(__name__)


async def follow(
    engine: Engine, wox: WoxServer, clock: Clock, commanded: Callable[[Command], None] = lambda _: None
) -> None:
    """Until it is cancelled: what WOX tells goes into the engine, its commands to `commanded`."""
    tries = 0
    while True:
        failure: Failure = Bug(reason="the stream ended without saying why")
        try:
            side = engine.state.wox
            async for feed in wox.changes(side.cursor if side is not None else None):
                if side is not None and (tries or side.failure is not None):
                    log.info("WOX is heard")
                tries, side = 0, None
                engine.post(FeedTold(now=clock.now(), feed=feed))
                for command in feed.commands:
                    commanded(command)
        except Failed as failed:
            failure = failed.failure
        except Exception as error:
            log.exception("WOX's stream failed in a way that was not foreseen")
            failure = Bug(reason=repr(error))
        if not tries:
            log.warning("WOX cannot be heard: %s", failure)
        engine.post(StreamEnded(now=clock.now(), failure=failure))
        tries += 1
        await asyncio.sleep(_pause(failure, tries))


def _pause(failure: Failure, tries: int) -> float:
    ceiling = RETRY_LONGEST if isinstance(failure, AccessLost) else min(RETRY_LONGEST, RETRY_FIRST * 2 ** min(tries, 7))
    pause = ceiling * (0.5 + random.random() / 2)  # noqa: S311  spreads retries, guards nothing
    wish = failure.retry_after if isinstance(failure, Transient) else None
    return max(pause, min(wish, RETRY_LONGEST)) if wish is not None else pause
