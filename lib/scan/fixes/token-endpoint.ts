/**
 * Skeletons of a token endpoint for client_credentials (RFC 6749 §4.4): Basic or body client authentication but not both (§2.3),
 * constant-time comparison, `no-store` (§5.1), registered error codes (§5.2). The grant is checked before the client, so that a
 * caller learns which grants there are.
 */
import { instantiate, type Template } from './templates.ts';
import type { Artefact, FixContext } from './types.ts';

const express = String.raw`
// token-endpoint.js (Express 5): app.use(tokenEndpoint)
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import express from 'express';
// Yours. findClient(id) resolves to { id, secretHash, scopes } or null; secretHash is the SHA-256 of a secret of 32 random bytes, in hex.
// saveToken({ hash, clientId, scope, expiresAt }) keeps the hash of the token, never the token.
import { findClient, saveToken } from './clients.js';

const lifetime = 3600; // seconds
const sha256 = (text) => createHash('sha256').update(text).digest();

// RFC 6749 §2.3.1: id and secret are form-urlencoded before base64.
function formDecode(text) {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text; // a client that did not encode
  }
}

function credentials(request, form) {
  const header = request.get('Authorization');
  if (header === undefined) return { id: form.client_id ?? '', secret: form.client_secret ?? '' };
  if (form.client_secret !== undefined) return null;
  const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1] ?? '';
  const [id, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: formDecode(id), secret: formDecode(rest.join(':')) };
}

export const tokenEndpoint = express.Router();
tokenEndpoint.post({{TOKEN_PATH}}, express.urlencoded({ extended: false, limit: '8kb' }), async (request, response) => {
  response.set('Cache-Control', 'no-store');
  const refuse = (status, error, error_description) => response.status(status).json({ error, error_description });
  const form = request.body ?? {};
  if (Object.values(form).some((value) => typeof value !== 'string')) return refuse(400, 'invalid_request', 'A parameter is repeated.');
  if (!form.grant_type) return refuse(400, 'invalid_request', 'grant_type is missing. Send the body as application/x-www-form-urlencoded.');
  if (form.grant_type !== 'client_credentials') return refuse(400, 'unsupported_grant_type', 'Use client_credentials.');

  const given = credentials(request, form);
  if (!given) return refuse(400, 'invalid_request', 'Send client_id and client_secret in Basic or in the body, not in both.');
  const client = await findClient(given.id);
  // Unknown clients are compared too, so that the time of an answer does not tell which ids exist.
  const matches = timingSafeEqual(sha256(given.secret), Buffer.from(client?.secretHash ?? '0'.repeat(64), 'hex'));
  if (!client || !matches) {
    response.set('WWW-Authenticate', 'Basic realm="token"');
    return refuse(401, 'invalid_client', 'The client id or secret is wrong.');
  }

  const scopes = form.scope ? form.scope.split(' ') : client.scopes;
  if (scopes.some((scope) => !client.scopes.includes(scope))) return refuse(400, 'invalid_scope', 'This client has: ' + client.scopes.join(' '));
  const token = randomBytes(32).toString('base64url');
  const scope = scopes.join(' ');
  await saveToken({ hash: sha256(token).toString('hex'), clientId: client.id, scope, expiresAt: new Date(Date.now() + lifetime * 1000) });
  response.json({ access_token: token, token_type: 'Bearer', expires_in: lifetime, scope });
});
`;

