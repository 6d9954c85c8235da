<?php
// A token beside the guard that is there.

namespace App\Machine;

use Closure;
use Illuminate\Http\Request;
use Symfony\Component\HttpFoundation\Response;

final class Beside
{
    /** Wraps a middleware by its name, with its parameters, such as auth:web. */
    public static function around(string $guard): string
    {
        return self::class.':'.$guard;
    }

    /** Who holds a known token goes on, as the attribute `machine` of the request; everybody else is the guard's, as before. */
    public function handle(Request $request, Closure $next, string ...$guard): Response
    {
        $caller = MachineClients::callerOf($request->header('Authorization'));
        if ($caller === null) {
            return Restate::restated($request, $next, implode(',', $guard));
        }
        $request->attributes->set('machine', $caller);

        return $next($request);
    }
}
