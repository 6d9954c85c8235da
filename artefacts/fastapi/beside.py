"""FastAPI: a token beside your guard."""
from collections.abc import Callable

from fastapi import Request

from machine_clients import caller_of
from restate import restate


def beside(guard: Callable) -> Callable:
    """Who holds a known token goes on, as `request.state.caller`; everybody else is the guard's, as before."""
    otherwise = restate(guard)

    async def dependency(request: Request):
        request.state.caller = caller_of(request.headers.get("Authorization"))
        return request.state.caller or await otherwise(request)

    return dependency
