"""Errors as Microsoft Graph reports them.

Shape and codes: Microsoft's page "Microsoft Graph error responses and resource types"; the irregularities (missing or
differently spelled inner errors, extra members) were observed in live tenants.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

JsonObject = dict[str, Any]


class GraphError(Exception):
    """A refusal. `extra` holds further members of the error object, `headers` further response headers."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        extra: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        inner: bool = True,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.extra = dict(extra or {})
        self.headers = dict(headers or {})
        self.inner = inner

    def body(self, *, at: datetime, request_id: str, client_request_id: str, variant: int) -> JsonObject:
        """The JSON answer. `variant` picks one of the inner-error spellings seen in the wild; any integer will do."""
        error: JsonObject = {"code": self.code, "message": self.message, **self.extra}
        inner: JsonObject = {
            "date": at.strftime("%Y-%m-%dT%H:%M:%S"),
            "request-id": request_id,
            "client-request-id": client_request_id,
        }
        if self.inner:
            match variant % 6:
                case 0:
                    pass
                case 1:
                    error["innererror"] = inner
                case 2:
                    error["innerError"] = {"code": self.code, **inner}
                case _:
                    error["innerError"] = inner
        return {"error": error}


def bad_request(message: str) -> GraphError:
    return GraphError(400, "BadRequest", message)


def invalid_request(message: str) -> GraphError:
    return GraphError(400, "ErrorInvalidRequest", message)


def invalid_parameter(message: str) -> GraphError:
    return GraphError(400, "ErrorInvalidParameter", message)


def invalid_body(message: str) -> GraphError:
    return GraphError(400, "RequestBodyRead", message)


def invalid_property(message: str) -> GraphError:
    return GraphError(400, "ErrorPropertyValidationFailure", message)


def unknown_time_zone(name: str) -> GraphError:
    return GraphError(
        400, "TimeZoneNotSupportedException", f"This TimeZone value is not supported: '{name}'. Give a valid one."
    )


def item_not_found() -> GraphError:
    return GraphError(404, "ErrorItemNotFound", "The specified object was not found in the store.")


def access_denied() -> GraphError:
    return GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")


def write_conflict() -> GraphError:
    return GraphError(
        412,
        "ErrorIrresolvableConflict",
        "The send or update operation could not be performed because the change key passed in the request does not "
        "match the current change key for the item.",
    )
