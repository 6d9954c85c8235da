"""FastAPI: what a guard refuses, told so that a program understands it."""
import inspect
import json
from collections.abc import Callable

from fastapi import HTTPException, Request
from fastapi.responses import JSONResponse

from refusal import must_restate, refusal


class Restated(Exception):
    """A refusal for a program; `answer_restated` writes it."""

    def __init__(self, headers: dict[str, str], body: dict, status: int = 401) -> None:
        super().__init__(body["error"])
        self.headers, self.body, self.status = headers, body, status


async def answer_restated(request: Request, failure: Restated) -> JSONResponse:
    return JSONResponse(failure.body, status_code=failure.status, headers=failure.headers)


def restate(guard: Callable) -> Callable:
    """Wraps your dependency, which takes the request. Its answers to browsers stay; what it lets through is answered as before."""

    async def dependency(request: Request):
        try:
            found = guard(request)
            return await found if inspect.isawaitable(found) else found
        except HTTPException as failure:
            if not must_restate(failure.status_code, request.headers.get):
                raise
            old = json.dumps(failure.detail) if isinstance(failure.detail, dict) else ""
            raise Restated(*refusal(request.headers.get, old)) from failure

    return dependency
