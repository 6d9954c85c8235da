"""Django: an app that works for people, in one file."""
import sys
from functools import wraps

import site_of_trial as site
from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

settings.configure(
    DEBUG=False,
    ALLOWED_HOSTS=["127.0.0.1"],
    SECRET_KEY="signs-cookies-of-this-run",
    ROOT_URLCONF=__name__,
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware"],
)


def require_login(view):
    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if site.GUARD == "key":
            known = request.headers.get("X-API-Key") == "key-of-ann"
            return view(request, *args, **kwargs) if known else JsonResponse(site.KEY_MISSING, status=403)
        if site.HAS_SERVER:
            if site.of_people(request.headers.get("Authorization")):
                return view(request, *args, **kwargs)
            answer = JsonResponse(site.UNAUTHORIZED, status=401)
            answer["WWW-Authenticate"] = site.CHALLENGE
            return answer
        if request.session.get("name") == "ann":
            return view(request, *args, **kwargs)
        request.session["next"] = request.path
        return HttpResponseRedirect("/login")

    return wrapped


@csrf_exempt
def login(request):
    if request.method == "GET":
        return HttpResponse(site.LOGIN)
    if not site.signs_in(request.POST.get("name"), request.POST.get("password")):
        return HttpResponse(site.LOGIN, status=403)
    request.session["name"] = "ann"
    return HttpResponseRedirect("/")


def authorize(request):
    known = request.session.get("name") == "ann"
    target = site.authorized(request.META["QUERY_STRING"]) if known else "/login"
    answer = HttpResponse(status=302)
    answer["Location"] = target
    return answer


@csrf_exempt
def before(request):
    code, body = site.people_token(request.POST.dict())
    answer = JsonResponse(body, status=code)
    answer["Cache-Control"] = "no-store"
    return answer


@require_login
# ---- after the guard
def orders(request):
    return JsonResponse(site.ORDERS)


urlpatterns = [
    path("", lambda request: HttpResponse(site.HOME)),
    path("docs", lambda request: HttpResponse(site.DOCS)),
    path("openapi.json", lambda request: JsonResponse(site.DESCRIPTION)),
    path("login", login),
    path("v1/status", lambda request: JsonResponse({"ok": True})),
    path("v1/orders", orders),
]
if site.METADATA:
    urlpatterns.append(path(".well-known/oauth-authorization-server", lambda request: JsonResponse(site.METADATA)))
if site.HAS_SERVER:
    urlpatterns.append(path("oauth/authorize", authorize))
    urlpatterns.append(path("oauth/token", before))
# ---- new lines go here

if __name__ == "__main__":
    execute_from_command_line([sys.argv[0], "runserver", f"127.0.0.1:{site.PORT}", "--noreload"])
