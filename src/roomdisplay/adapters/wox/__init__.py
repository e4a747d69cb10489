"""The WOX server over HTTP: its panel API, version 1."""

from roomdisplay.adapters.wox.client import LARGEST, WoxClient

__all__ = ["LARGEST", "WoxClient"]
