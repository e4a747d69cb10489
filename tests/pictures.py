"""Small pictures, made by hand: a whole PNG, and the frame of a JPEG that no decoder would draw."""

import struct
import zlib


def png(width: int = 4, height: int = 3, colour: bytes = b"\x20\x60\x40") -> bytes:
    rows = b"".join(b"\0" + colour * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def jpeg_frame(width: int, height: int, *, before: bytes = b"") -> bytes:
    """`before` are segments ahead of the frame."""
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 8, 8, height, width, 1)
    return b"\xff\xd8" + before + frame + b"\xff\xda\x00\x02" + b"\x11" * 9 + b"\xff\xd9"
