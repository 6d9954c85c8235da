/**
 * One refusal, ten frameworks: 401 with a challenge (RFC 9110 §11.6.1, RFC 6750 §3) and a JSON body that names the error. A call
 * without a token gets no `error` parameter, a call with a bad one gets `invalid_token` (RFC 6750 §3.1).
 */
import { quotedString } from './quote.ts';
import { instantiate, type Template } from './templates.ts';
import type { Artefact, FixContext } from './types.ts';

const express = String.raw`
// require-bearer.js (Express 5). Mount it before sessions and login redirects: app.use({{PREFIX}}, requireBearer)
import { verifyToken } from './verify-token.js'; // yours: resolves to the client that holds the token, or to null

const challenge = {{CHALLENGE}};
const help = {{HELP}};

export async function requireBearer(request, response, next) {
  const [, token] = /^bearer +([\w.~+/-]+=*)$/i.exec(request.get('Authorization') ?? '') ?? [];
  if (!token) return refuse(response, challenge, 'missing_token', 'Send the header Authorization: Bearer <token>.');
  const client = await verifyToken(token);
  if (!client) return refuse(response, challenge + ', error="invalid_token"', 'invalid_token', 'The token is unknown, expired or revoked.');
  response.locals.client = client;
  next();
}

function refuse(response, header, error, error_description) {
  response.status(401).set('WWW-Authenticate', header).json({ error, error_description, help });
}
`;

const fastify = String.raw`
// require-bearer.js (Fastify 5). Call it inside the plugin that holds the protected routes:
// app.register(async (api) => { requireBearer(api); api.get(…) }, { prefix: {{PREFIX}} })
import { verifyToken } from './verify-token.js'; // yours: resolves to the client that holds the token, or to null

const challenge = {{CHALLENGE}};
const help = {{HELP}};

export function requireBearer(api) {
  api.decorateRequest('client', null);
  api.addHook('onRequest', async (request, reply) => {
    const [, token] = /^bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (!token) return refuse(reply, challenge, 'missing_token', 'Send the header Authorization: Bearer <token>.');
    request.client = await verifyToken(token);
    if (!request.client) return refuse(reply, challenge + ', error="invalid_token"', 'invalid_token', 'The token is unknown, expired or revoked.');
  });
}

function refuse(reply, header, error, error_description) {
  return reply.code(401).header('WWW-Authenticate', header).send({ error, error_description, help });
}
`;

const next = String.raw`
// lib/with-bearer.ts (Next.js 15 and 16): export const GET = withBearer(async (request, context, client) => …)
// If proxy.ts (middleware.ts before 16) redirects to a login page, leave these routes out of its matcher.
import { verifyToken, type Client } from './verify-token'; // yours: resolves to the client that holds the token, or to null

const challenge = {{CHALLENGE}};
const help = {{HELP}};

type Handler<Context> = (request: Request, context: Context, client: Client) => Response | Promise<Response>;

export function withBearer<Context>(handler: Handler<Context>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const token = /^bearer +([\w.~+/-]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (!token) return refuse(challenge, 'missing_token', 'Send the header Authorization: Bearer <token>.');
    const client = await verifyToken(token);
    if (!client) return refuse(challenge + ', error="invalid_token"', 'invalid_token', 'The token is unknown, expired or revoked.');
    return handler(request, context, client);
  };
}

function refuse(header: string, error: string, error_description: string): Response {
  return Response.json({ error, error_description, help }, { status: 401, headers: { 'WWW-Authenticate': header } });
}
`;

const hono = String.raw`
// require-bearer.ts (Hono 4): app.use({{PREFIX_STAR}}, requireBearer)
import { createMiddleware } from 'hono/factory';
import { verifyToken, type Client } from './verify-token'; // yours: resolves to the client that holds the token, or to null

const challenge = {{CHALLENGE}};
const help = {{HELP}};

export const requireBearer = createMiddleware<{ Variables: { client: Client } }>(async (c, next) => {
  const token = /^bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (!token) {
    return c.json({ error: 'missing_token', error_description: 'Send the header Authorization: Bearer <token>.', help }, 401, { 'WWW-Authenticate': challenge });
  }
  const client = await verifyToken(token);
  if (!client) {
    return c.json({ error: 'invalid_token', error_description: 'The token is unknown, expired or revoked.', help }, 401, { 'WWW-Authenticate': challenge + ', error="invalid_token"' });
  }
  c.set('client', client);
  await next();
});
`;

