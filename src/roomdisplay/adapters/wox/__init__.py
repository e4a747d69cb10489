"""The WOX server over HTTP: its panel API, version 1."""

from roomdisplay.adapters.wox.client import WoxClient

__all__ = ["WoxClient"]
