"""Django REST framework in its default wiring: a router of view sets. KIND says which class authenticates."""

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
        "rest_framework",
        "rest_framework.authtoken",
        "oauth2_provider",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
        }
    ],
    STATIC_URL="/static/",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    OAUTH2_PROVIDER={"SCOPES": {"read": "Read", "write": "Write"}},
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": {
            "token": ["rest_framework.authentication.TokenAuthentication"],
            "oauth": ["oauth2_provider.contrib.rest_framework.OAuth2Authentication"],
            "session": ["rest_framework.authentication.SessionAuthentication"],
        }[KIND],
        "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    },
)

import django

django.setup()

from django.core.management import call_command

call_command("migrate", verbosity=0)

from django.contrib.auth.models import User
from django.core.wsgi import get_wsgi_application
from django.urls import include, path
from rest_framework import routers, serializers, viewsets
from rest_framework.authtoken.views import obtain_auth_token


class UserSerializer(serializers.HyperlinkedModelSerializer):
    class Meta:
        model = User
        fields = ["url", "username"]


class UserViewSet(viewsets.ModelViewSet):
    queryset = User.objects.all().order_by("id")
    serializer_class = UserSerializer


router = routers.DefaultRouter()
router.register("users", UserViewSet)
urlpatterns = [path("", include(router.urls)), path("api-auth/", include("rest_framework.urls"))]
if KIND == "token":
    urlpatterns.append(path("api-token-auth/", obtain_auth_token))
if KIND == "oauth":
    urlpatterns.append(path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")))

make_server("127.0.0.1", int(os.environ["PORT"]), get_wsgi_application()).serve_forever()
