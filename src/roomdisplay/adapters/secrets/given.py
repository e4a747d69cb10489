"""Secrets handed over by the program itself, for the demo and for tests."""

from collections.abc import Mapping

from roomdisplay.ports import SecretMissing


class GivenSecrets:
    """Kept in memory only. `give` replaces one while the program runs."""

    def __init__(self, secrets: Mapping[str, str | bytes]) -> None:
        self._secrets: dict[str, bytes] = {}
        for name, value in secrets.items():
            self.give(name, value)

    def give(self, name: str, value: str | bytes) -> None:
        self._secrets[name] = value.encode() if isinstance(value, str) else value

    def secret(self, name: str) -> bytes:
        try:
            return self._secrets[name]
        except KeyError:
            raise SecretMissing(f"No secret named “{name}” was given.") from None

    def kept(self, name: str, fresh: str) -> bytes:
        return self._secrets.setdefault(name, fresh.encode())

    def keep(self, name: str, value: str) -> None:
        self.give(name, value)

    def forget(self, name: str) -> None:
        self._secrets.pop(name, None)

    def __repr__(self) -> str:
        return f"GivenSecrets({', '.join(sorted(self._secrets))})"
