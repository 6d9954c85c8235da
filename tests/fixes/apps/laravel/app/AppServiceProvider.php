<?php

namespace App;

use Illuminate\Foundation\Support\Providers\RouteServiceProvider;
use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

final class AppServiceProvider extends RouteServiceProvider
{
    public function boot(): void
    {
        Route::get('/openapi.json', fn () => response()->file(base_path('openapi.json'), ['Content-Type' => 'application/json']));
        Route::get('/v1/status', fn () => ['ok' => true]);
        // ---- new lines go here
        if (Site::guard() === 'oauth') {
            Route::get('/.well-known/oauth-authorization-server', fn () => response()->file(base_path('authorization-server.json'), ['Content-Type' => 'application/json']));
        }
        if (Site::hasServer()) {
            $before = function (Request $request) {
                [$status, $body] = Site::peopleToken($request->request->all());

                return response()->json($body, $status, ['Cache-Control' => 'no-store']);
            };
            Route::post('/oauth/token', $before);
        }
        Route::middleware('web')->group(function (): void {
            Route::get('/', fn () => file_get_contents(base_path('home.html')));
            Route::get('/docs', fn () => file_get_contents(base_path('docs.html')));
            Route::get('/login', fn () => file_get_contents(base_path('login.html')));
            Route::post('/login', function (Request $request) {
                if ($request->input('name') !== 'ann' || $request->input('password') !== 'tulip') {
                    return response(file_get_contents(base_path('login.html')), 403);
                }
                session(['name' => 'ann']);

                return redirect('/');
            });
            Route::get('/oauth/authorize', function (Request $request) {
                $query = http_build_query(['code' => Site::make('code'), 'state' => $request->query('state')]);

                return redirect(session('name') === 'ann' ? $request->query('redirect_uri').'?'.$query : '/login');
            });
            Route::get('/v1/orders', fn () => ['orders' => [['id' => 1]]])
                ->middleware('auth')
                // ---- after the guard
            ;
        });
    }
}
