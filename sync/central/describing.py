"""The OpenAPI of the addresses that kiosks use: made from the structs of `sync.protocol`."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from sync.protocol import VERSION, VERSION_HEADER, Fork, Problem

BEARER: Final = {"bearer": {"type": "http", "scheme": "bearer"}}
_VERSION: Final = {
    "name": VERSION_HEADER,
    "in": "header",
    "required": True,
    "schema": {"type": "string", "enum": [str(VERSION)]},
}
_PROBLEMS: Final = {
    400: "The connection was cut.",
    408: "The body came too slowly.",
    422: "The body is not what it should be.",
    426: "Another version of the protocol.",
    500: "A fault of the central store.",
    503: "The database is away.",
}


def described(taken: Any, given: Any, *, token: bool = True, problems: dict[int, str] | None = None) -> dict[str, Any]:
    """What an address takes and gives: structs, `bytes` for a batch, None for nothing."""
    body = _binary() if taken is bytes else _json(taken)
    told = {**_PROBLEMS, **({401: "The token is unknown or was revoked."} if token else {}), **(problems or {})}
    responses: dict[str, Any] = {
        str(status): {"description": text, "content": _json(Fork if status == 409 else Problem)}
        for status, text in sorted(told.items())
    }
    if given is None:
        responses["204"] = {"description": "Taken."}
    else:
        responses["200"] = {"description": "Taken.", "content": _json(given)}
    return {
        "parameters": [_VERSION],
        "security": [{"bearer": []}] if token else [],
        "requestBody": {"required": True, "content": body},
        "responses": responses,
    }


def _binary() -> dict[str, Any]:
    return {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def _json(of: Any) -> dict[str, Any]:
    (schema,), parts = msgspec.json.schema_components((of,), ref_template="#/{name}")
    return {"application/json": {"schema": _inlined(schema, parts)}}


def _inlined(value: Any, parts: dict[str, Any]) -> Any:
    """Each part stands where it is meant: FastAPI has its own names for them."""
    if isinstance(value, dict):
        ref = value.get("$ref")
        if isinstance(ref, str):
            return _inlined(parts[ref.rsplit("/", 1)[1]], parts)
        return {key: _inlined(inner, parts) for key, inner in value.items()}
    return [_inlined(inner, parts) for inner in value] if isinstance(value, list) else value
