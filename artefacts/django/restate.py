"""Django: what a guard refuses, told so that a program understands it."""
from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse

from refusal import must_restate, refusal


def restate(guard: Callable) -> Callable:
    """Wraps your decorator, such as login_required. Its answers to browsers stay; what it lets through is answered as before."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def reached(request: HttpRequest, *args, **kwargs):
            request.guard_passed = True
            return view(request, *args, **kwargs)

        guarded = guard(reached)

        @wraps(view)
        def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            request.guard_passed = False
            try:
                response = guarded(request, *args, **kwargs)
            except PermissionDenied:
                if request.guard_passed or not must_restate(403, request.headers.get):
                    raise
                response = HttpResponse(status=403)
            if request.guard_passed or not must_restate(response.status_code, request.headers.get):
                return response
            headers, body = refusal(request.headers.get, response.content.decode(errors="replace"))
            restated = JsonResponse(body, status=401)
            for name, value in headers.items():
                restated[name] = value
            return restated

        return wrapped

    return decorate
