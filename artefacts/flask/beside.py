"""Flask: a token beside your guard."""
from collections.abc import Callable
from functools import wraps

from flask import g, request

from machine_clients import caller_of
from restate import restate


def beside(guard: Callable) -> Callable:
    """Who holds a known token goes on, as `g.caller`; everybody else is the guard's, as before."""

    def decorate(view: Callable) -> Callable:
        otherwise = restate(guard)(view)

        @wraps(view)
        def wrapped(*args, **kwargs):
            g.caller = caller_of(request.headers.get("Authorization"))
            return view(*args, **kwargs) if g.caller else otherwise(*args, **kwargs)

        return wrapped

    return decorate
