<?php

namespace App;

use Closure;
use Illuminate\Http\Request;

final class RequireLogin
{
    public function handle(Request $request, Closure $next)
    {
        if (Site::guard() === 'key') {
            $known = $request->header('X-API-Key') === 'key-of-ann';

            return $known ? $next($request) : response()->json(['message' => 'The X-API-Key header is missing'], 403);
        }
        if (Site::hasServer()) {
            if (Site::ofPeople($request->bearerToken())) {
                return $next($request);
            }
            $body = ['error' => 'unauthorized', 'error_description' => 'A token is needed.'];

            return response()->json($body, 401, ['WWW-Authenticate' => 'Bearer realm="orders"']);
        }

        return session('name') === 'ann' ? $next($request) : redirect()->guest('/login');
    }
}
