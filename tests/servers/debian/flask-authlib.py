"""Flask with Authlib: an authorization server with the code and client credentials grants, and the resource that it guards."""

import os

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc6750 import BearerTokenValidator
from flask import Flask, jsonify

app = Flask(__name__)
server = AuthorizationServer(app, query_client=lambda client_id: None, save_token=lambda token, request: None)


class CodeGrant(grants.AuthorizationCodeGrant):
    def save_authorization_code(self, code, request):
        return None

    def query_authorization_code(self, code, client):
        return None

    def delete_authorization_code(self, authorization_code):
        return None

    def authenticate_user(self, authorization_code):
        return None


class NoToken(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return None


server.register_grant(CodeGrant)
server.register_grant(grants.ClientCredentialsGrant)
guarded = ResourceProtector()
guarded.register_token_validator(NoToken())


@app.route("/")
def home():
    return (
        "<html><head><title>Buoys</title></head><body><h1>Buoy data</h1><p>Get a token with <code>POST /oauth/token</code>"
        ' and <code>grant_type=client_credentials</code>, then call <a href="/api/buoys">/api/buoys</a>.</p></body></html>'
    )


@app.route("/oauth/token", methods=["POST"])
def token():
    return server.create_token_response()


@app.route("/api/buoys")
@guarded("buoys")
def buoys():
    return jsonify({})


app.run(host="127.0.0.1", port=int(os.environ["PORT"]))
