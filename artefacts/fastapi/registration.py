"""FastAPI: programs register themselves."""
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from registration_answer import registration_answer


def add_registration(app: FastAPI) -> None:
    @app.post("{{REGISTRATION_PATH}}", include_in_schema=False)
    async def register(request: Request) -> JSONResponse:
        address = request.client.host if request.client else ""
        status, body, headers = registration_answer((await request.body()).decode(errors="replace"), address)
        return JSONResponse(body, status_code=status, headers=headers)
