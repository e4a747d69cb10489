"""A panel's own keys, what it signs with them, and what is sealed so that only that panel can open it.

The panel makes both keys once and keeps them in its keyring: Ed25519 (RFC 8032) to prove who it is, X25519 (RFC 7748)
to receive secrets. Sealing: an ephemeral X25519 key, HKDF-SHA256 (RFC 5869) over the shared secret with both public
keys and the pairing's transcript, AES-256-GCM. The key serves one message, so the nonce may be fixed. What was sealed
for another pairing, or another panel, does not open.
"""

import base64
import json

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from roomdisplay.core.pairing import KEY_LENGTH
from roomdisplay.ports import SecretMissing, Secrets, Unreadable

KEYS_NAME = "panel-keys"
"""The secret that holds both private keys."""
_PURPOSE = b"roomdisplay sealed grant 1"
_NONCE = bytes(12)


class PanelKeys:
    """Both keys of a panel. Their `repr` shows nothing of them."""

    def __init__(self, identity: Ed25519PrivateKey, sealing: X25519PrivateKey) -> None:
        self._identity, self._sealing = identity, sealing
        self.identity_key = identity.public_key().public_bytes_raw()
        self.sealing_key = sealing.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return self._identity.sign(message)

    def open(self, sealed: bytes, bound_to: bytes) -> bytes:
        """What was sealed to this panel for the pairing whose transcript is `bound_to`. Raises Unreadable."""
        ephemeral, content = sealed[:KEY_LENGTH], sealed[KEY_LENGTH:]
        try:
            shared = self._sealing.exchange(X25519PublicKey.from_public_bytes(ephemeral))
            return AESGCM(_key(shared, ephemeral, self.sealing_key, bound_to)).decrypt(_NONCE, content, bound_to)
        except (InvalidTag, ValueError):
            raise Unreadable from None


def fresh_keys() -> PanelKeys:
    return PanelKeys(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def panel_keys(secrets: Secrets) -> PanelKeys:
    """This panel's, made at the first need. Blocks; raises SecretMissing."""
    identity, sealing = Ed25519PrivateKey.generate(), X25519PrivateKey.generate()
    fresh = {"identity": _text(identity.private_bytes_raw()), "sealing": _text(sealing.private_bytes_raw())}
    kept = secrets.kept(KEYS_NAME, json.dumps(fresh))
    try:
        told = json.loads(kept)
        identity = Ed25519PrivateKey.from_private_bytes(base64.b64decode(told["identity"], validate=True))
        sealing = X25519PrivateKey.from_private_bytes(base64.b64decode(told["sealing"], validate=True))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise SecretMissing(
            f"The secret “{KEYS_NAME}” does not hold a panel's keys: take it out of the keyring, and the panel makes "
            f"new ones (keyring del roomdisplay {KEYS_NAME})."
        ) from None
    return PanelKeys(identity, sealing)


def seal(content: bytes, sealing_key: bytes, bound_to: bytes) -> bytes:
    """Raises ValueError where that is no key to seal to."""
    private = X25519PrivateKey.generate()
    ephemeral = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(sealing_key))
    return ephemeral + AESGCM(_key(shared, ephemeral, sealing_key, bound_to)).encrypt(_NONCE, content, bound_to)


def is_signed(message: bytes, signature: bytes, identity_key: bytes) -> bool:
    """By the panel with that key."""
    try:
        Ed25519PublicKey.from_public_bytes(identity_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _key(shared: bytes, ephemeral: bytes, sealing_key: bytes, bound_to: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt=bound_to, info=_PURPOSE + ephemeral + sealing_key).derive(shared)


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()