const fastapi = String.raw`
# bearer.py (FastAPI). In main.py: app.add_exception_handler(Unauthorized, refuse)
# On a router: APIRouter(dependencies=[Depends(require_bearer)]). The scheme then stands in /openapi.json too.
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from .tokens import Client, verify_token  # yours: returns the client that holds the token, or None

CHALLENGE = {{CHALLENGE}}
HELP = {{HELP}}


class Unauthorized(Exception):
    def __init__(self, header: str, error: str, description: str) -> None:
        super().__init__(description)
        self.header, self.error, self.description = header, error, description


async def refuse(request: Request, failure: Unauthorized) -> JSONResponse:
    body = {"error": failure.error, "error_description": failure.description, "help": HELP}
    return JSONResponse(body, status_code=401, headers={"WWW-Authenticate": failure.header})


# auto_error=False: the class's own refusal names no error, and older versions send it as 403.
bearer = HTTPBearer(auto_error=False)


async def require_bearer(credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]) -> Client:
    if credentials is None:
        raise Unauthorized(CHALLENGE, "missing_token", "Send the header Authorization: Bearer <token>.")
    client = await verify_token(credentials.credentials)
    if client is None:
        raise Unauthorized(CHALLENGE + ', error="invalid_token"', "invalid_token", "The token is unknown, expired or revoked.")
    return client
`;

const django = String.raw`
# bearer.py (Django 5 and 6). In MIDDLEWARE, put "yourproject.bearer.BearerMiddleware" before SessionMiddleware.
# With Django REST framework, let the first authentication class define authenticate_header, or its refusals are 403 without a challenge.
import re

from django.http import HttpRequest, HttpResponse, JsonResponse

from .tokens import verify_token  # yours: returns the client that holds the token, or None

API_PREFIX = {{PREFIX}}
CHALLENGE = {{CHALLENGE}}
HELP = {{HELP}}
BEARER = re.compile(r"bearer +([\w.~+/-]+=*)", re.IGNORECASE | re.ASCII)


class BearerMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(API_PREFIX):
            return self.get_response(request)
        match = BEARER.fullmatch(request.headers.get("Authorization", ""))
        if match is None:
            return refuse(CHALLENGE, "missing_token", "Send the header Authorization: Bearer <token>.")
        request.client = verify_token(match.group(1))
        if request.client is None:
            return refuse(CHALLENGE + ', error="invalid_token"', "invalid_token", "The token is unknown, expired or revoked.")
        return self.get_response(request)


def refuse(header: str, error: str, description: str) -> JsonResponse:
    body = {"error": error, "error_description": description, "help": HELP}
    return JsonResponse(body, status=401, headers={"WWW-Authenticate": header})
`;

const rails = String.raw`
# app/controllers/concerns/bearer_authentication.rb (Rails 7 and 8)
# class Api::BaseController < ActionController::API
#   include BearerAuthentication
# end
module BearerAuthentication
  extend ActiveSupport::Concern

  CHALLENGE = {{CHALLENGE}}
  HELP = {{HELP}}

  included { before_action :require_bearer }

  private

  def require_bearer
    token = request.authorization.to_s[/\ABearer +([\w.~+\/-]+=*)\z/i, 1]
    return refuse(CHALLENGE, "missing_token", "Send the header Authorization: Bearer <token>.") if token.nil?

    @client = ApiToken.verify(token) # yours: the client that holds the token, or nil
    refuse(%(#{CHALLENGE}, error="invalid_token"), "invalid_token", "The token is unknown, expired or revoked.") if @client.nil?
  end

  def refuse(header, error, description)
    response.headers["WWW-Authenticate"] = header
    render json: { error: error, error_description: description, help: HELP }, status: :unauthorized
  end
end
`;

const spring = String.raw`
// ApiSecurity.java (Spring Security 6.2 and later, 7). For JWTs set spring.security.oauth2.resourceserver.jwt.issuer-uri;
// for tokens that only your database knows, use opaqueToken(…) with an OpaqueTokenIntrospector of your own.
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
class ApiSecurity {
    private static final String CHALLENGE = {{CHALLENGE}};
    private static final String MISSING = {{MISSING_JSON}};
    private static final String INVALID = {{INVALID_JSON}};

    @Bean
    @Order(1) // before the chain with formLogin(), which would redirect
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        AuthenticationEntryPoint refuse = (request, response, failure) -> {
            String sent = request.getHeader("Authorization");
            boolean bearer = sent != null && sent.regionMatches(true, 0, "Bearer ", 0, 7);
            response.setStatus(401);
            response.setHeader("WWW-Authenticate", bearer ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
            response.setContentType("application/json");
            response.getWriter().write(bearer ? INVALID : MISSING);
        };
        return http
            .securityMatcher({{PREFIX_STARS}})
            .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
            .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(refuse))
            .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf.disable())
            .build();
    }
}
`;

