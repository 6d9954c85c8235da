"""FastAPI: an app that works for people."""
import site_of_trial as site
import uvicorn
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)


def signed_in(request: Request) -> bool:
    return request.cookies.get("sid") == "ann"


async def require_login(request: Request) -> None:
    if site.GUARD == "key":
        if request.headers.get("X-API-Key") != "key-of-ann":
            raise HTTPException(403, site.KEY_MISSING)
    elif site.HAS_SERVER:
        if not site.of_people(request.headers.get("Authorization")):
            raise HTTPException(401, site.UNAUTHORIZED, {"WWW-Authenticate": site.CHALLENGE})
    elif not signed_in(request):
        raise HTTPException(302, headers={"Location": "/login", "Set-Cookie": "sid=none; HttpOnly"})


@app.get("/", response_class=HTMLResponse)
async def home():
    return site.HOME


@app.get("/docs", response_class=HTMLResponse)
async def docs():
    return site.DOCS


@app.get("/openapi.json")
async def openapi():
    return site.DESCRIPTION


@app.get("/login", response_class=HTMLResponse)
async def login_form():
    return site.LOGIN


@app.post("/login")
async def login(request: Request):
    form = await request.form()
    if not site.signs_in(form.get("name"), form.get("password")):
        return HTMLResponse(site.LOGIN, 403)
    answer = RedirectResponse("/", 302)
    answer.set_cookie("sid", "ann", httponly=True)
    return answer


@app.get("/v1/status")
async def status():
    return {"ok": True}


# ---- new lines go here
if site.METADATA:

    @app.get("/.well-known/oauth-authorization-server")
    async def published():
        return site.METADATA


if site.HAS_SERVER:

    @app.get("/oauth/authorize")
    async def authorize(request: Request):
        return RedirectResponse(site.authorized(request.url.query) if signed_in(request) else "/login", 302)

    @app.post("/oauth/token")
    async def people_token(request: Request):
        code, body = site.people_token({name: str(value) for name, value in (await request.form()).items()})
        return JSONResponse(body, code, {"Cache-Control": "no-store"})


@app.get(
    "/v1/orders",
    dependencies=[
        Depends(require_login),
        # ---- after the guard
    ],
)
async def orders():
    return site.ORDERS


uvicorn.run(app, host="127.0.0.1", port=site.PORT, log_level="warning")
