"""Microsoft Entra ID: access tokens behind the AccessTokens port, through Microsoft's own MSAL.

The service account is apart, in `service_account`: what it seals with is 8 MB that others do without.
"""

from roomdisplay.adapters.entra.application import EnterpriseApplication
from roomdisplay.adapters.entra.clouds import CLOUDS, GLOBAL, Cloud
from roomdisplay.adapters.entra.credential import CertificatePem, CertificatePfx, Credential, Secret

__all__ = [
    "CLOUDS",
    "GLOBAL",
    "CertificatePem",
    "CertificatePfx",
    "Cloud",
    "Credential",
    "EnterpriseApplication",
    "Secret",
]
