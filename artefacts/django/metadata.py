"""Django: the metadata of your authorization server (RFC 8414 section 3) and of your API (RFC 9728 section 3), from files where the server starts."""
from collections.abc import Callable
from pathlib import Path

from django.http import HttpRequest, HttpResponse


def serve(file: str) -> Callable[[HttpRequest], HttpResponse]:
    text = Path(file).read_text()
    return lambda request: HttpResponse(text, content_type="application/json")
