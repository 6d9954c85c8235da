"""Flask: an app that works for people."""
from functools import wraps

import site_of_trial as site
from flask import Flask, jsonify, redirect, request, session

app = Flask(__name__)
app.secret_key = "signs-cookies-of-this-run"


def require_login(view):
    @wraps(view)
    def wrapped(*args, **kwargs):
        if site.GUARD == "key":
            known = request.headers.get("X-API-Key") == "key-of-ann"
            return view(*args, **kwargs) if known else (jsonify(site.KEY_MISSING), 403)
        if site.HAS_SERVER:
            if site.of_people(request.headers.get("Authorization")):
                return view(*args, **kwargs)
            return jsonify(site.UNAUTHORIZED), 401, {"WWW-Authenticate": site.CHALLENGE}
        if session.get("name") == "ann":
            return view(*args, **kwargs)
        session["next"] = request.path
        return redirect("/login")

    return wrapped


@app.get("/")
def home():
    return site.HOME


@app.get("/docs")
def docs():
    return site.DOCS


@app.get("/openapi.json")
def openapi():
    return jsonify(site.DESCRIPTION)


@app.get("/login")
def login_form():
    return site.LOGIN


@app.post("/login")
def login():
    if not site.signs_in(request.form.get("name"), request.form.get("password")):
        return site.LOGIN, 403
    session["name"] = "ann"
    return redirect("/")


@app.get("/v1/status")
def status():
    return jsonify(ok=True)


# ---- new lines go here
if site.METADATA:
    app.add_url_rule("/.well-known/oauth-authorization-server", "published", lambda: jsonify(site.METADATA))
if site.HAS_SERVER:

    @app.get("/oauth/authorize")
    def authorize():
        return redirect(site.authorized(request.query_string.decode()) if session.get("name") == "ann" else "/login")

    @app.post("/oauth/token")
    def people_token():
        code, body = site.people_token(request.form.to_dict())
        return jsonify(body), code, {"Cache-Control": "no-store"}


@app.get("/v1/orders")
@require_login
# ---- after the guard
def orders():
    return jsonify(site.ORDERS)


app.run(host="127.0.0.1", port=site.PORT)
