"""The four ways anything outside can fail. Adapters translate into these and nothing else crosses."""

from enum import StrEnum

from msgspec import Struct


class Transient(Struct, frozen=True, kw_only=True):
    """No answer, or "not now". Retried; `retry_after` is the other side's wish in seconds, where it named one."""

    reason: str
    retry_after: float | None = None
    throttled: bool = False
    """It does answer: it has been asked too often."""


class Refusal(StrEnum):
    """Why one request cannot succeed as it stands."""

    GONE = "gone"
    """The event is not there any more."""
    CHANGED = "changed"
    """Somebody changed the event since it was read (412, or 409 ErrorIrresolvableConflict)."""
    DUPLICATE = "duplicate"
    """The transactionId was used with another body."""
    FULL = "full"
    """The room's mailbox is over its quota."""
    INVALID = "invalid"


class Rejected(Struct, frozen=True, kw_only=True):
    refusal: Refusal
    reason: str


class Access(StrEnum):
    """What an administrator has to mend."""

    TENANT = "tenant"
    CLOUD = "cloud"
    APPLICATION = "application"
    APPLICATION_DISABLED = "applicationDisabled"
    SECRET = "secret"
    SECRET_EXPIRED = "secretExpired"
    SECRET_MISSING = "secretMissing"
    CERTIFICATE = "certificate"
    CONSENT = "consent"
    CONDITIONAL_ACCESS = "conditionalAccess"
    SIGN_IN = "signIn"
    """Nobody is signed in, or not any more: expired, revoked, never."""
    MFA = "mfa"
    """The account has to prove itself in another way too."""
    ACCOUNT = "account"
    """The account itself: unknown, locked, disabled, its password expired."""
    DECLINED = "declined"
    """Somebody said no to the sign-in."""
    PERMISSION = "permission"
    ROOM = "room"
    MAILBOX = "mailbox"
    TRUST = "trust"


OF_ONE_MAILBOX = frozenset({Access.PERMISSION, Access.ROOM, Access.MAILBOX})
"""What may be wrong with one room while the link and the other rooms are well."""


class AccessLost(Struct, frozen=True, kw_only=True):
    """The link to Office 365 is broken until somebody mends it. `code` is what Microsoft called it, for the log."""

    access: Access
    code: str = ""


class Bug(Struct, frozen=True, kw_only=True):
    """Something that cannot happen did. Logged in full, retried slowly, never a blank screen."""

    reason: str


Failure = Transient | Rejected | AccessLost | Bug
