"""Where secrets are kept: systemd credentials, the desktop's keyring, or memory. Never a plain file of ours."""

from roomdisplay.adapters.secrets.given import GivenSecrets
from roomdisplay.adapters.secrets.named import NamedSecrets

__all__ = ["GivenSecrets", "NamedSecrets"]