const next = String.raw`
// A route handler (Next.js 15 and 16) for the path of the token endpoint: {{TOKEN_PATH}}
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
// Yours. findClient(id) resolves to { id, secretHash, scopes } or null; secretHash is the SHA-256 of a secret of 32 random bytes, in hex.
// saveToken({ hash, clientId, scope, expiresAt }) keeps the hash of the token, never the token.
import { findClient, saveToken } from '@/lib/clients';

const lifetime = 3600; // seconds
const sha256 = (text: string) => createHash('sha256').update(text).digest();
const answer = (status: number, body: object, headers: Record<string, string> = {}) => Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } });
const refuse = (status: number, error: string, error_description: string, headers?: Record<string, string>) => answer(status, { error, error_description }, headers);

// RFC 6749 §2.3.1: id and secret are form-urlencoded before base64.
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text; // a client that did not encode
  }
}

function credentials(header: string | null, form: URLSearchParams): { id: string; secret: string } | null {
  if (header === null) return { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' };
  if (form.has('client_secret')) return null;
  const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(header)?.[1] ?? '';
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: formDecode(id), secret: formDecode(rest.join(':')) };
}

export async function POST(request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  if (new Set(form.keys()).size !== [...form.keys()].length) return refuse(400, 'invalid_request', 'A parameter is repeated.');
  const grant = form.get('grant_type');
  if (!grant) return refuse(400, 'invalid_request', 'grant_type is missing. Send the body as application/x-www-form-urlencoded.');
  if (grant !== 'client_credentials') return refuse(400, 'unsupported_grant_type', 'Use client_credentials.');

  const given = credentials(request.headers.get('authorization'), form);
  if (!given) return refuse(400, 'invalid_request', 'Send client_id and client_secret in Basic or in the body, not in both.');
  const client = await findClient(given.id);
  // Unknown clients are compared too, so that the time of an answer does not tell which ids exist.
  const matches = timingSafeEqual(sha256(given.secret), Buffer.from(client?.secretHash ?? '0'.repeat(64), 'hex'));
  if (!client || !matches) return refuse(401, 'invalid_client', 'The client id or secret is wrong.', { 'WWW-Authenticate': 'Basic realm="token"' });

  const scopes = form.get('scope')?.split(' ') ?? client.scopes;
  if (scopes.some((scope) => !client.scopes.includes(scope))) return refuse(400, 'invalid_scope', 'This client has: ' + client.scopes.join(' '));
  const token = randomBytes(32).toString('base64url');
  const scope = scopes.join(' ');
  await saveToken({ hash: sha256(token).toString('hex'), clientId: client.id, scope, expiresAt: new Date(Date.now() + lifetime * 1000) });
  return answer(200, { access_token: token, token_type: 'Bearer', expires_in: lifetime, scope });
}
`;

const fastapi = String.raw`
# token_endpoint.py (FastAPI, with python-multipart): app.include_router(router)
import base64
import binascii
import hashlib
import hmac
import secrets
import time
from urllib.parse import unquote_plus

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

# Yours. find_client(id) returns a client with id, secret_hash and scopes, or None; secret_hash is the SHA-256 of a secret of
# 32 random bytes, in hex. save_token(…) keeps the hash of the token, never the token.
from .clients import find_client, save_token

LIFETIME = 3600  # seconds
router = APIRouter()


def answer(status: int, body: dict, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse(body, status_code=status, headers={"Cache-Control": "no-store", **(headers or {})})


def refuse(status: int, error: str, description: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return answer(status, {"error": error, "error_description": description}, headers)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def credentials(header: str | None, form: dict[str, str]) -> tuple[str, str] | None:
    if header is None:
        return form.get("client_id", ""), form.get("client_secret", "")
    if "client_secret" in form:
        return None
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        client_id, _, secret = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    # RFC 6749 §2.3.1: id and secret are form-urlencoded before base64.
    return unquote_plus(client_id), unquote_plus(secret)


@router.post({{TOKEN_PATH}})
async def token(request: Request) -> JSONResponse:
    fields = (await request.form()).multi_items()
    form = {name: value for name, value in fields if isinstance(value, str)}
    if len(form) != len(fields):
        return refuse(400, "invalid_request", "A parameter is repeated.")
    if not form.get("grant_type"):
        return refuse(400, "invalid_request", "grant_type is missing. Send the body as application/x-www-form-urlencoded.")
    if form["grant_type"] != "client_credentials":
        return refuse(400, "unsupported_grant_type", "Use client_credentials.")

    given = credentials(request.headers.get("Authorization"), form)
    if given is None:
        return refuse(400, "invalid_request", "Send client_id and client_secret in Basic or in the body, not in both.")
    client = await find_client(given[0])
    # Unknown clients are compared too, so that the time of an answer does not tell which ids exist.
    matches = hmac.compare_digest(sha256(given[1]), client.secret_hash if client else "0" * 64)
    if client is None or not matches:
        return refuse(401, "invalid_client", "The client id or secret is wrong.", {"WWW-Authenticate": 'Basic realm="token"'})

    scopes = form["scope"].split(" ") if form.get("scope") else list(client.scopes)
    if not set(scopes) <= set(client.scopes):
        return refuse(400, "invalid_scope", "This client has: " + " ".join(client.scopes))
    access_token, scope = secrets.token_urlsafe(32), " ".join(scopes)
    await save_token(hash=sha256(access_token), client_id=client.id, scope=scope, expires_at=time.time() + LIFETIME)
    return answer(200, {"access_token": access_token, "token_type": "Bearer", "expires_in": LIFETIME, "scope": scope})
`;

const tokenEndpoints: readonly Template[] = [
  { title: 'Token endpoint, Express', language: 'javascript', text: express },
  { title: 'Token endpoint, Next.js', language: 'typescript', text: next },
  { title: 'Token endpoint, FastAPI', language: 'python', text: fastapi },
];

/** Token endpoints for the path of this authorization server. */
export function tokenEndpointArtefacts({ places }: FixContext): Artefact[] {
  return tokenEndpoints.map((template) => instantiate(template, { TOKEN_PATH: places.tokenPath }));
}
