"""FastAPI: the metadata of your authorization server (RFC 8414 section 3) and of your API (RFC 9728 section 3), from files where the server starts."""
from pathlib import Path

from fastapi import FastAPI, Response


def add_metadata(app: FastAPI) -> None:
    for path, file in (
        ("{{METADATA_PATH}}", "authorization-server.json"),
        ("{{RESOURCE_METADATA_PATH}}", "oauth-protected-resource.json"),
    ):
        text = Path(file).read_text()
        app.add_api_route(path, serve(text), methods=["GET"], include_in_schema=False)


def serve(text: str):
    async def document() -> Response:
        return Response(text, media_type="application/json")

    return document
