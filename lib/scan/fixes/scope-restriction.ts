import { basicClient, curlCall } from './calls.ts';
import { exampleScopes, securityPatch } from './documents.ts';
import { json, quotedString } from './quote.ts';
import { instantiate, type Template } from './templates.ts';
import type { FixDefinition } from './types.ts';

const express: Template = {
  title: 'Scope check, Express',
  language: 'javascript',
  text: String.raw`
// require-scope.js (Express 5), after the middleware that reads the token: app.get('/orders', requireScope({{SCOPE}}), …)
const challenge = {{CHALLENGE}};

export const requireScope = (scope) => (request, response, next) => {
  const granted = response.locals.client.scope.split(' ');
  if (granted.includes(scope)) return next();
  response
    .status(403)
    .set('WWW-Authenticate', challenge + ', error="insufficient_scope", scope="' + scope + '"')
    .json({ error: 'insufficient_scope', error_description: 'This token lacks the scope ' + scope + '.', scope });
};
`,
};

const fastapi: Template = {
  title: 'Scope check, FastAPI',
  language: 'python',
  text: String.raw`
# scopes.py (FastAPI), on a route: dependencies=[Security(require_scopes, scopes=[{{SCOPE}}])]
from typing import Annotated

from fastapi import Depends, HTTPException
from fastapi.security import SecurityScopes

from .bearer import require_bearer  # returns the client that holds the token
from .tokens import Client

CHALLENGE = {{CHALLENGE}}


async def require_scopes(wanted: SecurityScopes, client: Annotated[Client, Depends(require_bearer)]) -> Client:
    missing = [scope for scope in wanted.scopes if scope not in client.scope.split()]
    if missing:
        raise HTTPException(
            status_code=403,
            detail={"error": "insufficient_scope", "error_description": "This token lacks a scope.", "scope": " ".join(missing)},
            headers={"WWW-Authenticate": f'{CHALLENGE}, error="insufficient_scope", scope="{wanted.scope_str}"'},
        )
    return client
`,
};

export const scopeRestriction: FixDefinition = {
  id: 'scope-restriction',
  title: 'Offer scopes',
  effort: 'days',
  checklist: [],
  build(context) {
    const { subject, places } = context;
    const scopes = places.scopes.length > 0 ? places.scopes : exampleScopes;
    const [scope = 'read'] = scopes;
    const values = { SCOPE: scope, CHALLENGE: `Bearer realm="${quotedString(places.realm)}"` };
    return {
      reason: 'An owner gives an agent a key more readily when the key can do one thing only. A credential that can do everything is often not given at all.',
      steps: [
        'Begin with two scopes, one that reads and one that writes; divide further where owners ask for it.',
        subject.oauth ? 'Take scope in the token request at {{TOKEN_URL}}, and answer with the scope that was granted (RFC 6749 §3.3).' : 'Let whoever creates a key at {{KEYS_URL}} choose what it may do.',
        'Check the scope on every operation; answer 403 with error="insufficient_scope" and the scope that is missing (RFC 6750 §3.1).',
        subject.oauth ? 'List the scopes in scopes_supported at {{SERVER_METADATA_URL}} and in your API description.' : 'List the permissions in your API description and at {{DOCS_URL}}.',
      ],
      checks: [
        ...(subject.oauth ? [{ command: `curl -sS ${basicClient}-d grant_type=client_credentials -d scope=read {{TOKEN_URL}}`, expect: 'JSON whose scope is what was asked for, and no more' }] : []),
        { command: curlCall(places, `-H "Authorization: Bearer $NARROW_TOKEN" `), expect: 'HTTP 403 with error="insufficient_scope" where the token lacks the scope' },
      ],
      artefacts: [
        instantiate(express, values),
        instantiate(fastapi, values),
        ...(subject.oauth ? [securityPatch(context, [], true), { title: 'Member of the metadata', language: 'json', text: json({ scopes_supported: scopes }) }] : []),
      ],
    };
  },
};
