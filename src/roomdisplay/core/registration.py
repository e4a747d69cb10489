"""Which keys the Entra application is to have: what is registered, compared with what panels hold.

Level-triggered: whatever was missed, lost or undone by somebody else is worked out again from the two sides.
"""

from collections.abc import Sequence, Set

from msgspec import Struct


class RegisteredKey(Struct, frozen=True, kw_only=True):
    """A certificate of the application, as the directory tells it. `thumbprint` is its SHA-1 in upper-case hex."""

    id: str
    thumbprint: str


class Plan(Struct, frozen=True, kw_only=True):
    add: tuple[str, ...]
    """Thumbprints."""
    remove: tuple[RegisteredKey, ...]
    registered: frozenset[str]
    """Thumbprints of panels' that are there and are to be."""
    gone: frozenset[str]
    """Thumbprints of which nobody needs to know any more that a panel had them."""


def plan(wanted: Set[str], unwanted: Set[str], present: Sequence[RegisteredKey], *, own: str) -> Plan:
    """Keys that neither a panel holds nor has held are nobody's business here; least of all the server's `own`."""
    there = {key.thumbprint for key in present}
    gone = unwanted - (there - wanted - {own})
    unwanted = unwanted - wanted - {own}
    seen: set[str] = set()
    remove: list[RegisteredKey] = []
    for key in sorted(present, key=lambda key: key.id):
        # an answer that was lost may have left the same certificate there twice
        if key.thumbprint in unwanted or (key.thumbprint in wanted - {own} and key.thumbprint in seen):
            remove.append(key)
        seen.add(key.thumbprint)
    return Plan(
        add=tuple(sorted(wanted - there)),
        remove=tuple(remove),
        registered=frozenset(wanted & there),
        gone=frozenset(gone),
    )
