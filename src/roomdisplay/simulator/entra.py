"""The tenant's token service: one registered application, its credentials, its users' consents, and the tokens.

Flows: client credentials with secret or certificate, device code, authorization code, refresh. Microsoft's pages
"OAuth 2.0 client credentials flow", "device authorization grant", "authorization code flow" and "certificate
credentials". Times here are real time, whatever the calendar's clock says.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from msgspec import Struct
from msgspec.structs import replace

from roomdisplay.simulator.authorization import AuthorizationRequest, Authorizations
from roomdisplay.simulator.entra_errors import EntraError
from roomdisplay.simulator.errors import JsonObject
from roomdisplay.simulator.ids import seeded_uuid

CLOUDS = {
    "public": "https://graph.microsoft.com",
    "usgov": "https://graph.microsoft.us",
    "dod": "https://dod-graph.microsoft.us",
    "china": "https://microsoftgraph.chinacloudapi.cn",
}
PERMISSION_MODELS = ("rbac", "entra", "delegated")
DIRECTORY_PERMISSIONS = ("none", "Application.Read.All", "Application.ReadWrite.OwnedBy", "Application.ReadWrite.All")
DIRECTORY_APP_ID = "00000002-0000-0000-c000-000000000000"
LONGEST_PROOF = timedelta(minutes=10)
GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000"
JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
OPENID_SCOPES = frozenset({"openid", "profile", "email", "offline_access"})
ASSERTION_SKEW = timedelta(minutes=5)
PORTAL = "http://localhost/sign-in/entra/done"
"""The reply address registered from the start: a Portal on this machine, whatever its port."""
STRANGER = "visitor@fabrikam.example"
"""An account of another organization."""
DELEGATED_PERMISSIONS = ("Calendars.Read", "Calendars.ReadWrite", "Calendars.Read.Shared", "Calendars.ReadWrite.Shared",
                         "Place.Read.All", "User.Read")  # fmt: skip


class EntraSettings(Struct, frozen=True, kw_only=True):
    """Everything an administrator could change. Lifetimes are seconds; `permissions` is rbac (rooms granted in
    Exchange), entra (tenant-wide roles) or delegated (no application permission at all)."""

    permissions: str = "rbac"
    places: bool = True
    cloud: str = "public"
    public_client_flows: bool = True
    token_seconds: int = 3599
    refresh_token_seconds: int = 90 * 86_400
    device_code_seconds: int = 900
    device_code_interval: int = 5
    can_view_private_items: bool = True
    read_only: bool = False
    """The application's role, or the account's right, is one that only reads."""
    directory: str = "none"
    """What the application may do to application objects; in the tokens issued from then on."""
    key_propagation_seconds: int = 0
    """For so long the token service and reads do not know of a key that was added, and still know of one removed."""
    key_limit: int = 1000
    """Of the application's keys."""


@dataclass(slots=True, kw_only=True)
class Key:
    """A certificate registered with the application. Times are those of the writes."""

    id: str
    certificate: x509.Certificate
    name: str | None = None
    added: datetime | None = None
    """None: long ago."""
    removed: datetime | None = None

    @property
    def thumbprint(self) -> str:
        """SHA-1, hexadecimal."""
        return self.certificate.fingerprint(hashes.SHA1()).hex().upper()  # noqa: S303

    def is_known(self, at: datetime) -> bool:
        """To a replica that has all writes up to `at`."""
        return (self.added is None or self.added <= at) and (self.removed is None or self.removed > at)


@dataclass(slots=True, kw_only=True)
class DeviceCode:
    """A device sign-in under way; `decision` is the account once approved, "" once denied."""

    user_code: str
    scope: str
    expires: datetime
    last_poll: datetime | None = None
    decision: str | None = None


@dataclass(slots=True, kw_only=True)
class RefreshToken:
    """A user's grant. It dies of inactivity, of revocation, and never of being used."""

    user: str
    scope: str
    serial: int
    last_used: datetime


class Principal(Struct, frozen=True, kw_only=True):
    """Whom an access token speaks for: the app itself (`user` None) or a user through it."""

    app_id: str
    user: str | None
    grants: frozenset[str]


class TokenRefused(Exception):
    """Graph does not accept the bearer token; `challenge` asks for claims (continuous access evaluation)."""

    def __init__(self, message: str, *, challenge: str | None = None) -> None:
        super().__init__(message)
        self.challenge = challenge


