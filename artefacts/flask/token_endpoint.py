"""Flask: client_credentials at a token endpoint (RFC 6749 section 4.4)."""
from flask import Flask, Response, jsonify, request

from token_answer import ours, token_answer

TOKEN_PATH = "{{TOKEN_PATH}}"


def answer() -> Response:
    status, body, headers = token_answer(list(request.form.items(multi=True)), request.headers.get("Authorization"))
    response = jsonify(body)
    response.status_code = status
    response.headers.update(headers)
    return response


def add_token_endpoint(app: Flask) -> None:
    """Where there is no token endpoint yet."""
    app.add_url_rule(TOKEN_PATH, "machine_token", answer, methods=["POST"])


def add_token_branch(app: Flask) -> None:
    """Before the one that is there: every other grant goes on to it."""

    @app.before_request
    def branch() -> Response | None:
        asked = request.path == TOKEN_PATH and request.method == "POST" and ours(list(request.form.items(multi=True)))
        return answer() if asked else None
