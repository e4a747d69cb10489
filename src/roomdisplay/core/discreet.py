"""Values that hold something nobody may read in a log."""

from typing import ClassVar

from msgspec import Struct


class Discreet(Struct, frozen=True):
    """Its repr leaves out the fields named in `unsaid`: secrets, and what somebody typed."""

    unsaid: ClassVar[tuple[str, ...]]

    def __repr__(self) -> str:
        said = (name for name in self.__struct_fields__ if name not in self.unsaid)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in said)})"
