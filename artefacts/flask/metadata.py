"""Flask: the metadata of your authorization server (RFC 8414 section 3) and of your API (RFC 9728 section 3), from files where the server starts."""
from pathlib import Path

from flask import Flask, Response


def add_metadata(app: Flask) -> None:
    for path, file in (
        ("{{METADATA_PATH}}", "authorization-server.json"),
        ("{{RESOURCE_METADATA_PATH}}", "oauth-protected-resource.json"),
    ):
        text = Path(file).read_text()
        app.add_url_rule(path, file, lambda text=text: Response(text, mimetype="application/json"))
