"""The WWW-Authenticate header of a 401 (RFC 9110 11.6.1), read for Entra's claims challenge.

Microsoft, "Claims challenges, claims requests and client capabilities": `claims` is base64 of a JSON object, which goes
back to Entra with the next token request.
"""

import base64
import binascii
import json
import re

_PARAMETER = re.compile(r'([A-Za-z0-9!#$%&\'*+.^_`|~-]{1,64})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))')
_LONGEST = 16_384


def claims_of(header: str) -> str | None:
    """The challenge as JSON text, or None where there is none or it cannot be read."""
    if len(header) > _LONGEST:
        return None
    for name, quoted, plain in _PARAMETER.findall(header):
        if name.casefold() == "claims":
            return _decoded(re.sub(r"\\(.)", r"\1", quoted) or plain)
    return None


def _decoded(value: str) -> str | None:
    try:
        raw = base64.b64decode(value.translate(str.maketrans("-_", "+/")) + "=" * (-len(value) % 4), validate=True)
        text = raw.decode()
        return text if isinstance(json.loads(text), dict) else None
    except (ValueError, binascii.Error, RecursionError):
        return None
