"""Falcon with the middleware of its tutorial: a scheme word of its own, errors as JSON."""

import os
from wsgiref.simple_server import make_server

import falcon

CHALLENGES = ['Token type="Fernet"']


class Authentication:
    def process_request(self, req, resp):
        if req.get_header("Authorization") is None:
            raise falcon.HTTPUnauthorized(
                title="Auth token required",
                description="Please provide an auth token as part of the request.",
                challenges=CHALLENGES,
            )
        raise falcon.HTTPUnauthorized(
            title="Authentication required",
            description="The provided auth token is not valid. Please request a new token and try again.",
            challenges=CHALLENGES,
        )


class Notes:
    def on_get(self, req, resp):
        resp.media = {"notes": []}


app = falcon.App(middleware=[Authentication()])
app.add_route("/notes", Notes())
make_server("127.0.0.1", int(os.environ["PORT"]), app).serve_forever()
