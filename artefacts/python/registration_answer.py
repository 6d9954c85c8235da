"""What a registration endpoint answers (RFC 7591 section 3): a program registers its own client and may begin at once."""
import json
import time

from machine_clients import KNOWN_SCOPES, create_client

Answer = tuple[int, dict, dict[str, str]]
# How many clients one address may register in an hour.
MOST = 20
counted: dict[tuple[str, int], int] = {}


def too_many(address: str) -> bool:
    hour = int(time.time() // 3600)
    for key in [key for key in counted if key[1] != hour]:
        del counted[key]
    counted[address, hour] = counted.get((address, hour), 0) + 1
    return counted[address, hour] > MOST


def registration_answer(text: str, address: str) -> Answer:
    """`text` is the body of the request, `address` where it came from. New clients get every known scope: give them less, or low limits."""
    try:
        metadata = json.loads(text)
    except ValueError:
        metadata = None
    if not isinstance(metadata, dict):
        return refuse(400, "invalid_client_metadata", "The body is not a JSON object.")
    name, grants = metadata.get("client_name", "unnamed"), metadata.get("grant_types", ["client_credentials"])
    if not isinstance(name, str) or len(name) > 100:
        return refuse(400, "invalid_client_metadata", "client_name is a text of at most 100 characters.")
    if not isinstance(grants, list) or any(grant != "client_credentials" for grant in grants):
        return refuse(400, "invalid_client_metadata", 'Send grant_types ["client_credentials"].')
    if too_many(address):
        return refuse(429, "temporarily_unavailable", "Too many registrations from this address.", {"Retry-After": "3600"})
    client_id, secret = create_client(name)
    body = {
        "client_id": client_id,
        "client_secret": secret,
        "client_id_issued_at": int(time.time()),
        "client_secret_expires_at": 0,
        "client_name": name,
        "grant_types": grants,
        "token_endpoint_auth_method": "client_secret_basic",
        "scope": " ".join(KNOWN_SCOPES),
    }
    return 201, body, {"Cache-Control": "no-store"}


def refuse(status: int, error: str, description: str, headers: dict[str, str] | None = None) -> Answer:
    return status, {"error": error, "error_description": description}, {"Cache-Control": "no-store", **(headers or {})}
