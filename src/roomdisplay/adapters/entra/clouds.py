"""Microsoft's national clouds (Microsoft, "National clouds: Microsoft Graph and authentication endpoints")."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from msgspec import Struct


class Cloud(Struct, frozen=True, kw_only=True):
    """Where one cloud's tenants sign in and where their Graph is. A tenant lives in exactly one of them."""

    login: str
    graph: str

    def authority(self, tenant: str) -> str:
        """What tokens of `tenant` (its GUID or a domain) are issued by."""
        return f"{self.login}/{quote(tenant, safe='')}"

    @property
    def scope(self) -> str:
        """Everything that was granted to the application, on this cloud's Graph."""
        return f"{self.graph}/.default"

    @property
    def delegated_scope(self) -> str:
        """The calendars others have shared with the account that is signed in."""
        return f"{self.graph}/Calendars.ReadWrite.Shared"

    @property
    def base_url(self) -> str:
        return f"{self.graph}/v1.0"


GLOBAL = "global"

CLOUDS: Mapping[str, Cloud] = MappingProxyType(
    {
        GLOBAL: Cloud(login="https://login.microsoftonline.com", graph="https://graph.microsoft.com"),
        "us-government-high": Cloud(login="https://login.microsoftonline.us", graph="https://graph.microsoft.us"),
        "us-government-dod": Cloud(login="https://login.microsoftonline.us", graph="https://dod-graph.microsoft.us"),
        "china": Cloud(
            login="https://login.partner.microsoftonline.cn", graph="https://microsoftgraph.chinacloudapi.cn"
        ),
    }
)
"""By the name the configuration uses. `global` is also where GCC tenants are."""
