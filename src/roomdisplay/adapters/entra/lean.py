"""MSAL without what a panel never uses of it.

MSAL imports `requests` (with urllib3 and the encodings' tables: 7 MB and 60 ms) only for Azure's managed identities, a
web server (with HTML's entities) only for signing in through a browser on this machine, and XML only for passwords at
federated tenants; for everything else it takes the HTTP client it is given. So those modules are left out. Where a
future MSAL keeps them elsewhere, this does nothing, and costs those 9 MB.

Nor does it use MSAL's own log: at DEBUG it shows what was sent for a token, the device code among it (observed).
"""

import logging
import sys
from types import ModuleType

_UNUSED = (
    "msal.managed_identity",
    "msal.oauth2cli.authcode",
    "msal.mex",
    "msal.wstrust_request",
    "msal.wstrust_response",
)


class _LeftOut(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return None


if "msal" not in sys.modules:
    sys.modules.update({name: _LeftOut(name) for name in _UNUSED})

import msal  # noqa: E402

logging.getLogger("msal").setLevel(logging.WARNING)

__all__ = ["msal"]
