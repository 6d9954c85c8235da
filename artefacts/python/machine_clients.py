"""Programs that call this API as themselves: their clients, and the tokens that they hold.

Secrets and tokens are long and random, so that a SHA-256 hash of each is enough, and only hashes are kept: in one SQLite file. Put the
statements on your own database; nothing else has to change. Make a client by hand: python machine_clients.py "Billing export" read write
"""
import hashlib
import hmac
import os
import re
import secrets
import sqlite3
import sys
import time
from dataclasses import dataclass

# What a client may be given at all.
KNOWN_SCOPES = "{{SCOPES}}".split(" ")
# Seconds for which a token works; a program then asks for the next one (RFC 6749 section 4.4.3).
LIFETIME = 3600
BEARER = re.compile(r"bearer +([\w.~+/-]+=*)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True)
class MachineClient:
    id: str
    scopes: list[str]


@dataclass(frozen=True)
class Caller:
    """Who calls, as a token says."""

    client_id: str
    scopes: list[str]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def connect() -> sqlite3.Connection:
    database = sqlite3.connect(os.environ.get("MACHINE_CLIENTS_FILE", "machine-clients.sqlite3"))
    database.execute("CREATE TABLE IF NOT EXISTS client (id TEXT PRIMARY KEY, name TEXT, secret_hash TEXT, scopes TEXT)")
    database.execute("CREATE TABLE IF NOT EXISTS token (hash TEXT PRIMARY KEY, client_id TEXT, scopes TEXT, expires_at REAL)")
    return database


def create_client(name: str, scopes: list[str] | None = None) -> tuple[str, str]:
    """Makes a client. Its secret is told once and cannot be read again."""
    client_id, secret = f"machine-{secrets.token_hex(9)}", secrets.token_urlsafe(32)
    with connect() as database:
        row = (client_id, name, sha256(secret), " ".join(scopes or KNOWN_SCOPES))
        database.execute("INSERT INTO client VALUES (?, ?, ?, ?)", row)
    return client_id, secret


def find_client(client_id: str, secret: str) -> MachineClient | None:
    """Unknown ids are compared too, so that the time of an answer does not tell which exist."""
    row = connect().execute("SELECT secret_hash, scopes FROM client WHERE id = ?", (client_id,)).fetchone()
    matches = hmac.compare_digest(sha256(secret), row[0] if row else sha256(""))
    return MachineClient(client_id, row[1].split(" ")) if row and matches else None


def issue_token(client: MachineClient, scopes: list[str]) -> str:
    token = secrets.token_urlsafe(32)
    with connect() as database:
        database.execute("DELETE FROM token WHERE expires_at < ?", (time.time(),))
        row = (sha256(token), client.id, " ".join(scopes), time.time() + LIFETIME)
        database.execute("INSERT INTO token VALUES (?, ?, ?, ?)", row)
    return token


def caller_of(authorization: str | None) -> Caller | None:
    """Who holds the token of an Authorization field, or None: no Bearer token, unknown, or expired."""
    match = BEARER.fullmatch(authorization or "")
    if match is None:
        return None
    row = connect().execute(
        "SELECT client_id, scopes FROM token WHERE hash = ? AND expires_at > ?", (sha256(match.group(1)), time.time())
    ).fetchone()
    return Caller(row[0], row[1].split(" ")) if row else None


if __name__ == "__main__":
    made_id, made_secret = create_client(sys.argv[1] if len(sys.argv) > 1 else "unnamed", sys.argv[2:])
    made = find_client(made_id, made_secret)
    print(f"CLIENT_ID={made_id}\nCLIENT_SECRET={made_secret}")
    if made:
        print(f"TOKEN={issue_token(made, made.scopes)}")
