"""The simulated tenant as one object: directory, mailboxes, token service, faults and records."""

from __future__ import annotations

import time

from msgspec import Struct

from roomdisplay.simulator.behaviour import Behaviour
from roomdisplay.simulator.clock import TenantClock
from roomdisplay.simulator.delta import ChangeTracking
from roomdisplay.simulator.entra import Entra
from roomdisplay.simulator.errors import JsonObject
from roomdisplay.simulator.exchange import Exchange
from roomdisplay.simulator.faults import Faults
from roomdisplay.simulator.ledger import Ledger
from roomdisplay.simulator.throttle import Throttle


class Addresses(Struct, frozen=True, kw_only=True):
    """Where the tenant listens: origins such as http://127.0.0.1:8080, and the CA file behind the second."""

    plain: str
    secure: str
    ca_file: str


class Tenant:
    """Everything a request can reach. One thread at a time: the server's."""

    def __init__(self, *, seed: int, clock: TenantClock, exchange: Exchange, entra: Entra) -> None:
        self.seed = seed
        self.clock = clock
        self.exchange = exchange
        self.entra = entra
        self.behaviour = Behaviour()
        self.faults = Faults()
        self.ledger = Ledger()
        self.throttle = Throttle(time.monotonic)
        self.tracking = ChangeTracking(seed)
        self.latency_ms = 0
        self.closed_rooms: set[str] = set()
        self.addresses: Addresses | None = None

    @property
    def origins(self) -> frozenset[str]:
        return frozenset((self.addresses.plain, self.addresses.secure) if self.addresses else ())

    def describe(self) -> JsonObject:
        """What somebody needs to use the tenant: the first line of the command."""
        assert self.addresses is not None
        plain, secure = self.addresses.plain, self.addresses.secure
        return {
            "graph": f"{plain}/v1.0",
            "authority": f"{plain}/{self.entra.tenant_id}",
            "tenant_id": self.entra.tenant_id,
            "client_id": self.entra.app.client_id,
            "client_secret": self.entra.app.secret,
            "rooms": [
                {
                    "address": room.mailbox.address,
                    "name": room.mailbox.name,
                    "timeZone": room.mailbox.zone_name,
                    "capacity": room.place.capacity,
                    "floorLabel": room.place.floor_label,
                }
                for room in self.exchange.rooms.values()
            ],
            "people": [{"address": mailbox.address, "name": mailbox.name} for mailbox in self.exchange.people.values()],
            "control": f"{plain}/control",
            "graph_https": f"{secure}/v1.0",
            "authority_https": f"{secure}/{self.entra.tenant_id}",
            "ca_file": self.addresses.ca_file,
            "clock_offset_seconds": round(self.clock.offset.total_seconds(), 3),
        }
