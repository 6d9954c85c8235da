"""Django: programs register themselves."""
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from registration_answer import registration_answer


@csrf_exempt
def registration(request: HttpRequest) -> HttpResponse:
    status, body, headers = registration_answer(request.body.decode(errors="replace"), request.META["REMOTE_ADDR"])
    response = JsonResponse(body, status=status)
    for name, value in headers.items():
        response[name] = value
    return response
