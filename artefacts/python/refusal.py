"""How a program is turned away: 401, a challenge (RFC 9110 section 11.6.1, RFC 6750 section 3) and JSON that names the error."""
import json
from collections.abc import Callable

CHALLENGE = "{{CHALLENGE}}"
HELP = "{{HELP}}"
# The field in which today's credentials travel.
CREDENTIAL_FIELD = "{{CREDENTIAL_FIELD}}"

# Gives a request field by its name, or None.
Field = Callable[[str], str | None]


def from_browser(field: Field) -> bool:
    """Browsers keep the answer that they got so far: they send Sec-Fetch-Site, a cookie, or ask for HTML."""
    return bool(field("Sec-Fetch-Site") or field("Cookie") or "text/html" in (field("Accept") or ""))


def must_restate(status: int, field: Field) -> bool:
    """Whether the guard's answer is one that a program cannot read. Who brought a credential and may not do this keeps hearing 403."""
    if from_browser(field):
        return False
    return status == 401 or 300 <= status < 400 or (status == 403 and not field(CREDENTIAL_FIELD))


def refusal(field: Field, old_body: str = "") -> tuple[dict[str, str], dict]:
    """Headers and body. Members that the old JSON body had stay; a failed token is told apart from none (RFC 6750 section 3.1)."""
    failed = CHALLENGE.startswith("Bearer") and (field("Authorization") or "").lower().startswith("bearer")
    error = "invalid_token" if failed else "missing_token"
    words = "The token is unknown, expired or revoked." if failed else "Send the credential that the challenge names."
    headers = {
        "WWW-Authenticate": f'{CHALLENGE}, error="invalid_token"' if failed else CHALLENGE,
        "Cache-Control": "no-store",
    }
    return headers, {"error": error, "error_description": words, "help": HELP, **members_of(old_body)}


def members_of(body: str) -> dict:
    try:
        value = json.loads(body)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