const laravel = String.raw`
<?php
// app/Http/Middleware/RequireBearer.php (Laravel 11 and later). In bootstrap/app.php:
// ->withMiddleware(function (Middleware $middleware) { $middleware->api(prepend: [\App\Http\Middleware\RequireBearer::class]); })

namespace App\Http\Middleware;

use App\Models\ApiToken;
use Closure;
use Illuminate\Http\JsonResponse;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

class RequireBearer
{
    private const CHALLENGE = {{CHALLENGE}};
    private const HELP = {{HELP}};

    public function handle(Request $request, Closure $next): Response
    {
        $token = $request->bearerToken();
        if ($token === null || $token === '') {
            return $this->refuse(self::CHALLENGE, 'missing_token', 'Send the header Authorization: Bearer <token>.');
        }
        $client = ApiToken::verify($token); // yours: the client that holds the token, or null
        if ($client === null) {
            return $this->refuse(self::CHALLENGE.', error="invalid_token"', 'invalid_token', 'The token is unknown, expired or revoked.');
        }
        $request->attributes->set('client', $client);

        return $next($request);
    }

    private function refuse(string $header, string $error, string $description): JsonResponse
    {
        $body = ['error' => $error, 'error_description' => $description, 'help' => self::HELP];

        return response()->json($body, 401, ['WWW-Authenticate' => $header]);
    }
}
`;

const go = String.raw`
// bearer.go (net/http, and every router that takes its handlers): mux.Handle({{PREFIX}}, RequireBearer(verify, api))
package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

const (
	challenge = {{CHALLENGE}}
	help      = {{HELP}}
)

type clientKey struct{}

// RequireBearer calls next only with a token that verify knows. ClientOf tells the handler whose it is.
func RequireBearer(verify func(ctx context.Context, token string) (client string, ok bool), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		token = strings.TrimSpace(token)
		if !strings.EqualFold(scheme, "Bearer") || token == "" {
			refuse(w, challenge, "missing_token", "Send the header Authorization: Bearer <token>.")
			return
		}
		client, ok := verify(r.Context(), token)
		if !ok {
			refuse(w, challenge+", error=\"invalid_token\"", "invalid_token", "The token is unknown, expired or revoked.")
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), clientKey{}, client)))
	})
}

// ClientOf returns the client that RequireBearer let in.
func ClientOf(ctx context.Context) string {
	client, _ := ctx.Value(clientKey{}).(string)
	return client
}

func refuse(w http.ResponseWriter, header, code, description string) {
	w.Header().Set("WWW-Authenticate", header)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusUnauthorized)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": code, "error_description": description, "help": help})
}
`;

/** The ten frameworks, in the order of the report. */
const middlewares: readonly Template[] = [
  { title: 'Express', language: 'javascript', text: express },
  { title: 'Fastify', language: 'javascript', text: fastify },
  { title: 'Next.js', language: 'typescript', text: next },
  { title: 'Hono', language: 'typescript', text: hono },
  { title: 'FastAPI', language: 'python', text: fastapi },
  { title: 'Django', language: 'python', text: django },
  { title: 'Rails', language: 'ruby', text: rails },
  { title: 'Spring', language: 'java', text: spring },
  { title: 'Laravel', language: 'php', text: laravel },
  { title: 'Go', language: 'go', text: go },
];

/** The challenge that this API would send. It names the RFC 9728 document only where OAuth is in play (RFC 9728 §5.1). */
export function challengeOf({ places, subject }: FixContext): string {
  const realm = `Bearer realm="${quotedString(places.realm)}"`;
  return subject.oauth ? `${realm}, resource_metadata="${quotedString(places.slots.RESOURCE_METADATA_URL.value)}"` : realm;
}

/** The middleware of every framework, for this API's paths and challenge. */
export function middlewareArtefacts(context: FixContext): Artefact[] {
  const { places } = context;
  const help = places.slots.DOCS_URL.value;
  const body = (error: string, error_description: string) => JSON.stringify({ error, error_description, help });
  const values = {
    CHALLENGE: challengeOf(context),
    HELP: help,
    PREFIX: places.prefix,
    PREFIX_STAR: `${places.prefix}*`,
    PREFIX_STARS: `${places.prefix}**`,
    MISSING_JSON: body('missing_token', 'Send the header Authorization: Bearer <token>.'),
    INVALID_JSON: body('invalid_token', 'The token is unknown, expired or revoked.'),
  };
  return middlewares.map((template) => instantiate(template, values));
}
