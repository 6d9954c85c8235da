"""FastAPI: client_credentials at a token endpoint (RFC 6749 section 4.4)."""
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from token_answer import ours, token_answer

TOKEN_PATH = "{{TOKEN_PATH}}"


async def fields_of(request: Request) -> list[tuple[str, str]]:
    return parse_qsl((await request.body()).decode(errors="replace"), keep_blank_values=True)


async def answer(request: Request) -> JSONResponse:
    status, body, headers = token_answer(await fields_of(request), request.headers.get("Authorization"))
    return JSONResponse(body, status_code=status, headers=headers)


def add_token_endpoint(app: FastAPI) -> None:
    """Where there is no token endpoint yet."""
    app.add_api_route(TOKEN_PATH, answer, methods=["POST"], include_in_schema=False)


class TokenBranch:
    """Before the one that is there: app.add_middleware(TokenBranch). Every other grant goes on to it, with its body still to be read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] != TOKEN_PATH:
            return await self.app(scope, receive, send)
        body = await Request(scope, receive).body()

        async def again() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        request = Request(scope, again)
        if not ours(await fields_of(request)):
            return await self.app(scope, again, send)
        response = await answer(request)
        await response(scope, again, send)
