"""Django, inside `beside`: a scope that a machine client must have. People are not limited by it."""
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse


def require_scope(scope: str) -> Callable:
    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            caller = getattr(request, "caller", None)
            if caller is None or scope in caller.scopes:
                return view(request, *args, **kwargs)
            body = {"error": "insufficient_scope", "error_description": f"This token lacks the scope {scope}."}
            response = JsonResponse(body, status=403)
            response["WWW-Authenticate"] = f'Bearer error="insufficient_scope", scope="{scope}"'
            return response

        return wrapped

    return decorate
