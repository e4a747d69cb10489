"""What may be a room's photo, told by its bytes before anything decodes it: a whole JPEG or PNG within bounds."""

from enum import StrEnum

from msgspec import Struct

LARGEST = 4 * 2**20
"""Bytes."""
MOST_PIXELS = 16_000_000
"""Decoded, each takes four bytes of a panel's memory."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_END, _JPEG_END = b"IEND\xaeB`\x82", b"\xff\xd9"
_NO_FRAMES = frozenset({0xC4, 0xC8, 0xCC})
"""Among the markers 0xC0 to 0xCF (ITU-T T.81, table B.1) those that begin no frame."""


class Kind(StrEnum):
    """The media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"


class Unfit(Struct, frozen=True, kw_only=True):
    reason: str
    """A sentence: what was found, and what is accepted."""


def media_type(photo: bytes) -> Kind:
    """Of what has been taken as one already."""
    return Kind.PNG if photo.startswith(_PNG) else Kind.JPEG


def kind(photo: bytes) -> Kind | Unfit:
    """Of `photo`, if it may be one."""
    if len(photo) > LARGEST:
        return Unfit(reason=f"The photo is too large; accepted: up to {LARGEST >> 20} MiB.")
    if photo.startswith(_PNG):
        found, size, is_whole = Kind.PNG, _png_size(photo), photo.find(_PNG_END) > 0
    elif photo.startswith(_JPEG):
        frame = _jpeg_frame(photo)
        # within a frame's data the end mark stands nowhere but at the end; before it, a thumbnail may have its own
        found, is_whole = Kind.JPEG, frame is not None and photo.find(_JPEG_END, frame) > 0
        size = None if frame is None else (_number(photo, frame + 7), _number(photo, frame + 5))
    else:
        return Unfit(reason="The photo is neither a JPEG nor a PNG; these are accepted.")
    if size is None or 0 in size or not is_whole:
        return Unfit(reason="The photo is damaged or not whole. Save it anew as a JPEG or PNG.")
    width, height = size
    if width * height > MOST_PIXELS:
        most = MOST_PIXELS // 1_000_000
        return Unfit(
            reason=f"The photo has {width} × {height} pixels; accepted: up to {most} million. Make it smaller."
        )
    return found


def _png_size(photo: bytes) -> tuple[int, int] | None:
    if photo[12:16] != b"IHDR" or len(photo) < 24:
        return None
    return _number(photo, 16, 4), _number(photo, 20, 4)


def _jpeg_frame(photo: bytes) -> int | None:
    """Where the frame header begins, which holds the size; None: there is none."""
    at = 2
    while at + 9 <= len(photo) and photo[at] == 0xFF:
        marker = photo[at + 1]
        if marker == 0xFF:  # fills
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            return at
        elif marker == 0xDA:  # the image begins before anything said how large it is
            return None
        else:
            at += 2 + max(2, _number(photo, at + 2))
    return None


def _number(photo: bytes, at: int, length: int = 2) -> int:
    return int.from_bytes(photo[at : at + length])
