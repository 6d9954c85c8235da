"""Django: client_credentials at a token endpoint (RFC 6749 section 4.4)."""
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from token_answer import ours, token_answer


def fields_of(request: HttpRequest) -> list[tuple[str, str]]:
    return [(name, value) for name, values in request.POST.lists() for value in values]


@csrf_exempt
def token_endpoint(request: HttpRequest) -> HttpResponse:
    """Where there is no token endpoint yet."""
    status, body, headers = token_answer(fields_of(request), request.headers.get("Authorization"))
    response = JsonResponse(body, status=status)
    for name, value in headers.items():
        response[name] = value
    return response


def token_branch(before: Callable) -> Callable:
    """Before the view that is there: every other grant goes on to it."""

    @csrf_exempt
    def branch(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return token_endpoint(request) if ours(fields_of(request)) else before(request, *args, **kwargs)

    return branch
