"""django-oauth-toolkit: authorization server and API in one project. KIND says what guards the API: `rest` (Django REST framework) or `view` (its own views)."""

import os
from wsgiref.simple_server import make_server

from django.conf import settings

KIND = os.environ["KIND"]
settings.configure(
    SECRET_KEY="x" * 50,
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(os.environ["HOME"], "db.sqlite")}},
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "oauth2_provider",
    ],
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    OAUTH2_PROVIDER={
        "SCOPES": {"orders:read": "Read orders", "orders:write": "Change orders"},
        "ACCESS_TOKEN_EXPIRE_SECONDS": 600,
    },
)

import django

django.setup()

from django.core.management import call_command

call_command("migrate", verbosity=0)

from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import include, path
from oauth2_provider.models import Application

Application.objects.create(
    name="a test",
    client_id=os.environ["CLIENT_ID"],
    client_secret=os.environ["CLIENT_SECRET"],
    client_type=Application.CLIENT_CONFIDENTIAL,
    authorization_grant_type=Application.GRANT_CLIENT_CREDENTIALS,
)
ORDERS = [{"id": 1, "customer": os.environ["PRIVATE_DATA"]}]


def description(request):
    origin = request.build_absolute_uri("/")[:-1]
    scopes = {"orders:read": "Read orders", "orders:write": "Change orders"}
    return JsonResponse(
        {
            "openapi": "3.0.3",
            "info": {"title": "Orders", "version": "1"},
            "servers": [{"url": f"{origin}/api"}],
            "components": {
                "securitySchemes": {
                    "oauth": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": f"{origin}/o/token/", "scopes": scopes}}}
                }
            },
            "security": [{"oauth": ["orders:read"]}],
            "paths": {"/orders": {"get": {"responses": {"200": {"description": "Orders"}, "401": {"description": "No credential"}}}}},
        }
    )


if KIND == "rest":
    from oauth2_provider.contrib.rest_framework import OAuth2Authentication, TokenHasScope
    from rest_framework.renderers import JSONRenderer
    from rest_framework.response import Response
    from rest_framework.views import APIView

    class Orders(APIView):
        authentication_classes = [OAuth2Authentication]
        permission_classes = [TokenHasScope]
        renderer_classes = [JSONRenderer]
        required_scopes = ["orders:read"]

        def get(self, request):
            return Response(ORDERS)

else:
    from oauth2_provider.views.generic import ScopedProtectedResourceView

    class Orders(ScopedProtectedResourceView):
        required_scopes = ["orders:read"]

        def get(self, request):
            return JsonResponse(ORDERS, safe=False)


urlpatterns = [
    path("openapi.json", description),
    path("api/orders", Orders.as_view()),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
]

make_server("127.0.0.1", int(os.environ["PORT"]), get_wsgi_application()).serve_forever()
