"""What every app of the trials in Python shows to people, and the authorization server that some of them have; as site.ts."""
import json
import os
import uuid
from pathlib import Path
from urllib.parse import parse_qs

PORT = int(os.environ["PORT"])
ORIGIN = f"http://127.0.0.1:{PORT}"
GUARD = os.environ.get("GUARD", "session")
HAS_SERVER = GUARD in ("oauth", "bare")


HOME, DOCS, LOGIN = (Path(f"{name}.html").read_text() for name in ("home", "docs", "login"))
DESCRIPTION = json.loads(Path("openapi.json").read_text())
METADATA = json.loads(Path("authorization-server.json").read_text()) if GUARD == "oauth" else None
ORDERS = {"orders": [{"id": 1}]}
KEY_MISSING = {"message": "The X-API-Key header is missing"}
UNAUTHORIZED = {"error": "unauthorized", "error_description": "A token is needed."}
CHALLENGE = 'Bearer realm="orders"'
codes: set[str] = set()
refresh_tokens: set[str] = set()
tokens: set[str] = set()


def make(kept: set[str]) -> str:
    made = str(uuid.uuid4())
    kept.add(made)
    return made


def signs_in(name: str | None, password: str | None) -> bool:
    return name == "ann" and password == "tulip"


def authorized(query: str) -> str:
    fields = parse_qs(query)
    return f"{fields['redirect_uri'][0]}?code={make(codes)}&state={fields['state'][0]}"


def people_token(form: dict[str, str]) -> tuple[int, dict]:
    held = {"authorization_code": codes, "refresh_token": refresh_tokens}.get(form.get("grant_type", ""))
    if held is None:
        return 400, {"error": "unsupported_grant_type"}
    brought = form.get("code") or form.get("refresh_token") or ""
    if brought not in held:
        return 400, {"error": "invalid_grant"}
    held.remove(brought)
    return 200, {"access_token": make(tokens), "token_type": "Bearer", "expires_in": 600, "refresh_token": make(refresh_tokens)}


def of_people(authorization: str | None) -> bool:
    return (authorization or "").removeprefix("Bearer ") in tokens
