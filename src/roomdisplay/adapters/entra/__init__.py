"""Microsoft Entra ID: access tokens behind the AccessTokens port, through Microsoft's own MSAL."""

from roomdisplay.adapters.entra.application import EnterpriseApplication
from roomdisplay.adapters.entra.clouds import CLOUDS, GLOBAL, Cloud
from roomdisplay.adapters.entra.credential import CertificatePem, CertificatePfx, Credential, Secret
from roomdisplay.adapters.entra.service_account import ServiceAccount

__all__ = [
    "CLOUDS",
    "GLOBAL",
    "CertificatePem",
    "CertificatePfx",
    "Cloud",
    "Credential",
    "EnterpriseApplication",
    "Secret",
    "ServiceAccount",
]
