"""The link to the WOX server: is it there, is it the same time there, and does it know this panel?"""

from collections.abc import AsyncIterator
from typing import assert_never

from msgspec import Struct

from roomdisplay.core.failure import Access, AccessLost, Bug, Failure, Rejected, Transient
from roomdisplay.core.room import Room
from roomdisplay.doctor import servers
from roomdisplay.doctor.evidence import ServerProbe
from roomdisplay.doctor.finding import Finding, broken, unknown, warning, well
from roomdisplay.ports import Failed, WoxServer

SERVER, CLOCK, LINK = "WOX server", "Clock of the WOX server", "Link to WOX"
WAYS = servers.Ways(proxy="https_proxy in the panel's environment", ca_file="wox.ca_file")


class WoxSide(Struct, frozen=True, kw_only=True):
    """The link that is looked at."""

    room: Room
    """The panel's own, as the panel has it."""
    address: str
    servers: ServerProbe
    wox: WoxServer


async def examine_wox(side: WoxSide | None) -> AsyncIterator[Finding]:
    """None: there is no such link. Never raises Failed."""
    if side is None:
        yield unknown("wox", LINK, "No WOX server is configured for this panel.")
        return
    seen = await side.servers.reach(side.address)
    yield servers.reachable("wox-server", SERVER, seen, WAYS)
    if seen.stopped_at is not None:
        yield unknown("wox-clock", CLOCK, "Not looked at, because the server was not reached.")
        yield unknown("wox", LINK, "Not looked at, because the server was not reached.")
        return
    yield servers.clock("wox-clock", CLOCK, seen)
    yield await _link(side)


async def _link(side: WoxSide) -> Finding:
    try:
        feed = await side.wox.feed(None)
    except Failed as failed:
        return _failed(failed.failure)
    told = feed.settings
    if told is not None and told.room.address.casefold() != side.room.address.casefold():
        return broken(
            "wox",
            LINK,
            f"WOX has this panel at {told.room.name} <{told.room.address}>, the panel shows {side.room.name} "
            f"<{side.room.address}>.",
            mend="Correct room.address in config.yaml, or pair the panel anew with its room.",
        )
    if feed.skipped:
        return warning(
            "wox",
            LINK,
            f"WOX answers, and told {feed.skipped} things that this version does not understand; they are left out.",
            mend="Update the panel.",
        )
    return well("wox", LINK, "WOX knows this panel and its room.")


def _failed(failure: Failure) -> Finding:
    match failure:
        case AccessLost(access=Access.SECRET_MISSING, code=name):
            told, mend = "The panel has no token for WOX.", f"Keep the token under the name {name}, or pair it anew."
        case AccessLost(access=Access.SECRET, code=name):
            told, mend = "What the panel keeps as its token is none.", f"Keep the token anew under the name {name}."
        case AccessLost(code=code):
            told = f"WOX does not know this panel, or not any more ({code})."
            mend = "Pair the panel anew."
        case Transient(reason=reason):
            return warning(
                "wox", LINK, f"No answer just now: {reason}.", mend="Look at the WOX server, then ask the doctor again."
            )
        case Rejected(reason=reason) | Bug(reason=reason):
            told = f"WOX refuses the request: {reason}."
            mend = "Compare the versions of panel and server, and update the older one."
        case _:
            assert_never(failure)
    return broken("wox", LINK, told, mend=mend)
