"""Django: a token beside your guard."""
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from machine_clients import caller_of
from restate import restate


def beside(guard: Callable) -> Callable:
    """Who holds a known token goes on, as `request.caller`; everybody else is the guard's, as before.

    CsrfViewMiddleware runs before this: a view that programs post to wants @csrf_exempt and, for people, @csrf_protect inside the guard.
    """

    def decorate(view: Callable) -> Callable:
        otherwise = restate(guard)(view)

        @wraps(view)
        def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            request.caller = caller_of(request.headers.get("Authorization"))
            return (view if request.caller else otherwise)(request, *args, **kwargs)

        return wrapped

    return decorate
