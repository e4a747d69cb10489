"""The application's own object in the directory, as Graph lets an application see and change its keys.

Microsoft's pages "Update application", "application: addKey", "application: removeKey", "keyCredential resource type"
and "Generating proof of possession tokens for rolling keys". A proof that is not right is answered with the words for a
missing token (observed: microsoft-graph-docs issues 10686 and 14626), and its issuer is the object's id, not the
application's (issue 10563). An application needs no permission for its own keys; to read or replace them it does.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any, cast

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding

from roomdisplay.simulator import odata, wire
from roomdisplay.simulator.calls import Answer, Call
from roomdisplay.simulator.entra import Entra, Key, Principal
from roomdisplay.simulator.errors import GraphError, JsonObject
from roomdisplay.simulator.odata import Query
from roomdisplay.simulator.tenant import Tenant

READERS = frozenset({"Application.Read.All", "Application.ReadWrite.OwnedBy", "Application.ReadWrite.All"})
WRITERS = READERS - {"Application.Read.All"}
PROPERTIES = ("id", "appId", "displayName", "keyCredentials")
BY_APP_ID = re.compile(r"applications\(appid='([^']*)'\)", re.IGNORECASE)
KEY_FIELDS = frozenset(
    {"keyId", "type", "usage", "key", "displayName", "customKeyIdentifier", "startDateTime", "endDateTime"}
)


def answer(tenant: Tenant, principal: Principal, call: Call) -> Answer:
    """A request below /applications. Raises GraphError."""
    entra = tenant.entra
    segments = call.segments
    by_app_id = BY_APP_ID.fullmatch(segments[0])
    name, rest = (by_app_id[1], segments[1:]) if by_app_id else ("".join(segments[1:2]), segments[2:])
    if not principal.grants & READERS and call.method in ("GET", "PATCH"):
        raise _denied()
    if name.casefold() != (entra.app.client_id if by_app_id else entra.app.object_id):
        raise GraphError(
            404,
            "Request_ResourceNotFound",
            f"Resource '{name}' does not exist or one of its queried reference-property objects are not present.",
        )
    if principal.user is not None:
        raise _denied()
    match [call.method, *(segment.casefold().removeprefix("microsoft.graph.") for segment in rest)]:
        case ["GET"]:
            return _read(entra, call)
        case ["PATCH"]:
            return _replace(entra, principal, call)
        case ["POST", "addkey"]:
            return _add(entra, call)
        case ["POST", "removekey"]:
            return _remove(entra, call)
        case _:
            raise _bad("Resource not found for the segment or the method.")


def _read(entra: Entra, call: Call) -> Answer:
    chosen = odata.select(Query.parse(call.query), PROPERTIES)
    whole: JsonObject = {
        "id": entra.app.object_id,
        "appId": entra.app.client_id,
        "displayName": "Room displays",
        # the certificates themselves come only where they are asked for by name
        "keyCredentials": [_shown(key, with_key=chosen is not None) for key in entra.keys_known],
    }
    shown = {name: value for name, value in whole.items() if chosen is None or name in chosen}
    return Answer(body={"@odata.context": f"{call.origin}/v1.0/$metadata#applications/$entity", **shown})


def _replace(entra: Entra, principal: Principal, call: Call) -> Answer:
    """The collection is what is sent, and nothing else: a key that is not in it is gone, whoever had added it."""
    if not principal.grants & WRITERS:
        raise _denied()
    body = _body(call)
    if set(body) != {"keyCredentials"} or not isinstance(body["keyCredentials"], list):
        raise _bad("One or more properties are not supported here, or 'keyCredentials' is no collection.")
    listed = cast("list[Any]", body["keyCredentials"])
    if len(listed) > entra.settings.key_limit:
        raise _too_many()
    kept: list[str] = []
    fresh: list[tuple[x509.Certificate, str | None]] = []
    for one in listed:
        found: JsonObject = cast("JsonObject", one) if isinstance(one, dict) else {}
        known = next((key for key in entra.keys_in_force if key.id == found.get("keyId")), None)
        if known is not None:
            kept.append(known.id)
        else:
            fresh.append(_certificate(found))
    for key in [key for key in entra.keys_in_force if key.id not in kept]:
        entra.remove_key(key)
    for certificate, name in fresh:
        entra.add_key(certificate, name)
    return Answer(status=204)


def _add(entra: Entra, call: Call) -> Answer:
    body = _body(call)
    if not set(body) <= {"keyCredential", "passwordCredential", "proof"} or not isinstance(
        body.get("keyCredential"), dict
    ):
        raise _bad("The action takes the parameters 'keyCredential', 'passwordCredential' and 'proof'.")
    _check_proof(entra, body.get("proof"))
    if body.get("passwordCredential") is not None:
        raise _bad("A password is for keys of the type X509CertAndPassword only.")
    certificate, name = _certificate(cast("JsonObject", body["keyCredential"]))
    if len(entra.keys_in_force) >= entra.settings.key_limit:
        raise _too_many()
    key = entra.add_key(certificate, name)
    context = f"{call.origin}/v1.0/$metadata#microsoft.graph.keyCredential"
    return Answer(body={"@odata.context": context, **_shown(key, with_key=False)})


def _remove(entra: Entra, call: Call) -> Answer:
    body = _body(call)
    if set(body) != {"keyId", "proof"}:
        raise _bad("The action takes the parameters 'keyId' and 'proof'.")
    _check_proof(entra, body["proof"])
    key = next((key for key in entra.keys_in_force if key.id == body["keyId"]), None)
    if key is None:
        raise _bad("No credentials found to be removed.")
    entra.remove_key(key)
    return Answer(status=204)


def _check_proof(entra: Entra, proof: object) -> None:
    """By any valid key of the application. Raises GraphError."""
    if not isinstance(proof, str) or not any(entra.is_proof(proof, key.certificate) for key in entra.keys_known):
        raise GraphError(401, "Authentication_MissingOrMalformed", "Access Token missing or malformed.")


def _certificate(found: JsonObject) -> tuple[x509.Certificate, str | None]:
    """What a new key is to be. Raises GraphError."""
    if set(found) - KEY_FIELDS:
        raise _bad(
            f"The property '{min(set(found) - KEY_FIELDS)}' does not exist on type 'microsoft.graph.keyCredential'."
        )
    if found.get("type") != "AsymmetricX509Cert" or found.get("usage") != "Verify":
        raise _bad("Type and usage of the key do not go together; a certificate is AsymmetricX509Cert with Verify.")
    name = found.get("displayName")
    try:
        certificate = x509.load_der_x509_certificate(base64.b64decode(str(found.get("key") or ""), validate=True))
    except (binascii.Error, ValueError):
        raise _bad("Key credential value is invalid.") from None
    if not isinstance(certificate.public_key(), rsa.RSAPublicKey):
        raise _bad("Key credential value is invalid: its public key is not RSA.")
    return certificate, name[:90] if isinstance(name, str) else None


def _shown(key: Key, *, with_key: bool) -> JsonObject:
    made = key.certificate
    return {
        "customKeyIdentifier": base64.b64encode(bytes.fromhex(key.thumbprint)).decode(),
        "displayName": key.name,
        "startDateTime": f"{made.not_valid_before_utc:%Y-%m-%dT%H:%M:%SZ}",
        "endDateTime": f"{made.not_valid_after_utc:%Y-%m-%dT%H:%M:%SZ}",
        "key": base64.b64encode(made.public_bytes(Encoding.DER)).decode() if with_key else None,
        "keyId": key.id,
        "type": "AsymmetricX509Cert",
        "usage": "Verify",
    }


def _body(call: Call) -> JsonObject:
    return wire.read_json(call.body, call.headers.get("content-type", ""))


def _denied() -> GraphError:
    return GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")


def _bad(message: str) -> GraphError:
    return GraphError(400, "Request_BadRequest", message)


def _too_many() -> GraphError:
    return GraphError(
        400,
        "Directory_ObjectSizeLimitExceeded",
        "The size of the object has exceeded its limit: it has too many values.",
    )
