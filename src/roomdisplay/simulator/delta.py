"""Change tracking over a calendar view, with what surprises about it.

Sources: Microsoft's pages "event: delta" and "Use delta query to track changes"; observed: meetings of a series come
as stubs, changed items outside the window come as removed, pages can be empty.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

from msgspec import Struct

from roomdisplay.simulator.errors import GraphError, JsonObject
from roomdisplay.simulator.ids import ItemKey
from roomdisplay.simulator.ids import encode as encode_id
from roomdisplay.simulator.mailbox import Mailbox
from roomdisplay.simulator.odata import Preferences
from roomdisplay.simulator.wire import render, stub

DEFAULT_PAGE = 10


class Removed(Struct, frozen=True, kw_only=True):
    """An item to take out of the client's copy."""

    key: ItemKey
    reason: str


class SyncState(Struct, frozen=True, kw_only=True):
    """What a token stands for: the window, what is still to be sent, and what the client has when all is sent."""

    mailbox: str
    start: datetime
    end: datetime
    pending: tuple[ItemKey | Removed, ...]
    known: tuple[tuple[ItemKey, int], ...]
    up_to: int
    complete: bool


class Page(Struct, frozen=True, kw_only=True):
    """One answer: its items and the token that goes on, `$skiptoken` or, at the end, `$deltatoken`."""

    value: list[JsonObject]
    option: str
    token: str


class ChangeTracking:
    """The sync states handed out. A token can be used again and gives the same changes, later ones added."""

    def __init__(self, seed: int) -> None:
        self._states: dict[str, SyncState] = {}
        self._seed = seed
        self._issued = 0
        self._generation = 149

    def forget(self) -> None:
        """Loses every state, so that each token is answered with 410."""
        self._states.clear()
        self._generation += 8

    def begin(self, mailbox: Mailbox, start: datetime, end: datetime, preferences: Preferences) -> Page:
        current = mailbox.window(start, end)
        state = SyncState(
            mailbox=mailbox.address,
            start=start,
            end=end,
            pending=tuple(event.key for event in current),
            known=tuple((event.key, event.change) for event in current),
            up_to=mailbox.latest_change,
            complete=False,
        )
        if len(current) > 1 and self._issued % 4 == 3:
            return Page(value=[], option="$skiptoken", token=self._token(state))
        return self._page(mailbox, state, preferences)

    def resume(self, mailbox: Mailbox, token: str, preferences: Preferences, *, location: str | None) -> Page:
        """The next page of a round, or the first of a new one. Raises 410 for a state that is lost."""
        state = self._states.get(token)
        if state is None or state.mailbox != mailbox.address:
            raise GraphError(
                410,
                "SyncStateNotFound",
                f"The sync state generation is not found; generation={self._generation - 8};"
                f"[highest={self._generation}].",
                headers={} if location is None else {"Location": location},
            )
        return self._page(mailbox, self._changes(mailbox, state) if state.complete else state, preferences)

    def _changes(self, mailbox: Mailbox, state: SyncState) -> SyncState:
        known = dict(state.known)
        current = {event.key: event.change for event in mailbox.window(state.start, state.end)}
        pending: list[ItemKey | Removed] = [key for key, change in current.items() if known.get(key) != change]
        for key in known.keys() - current.keys():
            gone = mailbox.gone.get(key) or mailbox.gone.get(key.master)
            pending.append(Removed(key=key, reason=gone.reason if gone else "deleted"))
        for event in [*mailbox.items(), *mailbox.exceptions()]:
            outside = event.key not in current and event.key not in known and event.recurrence is None
            if outside and event.change > state.up_to:
                pending.append(Removed(key=event.key, reason="deleted"))
        for key, gone in mailbox.gone.items():
            if gone.change > state.up_to and key not in known and key not in current:
                pending.append(Removed(key=key, reason=gone.reason))
        return SyncState(
            mailbox=state.mailbox,
            start=state.start,
            end=state.end,
            pending=tuple(pending),
            known=tuple(current.items()),
            up_to=mailbox.latest_change,
            complete=False,
        )

    def _page(self, mailbox: Mailbox, state: SyncState, preferences: Preferences) -> Page:
        size = preferences.page_size or DEFAULT_PAGE
        value = [one for step in state.pending[:size] if (one := self._show(mailbox, step, preferences)) is not None]
        complete = len(state.pending) <= size
        rest = SyncState(
            mailbox=state.mailbox,
            start=state.start,
            end=state.end,
            pending=state.pending[size:],
            known=state.known,
            up_to=state.up_to,
            complete=complete,
        )
        return Page(value=value, option="$deltatoken" if complete else "$skiptoken", token=self._token(rest))

    def _show(self, mailbox: Mailbox, step: ItemKey | Removed, preferences: Preferences) -> JsonObject | None:
        if isinstance(step, Removed):
            identity = encode_id(mailbox.digest, step.key, immutable=preferences.immutable_ids)
            return {"@odata.type": "#microsoft.graph.event", "id": identity, "@removed": {"reason": step.reason}}
        event = mailbox.find(step)
        if event is None:
            return None
        if event.type == "occurrence":
            return stub(mailbox, event, preferences)
        return {"@odata.type": "#microsoft.graph.event", **render(mailbox, event, preferences)}

    def _token(self, state: SyncState) -> str:
        self._issued += 1
        token = hashlib.blake2b(f"{self._seed}:delta:{self._issued}".encode(), digest_size=30).hexdigest()
        self._states[token] = state
        return token
