import json
from functools import wraps
from pathlib import Path

from django.contrib.auth import authenticate, login as sign_in
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from oauth2_provider.oauth2_backends import get_oauthlib_core


def page(name):
    return lambda request: HttpResponse(Path(f"{name}.html").read_text())


def require_token(view):
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        valid, _ = get_oauthlib_core().verify_request(request, scopes=[])
        if valid:
            return view(request, *args, **kwargs)
        answer = JsonResponse({"error": "unauthorized", "error_description": "A token is needed."}, status=401)
        answer["WWW-Authenticate"] = 'Bearer realm="orders"'
        return answer

    return wrapped


@csrf_exempt
def login(request):
    if request.method == "GET":
        return HttpResponse(Path("login.html").read_text())
    user = authenticate(username=request.POST.get("name"), password=request.POST.get("password"))
    if user is None:
        return HttpResponse(Path("login.html").read_text(), status=403)
    sign_in(request, user)
    return HttpResponseRedirect("/")


urlpatterns = [
    path("", page("home")),
    path("docs", page("docs")),
    path("login", login),
    path("openapi.json", lambda request: JsonResponse(json.loads(Path("openapi.json").read_text()))),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    path("v1/status", lambda request: JsonResponse({"ok": True})),
    path("v1/orders", require_token(lambda request: JsonResponse({"orders": [{"id": 1}]}))),
]
# ---- new lines go here