@dataclass(slots=True, kw_only=True)
class Registration:
    """The registered application and what is valid of it."""

    client_id: str
    object_id: str
    secret: str
    keys: list[Key] = field(default_factory=list[Key])
    """Removed ones too."""
    secret_expired: bool = False
    certificates_revoked: bool = False
    disabled: bool = False
    consented: bool = True
    permitted: bool = True


@cache
def _signing_key() -> rsa.RSAPrivateKey:
    """One key for all tenants of this process; making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Entra:
    """The directory's token endpoint and the checks Graph makes on what it issued."""

    def __init__(
        self, *, seed: int, domain: str, clock: Callable[[], datetime], settings: EntraSettings | None = None
    ) -> None:
        self.tenant_id = seeded_uuid(seed, "tenant")
        self.domain = domain
        self.settings = settings or EntraSettings()
        self.app = Registration(
            client_id=seeded_uuid(seed, "client"),
            object_id=seeded_uuid(seed, "application"),
            secret="sim8Q~" + hashlib.blake2b(f"{seed}:secret".encode(), digest_size=17).hexdigest(),
        )
        self.users: dict[str, str] = {}
        self.device_codes: dict[str, DeviceCode] = {}
        self.authorizations = Authorizations(clock=clock, redirect_uris={PORTAL})
        self.refresh_tokens: dict[str, RefreshToken] = {}
        self.revoked_tokens_up_to = 0
        self.revoked_refresh_up_to = 0
        self.forced: list[int] = []
        self._seed = seed
        self._clock = clock
        self._serial = 0
        self._used_assertions: set[str] = set()
        self._serials: dict[str, int] = {}
        self._key = _signing_key()
        self._key_id = base64.urlsafe_b64encode(
            hashlib.sha256(str(self.public_numbers).encode()).digest()[:20]
        ).decode()

    # Discovery

    @property
    def public_numbers(self) -> rsa.RSAPublicNumbers:
        return self._key.public_key().public_numbers()

    def known_tenant(self, name: str) -> bool:
        return name.casefold() in (self.tenant_id, self.domain.casefold(), "common", "organizations")

    def openid_configuration(self, origin: str, tenant: str) -> JsonObject:
        base = f"{origin}/{tenant}"
        return {
            "token_endpoint": f"{base}/oauth2/v2.0/token",
            "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            "jwks_uri": f"{base}/discovery/v2.0/keys",
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "issuer": f"{origin}/{self.tenant_id}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "device_authorization_endpoint": f"{base}/oauth2/v2.0/devicecode",
            "cloud_instance_name": "microsoftonline.com",
            "msgraph_host": CLOUDS[self.settings.cloud].removeprefix("https://"),
        }

    def keys(self) -> JsonObject:
        def number(value: int) -> str:
            return base64.urlsafe_b64encode(value.to_bytes((value.bit_length() + 7) // 8, "big")).decode().rstrip("=")

        numbers = self.public_numbers
        return {
            "keys": [{"kty": "RSA", "use": "sig", "kid": self._key_id, "n": number(numbers.n), "e": number(numbers.e)}]
        }

    # Tokens

    def token(self, form: Mapping[str, str], *, tenant: str, origin: str, replayed_assertions: bool) -> JsonObject:
        """Answers a token request; raises EntraError. `origin` is scheme and authority the caller used."""
        self._check_tenant(tenant)
        if self.forced:
            raise EntraError(self.forced.pop(0), retry_after=None)
        grant = form.get("grant_type")
        if not grant:
            raise EntraError(900144, text="The request body must contain the following parameter: 'grant_type'.")
        self._check_client(form)
        match grant:
            case "client_credentials":
                self._authenticate(form, tenant=tenant, origin=origin, replayed=replayed_assertions, required=True)
                return self._for_app(form, origin)
            case "refresh_token":
                self._authenticate(form, tenant=tenant, origin=origin, replayed=replayed_assertions, required=False)
                return self._refreshed(form, origin)
            case _ if grant in (DEVICE_CODE, "device_code"):
                self._authenticate(form, tenant=tenant, origin=origin, replayed=replayed_assertions, required=False)
                return self._for_device(form, origin)
            case "authorization_code":
                self._authenticate(form, tenant=tenant, origin=origin, replayed=replayed_assertions, required=True)
                request, account = self.authorizations.redeem(form)
                return self._for_user(account, request.scope, form, origin, nonce=request.nonce)
            case "password":
                known = form.get("username", "").casefold() in self.users
                raise EntraError(50076 if known else 50034)
            case _:
                raise EntraError(70003, text=f"The grant type '{grant}' is not supported.")

    def start_device_flow(self, form: Mapping[str, str], *, tenant: str, origin: str) -> JsonObject:
        """A new user code; the person types it at `/devicelogin`."""
        self._check_tenant(tenant)
        if self.forced:
            raise EntraError(self.forced.pop(0))
        self._check_client(form)
        scope = form.get("scope", "")
        self._resource(scope, origin)
        self._serial += 1
        digest = hashlib.blake2b(f"{self._seed}:{self._serial}:{self._clock()}".encode()).digest()
        alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
        user_code = "".join(alphabet[byte % len(alphabet)] for byte in digest[:9])
        device_code = base64.urlsafe_b64encode(digest[10:52]).decode()
        lifetime = self.settings.device_code_seconds
        self.device_codes[device_code] = DeviceCode(
            user_code=user_code, scope=scope, expires=self._clock() + timedelta(seconds=lifetime)
        )
        address = f"{origin}/devicelogin"
        return {
            "user_code": user_code,
            "device_code": device_code,
            "verification_uri": address,
            "expires_in": lifetime,
            "interval": self.settings.device_code_interval,
            "message": f"To sign in, open {address} in a browser and enter the code {user_code}.",
        }

    def authorize(self, query: Mapping[str, str], *, tenant: str) -> AuthorizationRequest:
        """What an application asks of a person. Raises EntraError: nobody can be told but the person."""
        self._check_tenant(tenant)
        self._check_client(query)
        return self.authorizations.read(query)

    def authorized(self, request: AuthorizationRequest, account: str) -> str:
        """Where the browser of whoever signed in as `account` goes. Raises EntraError: they cannot."""
        if account not in self.users:
            raise EntraError(
                50020, text=f"The account '{account}' does not exist in the tenant '{self.domain}'. Use another one."
            )
        return self.authorizations.grant(request, account)

    def pending(self, user_code: str) -> DeviceCode | None:
        """The undecided sign-in a person's code stands for."""
        wanted = user_code.strip().replace("-", "").upper()
        return next((code for code in self.undecided() if code.user_code == wanted), None)

    def undecided(self) -> list[DeviceCode]:
        """The sign-ins that wait for a person."""
        now = self._clock()
        return [code for code in self.device_codes.values() if code.decision is None and code.expires > now]

    def decide(self, code: DeviceCode, account: str | None) -> None:
        """Approves a sign-in as `account`, or denies it with None."""
        code.decision = "" if account is None else account.casefold()

    def register(self, pem: str) -> str:
        """Adds a certificate to the application; returns its SHA-1 thumbprint. Raises ValueError for no certificate."""
        key = Key(id=self._key_name(), certificate=x509.load_pem_x509_certificate(pem.encode()))
        self.app.keys.append(key)
        return key.thumbprint

    # The application's keys

    @property
    def keys_in_force(self) -> list[Key]:
        """As the directory itself has them, this very moment."""
        return [key for key in self.app.keys if key.removed is None]

    @property
    def keys_known(self) -> list[Key]:
        """As reads and the token service know them."""
        at = self._clock() - timedelta(seconds=self.settings.key_propagation_seconds)
        return [key for key in self.app.keys if key.is_known(at)]

    def add_key(self, certificate: x509.Certificate, name: str | None) -> Key:
        key = Key(id=self._key_name(), certificate=certificate, name=name, added=self._clock())
        self.app.keys.append(key)
        return key

    def remove_key(self, key: Key) -> None:
        key.removed = self._clock()

    def is_proof(self, proof: str, certificate: x509.Certificate) -> bool:
        """Is that a token which the holder of `certificate` has made, for the application to change its keys?
        Microsoft, "Generating proof of possession tokens for rolling keys"."""
        key = certificate.public_key()
        if not isinstance(key, rsa.RSAPublicKey) or not (
            certificate.not_valid_before_utc <= self._clock() <= certificate.not_valid_after_utc
        ):
            return False
        try:
            claims = jwt.decode(
                proof,
                key,
                algorithms=["RS256"],
                audience=DIRECTORY_APP_ID,
                issuer=self.app.object_id,
                options={"require": ["aud", "iss", "nbf", "exp"]},
            )
        except jwt.InvalidTokenError:
            return False
        return claims["exp"] - claims["nbf"] <= LONGEST_PROOF.total_seconds()

    def _key_name(self) -> str:
        return seeded_uuid(self._seed, f"key:{len(self.app.keys)}")

    def revoke_tokens(self) -> None:
        self.revoked_tokens_up_to = self._serial

    def restore_tokens(self) -> None:
        self.revoked_tokens_up_to = 0

    def revoke_refresh_tokens(self) -> None:
        self.revoked_refresh_up_to = self._serial

    def restore_refresh_tokens(self) -> None:
        self.revoked_refresh_up_to = 0

    # What Graph checks

    def verify(self, authorization: str | None, origins: frozenset[str]) -> Principal:
        """The principal behind a bearer token; raises TokenRefused with what Graph says."""
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.casefold() != "bearer" or not token.strip():
            raise TokenRefused("Access token is empty.")
        try:
            claims = jwt.decode(
                token.strip(),
                self._key.public_key(),
                algorithms=["RS256"],
                options={"verify_aud": False, "require": ["exp", "nbf", "aud", "uti"]},
            )
        except jwt.ExpiredSignatureError:
            raise TokenRefused("Lifetime validation failed, the token is expired.") from None
        except jwt.InvalidSignatureError:
            raise TokenRefused("Access token validation failure. Invalid signature.") from None
        except jwt.InvalidTokenError:
            raise TokenRefused("CompactToken parsing failed with error code: 80049217") from None
        if str(claims["aud"]).rstrip("/") not in {CLOUDS[self.settings.cloud], GRAPH_APP_ID, *origins}:
            raise TokenRefused("Access token validation failure. Invalid audience.")
        if self._serials.get(claims["uti"], 0) <= self.revoked_tokens_up_to:
            wanted = {"access_token": {"nbf": {"essential": True, "value": str(int(self._clock().timestamp()))}}}
            challenge = base64.b64encode(json.dumps(wanted, separators=(",", ":")).encode()).decode()
            raise TokenRefused(
                "Continuous access evaluation resulted in challenge with result: InteractionRequired and code: "
                "TokenIssuedBeforeRevocationTimestamp",
                challenge=challenge,
            )
        user = claims.get("upn")
        grants = str(claims.get("scp", "")).split() if user else list(claims.get("roles", ()))
        return Principal(app_id=claims["appid"], user=user, grants=frozenset(grants))

    # Steps of the flows

    def _check_tenant(self, tenant: str) -> None:
        if not self.known_tenant(tenant):
            raise EntraError(90002, text=f"The tenant '{tenant}' was not found. Check the tenant id and the cloud.")

    def _check_client(self, form: Mapping[str, str]) -> None:
        client_id = form.get("client_id", "")
        if not client_id:
            raise EntraError(900144, text="The request body must contain the following parameter: 'client_id'.")
        if client_id.casefold() != self.app.client_id:
            raise EntraError(
                700016, text=f"The application '{client_id}' was not found in the directory '{self.domain}'."
            )
        if self.app.disabled:
            raise EntraError(7000112)

    def _authenticate(
        self, form: Mapping[str, str], *, tenant: str, origin: str, replayed: bool, required: bool
    ) -> None:
        if form.get("client_assertion"):
            if form.get("client_assertion_type") != JWT_BEARER:
                raise EntraError(50027, text="The client_assertion_type is not a JWT bearer assertion.")
            self._check_assertion(form["client_assertion"], f"{origin}/{tenant}/oauth2/v2.0/token", replayed)
        elif "client_secret" in form:
            if form["client_secret"] != self.app.secret:
                raise EntraError(7000215)
            if self.app.secret_expired:
                raise EntraError(7000222)
        elif required or not self.settings.public_client_flows:
            raise EntraError(7000218)

    def _check_assertion(self, assertion: str, audience: str, replayed: bool) -> None:
        try:
            header = jwt.get_unverified_header(assertion)
        except jwt.InvalidTokenError:
            raise EntraError(50027) from None
        certificate = self._certificate(header)
        key = cast("rsa.RSAPublicKey", certificate.public_key())
        try:
            claims = jwt.decode(
                assertion,
                key,
                algorithms=["PS256" if "x5t#S256" in header else "RS256"],
                audience=audience,
                leeway=ASSERTION_SKEW,
                options={"require": ["exp", "aud", "iss", "sub", "jti"]},
            )
        except (jwt.ExpiredSignatureError, jwt.ImmatureSignatureError):
            raise EntraError(700024) from None
        except jwt.InvalidAudienceError:
            raise EntraError(700023) from None
        except (jwt.InvalidSignatureError, jwt.InvalidAlgorithmError):
            raise EntraError(700027) from None
        except jwt.InvalidTokenError as problem:
            raise EntraError(50027, text=f"The client assertion is no valid JWT: {problem}.") from None
        if claims["iss"] != self.app.client_id or claims["sub"] != self.app.client_id:
            raise EntraError(700021)
        if claims["jti"] in self._used_assertions and not replayed:
            raise EntraError(50012, text="Authentication failed: the client assertion was already used.")
        self._used_assertions.add(claims["jti"])

    def _certificate(self, header: Mapping[str, Any]) -> x509.Certificate:
        for registered in self.keys_known:
            certificate = registered.certificate
            sha1 = base64.urlsafe_b64encode(bytes.fromhex(registered.thumbprint)).decode().rstrip("=")
            sha256 = base64.urlsafe_b64encode(certificate.fingerprint(hashes.SHA256())).decode().rstrip("=")
            named = (
                str(header.get("x5t#S256", "")).rstrip("=") == sha256 or str(header.get("x5t", "")).rstrip("=") == sha1
            )
            if named and not self.app.certificates_revoked:
                if not certificate.not_valid_before_utc <= self._clock() <= certificate.not_valid_after_utc:
                    raise EntraError(700030, text="Invalid certificate: it is outside its period of validity.")
                return certificate
        raise EntraError(
            700027, text="The certificate with the identifier used to sign the client assertion is not registered."
        )

    def _resource(self, scope: str, origin: str) -> str:
        """The Graph address a scope string asks for; raises the errors of wrong resources."""
        terms = [term for term in scope.split() if term not in OPENID_SCOPES]
        if not scope.strip():
            raise EntraError(900144, text="The request body must contain the following parameter: 'scope'.")
        resource = CLOUDS[self.settings.cloud]
        for term in terms:
            if "://" not in term and not term.startswith(GRAPH_APP_ID):
                if term not in DELEGATED_PERMISSIONS and term != ".default":
                    raise EntraError(70011, text=f"The scope '{term}' is not valid.")
                continue
            host = term.rpartition("/")[0].rstrip("/")
            if host in ("https://outlook.office365.com", "https://outlook.office.com"):
                raise EntraError(650057)
            if host not in (CLOUDS[self.settings.cloud], GRAPH_APP_ID, origin):
                raise EntraError(500011, text=f"The resource principal named {host} was not found in the tenant.")
            permission = term.rpartition("/")[2]
            if permission not in (*DELEGATED_PERMISSIONS, ".default"):
                raise EntraError(70011, text=f"The scope '{term}' is not valid.")
            resource = host
        return resource

    def _for_app(self, form: Mapping[str, str], origin: str) -> JsonObject:
        scope = form.get("scope", "")
        if not scope.strip():
            raise EntraError(900144, text="The request body must contain the following parameter: 'scope'.")
        if not scope.endswith("/.default") or len(scope.split()) != 1:
            raise EntraError(1002012, text=f"The scope '{scope}' is not valid: it has to end in /.default.")
        resource = self._resource(scope, origin)
        roles: list[str] = []
        if self.app.consented:
            if self.settings.permissions == "entra":
                roles.append("Calendars.ReadWrite")
            if self.settings.places and self.settings.permissions != "delegated":
                roles.append("Place.Read.All")
            if self.settings.directory != "none":
                roles.append(self.settings.directory)
        claims: JsonObject = {"oid": seeded_uuid(self._seed, "service principal"), "idtyp": "app"}
        if roles:
            claims["roles"] = roles
        return self._issue(origin, resource, claims)

    def _for_device(self, form: Mapping[str, str], origin: str) -> JsonObject:
        code = self.device_codes.get(form.get("device_code") or form.get("code") or "")
        if code is None:
            raise EntraError(70018)
        now = self._clock()
        if now >= code.expires:
            raise EntraError(70019)
        interval = timedelta(seconds=max(self.settings.device_code_interval - 1, 0))
        too_soon = code.last_poll is not None and now - code.last_poll < interval
        code.last_poll = now
        if code.decision is None:
            raise EntraError(70021 if too_soon else 70016)
        if code.decision == "":
            raise EntraError(70020)
        self.device_codes = {name: one for name, one in self.device_codes.items() if one is not code}
        return self._for_user(code.decision, code.scope, form, origin)

    def _refreshed(self, form: Mapping[str, str], origin: str) -> JsonObject:
        grant = self.refresh_tokens.get(form.get("refresh_token", ""))
        if grant is None:
            raise EntraError(70000)
        now = self._clock()
        if grant.serial <= self.revoked_refresh_up_to:
            raise EntraError(50173)
        if now - grant.last_used > timedelta(seconds=self.settings.refresh_token_seconds):
            raise EntraError(700082)
        grant.last_used = now
        return self._for_user(grant.user, form.get("scope") or grant.scope, form, origin)

    def _for_user(
        self, account: str, scope: str, form: Mapping[str, str], origin: str, *, nonce: str = ""
    ) -> JsonObject:
        if account not in self.users:
            raise EntraError(50034, text=f"The user account {account} does not exist in the directory.")
        if not self.app.consented:
            raise EntraError(65001)
        resource = self._resource(scope, origin)
        asked = [term.rpartition("/")[2] for term in scope.split() if term not in OPENID_SCOPES]
        granted = list(DELEGATED_PERMISSIONS) if ".default" in asked else asked
        if not self.settings.places:
            granted = [permission for permission in granted if permission != "Place.Read.All"]
        user_id = seeded_uuid(self._seed, f"user:{account}")
        answer = self._issue(
            origin,
            resource,
            {"oid": user_id, "upn": account, "name": self.users[account], "scp": " ".join(granted), "idtyp": "user"},
        )
        answer["scope"] = scope
        asked_openid = OPENID_SCOPES & set(scope.split())
        if "offline_access" in asked_openid or form.get("grant_type") == "refresh_token":
            secret = base64.urlsafe_b64encode(
                hashlib.blake2b(f"{self._seed}:{self._serial}:{self._clock()}:refresh".encode()).digest()
            ).decode()
            self.refresh_tokens[secret] = RefreshToken(
                user=account, scope=scope, serial=self._serial, last_used=self._clock()
            )
            answer["refresh_token"] = secret
        if "openid" in asked_openid:
            answer["id_token"] = self._sign(
                {
                    "aud": self.app.client_id,
                    "iss": f"{origin}/{self.tenant_id}/v2.0",
                    "sub": user_id,
                    "oid": user_id,
                    "tid": self.tenant_id,
                    "preferred_username": account,
                    "name": self.users[account],
                    "ver": "2.0",
                    **({"nonce": nonce} if nonce else {}),
                },
                self.settings.token_seconds,
            )
        if form.get("client_info") == "1":
            info = json.dumps({"uid": user_id, "utid": self.tenant_id}).encode()
            answer["client_info"] = base64.urlsafe_b64encode(info).decode().rstrip("=")
        return answer

    def _issue(self, origin: str, resource: str, claims: JsonObject) -> JsonObject:
        self._serial += 1
        uti = base64.urlsafe_b64encode(f"{self._seed}.{self._serial}".encode()).decode().rstrip("=")
        self._serials[uti] = self._serial
        seconds = self.settings.token_seconds
        token = self._sign(
            {
                "aud": resource,
                "iss": f"{origin}/{self.tenant_id}/",
                "tid": self.tenant_id,
                "appid": self.app.client_id,
                "app_displayname": "Room displays",
                "uti": uti,
                "ver": "1.0",
                **claims,
            },
            seconds,
        )
        return {"token_type": "Bearer", "expires_in": seconds, "ext_expires_in": seconds, "access_token": token}

    def _sign(self, claims: JsonObject, seconds: int) -> str:
        now = int(self._clock().timestamp())
        times = {"iat": now, "nbf": now, "exp": now + seconds}
        return jwt.encode({**claims, **times}, self._key, algorithm="RS256", headers={"kid": self._key_id})

    def restrict(self, **changes: Any) -> None:
        """Changes settings by name; raises TypeError for one that does not exist."""
        self.settings = replace(self.settings, **changes)
