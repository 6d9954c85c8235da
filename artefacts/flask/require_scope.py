"""Flask, inside `beside`: a scope that a machine client must have. People are not limited by it."""
from collections.abc import Callable
from functools import wraps

from flask import g, jsonify


def require_scope(scope: str) -> Callable:
    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def wrapped(*args, **kwargs):
            caller = g.get("caller")
            if caller is None or scope in caller.scopes:
                return view(*args, **kwargs)
            body = {"error": "insufficient_scope", "error_description": f"This token lacks the scope {scope}."}
            return jsonify(body), 403, {"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{scope}"'}

        return wrapped

    return decorate
