"""systemd credentials: one file a secret in the directory $CREDENTIALS_DIRECTORY names (systemd.exec(5))."""

import os
import stat
import struct
from pathlib import Path

from roomdisplay.ports import SecretMissing

LARGEST = 2**20
"""systemd's own limit for one credential, in bytes."""


def from_systemd(directory: Path, name: str) -> bytes | None:
    """The credential, or None where there is none of that name. Raises SecretMissing where others could read it."""
    path = directory / name
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SecretMissing(f"The credential {path} cannot be opened ({error.strerror}): check its owner.") from None
    try:
        return _content(descriptor, path)
    except OSError as error:
        raise SecretMissing(f"The credential {path} cannot be read ({error.strerror}).") from None
    finally:
        os.close(descriptor)


def _content(descriptor: int, path: Path) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise SecretMissing(f"The credential {path} is not a file: let systemd put it there (LoadCredential=).")
    if is_exposed(status, _acl(descriptor)):
        raise SecretMissing(
            f"The credential {path} is open to other users, so it is not used: take that right from them "
            "(chmod 0400) or let systemd put it there (LoadCredential=)."
        )
    with open(descriptor, "rb", closefd=False) as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise SecretMissing(f"The credential {path} is larger than {LARGEST} bytes: no secret is.")
    return content


_USER, _GROUP_OBJ, _GROUP, _MASK, _OTHER = 0x02, 0x04, 0x08, 0x10, 0x20
_READ_OR_WRITE = 0o6


def is_exposed(status: os.stat_result, acl: bytes | None) -> bool:
    """Can anybody but the owner and this process's user read or write it?

    Where a unit has `User=`, systemd may leave the file to root and let that user in by an ACL (257 does); the mode is
    then 0440, but its group bits are the ACL's mask and say nothing of the group (observed; acl(5), "Correspondence
    between ACL entries and file permission bits"). `acl` is the xattr system.posix_acl_access: version 2, then
    (tag, rights, id), little-endian.
    """
    if acl is None or len(acl) < 4 or (len(acl) - 4) % 8 or struct.unpack_from("<I", acl)[0] != 2:
        return bool(stat.S_IMODE(status.st_mode) & 0o066)
    entries = list(struct.iter_unpack("<HHI", acl[4:]))
    mask = next((rights for tag, rights, _ in entries if tag == _MASK), _READ_OR_WRITE)
    for tag, rights, id in entries:
        effective = rights & _READ_OR_WRITE if tag == _OTHER else rights & mask & _READ_OR_WRITE
        is_other = tag in (_GROUP_OBJ, _GROUP, _OTHER) or (tag == _USER and id not in (os.geteuid(), status.st_uid))
        if is_other and effective:
            return True
    return False


def _acl(descriptor: int) -> bytes | None:
    try:
        return os.getxattr(descriptor, "system.posix_acl_access")
    except OSError:
        return None
