<?php
// A scope that a machine client must have. People are not limited by it.

namespace App\Machine;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

final class RequireScope
{
    public static function of(string $scope): string
    {
        return self::class.':'.$scope;
    }

    public function handle(Request $request, Closure $next, string $scope): Response
    {
        $caller = $request->attributes->get('machine');
        if ($caller === null || in_array($scope, $caller['scopes'], true)) {
            return $next($request);
        }
        $body = ['error' => 'insufficient_scope', 'error_description' => "This token lacks the scope $scope."];

        return response()->json($body, 403, ['WWW-Authenticate' => "Bearer error=\"insufficient_scope\", scope=\"$scope\""]);
    }
}
