"""What this machine is called on its label, or a name of its own that stays the same."""

from hashlib import sha256
from pathlib import Path

_LABELS = ("proc/device-tree/serial-number", "sys/class/dmi/id/product_serial")
_NONE = {"", "0", "none", "default string", "to be filled by o.e.m.", "not specified", "system serial number"}


def serial(root: Path = Path("/")) -> str:
    """At most 40 characters. Boards and PCs tell theirs; else it is made from the machine's id, which is not to be
    shown itself (machine-id(5))."""
    for place in _LABELS:
        label = _read(root / place)
        if label.lower() not in _NONE:
            return label[:40]
    id = _read(root / "etc/machine-id") or _read(root / "var/lib/dbus/machine-id") or "unknown"
    return "RD-" + sha256(b"roomdisplay serial\n" + id.encode()).hexdigest()[:10].upper()


def _read(path: Path) -> str:
    try:
        text = path.read_bytes()[:200].decode("ascii", "replace")
    except OSError:
        return ""
    return "".join(c for c in text if c.isascii() and c.isprintable()).strip()
