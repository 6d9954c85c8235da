"""Flask: what a guard refuses, told so that a program understands it."""
from collections.abc import Callable
from functools import wraps

from flask import current_app, g, jsonify, make_response, request
from werkzeug.exceptions import HTTPException

from refusal import must_restate, refusal


def restate(guard: Callable) -> Callable:
    """Wraps your decorator, such as login_required. Its answers to browsers stay; what it lets through is answered as before."""

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def reached(*args, **kwargs):
            g.guard_passed = True
            return view(*args, **kwargs)

        guarded = guard(reached)

        @wraps(view)
        def wrapped(*args, **kwargs):
            g.guard_passed = False
            try:
                response = make_response(guarded(*args, **kwargs))
            except HTTPException as failure:
                if g.guard_passed:
                    raise
                response = make_response(current_app.handle_http_exception(failure))
            if g.guard_passed or not must_restate(response.status_code, request.headers.get):
                return response
            headers, body = refusal(request.headers.get, response.get_data(as_text=True))
            return jsonify(body), 401, headers

        return wrapped

    return decorate
