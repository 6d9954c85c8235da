"""FastAPI, after `beside`: a scope that a machine client must have. People are not limited by it."""
from collections.abc import Callable

from fastapi import Request

from restate import Restated


def require_scope(scope: str) -> Callable:
    async def dependency(request: Request) -> None:
        caller = getattr(request.state, "caller", None)
        if caller is not None and scope not in getattr(caller, "scopes", [scope]):
            body = {"error": "insufficient_scope", "error_description": f"This token lacks the scope {scope}."}
            challenge = f'Bearer error="insufficient_scope", scope="{scope}"'
            raise Restated({"WWW-Authenticate": challenge}, body, 403)

    return dependency
