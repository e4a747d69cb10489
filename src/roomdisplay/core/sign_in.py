"""Signing the service account in at the glass (RFC 8628): when a code is fetched, how long it is shown, what ends it.

A code is a request to whoever stands there, and waiting for them is traffic. So the panel fetches `BY_ITSELF` codes
when it finds itself signed out, and after that another one only when somebody asks. Times are monotonic seconds.
"""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.core.failure import Access, AccessLost, Failure, Transient

BY_ITSELF = 2
"""Codes in a row that nobody asked for: half an hour with Microsoft's fifteen minutes a code."""
RETRY = 30.0
"""Seconds until a code that could not be fetched is asked for again."""

MENDED_BY_SIGNING_IN = frozenset(
    {Access.SIGN_IN, Access.MFA, Access.ACCOUNT, Access.DECLINED, Access.CONDITIONAL_ACCESS, Access.CONSENT}
)


class Code(Struct, frozen=True, kw_only=True):
    """What a person types on the page at `address`. `seconds`: how long it is good for."""

    user_code: str
    address: str
    seconds: float


class Ending(StrEnum):
    """How a code ends, where nothing fails."""

    APPROVED = "approved"
    EXPIRED = "expired"


class SignIn(Struct, frozen=True, kw_only=True):
    """Where the service account stands."""

    lost: AccessLost | None = None
    """Why a person has to sign in; None while the account is signed in, as far as is known."""
    left: int = 0
    """Codes still to be fetched before the panel waits for somebody to ask."""
    under_way: bool = False
    """A code is being fetched or waits for a person."""
    code: Code | None = None
    expires_at: float = 0.0
    retry_at: float = 0.0

    @property
    def on_screen(self) -> bool:
        """Somebody is being asked to sign in."""
        return self.under_way or self.left > 0

    def is_due(self, now: float) -> bool:
        """Is a code to be fetched now?"""
        return self.left > 0 and not self.under_way and self.retry_at <= now

    @property
    def due_at(self) -> float | None:
        return self.retry_at if self.left > 0 and not self.under_way else None

    # ── what happens ──────────────────────────────────────────────────────────────────────────────────────────────────

    def failed(self, failure: AccessLost) -> "SignIn":
        """A request found no access."""
        if failure.access in MENDED_BY_SIGNING_IN:
            return self if self.lost is not None else replace(self, lost=failure, left=BY_ITSELF)
        # something else is wrong now; a code somebody asked for stays
        return self if self.lost is None else SignIn()

    def wanted(self) -> "SignIn":
        """Somebody stands there and wants to sign in."""
        return replace(self, left=BY_ITSELF, retry_at=0.0)

    def unwanted(self) -> "SignIn":
        """Not now; the reason stays."""
        return SignIn(lost=self.lost)

    def fetching(self) -> "SignIn":
        return replace(self, left=self.left - 1, under_way=True)

    def asked(self, code: Code, now: float) -> "SignIn":
        return replace(self, code=code, expires_at=now + code.seconds) if self.under_way else self

    def ended(self, outcome: Ending | Failure, now: float) -> "SignIn":
        if not self.under_way:
            return self
        match outcome:
            case Ending.APPROVED:
                return SignIn()
            case Ending.EXPIRED:
                return SignIn(lost=self.lost, left=self.left)
            case AccessLost(access=Access.SECRET_MISSING):
                # every request says that too, for as long as it is so
                return SignIn()
            case AccessLost():
                # what the person was told just now is nearer to the matter than what a request found before
                return SignIn(lost=outcome)
            case _:
                wait = outcome.retry_after if isinstance(outcome, Transient) else None
                return SignIn(lost=self.lost, left=self.left, retry_at=now + (RETRY if wait is None else wait))
