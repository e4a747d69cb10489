"""The token service's refusals.

Numbers and their meaning: Microsoft's page "Microsoft Entra authentication and authorization error codes". Clients act
on `error`; the number is a hint for people.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from roomdisplay.simulator.errors import JsonObject


class Meaning(Struct, frozen=True, kw_only=True):
    """How a code is answered: the OAuth error, the HTTP status, a sentence, and what else the answer carries."""

    error: str
    text: str
    status: int = 400
    suberror: str | None = None
    claims: bool = False


def _grant(text: str, *, suberror: str | None = None, error: str = "invalid_grant", claims: bool = False) -> Meaning:
    return Meaning(error=error, text=text, suberror=suberror, claims=claims)


def _client(text: str) -> Meaning:
    return Meaning(error="invalid_client", text=text, status=401)


def _unavailable(text: str, status: int) -> Meaning:
    return Meaning(error="temporarily_unavailable", text=text, status=status)


MEANINGS: dict[int, Meaning] = {
    700016: Meaning(error="unauthorized_client", text="The application was not found in the directory of this tenant."),
    7000215: _client("Invalid client secret provided: send the secret's value, not its id."),
    7000222: _client("The client secret keys of the application are expired."),
    700021: _client("The client assertion's issuer or subject is not the client_id of the request."),
    700023: _client("The client assertion's audience is not this token endpoint."),
    700024: _client("The client assertion is not within its valid time range; check the clock."),
    700027: _client("The client assertion's certificate or signature is not that of a registered key."),
    700030: _client("Invalid certificate: its subject name is not authorized."),
    50012: _client("Authentication failed: the client assertion cannot be accepted."),
    50027: _client("The client assertion is no valid JWT."),
    7000218: _client(
        "The request body must contain 'client_assertion' or 'client_secret': public client flows are off."
    ),
    90002: Meaning(error="invalid_request", text="The tenant was not found. Check the tenant id and the cloud."),
    90038: Meaning(error="invalid_request", text="The tenant is located in another national cloud."),
    90014: Meaning(error="invalid_request", text="A required parameter is missing from the request."),
    900144: Meaning(error="invalid_request", text="The request body must contain a parameter that it lacks."),
    70003: Meaning(error="unsupported_grant_type", text="The grant type is not supported."),
    70011: Meaning(error="invalid_scope", text="The value of the scope parameter is not valid."),
    1002012: Meaning(error="invalid_scope", text="A client credentials flow needs one scope that ends in /.default."),
    7000112: Meaning(error="unauthorized_client", text="The application is disabled."),
    1000031: Meaning(error="unauthorized_client", text="The application cannot be accessed at this time."),
    500011: Meaning(error="invalid_resource", text="The resource principal was not found in the tenant."),
    650057: Meaning(
        error="invalid_resource", text="The resource is not among the application's requested permissions."
    ),
    65001: _grant("The user or administrator has not consented to the application.", suberror="consent_required"),
    90094: _grant("An administrator has to grant the consent.", suberror="consent_required"),
    50126: _grant("Invalid user name or password.", suberror="bad_token"),
    50034: _grant("The user account does not exist in the directory."),
    50053: _grant("The account is locked, or the sign-in came from a blocked address."),
    50055: _grant("The password is expired."),
    50057: _grant("The user account is disabled."),
    50076: _grant(
        "Multi-factor authentication is required.", suberror="basic_action", error="interaction_required", claims=True
    ),
    50079: _grant(
        "Multi-factor enrolment is required.", suberror="basic_action", error="interaction_required", claims=True
    ),
    50072: _grant(
        "Multi-factor enrolment is required.", suberror="basic_action", error="interaction_required", claims=True
    ),
    50074: _grant(
        "Strong authentication is required.", suberror="basic_action", error="interaction_required", claims=True
    ),
    50158: _grant(
        "An external security challenge was not satisfied.",
        suberror="basic_action",
        error="interaction_required",
        claims=True,
    ),
    53000: _grant("Conditional Access requires a compliant device.", suberror="message_only"),
    53003: _grant("Conditional Access has blocked the sign-in.", suberror="message_only", claims=True),
    530032: _grant("The tenant's security policy has blocked the sign-in.", suberror="message_only"),
    530035: _grant("Security defaults have blocked the sign-in.", suberror="message_only"),
    50097: _grant("Device authentication is required.", suberror="message_only"),
    70000: _grant("The provided grant is not valid."),
    70008: _grant("The refresh token has expired after inactivity.", suberror="bad_token"),
    700082: _grant("The refresh token has expired after inactivity.", suberror="bad_token"),
    50173: _grant("The provided grant has expired because it was revoked.", suberror="bad_token"),
    70043: _grant(
        "The refresh token has expired by the sign-in frequency of Conditional Access.", suberror="bad_token"
    ),
    50089: _grant("The authentication has failed: the flow token expired.", suberror="bad_token"),
    50132: _grant("The session was revoked or its credentials changed.", suberror="bad_token"),
    50133: _grant("The session is invalid after a password change or expiry.", suberror="bad_token"),
    70016: _grant("The user has not finished signing in.", error="authorization_pending"),
    70018: _grant("The device code is not one of ours.", error="bad_verification_code"),
    70019: _grant("The device code has expired.", error="expired_token"),
    70020: _grant("The user declined the authorization.", error="authorization_declined"),
    70021: _grant("Polled sooner than the interval allows.", error="slow_down"),
    50011: Meaning(
        error="invalid_request", text="The redirect URI is not one of those configured for the application."
    ),
    50020: Meaning(error="access_denied", text="The account belongs to another organization, not to this tenant."),
    54005: _grant("The authorization code was already redeemed; ask for a new one."),
    65004: Meaning(error="access_denied", text="The person declined to sign in to the application."),
    500112: Meaning(error="invalid_client", text="The reply address is not the one the authorization code was for."),
    501481: _grant("The code_verifier does not match the code_challenge of the authorization request."),
    501491: Meaning(error="invalid_request", text="The method of the code_challenge is not supported."),
    700054: Meaning(error="unsupported_response_type", text="The response_type is not enabled for the application."),
    90055: _unavailable("The request was throttled.", 429),
    50196: _unavailable("The server terminated a client request loop.", 429),
    90033: _unavailable("A temporary error has occurred. Try again later.", 503),
    90006: _unavailable("An external server error. Try again later.", 503),
}


class EntraError(Exception):
    """A refused token request. `code` is the number behind AADSTS."""

    def __init__(self, code: int, *, text: str | None = None, retry_after: int | None = None) -> None:
        meaning = MEANINGS.get(code) or _grant("Sign-in failed.")
        super().__init__(text or meaning.text)
        self.code = code
        self.meaning = meaning
        self.retry_after = retry_after

    def body(self, *, at: datetime, trace_id: str, correlation_id: str, authority: str) -> JsonObject:
        timestamp = at.strftime("%Y-%m-%d %H:%M:%SZ")
        answer: JsonObject = {
            "error": self.meaning.error,
            "error_description": f"AADSTS{self.code}: {self} Trace ID: {trace_id} Correlation ID: {correlation_id} "
            f"Timestamp: {timestamp}",
            "error_codes": [self.code],
            "timestamp": timestamp,
            "trace_id": trace_id,
            "correlation_id": correlation_id,
            "error_uri": f"{authority}/error?code={self.code}",
        }
        if self.meaning.suberror is not None:
            answer["suberror"] = self.meaning.suberror
        if self.meaning.claims:
            answer["claims"] = '{"access_token":{"polids":{"essential":true,"values":["5f0c1b7e"]}}}'
        return answer
