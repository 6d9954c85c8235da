"""aiohttp with a middleware that names each fault of a token, and no challenge."""

import os

from aiohttp import web


@web.middleware
async def authenticate(request, handler):
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if not token:
        return web.json_response({"error": "missing_token", "message": "Authorization header is missing"}, status=401)
    if scheme.lower() != "bearer":
        return web.json_response({"error": "invalid_scheme", "message": "Use Authorization: Bearer <token>"}, status=401)
    return web.json_response({"error": "invalid_token", "message": "Not enough segments"}, status=401)


async def items(request):
    return web.json_response({"items": []})


app = web.Application(middlewares=[authenticate])
app.add_routes([web.get("/api/items", items)])
web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]))
