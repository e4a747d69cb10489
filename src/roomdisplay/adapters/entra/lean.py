"""MSAL without what a panel never uses of it.

MSAL imports `requests` (with urllib3 and the encodings' tables: 7 MB and 60 ms) only for Azure's managed identities;
for everything else it takes the HTTP client it is given. So that module is left out. Where a future MSAL keeps it
elsewhere, this does nothing, and costs those 7 MB.

Nor does it use MSAL's own log: at DEBUG it shows what was sent for a token, the device code among it (observed).
"""

import logging
import sys
from types import ModuleType

_MANAGED_IDENTITY = "msal.managed_identity"


class _LeftOut(ModuleType):
    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return None


if "msal" not in sys.modules:
    sys.modules[_MANAGED_IDENTITY] = _LeftOut(_MANAGED_IDENTITY)

import msal  # noqa: E402

logging.getLogger("msal").setLevel(logging.WARNING)

__all__ = ["msal"]
