"""Flask: programs register themselves."""
from flask import Flask, Response, jsonify, request

from registration_answer import registration_answer


def add_registration(app: Flask) -> None:
    @app.post("{{REGISTRATION_PATH}}")
    def register() -> Response:
        status, body, headers = registration_answer(request.get_data(as_text=True), request.remote_addr or "")
        response = jsonify(body)
        response.status_code = status
        response.headers.update(headers)
        return response
