<?php
// What a guard refuses, told so that a program understands it: 401, a challenge (RFC 9110 section 11.6.1) and JSON that names the error.

namespace App\Machine;

use Closure;
use Illuminate\Http\Request;
use Illuminate\Routing\MiddlewareNameResolver;
use Illuminate\Routing\Pipeline;
use Symfony\Component\HttpFoundation\Response;

final class Restate
{
    /** Wraps a middleware by its name, with its parameters, such as auth:web. */
    public static function around(string $guard): string
    {
        return self::class.':'.$guard;
    }

    public function handle(Request $request, Closure $next, string ...$guard): Response
    {
        // Laravel splits parameters at commas.
        return self::restated($request, $next, implode(',', $guard));
    }

    /** Runs the guard. Its answers to browsers stay; what it lets through is answered as before. */
    public static function restated(Request $request, Closure $next, string $guard): Response
    {
        $passed = false;
        $reached = function (Request $request) use ($next, &$passed) {
            $passed = true;

            return $next($request);
        };
        $router = app('router');
        $guards = (array) MiddlewareNameResolver::resolve($guard, $router->getMiddleware(), $router->getMiddlewareGroups());
        $response = (new Pipeline(app()))->send($request)->through($guards)->then($reached);
        if ($passed || ! self::mustRestate($response->getStatusCode(), $request)) {
            return $response;
        }
        $challenge = '{{CHALLENGE}}';
        $failed = str_starts_with($challenge, 'Bearer') && $request->bearerToken() !== null;
        $old = json_decode((string) $response->getContent(), true);
        $body = [
            'error' => $failed ? 'invalid_token' : 'missing_token',
            'error_description' => $failed ? 'The token is unknown, expired or revoked.' : 'Send the credential that the challenge names.',
            'help' => '{{HELP}}',
        ];

        return response()->json(is_array($old) ? array_merge($body, $old) : $body, 401, [
            'WWW-Authenticate' => $failed ? $challenge.', error="invalid_token"' : $challenge,
            'Cache-Control' => 'no-store',
        ]);
    }

    /** Browsers send Sec-Fetch-Site, a cookie, or ask for HTML. Who brought a credential and may not do this keeps hearing 403. */
    private static function mustRestate(int $status, Request $request): bool
    {
        $accept = (string) $request->header('Accept');
        if ($request->headers->has('Sec-Fetch-Site') || $request->headers->has('Cookie') || str_contains($accept, 'text/html')) {
            return false;
        }

        // The field in which today's credentials travel.
        return $status === 401 || ($status >= 300 && $status < 400) || ($status === 403 && ! $request->headers->has('{{CREDENTIAL_FIELD}}'));
    }
}
