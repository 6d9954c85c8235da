"""What a token endpoint answers to grant_type=client_credentials (RFC 6749 section 4.4), and to nothing else."""
import base64
import binascii
from urllib.parse import unquote_plus

from machine_clients import LIFETIME, find_client, issue_token

Answer = tuple[int, dict, dict[str, str]]
Fields = list[tuple[str, str]]


def ours(fields: Fields) -> bool:
    """Whether this request asks for the grant that is answered here."""
    return ("grant_type", "client_credentials") in fields


def token_answer(fields: Fields, authorization: str | None) -> Answer:
    """Status, JSON body and headers. `fields` are those of the form, `authorization` that field of the request."""
    form = dict(fields)
    if len(form) != len(fields):
        return refuse(400, "invalid_request", "A parameter is repeated.")
    if not form.get("grant_type"):
        return refuse(400, "invalid_request", "grant_type is missing. Send the body as application/x-www-form-urlencoded.")
    if not ours(fields):
        return refuse(400, "unsupported_grant_type", "Use client_credentials.")
    given = credentials(form, authorization)
    if given is None:
        return refuse(400, "invalid_request", "Send client_id and client_secret in Basic or in the body, not in both.")
    client = find_client(*given)
    if client is None:
        headers = {"WWW-Authenticate": 'Basic realm="token"'}
        return refuse(401, "invalid_client", "The client id or secret is wrong.", headers)
    scopes = form["scope"].split(" ") if form.get("scope") else client.scopes
    if not set(scopes) <= set(client.scopes):
        return refuse(400, "invalid_scope", "This client has: " + " ".join(client.scopes))
    token = issue_token(client, scopes)
    body = {"access_token": token, "token_type": "Bearer", "expires_in": LIFETIME, "scope": " ".join(scopes)}
    return 200, body, {"Cache-Control": "no-store"}


def refuse(status: int, error: str, description: str, headers: dict[str, str] | None = None) -> Answer:
    return status, {"error": error, "error_description": description}, {"Cache-Control": "no-store", **(headers or {})}


def credentials(form: dict[str, str], authorization: str | None) -> tuple[str, str] | None:
    if not authorization:
        return form.get("client_id", ""), form.get("client_secret", "")
    if "client_secret" in form:
        return None
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        client_id, _, secret = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    # RFC 6749 section 2.3.1: id and secret are form-urlencoded before base64.
    return unquote_plus(client_id), unquote_plus(secret)
